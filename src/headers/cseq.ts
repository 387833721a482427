import { DIGIT, isToken, parseDigits, skipSpace, spanEnd, trimSpace } from '../syntax/scanner.ts';

/** RFC 3261 §20.16. */
export interface CSeq {
  readonly number: number;
  readonly method: string;
}

/** The sequence number must stay below this (RFC 3261 §8.1.1.5). */
export const CSEQ_LIMIT = 2 ** 31;

/** `0009 INVITE` → 9, INVITE; undefined when it is not a number and a method. */
export function parseCSeq(value: string): CSeq | undefined {
  const start = skipSpace(value, 0);
  const end = spanEnd(value, start, DIGIT);
  const number = parseDigits(value.slice(start, end));
  const method = trimSpace(value.slice(end));
  if (number === undefined || !isToken(method) || skipSpace(value, end) === end) return undefined;
  return { number, method };
}
