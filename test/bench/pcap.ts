/** Writes a classic pcap of UDP over IPv4 over Ethernet, through one buffer of a few megabytes. */
import { closeSync, openSync, writeSync } from 'node:fs';

export interface Address {
  readonly ip: string;
  /** The four bytes. */
  readonly value: number;
  readonly port: number;
}

export function address(ip: string, port: number): Address {
  const value = ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return { ip, value, port };
}

const BUFFER = 4 * 1024 * 1024;
const RECORD = 16;
const ETHERNET = 14;
const IP = 20;
const UDP = 8;
const HEADERS = RECORD + ETHERNET + IP + UDP;
const LARGEST = 65_535;

/** RFC 1071, over big-endian words. */
function checksum(bytes: Buffer, start: number, end: number, first: number): number {
  let sum = first;
  let at = start;
  for (; at + 1 < end; at += 2) sum += (bytes[at] << 8) | bytes[at + 1];
  if (at < end) sum += bytes[at] << 8;
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

function halves(value: number): number {
  return (value >>> 16) + (value & 0xffff);
}

export class PcapWriter {
  frames = 0;
  bytes = 0;
  readonly #file: number;
  readonly #buffer = Buffer.alloc(BUFFER);
  #used = 0;
  /** IPv4 identification, counted by each host for itself. */
  readonly #ids = new Map<number, number>();

  constructor(path: string) {
    this.#file = openSync(path, 'w');
    const header = this.#buffer;
    header.writeUInt32LE(0xa1b2c3d4, 0);
    header.writeUInt16LE(2, 4);
    header.writeUInt16LE(4, 6);
    header.writeUInt32LE(262_144, 16);
    header.writeUInt32LE(1, 20);
    this.#used = 24;
  }

  /** `fill` writes the payload at the offset given and returns its length. `time` is in microseconds since 1970. */
  datagram(time: number, from: Address, to: Address, fill: (buffer: Buffer, at: number) => number): void {
    if (this.#used + HEADERS + LARGEST > BUFFER) this.#flush();
    const buffer = this.#buffer;
    const record = this.#used;
    const length = UDP + fill(buffer, record + HEADERS);
    const size = ETHERNET + IP + length;
    const seconds = Math.floor(time / 1_000_000);
    buffer.writeUInt32LE(seconds, record);
    buffer.writeUInt32LE(time - seconds * 1_000_000, record + 4);
    buffer.writeUInt32LE(size, record + 8);
    buffer.writeUInt32LE(size, record + 12);
    this.#ethernet(record + RECORD, from, to);
    this.#ip(record + RECORD + ETHERNET, from, to, length);
    this.#udp(record + RECORD + ETHERNET + IP, from, to, length);
    this.#used += RECORD + size;
    this.frames++;
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  /** Locally administered addresses made of the IP addresses. */
  #ethernet(at: number, from: Address, to: Address): void {
    const buffer = this.#buffer;
    buffer.writeUInt16BE(0x0200, at);
    buffer.writeUInt32BE(to.value, at + 2);
    buffer.writeUInt16BE(0x0200, at + 6);
    buffer.writeUInt32BE(from.value, at + 8);
    buffer.writeUInt16BE(0x0800, at + 12);
  }

  #ip(at: number, from: Address, to: Address, length: number): void {
    const buffer = this.#buffer;
    const id = ((this.#ids.get(from.value) ?? from.value) + 1) & 0xffff;
    this.#ids.set(from.value, id);
    buffer.writeUInt16BE(0x4500, at);
    buffer.writeUInt16BE(IP + length, at + 2);
    buffer.writeUInt16BE(id, at + 4);
    buffer.writeUInt16BE(0x4000, at + 6);
    buffer.writeUInt16BE(0x4011, at + 8);
    buffer.writeUInt16BE(0, at + 10);
    buffer.writeUInt32BE(from.value, at + 12);
    buffer.writeUInt32BE(to.value, at + 16);
    buffer.writeUInt16BE(checksum(buffer, at, at + IP, 0), at + 10);
  }

  #udp(at: number, from: Address, to: Address, length: number): void {
    const buffer = this.#buffer;
    buffer.writeUInt16BE(from.port, at);
    buffer.writeUInt16BE(to.port, at + 2);
    buffer.writeUInt16BE(length, at + 4);
    buffer.writeUInt16BE(0, at + 6);
    const pseudo = halves(from.value) + halves(to.value) + 17 + length;
    // 0 would mean that there is none (RFC 768).
    buffer.writeUInt16BE(checksum(buffer, at, at + length, pseudo) || 0xffff, at + 6);
  }

  #flush(): void {
    for (let at = 0; at < this.#used; ) at += writeSync(this.#file, this.#buffer, at, this.#used - at);
    this.bytes += this.#used;
    this.#used = 0;
  }
}
