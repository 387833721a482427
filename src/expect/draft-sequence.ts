/** One pattern for what several calls showed: retransmitted and repeated provisional responses are no difference. */

/** Patterns that are told apart; with more, only the end of each is. */
const MOST = 4;
const MOST_ENDS = 20;
/** Terms of one pattern that are told; of a longer one its ends. */
const TERMS = 24;

function isPlain(status: number): boolean {
  return status >= 100 && status < 700;
}

/** `100? 180+ 183 200`. */
function patternOf(sequence: readonly number[]): string {
  const terms: string[] = [];
  let last = 0;
  for (const status of sequence) {
    const term = status === 100 ? '100*' : status < 200 ? `${status}+` : String(status);
    // 100 is sent hop by hop, and the next run may miss it; the others may come more than once.
    if (!(status < 200 && status === last)) terms.push(term);
    last = status;
  }
  if (terms.length === 0) return 'none';
  if (terms.length <= TERMS) return terms.map((term) => (term === '100*' ? tolerant(sequence) : term)).join(' ');
  return [...terms.slice(0, TERMS / 2), '*', ...terms.slice(-TERMS / 2)].join(' ');
}

function tolerant(sequence: readonly number[]): string {
  return sequence.filter((status) => status === 100).length > 1 ? '100*' : '100?';
}

/** Undefined where a response has no code that a pattern has. */
export function draftSequence(sequences: readonly (readonly number[])[]): string | undefined {
  if (!sequences.every((sequence) => sequence.every(isPlain))) return undefined;
  const patterns = [...new Set(sequences.map(patternOf))].sort();
  if (patterns.length === 1) return patterns[0];
  if (patterns.length <= MOST && !patterns.includes('none')) return patterns.map((one) => `(${one})`).join(' | ');
  const ends = [...new Set(sequences.map((sequence) => sequence[sequence.length - 1]))];
  if (ends.length > MOST_ENDS || ends.includes(undefined as never)) return undefined;
  return `* ${ends.length === 1 ? ends[0] : `(${ends.sort((a, b) => a - b).join('|')})`}`;
}
