/**
 * The one verdict of a call: who was reached, what the caller heard, who or what ended it (response-codes.md §6.1).
 * Data only; locales make the sentences.
 */
import type { Args, Call, Confidence, Outcome, SipMessage, Step, Transaction, Value } from '../model.ts';
import { elapsed } from '../state/elapsed.ts';
import { addReason, reasonOf, retryAfterOf, shorten, warningOf } from './facts.ts';
import { type Origin, originOf } from './origin.ts';
import { wasAlerting, wasCancelled } from './outcome.ts';
import type { Party } from './parties.ts';
import { decisiveRound, type SequenceStep } from './sequence.ts';
import { addHost, rangFor } from './steps.ts';

export type VerdictKey =
  | 'answered'
  | 'answered-before-capture'
  | 'busy-here'
  | 'busy-everywhere'
  | 'declined'
  | 'unwanted'
  | 'blocked'
  | 'cancelled'
  | 'cancelled-elsewhere'
  | 'terminated'
  | 'no-answer'
  | 'redirected'
  | 'not-found'
  | 'forbidden'
  | 'unavailable'
  | 'media-refused'
  | 'rejected'
  | 'unauthorized'
  | 'no-response'
  | 'stalled'
  | 'timeout'
  | 'server-failure'
  | 'unfinished'
  | 'unknown';

export interface Verdict {
  readonly key: VerdictKey;
  readonly args: Args;
  readonly confidence: Confidence;
  readonly at: readonly SipMessage[];
}

/** The strongest sign of progress that the caller got (response-codes.md §6.1 item 1). */
export type Reach = 'nothing' | 'trying' | 'progress' | 'ringing' | 'answered';
/** What the caller heard before the end, as far as signalling tells (item 2). */
export type Audible = 'nothing' | 'ringback' | 'early-media' | 'silence';

function reachOf(round: Transaction): Reach {
  let reach: Reach = 'nothing';
  for (const { message } of round.responses) {
    if (message.status >= 200) {
      if (message.status < 300) return 'answered';
    } else if (message.status === 180) reach = 'ringing';
    else if (message.status > 100 && reach !== 'ringing') reach = 'progress';
    else if (reach === 'nothing') reach = 'trying';
  }
  return reach;
}

function audibleOf(round: Transaction): Audible {
  let audible: Audible = 'nothing';
  for (const { message } of round.responses) {
    if (message.status <= 100 || message.status >= 200) continue;
    if (message.hasSdp) return 'early-media';
    if (message.status === 180) audible = 'ringback';
    else if (audible === 'nothing') audible = 'silence';
  }
  return audible;
}

function keyOfStatus(status: number, outcome: Outcome): VerdictKey {
  switch (status) {
    case 403:
      return 'forbidden';
    case 404:
    case 410:
    case 484:
    case 485:
    case 604:
      return 'not-found';
    case 415:
    case 488:
    case 606:
      return 'media-refused';
    case 480:
      return outcome === 'no-answer' ? 'no-answer' : 'unavailable';
    case 486:
      return 'busy-here';
    case 600:
      return 'busy-everywhere';
    case 603:
      return 'declined';
    case 607:
      return 'unwanted';
    case 608:
      return 'blocked';
    case 408:
      return outcome === 'no-answer' ? 'no-answer' : 'timeout';
    case 504:
      return 'timeout';
    default:
      return status >= 500 && status < 600 ? 'server-failure' : 'rejected';
  }
}

function keyOf(call: Call, round: Transaction, outcome: Outcome): VerdictKey {
  switch (outcome) {
    case 'answered':
    case 'redirected':
    case 'unauthorized':
      return outcome;
    case 'cancelled': {
      if (!wasCancelled(call)) return 'terminated';
      const cancel = round.peer?.request;
      return cancel !== undefined && reasonOf(cancel)?.sipCause === 200 ? 'cancelled-elsewhere' : 'cancelled';
    }
    case 'unknown':
      return 'unfinished';
    default:
  }
  if (round.final === undefined) return round.responses.length === 0 ? 'no-response' : 'stalled';
  return keyOfStatus(round.final.status, outcome);
}

