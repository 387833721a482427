/** Which checksums there are, and what each covers: they are put right once all bytes are written. */
import { type IpPacket, TCP, UDP, uint16 } from '../net/ip.ts';
import { adjust, sctpChecksum, sum } from './checksums.ts';
import type { Datagram } from './datagrams.ts';
import { cutPieces, gather, type Piece } from './pieces.ts';

const ICMP = 1;
const GRE = 47;
const ICMPV6 = 58;
const SCTP = 132;

interface Covered {
  readonly protocol: number;
  readonly start: number;
  readonly end: number;
  readonly source: number;
  readonly destination: number;
  readonly size: number;
  readonly whole: boolean;
}

export interface Repairs {
  /** An IPv4 header. */
  header(at: number, length: number): void;
  packet(
    ip: Pick<IpPacket, 'protocol' | 'start' | 'end' | 'sourceAt' | 'destinationAt' | 'addressLength' | 'missing'>,
  ): void;
  datagram(group: Datagram): void;
  /** What was put together at `at` goes back to where its pieces stand. */
  copy(at: number, pieces: readonly Piece[]): void;
  apply(bytes: Uint8Array, out: Uint8Array): void;
}

/** Offset of the checksum in the header of a transport protocol; -1 for none. */
function fieldOf(protocol: number): number {
  if (protocol === UDP) return 6;
  if (protocol === TCP) return 16;
  return protocol === ICMP || protocol === ICMPV6 ? 2 : -1;
}

export function createRepairs(): Repairs {
  const headers: (readonly [at: number, length: number])[] = [];
  // What is within comes after what it is within, whose checksums cover it: they are put right from the last to the first.
  const steps: ((bytes: Uint8Array, out: Uint8Array) => void)[] = [];

  function packet(covered: Covered, bytes: Uint8Array, out: Uint8Array): void {
    const { protocol, start, source, destination, size } = covered;
    if (protocol === SCTP) sctp(covered, bytes, out);
    if (protocol === GRE && covered.end - start >= 8 && (bytes[start] & 0x80) !== 0)
      adjust(out, start + 4, sum(out, start, covered.end) - sum(bytes, start, covered.end));
    const field = fieldOf(protocol);
    if (field < 0 || covered.end - start < field + 2) return;
    let { end } = covered;
    const length = uint16(bytes, start + 4);
    if (protocol === UDP && length >= 8 && start + length < end) end = start + length;
    const change = sum(out, start, end) - sum(bytes, start, end);
    const pseudo =
      protocol === ICMP ? 0 : pair(out, source, destination, size) - pair(bytes, source, destination, size);
    adjust(out, start + field, change + pseudo, protocol === UDP);
  }

  function pair(from: Uint8Array, source: number, destination: number, size: number): number {
    return sum(from, source, source + size) + sum(from, destination, destination + size);
  }

  function sctp({ start, end, whole }: Covered, bytes: Uint8Array, out: Uint8Array): void {
    if (!whole || end - start < 12) return;
    // Its bytes stand the other way round (RFC 9260 Appendix A).
    const view = new DataView(out.buffer, out.byteOffset);
    const before = new DataView(bytes.buffer, bytes.byteOffset).getUint32(start + 8, true);
    if (before === sctpChecksum(bytes, start, end)) view.setUint32(start + 8, sctpChecksum(out, start, end), true);
  }

  function datagram({ protocol, length, pieces, addresses }: Datagram, bytes: Uint8Array, out: Uint8Array): void {
    const field = fieldOf(protocol);
    if (field < 0) return;
    const { source, destination, size } = addresses;
    const held = cutPieces(pieces, 0, length);
    const change = sum(gather(out, length, held), 0, length) - sum(gather(bytes, length, held), 0, length);
    const pseudo =
      protocol === ICMP ? 0 : pair(out, source, destination, size) - pair(bytes, source, destination, size);
    for (const { offset, at, length: size_ } of pieces)
      if (offset === 0 && size_ >= field + 2) adjust(out, at + field, change + pseudo, protocol === UDP);
  }

  return {
    header: (at, length) => void headers.push([at, length]),
    packet({ protocol, start, end, sourceAt, destinationAt, addressLength, missing }) {
      const covered = {
        protocol,
        start,
        end,
        source: sourceAt,
        destination: destinationAt,
        size: addressLength,
        whole: missing === 0,
      };
      steps.push((bytes, out) => packet(covered, bytes, out));
    },
    datagram: (group) => void steps.push((bytes, out) => datagram(group, bytes, out)),
    copy(at, pieces) {
      steps.push((_bytes, out) => {
        for (const { offset, at: to, length } of pieces) out.copyWithin(to, at + offset, at + offset + length);
      });
    },
    apply(bytes, out) {
      for (const [at, length] of headers) adjust(out, at + 10, sum(out, at, at + length) - sum(bytes, at, at + length));
      for (let index = steps.length - 1; index >= 0; index--) steps[index](bytes, out);
    },
  };
}
