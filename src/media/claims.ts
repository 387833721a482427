/** Which sockets are whose: named by SDP, shared by the legs of a call, used again by other calls. */
import { latin1 } from '../bytes.ts';
import type { SipMessage } from '../model.ts';
import { addressBytes } from '../net/address-bytes.ts';
import { findSdp } from '../sdp/body.ts';
import { type SocketLine, socketsOf } from '../sdp/sockets.ts';
import { MediaSocket } from './media-socket.ts';
import { type Announcement, MediaSession } from './session.ts';
import { SocketTable } from './sockets.ts';

/** Sockets at the same time. Calls that are open name far fewer. */
const SOCKETS = 1 << 20;
/** Sockets of one call. */
const OWNED = 256;
const ADDRESSES = 4_096;
const LONGEST_BODY = 64 * 1024;
/** A placeholder, as browsers write it before they know better (RFC 8840 §4.1.1). */
const DISCARD = 9;

const carriers: ReadonlySet<string> = new Set(['INVITE', 'ACK', 'PRACK', 'UPDATE']);

export class Claims {
  readonly sockets = new SocketTable<MediaSocket>();
  readonly #sessions = new Map<string, MediaSession>();
  /** Of the addresses met last: most descriptions name one of a few. */
  readonly #addresses = new Map<string, Uint8Array | undefined>();

  get(callId: string): MediaSession | undefined {
    return this.#sessions.get(callId);
  }

  /** Each message as soon as it is read, for its media may follow within a millisecond. */
  see(message: SipMessage): void {
    if (message.hasSdp && carriers.has(message.method)) this.#announce(message);
    const isBye = message.method === 'BYE' && message.isRequest;
    if (!isBye && message.method !== 'INVITE') return;
    const session = this.#sessions.get(message.callId);
    if (session === undefined) return;
    const { status, time } = message;
    if (isBye) {
      if (Number.isNaN(session.ended)) session.ended = time;
    } else if (message.isRequest) session.ended = Number.NaN;
    else if (status >= 200 && status < 300) {
      if (!Number.isNaN(session.answered)) return;
      session.answered = time;
      // What failed before was another branch.
      session.ended = Number.NaN;
    } else if (status >= 300 && Number.isNaN(session.answered)) session.ended = time;
  }

  /** The call is over and was recorded. */
  release(callId: string): MediaSession | undefined {
    const session = this.#sessions.get(callId);
    if (session === undefined) return undefined;
    this.#sessions.delete(callId);
    for (const socket of session.sockets) {
      socket.release(session);
      if (socket.claims.length === 0) this.sockets.delete(socket.address, 0, socket.address.length, socket.port);
    }
    return session;
  }

  /** The socket with this address, made when it is not there; undefined when there are too many. */
  open(bytes: Uint8Array, at: number, length: number, port: number): MediaSocket | undefined {
    const known = this.sockets.find(bytes, at, length, port);
    if (known !== undefined || this.sockets.size >= SOCKETS) return known;
    // The bytes of a packet are borrowed, those of an address that was read are kept anyway.
    const address = bytes.length === length ? bytes : bytes.slice(at, at + length);
    const socket = new MediaSocket(address, port);
    this.sockets.set(address, 0, length, port, socket);
    return socket;
  }

  #announce(message: SipMessage): void {
    if (message.truncated || message.bodyLength > LONGEST_BODY) return;
    const bytes = message.body();
    const lines = linesOf(message, bytes);
    if (lines.length === 0) return;
    let session = this.#sessions.get(message.callId);
    if (session === undefined) {
      session = new MediaSession(message.callId, message.fromTag);
      this.#sessions.set(message.callId, session);
    }
    const { time, input, source, destination } = message;
    const announcement: Announcement = {
      side: session.sideOf(message),
      time,
      input,
      frame: message.origin.index,
      source,
      destination,
      // A bare body needs no type, and asking for the field costs more than all the rest.
      contentType: isBare(bytes) ? undefined : message.header('Content-Type'),
      body: latin1(bytes, 0, bytes.length),
      lines,
      parsed: 'unread',
    };
    session.announce(announcement);
    for (const line of lines) this.#claimLine(session, announcement, line);
  }

  #claimLine(session: MediaSession, announcement: Announcement, line: SocketLine): void {
    const { address, port, rtcpAddress, rtcpPort, candidates } = line;
    if (port === 0) return;
    this.#claim(session, announcement, line, address, port, false);
    // Without a word about it, RTCP is looked for beside RTP.
    const isTold = rtcpPort !== port + 1 || rtcpAddress !== address;
    if (isTold && (rtcpPort !== port || rtcpAddress !== address)) {
      this.#claim(session, announcement, line, rtcpAddress, rtcpPort, true);
    }
    for (const one of candidates) this.#claim(session, announcement, line, one.address, one.port, false);
  }

  #claim(
    session: MediaSession,
    announcement: Announcement,
    { index, kind }: SocketLine,
    address: string,
    port: number,
    rtcp: boolean,
  ): void {
    if (port === 0 || port === DISCARD) return;
    const bytes = this.#bytesOf(address);
    if (bytes === undefined || session.sockets.length >= OWNED) return;
    const socket = this.open(bytes, 0, bytes.length, port);
    if (socket === undefined) return;
    if (socket.claim(session, announcement.side, rtcp, announcement, index, kind)) session.sockets.push(socket);
  }

  /** Undefined for what is no address, and for the one that stands for nobody. */
  #bytesOf(address: string): Uint8Array | undefined {
    const known = this.#addresses.get(address);
    if (known !== undefined || this.#addresses.has(address)) return known;
    const read = addressBytes(address);
    const bytes = read?.every((byte) => byte === 0) === true ? undefined : read;
    if (this.#addresses.size >= ADDRESSES) this.#addresses.clear();
    this.#addresses.set(address, bytes);
    return bytes;
  }
}

/** SDP and nothing around it. */
function isBare(body: Uint8Array): boolean {
  return body[0] === 0x76 && body[1] === 0x3d;
}

function linesOf(message: SipMessage, body: Uint8Array): readonly SocketLine[] {
  if (isBare(body)) return socketsOf(body, 0, body.length);
  const text = findSdp(message.header('Content-Type'), body);
  if (text === undefined) return [];
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
  return socketsOf(bytes, 0, bytes.length);
}
