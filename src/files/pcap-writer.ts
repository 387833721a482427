/** Writes libpcap capture files: https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-04.html */

/** A frame as it is written. Times are those of `Frame`: microseconds since 1970, and what is finer than that. */
export interface WritableFrame {
  readonly time: number;
  readonly nanoseconds: number;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly wireLength: number;
}

const MAGIC = 0xa1b2c3d4;
const MAGIC_NANOSECONDS = 0xa1b23c4d;
/** What libpcap takes for no limit. */
const SNAP_LENGTH = 262_144;

export function pcapHeader(linkType: number, nanoseconds: boolean, snapLength = SNAP_LENGTH): Uint8Array {
  const bytes = new Uint8Array(24);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, nanoseconds ? MAGIC_NANOSECONDS : MAGIC, true);
  view.setUint16(4, 2, true);
  view.setUint16(6, 4, true);
  view.setUint32(16, Math.max(SNAP_LENGTH, snapLength), true);
  view.setUint32(20, linkType, true);
  return bytes;
}

export function pcapRecord(frame: WritableFrame, nanoseconds: boolean): Uint8Array {
  const { time, start, end } = frame;
  const bytes = new Uint8Array(16 + end - start);
  const view = new DataView(bytes.buffer);
  const micros = time - Math.floor(time / 1e6) * 1e6;
  view.setUint32(0, Math.floor(time / 1e6), true);
  view.setUint32(4, nanoseconds ? micros * 1000 + frame.nanoseconds : micros, true);
  view.setUint32(8, end - start, true);
  view.setUint32(12, Math.max(frame.wireLength, end - start), true);
  bytes.set(frame.bytes.subarray(start, end), 16);
  return bytes;
}
