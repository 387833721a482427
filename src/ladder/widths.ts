/** Widths of text that nobody measures: guessed so generously that nothing overlaps, whatever font is there. */

/** Of monospaced fonts the widest has 0.602 em; of the others few words come to more than that a letter. */
const NARROW = 0.62;
/** East Asian forms, emoji, and scripts whose letters are broad. */
const WIDE = 1.15;

const isWide = (code: number) => code >= 0x0700 && !(code >= 0x1e00 && code <= 0x2bff);

/** In pixels, at a font size of `size` pixels. */
export function widthOf(text: string, size: number): number {
  let em = 0;
  for (const char of text) em += isWide(char.codePointAt(0) ?? 0) ? WIDE : NARROW;
  return em * size;
}

/** Cut to `width` pixels, with an ellipsis where something was cut. */
export function clipTo(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  let cut = '';
  let used = NARROW * size;
  for (const char of text) {
    used += widthOf(char, size);
    if (used > width) break;
    cut += char;
  }
  return `${cut.trimEnd()}…`;
}
