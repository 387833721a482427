/**
 * The guards: tests that keep a rule from reading too much into a trace. Each returns true when the rule must not
 * conclude. Names as in `Guard`.
 */
import type { Call, SipMessage } from '../model.ts';
import type { Context } from './define.ts';

const MILLISECOND = 1000;

/** G-END: the capture ended before the timer that started at `since` (µs) could have run out. `timer` in ms. */
export function endedBefore(context: Pick<Context, 'now' | 'thresholds'>, since: number, timer: number): boolean {
  return context.now - since < timer * MILLISECOND * (1 + context.thresholds.margin);
}

/** G-START: the beginning of the call was not captured, so that "nothing before" means nothing. */
export function beganBefore(call: Call): boolean {
  const first = call.attempts[0];
  return first === undefined || first.request === undefined;
}

/** G-LOG: the times of this message are too coarse for conclusions below `needed` ms. */
export function clockTooCoarse(message: SipMessage, needed: number): boolean {
  return message.log !== undefined && message.log.resolution > needed * MILLISECOND;
}

/** G-LOG: source and destination were not printed. */
export function addressesInferred(message: SipMessage): boolean {
  return message.log?.endpointsInferred === true;
}

/** G-SNAP: only a part of the message is here, or its bytes are not those of the wire. */
export function bodyUnreliable(message: SipMessage): boolean {
  return message.truncated || (message.log !== undefined && !message.log.exactBytes);
}

/** Protocols that deliver or fail by themselves: no retransmission timers run above them (G-TCP). */
export function isReliable(message: SipMessage): boolean {
  return message.transport !== 'udp';
}

/** Milliseconds between two points in µs. */
export function milliseconds(from: number, to: number): number {
  return (to - from) / MILLISECOND;
}
