/** The door to sdp-transform 3, which ships no types. */
// @ts-expect-error: no declaration file.
import sdpTransform from 'sdp-transform';
import type { Line } from './lines.ts';

/** It makes a number of each value that looks like an integer it can hold. */
export type Loose = string | number;

/** What is used of its result, at either level. */
interface Section {
  connection?: { version: number; ip: Loose };
  direction?: 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';
  setup?: Loose;
  bandwidth?: { type: Loose; limit: Loose }[];
  fingerprint?: { type: Loose; hash: Loose };
  /** Attributes that it does not know or could not read. */
  invalid?: { value: Loose }[];
}

export interface MediaSection extends Section {
  rtp: { payload: Loose; codec: Loose; rate?: Loose; encoding?: Loose }[];
  fmtp: { payload: Loose; config: Loose }[];
  ptime?: Loose;
  maxptime?: Loose;
  rtcp?: { port: Loose; address?: Loose };
  rtcpMux?: string;
  mid?: Loose;
  crypto?: { id: Loose; suite: Loose; config: Loose; sessionConfig?: Loose }[];
  candidates?: unknown[];
}

export interface SessionSection extends Section {
  origin?: { username: Loose; sessionId: Loose; sessionVersion: Loose; address: Loose };
  /** One section for each m= line, in order. */
  media: MediaSection[];
}

export function transform(lines: readonly Line[]): SessionSection {
  try {
    return sdpTransform.parse(lines.map(({ type, value }) => `${type}=${value}`).join('\r\n'));
  } catch {
    // No input is known for which it throws; but that is its promise to make, and ours to keep.
    return { media: lines.filter(({ type }) => type === 'm').map(() => ({ rtp: [], fmtp: [] })) };
  }
}
