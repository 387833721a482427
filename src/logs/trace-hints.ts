/** The words behind the addresses of trace text (`trace.ts`): how the text is written, and what its source could not say. */

export interface TraceHints {
  readonly escaped: boolean;
  /** Bytes are missing at its end. */
  readonly cut: boolean;
  /** The addresses were taken from the message. */
  readonly inferred: boolean;
  /** The bytes may not be those of the wire. */
  readonly rebuilt: boolean;
  /** Granularity of the time, µs; Infinity when none was printed. */
  readonly resolution: number;
}

export function readHints(words: string): TraceHints {
  const within = /within=(\w+)/.exec(words)?.[1];
  return {
    escaped: words.includes('escaped'),
    cut: words.includes('cut'),
    inferred: words.includes('inferred'),
    rebuilt: words.includes('rebuilt'),
    resolution: within === undefined ? 1 : within === 'unknown' ? Infinity : Math.max(1, Number(within)),
  };
}

/** Each word with a space before it. */
export function writeHints({ escaped, cut, inferred, rebuilt, resolution }: TraceHints): string {
  const within = resolution > 1 ? ` within=${Number.isFinite(resolution) ? Math.round(resolution) : 'unknown'}` : '';
  return `${escaped ? ' escaped' : ''}${cut ? ' cut' : ''}${inferred ? ' inferred' : ''}${rebuilt ? ' rebuilt' : ''}${within}`;
}
