/** The pcapng capture file: https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html */
import type { CaptureOptions, CaptureReader } from './capture.ts';
import { createFrame, createGathering, factsOf, uint16, uint32 } from './capture.ts';
import { type ChunkParser, createCarry } from './carry.ts';
import {
  type Interface,
  microsecondsOf,
  nanosecondsOf,
  readInterface,
  readLost,
  readStatistics,
} from './pcapng-interface.ts';

const SECTION_HEADER = 0x0a0d0d0a;
const INTERFACE_DESCRIPTION = 1;
const PACKET = 2; // obsolete, Appendix A
const SIMPLE_PACKET = 3;
const INTERFACE_STATISTICS = 5;
const ENHANCED_PACKET = 6;
const DECRYPTION_SECRETS = 10;
const TLS_KEY_LOG = 0x544c534b;
const ENHANCED_SMALLEST = 32;

const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
// As in Wireshark: beyond that, a length is taken for damage.
const LARGEST_BLOCK = 16_777_216;
const MOST_INTERFACES = 65_536;
const MOST_KINDS = 256;

/** Registered types that may follow damage: packets, sections and interfaces, names, secrets, journal, custom. */
const registered: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 9, 10, 0xbad, 0x40000bad, SECTION_HEADER]);

export function createPcapngReader({ onFrame, onSecrets, tally }: CaptureOptions): CaptureReader {
  const frame = createFrame();
  const gathering = createGathering();
  const skipped = new Map<number, number>();
  let interfaces: Interface[] = [];
  let little = true;
  let opened = false;
  /** A block made no sense and the next good one is not found yet. */
  let lost = false;

  const parser: ChunkParser = { need: 12, final: false, parse };
  const carry = createCarry(parser);

  function parse(bytes: Uint8Array, start: number, end: number, base: number): number {
    let at = start;
    frame.bytes = bytes;
    for (;;) {
      if (lost) {
        at = seek(bytes, at, end);
        if (lost) return at;
      }
      if (at + 12 > end) {
        if (parser.final && at < end) report('capture-cut', base + at);
        parser.need = 12;
        return at;
      }
      // Once for each block, so what was read is kept: engines do not know that bytes stay the same.
      const type = uint32(bytes, at, little);
      if (type === SECTION_HEADER) {
        little = littleAt(bytes, at);
        opened = true;
      }
      const length = lengthAt(bytes, at, type, little);
      if (length < 12 || !opened) {
        report('capture-damaged', base + at);
        lost = true;
        at++;
        continue;
      }
      const next = at + length;
      if (next > end) {
        parser.need = length;
        if (!parser.final) return at;
        // Either the file ends here, or the length is wrong and good blocks follow within it.
        lost = true;
        const found = seek(bytes, at + 1, end);
        report(lost ? 'capture-cut' : 'capture-damaged', base + at);
        at = found;
        continue;
      }
      if (uint32(bytes, next - 4, little) !== length) {
        if (next + 12 > end && !parser.final) {
          parser.need = length + 12;
          return at;
        }
        // One of the two lengths is wrong. The first is right if a block begins where it says, and no other ends there.
        const right = next === end || (blockAt(bytes, next, end) > 0 && !endsWithBlock(bytes, at, next));
        report(right ? 'block-length-mismatch' : 'capture-damaged', base + at);
        if (!right) {
          lost = true;
          at++;
          continue;
        }
      }
      if (type === ENHANCED_PACKET && length >= ENHANCED_SMALLEST) {
        timedPacket(uint32(bytes, at + 8, little), bytes, at, next - 4, base);
      } else if (length >= smallest(type)) {
        block(type, bytes, at, next - 4, base);
      } else {
        report('capture-damaged', base + at);
      }
      at = next;
    }
  }

  /** The byte order of the block at `at`: a section header brings its own (§4.1). */
  function littleAt(bytes: Uint8Array, at: number): boolean {
    return uint32(bytes, at, true) === SECTION_HEADER ? uint32(bytes, at + 8, true) === BYTE_ORDER_MAGIC : little;
  }

  /** The length of the block of this type at `at`, 12 bytes of which are there; 0 when this is no block. */
  function lengthAt(bytes: Uint8Array, at: number, type: number, order: boolean): number {
    if (type === SECTION_HEADER && uint32(bytes, at + 8, order) !== BYTE_ORDER_MAGIC) return 0;
    const length = uint32(bytes, at + 4, order);
    return length <= LARGEST_BLOCK ? length : 0;
  }

  /** The length of what looks like a block of a registered type; 0 when it does not. */
  function blockAt(bytes: Uint8Array, at: number, end: number): number {
    if (at + 12 > end) return 0;
    const order = littleAt(bytes, at);
    const type = uint32(bytes, at, order);
    if (!registered.has(type) || (!opened && type !== SECTION_HEADER)) return 0;
    const length = lengthAt(bytes, at, type, order);
    return length >= 12 && length % 4 === 0 ? length : 0;
  }

  /** Does another block, begun behind `start`, end at `end`? */
  function endsWithBlock(bytes: Uint8Array, start: number, end: number): boolean {
    const length = uint32(bytes, end - 4, little);
    return length >= 12 && end - length > start && blockAt(bytes, end - length, end) === length;
  }

  /** All blocks but the Enhanced Packet; `end` is where its trailing length begins. */
  function block(type: number, bytes: Uint8Array, at: number, end: number, base: number): void {
    switch (type) {
      case SECTION_HEADER:
        closeSection();
        break;
      case INTERFACE_DESCRIPTION:
        if (interfaces.length < MOST_INTERFACES) addInterface(readInterface(bytes, at, end, little));
        else report('interface-limit', base + at);
        break;
      case SIMPLE_PACKET:
        simplePacket(bytes, at, end, base);
        break;
      case PACKET: {
        const dropped = uint16(bytes, at + 10, little);
        if (dropped !== 0xffff) gathering.drops += dropped;
        timedPacket(uint16(bytes, at + 8, little), bytes, at, end, base);
        break;
      }
      case INTERFACE_STATISTICS: {
        const known = interfaces[uint32(bytes, at + 8, little)];
        if (known !== undefined) readStatistics(known, bytes, at, end, little);
        break;
      }
      default: {
        // §4.7, of which other kinds are for other protocols. A length beyond the block's is that of what is there.
        if (type === DECRYPTION_SECRETS && end - at > 16 && uint32(bytes, at + 8, little) === TLS_KEY_LOG)
          onSecrets?.(bytes.subarray(at + 16, Math.min(end, at + 16 + uint32(bytes, at + 12, little))));
        // One key stands for all further types, should a file invent them without end.
        const key = skipped.has(type) || skipped.size < MOST_KINDS ? type : 0;
        skipped.set(key, (skipped.get(key) ?? 0) + 1);
      }
    }
  }

  function addInterface(added: Interface): void {
    interfaces.push(added);
    const { linkTypes } = gathering;
    if (!linkTypes.includes(added.linkType) && linkTypes.length < MOST_KINDS) linkTypes.push(added.linkType);
  }

  /** Enhanced and obsolete packets agree from the time on. */
  function timedPacket(id: number, bytes: Uint8Array, at: number, end: number, base: number): void {
    const from = id < interfaces.length ? interfaces[id] : undefined;
    if (from === undefined) {
      report('interface-unknown', base + at);
      gathering.frames++;
      return;
    }
    const high = uint32(bytes, at + 12, little);
    const low = uint32(bytes, at + 16, little);
    let captured = uint32(bytes, at + 20, little);
    if (captured > end - at - 28) {
      report('capture-damaged', base + at);
      captured = end - at - 28;
    }
    // Options are rare, and few lines of them are of interest.
    const options = at + 28 + ((captured + 3) & ~3);
    if (options + 12 <= end) from.lost += readLost(bytes, options, end, little);
    frame.time = (from.microseconds ? high * 4_294_967_296 + low : microsecondsOf(from, high, low)) + from.offset;
    frame.nanoseconds = from.microseconds ? 0 : nanosecondsOf(from, high, low);
    if (frame.time < gathering.firstTime) gathering.firstTime = frame.time;
    if (frame.time > gathering.lastTime) gathering.lastTime = frame.time;
    deliver(id, from.linkType, at + 28, captured, uint32(bytes, at + 24, little), base);
  }

  /** §4.4: the first interface, no time; the previous packet's is the best guess. */
  function simplePacket(bytes: Uint8Array, at: number, end: number, base: number): void {
    if (interfaces.length === 0) {
      report('interface-unknown', base + at);
      gathering.frames++;
      return;
    }
    const { linkType, snapLength } = interfaces[0];
    const wire = uint32(bytes, at + 8, little);
    let captured = Math.min(wire, end - at - 12);
    if (snapLength > 0 && captured > snapLength) captured = snapLength;
    if (gathering.lastTime === -Infinity) frame.time = 0;
    deliver(0, linkType, at + 12, captured, wire, base);
  }

  function deliver(id: number, linkType: number, data: number, captured: number, wire: number, base: number): void {
    frame.start = data;
    frame.end = data + captured;
    frame.wireLength = wire > captured ? wire : captured;
    frame.number = ++gathering.frames;
    frame.linkType = linkType;
    frame.position = base + data;
    frame.interfaceId = id;
    if (wire > captured && captured > 0) gathering.cutFrames++;
    onFrame(frame);
  }

  /** Looks for a block of a registered type whose two lengths agree. */
  function seek(bytes: Uint8Array, start: number, end: number): number {
    for (let at = start; ; at++) {
      if (at + 12 > end) {
        parser.need = 12;
        return at;
      }
      const length = blockAt(bytes, at, end);
      if (length === 0) continue;
      if (at + length > end) {
        if (parser.final) continue;
        parser.need = length;
        return at;
      }
      if (uint32(bytes, at + length - 4, littleAt(bytes, at)) === length) {
        lost = false;
        return at;
      }
    }
  }

  /** Statistics count from the beginning of the capture, so each interface's latest stand for all; packets count, too. */
  function closeSection(): void {
    for (const { drops, lost } of interfaces) gathering.drops += Math.max(drops, lost);
    interfaces = [];
  }

  function report(reason: string, position: number): void {
    tally.count(reason, gathering.frames + 1, position);
    gathering.complete = false;
  }

  return {
    write: carry.write,
    end() {
      carry.end();
      closeSection();
      return factsOf(
        'pcapng',
        gathering,
        Array.from(skipped, ([type, count]) => ({ type, count })),
      );
    },
  };
}

/** The smallest length of a block that can hold its fixed fields. */
function smallest(type: number): number {
  switch (type) {
    case ENHANCED_PACKET:
      return ENHANCED_SMALLEST;
    case PACKET:
      return 32;
    case SECTION_HEADER:
      return 28;
    case INTERFACE_STATISTICS:
      return 24;
    case INTERFACE_DESCRIPTION:
      return 20;
    case SIMPLE_PACKET:
      return 16;
    default:
      return 12;
  }
}
