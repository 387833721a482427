/** Finished calls and exchanges in, compact records and findings out; keeps the counts that the capture rules need. */
import { type Silence, wasAlerting } from '../explain/outcome.ts';
import { decisiveRound } from '../explain/sequence.ts';
import type { MediaLog } from '../media/media.ts';
import type { Ends } from '../metrics/attempt.ts';
import { RegistrationTally } from '../metrics/registrations.ts';
import type { Call, Evidence, Exchange, SipMessage } from '../model.ts';
import type { CaptureView } from '../rules/capture-view.ts';
import type { Context } from '../rules/define.ts';
import { endedBefore } from '../rules/guards.ts';
import type { Found, RuleRunner, Verdicts } from '../rules/run.ts';
import { isScanner } from '../rules/scanners.ts';
import { registrationKey } from '../state/bindings.ts';
import { elapsed } from '../state/elapsed.ts';
import { evidenceOf } from '../state/evidence.ts';
import { type Census, createCensus } from '../state/pairs.ts';
import { type CallRecord, type Keep, recordCall } from './call.ts';
import { recordSubscription, recordTransaction, type SubscriptionRecord, type TransactionRecord } from './exchange.ts';
import { type FindingRecord, recordFinding, type SubjectRecord, type UndecidedRecord } from './finding.ts';
import { createFingerprints } from './fingerprint.ts';
import { recordStream, type StreamRecord } from './media.ts';
import type { Points } from './points.ts';
import { type RegistrationRecord, recordRegistration } from './registration.ts';

/** So many clean calls are told step by step; beyond, only with `--messages all`. */
const TOLD_LIMIT = 100;

/** So many calls that failed or have findings keep their story and messages, and so many other requests. */
const FULL_LIMIT = 10_000;

function toldLimit(keep: Keep): number {
  if (keep === 'all') return Number.POSITIVE_INFINITY;
  return keep === 'bounded' ? FULL_LIMIT : TOLD_LIMIT;
}

/** Items listed of each kind; beyond, those without a listed finding are counted only. */
const LIST_LIMIT = 100_000;
/** Findings listed of each rule and severity, and doubts of all rules. */
const FINDING_LIMIT = 10_000;

/** What is over; a registration never is. */
export type Ended =
  | { readonly kind: 'call'; readonly record: CallRecord }
  | { readonly kind: 'subscription'; readonly record: SubscriptionRecord }
  | { readonly kind: 'transaction'; readonly record: TransactionRecord };

export type OnRecord = (ended: Ended, findings: readonly FindingRecord[]) => void;

/** Where something was seen first, and how often. */
export class Sightings {
  count = 0;
  first: Evidence | undefined;

  add(message: SipMessage | undefined): void {
    this.count++;
    if (this.first === undefined && message !== undefined) this.first = evidenceOf(message);
  }
}

/** A registration goes on over many exchanges, and so do its findings. */
interface Registration {
  readonly record: RegistrationRecord;
  readonly findings: FindingRecord[];
}

export class Collector {
  readonly calls: CallRecord[] = [];
  readonly registrations: RegistrationRecord[] = [];
  readonly subscriptions: SubscriptionRecord[] = [];
  readonly transactions: TransactionRecord[] = [];
  readonly findings: FindingRecord[] = [];
  readonly undecided: UndecidedRecord[] = [];
  readonly omitted = { calls: 0, registrations: 0, subscriptions: 0, transactions: 0, findings: 0, undetermined: 0 };
  readonly census: Census = createCensus();
  readonly registrationTally = new RegistrationTally();
  /** RTP that belongs to no call, and how many flows of it were not followed. */
  loose: readonly StreamRecord[] = [];
  unclaimed = 0;
  /** Packets of RTP that are in no stream, because there were too many of those. */
  omittedRtp = 0;
  readonly begunBefore = new Sightings();
  readonly openAtEnd = new Sightings();
  readonly #byRegistration = new Map<string, Registration>();
  /** Findings listed, by rule and severity. */
  readonly #listed = new Map<string, number>();
  #clean = 0;
  #flagged = 0;
  readonly #runner: RuleRunner;
  readonly #keep: Keep;
  readonly #correlation: readonly string[];
  readonly #fingerprint = createFingerprints();
  readonly #onRecord: OnRecord | undefined;

