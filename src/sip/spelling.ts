/** How a header field that the program asks for is looked for in the bytes. */
import { canonicalName, compactForm } from '../headers/names.ts';

interface Spelling {
  readonly lower: string;
  readonly compact: string;
}

/** Names are asked for by the program, not by the trace: few, and the same again and again. */
const spellings = new Map<string, Spelling>();

export function spellingOf(name: string): Spelling {
  let spelling = spellings.get(name);
  if (spelling === undefined) {
    const canonical = canonicalName(name);
    spelling = { lower: canonical.toLowerCase(), compact: compactForm(canonical) ?? '' };
    spellings.set(name, spelling);
  }
  return spelling;
}
