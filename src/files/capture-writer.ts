/** What the capture writers have in common: frames in, pieces of a file out. */
import { pcapHeader, pcapRecord, type WritableFrame } from './pcap-writer.ts';
import { pcapngDrops, pcapngHeader, pcapngInterface, pcapngPacket, pcapngSecrets } from './pcapng-writer.ts';

export interface WrittenCapture {
  readonly format: 'pcap' | 'pcapng';
  /** LINKTYPE_ value of each interface; a pcap has but one. */
  readonly interfaces: readonly number[];
  /** Some frame has a time finer than microseconds. */
  readonly nanoseconds: boolean;
}

export interface CaptureWriter {
  /** What the file begins with. */
  head(): Uint8Array;
  /** Secrets of TLS, lines of SSLKEYLOGFILE, in front of the packets; empty in a pcap, which has no room for them. */
  secrets(lines: readonly string[]): Uint8Array;
  /** `interfaceId` is an index into the interfaces. */
  frame(frame: WritableFrame, interfaceId: number): Uint8Array;
  /** What the capturing machine lost; empty in a pcap, which cannot say it. */
  drops(interfaceId: number, drops: number): Uint8Array;
}

export function createCaptureWriter({ format, interfaces, nanoseconds }: WrittenCapture): CaptureWriter {
  if (format === 'pcap')
    return {
      head: () => pcapHeader(interfaces[0] ?? 1, nanoseconds),
      secrets: () => new Uint8Array(0),
      frame: (frame) => pcapRecord(frame, nanoseconds),
      drops: () => new Uint8Array(0),
    };
  return {
    head: () => joined([pcapngHeader(), ...interfaces.map((linkType) => pcapngInterface(linkType, nanoseconds))]),
    secrets: (lines) => (lines.length === 0 ? new Uint8Array(0) : pcapngSecrets(lines)),
    frame: (frame, interfaceId) => pcapngPacket(frame, interfaceId, nanoseconds),
    drops: (interfaceId, drops) => pcapngDrops(interfaceId, drops),
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
