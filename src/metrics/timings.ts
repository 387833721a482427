/** The delays of one call (RFC 6076 §4.3, §4.5; timing-and-metrics.md §3). */

import type { SequenceStep } from '../explain/sequence.ts';
import type { Call, SipMessage } from '../model.ts';
import { elapsed } from '../state/elapsed.ts';

/** Milliseconds; a missing name means that the event was not seen. */
export interface CallTimings {
  trying?: number;
  postDial?: number;
  ring?: number;
  setup?: number;
  final?: number;
  duration?: number;
}

/** The first event of a name counts, where the clock can be believed. */
function note(timings: CallTimings, name: keyof CallTimings, from: number, to: SipMessage): void {
  const ms = elapsed(from, to.time, to.log);
  if (ms !== undefined) timings[name] ??= Math.round(ms * 1000) / 1000;
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
    if (status === 100) note(timings, 'trying', start, response);
    if (status > 100 && status < 300) note(timings, 'postDial', start, response);
    if (status === 180) alerting ??= time;
    if (status > 100 && status < 200) progress ??= time;
    if (status < 200 || prefix) continue;
    note(timings, 'final', start, response);
    if (status < 300) note(timings, 'setup', start, response);
    const rang = alerting ?? progress;
    if (rang !== undefined) note(timings, 'ring', rang, response);
  }
  for (const { answer, bye } of call.dialogs) {
    const end = bye?.request;
    if (answer !== undefined && end !== undefined) note(timings, 'duration', answer.time, end);
  }
  return timings;
}
