/** Texts of the trace as args hold them. */

const LONGEST = 70;

/** Control characters have no place in a sentence, and a value may be as long as its message. */
export function clip(text: string, longest = LONGEST): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  let clean = '';
  for (const character of short) clean += character < ' ' || character === '\u007f' ? '·' : character;
  return clean;
}
