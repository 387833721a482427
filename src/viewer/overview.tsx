/** What the report says of everything: outcomes, findings, when, how fast, of which inputs. */

import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Severity } from '../model.ts';
import type { Overview } from '../packed/form.ts';
import { isNews } from '../report.ts';
import { safe } from '../reporters/safe.ts';
import { Bars, Timeline } from './charts.tsx';
import { Figures } from './figures.tsx';
import { Inputs } from './inputs.tsx';
import { SeverityMark, toneOf } from './marks.tsx';
import { Traced } from './text.tsx';
import { useView } from './view.ts';
import { type Counted, counted } from './words/words.ts';

interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  count: number;
  /** Where those of this rule are listed. */
  hash: string;
}

/** Rules that are shown at once. */
const FIRST_RULES = 12;

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** What another finding explains is not counted, as in the summary. */
function rulesOf({ findings }: Overview): readonly RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const finding of findings) {
    if (!isNews(finding)) continue;
    const { rule, severity, subject } = finding;
    const key = `${severity} ${rule}`;
    let known = counts.get(key);
    if (known === undefined) {
      known = { rule, severity, count: 0, hash: '' };
      counts.set(key, known);
    }
    known.count++;
    const lists = {
      registration: '#registrations',
      subscription: '#subscriptions',
      transaction: '#requests',
      capture: '#capture',
      call: '',
    };
    if (subject.kind === 'call') known.hash = `#calls&rule=${encodeURIComponent(rule)}`;
    else if (known.hash === '') known.hash = lists[subject.kind];
  }
  return [...counts.values()].sort(
    (a, b) => ranks[a.severity] - ranks[b.severity] || b.count - a.count || (a.rule < b.rule ? -1 : 1),
  );
}

function Tile({ kind, n, severity }: { readonly kind: Counted; readonly n: number; readonly severity?: Severity }) {
  const { words } = useView();
  const text = counted(words, kind, n);
  const digits = n.toLocaleString(words.tag);
  return (
    <li class={`tile ${severity !== undefined && n > 0 ? severity : ''}`}>
      <b>{digits}</b> {text.replace(digits, '').trim()}
    </li>
  );
}

export function OverviewPage() {
  const { overview, words } = useView();
  const { summary } = overview;
  const { metrics } = summary;
  useEffect(() => {
    document.title = `${overview.inputs
      .map(({ path }) => safe(path.slice(path.lastIndexOf('/') + 1)))
      .slice(0, 3)
      .join(', ')} · sipsleuth`;
  }, [overview]);
  const outcomes = (Object.entries(metrics.outcomes) as [keyof typeof words.outcomes, number][]).sort(
    (a, b) => b[1] - a[1],
  );
  const rules = useMemo(() => rulesOf(overview), [overview]);
  const [all, setAll] = useState(false);
  const omitted = [
    ['calls', summary.omitted.calls],
    ['registrations', summary.omitted.registrations],
    ['subscriptions', summary.omitted.subscriptions],
    ['requests', summary.omitted.transactions],
  ] as const;
  return (
    <div class="overview">
      <h1>
        {overview.inputs.slice(0, 3).map(({ path }, i) => (
          <span key={path}>
            {i > 0 && ', '}
            <Traced text={path} />
          </span>
        ))}
        {overview.inputs.length > 3 && ` ${counted(words, 'more', overview.inputs.length - 3)}`}
      </h1>
      <ul class="tiles" aria-label={words.overview}>
        <Tile kind="messages" n={summary.messages} />
        <Tile kind="calls" n={summary.calls} />
        {summary.registrations > 0 && <Tile kind="registrations" n={summary.registrations} />}
        {summary.subscriptions > 0 && <Tile kind="subscriptions" n={summary.subscriptions} />}
        {summary.transactions > 0 && <Tile kind="requests" n={summary.transactions} />}
        <Tile kind="errors" n={summary.findings.error} severity="error" />
        <Tile kind="warnings" n={summary.findings.warning} severity="warning" />
        <Tile kind="notes" n={summary.findings.info} severity="info" />
        {summary.accepted > 0 && <Tile kind="accepted" n={summary.accepted} />}
      </ul>
      {omitted.some(([, n]) => n > 0) && (
        <p class="alert">
          {words.omitted}:{' '}
          {omitted
            .filter(([, n]) => n > 0)
            .map(([kind, n]) => counted(words, kind, n))
            .join(', ')}
        </p>
      )}
      <div class="columns">
        <div class="stack">
          <section class="panel">
            <h2>{words.findingsByRule}</h2>
            {rules.length === 0 ? (
              <p class="empty">{words.noFindings}</p>
            ) : (
              <Bars
                rows={(all ? rules : rules.slice(0, FIRST_RULES)).map(({ rule, severity, count, hash }) => ({
                  key: severity + rule,
                  label: (
                    <>
                      <SeverityMark severity={severity} />{' '}
                      <span lang={overview.language}>{overview.rules[rule]?.title ?? rule}</span> <code>{rule}</code>
                    </>
                  ),
                  value: count,
                  tone: severity,
                  hash,
                }))}
              />
            )}
            {rules.length > FIRST_RULES && !all && (
              <button type="button" onClick={() => setAll(true)}>
                {counted(words, 'more', rules.length - FIRST_RULES)}
              </button>
            )}
          </section>
          <Inputs />
        </div>
        <div class="stack">
          {outcomes.length > 0 && (
            <section class="panel">
              <h2>{words.outcomesTitle}</h2>
              <Bars
                rows={outcomes.map(([outcome, count]) => ({
                  key: outcome,
                  label: words.outcomes[outcome],
                  value: count,
                  tone: toneOf(outcome),
                  hash: `#calls&outcome=${outcome}`,
                }))}
              />
              {metrics.answerSeizureRatio !== null && (
                <p class="figure">
                  {words.answerSeizureRatio}:{' '}
                  <b>{metrics.answerSeizureRatio.toLocaleString(words.tag, { maximumFractionDigits: 1 })} %</b>
                </p>
              )}
            </section>
          )}
          {overview.calls.length > 1 && (
            <section class="panel">
              <h2>{words.timeline}</h2>
              <Timeline calls={overview.calls} />
            </section>
          )}
          <Figures />
        </div>
      </div>
    </div>
  );
}
