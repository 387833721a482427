/** One message in full, its header fields explained. */
import { useMemo, useState } from 'preact/hooks';
import { findHeaderField } from '../catalogue/header-fields.ts';
import type { ReportMessage } from '../report.ts';
import { safe } from '../reporters/safe.ts';
import { clock } from '../reporters/time.ts';
import { Dialog } from './dialog.tsx';
import { useKeys } from './keys.ts';
import { type Field, partsOf } from './parts.ts';
import { Traced } from './text.tsx';
import { useView } from './view.ts';
import { counted } from './words/words.ts';

const shown = (text: string) => text.split(/\r?\n/).map(safe).join('\n');

export interface MessageProps {
  readonly messages: readonly ReportMessage[];
  readonly index: number;
  onMove(index: number): void;
  onClose(): void;
}

export function MessageDialog({ messages, index, onMove, onClose }: MessageProps) {
  const { words, overview } = useView();
  const message = messages[index];
  const { startLine, fields, body } = useMemo(() => partsOf(message.text), [message]);
  const move = (step: number) => {
    if (messages[index + step] !== undefined) onMove(index + step);
  };
  useKeys(
    {
      j: () => move(1),
      k: () => move(-1),
      ArrowRight: () => move(1),
      ArrowLeft: () => move(-1),
    },
    true,
  );
  const isLog = overview.inputs[message.input]?.kind === 'log';
  const place = isLog ? counted(words, 'lines', message.frame) : `${words.columns.frame} ${message.frame}`;
  return (
    <Dialog
      name={`${words.columns.message} ${index + 1}`}
      title={<Traced text={startLine} />}
      onClose={onClose}
      tools={
        <>
          <button type="button" disabled={index === 0} onClick={() => move(-1)}>
            ↑ {words.previous}
          </button>
          <button type="button" disabled={index + 1 === messages.length} onClick={() => move(1)}>
            ↓ {words.next}
          </button>
          <Copy text={message.text} />
        </>
      }
    >
      <p class="soft">
        {index + 1} / {messages.length} · {clock(message.time, 6)} · {place} · {message.transport.toUpperCase()}{' '}
        <Traced text={`${message.source} → ${message.destination}`} />
        {message.repeats > 0 && ` · ${words.repeated.replace('{n}', String(message.repeats + 1))}`}
      </p>
      <table class="fields" aria-label={words.headerFields}>
        <tbody>
          {fields.map((field, i) => (
            <FieldRow key={i} field={field} />
          ))}
        </tbody>
      </table>
      {body.trim() !== '' && (
        <section>
          <h3>{words.body}</h3>
          <pre class="wire">{shown(body)}</pre>
        </section>
      )}
    </Dialog>
  );
}

function FieldRow({ field }: { readonly field: Field }) {
  const { words } = useView();
  const { name, canonical, value } = field;
  const fact = findHeaderField(canonical);
  return (
    <tr>
      <th scope="row">
        <Traced text={name || '?'} />
        {name.length === 1 && canonical.length > 1 && <span class="soft"> = {canonical}</span>}
      </th>
      <td>
        <bdi class="wire">{shown(value)}</bdi>
      </td>
      <td class="meaning">
        {fact === undefined ? (
          name === '' ? (
            words.malformed
          ) : (
            words.extension
          )
        ) : (
          <>
            {words.fields[fact.name]} <span class="spec">{fact.spec}</span>
          </>
        )}
      </td>
    </tr>
  );
}

function Copy({ text }: { readonly text: string }) {
  const { words } = useView();
  const [done, setDone] = useState(false);
  // Pages from files may have no clipboard.
  if (navigator.clipboard === undefined) return null;
  return (
    <button
      type="button"
      onClick={() => {
        navigator.clipboard.writeText(text).then(
          () => setDone(true),
          () => setDone(false),
        );
      }}
    >
      {done ? words.copied : words.copy}
    </button>
  );
}
