/** The caller-side response sequence of a call: what came back to whoever placed it, round by round. */
import type { Call, SipMessage, Transaction } from '../model.ts';

/** Why the caller sent its INVITE again. */
export type Round = 'first' | 'authentication' | 'redirection' | 'negotiation' | 'failover';

export interface SequenceStep {
  readonly transaction: Transaction;
  readonly response: SipMessage;
  /** Copies of the response. */
  readonly repeats: readonly SipMessage[];
  /** The round this response belongs to. */
  readonly round: Round;
  /** It only led to the next round (a challenge that was answered, a redirection that was followed). */
  readonly prefix: boolean;
}

/** Refusals that ask for the same request with other header fields (RFC 3261 §8.1.3.5, RFC 4028 §6). */
const negotiable = new Set([413, 415, 416, 420, 421, 422]);

/** Initial INVITEs that are looked at in one call: more than any fork makes. */
const INVITE_LIMIT = 256;

/** The INVITEs outside a dialog, on all hops; of some only responses may have been captured. */
export function initialInvites(call: Call): readonly Transaction[] {
  const found: Transaction[] = [];
  for (const one of call.transactions) {
    if (one.method === 'INVITE' && (one.request === undefined || one.request.toTag === '')) found.push(one);
    if (found.length === INVITE_LIMIT) break;
  }
  return found;
}

/** The INVITEs of the caller's own hop; without them, what responses show of it. */
export function callerRounds(call: Call): readonly Transaction[] {
  if (call.attempts.length > 0) return call.attempts;
  const seen = initialInvites(call);
  return seen.filter((one) => one.client === seen[0].client);
}

function roundAfter(final: SipMessage | undefined): Round {
  if (final === undefined) return 'failover';
  if (final.status === 401 || final.status === 407) return 'authentication';
  if (final.status >= 300 && final.status < 400) return 'redirection';
  return negotiable.has(final.status) ? 'negotiation' : 'failover';
}

export function callerSequence(call: Call): readonly SequenceStep[] {
  const rounds = callerRounds(call);
  const steps: SequenceStep[] = [];
  for (let i = 0; i < rounds.length; i++) {
    const transaction = rounds[i];
    const round = i === 0 ? 'first' : roundAfter(rounds[i - 1].final);
    const led = i + 1 < rounds.length;
    for (const { message, repeats } of transaction.responses) {
      const prefix = led && message === transaction.final && message.status >= 300;
      steps.push({ transaction, response: message, repeats, round, prefix });
    }
  }
  return steps;
}

/** The round that decided: the one that was answered, else the last. */
export function decisiveRound(call: Call): Transaction | undefined {
  const rounds = callerRounds(call);
  return rounds.find((one) => one.final !== undefined && one.final.status < 300) ?? rounds[rounds.length - 1];
}
