/**
 * Patterns for text: a part of it (`alice`), the whole of it with `*` for anything (`*@example.com`), or the very text
 * (`=alice@example.com`). No regular expressions: a pattern of a user meets text of a stranger, and must be done at once.
 */

/** Upper and lower case are equal, but for what follows `=`. */
export type TextPattern = (text: string) => boolean;

/** The pieces in their order, the first at the beginning and the last at the end; each is looked for once. */
function globOf(pieces: readonly string[]): TextPattern {
  const [first] = pieces;
  const last = pieces[pieces.length - 1];
  return (text) => {
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
    const end = text.length - last.length;
    let at = first.length;
    for (const piece of pieces.slice(1, -1)) {
      const found = text.indexOf(piece, at);
      if (found < 0 || found + piece.length > end) return false;
      at = found + piece.length;
    }
    return true;
  };
}

export function textPattern(written: string): TextPattern {
  if (written.startsWith('=')) return (text) => text === written.slice(1);
  const pattern = written.toLowerCase();
  if (!pattern.includes('*')) return (text) => text.toLowerCase().includes(pattern);
  const glob = globOf(pattern.split('*'));
  return (text) => glob(text.toLowerCase());
}

/** A name, or several with `*`: of names no part is meant. */
export function namePattern(written: string): TextPattern {
  const pattern = written.toLowerCase();
  if (!pattern.includes('*')) return (text) => text.toLowerCase() === pattern;
  return textPattern(pattern);
}

export function anyOf(patterns: readonly TextPattern[]): TextPattern {
  return (text) => patterns.some((pattern) => pattern(text));
}
