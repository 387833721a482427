/** What was read, and what of it could not be understood. */
import type { ReportInput } from '../report.ts';
import { safe } from '../reporters/safe.ts';
import { clock } from '../reporters/time.ts';
import { Told, Traced } from './text.tsx';
import { useView } from './view.ts';
import { counted } from './words/words.ts';

const MOST = 200;

function Facts({ input }: { readonly input: ReportInput }) {
  const { words } = useView();
  const parts = [
    safe([input.format, ...input.links].join(', ')),
    counted(words, input.kind === 'log' ? 'lines' : 'frames', input.frames),
    counted(words, 'bytes', input.bytes),
    counted(words, 'messages', input.sipMessages),
    ...(input.duplicates > 0 ? [counted(words, 'duplicates', input.duplicates)] : []),
    ...(input.start === null || clock(input.start) === ''
      ? []
      : [`${input.start.slice(0, 10)} ${clock(input.start)} – ${clock(input.end ?? input.start)} UTC`]),
  ];
  return <p class="soft">{parts.filter((part) => part !== '').join(' · ')}</p>;
}

export function Inputs() {
  const { overview, words } = useView();
  const { inputs } = overview;
  return (
    <section class="panel wide">
      <h2>{words.inputs}</h2>
      <ul class="inputs">
        {inputs.slice(0, MOST).map((input, i) => (
          <li key={i}>
            <Traced text={input.path} of="path" />
            <Facts input={input} />
            {input.problem !== undefined && (
              <p class="problem">
                <Told text={input.problem.text} />
              </p>
            )}
            {input.newestFirst && <p>{words.newestFirst}</p>}
            {!input.complete && <p class="problem">{words.incomplete}</p>}
            {input.notDecoded.length > 0 && (
              <details>
                <summary>{words.notDecoded}</summary>
                <ul>
                  {input.notDecoded.map(({ reason, text, count, firstAt }) => (
                    <li key={reason}>
                      <Told text={text} /> × {count.toLocaleString(words.tag)}, {words.firstAt}{' '}
                      {words.columns.frame.toLowerCase()} {firstAt.frame}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
        {inputs.length > MOST && <li>{counted(words, 'more', inputs.length - MOST)}</li>}
      </ul>
    </section>
  );
}
