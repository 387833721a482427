/** What one call adds to the figures of the capture (RFC 6076): who called whom, how it ended, and how it was released. */
import type { SequenceStep } from '../explain/sequence.ts';
import type { Call, Transaction } from '../model.ts';
import { elapsed } from '../state/elapsed.ts';

/** Kept of every call that is listed, hence compact. */
export interface Attempt {
  /** Addresses of the caller and of the host that it sent its INVITE to. */
  readonly client: string;
  readonly server: string;
  /** Final status; 408 where none came (RFC 3261 §8.1.3.1), 0 where the trace does not tell. */
  readonly status: number;
  /** Rang, or made progress, before that. */
  readonly alerted: boolean;
  /** How the answered call was released. `open`: not within the trace. */
  readonly release: 'none' | 'completed' | 'failed' | 'open';
  /** BYE to its 2xx, or to what it failed with, ms; -1 where there is none. */
  readonly disconnect: number;
}

/** First release of the call, where one was seen. */
function byeOf(call: Call): Transaction | undefined {
  return call.dialogs.find(({ bye }) => bye?.request !== undefined)?.bye;
}

function releaseOf(bye: Transaction | undefined, over: boolean, timeout: number) {
  const request = bye?.request;
  if (bye === undefined || request === undefined) return { release: 'open', disconnect: -1 } as const;
  const { final } = bye;
  // RFC 6076 §4.4: without an answer the session ends when timer F fires.
  if (final === undefined) {
    return over
      ? ({ release: 'failed', disconnect: timeout } as const)
      : ({ release: 'open', disconnect: -1 } as const);
  }
  const ms = elapsed(request.time, final.time, final.log);
  return { release: final.status < 300 ? 'completed' : 'failed', disconnect: ms ?? -1 } as const;
}

/** How far the end of the trace lets a silence be read. */
export interface Ends {
  /** An INVITE without final response has run out of time. */
  readonly invite: boolean;
  /** So has a BYE. */
  bye(sent: number): boolean;
  /** Timer F, ms. */
  readonly timeout: number;
}

/** Undefined for a call of which the beginning was not captured. */
export function attemptOf(
  call: Call,
  sequence: readonly SequenceStep[],
  final: number,
  ends: Ends,
): Attempt | undefined {
  const [first] = call.attempts;
  if (first?.request === undefined) return undefined;
  const status = final === 0 && ends.invite ? 408 : final;
  const alerted = sequence.some(({ response }) => response.status > 100 && response.status < 200);
  const bye = status >= 200 && status < 300 ? byeOf(call) : undefined;
  const released =
    status >= 200 && status < 300
      ? releaseOf(bye, ends.bye(bye?.request?.time ?? call.end), ends.timeout)
      : ({ release: 'none', disconnect: -1 } as const);
  return { client: first.client.address, server: first.server.address, status, alerted, ...released };
}