  /** `onRecord` hears of what is over while the rest is still read. */
  constructor(runner: RuleRunner, keep: Keep, correlation: readonly string[], onRecord?: OnRecord) {
    this.#onRecord = onRecord;
    this.#runner = runner;
    this.#keep = keep;
    this.#correlation = correlation;
  }

  call(call: Call, context: Context, points: Points): void {
    this.census.add(call);
    const verdicts = this.#runner.call(call, context);
    if (call.attempts.length === 0) this.begunBefore.add(call.messages[0]);
    const silence = silenceOf(call, context);
    if (context.atEnd && isOpen(call, silence)) this.openAtEnd.add(call.messages[call.messages.length - 1]);
    if (!this.#admits(this.calls, verdicts)) {
      this.#omit('calls', verdicts);
      return;
    }
    const brief = { clean: this.#clean >= toldLimit(this.#keep), other: this.#flagged >= FULL_LIMIT };
    const settings = {
      keep: this.#keep,
      brief,
      correlation: this.#correlation,
      ends: endsOf(call, silence, context),
      points,
      media: context.media.of(call),
    };
    const record = recordCall(call, silence, verdicts.found.length > 0, settings);
    if (record.clean) this.#clean++;
    else this.#flagged++;
    this.#put(this.calls, 'call', record, verdicts);
  }

  exchange(exchange: Exchange, context: Context): void {
    this.census.add(exchange);
    const verdicts = this.#runner.exchange(exchange, context);
    if (exchange.kind === 'registration') {
      this.#registration(exchange, verdicts);
      if (!isScan(exchange.transactions)) this.registrationTally.add(exchange, isOverIn(context));
    } else if (exchange.kind === 'subscription') {
      if (!this.#admits(this.subscriptions, verdicts)) this.#omit('subscriptions', verdicts);
      else {
        const record = recordSubscription(exchange, verdicts.found.length > 0, this.#keepIn(this.subscriptions));
        this.#put(this.subscriptions, 'subscription', record, verdicts);
      }
    } else if (!this.#admits(this.transactions, verdicts)) this.#omit('transactions', verdicts);
    else {
      const record = recordTransaction(exchange, verdicts.found.length > 0, this.#keepIn(this.transactions));
      this.#put(this.transactions, 'transaction', record, verdicts);
    }
  }

  /** A finding that is listed brings its subject with it, however long the list is: a gate must not miss a late fault. */
  #admits(list: readonly object[], verdicts: Verdicts): boolean {
    return list.length < LIST_LIMIT || verdicts.found.some((found) => this.#hasRoom(found));
  }

  /** By severity too: what is only a warning ten thousand times must not hide the error after it. */
  #hasRoom({ rule, severity }: Found): boolean {
    return (this.#listed.get(`${rule.id} ${severity}`) ?? 0) < FINDING_LIMIT;
  }

  #omit(kind: 'calls' | 'registrations' | 'subscriptions' | 'transactions', verdicts: Verdicts): void {
    this.omitted[kind]++;
    this.omitted.findings += verdicts.found.length;
    this.omitted.undetermined += verdicts.undecided.length;
  }

  #keepIn(list: readonly object[]): Keep {
    return list.length < FULL_LIMIT ? this.#keep : 'none';
  }

  #put(list: CallRecord[], kind: 'call', record: CallRecord, verdicts: Verdicts): void;
  #put(list: SubscriptionRecord[], kind: 'subscription', record: SubscriptionRecord, verdicts: Verdicts): void;
  #put(list: TransactionRecord[], kind: 'transaction', record: TransactionRecord, verdicts: Verdicts): void;
  #put(list: object[], kind: Ended['kind'], record: Ended['record'], verdicts: Verdicts): void {
    list.push(record);
    const findings = this.#note(verdicts, { kind, record });
    this.#onRecord?.({ kind, record } as Ended, findings);
  }

  #registration(exchange: Exchange, verdicts: Verdicts): void {
    const key = registrationKey(exchange);
    const known = this.#byRegistration.get(key);
    if (known === undefined && !this.#admits(this.registrations, verdicts)) {
      this.#omit('registrations', verdicts);
      return;
    }
    const flagged = verdicts.found.length > 0;
    const record = recordRegistration(known?.record, exchange, flagged, this.#keepIn(this.registrations));
    const registration = known ?? { record, findings: [] };
    if (known === undefined) {
      this.registrations.push(record);
      this.#byRegistration.set(key, registration);
    }
    // The same trouble of the same registration, again and again, is one finding with a count.
    const repeats = (found: Found) => registration.findings.find((one) => one.rule === found.rule);
    for (const found of verdicts.found) {
      const repeated = repeats(found);
      if (repeated !== undefined) repeated.count += found.count;
    }
    const found = verdicts.found.filter((one) => repeats(one) === undefined);
    registration.findings.push(...this.#note({ ...verdicts, found }, { kind: 'registration', record }));
  }

  /** Returns the findings that are listed. */
  #note(verdicts: Verdicts, subject: SubjectRecord): readonly FindingRecord[] {
    const listed: FindingRecord[] = [];
    for (const found of verdicts.found) {
      if (!this.#hasRoom(found)) {
        this.omitted.findings++;
        continue;
      }
      const key = `${found.rule.id} ${found.severity}`;
      this.#listed.set(key, (this.#listed.get(key) ?? 0) + 1);
      listed.push(recordFinding(found, subject, this.#fingerprint(found.rule.id, found.args, subject)));
    }
    this.findings.push(...listed);
    for (const { rule, guard } of verdicts.undecided) {
      if (this.undecided.length < FINDING_LIMIT) this.undecided.push({ rule, guard, subject });
      else this.omitted.undetermined++;
    }
    return listed;
  }

  /** The end: what media belongs to no call. */
  media(media: Pick<MediaLog, 'loose' | 'unclaimed' | 'omitted'>): void {
    this.loose = media.loose().map((facts) => recordStream(facts, Number.NaN, this.#keep === 'all'));
    this.unclaimed = media.unclaimed().length;
    this.omittedRtp = media.omitted();
  }

  /** What is known only once everything else is: of the capture as a whole, or of one registration. */
  capture(view: CaptureView, context: Context): void {
    const { found, undecided } = this.#runner.capture(view, context);
    const subjectOf = ({ registration }: Found): SubjectRecord => {
      const record = registration === undefined ? undefined : this.#byRegistration.get(registration)?.record;
      return { kind: record === undefined ? 'capture' : 'registration', record };
    };
    for (const one of found) this.#note({ found: [one], undecided: [] }, subjectOf(one));
    this.#note({ found: [], undecided }, { kind: 'capture', record: undefined });
  }
}

/** Still ringing, or answered and not released. */
function isOpen(call: Call, silence: Silence): boolean {
  // A BYE that went astray (481) is nevertheless the end for the side that sent it.
  if (call.transactions.some((one) => one.method === 'BYE')) return false;
  if (call.dialogs.some((dialog) => dialog.state === 'confirmed')) return true;
  const round = decisiveRound(call);
  if (round === undefined || round.final !== undefined) return false;
  return wasAlerting(round) || !silence.over;
}

/** Search for open servers is no traffic. */
function isScan(transactions: Call['transactions']): boolean {
  const request = transactions[0]?.request;
  return request !== undefined && isScanner(request);
}

/** Whether what was sent then, and was not answered, will not be any more. */
function isOverIn(context: Context): (sent: number) => boolean {
  return (sent) => !endedBefore(context, sent, context.thresholds.transactionTimeout);
}

function endsOf(call: Call, silence: Silence, context: Context): Ends | undefined {
  if (isScan(call.attempts)) return undefined;
  const round = decisiveRound(call);
  const invite = silence.over && round !== undefined && !wasAlerting(round);
  return { invite, bye: isOverIn(context), timeout: context.thresholds.transactionTimeout };
}

function silenceOf(call: Call, context: Context): Silence {
  const round = decisiveRound(call);
  if (round === undefined) return { over: true, waited: undefined };
  return {
    over: !endedBefore(context, round.start, context.thresholds.transactionTimeout),
    waited: elapsed(round.start, context.now, round.request?.log),
  };
}
