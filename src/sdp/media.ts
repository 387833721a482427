import type { Defect } from '../model.ts';
import { isDigits } from '../syntax/scanner.ts';
import type { Line } from './lines.ts';
import { type Payload, payloadType, type RtpMap, readPayloads } from './payloads.ts';
import type { Loose, MediaSection, SessionSection } from './transform.ts';

export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** `c=` (RFC 8866 §5.7). */
export interface Connection {
  /** 4 or 6. */
  readonly version: number;
  /** Without the TTL and count of a multicast address. */
  readonly address: string;
}

/** SDES key (RFC 4568). */
export interface Crypto {
  readonly tag: number;
  readonly suite: string;
  /** A secret: `inline:…`. */
  readonly keyParams: string;
  readonly sessionParams: string;
}

export interface Fingerprint {
  /** Lower case: `sha-256`. */
  readonly hash: string;
  readonly value: string;
}

/** One `m=` section (RFC 8866 §5.14). */
export interface Media {
  /** `audio`, `video`, `image` …, lower case. */
  readonly kind: string;
  readonly port: number;
  /** `RTP/AVP`, `RTP/SAVPF`, `UDPTL` … */
  readonly protocol: string;
  /** The formats as written, for protocols that are not RTP too: `t38`, `webrtc-datachannel`. */
  readonly formats: readonly string[];
  /** Empty when the protocol is not RTP. */
  readonly payloads: readonly Payload[];
  /** Its own, else that of the session. */
  readonly connection: Connection | undefined;
  /** Its own, else that of the session, else sendrecv (RFC 8866 §6.7). */
  readonly direction: Direction;
  /** ms */
  readonly ptime: number | undefined;
  readonly maxptime: number | undefined;
  /** `a=rtcp` (RFC 3605). */
  readonly rtcp: { readonly port: number; readonly address: string | undefined } | undefined;
  readonly rtcpMux: boolean;
  /** `b=RS:0` and `b=RR:0`, its own or those of the session: no RTCP at all (RFC 3556 §2). */
  readonly rtcpOff: boolean;
  readonly mid: string | undefined;
  readonly crypto: readonly Crypto[];
  /** Its own, else that of the session; so is `setup`. */
  readonly fingerprint: Fingerprint | undefined;
  readonly setup: string | undefined;
  /** Number of ICE candidates. */
  readonly candidates: number;
  /** Port 0: refused in an answer, withdrawn in an offer (RFC 3264 §6, §8.2). */
  readonly rejected: boolean;
}

/** `line` is the m= line that opened the section, in which sdp-transform loses port ranges and unusual words. */
export function readMedia(line: Line, section: MediaSection, session: SessionSection, defects: Defect[]): Media {
  const [kind = '', portText = '', protocol = '', ...formats] = line.value.split(' ').filter((word) => word !== '');
  const slash = portText.indexOf('/');
  const portDigits = slash < 0 ? portText : portText.slice(0, slash);
  const port = isDigits(portDigits) && Number(portDigits) <= 65535 ? Number(portDigits) : undefined;
  const isRtp = protocol.toUpperCase().includes('RTP/');
  const badFormats = isRtp && formats.some((format) => payloadType(format) === undefined);
  if (port === undefined || formats.length === 0 || badFormats) {
    defects.push({ code: 'sdp-media-malformed', args: { line: line.value.slice(0, 80) }, at: line.at });
  }
  const connection = readConnection(section) ?? readConnection(session);
  if (!connection && port !== 0) defects.push({ code: 'sdp-connection-missing', args: { kind }, at: line.at });
  for (const { value } of section.invalid ?? []) {
    const [attribute] = String(value).split(':', 1);
    if (READ_ATTRIBUTES.has(attribute)) {
      defects.push({ code: 'sdp-attribute-malformed', args: { attribute }, at: line.at });
    }
  }
  const fingerprint = section.fingerprint ?? session.fingerprint;
  const setup = section.setup ?? session.setup;
  return {
    kind: kind.toLowerCase(),
    port: port ?? 0,
    protocol,
    formats,
    payloads: isRtp ? readPayloads(formats, rtpMaps(section), fmtps(section)) : [],
    connection,
    direction: section.direction ?? session.direction ?? 'sendrecv',
    ptime: numberOf(section.ptime),
    maxptime: numberOf(section.maxptime),
    rtcp: section.rtcp && { port: numberOf(section.rtcp.port) ?? 0, address: textOf(section.rtcp.address) },
    rtcpMux: section.rtcpMux !== undefined,
    rtcpOff: ['RS', 'RR'].every((type) => bandwidthOf(type, section, session) === 0),
    mid: textOf(section.mid),
    crypto: (section.crypto ?? []).map(({ id, suite, config, sessionConfig }) => ({
      tag: numberOf(id) ?? 0,
      suite: String(suite),
      keyParams: String(config),
      sessionParams: textOf(sessionConfig) ?? '',
    })),
    fingerprint: fingerprint && { hash: String(fingerprint.type).toLowerCase(), value: String(fingerprint.hash) },
    setup: textOf(setup)?.toLowerCase(),
    candidates: section.candidates?.length ?? 0,
    rejected: port === 0,
  };
}

/** Attributes of which nothing can be left unread without saying so. */
const READ_ATTRIBUTES = new Set('rtpmap fmtp crypto rtcp fingerprint setup ptime maxptime candidate'.split(' '));

export function readConnection(section: MediaSection | SessionSection): Connection | undefined {
  if (!section.connection) return undefined;
  const address = String(section.connection.ip).split('/', 1)[0];
  return address === '' ? undefined : { version: section.connection.version, address };
}

function bandwidthOf(type: string, ...sections: readonly (MediaSection | SessionSection)[]): number | undefined {
  for (const { bandwidth } of sections) {
    const line = bandwidth?.find((one) => one.type === type);
    if (line !== undefined) return numberOf(line.limit);
  }
  return undefined;
}

function rtpMaps(section: MediaSection): Map<number, RtpMap> {
  return new Map(
    section.rtp.map(({ payload, codec, rate, encoding }) => [
      Number(payload),
      { encoding: String(codec), clockRate: numberOf(rate), channels: numberOf(encoding) },
    ]),
  );
}

/** Several lines for one payload type are several parts of its parameters. */
function fmtps(section: MediaSection): Map<number, string> {
  const found = new Map<number, string>();
  for (const { payload, config } of section.fmtp) {
    const before = found.get(Number(payload));
    found.set(Number(payload), before === undefined ? String(config) : `${before};${config}`);
  }
  return found;
}

function numberOf(value: Loose | undefined): number | undefined {
  return value === undefined || value === '' || !(Number(value) >= 0) ? undefined : Number(value);
}

function textOf(value: Loose | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
