/** Findings and calls in words. */
import { knowsWhy, type RootCause, tellsTheSame } from '../explain/cause.ts';
import type { VerdictKey } from '../explain/verdict.ts';
import type { Locale } from '../locales/locale.ts';
import type { Args, Severity } from '../model.ts';
import type {
  CallPoints,
  Device,
  Party,
  ReportCall,
  ReportFinding,
  ReportLeg,
  ReportStep,
  ReportVerdict,
} from '../report.ts';
import type { CallRecord, StepRecord } from './call.ts';
import type { SubjectRecord } from './finding.ts';
import type { LegLink } from './legs.ts';
import { showRef } from './messages.ts';
import type { Order } from './order.ts';
import type { PointsRecord } from './points.ts';
import type { RegistrationRecord } from './registration.ts';
import { isoTime } from './time.ts';

export function spellFinding(index: number, ordered: Order, locale: Locale): ReportFinding {
  const record = ordered.findings[index];
  const words = locale.rule(record.rule, record.args);
  const cause = ordered.causeOf(index);
  return {
    rule: record.rule.id,
    severity: ordered.severityOf(index),
    confidence: record.confidence,
    scope: record.rule.scope,
    subject: ordered.subjectOf(record.subject),
    at: record.at.map(showRef),
    args: record.args,
    title: words.title,
    message: words.message,
    why: words.why,
    fix: words.fix,
    refs: record.rule.spec,
    limits: words.limits,
    count: record.count,
    fingerprint: record.fingerprint,
    ...(record.device === undefined ? {} : { device: deviceOf(record.device, record.subject, ordered, locale) }),
    ...(cause === undefined ? {} : { absorbedBy: cause }),
  };
}

/** A host as the call of the finding knows it. */
function deviceOf(address: string, { kind, record }: SubjectRecord, ordered: Order, locale: Locale): Device {
  const call = kind === 'call' ? (record as CallRecord) : undefined;
  const party = call && partiesOf(call, ordered).find(({ addresses }) => addresses.includes(address));
  const registrar = kind === 'registration' ? (record as RegistrationRecord).registrar : '';
  const isRegistrar = registrar.slice(0, registrar.lastIndexOf(':')).replace(/^\[|\]$/g, '') === address;
  const { role = isRegistrar ? 'registrar' : undefined, product = '' } = party ?? {};
  const text = locale.device(address, role, product);
  return role === undefined ? { address, product, text } : { address, role, product, text };
}

/** With what only the other legs tell: a host that ends one call and begins the next is a B2BUA. */
function partiesOf(record: CallRecord, ordered: Order): readonly Party[] {
  const hosts = ordered.legsOf(ordered.numberOf(record)).filter(({ relation }) => relation === 'b2bua');
  if (hosts.length === 0) return record.parties;
  return record.parties.map((party) =>
    party.role !== 'sbc' && hosts.some(({ host }) => party.addresses.includes(host))
      ? { ...party, role: 'b2bua' }
      : party,
  );
}

/** What is said of a host that only the other legs show to be a B2BUA. */
function knowing(args: Args, record: CallRecord, ordered: Order): Args {
  if (ordered.legsOf(ordered.numberOf(record)).length === 0 || args.host === undefined) return args;
  const party = partiesOf(record, ordered).find(({ addresses }) => addresses.includes(String(args.host)));
  return party === undefined || args.role === undefined || party.role === args.role
    ? args
    : { ...args, role: party.role };
}

function leg(link: LegLink, locale: Locale): ReportLeg {
  const { call, direction, relation, host, score, reasons } = link;
  return { call, direction, relation, host, score, reasons, text: locale.leg(link, link.end) };
}