/** Devices that answered, by their tags; nearly always one. */
function branchesOf(round: Transaction): number {
  const tags: string[] = [];
  for (const { message } of round.responses) {
    if (message.toTag !== '' && !tags.includes(message.toTag)) tags.push(message.toTag);
  }
  return tags.length;
}

function addOrigin(args: Record<string, Value>, origin: Origin, parties: readonly Party[]): void {
  addHost(args, origin.host.address, parties);
  if (origin.relayed) args.relayed = true;
  if (origin.insteadOf !== undefined) {
    args.insteadOf = origin.insteadOf.status;
    args.insteadOfHost = origin.insteadOf.source.address;
  }
}

/** A duration that the clock of the capture bears out, or none. */
function put(args: Record<string, Value>, name: string, ms: number | undefined): void {
  if (ms !== undefined) args[name] = ms;
}

function addFinal(args: Record<string, Value>, final: SipMessage, round: Transaction): void {
  args.status = final.status;
  const progress = round.responses.find(({ message }) => message.status > 100 && message.status < 200)?.message;
  if (progress !== undefined) put(args, 'sinceProgress', elapsed(progress.time, final.time, final.log));
  put(args, 'rang', rangFor(round, final));
  if (final.status < 300) return;
  args.phrase = shorten(final.phrase.trim());
  addReason(args, final);
  const warning = warningOf(final);
  if (warning !== undefined) {
    args.warning = warning.code;
    args.warningText = warning.text;
  }
  const retryAfter = retryAfterOf(final);
  if (retryAfter !== undefined) args.retryAfter = retryAfter;
  if (final.status < 400) args.contact = final.header('Contact') ?? '';
}

/** What the BYE adds, told with names of its own: the final response may have a Reason too. */
const releaseNames: readonly (readonly [own: string, told: string])[] = [
  ['talked', 'talked'],
  ['unacknowledged', 'unacknowledged'],
  ['byCaller', 'byCaller'],
  ['host', 'releasedBy'],
  ['role', 'releaseRole'],
  ['reason', 'releaseReason'],
  ['reasonText', 'releaseReasonText'],
  ['cause', 'releaseCause'],
  ['answer', 'byeAnswer'],
];

function addRelease(args: Record<string, Value>, bye: Step): void {
  for (const [own, told] of releaseNames) if (own in bye.args) args[told] = bye.args[own];
}

export function verdictOf(
  call: Call,
  outcome: Outcome,
  sequence: readonly SequenceStep[],
  bye: Step | undefined,
  invites: readonly Transaction[],
  parties: readonly Party[],
): Verdict {
  const round = decisiveRound(call);
  const args: Record<string, Value> = {};
  if (bye !== undefined) addRelease(args, bye);
  if (round === undefined) {
    const known = outcome === 'answered';
    const at = call.messages.slice(0, 1);
    return { key: known ? 'answered-before-capture' : 'unknown', args, confidence: 'likely', at };
  }
  args.reach = reachOf(round);
  args.audible = audibleOf(round);
  args.server = round.server.address;
  args.sends = 1 + round.requestRepeats.length;
  args.rounds = sequence.reduce((sum, step) => sum + (step.prefix ? 1 : 0), 0);
  args.branches = branchesOf(round);
  args.ringing = wasAlerting(round);
  const { final } = round;
  const at: SipMessage[] = [];
  put(args, 'after', elapsed(call.start, final?.time ?? round.end, (final ?? round.request)?.log));
  if (final !== undefined) {
    addFinal(args, final, round);
    at.push(final);
    // Of a call told in brief nobody asks who answered.
    if (final.status >= 300 || parties.length > 0) {
      const origin = originOf(final, round, invites);
      addOrigin(args, origin, parties);
      if (final.status >= 300 && origin.message !== final) at.push(origin.message);
    }
  } else {
    const last = round.responses[round.responses.length - 1]?.message ?? round.request;
    if (last !== undefined) at.push(last);
  }
  const cancel = round.peer?.request;
  if (cancel !== undefined) put(args, 'cancelledAfter', elapsed(call.start, cancel.time, cancel.log));
  return { key: keyOf(call, round, outcome), args, confidence: final === undefined ? 'likely' : 'certain', at };
}
