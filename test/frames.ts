/** pcap files taken apart into their records and put together again, changed. */

export interface Record {
  /** µs. */
  readonly time: number;
  readonly frame: Uint8Array;
}

export const HEADER = 24;
export const RECORD_HEADER = 16;

/** Records of a little-endian pcap, as all fixtures are. */
export function recordsOf(capture: Uint8Array): Record[] {
  const view = new DataView(capture.buffer, capture.byteOffset, capture.byteLength);
  const records: Record[] = [];
  for (let at = HEADER; at < capture.length; ) {
    const length = view.getUint32(at + 8, true);
    const time = view.getUint32(at, true) * 1e6 + view.getUint32(at + 4, true);
    records.push({ time, frame: capture.subarray(at + RECORD_HEADER, at + RECORD_HEADER + length) });
    at += RECORD_HEADER + length;
  }
  return records;
}

export function captureOf(header: Uint8Array, records: readonly Record[]): Uint8Array {
  const capture = new Uint8Array(records.reduce((sum, { frame }) => sum + RECORD_HEADER + frame.length, HEADER));
  const view = new DataView(capture.buffer);
  capture.set(header.subarray(0, HEADER));
  let at = HEADER;
  for (const { time, frame } of records) {
    view.setUint32(at, Math.floor(time / 1e6), true);
    view.setUint32(at + 4, time % 1e6, true);
    view.setUint32(at + 8, frame.length, true);
    view.setUint32(at + 12, frame.length, true);
    capture.set(frame, at + RECORD_HEADER);
    at += RECORD_HEADER + frame.length;
  }
  return capture;
}
