/** The libpcap capture file: https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-04.html */
import type { CaptureOptions, CaptureReader } from './capture.ts';
import { createFrame, createGathering, factsOf, uint16, uint32 } from './capture.ts';
import { type ChunkParser, createCarry } from './carry.ts';

interface Variant {
  readonly magic: number;
  readonly nanoseconds: boolean;
  readonly recordHeader: number;
}

const variants: readonly Variant[] = [
  { magic: 0xa1b2c3d4, nanoseconds: false, recordHeader: 16 },
  { magic: 0xa1b23c4d, nanoseconds: true, recordHeader: 16 },
  // Alexey Kuznetzov's patched libpcap: interface index, protocol and packet type follow the usual record header.
  { magic: 0xa1b2cd34, nanoseconds: false, recordHeader: 24 },
];

const FILE_HEADER = 24;
// What libpcap and Wireshark take for the largest packet, unless the file announces larger ones.
const USUAL_MAXIMUM = 262_144;
const MAXIMUM = 16_777_216;
// A header found while looking for the way back must be of the day around the last good frame.
const DAY = 86_400;

export function createPcapReader({ onFrame, tally }: CaptureOptions): CaptureReader {
  const frame = createFrame();
  const gathering = createGathering();
  let variant: Variant | undefined;
  let little = false;
  let nanoseconds = false;
  let recordHeader = 16;
  let maximum = USUAL_MAXIMUM;
  /** A record header made no sense and the next good one is not found yet. */
  let lost = false;

  const parser: ChunkParser = { need: FILE_HEADER, final: false, parse };
  const carry = createCarry(parser);

  function parse(bytes: Uint8Array, start: number, end: number, base: number): number {
    let at = start;
    if (variant === undefined) {
      if (end - at < FILE_HEADER) {
        if (parser.final) report('capture-cut', base + at);
        return at;
      }
      if (!readFileHeader(bytes, at)) {
        report('capture-unreadable', base + at);
        parser.parse = ignore;
        return end;
      }
      at += FILE_HEADER;
    }
    frame.bytes = bytes;
    // Its reads throw beyond the end: every one below follows a look at the length.
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (;;) {
      if (lost) {
        at = seek(bytes, at, end);
        if (lost) return at;
      }
      const data = at + recordHeader;
      if (data > end) {
        if (parser.final && at < end) report('capture-cut', base + at);
        parser.need = recordHeader;
        return at;
      }
      const seconds = view.getUint32(at, little);
      const captured = view.getUint32(at + 8, little);
      if (captured > maximum || (captured === 0 && seconds === 0)) {
        // The second case is a run of zeros, as a crash or a full disk leaves behind.
        report('capture-damaged', base + at);
        lost = true;
        at++;
        continue;
      }
      const next = data + captured;
      if (next > end) {
        parser.need = recordHeader + captured;
        if (!parser.final) return at;
        // Either the file ends here, or the length is wrong and good records follow within it.
        lost = true;
        const found = seek(bytes, at + 1, end);
        report(lost ? 'capture-cut' : 'capture-damaged', base + at);
        at = found;
        continue;
      }
      const fraction = view.getUint32(at + 4, little);
      const wire = view.getUint32(at + 12, little);
      const time = seconds * 1_000_000 + (nanoseconds ? Math.floor(fraction / 1000) : fraction);
      frame.start = data;
      frame.end = next;
      // Some writers say less than they captured.
      frame.wireLength = wire > captured ? wire : captured;
      frame.time = time;
      if (nanoseconds) frame.nanoseconds = fraction % 1000;
      frame.number = ++gathering.frames;
      frame.position = base + data;
      // Without any byte it only says when something went by: a slice keeps the ends of its capture so.
      if (wire > captured && captured > 0) gathering.cutFrames++;
      if (time < gathering.firstTime) gathering.firstTime = time;
      if (time > gathering.lastTime) gathering.lastTime = time;
      onFrame(frame);
      at = next;
    }
  }

  function report(reason: string, position: number): void {
    tally.count(reason, gathering.frames + 1, position);
    gathering.complete = false;
  }

  function readFileHeader(bytes: Uint8Array, at: number): boolean {
    little = bytes[at] !== 0xa1;
    const magic = uint32(bytes, at, little);
    variant = variants.find((known) => known.magic === magic);
    if (variant === undefined) return false;
    nanoseconds = variant.nanoseconds;
    recordHeader = variant.recordHeader;
    const snapLength = uint32(bytes, at + 16, little);
    if (snapLength > USUAL_MAXIMUM && snapLength <= MAXIMUM) maximum = snapLength;
    // The upper half says how long a frame check sequence is; IP's own length cuts it off.
    frame.linkType = uint16(bytes, little ? at + 20 : at + 22, little);
    gathering.linkTypes.push(frame.linkType);
    return true;
  }

  /** Looks for a record header that makes sense and is followed by another one, or by the end of the file. */
  function seek(bytes: Uint8Array, start: number, end: number): number {
    for (let at = start; ; at++) {
      if (at + recordHeader > end) {
        parser.need = recordHeader;
        return at;
      }
      if (!plausible(bytes, at)) continue;
      const next = at + recordHeader + uint32(bytes, at + 8, little);
      if (next + recordHeader > end && !parser.final) {
        parser.need = next + recordHeader - at;
        return at;
      }
      if (next === end || (next + recordHeader <= end && plausible(bytes, next))) {
        lost = false;
        return at;
      }
    }
  }

  function plausible(bytes: Uint8Array, at: number): boolean {
    const captured = uint32(bytes, at + 8, little);
    if (captured === 0 || captured > maximum) return false;
    const wire = uint32(bytes, at + 12, little);
    if (wire < captured || wire > MAXIMUM) return false;
    if (uint32(bytes, at + 4, little) >= (nanoseconds ? 1_000_000_000 : 1_000_000)) return false;
    return gathering.frames === 0 || Math.abs(uint32(bytes, at, little) - frame.time / 1_000_000) < DAY;
  }

  return {
    write: carry.write,
    end() {
      carry.end();
      return factsOf('pcap', gathering, []);
    },
  };
}

function ignore(_bytes: Uint8Array, _start: number, end: number): number {
  return end;
}
