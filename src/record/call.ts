/** What is kept of a finished call. Everything that holds message bytes is let go unless the call is shown in full. */
import { explainCall } from '../explain/call.ts';
import type { Silence } from '../explain/outcome.ts';
import type { Party } from '../explain/parties.ts';
import type { VerdictKey } from '../explain/verdict.ts';
import { identityOf } from '../headers/user-at-host.ts';
import type { CallMedia } from '../media/facts.ts';
import { type Attempt, attemptOf, type Ends } from '../metrics/attempt.ts';
import { type CallTimings, timingsOf } from '../metrics/timings.ts';
import type { Args, Call, Confidence, Evidence, Outcome, SipMessage } from '../model.ts';
import type { ReportMessage } from '../report.ts';
import { evidenceOf } from '../state/evidence.ts';
import { type LegFacts, legFactsOf } from '../state/legs.ts';
import { recordStreams, type StreamRecord } from './media.ts';
import { listMessages } from './messages.ts';
import { type Points, type PointsRecord, pointsOf } from './points.ts';

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
  /** What it adds to the figures of the capture; undefined for what is no attempt to talk, or not seen from its beginning. */
  readonly attempt: Attempt | undefined;
  readonly parties: readonly Party[];
  readonly steps: readonly StepRecord[];
  readonly streams: readonly StreamRecord[];
  readonly messageCount: number;
  readonly messages: readonly ReportMessage[];
  readonly leg: LegFacts | undefined;
  /** Undefined for a call that only one capture point saw. */
  readonly points: PointsRecord | undefined;
  /** Answered or given up by the caller, and nothing found: one line says it all. */
  readonly clean: boolean;
}

/** Responses of one call that are listed; a call with more is an attack or a test. */
const SEQUENCE_LIMIT = 1_000;

/** `bounded`: all, as far as memory does not grow with the number of calls. */
export type Keep = 'flagged' | 'bounded' | 'all' | 'none';

/** Which conversations list their messages. */
export function keeps(keep: Keep, clean: boolean): boolean {
  return keep === 'all' || keep === 'bounded' || (keep === 'flagged' && !clean);
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
  /** Undefined for calls that count in no figure. */
  readonly ends: Ends | undefined;
  readonly points: Points;
  readonly media: CallMedia;
}

export function recordCall(call: Call, silence: Silence, flagged: boolean, settings: CallSettings): CallRecord {
  const { keep, brief, correlation } = settings;
  const isBrief = (outcome: Outcome) => (!flagged && harmless.has(outcome) ? brief.clean : brief.other);
  const explanation = explainCall(call, silence, settings.media, isBrief);
  const { outcome, verdict } = explanation;
  const clean = !flagged && harmless.has(outcome);
  const points = pointsOf(call, settings.points);
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
    attempt:
      settings.ends === undefined
        ? undefined
        : attemptOf(call, explanation.sequence, explanation.finalStatus, settings.ends),
    parties: explanation.parties,
    steps: explanation.steps.map(({ key, args, at }) => ({ key, args, at: evidenceOf(at[0]) })),
    streams: recordStreams(settings.media, keep === 'all'),
    messageCount: call.messages.length,
    leg: legFactsOf(call, correlation),
    points,
    messages:
      keeps(keep, clean) && !isBrief(outcome) ? listMessages(call.messages, call.transactions, points?.also) : [],
    clean,
  };
}
