/** The delays of one call (RFC 6076 §4.3, §4.5; timing-and-metrics.md §3). */

import type { SequenceStep } from '../explain/sequence.ts';
import type { Call } from '../model.ts';

/** Milliseconds; a missing name means that the event was not seen. */
export interface CallTimings {
  trying?: number | undefined;
  postDial?: number | undefined;
  ring?: number | undefined;
  setup?: number | undefined;
  final?: number | undefined;
  duration?: number | undefined;
}

/** Starts at the first INVITE of the attempt; authentication and redirection rounds count in (RFC 6076 §4.3). */
export function timingsOf(call: Call, sequence: readonly SequenceStep[]): CallTimings {
  const timings: CallTimings = {};
  const start = call.attempts[0]?.request?.time;
  if (start === undefined) return timings;
  // A clock that was set back makes no negative delay: such an event counts as not seen.
  const between = (from: number, to: number) => (to < from ? undefined : Math.round(to - from) / 1000);
  const since = (time: number) => between(start, time);
  let alerting: number | undefined;
  let progress: number | undefined;
  for (const { response, prefix } of sequence) {
    const { status, time } = response;
    if (status === 100) timings.trying ??= since(time);
    if (status > 100 && status < 300) timings.postDial ??= since(time);
    if (status === 180) alerting ??= time;
    if (status > 100 && status < 200) progress ??= time;
    if (status < 200 || prefix) continue;
    timings.final ??= since(time);
    if (status < 300) timings.setup ??= since(time);
    const rang = alerting ?? progress;
    if (rang !== undefined) timings.ring ??= between(rang, time);
  }
  for (const { answer, bye } of call.dialogs) {
    const end = bye?.request?.time;
    if (answer !== undefined && end !== undefined) timings.duration ??= between(answer.time, end);
  }
  return timings;
}
