import { parseDigits, trimSpace } from '../syntax/scanner.ts';

/** Bytes of the body (RFC 3261 §20.14); undefined when it is no number, and below zero is none. */
export function parseContentLength(value: string): number | undefined {
  return parseDigits(trimSpace(value));
}
