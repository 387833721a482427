/**
 * The same packet captured twice is one message with two observations; the same message sent twice is a retransmission.
 * Told apart per transaction, where the two meet anyway, instead of by a hash of every packet.
 */
import type { SipMessage } from '../model.ts';

/** Twins of two capture points on one machine arrive within this many µs. */
const WINDOW = 20_000;
/** With equal IPv4 identification: half of T1, so that no retransmission can fall into it (RFC 3261 §17.1.1.2). */
const IDENTIFIED_WINDOW = 250_000;
/** Seen at another capture point: the way between the two, as long as it is shorter than T1 less what clocks are wrong by. */
const POINTS_WINDOW = 400_000;

function sameBytes(a: SipMessage, b: SipMessage): boolean {
  if (a.size !== b.size) return false;
  const left = a.bytes();
  const right = b.bytes();
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}

/** True when `later` is the capture's second look at the packet of `earlier`. */
export function isDuplicate(earlier: SipMessage, later: SipMessage): boolean {
  if (earlier.source !== later.source || earlier.destination !== later.destination) return false;
  if (earlier.transport !== later.transport) return false;
  const apart = Math.abs(later.time - earlier.time);
  const identified = earlier.ipId > 0 && later.ipId > 0;
  if (identified && earlier.ipId !== later.ipId) return false;
  // Two agents that sent on what they saw are two capture points, too.
  const points = earlier.input !== later.input || earlier.capturePoint !== later.capturePoint;
  if (apart > (points ? POINTS_WINDOW : identified ? IDENTIFIED_WINDOW : WINDOW)) return false;
  // A log that prints seconds only cannot show a twin by its time; equal records there are retransmissions.
  if (later.log !== undefined && later.log.resolution > WINDOW) return false;
  return sameBytes(earlier, later);
}
