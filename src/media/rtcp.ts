/**
 * RTCP compounds (RFC 3550 §6, RFC 3611, RFC 4585). A packet that does not hold together ends the reading: what comes
 * behind it is encrypted (SRTCP, RFC 3711 §3.4) or damaged.
 */
import { uint16, uint32 } from '../net/ip.ts';

/** A receiver's words about one source (§6.4.1). Borrowed for the call. */
export interface ReportBlock {
  /** Who reports, and about whom. */
  reporter: number;
  ssrc: number;
  /** Of the packets since its last report, 0 to 1. */
  fractionLost: number;
  /** Since the beginning; below 0 when packets came twice. */
  lost: number;
  /** The highest sequence number received, with the cycles before it. */
  highest: number;
  /** In timestamp units. */
  jitter: number;
  /** The middle of the NTP time of the sender report it knows last, 0 for none. */
  lastReport: number;
  /** Since it got that, 1/65,536 s. */
  delay: number;
}

/** RFC 3611 §4.7; 127 stands for unavailable in the ratings and comes as undefined. */
export interface VoipMetrics {
  readonly ssrc: number;
  readonly reporter: number;
  /** 0 to 1. */
  readonly lossRate: number;
  readonly discardRate: number;
  readonly burstDensity: number;
  readonly gapDensity: number;
  /** ms. */
  readonly roundTrip: number;
  readonly endSystemDelay: number;
  readonly rating: number | undefined;
  readonly mosListening: number | undefined;
  readonly mosConversation: number | undefined;
}

export interface RtcpSink {
  /** `middle`: of the NTP time. */
  sender(ssrc: number, middle: number, packets: number, octets: number): void;
  block(block: ReportBlock): void;
  name(ssrc: number, canonicalName: string): void;
  bye(ssrc: number): void;
  metrics(metrics: VoipMetrics): void;
  /** Application-defined packets, and feedback (RFC 4585 §6): picture loss, negative acknowledgements … */
  other(type: number): void;
}

const SENDER = 200;
const RECEIVER = 201;
const DESCRIPTION = 202;
const GOODBYE = 203;
const EXTENDED = 207;
const BLOCK = 24;
const CNAME = 1;
const VOIP_METRICS = 7;
const UNAVAILABLE = 127;
/** Packets of one datagram. */
const LIMIT = 64;
const LONGEST_NAME = 255;

const block: ReportBlock = {
  reporter: 0,
  ssrc: 0,
  fractionLost: 0,
  lost: 0,
  highest: 0,
  jitter: 0,
  lastReport: 0,
  delay: 0,
};

/** Bytes of the first packet that can be read when the rest is encrypted. */
const CLEAR = 8;

/** False when it is no RTCP, or ends within a packet. With `encrypted` only the first packet's sender is in clear. */
export function readRtcp(bytes: Uint8Array, start: number, end: number, encrypted: boolean, sink: RtcpSink): boolean {
  if (end - start < CLEAR) return false;
  for (let at = start, count = 0; at < end && count < LIMIT; count++) {
    if (end - at < 4 || bytes[at] >> 6 !== 2) return false;
    const type = bytes[at + 1];
    const next = at + ((uint16(bytes, at + 2) + 1) << 2);
    if (type < 192 || type > 223) return false;
    if (encrypted) {
      sink.other(type);
      return true;
    }
    if (next > end) return false;
    readOne(bytes, at, next, type, sink);
    at = next;
  }
  return true;
}

function readOne(bytes: Uint8Array, at: number, end: number, type: number, sink: RtcpSink): void {
  const count = bytes[at] & 31;
  if (type === SENDER && end - at >= 28) {
    const ssrc = uint32(bytes, at + 4);
    sink.sender(ssrc, uint32(bytes, at + 10), uint32(bytes, at + 20), uint32(bytes, at + 24));
    readBlocks(bytes, at + 28, end, count, ssrc, sink);
  } else if (type === RECEIVER && end - at >= 8) readBlocks(bytes, at + 8, end, count, uint32(bytes, at + 4), sink);
  else if (type === DESCRIPTION) readNames(bytes, at + 4, end, count, sink);
  else if (type === GOODBYE) {
    for (let one = 0; one < count && at + 8 + 4 * one <= end; one++) sink.bye(uint32(bytes, at + 4 + 4 * one));
  } else if (type === EXTENDED && end - at >= 8) readExtended(bytes, at, end, sink);
  else sink.other(type);
}

function readBlocks(
  bytes: Uint8Array,
  from: number,
  end: number,
  count: number,
  reporter: number,
  sink: RtcpSink,
): void {
  for (let at = from, one = 0; one < count && at + BLOCK <= end; one++, at += BLOCK) {
    block.reporter = reporter;
    block.ssrc = uint32(bytes, at);
    block.fractionLost = bytes[at + 4] / 256;
    // 24 bits with a sign.
    block.lost = ((bytes[at + 5] << 24) | (bytes[at + 6] << 16) | (bytes[at + 7] << 8)) >> 8;
    block.highest = uint32(bytes, at + 8);
    block.jitter = uint32(bytes, at + 12);
    block.lastReport = uint32(bytes, at + 16);
    block.delay = uint32(bytes, at + 20);
    sink.block(block);
  }
}

function readNames(bytes: Uint8Array, from: number, end: number, count: number, sink: RtcpSink): void {
  let at = from;
  for (let chunk = 0; chunk < count && at + 4 <= end; chunk++) {
    const ssrc = uint32(bytes, at);
    at += 4;
    while (at + 1 < end && bytes[at] !== 0) {
      const length = bytes[at + 1];
      if (at + 2 + length > end) return;
      if (bytes[at] === CNAME) sink.name(ssrc, textOf(bytes, at + 2, length));
      at += 2 + length;
    }
    // A zero ends the items; the next chunk begins at a multiple of four.
    at = from + (((at - from) >> 2) + 1) * 4;
  }
}

function textOf(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + Math.min(length, LONGEST_NAME)));
}

function readExtended(bytes: Uint8Array, from: number, end: number, sink: RtcpSink): void {
  const reporter = uint32(bytes, from + 4);
  for (let at = from + 8; at + 4 <= end; ) {
    const length = (uint16(bytes, at + 2) + 1) << 2;
    if (at + length > end) return;
    if (bytes[at] === VOIP_METRICS && length >= 36) sink.metrics(readMetrics(bytes, at, reporter));
    else sink.other(EXTENDED);
    at += length;
  }
}

function readMetrics(bytes: Uint8Array, at: number, reporter: number): VoipMetrics {
  const rating = bytes[at + 24];
  const listening = bytes[at + 26];
  const conversation = bytes[at + 27];
  return {
    reporter,
    ssrc: uint32(bytes, at + 4),
    lossRate: bytes[at + 8] / 256,
    discardRate: bytes[at + 9] / 256,
    burstDensity: bytes[at + 10] / 256,
    gapDensity: bytes[at + 11] / 256,
    roundTrip: uint16(bytes, at + 16),
    endSystemDelay: uint16(bytes, at + 18),
    rating: rating === UNAVAILABLE ? undefined : rating,
    mosListening: listening === UNAVAILABLE ? undefined : listening / 10,
    mosConversation: conversation === UNAVAILABLE ? undefined : conversation / 10,
  };
}
