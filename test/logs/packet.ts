/** A message of the flow as the Ethernet frames that carried it, for renderers that dump them. Checksums are left at zero. */
import type { FlowMessage } from './flow.ts';
import { segmentsOf } from './render-tools.ts';

export interface DumpedFrame {
  readonly bytes: Buffer;
  /** Behind Ethernet. */
  readonly ip: Buffer;
  readonly payload: string;
  readonly sequence: number;
}

function addressOf(name: string): { readonly address: Buffer; readonly port: number } {
  const colon = name.lastIndexOf(':');
  const host = name.slice(0, colon).replace(/^\[|\]$/g, '');
  const port = Number(name.slice(colon + 1));
  if (!host.includes(':')) return { address: Buffer.from(host.split('.').map(Number)), port };
  const [left, right] = host.split('::').map((part) => part.split(':'));
  const words = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return { address: Buffer.from(words.map((word) => word.padStart(4, '0')).join(''), 'hex'), port };
}

function uint16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => {
    bytes.writeUInt16BE(value & 0xffff, index * 2);
  });
  return bytes;
}

/** Keeps the sequence numbers of the flow's connections. */
export function createFrames(): (message: FlowMessage) => DumpedFrame[] {
  const sent = new Map<string, number>();
  return (message) =>
    segmentsOf(message).map((payload) => {
      const [from, to] = [addressOf(message.source), addressOf(message.destination)];
      const flow = `${message.source} ${message.destination}`;
      const sequence = sent.get(flow) ?? 1000;
      const data = Buffer.from(payload, 'latin1');
      const udp = message.transport === 'udp';
      if (!udp) sent.set(flow, sequence + data.length);
      const ports = uint16(from.port, to.port);
      const head = udp
        ? Buffer.concat([ports, uint16(8 + data.length, 0)])
        : Buffer.concat([ports, uint16(0, sequence, 0, 1000, 0x5018, 64_240, 0, 0)]);
      const size = head.length + data.length;
      const protocol = udp ? 17 : 6;
      const v6 = from.address.length === 16;
      const ip = v6
        ? Buffer.concat([uint16(0x6000, 0, size), Buffer.from([protocol, 64]), from.address, to.address])
        : Buffer.concat([
            uint16(0x4500, 20 + size, 1, 0x4000),
            Buffer.from([64, protocol, 0, 0]),
            from.address,
            to.address,
          ]);
      const whole = Buffer.concat([ip, head, data]);
      const ethernet = Buffer.from([2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, ...(v6 ? [0x86, 0xdd] : [8, 0])]);
      return { bytes: Buffer.concat([ethernet, whole]), ip: whole, payload, sequence };
    });
}
