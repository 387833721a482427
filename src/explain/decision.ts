/** Who or what ended a call, as far as code, cause and timing tell (response-codes.md §6.1 items 3 and 4). */
import { findCause } from '../catalogue/causes.ts';
import type { Args, Value } from '../model.ts';

/** Nothing is better than a guess: most ends have none of these. */
export type Decision =
  /** A Q.850 cause of routes, trunks and switches. */
  | 'network'
  /** As fast after the first progress as nobody decides. */
  | 'network-fast'
  /** As long as the INVITE allows (RFC 3261 §13.3.1). */
  | 'expires'
  /** As long as proxies wait for a hop that does not answer. */
  | 'hop-timer'
  /** So round a time of ringing. */
  | 'no-answer-timer'
  | 'no-answer-120'
  | 'timer-c'
  | 'person'
  | 'app'
  | 'rule'
  | 'device-setting'
  | 'no-device'
  | 'own-rule'
  | 'own-fault';

/** Q.850 causes of routes, trunks and switches, in which no user has a part. */
const ofNetwork: ReadonlySet<number> = new Set([2, 3, 25, 27, 34, 38, 41, 42, 44, 46, 47, 58]);
/** Causes that say nothing which the code does not say better: normal clearing, normal unspecified, interworking. */
const empty: ReadonlySet<number> = new Set([16, 31, 127]);
/** Nobody took the call: how long it rang tells the rest. */
export const unanswered: ReadonlySet<number> = new Set([18, 19]);

/** A Q.850 cause that tells something. */
export function tellingCause({ cause }: { readonly cause?: Value | undefined }) {
  const known = cause === undefined ? undefined : findCause(Number(cause));
  return known === undefined || empty.has(known.code) ? undefined : known;
}

/** Seconds of ringing that people set; a person hits one of them to a fifth of a second once in ten calls at most. */
const noAnswer = [10, 15, 20, 25, 30, 40, 45, 60, 90] as const;
/** With a final that a person may give as well, only those that outlast patience and are no minute. */
const patience = [25, 30] as const;
/** Of callers, who have their own patience. */
const givingUp = [30, 45, 60, 90] as const;
const CLOSE = 0.2;

function isRound(seconds: number, list: readonly number[]): boolean {
  return list.some((wanted) => Math.abs(seconds - wanted) <= CLOSE);
}

function within(seconds: number, wanted: number, margin: number): boolean {
  return seconds >= wanted - 0.5 && seconds <= wanted + margin;
}

function longTimer(seconds: number): Decision | undefined {
  if (within(seconds, 120, 2)) return 'no-answer-120';
  return within(seconds, 180, 5) ? 'timer-c' : undefined;
}

/** `after` and `expires` are of the INVITE. */
function ranOut(after: unknown, expires: unknown): boolean {
  return expires !== undefined && after !== undefined && Math.abs(Number(after) - Number(expires) * 1000) <= 1_000;
}

/** Codes with which people and their devices refuse. */
const ofUser: ReadonlySet<number> = new Set([486, 600, 603, 607]);
/** Codes of a wait that is over. */
const ofTimers: ReadonlySet<number> = new Set([408, 480, 487, 504]);

function ofWait(args: Args): Decision | undefined {
  const { status, rang, after, ringing, expires } = args;
  if (!ofTimers.has(Number(status))) return undefined;
  if (ranOut(after, expires)) return 'expires';
  const seconds = Number(rang ?? after) / 1000;
  if (rang === undefined && ringing !== true)
    return status !== 480 && within(seconds, 30, 3) ? 'hop-timer' : longTimer(seconds);
  return rang !== undefined && isRound(seconds, noAnswer) ? 'no-answer-timer' : longTimer(seconds);
}

function ofRefusal(rang: number): Decision | undefined {
  if (rang < 500) return 'app';
  if (rang >= 1_000 && rang <= 20_000) return 'person';
  return isRound(rang / 1000, patience) ? 'no-answer-timer' : undefined;
}

/** Without a sign of progress, in less than 0.3 s. */
function ofHaste({ status, role, ownPhrase }: Args): Decision | undefined {
  if (status === 603) return 'rule';
  if (status === 403) return 'own-rule';
  if (status === 480 && ownPhrase === true) return undefined;
  if (status === 480) return role === 'callee' ? 'device-setting' : 'no-device';
  return Number(status) >= 500 && Number(status) < 600 ? 'own-fault' : undefined;
}

/** Of a final response; `args` as a verdict has them. */
export function decisionOf(args: Args): Decision | undefined {
  const { insteadOf, after, rang, ringing, sinceProgress } = args;
  const status = Number(args.status);
  const cause = tellingCause(args);
  if (cause !== undefined && !unanswered.has(cause.code)) return ofNetwork.has(cause.code) ? 'network' : undefined;
  if (status < 400 || insteadOf !== undefined || after === undefined) return undefined;
  const wait = ofWait(args);
  if (wait !== undefined || cause !== undefined) return wait;
  if (rang !== undefined) return ofUser.has(status) ? ofRefusal(Number(rang)) : undefined;
  if (ringing === true) return Number(sinceProgress) < 1_000 ? 'network-fast' : undefined;
  if (Number(after) < 300) return ofHaste(args);
  const hop = status >= 500 && status < 600 && within(Number(after) / 1000, 30, 3);
  return hop ? 'hop-timer' : undefined;
}

/** Of a CANCEL: `rang` and `cancelledAfter` in ms. */
export function cancelDecision({ rang, cancelledAfter, expires }: Args): Decision | undefined {
  if (ranOut(cancelledAfter, expires)) return 'expires';
  if (rang === undefined) return undefined;
  const seconds = Number(rang) / 1000;
  return isRound(seconds, givingUp) ? 'no-answer-timer' : longTimer(seconds);
}
