/**
 * The media beside the signalling. SDP names sockets; what comes to them or from them is followed, everything else is
 * only remembered for a while. Times are µs.
 */
import type { Call, SipMessage } from '../model.ts';
import type { Endpoints } from '../net/endpoints.ts';
import { type IpPacket, uint16, uint32 } from '../net/ip.ts';
import { isEvents } from '../sdp/codecs.ts';
import { looseFacts, mediaOf, noMedia, others, toward } from './call-media.ts';
import { Claims } from './claims.ts';
import { addDtls, addFax, addRtcp, addStun } from './control.ts';
import { DTLS, DTLS_RECORD, demultiplex, RTCP, RTP, STUN } from './demultiplex.ts';
import { Ear } from './ear.ts';
import type { CallMedia, MediaDirection, StreamFacts, UnclaimedFlow } from './facts.ts';
import { type Claim, FOR_CONTROL, FOR_FAX, type MediaSocket } from './media-socket.ts';
import { Peers } from './peers.ts';
import { createRtpHeader, readRtp } from './rtp.ts';
import { isEncrypted, type StreamOfCall, sessionOf } from './session.ts';
import { Stream } from './stream.ts';
import { Unclaimed } from './unclaimed.ts';

/** What rules and records see. */
export interface Media {
  /** What is known of a call, while its messages are still there. */
  of(call: Call): CallMedia;
  /** RTP that no SDP named. */
  unclaimed(): readonly UnclaimedFlow[];
  /** RTP that is followed was captured by now, of whatever call, where this one was. */
  hasAny(call: Call): boolean;
  /** RTP between these hosts would be captured there: some was by now, or some of one of them with several others. */
  reaches(call: Call, host: string, other: string): boolean;
}

/** Where packets and messages are put in. */
export interface MediaLog extends Media {
  see(message: SipMessage): void;
  /** A datagram that is no SIP; its payload is `[start, end)` of the packet's bytes. */
  datagram(ip: IpPacket, start: number, end: number): void;
  release(callId: string): void;
  /** Packets of more sources than are followed. */
  omitted(): number;
  /** Streams that belong to no call; only where they were asked for. */
  loose(): readonly StreamFacts[];
}

export type MediaMode = 'sdp' | 'heuristic' | 'off';

/** Sources on one socket; more is an attack or a bug. */
const SOURCES = 64;
/** Streams at the same time, whatever they are found by. */
const STREAMS = 200_000;
/** Streams of one call. */
const CALL_STREAMS = 1_024;
/** Streams without signalling: many of them may be chance. */
const LOOSE = 20_000;
/** Packets that make a stream without signalling one. */
const PROVEN = 4;
const DYNAMIC_PORT = 1024;
const IPV4 = 20 + 8;
const IPV6 = 40 + 8;

