/**
 * The one verdict of a call: who was reached, what the caller heard, who or what ended it (response-codes.md §6.1).
 * Data only; locales make the sentences.
 */
import { findStatus } from '../catalogue/statuses.ts';
import type { Args, Call, Confidence, Outcome, SipMessage, Step, Transaction, Value } from '../model.ts';
import { elapsed } from '../state/elapsed.ts';
import { cancelDecision, decisionOf } from './decision.ts';
import { addReason, expiresOf, reasonOf, retryAfterOf, shorten, warningOf } from './facts.ts';
import { type Origin, onward, originOf } from './origin.ts';
import { type Silence, wasAlerting, wasCancelled } from './outcome.ts';
import type { Party } from './parties.ts';
import { addProgress, put } from './progress.ts';
import { decisiveRound, type SequenceStep } from './sequence.ts';
import type { Sound } from './sound.ts';
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

/** Rounds named one by one. */
const ROUND_LIMIT = 8;
/** Hops that a silence is followed along: no path is as long (RFC 3261 §8.1.1.6). */
const HOP_LIMIT = 70;

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

/** Who decided; of a call told in brief, by its address alone. */
function addDecider(args: Record<string, Value>, address: string, parties: readonly Party[]): void {
  if (parties.length > 0) addHost(args, address, parties);
  else args.host = address;
}

function addOrigin(args: Record<string, Value>, origin: Origin, parties: readonly Party[]): void {
  addDecider(args, origin.host.address, parties);
  if (origin.relayed) args.relayed = true;
  if (origin.insteadOf !== undefined) {
    args.insteadOf = origin.insteadOf.status;
    args.insteadOfHost = origin.insteadOf.source.address;
  }
}

function addFinal(args: Record<string, Value>, final: SipMessage, round: Transaction): void {
  args.status = final.status;
  const progress = round.responses.find(({ message }) => message.status > 100 && message.status < 200)?.message;
  if (progress !== undefined) put(args, 'sinceProgress', elapsed(progress.time, final.time, final.log));
  put(args, 'rang', rangFor(round, final));
  const media = round.responses.find(({ message }) => message.status < 200 && message.hasSdp)?.message;
  if (media !== undefined) put(args, 'opened', elapsed(media.time, final.time, final.log));
  if (final.status < 300) return;
  args.phrase = shorten(final.phrase.trim());
  if (args.phrase.toLowerCase() !== (findStatus(final.status)?.phrase ?? '').toLowerCase()) args.ownPhrase = true;
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
  silence: Silence,
  sound: Sound,
): Verdict {
  const round = decisiveRound(call);
  const args: Record<string, Value> = {};
  if (bye !== undefined) addRelease(args, bye);
  if (round === undefined) {
    const known = outcome === 'answered';
    if (args.releasedBy !== undefined) args.host = args.releasedBy;
    const at = call.messages.slice(0, 1);
    return { key: known ? 'answered-before-capture' : 'unknown', args, confidence: 'likely', at };
  }
  addProgress(args, round, sound);
  args.server = round.server.address;
  args.sends = 1 + round.requestRepeats.length;
  const before = sequence.filter(({ prefix }) => prefix).map(({ response }) => response.status);
  args.rounds = before.length;
  if (before.length > 0) args.before = before.slice(0, ROUND_LIMIT).join(', ');
  args.ringing = wasAlerting(round);
  const expires = expiresOf(round.request);
  if (expires !== undefined) args.expires = expires;
  const key = keyOf(call, round, outcome);
  const at: SipMessage[] = [];
  const { final } = round;
  if (final === undefined) at.push(...addSilence(args, call, round, key, silence, invites, parties));
  else at.push(...addEnd(args, call, round, final, invites, parties));
  if (key === 'cancelled' || key === 'cancelled-elsewhere') at.unshift(...addCancel(args, call, round, parties));
  return { key, args, confidence: final === undefined ? 'likely' : 'certain', at };
}

/** The final response, and what of it came from whom: the messages that prove it. */
function addEnd(
  args: Record<string, Value>,
  call: Call,
  round: Transaction,
  final: SipMessage,
  invites: readonly Transaction[],
  parties: readonly Party[],
): readonly SipMessage[] {
  put(args, 'after', elapsed(call.start, final.time, final.log));
  addFinal(args, final, round);
  const origin = originOf(final, round, invites);
  addOrigin(args, origin, parties);
  if (final.status < 300) return [final];
  const decision = decisionOf(args);
  if (decision !== undefined) args.decision = decision;
  return [
    final,
    ...(origin.message === final ? [] : [origin.message]),
    ...(origin.insteadOf === undefined ? [] : [origin.insteadOf]),
  ];
}

/** No final response: who fell silent, as deep as this capture shows, and for how long. */
function addSilence(
  args: Record<string, Value>,
  call: Call,
  round: Transaction,
  key: VerdictKey,
  silence: Silence,
  invites: readonly Transaction[],
  parties: readonly Party[],
): readonly SipMessage[] {
  const { waited } = silence;
  // Its last sign came at once; how long nothing followed is what tells.
  const over = key === 'stalled' && waited !== undefined;
  put(args, 'after', over ? waited : elapsed(call.start, round.end, round.request?.log));
  const silent = silentHop(round, invites);
  addDecider(args, silent.server.address, parties);
  const last = round.responses[round.responses.length - 1]?.message ?? round.request;
  return [last, silent === round ? undefined : silent.request].filter((message) => message !== undefined);
}

/** The deepest INVITE that came of this one and has no final response either. */
function silentHop(round: Transaction, invites: readonly Transaction[]): Transaction {
  let deepest = round;
  for (let depth = 0; depth < HOP_LIMIT; depth++) {
    const next = onward(deepest, invites).find(({ final }) => final === undefined);
    if (next === undefined) break;
    deepest = next;
  }
  return deepest;
}

/** Who cancelled: of the caller's own hop, or the proxy that a capture behind it shows. */
function addCancel(
  args: Record<string, Value>,
  call: Call,
  round: Transaction,
  parties: readonly Party[],
): readonly SipMessage[] {
  const cancel = round.peer?.request;
  if (cancel === undefined) return [];
  put(args, 'cancelledAfter', elapsed(call.start, cancel.time, cancel.log));
  addDecider(args, cancel.source.address, parties);
  args.role = round.viaCount > 1 ? 'proxy' : 'caller';
  for (const name of ['relayed', 'insteadOf', 'insteadOfHost', 'rang']) delete args[name];
  put(args, 'rang', rangFor(round, cancel));
  const decision = cancelDecision(args);
  if (decision === undefined) delete args.decision;
  else args.decision = decision;
  return [cancel];
}
