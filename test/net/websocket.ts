/** Writes WebSocket frames for the tests (RFC 6455 §5.2). */
import { constants, createDeflateRaw } from 'node:zlib';
import { be16, be32, bytes } from '../files/build.ts';

export interface FrameOptions {
  readonly opcode?: number;
  readonly final?: boolean;
  /** RSV1. */
  readonly compressed?: boolean;
  readonly key?: readonly number[];
}

export const KEY = [0x37, 0xfa, 0x21, 0x3d];

export function wsFrame(
  payload: Uint8Array | string,
  { opcode = 1, final = true, compressed = false, key }: FrameOptions = {},
): Uint8Array {
  const data = bytes(payload);
  const mask = key === undefined ? 0 : 0x80;
  const size = data.length;
  const length =
    size < 126 ? [mask | size] : size < 65_536 ? [mask | 126, ...be16(size)] : [mask | 127, 0, 0, 0, 0, ...be32(size)];
  const turned = key === undefined ? data : data.map((byte, index) => byte ^ key[index & 3]);
  return bytes([(final ? 0x80 : 0) | (compressed ? 0x40 : 0) | opcode], length, key ?? [], turned);
}

export const REQUEST_HEAD =
  'GET /ws HTTP/1.1\r\nHost: server.example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: sip\r\nSec-WebSocket-Version: 13\r\n';

export const RESPONSE_HEAD =
  'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
  'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\nSec-WebSocket-Protocol: sip\r\n';

/** Messages as one sender compresses them, with or without its window (RFC 7692 §7.2.1). */
export async function deflated(messages: readonly string[], takeover: boolean): Promise<Uint8Array[]> {
  let stream = createDeflateRaw();
  const out: Uint8Array[] = [];
  for (const message of messages) {
    if (!takeover) stream = createDeflateRaw();
    const parts: Uint8Array[] = [];
    const onData = (part: Uint8Array) => void parts.push(part);
    stream.on('data', onData);
    await new Promise<void>((resolve) => {
      stream.write(Buffer.from(message), () => stream.flush(constants.Z_SYNC_FLUSH, resolve));
    });
    stream.off('data', onData);
    const whole = bytes(...parts);
    out.push(whole.subarray(0, whole.length - 4));
  }
  return out;
}
