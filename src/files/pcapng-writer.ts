/** Writes pcapng: https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html. Interfaces, packets, and what it takes to read them. */
import type { WritableFrame } from './pcap-writer.ts';

const SECTION_HEADER = 0x0a0d0d0a;
const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
const INTERFACE_DESCRIPTION = 1;
const INTERFACE_STATISTICS = 5;
const ENHANCED_PACKET = 6;
const DECRYPTION_SECRETS = 10;
const TLS_KEY_LOG = 0x544c534b;
const IF_TSRESOL = 9;
const ISB_IFDROP = 5;

/** `body` is padded to a multiple of four. */
function block(type: number, body: Uint8Array): Uint8Array {
  const length = 12 + ((body.length + 3) & ~3);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, type, true);
  view.setUint32(4, length, true);
  bytes.set(body, 8);
  view.setUint32(length - 4, length, true);
  return bytes;
}

export function pcapngHeader(): Uint8Array {
  const body = new Uint8Array(16);
  const view = new DataView(body.buffer);
  view.setUint32(0, BYTE_ORDER_MAGIC, true);
  view.setUint16(4, 1, true);
  // The length of the section is not said.
  view.setBigUint64(8, 0xffffffffffffffffn, true);
  return block(SECTION_HEADER, body);
}

/** An interface whose clock ticks in nanoseconds, or in microseconds. */
export function pcapngInterface(linkType: number, nanoseconds: boolean): Uint8Array {
  const body = new Uint8Array(20);
  const view = new DataView(body.buffer);
  view.setUint16(0, linkType, true);
  view.setUint16(8, IF_TSRESOL, true);
  view.setUint16(10, 1, true);
  body[12] = nanoseconds ? 9 : 6;
  return block(INTERFACE_DESCRIPTION, body);
}

export function pcapngPacket(frame: WritableFrame, interfaceId: number, nanoseconds: boolean): Uint8Array {
  const { start, end } = frame;
  const body = new Uint8Array(20 + end - start);
  const view = new DataView(body.buffer);
  const micros = BigInt(Math.max(0, Math.floor(frame.time)));
  const ticks = nanoseconds ? micros * 1000n + BigInt(frame.nanoseconds) : micros;
  view.setUint32(0, interfaceId, true);
  view.setUint32(4, Number((ticks >> 32n) & 0xffffffffn), true);
  view.setUint32(8, Number(ticks & 0xffffffffn), true);
  view.setUint32(12, end - start, true);
  view.setUint32(16, Math.max(frame.wireLength, end - start), true);
  body.set(frame.bytes.subarray(start, end), 20);
  return block(ENHANCED_PACKET, body);
}

/** Secrets of TLS in the format of SSLKEYLOGFILE (§4.7). */
export function pcapngSecrets(lines: readonly string[]): Uint8Array {
  const text = `${lines.join('\n')}\n`;
  const body = new Uint8Array(8 + text.length);
  const view = new DataView(body.buffer);
  view.setUint32(0, TLS_KEY_LOG, true);
  view.setUint32(4, text.length, true);
  for (let at = 0; at < text.length; at++) body[8 + at] = text.charCodeAt(at);
  return block(DECRYPTION_SECRETS, body);
}

/** Packets that the capturing machine lost on this interface. */
export function pcapngDrops(interfaceId: number, drops: number): Uint8Array {
  const body = new Uint8Array(28);
  const view = new DataView(body.buffer);
  view.setUint32(0, interfaceId, true);
  view.setUint16(12, ISB_IFDROP, true);
  view.setUint16(14, 8, true);
  view.setBigUint64(16, BigInt(drops), true);
  return block(INTERFACE_STATISTICS, body);
}