function step({ key, args, at }: StepRecord, clean: boolean, locale: Locale): ReportStep {
  const status = Number(args.status ?? 0);
  const line: ReportStep = {
    key,
    status,
    phrase: String(args.phrase ?? ''),
    at: showRef(at),
    delta: Number(args.delta),
    text: locale.step(key, args),
  };
  if (clean || status === 0 || key === 'prefix') return line;
  const words = locale.status(status, args);
  return { ...line, description: words.description, whenSeen: words.whenSeen, howToFix: words.howToFix };
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** What is said of a record: all findings of the report, in words, and which of them are its own. */
export interface Said {
  readonly spelled: readonly ReportFinding[];
  readonly ordered: Order;
  /** Ids of its streams in the report. */
  streamsOf(record: CallRecord): readonly number[];
}

/** The most severe finding that no other explains, best one that the verdict tells too; notes do not make a verdict. */
function worstOf(key: VerdictKey, own: readonly number[], { spelled }: Said): number | undefined {
  const rank = (index: number) => 2 * ranks[spelled[index].severity] + (tellsTheSame(key, spelled[index].rule) ? 0 : 1);
  let worst: number | undefined;
  for (const one of own) {
    // What another leg explains is told by what explains it.
    const index =
      spelled[one].absorbedBy !== undefined && !own.includes(spelled[one].absorbedBy) ? spelled[one].absorbedBy : one;
    const { severity, absorbedBy } = spelled[index];
    if ((absorbedBy !== undefined && index === one) || severity === 'info') continue;
    if (worst === undefined || rank(index) < rank(worst)) worst = index;
  }
  return worst;
}

function spellVerdict(record: CallRecord, own: readonly number[], said: Said, locale: Locale): ReportVerdict {
  const { key, confidence, at } = record.verdict;
  const args = knowing(record.verdict.args, record, said.ordered);
  const worst = worstOf(key, own, said);
  if (worst === undefined) {
    const { text, advice } = locale.verdict(key, args);
    return { key, args, text, advice, confidence, at: at.map(showRef) };
  }
  const { rule, title, message, fix } = said.spelled[worst];
  const found = said.ordered.findings[worst];
  const delta = ((found.at[0]?.time ?? record.start) - record.start) / 1000;
  const cause: RootCause = { rule, args: found.args, title, message, delta };
  const { text, advice } = locale.verdict(key, args, cause);
  // What to do about a verdict that is the finding in other words, or does not know why, is what to do about the finding.
  const remedy = advice === '' || knowsWhy(key, rule) ? (fix[0] ?? advice) : advice;
  return { key, args: { ...args, rootCause: rule }, text, advice: remedy, confidence, at: at.map(showRef) };
}

function spellPoints(
  { pairs, lost }: PointsRecord,
  start: number,
  names: readonly string[],
  locale: Locale,
): CallPoints {
  return {
    pairs: pairs.map(({ a, b, messages, toB = null, toA = null }) => ({
      a,
      b,
      messages,
      toB,
      toA,
      text: locale.points.pair({ a: names[a], b: names[b], messages, toB, toA }),
    })),
    lost: lost.map(({ at, seenAt, missingAt }) => {
      const facts = { startLine: at.startLine, delta: (at.time - start) / 1000 };
      const text = locale.points.lost({ ...facts, seenAt: names[seenAt], missingAt: names[missingAt] });
      return { at: showRef(at), seenAt, missingAt, text };
    }),
  };
}

// Name by name, not by spread: there can be a hundred thousand of them.
/** `names` are those of the inputs, as sentences call them. */
export function spellCall(
  record: CallRecord,
  id: number,
  said: Said,
  locale: Locale,
  names: readonly string[],
): ReportCall {
  const findings = said.ordered.findingsOf(record);
  return {
    id,
    callIds: record.callIds,
    from: record.from,
    to: record.to,
    start: isoTime(record.start),
    end: isoTime(record.end),
    outcome: record.outcome,
    finalStatus: record.finalStatus,
    sequence: record.sequence,
    verdict: spellVerdict(record, findings, said, locale),
    timings: record.timings,
    parties: partiesOf(record, said.ordered),
    legs: said.ordered.legsOf(id).map((link) => leg(link, locale)),
    ...(record.points === undefined ? {} : { points: spellPoints(record.points, record.start, names, locale) }),
    // Of a clean call whose messages were asked for, the whole story was asked for too.
    steps: record.steps.map(({ key, args, at }) =>
      step(
        { key, at, args: knowing(args, record, said.ordered) },
        record.clean && record.messages.length === 0,
        locale,
      ),
    ),
    streams: said.streamsOf(record),
    messageCount: record.messageCount,
    messages: record.messages,
    findings,
  };
}

/** What has a place in the report, a beginning and an end. */
export interface Timed {
  readonly first: number;
  readonly start: number;
  readonly end: number;
}

/** A record with its times in words, and without what only gives it its place. */
export function spellTimes<T extends Timed>(record: T) {
  const { first: _, start, end, ...rest } = record;
  return { ...rest, start: isoTime(start), end: isoTime(end) };
}
