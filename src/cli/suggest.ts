/** The nearest of the accepted words, for "did you mean". */

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      current[j] = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    previous = current;
  }
  return previous[b.length];
}

/** Undefined when nothing is near enough to be meant. */
export function nearest(word: string, accepted: readonly string[]): string | undefined {
  const short = word.slice(0, 64).toLowerCase();
  let best: string | undefined;
  let least = Math.max(2, Math.floor(short.length / 2)) + 1;
  for (const candidate of accepted) {
    const far = distance(short, candidate.toLowerCase());
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  return best;
}

/** `, did you mean "x"?` or `; accepted: a, b, c`. */
export function hint(word: string, accepted: readonly string[]): string {
  const near = nearest(word, accepted);
  if (near !== undefined) return `; did you mean "${near}"?`;
  return accepted.length <= 12 ? `; accepted: ${accepted.join(', ')}` : '';
}
