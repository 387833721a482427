/** A socket that media goes to or comes from, who named it, and what was seen on it. */
import type { Side } from './facts.ts';
import type { Announcement, MediaSession } from './session.ts';
import type { Stream } from './stream.ts';

export interface Claim {
  readonly session: MediaSession;
  readonly side: Side;
  readonly index: number;
  readonly kind: string;
  /** Named for RTCP only. */
  readonly rtcp: boolean;
  /** The newest that names the socket so. */
  announcement: Announcement;
}

/** A socket that was silent for so long (µs), and is named by another call, is used again. */
const FORGOTTEN = 30_000_000;
/** Calls that share a socket: the legs of one story. */
const CLAIMS = 8;

/** What the claims make of a socket: asked for with every packet, so it is kept. */
export const UNNAMED = 0;
export const FOR_MEDIA = 1;
/** Named for RTCP only. */
export const FOR_CONTROL = 2;
export const FOR_FAX = 3;

export class MediaSocket {
  readonly address: Uint8Array;
  readonly port: number;
  claims: readonly Claim[] = [];
  streams: Stream[] = [];
  last: Stream | undefined = undefined;
  role = UNNAMED;
  /** Rises with each change of the claims. */
  version = 0;

  constructor(address: Uint8Array, port: number) {
    this.address = address;
    this.port = port;
  }

  /** False when the same session named it already. */
  claim(
    session: MediaSession,
    side: Side,
    rtcp: boolean,
    announcement: Announcement,
    index: number,
    kind: string,
  ): boolean {
    this.version++;
    const known = this.claims.find((one) => one.session === session && one.rtcp === rtcp && one.kind === kind);
    if (known !== undefined) {
      known.announcement = announcement;
      return false;
    }
    const { time } = announcement;
    const open = this.claims.filter(
      (one) => one.session === session || (Number.isNaN(one.session.ended) && !this.#isForgotten(time)),
    );
    if (this.claims.length > open.length) {
      // Another call had it before: what comes now is of this one.
      this.claims = open;
      if (open.length === 0) {
        this.streams = [];
        this.last = undefined;
      }
    }
    const claim = { session, side, index, kind, rtcp, announcement };
    this.claims = this.claims.length === 0 ? [claim] : [...this.claims.slice(1 - CLAIMS), claim];
    this.#judge();
    return true;
  }

  release(session: MediaSession): void {
    this.claims = this.claims.filter((one) => one.session !== session);
    this.version++;
    this.#judge();
  }

  /** Of a claim for media, the newest. */
  get media(): Claim | undefined {
    for (let at = this.claims.length - 1; at >= 0; at--) if (!this.claims[at].rtcp) return this.claims[at];
    return undefined;
  }

  #judge(): void {
    const { media } = this;
    if (media !== undefined) this.role = media.kind === 'image' ? FOR_FAX : FOR_MEDIA;
    else this.role = this.claims.length > 0 ? FOR_CONTROL : UNNAMED;
  }

  #isForgotten(time: number): boolean {
    let used = Number.NaN;
    for (const { end } of this.streams) if (!(end < used)) used = end;
    return time - used > FORGOTTEN;
  }
}
