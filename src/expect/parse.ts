/** From an expectations file, already plain data, to expectations; or to all that is wrong with it. */
import type { Report } from '../report.ts';
import type { CaptureExpectations, Expectation, Expectations, GroupName } from './expectations.ts';
import { type Fault, Faults, type Path } from './faults.ts';
import { findingProbe } from './findings.ts';
import { headerProbe } from './headers.ts';
import type {
  CallExpectation,
  CaptureExpectation,
  ExpectationsFile,
  RegistrationExpectation,
  SubscriptionExpectation,
  TransactionExpectation,
} from './language.ts';
import { messageProbe } from './messages.ts';
import { type Item, listed, type Probe, seen } from './probe.ts';
import { countRange, within } from './range.ts';
import { outcomeProbe, sequenceProbe, statusProbe } from './responses.ts';
import { expectationsSchema, timingNames } from './schema.ts';
import { schemaCheck } from './schema-check.ts';
import { sdpProbe } from './sdp.ts';
import { selectionOf, selectorTests } from './selectors.ts';
import { expiresProbe, numberProbe, timingProbe } from './timings.ts';

interface Context {
  readonly rules: readonly string[];
  readonly faults: Faults;
}

type Entry = CallExpectation | RegistrationExpectation | SubscriptionExpectation | TransactionExpectation;

/** What every group may be asked. */
function commonProbes(entry: Entry, path: Path, { rules, faults }: Context): Probe[] {
  const probes: Probe[] = [];
  if (entry.status !== undefined) probes.push(statusProbe(entry.status, [...path, 'status'], faults));
  entry.headers?.forEach((header, i) => {
    probes.push(headerProbe(header, i, [...path, 'headers', i], faults));
  });
  for (const [name, count] of Object.entries(entry.messages ?? {}))
    probes.push(messageProbe(name, count, [...path, 'messages', name], faults));
  if (entry.findings !== undefined) {
    const probe = findingProbe(entry.findings, [...path, 'findings'], rules, faults);
    probes.push((item, report) => probe(item.findings, report));
  }
  return probes;
}

function callProbes(entry: CallExpectation, path: Path, { faults }: Context) {
  const { sequence, outcome, timings, sdp } = entry;
  return [
    ...(outcome === undefined ? [] : [outcomeProbe(outcome)]),
    ...(sequence === undefined ? [] : [sequenceProbe(sequence, [...path, 'sequence'], faults)]),
    ...timingNames.flatMap((name) => {
      const written = timings?.[name];
      return written === undefined ? [] : timingProbe(name, written, [...path, 'timings', name], faults);
    }),
    ...(sdp === undefined ? [] : [sdpProbe(sdp)]),
  ];
}

function registrationProbes(entry: RegistrationExpectation, path: Path, { faults }: Context) {
  const { outcome, expires, attempts } = entry;
  return [
    ...(outcome === undefined ? [] : [outcomeProbe(outcome)]),
    ...(expires === undefined ? [] : [expiresProbe(expires, [...path, 'expires'], faults)]),
    ...(attempts === undefined
      ? []
      : [
          numberProbe(
            'attempts',
            countRange(attempts, [...path, 'attempts'], faults),
            (one: Report['registrations'][0]) => one.attempts,
          ),
        ]),
  ];
}

function subscriptionProbes(entry: SubscriptionExpectation, path: Path, { faults }: Context) {
  if (entry.notifies === undefined) return [];
  const range = countRange(entry.notifies, [...path, 'notifies'], faults);
  return [numberProbe('notifies', range, (one: Report['subscriptions'][0]) => one.notifies)];
}

const groups = {
  calls: { kind: 'call', probes: callProbes },
  registrations: { kind: 'registration', probes: registrationProbes },
  subscriptions: { kind: 'subscription', probes: subscriptionProbes },
  transactions: { kind: 'transaction', probes: () => [] },
} as const;

export const groupNames = Object.keys(groups) as GroupName[];

