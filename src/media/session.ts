/** What one call said about its media, as it said it, and what came of it. */
import type { Call, Endpoint, SipMessage } from '../model.ts';
import { canonicalAddress } from '../net/address-bytes.ts';
import { findSdp } from '../sdp/body.ts';
import { parseSdp, type Session } from '../sdp/session.ts';
import type { SocketLine } from '../sdp/sockets.ts';
import type { DtlsHandshake, MediaDirection, MediaEpoch, RtcpFlow, Side, StunPair } from './facts.ts';
import type { MediaSocket } from './media-socket.ts';
import type { Stream } from './stream.ts';
import type { UdptlCount } from './udptl.ts';

/** Descriptions of one call; a session refreshed every minute for hours stays below. */
const ANNOUNCEMENTS = 512;

/** A session description on its way, with a copy of its bytes: the message may be let go before the call is over. */
export interface Announcement {
  readonly side: Side;
  readonly time: number;
  readonly input: number;
  readonly frame: number;
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly contentType: string | undefined;
  /** One character a byte. */
  readonly body: string;
  readonly lines: readonly SocketLine[];
  /** Read when somebody asks. */
  parsed: Session | undefined | 'unread';
}

export function sessionOf(announcement: Announcement): Session | undefined {
  if (announcement.parsed === 'unread') {
    const text = findSdp(announcement.contentType, announcement.body);
    announcement.parsed = text === undefined ? undefined : parseSdp(text);
  }
  return announcement.parsed;
}

/** How a stream was found to be of this call. */
export interface StreamOfCall {
  readonly stream: Stream;
  readonly direction: MediaDirection;
  readonly index: number;
  readonly kind: string;
  readonly destinationAnnounced: boolean;
  readonly before: { readonly packets: number; readonly first: number; readonly last: number } | undefined;
}

export interface FaxOfCall {
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly direction: MediaDirection;
  readonly count: UdptlCount;
}

export class MediaSession {
  readonly callId: string;
  /** From tag of the first INVITE, or of the first message seen. */
  readonly callerTag: string;
  readonly announcements: Announcement[] = [];
  /** Named by any of these. */
  readonly sockets: MediaSocket[] = [];
  rtcp = 0;
  encryptedRtcp = 0;
  omitted = 0;
  answered = Number.NaN;
  /** BYE, or a failure of the INVITE; NaN while the call may go on. */
  ended = Number.NaN;

  // Lists that most calls never need are made when they are asked for.
  #streams: StreamOfCall[] | undefined;
  #stun: StunPair[] | undefined;
  #dtls: DtlsHandshake[] | undefined;
  #fax: FaxOfCall[] | undefined;
  #rtcpFlows: RtcpFlow[] | undefined;

  constructor(callId: string, callerTag: string) {
    this.callId = callId;
    this.callerTag = callerTag;
  }

  get streams(): StreamOfCall[] {
    this.#streams ??= [];
    return this.#streams;
  }

  get stun(): StunPair[] {
    this.#stun ??= [];
    return this.#stun;
  }

  get dtls(): DtlsHandshake[] {
    this.#dtls ??= [];
    return this.#dtls;
  }

  get fax(): FaxOfCall[] {
    this.#fax ??= [];
    return this.#fax;
  }

  get rtcpFlows(): RtcpFlow[] {
    this.#rtcpFlows ??= [];
    return this.#rtcpFlows;
  }

  /** In a response the tags are those of its request. */
  sideOf({ isRequest, fromTag }: SipMessage): Side {
    return (fromTag === this.callerTag) === isRequest ? 'caller' : 'callee';
  }

  announce(announcement: Announcement): void {
    if (this.announcements.length >= ANNOUNCEMENTS) this.announcements.splice(1, 1);
    this.announcements.push(announcement);
  }

  /** The newest of a side. */
  latest(side: Side): Announcement | undefined {
    for (let at = this.announcements.length - 1; at >= 0; at--) {
      if (this.announcements[at].side === side) return this.announcements[at];
    }
    return undefined;
  }
}

/** SDES, DTLS-SRTP, or a profile that says so. */
export function isEncrypted(announcement: Announcement | undefined, index: number): boolean {
  const media = announcement && sessionOf(announcement)?.media[index];
  if (media === undefined) return false;
  return /SAVP/i.test(media.protocol) || media.crypto.length > 0 || media.fingerprint !== undefined;
}

const hopOf = ({ source, destination }: Announcement) => `${source.name}>${destination.name}`;

/** Each change, in order of time: what only repeats what its side said last on the same hop is none. */
export function epochsOf({ announcements }: MediaSession, call: Call | undefined): readonly MediaEpoch[] {
  type Draft = { -readonly [K in keyof MediaEpoch]: MediaEpoch[K] };
  const epochs: Draft[] = [];
  const latest = new Map<string, { readonly announcement: Announcement; readonly epochs: Draft[] }>();
  for (const announcement of announcements) {
    const { side, time, body, lines } = announcement;
    const hop = hopOf(announcement);
    const key = `${side} ${announcement.source.address} ${announcement.destination.address}`;
    const before = latest.get(key);
    if (before !== undefined && before.announcement.body === body) continue;
    for (const epoch of before?.epochs ?? []) epoch.end = time;
    const media = sessionOf(announcement)?.media ?? [];
    const message = call?.messages.find(
      (one) => one.origin.index === announcement.frame && one.input === announcement.input && one.hasSdp,
    );
    const own = lines.flatMap(({ index, address, port, rtcpPort, mux }): Draft[] => {
      const section = media.at(index);
      if (section === undefined) return [];
      return [
        {
          side,
          index,
          message,
          hop,
          start: time,
          end: Number.NaN,
          kind: section.kind,
          address: canonicalAddress(address),
          port,
          rtcpPort,
          rtcpMux: mux,
          rtcpOff: section.rtcpOff,
          profile: section.protocol,
          payloads: section.payloads,
          ptime: section.ptime,
          maxptime: section.maxptime,
          direction: section.direction,
          suites: section.crypto.map(({ suite }) => suite),
          fingerprint: section.fingerprint,
          setup: section.setup,
          candidates: section.candidates,
        },
      ];
    });
    latest.set(key, { announcement, epochs: own });
    epochs.push(...own);
  }
  return epochs;
}
