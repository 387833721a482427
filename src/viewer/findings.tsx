/** Findings in full: what, evidence, why it matters, what to do, the source, what is unproven. */

import { sorted } from '../ladder/order.ts';
import type { MessageRef, ReportFinding } from '../report.ts';
import { shortAddress } from '../reporters/address.ts';
import { safe } from '../reporters/safe.ts';
import { clock } from '../reporters/time.ts';
import { SeverityMark } from './marks.tsx';
import { Told, Traced } from './text.tsx';
import { useView } from './view.ts';
import { counted } from './words/words.ts';

const EVIDENCE = 8;

export interface FindingsProps {
  readonly indices: readonly number[];
  /** By index; holes where none is needed. */
  readonly findings: readonly ReportFinding[];
  readonly numbers: ReadonlyMap<number, number>;
  /** Address of a message of the open call, by its number in the analysis. */
  messageHash?(message: number): string | undefined;
}

/** In the order of the numbers on the ladder; what another finding explains stands behind it. */
export function Findings({ indices, ...rest }: FindingsProps) {
  const { overview } = useView();
  return (
    <ol class="findings">
      {sorted(indices, overview.findings).map((index) => (
        <Finding key={index} index={index} indices={indices} {...rest} />
      ))}
    </ol>
  );
}

function Evidence({ at, hash }: { readonly at: MessageRef; readonly hash: string | undefined }) {
  const { words, overview } = useView();
  const kind = overview.inputs[at.input]?.kind === 'log' ? 'lines' : 'frames';
  const place = kind === 'frames' ? `${words.columns.frame} ${at.frame}` : `${counted(words, 'lines', at.frame)}`;
  const text = (
    <>
      {clock(at.time, 3)} {place} <Traced text={`${shortAddress(at.source)} → ${shortAddress(at.destination)}`} />{' '}
      <Traced text={at.startLine} />
    </>
  );
  return <li>{hash === undefined ? text : <a href={hash}>{text}</a>}</li>;
}

function Finding({ index, findings, numbers, messageHash }: FindingsProps & { readonly index: number }) {
  const { words, overview } = useView();
  const finding = findings[index];
  if (finding === undefined) return null;
  const { severity, title, rule, message, absorbedBy, accepted } = finding;
  const number = numbers.get(index);
  const cause = absorbedBy === undefined ? undefined : overview.findings[absorbedBy];
  const [before, after] = words.followsFrom.split('{cause}');
  return (
    <li
      id={`finding-${index}`}
      tabIndex={-1}
      class={`finding ${severity}${cause === undefined && accepted === undefined ? '' : ' explained'}`}
    >
      <h3>
        {number === undefined ? <SeverityMark severity={severity} /> : <span class={`pin ${severity}`}>{number}</span>}{' '}
        <Told text={title} />{' '}
        {finding.count > 1 && <span class="soft">× {finding.count.toLocaleString(words.tag)}</span>} <code>{rule}</code>
      </h3>
      {accepted !== undefined && (
        <p class="soft">
          {accepted.by === 'baseline' ? words.known : words.suppressed}{' '}
          {accepted.reason !== '' && <Told text={accepted.reason} />}
        </p>
      )}
      {cause !== undefined && absorbedBy !== undefined && (
        <p class="soft">
          {before}
          <Told text={overview.rules[cause.rule]?.title ?? cause.rule} />
          {after}
          {cause.subject.kind === 'call' && cause.subject.id !== finding.subject.id && (
            <>
              {', '}
              <a href={`#call=${cause.subject.id + 1}`}>{words.onAnotherCall}</a>
            </>
          )}
        </p>
      )}
      <p>
        <Told text={message} />
      </p>
      <dl>
        {finding.at.length > 0 && (
          <>
            <dt>{words.evidence}</dt>
            <dd>
              <ul class="evidence">
                {finding.at.slice(0, EVIDENCE).map((at) => (
                  <Evidence key={at.message} at={at} hash={messageHash?.(at.message)} />
                ))}
                {finding.at.length > EVIDENCE && <li>{counted(words, 'more', finding.at.length - EVIDENCE)}</li>}
              </ul>
            </dd>
          </>
        )}
        {cause === undefined && (
          <>
            <dt>{words.why}</dt>
            <dd>
              <Told text={finding.why} />
            </dd>
            {finding.device !== undefined && (
              <>
                <dt>{words.lookAt}</dt>
                <dd>
                  <Told text={finding.device.text} />
                </dd>
              </>
            )}
            {finding.fix.length > 0 && (
              <>
                <dt>{words.toDo}</dt>
                <dd>
                  <ol class="fix">
                    {finding.fix.map((fix) => (
                      <li key={fix}>
                        <Told text={fix} />
                      </li>
                    ))}
                  </ol>
                </dd>
              </>
            )}
            {finding.limits !== '' && (
              <>
                <dt>{words.unproven}</dt>
                <dd>
                  <Told text={finding.limits} />
                </dd>
              </>
            )}
          </>
        )}
        <dt>{words.source}</dt>
        <dd class="soft">{[...finding.refs.map(safe), words.confidences[finding.confidence]].join(' · ')}</dd>
      </dl>
    </li>
  );
}
