/** Finished calls and exchanges in, compact records and findings out; keeps the counts that the capture rules need. */
import { type Silence, wasAlerting } from '../explain/outcome.ts';
import { decisiveRound } from '../explain/sequence.ts';
import type { Call, Evidence, Exchange, SipMessage } from '../model.ts';
import type { SubjectKind } from '../report.ts';
import type { CaptureView } from '../rules/capture-view.ts';
import type { Context } from '../rules/define.ts';
import { endedBefore } from '../rules/guards.ts';
import type { RuleRunner, Verdicts } from '../rules/run.ts';
import { evidenceOf } from '../state/evidence.ts';
import { type Census, createCensus } from '../state/pairs.ts';
import { type CallRecord, type Keep, recordCall } from './call.ts';
import { recordSubscription, recordTransaction, type SubscriptionRecord, type TransactionRecord } from './exchange.ts';
import { type FindingRecord, recordFinding, type SubjectRecord, type UndecidedRecord } from './finding.ts';
import { type RegistrationRecord, recordRegistration, registrationKey } from './registration.ts';

/** So many clean calls are told step by step; beyond, only with `--messages all`. */
const TOLD_LIMIT = 100;

/** So many calls that failed or have findings keep their story and messages, and so many other requests. */
const FULL_LIMIT = 10_000;

/** Items listed of each kind, and findings of each rule; beyond, they are counted only. */
const LIST_LIMIT = 100_000;
const FINDING_LIMIT = 10_000;

/** Where something was seen first, and how often. */
export class Sightings {
  count = 0;
  first: Evidence | undefined;

  add(message: SipMessage | undefined): void {
    this.count++;
    if (this.first === undefined && message !== undefined) this.first = evidenceOf(message);
  }
}

export class Collector {
  readonly calls: CallRecord[] = [];
  readonly registrations: RegistrationRecord[] = [];
  readonly subscriptions: SubscriptionRecord[] = [];
  readonly transactions: TransactionRecord[] = [];
  readonly findings: FindingRecord[] = [];
  readonly undecided: UndecidedRecord[] = [];
  readonly omitted = { calls: 0, transactions: 0, registrations: 0 };
  readonly census: Census = createCensus();
  readonly begunBefore = new Sightings();
  readonly openAtEnd = new Sightings();
  readonly #byRegistration = new Map<string, RegistrationRecord>();
  readonly #perRule = new Map<string, number>();
  #clean = 0;
  #flagged = 0;
  readonly #runner: RuleRunner;
  readonly #keep: Keep;

  constructor(runner: RuleRunner, keep: Keep) {
    this.#runner = runner;
    this.#keep = keep;
  }

  call(call: Call, context: Context): void {
    this.census.add(call);
    const verdicts = this.#runner.call(call, context);
    if (call.attempts.length === 0) this.begunBefore.add(call.messages[0]);
    const silence = silenceOf(call, context);
    if (context.atEnd && isOpen(call, silence)) this.openAtEnd.add(call.messages[call.messages.length - 1]);
    if (this.calls.length >= LIST_LIMIT) {
      this.omitted.calls++;
      return;
    }
    const brief = { clean: this.#keep !== 'all' && this.#clean >= TOLD_LIMIT, other: this.#flagged >= FULL_LIMIT };
    const record = recordCall(call, silence, verdicts.found.length > 0, this.#keep, brief);
    if (record.clean) this.#clean++;
    else this.#flagged++;
    this.#put(this.calls, 'call', record, verdicts);
  }

  exchange(exchange: Exchange, context: Context): void {
    this.census.add(exchange);
    const verdicts = this.#runner.exchange(exchange, context);
    const flagged = verdicts.found.length > 0;
    const keep = this.transactions.length + this.subscriptions.length < FULL_LIMIT ? this.#keep : 'none';
    if (exchange.kind === 'registration') this.#registration(exchange, verdicts);
    else if (exchange.kind === 'subscription') {
      const record = recordSubscription(exchange, flagged, keep);
      this.#putLimited(this.subscriptions, 'subscription', record, verdicts);
    } else {
      const record = recordTransaction(exchange, flagged, keep);
      this.#putLimited(this.transactions, 'transaction', record, verdicts);
    }
  }

  #put<T extends object>(list: T[], kind: SubjectKind, record: T, verdicts: Verdicts): void {
    list.push(record);
    this.#note(verdicts, { kind, record });
  }

  /** Subscriptions and single requests come by the million from scanners. */
  #putLimited<T extends object>(list: T[], kind: SubjectKind, record: T, verdicts: Verdicts): void {
    if (list.length >= LIST_LIMIT) this.omitted.transactions++;
    else this.#put(list, kind, record, verdicts);
  }

  #registration(exchange: Exchange, verdicts: Verdicts): void {
    const key = registrationKey(exchange);
    const known = this.#byRegistration.get(key);
    const flagged = verdicts.found.length > 0;
    if (known === undefined && this.registrations.length >= LIST_LIMIT && !flagged) {
      this.omitted.registrations++;
      return;
    }
    const record = recordRegistration(known, exchange, flagged, this.#keep);
    if (known === undefined) {
      this.registrations.push(record);
      this.#byRegistration.set(key, record);
    }
    this.#note(verdicts, { kind: 'registration', record });
  }

  /** The same trouble of the same registration, again and again, is one finding with a count. */
  #note(verdicts: Verdicts, subject: SubjectRecord): void {
    for (const found of verdicts.found) {
      const seen = this.#perRule.get(found.rule.id) ?? 0;
      const repeat =
        subject.kind === 'registration'
          ? this.findings.find((one) => one.rule === found.rule && one.subject.record === subject.record)
          : undefined;
      if (repeat !== undefined) repeat.count += found.count;
      else if (seen < FINDING_LIMIT) this.findings.push(recordFinding(found, subject));
      else this.omitted.transactions++;
      this.#perRule.set(found.rule.id, seen + 1);
    }
    for (const { rule, guard } of verdicts.undecided) {
      if (this.undecided.length < FINDING_LIMIT) this.undecided.push({ rule, guard, subject });
    }
  }

  /** The rules of scope `capture`, once everything else is known. */
  capture(view: CaptureView, context: Context): void {
    this.#note(this.#runner.capture(view, context), { kind: 'capture', record: undefined });
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

function silenceOf(call: Call, context: Context): Silence {
  const round = decisiveRound(call);
  return { over: round === undefined || !endedBefore(context, round.start, context.thresholds.transactionTimeout) };
}
