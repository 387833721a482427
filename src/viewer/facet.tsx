/** A few values to choose from, each with how many it would leave. */
import { useView } from './view.ts';

export interface FacetProps {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly title: string; readonly count: number }[];
  readonly chosen: ReadonlySet<string>;
  onToggle(id: string): void;
}

export function Facet({ label, options, chosen, onToggle }: FacetProps) {
  const { words } = useView();
  if (options.length < 2 && chosen.size === 0) return null;
  return (
    <fieldset class="facet">
      <legend class="unseen">{label}</legend>
      {options.map(({ id, title, count }) => (
        <button key={id} type="button" aria-pressed={chosen.has(id)} onClick={() => onToggle(id)}>
          {title} <span class="count">{count.toLocaleString(words.tag)}</span>
        </button>
      ))}
    </fieldset>
  );
}
