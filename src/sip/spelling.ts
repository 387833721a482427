/** How a header field that the program asks for is looked for in the bytes. */
import { canonicalName, compactForm } from '../headers/names.ts';
import { sieveKeyOf } from './name-sieve.ts';

export interface Spelling {
  readonly lower: string;
  readonly compact: string;
  /** Keys of the sieve; without compact form both are the same. */
  readonly key: number;
  readonly compactKey: number;
}

/** Names are asked for by the program, not by the trace: few, and the same again and again. */
const spellings = new Map<string, Spelling>();

export function spellingOf(name: string): Spelling {
  let spelling = spellings.get(name);
  if (spelling === undefined) {
    const canonical = canonicalName(name);
    const compact = compactForm(canonical);
    const key = sieveKeyOf(canonical);
    const compactKey = compact === undefined ? key : sieveKeyOf(compact);
    spelling = { lower: canonical.toLowerCase(), compact: compact ?? '', key, compactKey };
    spellings.set(name, spelling);
  }
  return spelling;
}
