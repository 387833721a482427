import { parseDigits, trimSpace } from '../syntax/scanner.ts';

/** Number of a reliable provisional response, 1 to 2^32-1 (RFC 3262 §7.1); undefined when it is no number. */
export function parseRSeq(value: string): number | undefined {
  return parseDigits(trimSpace(value));
}
