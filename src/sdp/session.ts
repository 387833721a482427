/** SDP bodies (RFC 8866) by way of sdp-transform, and what it loses: broken lines, port ranges, defaults, static types. */
import type { Defect } from '../model.ts';
import { checkOrder, readLines } from './lines.ts';
import { type Connection, type Media, readConnection, readMedia } from './media.ts';
import { transform } from './transform.ts';

/** `o=`: who made this description. Identifiers are text, for they may exceed 2^53. */
export interface SdpOrigin {
  readonly username: string;
  readonly sessionId: string;
  /** Rises by one with each change (RFC 3264 §8). */
  readonly version: string;
  readonly address: string;
}

export interface Session {
  readonly origin: SdpOrigin | undefined;
  /** Of the session level. */
  readonly connection: Connection | undefined;
  readonly media: readonly Media[];
  /**
   * `sdp-line-malformed`, `-missing`, `-misplaced`, `sdp-origin-malformed`, `sdp-connection-malformed`, `-missing`,
   * `sdp-media-malformed`, `sdp-attribute-malformed`, `sdp-too-long`. `at` counts from the start of the text.
   */
  readonly defects: readonly Defect[];
}

/** Reads an SDP text; undefined when it has neither a `v=` nor an `m=` line. */
export function parseSdp(text: string): Session | undefined {
  const defects: Defect[] = [];
  const lines = readLines(text, defects);
  if (!lines.some(({ type }) => type === 'v' || type === 'm')) return undefined;
  checkOrder(lines, defects);
  const parsed = transform(lines);
  const mediaLines = lines.filter(({ type }) => type === 'm');
  const media = mediaLines.map((line, index) => readMedia(line, parsed.media[index], parsed, defects));
  const connection = readConnection(parsed);

  const malformed = (type: string, code: string) => {
    const found = lines.find((line) => line.type === type && (media.length === 0 || line.at < mediaLines[0].at));
    if (found) defects.push({ code, args: { line: found.value.slice(0, 80) }, at: found.at });
  };
  if (!parsed.origin) malformed('o', 'sdp-origin-malformed');
  if (!connection) malformed('c', 'sdp-connection-malformed');
  const { origin } = parsed;
  return {
    origin: origin && {
      username: String(origin.username),
      sessionId: String(origin.sessionId),
      version: String(origin.sessionVersion),
      address: String(origin.address),
    },
    connection,
    media,
    defects,
  };
}
