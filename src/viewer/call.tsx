/** One call: what happened and what to do first, then everything that shows it. */
import { useEffect, useMemo } from 'preact/hooks';
import { numbered } from '../ladder/order.ts';
import { drawable } from '../ladder/subject.ts';
import type { ReportCall, ReportFinding, ReportStream, Timings } from '../report.ts';
import { safe } from '../reporters/safe.ts';
import { clock, plausible } from '../reporters/time.ts';
import type { ListState } from './calls.tsx';
import { Conversation } from './conversation.tsx';
import { useKeys } from './keys.ts';
import { OutcomeBadge } from './marks.tsx';
import { go, numberOf, type Route } from './route.ts';
import { Steps } from './steps.tsx';
import { Streams } from './streams.tsx';
import { Told, Traced } from './text.tsx';
import { many, useLoaded, useView } from './view.ts';
import { duration } from './words/words.ts';

const times: readonly (keyof Timings)[] = ['trying', 'postDial', 'ring', 'setup', 'final', 'duration'];
/** Responses that are written out; the ladder has the others. */
const SEQUENCE = 30;

export function CallPage({ route, list }: { readonly route: Route; readonly list: ListState }) {
  const { source, overview, words } = useView();
  const id = numberOf(route, 'call') - 1;
  const index = useMemo(() => overview.calls.findIndex((call) => call.id === id), [overview, id]);
  const loaded = useLoaded(async () => {
    if (index < 0) return undefined;
    const call = await source.get('calls', index);
    const found = await many(source, 'streams', call.streams);
    const streams = call.streams.map((one) => found[one]);
    return { call, streams, findings: await many(source, 'findings', call.findings) };
  }, [source, index]);

  // The neighbours in the list as it was filtered; without one, in the report.
  const shown = list.memory.shown.includes(index) ? list.memory.shown : [...overview.calls.keys()];
  const place = shown.indexOf(index);
  const neighbour = (step: number) => {
    const next = shown[place + step];
    return next === undefined || place < 0 ? undefined : `#call=${overview.calls[next].id + 1}`;
  };
  const visit = (step: number) => {
    const hash = neighbour(step);
    if (hash !== undefined) go(hash);
  };
  useKeys({ Escape: () => go(list.memory.hash), n: () => visit(1), p: () => visit(-1) });
  useEffect(() => {
    document.title = `${words.call} ${id + 1} · sipsleuth`;
  }, [words, id]);

  if (index < 0) return <p class="empty">{words.notThere}</p>;
  if (loaded === undefined) return <p class="empty">{words.loading}</p>;
  if ('failed' in loaded || loaded.value === undefined) return <p class="alert">{words.damaged}</p>;
  return (
    <article class="call">
      <div class="tools">
        <a class="back" href={list.memory.hash}>
          ← {words.calls}
        </a>
        <button type="button" disabled={neighbour(-1) === undefined} onClick={() => visit(-1)}>
          ↑ {words.previous}
        </button>
        <button type="button" disabled={neighbour(1) === undefined} onClick={() => visit(1)}>
          ↓ {words.next}
        </button>
        <button type="button" onClick={() => window.print()}>
          {words.print}
        </button>
      </div>
      <CallView key={id} {...loaded.value} route={route} />
    </article>
  );
}

interface CallViewProps {
  readonly call: ReportCall;
  readonly streams: readonly ReportStream[];
  readonly findings: readonly ReportFinding[];
  readonly route: Route;
}

function CallView({ call, streams, findings, route }: CallViewProps) {
  const { overview, words } = useView();
  const subject = useMemo(() => drawable('call', call), [call]);
  const numbers = useMemo(() => numbered(call.findings, overview.findings), [call, overview]);
  // The finding that comes first is the worst.
  const [first] = numbers.keys();
  const worst = first === undefined ? '' : overview.findings[first].severity;
  return (
    <>
      <header>
        <h1>
          {words.call} {call.id + 1}{' '}
          <span class="parties">
            <Traced text={call.from || '?'} /> → <Traced text={call.to || '?'} />
          </span>{' '}
          <OutcomeBadge outcome={call.outcome} />
        </h1>
        <p class="soft">
          {clock(call.start) !== '' && `${call.start.slice(0, 10)} ${clock(call.start, 3)} UTC`}
          <Sequence call={call} />
          {call.callIds.slice(0, 3).map((one) => (
            <span key={one}>
              {' · '}
              <Traced text={one} of="wire" />
            </span>
          ))}
        </p>
      </header>
      <section class={`verdict ${worst}`} aria-label={words.verdict}>
        <p class="what">
          <Told text={call.verdict.text} />
        </p>
        {call.verdict.advice !== '' && (
          <p>
            <b>{words.advice}:</b> <Told text={call.verdict.advice} />
          </p>
        )}
        <dl class="times">
          {times.map((name) => {
            // Of an answered call the answer is the final response.
            const ms = name === 'final' && call.timings.setup !== undefined ? undefined : plausible(call.timings[name]);
            return ms === undefined ? null : (
              <div key={name}>
                <dt>{words.timings[name]}</dt>
                <dd>{duration(words, ms)}</dd>
              </div>
            );
          })}
        </dl>
        {call.legs.length > 0 && (
          <div class="legs">
            <h2>{words.legs}</h2>
            <ul>
              {call.legs.map(({ call: other, relation, text }) => (
                <li key={`${other} ${relation}`}>
                  <a href={`#call=${other + 1}`}>
                    {words.call} {other + 1}
                  </a>{' '}
                  <Told text={text} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </section>
      <Conversation subject={subject} findings={findings} numbers={numbers} route={route} page="call">
        <Steps steps={call.steps} />
        <Streams streams={streams} />
      </Conversation>
    </>
  );
}

function Sequence({ call }: { readonly call: ReportCall }) {
  const { sequence } = call;
  if (sequence.length === 0) return null;
  const shown = sequence.length > SEQUENCE ? [...sequence.slice(0, SEQUENCE), '…'] : sequence;
  return (
    <>
      {' · '}
      <span class="wire">{safe(shown.join(' '))}</span>
    </>
  );
}
