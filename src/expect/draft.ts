/** Expectations drafted from a trace that is good: what it shows, with room for the next run to be a little other. */
import type { Outcome } from '../model.ts';
import type { Report, ReportCall, ReportRegistration, ReportSubscription, ReportTransaction } from '../report.ts';
import { draftSequence } from './draft-sequence.ts';
import { Faults } from './faults.ts';
import type {
  CallExpectation,
  CallSelector,
  ExpectationsFile,
  FindingExpectation,
  RegistrationExpectation,
  SubscriptionExpectation,
  TimingName,
  TransactionExpectation,
} from './language.ts';
import { type Item, unreadable } from './probe.ts';
import { codecOf } from './sdp.ts';
import { selectionOf, selectorTests } from './selectors.ts';

/** With more pairs of users than that, calls are told by how they came out. */
const MOST_PAIRS = 20;
/** Of each other kind. */
const MOST = 50;
const MOST_CODECS = 20;
/** A pattern has 512 characters at the most. */
const LONGEST = 400;

/** The very text; of a long one its beginning, which ends with a whole character. */
function exactly(text: string): string {
  return text.length <= LONGEST ? `=${text}` : `${text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}*`;
}

function findingsOf(items: readonly Item[], report: Report): FindingExpectation {
  const found = items.flatMap(({ findings }) => findings.map((index) => report.findings[index]));
  const roots = found.filter(({ absorbedBy }) => absorbedBy === undefined).map(({ rule }) => rule);
  return { allowed: [...new Set(roots)].sort() };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** One value stands for itself. */
function oneOrMore<T extends string | number>(values: readonly T[]): T | readonly T[] {
  return values.length === 1 ? values[0] : values;
}

const steps = [1, 2, 3, 5];

/** Twice as long, rounded up to what a person would write: `4s`, `500ms`. */
export function generous(ms: number): string {
  const wanted = Math.max(100, ms * 2);
  for (let power = 100; ; power *= 10) {
    const found = steps.find((step) => step * power >= wanted);
    if (found === undefined) continue;
    const value = found * power;
    return value < 1000 ? `< ${value}ms` : `< ${value / 1000}s`;
  }
}

const timings = [
  ['post-dial', 'postDial'],
  ['setup', 'setup'],
] as const satisfies readonly (readonly [TimingName, keyof ReportCall['timings']])[];

/** Only delays that every one of them has; how long people talk is theirs. */
function timingsOf(calls: readonly ReportCall[]): CallExpectation['timings'] {
  const known = timings.flatMap(([name, field]) => {
    const values = calls.map((call) => call.timings[field] ?? Number.NaN);
    // A clock that jumped measured nothing.
    return values.every((value) => value >= 0)
      ? [[name, generous(values.reduce((most, value) => Math.max(most, value), 0))]]
      : [];
  });
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

function statusOf(statuses: readonly number[]): (string | number) | readonly (string | number)[] {
  return oneOrMore(
    unique(statuses)
      .sort((a, b) => a - b)
      .map((status) => (status === 0 ? 'none' : status)),
  );
}

/** Codes outside of 100 to 699 are no statuses that a pattern has. */
function plainStatuses(items: readonly Item[]): boolean {
  return items.every(({ finalStatus }) => finalStatus === 0 || (finalStatus >= 100 && finalStatus < 700));
}

/** Without what is undefined, so that it is the same written and read again. */
function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

/** Only where all of them agreed on one, and all of their messages are here to tell. */
function sdpOf(calls: readonly ReportCall[]): CallExpectation['sdp'] {
  if (calls.some((call) => unreadable('sdp', call) !== undefined)) return undefined;
  const codecs = unique(calls.map(codecOf));
  const known = codecs.flatMap((codec) => codec ?? []).filter((codec) => codec.length <= 64 && !codec.includes('*'));
  return known.length < codecs.length || known.length > MOST_CODECS ? undefined : { codec: oneOrMore(known.sort()) };
}

function callExpectation(
  name: string,
  select: CallSelector | undefined,
  calls: readonly ReportCall[],
  report: Report,
): CallExpectation {
  return compact({
    name,
    select,
    count: calls.length,
    outcome: oneOrMore(unique(calls.map(({ outcome }) => outcome)).sort()),
    status: plainStatuses(calls) ? statusOf(calls.map(({ finalStatus }) => finalStatus)) : undefined,
    sequence: draftSequence(calls.map(({ sequence }) => sequence)),
    timings: timingsOf(calls),
    sdp: sdpOf(calls),
    findings: findingsOf(calls, report),
  });
}

/** A name that a person reads in every report: short, and on one line. */
function titled(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** Calls of the same two users; where these came out differently, one after the other. */
function byUsers(calls: readonly ReportCall[], report: Report): CallExpectation[] | undefined {
  const select = selectionOf<ReportCall, CallSelector>;
  const pairs = new Map<string, CallSelector>();
  for (const { from, to } of calls) {
    const selector = { from: exactly(from), to: exactly(to) };
    pairs.set(JSON.stringify(selector), selector);
  }
  if (pairs.size > MOST_PAIRS) return undefined;
  return [...pairs.values()].flatMap((selector) => {
    const chosen = select(selector, selectorTests.calls, [], new Faults())(calls, report);
    const [first] = chosen;
    const title = titled(`${first.from || 'nobody'} calls ${first.to || 'nobody'}`);
    const alike = unique(chosen.map(({ outcome, finalStatus }) => `${outcome} ${finalStatus}`)).length === 1;
    if (alike || chosen.length > MOST) return callExpectation(title, selector, chosen, report);
    return chosen.map((call, i) =>
      callExpectation(`${title} (${i + 1})`, { ...selector, index: i + 1 }, [call], report),
    );
  });
}

function byOutcome(calls: readonly ReportCall[], report: Report): CallExpectation[] {
  const outcomes = unique(calls.map(({ outcome }) => outcome)).sort();
  return outcomes.map((outcome) =>
    callExpectation(
      `calls with the outcome ${outcome}`,
      { outcome },
      calls.filter((call) => call.outcome === outcome),
      report,
    ),
  );
}

/** Groups by what `keyOf` says; too many of them are one. */
function grouped<T extends Item>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups.size > MOST ? [items] : [...groups.values()];
}

function registrationExpectations(report: Report): RegistrationExpectation[] {
  const { registrations } = report;
  const groups = grouped(registrations, ({ aor }) => exactly(aor));
  return groups.map((group) => {
    const [{ aor }] = group;
    const select = { aor: exactly(aor) };
    const single = groups.length > 1 || registrations.length === 1;
    // A long one is known by its beginning, as its pattern says.
    const chosen: readonly ReportRegistration[] = single
      ? registrations.filter((one) => exactly(one.aor) === select.aor)
      : group;
    return compact({
      name: single ? titled(`${aor || 'nobody'} registers`) : 'registrations',
      select: single ? select : undefined,
      count: chosen.length,
      outcome: oneOrMore(unique(chosen.map(({ outcome }) => outcome)).sort()),
      status: plainStatuses(chosen) ? statusOf(chosen.map(({ finalStatus }) => finalStatus)) : undefined,
      findings: findingsOf(chosen, report),
    });
  });
}

function subscriptionExpectations(report: Report): SubscriptionExpectation[] {
  const { subscriptions } = report;
  return grouped(subscriptions, ({ event }) => event).map((group, _, all) => {
    const single = all.length > 1 || subscriptions.length === 1;
    const select = { event: exactly(group[0].event) };
    const chosen: readonly ReportSubscription[] = single
      ? subscriptions.filter(({ event }) => exactly(event) === select.event)
      : group;
    return compact({
      name: single ? titled(`subscriptions to ${group[0].event || 'nothing'}`) : 'subscriptions',
      select: single ? select : undefined,
      count: chosen.length,
      status: plainStatuses(chosen) ? statusOf(chosen.map(({ finalStatus }) => finalStatus)) : undefined,
      findings: findingsOf(chosen, report),
    });
  });
}

function transactionExpectations(report: Report, methods: ReadonlySet<string>): TransactionExpectation[] {
  const known = report.transactions.filter(({ method }) => methods.has(method));
  return grouped<ReportTransaction>(known, ({ method }) => method).map((group) => ({
    name: `${group[0].method} requests`,
    select: { method: group[0].method },
    count: group.length,
    ...(plainStatuses(group) ? { status: statusOf(group.map(({ finalStatus }) => finalStatus)) } : {}),
    findings: findingsOf(group, report),
  }));
}

function outcomesOf(report: Report): Partial<Record<Outcome, number>> | undefined {
  const { outcomes } = report.summary.metrics;
  return Object.keys(outcomes).length < 2 ? undefined : outcomes;
}

/** `report` must hold all messages (`messages: 'all'`). `methods`: those that a file may name. */
export function draftExpectations(report: Report, methods: readonly string[]): ExpectationsFile {
  const { calls, inputs, summary } = report;
  const listed = <T>(items: readonly T[]) => (items.length === 0 ? undefined : items);
  // What the report counts but does not list can be counted, too, and no more.
  const whole = summary.omitted.calls === 0;
  return compact({
    expectations: 1 as const,
    calls: whole ? listed(byUsers(calls, report) ?? byOutcome(calls, report)) : undefined,
    registrations: summary.omitted.registrations === 0 ? listed(registrationExpectations(report)) : undefined,
    subscriptions: summary.omitted.subscriptions === 0 ? listed(subscriptionExpectations(report)) : undefined,
    transactions:
      summary.omitted.transactions === 0
        ? listed(transactionExpectations(report, new Set(methods)).slice(0, MOST))
        : undefined,
    capture: compact({
      calls: summary.calls,
      outcomes: outcomesOf(report),
      complete: inputs.every((input) => input.complete && input.problem === undefined) || undefined,
      findings: {
        allowed: unique(
          report.findings.filter(({ absorbedBy }) => absorbedBy === undefined).map(({ rule }) => rule),
        ).sort(),
      },
    }),
  });
}
