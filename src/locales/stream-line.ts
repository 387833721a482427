/** A stream as its line tells it. */
import type { StreamTone } from '../report.ts';

/** Tones that exchanges play to a caller. */
export type ToneName = StreamTone['kind'];

export interface StreamLine {
  /** `audio`; empty without signalling. */
  readonly media: string;
  readonly codec: string;
  readonly encrypted: boolean;
  readonly source: string;
  readonly destination: string;
  readonly packets: number;
  /** Percent. */
  readonly loss: number;
  /** ms; null when it is not known. */
  readonly jitter: number | null;
  readonly mos: number | null;
  /** Keys sent as events, and those heard in the sound. */
  readonly digits: string;
  readonly soundDigits: string;
  readonly tones: readonly StreamTone[];
  /** Of the call, nothing of the same medium went the other way. */
  readonly alone: boolean;
}
