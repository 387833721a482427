/** The story of a call: each response, what it means here, when it is seen, what to do. */
import { findStatus } from '../catalogue/statuses.ts';
import { statusName } from '../ladder/label.ts';
import type { ReportStep } from '../report.ts';
import { delta } from '../reporters/time.ts';
import { Told, Traced } from './text.tsx';
import { useView } from './view.ts';
import { counted, type Words } from './words/words.ts';

const MOST = 100;

function nameOf({ key, status, phrase }: ReportStep, words: Words): string {
  if (status > 0) return statusName(String(status), phrase, (code) => findStatus(code)?.phrase ?? '');
  return key === 'no-response' ? words.noResponse : key.toUpperCase();
}

function toneOf(status: number): string {
  if (status === 0) return 'request';
  if (status < 200) return 'provisional';
  if (status < 300) return 'success';
  return status < 400 || status === 401 || status === 407 ? 'challenge' : 'failure';
}

export function Steps({ steps }: { readonly steps: readonly ReportStep[] }) {
  const { words } = useView();
  if (steps.length === 0) return null;
  const told = new Set<string>();
  return (
    <section class="panel">
      <h2>{words.story}</h2>
      <ol class="steps">
        {steps.slice(0, MOST).map((step, i) => {
          // What a code means is said once.
          const fresh = step.description !== undefined && !told.has(step.description);
          told.add(step.description ?? '');
          return (
            <li key={i}>
              <span class="when">{delta(step.delta, step.at.time)}</span>
              <div>
                <h3 class={toneOf(step.status)}>
                  <Traced text={nameOf(step, words)} />
                </h3>
                <p>
                  <Told text={step.text} />
                </p>
                {fresh && (
                  <dl>
                    <Row title={words.description} text={step.description} />
                    <Row title={words.whenSeen} text={step.whenSeen} />
                    <Row title={words.howToFix} text={step.howToFix} />
                  </dl>
                )}
              </div>
            </li>
          );
        })}
        {steps.length > MOST && <li>{counted(words, 'more', steps.length - MOST)}</li>}
      </ol>
    </section>
  );
}

function Row({ title, text }: { readonly title: string; readonly text: string | undefined }) {
  if (text === undefined || text === '') return null;
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <Told text={text} />
      </dd>
    </>
  );
}
