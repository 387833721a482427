/** What is said of the capture as a whole, what could not be decided, what was not decoded. */
import { useEffect } from 'preact/hooks';
import type { Undetermined } from '../report.ts';
import { Findings } from './findings.tsx';
import { Inputs } from './inputs.tsx';
import { Told } from './text.tsx';
import { many, useLoaded, useView } from './view.ts';
import { counted } from './words/words.ts';

const MOST = 300;

/** The same doubt of many subjects is one line. */
function grouped(list: readonly Undetermined[]): readonly { readonly first: Undetermined; count: number }[] {
  const groups = new Map<string, { readonly first: Undetermined; count: number }>();
  for (const one of list) {
    const key = `${one.rule} ${one.guard} ${one.text}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { first: one, count: 1 });
    else known.count++;
  }
  return [...groups.values()];
}

export function CapturePage() {
  const { source, overview, words } = useView();
  const own = overview.findings
    .map((_, index) => index)
    .filter((index) => overview.findings[index].subject.kind === 'capture');
  const loaded = useLoaded(() => many(source, 'findings', own.slice(0, MOST)), [source]);
  useEffect(() => {
    document.title = `${words.capture} · sipsleuth`;
  }, [words]);
  const doubts = grouped(overview.undetermined);
  return (
    <div class="overview">
      <h1>{words.aboutCapture}</h1>
      {own.length === 0 && <p class="empty">{words.noFindings}</p>}
      {loaded !== undefined && 'value' in loaded && (
        <section class="panel" aria-label={words.findings}>
          <Findings indices={own.slice(0, MOST)} findings={loaded.value} numbers={new Map()} />
        </section>
      )}
      <div class="panels">
        {doubts.length > 0 && (
          <section class="panel wide">
            <h2>{words.undeterminedTitle}</h2>
            <ul class="doubts">
              {doubts.slice(0, MOST).map(({ first, count }) => (
                <li key={first.rule + first.guard + first.text}>
                  <code>{first.rule}</code> <Told text={first.text} />
                  {count > 1 && ` × ${count.toLocaleString(words.tag)}`}
                  {first.subject.kind === 'call' && count === 1 && (
                    <>
                      {' '}
                      <a href={`#call=${first.subject.id + 1}`}>
                        {words.call} {first.subject.id + 1}
                      </a>
                    </>
                  )}
                </li>
              ))}
              {doubts.length > MOST && <li>{counted(words, 'more', doubts.length - MOST)}</li>}
            </ul>
          </section>
        )}
        <Inputs />
      </div>
    </div>
  );
}
