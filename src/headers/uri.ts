import { parseUri as parse, type Uri } from '../syntax/uri.ts';
import { uriEquivalent } from '../syntax/uri-equivalence.ts';

export type { Uri };

/** A URI as it stands in a request line or between angle brackets. */
export function parseUri(text: string): Uri | undefined {
  return parse(text);
}

/** RFC 3261 §19.1.4; the same letters are the same URI even where the grammar is broken. */
export function isSameUri(a: string, b: string): boolean {
  if (a === b) return true;
  const left = parse(a);
  const right = parse(b);
  return left !== undefined && right !== undefined && uriEquivalent(left, right);
}
