import { DIGIT, parseDigits, skipSpace, spanEnd } from '../syntax/scanner.ts';
import { parseCSeq } from './cseq.ts';

/** RFC 3262 §7.2: which reliable provisional response a PRACK acknowledges. */
export interface RAck {
  readonly rseq: number;
  readonly cseq: number;
  readonly method: string;
}

/** `776656 1 INVITE` → 776656, 1, INVITE. */
export function parseRAck(value: string): RAck | undefined {
  const start = skipSpace(value, 0);
  const end = spanEnd(value, start, DIGIT);
  const rseq = parseDigits(value.slice(start, end));
  const cseq = parseCSeq(value.slice(end));
  if (rseq === undefined || !cseq || skipSpace(value, end) === end) return undefined;
  return { rseq, cseq: cseq.number, method: cseq.method };
}