/** `input` tells which input is being read. */
export function createMedia(endpoints: Endpoints, mode: MediaMode, input: () => number): MediaLog {
  const claims = new Claims();
  const { sockets } = claims;
  // Made when it is needed: most traces hold no RTP, and it takes half a megabyte.
  let unclaimed: Unclaimed | undefined;
  const rtp = createRtpHeader();
  const loose: Stream[] = [];
  const peers = new Peers();
  let made = 0;
  let omitted = 0;
  /** Of these, the ones of calls that are not over. */
  let open = 0;
  let last: { readonly call: Call; readonly media: CallMedia } | undefined;

  function endsOf({ bytes, start, sourceAt, destinationAt, addressLength }: IpPacket) {
    return {
      source: endpoints.of(bytes, sourceAt, addressLength, uint16(bytes, start)),
      destination: endpoints.of(bytes, destinationAt, addressLength, uint16(bytes, start + 2)),
    };
  }

  function datagram(ip: IpPacket, start: number, end: number): void {
    const { bytes, sourceAt, destinationAt, addressLength } = ip;
    const kind = demultiplex(bytes, start, end);
    let away = false;
    let socket = sockets.find(bytes, destinationAt, addressLength, uint16(bytes, ip.start + 2));
    // One that is named for RTCP only says nothing of RTP.
    if (socket === undefined || (kind === RTP && socket.role === FOR_CONTROL)) {
      away = true;
      socket = sockets.find(bytes, sourceAt, addressLength, uint16(bytes, ip.start));
    }
    if (kind === RTP) {
      if (socket === undefined || socket.role === FOR_CONTROL) stranger(ip, start, end);
      else if (socket.role === FOR_FAX && !goesOn(socket, ip, start)) fax(ip, start, end, socket, away);
      else packet(ip, start, end, socket, away);
    } else if (socket?.role === FOR_FAX && kind !== STUN && kind !== DTLS) fax(ip, start, end, socket, away);
    else if (kind >= RTCP) beside(kind, ip, start, end, socket ?? neighbour(ip));
  }

  /** The socket below, of which this one is that for RTCP where nothing else was said (RFC 3550 §11). */
  function neighbour({ bytes, start, sourceAt, destinationAt, addressLength }: IpPacket): MediaSocket | undefined {
    return (
      sockets.find(bytes, destinationAt, addressLength, uint16(bytes, start + 2) - 1) ??
      sockets.find(bytes, sourceAt, addressLength, uint16(bytes, start) - 1)
    );
  }

  function fax(ip: IpPacket, start: number, end: number, socket: MediaSocket, away: boolean): void {
    const claim = socket.media;
    if (claim === undefined) return;
    const { source, destination } = endsOf(ip);
    addFax(claim.session, directionOf(claim, away), ip.bytes, start, end, source, destination, ip.time);
  }

  function packet(ip: IpPacket, start: number, end: number, socket: MediaSocket, away: boolean): void {
    const { bytes, time } = ip;
    let stream = socket.last;
    const ssrc = uint32(bytes, start + 8);
    if (stream === undefined || !isOf(stream, ssrc, ip)) {
      stream = streamOn(ip, socket, ssrc, away);
      if (stream === undefined) return;
      socket.last = stream;
    }
    if (!readRtp(bytes, start, end, ip.missing === 0, rtp)) {
      stream.damaged++;
      return;
    }
    if (stream.version !== socket.version) agree(stream, socket, away);
    const headers = ip.addressLength === 4 ? IPV4 : IPV6;
    stream.add(rtp, bytes, time, end - start + ip.missing + headers);
  }

  function streamOn(ip: IpPacket, socket: MediaSocket, ssrc: number, away: boolean): Stream | undefined {
    const { source, destination } = endsOf(ip);
    const matches = (one: Stream) =>
      one.ssrc === ssrc && one.source.name === source.name && one.destination.name === destination.name;
    for (let at = socket.streams.length - 1; at >= 0; at--) {
      const one = socket.streams[at];
      if (!matches(one)) continue;
      if (one.input === input()) return one;
      // The next file of a series goes on with it; another capture of the same call does not.
      if (one.goesOnWith(uint16(ip.bytes, ip.start + 8 + 2), ip.time)) {
        one.input = input();
        return one;
      }
    }
    const moved = away ? undefined : fromSource(ip, socket, matches);
    if (moved !== undefined) return moved;
    if (socket.streams.length >= SOURCES || open >= STREAMS) {
      for (const { session } of socket.claims) session.omitted++;
      omitted++;
      return undefined;
    }
    const stream = new Stream(made++, source, destination, ssrc, ip.time, input());
    const tail = ip.addressLength - 4;
    stream.known(
      uint32(ip.bytes, ip.sourceAt + tail),
      uint32(ip.bytes, ip.destinationAt + tail),
      uint32(ip.bytes, ip.start),
    );
    socket.streams.push(stream);
    peers.add(input(), source.address, destination.address);
    if (socket.claims.length === 0) loose.push(stream);
    else attach(stream, socket, away, unclaimed?.take(ip));
    return stream;
  }

  /** Known by its sender so far, and named by its receiver meanwhile. */
  function fromSource(ip: IpPacket, socket: MediaSocket, matches: (one: Stream) => boolean): Stream | undefined {
    const other = sockets.find(ip.bytes, ip.sourceAt, ip.addressLength, uint16(ip.bytes, ip.start));
    const at = other?.streams.findIndex(matches) ?? -1;
    if (other === undefined || at < 0) return undefined;
    const [stream] = other.streams.splice(at, 1);
    if (other.last === stream) other.last = undefined;
    socket.streams.push(stream);
    stream.version = -1;
    return stream;
  }

  function attach(stream: Stream, socket: MediaSocket, away: boolean, before: StreamOfCall['before']): void {
    for (const claim of socket.claims) {
      const { session, index, kind, rtcp } = claim;
      if (rtcp || session.streams.some((one) => one.stream === stream)) continue;
      if (session.streams.length >= CALL_STREAMS) {
        session.omitted++;
        continue;
      }
      if (stream.sharing.isOver) open++;
      stream.sharing.join(session);
      const direction = directionOf(claim, away);
      session.streams.push({ stream, direction, index, kind, destinationAnnounced: !away, before });
      if (kind === 'audio' && direction === 'to-caller' && Number.isNaN(session.answered)) {
        stream.ear ??= new Ear(session);
        stream.ear.hearTones();
      }
    }
  }

  function agree(stream: Stream, socket: MediaSocket, away: boolean): void {
    stream.version = socket.version;
    const claim = socket.media;
    if (claim === undefined) return;
    attach(stream, socket, away, undefined);
    // What was agreed for fax says nothing of the codec before it.
    if (socket.role === FOR_FAX) return;
    const { session, announcement, index, side } = claim;
    const receiver = away ? (session.latest(others[side]) ?? announcement) : announcement;
    const payloads = sessionOf(receiver)?.media[index]?.payloads;
    stream.agree(payloads);
    if (claim.kind === 'audio' && payloads?.some(isEvents) === false && !isEncrypted(receiver, index)) {
      stream.ear ??= new Ear(session);
      stream.ear.hearKeys();
    }
  }

  /** RTP, by its looks, between sockets that nobody named. */
  function stranger(ip: IpPacket, start: number, end: number): void {
    const { bytes, destinationAt, addressLength } = ip;
    const to = uint16(bytes, ip.start + 2);
    if (uint16(bytes, ip.start) < DYNAMIC_PORT || to < DYNAMIC_PORT) return;
    const follows = mode === 'heuristic' && loose.length < LOOSE;
    const socket = follows ? claims.open(bytes, destinationAt, addressLength, to) : undefined;
    if (socket !== undefined) packet(ip, start, end, socket, false);
    else {
      unclaimed ??= new Unclaimed(endpoints);
      unclaimed.add(ip, start);
    }
  }

  function beside(kind: number, ip: IpPacket, start: number, end: number, socket: MediaSocket | undefined): void {
    const session = socket?.claims[socket.claims.length - 1]?.session;
    if (session === undefined) return;
    const { source, destination } = endsOf(ip);
    const add =
      kind === RTCP ? addRtcp : kind === STUN ? addStun : kind === DTLS || kind === DTLS_RECORD ? addDtls : undefined;
    add?.(session, ip.bytes, start, end, source, destination, ip.time);
  }

  function of(call: Call): CallMedia {
    if (last?.call === call) return last.media;
    const session = claims.get(call.callIds[0]);
    const media = session === undefined ? noMedia : mediaOf(session, call);
    last = { call, media };
    return media;
  }

  return {
    see: (message) => claims.see(message),
    datagram,
    of,
    unclaimed: () => unclaimed?.flows() ?? [],
    hasAny: (call) => inputsOf(call).some((one) => peers.has(one)),
    reaches: (call, host, other) => inputsOf(call).some((one) => peers.reaches(one, host, other)),
    release(callId) {
      const session = claims.release(callId);
      last = undefined;
      if (session === undefined) return;
      for (const { stream } of session.streams) {
        stream.sharing.leave(session);
        if (stream.sharing.isOver) open--;
      }
    },
    omitted: () => omitted,
    loose: () =>
      loose
        .filter((stream) => stream.sequence.packets >= PROVEN && stream.sequence.expected < 4 * stream.sequence.packets)
        .map(looseFacts),
  };
}

/** Where a call begins and where it ends: the next file of a series may hold the rest of it. */
function inputsOf({ messages }: Call): readonly number[] {
  const [first] = messages;
  return first === undefined ? [] : [first.input, messages[messages.length - 1].input];
}

/** One of the two sockets is known to be right: of the other one, a look at its end is enough. */
function isOf(stream: Stream, ssrc: number, { bytes, start, sourceAt, destinationAt, addressLength }: IpPacket) {
  const last = addressLength - 4;
  return stream.isFrom(ssrc, uint32(bytes, sourceAt + last), uint32(bytes, destinationAt + last), uint32(bytes, start));
}

/** RTP from before the switch to fax, on the same socket. By their first bytes fax packets can look like any. */
function goesOn({ streams }: MediaSocket, ip: IpPacket, start: number): boolean {
  const ssrc = uint32(ip.bytes, start + 8);
  for (const stream of streams) if (isOf(stream, ssrc, ip)) return true;
  return false;
}

function directionOf({ side }: Claim, away: boolean): MediaDirection {
  return toward[away ? others[side] : side];
}
