import { parseDigits, trimSpace } from '../syntax/scanner.ts';

/** Largest `delta-seconds` (RFC 3261 §20.19). */
export const DELTA_LIMIT = 2 ** 32 - 1;

/**
 * Expires, Min-Expires, Flow-Timer: seconds (RFC 3261 §20.19, §20.23); undefined when it is no number. Larger values
 * than `DELTA_LIMIT` are returned as they are.
 */
export function parseExpires(value: string): number | undefined {
  return parseDigits(trimSpace(value));
}
