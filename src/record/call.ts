/** What is kept of a finished call. Everything that holds message bytes is let go unless the call is shown in full. */
import { explainCall } from '../explain/call.ts';
import type { Silence } from '../explain/outcome.ts';
import type { Party } from '../explain/parties.ts';
import type { VerdictKey } from '../explain/verdict.ts';
import { parseFromTo } from '../headers/from-to.ts';
import { type CallTimings, timingsOf } from '../metrics/timings.ts';
import type { Args, Call, Confidence, Evidence, Outcome, SipMessage } from '../model.ts';
import type { ReportMessage } from '../report.ts';
import { evidenceOf } from '../state/evidence.ts';
import { type LegFacts, legFactsOf } from '../state/legs.ts';
import { listMessages } from './messages.ts';

export interface StepRecord {
  readonly key: string;
  readonly args: Args;
  readonly at: Evidence;
}

export interface CallRecord {
  /** Number of the first message: records stand in this order in the report. */
  readonly first: number;
  readonly callIds: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly end: number;
  readonly outcome: Outcome;
  readonly finalStatus: number;
  readonly sequence: readonly number[];
  readonly verdict: {
    readonly key: VerdictKey;
    readonly args: Args;
    readonly confidence: Confidence;
    readonly at: readonly Evidence[];
  };
  readonly timings: CallTimings;
  readonly parties: readonly Party[];
  readonly steps: readonly StepRecord[];
  readonly messageCount: number;
  readonly messages: readonly ReportMessage[];
  readonly leg: LegFacts | undefined;
  /** Answered or given up by the caller, and nothing found: one line says it all. */
  readonly clean: boolean;
}

const NAME_LENGTH = 120;
/** Responses of one call that are listed; a call with more is an attack or a test. */
const SEQUENCE_LIMIT = 1_000;

/** A user or host without escapes, passwords and oddities. */
const plainPart = /^[A-Za-z0-9._+*#-]{1,80}$/;

/** `<sip:user@host>` as nearly every From and To has it, at a tenth of the cost of a full parse; undefined otherwise. */
function plainIdentity(value: string): string | undefined {
  const nameEnd = value.startsWith('"') ? value.indexOf('"', 1) + 1 : 0;
  const start = value.indexOf('<sip:', nameEnd) + 5;
  const at = value.indexOf('@', start);
  if (start < 5 || at < 0) return undefined;
  let end = at + 1;
  for (; end < value.length; end++) {
    const char = value[end];
    if (char === '>' || char === ';' || char === ':') break;
  }
  const user = value.slice(start, at);
  const host = value.slice(at + 1, end);
  const plain = plainPart.test(user) && plainPart.test(host) && !value.slice(0, nameEnd).includes('\\');
  return plain ? `${user}@${host.toLowerCase()}` : undefined;
}

/** `user@host` of a From or To, the number of a tel URI; the value itself where it is neither. */
export function identityOf(value: string | undefined): string {
  if (value === undefined) return '';
  const plain = plainIdentity(value);
  if (plain !== undefined) return plain;
  const uri = parseFromTo(value)?.uri;
  const parts = [uri?.user ?? '', uri?.host ?? ''].filter((part) => part !== '');
  const name = uri === undefined || parts.length === 0 ? value : parts.join('@');
  return name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH - 1)}…` : name;
}

export type Keep = 'flagged' | 'all' | 'none';

/** Which conversations list their messages. */
export function keeps(keep: Keep, clean: boolean): boolean {
  return keep === 'all' || (keep === 'flagged' && !clean);
}

/** From and To name the caller's side first; a call that is seen from its middle may begin with the other side. */
function namesOf(call: Call): { readonly from: string; readonly to: string } {
  const first: SipMessage | undefined = call.attempts[0]?.request ?? call.messages[0];
  return { from: identityOf(first?.header('From')), to: identityOf(first?.header('To')) };
}

const harmless: ReadonlySet<Outcome> = new Set(['answered', 'cancelled']);

/** Of which calls steps, parties and messages are not wanted: clean ones, others. */
export interface Brief {
  readonly clean: boolean;
  readonly other: boolean;
}

export interface CallSettings {
  readonly keep: Keep;
  readonly brief: Brief;
  /** Header fields that the user knows to be equal on all legs of a call. */
  readonly correlation: readonly string[];
}

export function recordCall(call: Call, silence: Silence, flagged: boolean, settings: CallSettings): CallRecord {
  const { keep, brief, correlation } = settings;
  const isBrief = (outcome: Outcome) => (!flagged && harmless.has(outcome) ? brief.clean : brief.other);
  const explanation = explainCall(call, silence, isBrief);
  const { outcome, verdict } = explanation;
  const clean = !flagged && harmless.has(outcome);
  return {
    first: call.messages[0]?.id ?? 0,
    callIds: call.callIds,
    ...namesOf(call),
    start: call.start,
    end: call.end,
    outcome,
    finalStatus: explanation.finalStatus,
    sequence: explanation.sequence.slice(0, SEQUENCE_LIMIT).map(({ response }) => response.status),
    verdict: {
      key: verdict.key,
      args: verdict.args,
      confidence: verdict.confidence,
      // Told briefly, a call that went well needs no evidence.
      at: clean && brief.clean ? [] : verdict.at.map(evidenceOf),
    },
    timings: timingsOf(call, explanation.sequence),
    parties: explanation.parties,
    steps: explanation.steps.map(({ key, args, at }) => ({ key, args, at: evidenceOf(at[0]) })),
    messageCount: call.messages.length,
    leg: legFactsOf(call, correlation),
    messages: keeps(keep, clean) && !isBrief(outcome) ? listMessages(call.messages, call.transactions) : [],
    clean,
  };
}
