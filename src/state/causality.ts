/**
 * What cannot have happened before what (G-CLOCK): two capture points with clocks a little apart, or two queues of one,
 * show a response before its request. Order follows causality where times contradict it.
 */
import type { SipMessage } from '../model.ts';

function goesBack(later: SipMessage, earlier: SipMessage): boolean {
  return later.source.address === earlier.destination.address;
}

/** True when `effect` is only sent because of `cause`, as far as the two show. */
export function followsFrom(effect: SipMessage, cause: SipMessage): boolean {
  if (effect.callId !== cause.callId || !goesBack(effect, cause)) return false;
  // A response has the branch of its request (RFC 3261 §8.2.6.2).
  if (!effect.isRequest) {
    // 487 answers the INVITE that a CANCEL ended (§9.2).
    if (cause.method === 'CANCEL' && effect.status === 487) return cause.isRequest && cause.branch === effect.branch;
    return (
      cause.isRequest && cause.method === effect.method && cause.cseq === effect.cseq && cause.branch === effect.branch
    );
  }
  if (cause.isRequest || cause.status < 200) return false;
  // A final response of an INVITE is acknowledged after it came (§17.1.1.3, §13.2.2.4).
  if (effect.method === 'ACK') {
    if (cause.method !== 'INVITE' || cause.cseq !== effect.cseq) return false;
    return effect.branch === cause.branch || effect.toTag === cause.toTag;
  }
  // What was refused is tried again after the refusal, with the next number (§8.1.3.5, §22.2).
  return cause.status >= 300 && effect.method === cause.method && effect.cseq === cause.cseq + 1;
}
