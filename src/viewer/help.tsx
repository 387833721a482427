/** What the keys do. */
import { Dialog } from './dialog.tsx';
import { useView } from './view.ts';

export function Help({ onClose }: { onClose(): void }) {
  const { words } = useView();
  const { keys } = words;
  const rows: readonly [readonly string[], string][] = [
    [['/'], keys.search],
    [['j', 'k', '↓', '↑'], keys.move],
    [['Enter'], keys.open],
    [['Esc'], keys.back],
    [['n', 'p'], keys.neighbour],
    [['?'], keys.help],
  ];
  return (
    <Dialog title={words.help} name={words.help} onClose={onClose}>
      <dl class="keys">
        {rows.map(([names, text]) => (
          <div key={text}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
