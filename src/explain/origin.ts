/** Which host made a response, and which only passed it on: codes change on their way (RFC 3261 §16.7). */
import type { Endpoint, SipMessage, Transaction } from '../model.ts';

export interface Origin {
  /** The host that made the response, as deep as this capture shows. */
  readonly host: Endpoint;
  /** The copy of the response that left it. */
  readonly message: SipMessage;
  /** It came to the caller through another host. */
  readonly relayed: boolean;
  /** What that host itself had received from further down when it made this response; undefined when nothing. */
  readonly insteadOf: SipMessage | undefined;
}

function sameResponse(a: SipMessage, b: SipMessage): boolean {
  return a.status === b.status && a.toTag === b.toTag && a.cseq === b.cseq;
}

/** The INVITEs that `server` sent on because of `transaction`. */
export function onward(transaction: Transaction, invites: readonly Transaction[]): readonly Transaction[] {
  return invites.filter(
    (one) =>
      one !== transaction &&
      one.client.address === transaction.server.address &&
      one.viaCount > transaction.viaCount &&
      one.cseq === transaction.cseq,
  );
}

/**
 * The final with the highest claim (6xx first, then the lowest class) among branches that ended before `time`. A branch that
 * was cancelled has decided nothing, and after a CANCEL only a 6xx has a claim: the proxy itself had stopped the search.
 */
function bestFinal(branches: readonly Transaction[], time: number): SipMessage | undefined {
  const stopped = branches.some(({ peer }) => peer !== undefined && peer.start <= time);
  let best: SipMessage | undefined;
  for (const { final } of branches) {
    if (final === undefined || final.time > time || (stopped && final.status < 600)) continue;
    if (best === undefined || rank(final.status) < rank(best.status)) best = final;
  }
  return best;
}

function rank(status: number): number {
  return status >= 600 ? 0 : status;
}

/** `invites`: the call's initial INVITEs on all hops (see `sequence.ts`). */
export function originOf(response: SipMessage, transaction: Transaction, invites: readonly Transaction[]): Origin {
  let deepest = transaction;
  let message = response;
  for (const one of invites) {
    if (one.viaCount <= deepest.viaCount || one.cseq !== transaction.cseq) continue;
    const copy = one.responses.find((known) => sameResponse(known.message, response))?.message;
    // 100 is never passed on (RFC 3261 §16.7); a tag is made by one host only (§19.3).
    if (copy === undefined || response.status === 100 || copy.time > response.time) continue;
    deepest = one;
    message = copy;
  }
  const before = response.status >= 300 ? bestFinal(onward(deepest, invites), message.time) : undefined;
  return {
    host: deepest.server,
    message,
    relayed: deepest !== transaction,
    insteadOf: before !== undefined && !sameResponse(before, message) ? before : undefined,
  };
}
