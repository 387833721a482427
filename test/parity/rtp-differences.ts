/** Streams of which tshark and sipsleuth say different things, with the reason and who is right. */

export interface RtpDifference {
  /** What the comparison says, by stream. */
  readonly streams: Readonly<Record<string, string>>;
  /** Digits of streams of which tshark decodes none. */
  readonly digits?: Readonly<Record<string, string>>;
  readonly right: 'sipsleuth' | 'tshark' | 'both';
  readonly why: string;
}

export const rtpDifferences: Readonly<Record<string, RtpDifference>> = {};
