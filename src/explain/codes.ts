/** What codes tell together without a trace (response-codes.md §6.1): the facts that the words of every language rest on. */
import { findStatus } from '../catalogue/statuses.ts';
import type { Args } from '../model.ts';

/** Diverted, queued or forked: ringing and answer alone do not tell such a call. */
export function isSpecial(progress: readonly number[]): boolean {
  return progress.some((code) => code === 181 || code === 182 || code === 199);
}

/** With these a network says, after it had opened a path, that it has no circuit or next hop (Q.850 34, 38, 41, 42, 47). */
export function isOfNetwork(final: number): boolean {
  return final === 500 || (final >= 502 && final <= 504);
}

/** With these an end of ringing is a matter of time. */
export function isOfWait(final: number): boolean {
  return final === 408 || final === 480 || final === 504;
}

/** They are told of requests within a call, where no time since an INVITE says anything. */
export function isInDialog(final: number): boolean {
  return final === 481 || final === 491;
}

/** The call stands already: what follows belongs to requests within it. */
export function hasCall(before: readonly number[]): boolean {
  return before.some((code) => (code >= 200 && code < 300) || code === 491);
}

export function isChallenge(code: number): boolean {
  return code === 401 || code === 407;
}

/** The Q.850 cause that fits a code; 31 and 127 fit anything, and so nothing. */
export function fittingCause(final: number): number | undefined {
  const cause = findStatus(final)?.causeOut;
  return cause === 31 || cause === 127 ? undefined : cause;
}

/** Refusals whose remedy depends on what had come before. */
const relative: ReadonlySet<number> = new Set([408, 480, 486]);

/** What had come before the last code, as the words of a call's story want it; undefined where it changes nothing. */
export function beforeLast(codes: readonly number[]): Args | undefined {
  const last = codes[codes.length - 1];
  if (!relative.has(last)) return undefined;
  const round = codes.slice(codes.slice(0, -1).findLastIndex((code) => code >= 200) + 1, -1);
  const progress = round.some((code) => code > 100);
  return { ringing: progress, ...(round.includes(180) ? { rang: 0 } : {}) };
}
