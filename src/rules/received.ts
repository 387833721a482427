/** What a stream lost and how evenly it came, by the capture and by the reports of its receiver. */
import type { CallMedia, StreamFacts } from '../media/facts.ts';

/** What is missing in one piece is a gap, not loss: rule `rtp-gap-midcall` tells of it. Packets. */
const HOLE = 100;
/** µs. */
const SECOND = 1_000_000;
/** A receiver that tells of less than this share of what was measured here got packets as the capture did not. */
const RECEIVED = 0.5;
/** Reports of a receiver from which on one of them fell into a bad time of some seconds. */
const ENOUGH_REPORTS = 3;

/** Lost packets, and those that should have come, without such a gap. `now` is the newest packet of all, µs. */
export function lossOf(
  stream: StreamFacts,
  { ended }: Pick<CallMedia, 'ended'>,
  now: number,
): { readonly lost: number; readonly expected: number } {
  // Where the capture ends in the middle of a call, what is late has not come yet.
  const late = Number.isNaN(ended) && now - stream.end < SECOND ? stream.series.lostAtEnd : 0;
  const out = Math.max(holeIn(stream), late);
  return { lost: Math.max(0, stream.lost - out), expected: Math.max(1, stream.expected - out) };
}

/** Packets of the gap that the loss of a stream is made of for the most part; 0 without. */
export function holeIn({ longestLoss }: StreamFacts): number {
  return longestLoss >= HOLE ? longestLoss : 0;
}

/**
 * Packets that got lost behind the capture point, by the reports of the receiver; -1 where none tells. What it lost before
 * its first report may have been before the capture.
 */
export function lostBehind({ rtcp }: StreamFacts): number {
  if (rtcp === undefined || rtcp.reports === 0) return -1;
  const { lost, lostHere, since, reports } = rtcp;
  const beyond = lost - lostHere;
  return Math.max(0, reports > 1 ? Math.min(beyond, since.lost - since.lostHere) : beyond);
}

/** Reports say that the receiver got much of what is missing here: the capture lost it. */
export function isLostByCapture({ rtcp }: StreamFacts): boolean {
  return rtcp !== undefined && rtcp.reports > 0 && rtcp.lostHere > 0 && rtcp.lost < RECEIVED * rtcp.lostHere;
}

/** Reports say that the packets came evenly to the receiver: it is the capture that gave them wrong times. `worst` in ms. */
export function isUnevenByCapture({ rtcp }: StreamFacts, worst: number): boolean {
  return rtcp !== undefined && rtcp.reports >= ENOUGH_REPORTS && rtcp.jitter < RECEIVED * worst;
}
