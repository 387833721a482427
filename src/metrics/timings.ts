/** The delays of one call (RFC 6076 §4.3, §4.5; timing-and-metrics.md §3). */

import type { SequenceStep } from '../explain/sequence.ts';
import type { Call } from '../model.ts';

/** Milliseconds; a missing name means that the event was not seen. */
export interface CallTimings {
  trying?: number;
  postDial?: number;
  ring?: number;
  setup?: number;
  final?: number;
  duration?: number;
}

/** The first event of a name counts. A clock that was set back makes no negative delay: then there is none. */
function note(timings: CallTimings, name: keyof CallTimings, from: number, to: number): void {
  if (to >= from) timings[name] ??= Math.round(to - from) / 1000;
}

/** Starts at the first INVITE of the attempt; authentication and redirection rounds count in (RFC 6076 §4.3). */
export function timingsOf(call: Call, sequence: readonly SequenceStep[]): CallTimings {
  const timings: CallTimings = {};
  const start = call.attempts[0]?.request?.time;
  if (start === undefined) return timings;
  let alerting: number | undefined;
  let progress: number | undefined;
  for (const { response, prefix } of sequence) {
    const { status, time } = response;
    if (status === 100) note(timings, 'trying', start, time);
    if (status > 100 && status < 300) note(timings, 'postDial', start, time);
    if (status === 180) alerting ??= time;
    if (status > 100 && status < 200) progress ??= time;
    if (status < 200 || prefix) continue;
    note(timings, 'final', start, time);
    if (status < 300) note(timings, 'setup', start, time);
    const rang = alerting ?? progress;
    if (rang !== undefined) note(timings, 'ring', rang, time);
  }
  for (const { answer, bye } of call.dialogs) {
    const end = bye?.request?.time;
    if (answer !== undefined && end !== undefined) note(timings, 'duration', answer.time, end);
  }
  return timings;
}