/** What a report knows from the messages alone. */
function ofMessages(group: GroupName, name: string): boolean {
  return name === 'input' || name === 'user-agent' || (name === 'method' && group === 'calls');
}

function readEntry(group: GroupName, entry: Entry, index: number, context: Context): Expectation {
  const path = [group, index];
  const { faults } = context;
  const { kind, probes } = groups[group];
  const own = (probes as (entry: Entry, path: Path, context: Context) => readonly unknown[])(entry, path, context);
  // What a group is asked is made for its own items; here that is no longer told apart.
  const select = selectionOf(entry.select as never, selectorTests[group] as never, [...path, 'select'], faults);
  return {
    group,
    kind,
    path,
    name: entry.name ?? `${group}[${index}]`,
    match: entry.match ?? 'all',
    count: entry.count === undefined ? undefined : countRange(entry.count, [...path, 'count'], faults),
    select: select as Expectation['select'],
    readsMessages: listed<object>(entry.select).some((one) => Object.keys(one).some((name) => ofMessages(group, name))),
    probes: [...(own as readonly Probe<Item>[]), ...commonProbes(entry, path, context)],
  };
}

function readCapture(written: CaptureExpectation, { rules, faults }: Context): CaptureExpectations {
  const path = ['capture'];
  const probes: CaptureExpectations['probes'][number][] = [];
  const number = (what: string, place: Path, count: string | number | undefined, of: (report: Report) => number) => {
    const range = count === undefined ? undefined : countRange(count, place, faults);
    if (range === undefined) return;
    probes.push((report) => [seen(what, range.text, of(report), within(range, of(report)))]);
  };
  for (const name of ['messages', ...groupNames] as const)
    number(name, [...path, name], written[name], ({ summary }) => summary[name]);
  for (const [name, count] of Object.entries(written.outcomes ?? {}))
    number(
      `outcomes.${name}`,
      [...path, 'outcomes', name],
      count,
      ({ summary }) => summary.metrics.outcomes[name as keyof typeof summary.metrics.outcomes] ?? 0,
    );
  const { complete, findings } = written;
  if (complete !== undefined) {
    probes.push(({ inputs }) => {
      const cut = inputs.filter((input) => !input.complete || input.problem !== undefined).map(({ path }) => path);
      return [seen('complete', String(complete), cut.join(', ') || 'true', (cut.length === 0) === complete)];
    });
  }
  if (findings !== undefined) {
    const probe = findingProbe(findings, [...path, 'findings'], rules, faults);
    probes.push((report) =>
      probe(
        report.findings.map((_, index) => index),
        report,
      ),
    );
  }
  return { path, name: 'capture', probes };
}

export type Parsed =
  | { readonly expectations: Expectations; readonly faults: readonly [] }
  | { readonly expectations: undefined; readonly faults: readonly Fault[] };

/** Making a check of a schema takes longer than any file: once for the same list of rules. */
const schemaChecks = new WeakMap<readonly string[], ReturnType<typeof schemaCheck>>();

function schemaCheckFor(rules: readonly string[]): ReturnType<typeof schemaCheck> {
  const known = schemaChecks.get(rules) ?? schemaCheck(expectationsSchema(rules));
  schemaChecks.set(rules, known);
  return known;
}

/** `rules`: the ids that `findings` may name. */
export function parse(data: unknown, rules: readonly string[]): Parsed {
  const faults = new Faults();
  faults.all.push(...schemaCheckFor(rules)(data));
  if (faults.all.length > 0) return { expectations: undefined, faults: faults.all };
  const file = data as ExpectationsFile;
  const context = { rules, faults };
  const expectations = groupNames.flatMap((group) =>
    (file[group] ?? []).map((entry: Entry, index) => readEntry(group, entry, index, context)),
  );
  const capture = file.capture === undefined ? undefined : readCapture(file.capture, context);
  if (expectations.length === 0 && (capture?.probes.length ?? 0) === 0) faults.add([], 'empty');
  if (faults.all.length > 0) return { expectations: undefined, faults: faults.all };
  return { expectations: { expectations, capture }, faults: [] };
}
