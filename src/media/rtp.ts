/** RTP headers (RFC 3550 §5.1): one cursor, read again for each packet. */
import { uint16, uint32 } from '../net/ip.ts';

export interface RtpHeader {
  payloadType: number;
  marker: boolean;
  sequence: number;
  timestamp: number;
  ssrc: number;
  /** Where the payload begins and ends in the bytes, contributing sources, extension and padding left out. */
  start: number;
  end: number;
}

const VERSION_2 = 2;
const HEADER = 12;
const PADDING = 0x20;
const EXTENSION = 0x10;

export function createRtpHeader(): RtpHeader {
  return { payloadType: 0, marker: false, sequence: 0, timestamp: 0.5, ssrc: 0.5, start: 0, end: 0 };
}

/**
 * Reads the header at `start`. `whole` is false where the capture cut the packet: its padding cannot be known then.
 * False when this is no RTP: another version, or lengths that do not fit.
 */
export function readRtp(bytes: Uint8Array, start: number, end: number, whole: boolean, rtp: RtpHeader): boolean {
  if (end - start < HEADER) return false;
  const first = bytes[start];
  if (first >> 6 !== VERSION_2) return false;
  let at = start + HEADER + ((first & 15) << 2);
  let last = end;
  if ((first & EXTENSION) !== 0 && at + 4 <= end) at += 4 + (uint16(bytes, at + 2) << 2);
  if (whole) {
    if (at > end) return false;
    if ((first & PADDING) !== 0) {
      const padding = bytes[end - 1];
      if (padding === 0 || at + padding > end) return false;
      last = end - padding;
    }
  }
  const second = bytes[start + 1];
  rtp.payloadType = second & 0x7f;
  rtp.marker = second > 0x7f;
  rtp.sequence = uint16(bytes, start + 2);
  rtp.timestamp = uint32(bytes, start + 4);
  rtp.ssrc = uint32(bytes, start + 8);
  rtp.start = Math.min(at, end);
  rtp.end = last;
  return true;
}
