/**
 * Frames of one direction of a WebSocket connection (RFC 6455 §5), in any chunks: messages come out whole and unmasked.
 * Control frames between the frames of a message are passed over.
 */

export interface WebSocketMessage {
  /** Borrowed for the call. */
  readonly bytes: Uint8Array;
  readonly length: number;
  /** The first frame had RSV1 set: permessage-deflate (RFC 7692 §6). */
  readonly compressed: boolean;
  /** Sequence number of the first byte of its first frame, and of the byte behind its last one. */
  readonly from: number;
  readonly to: number;
  /** More bytes belong to it than are kept, or than came. */
  readonly truncated: boolean;
}

export interface FrameReader {
  /** False from the first byte on that no frame could begin with. `sequence` is that of the first byte. */
  push(bytes: Uint8Array, start: number, end: number, sequence: number): boolean;
  /** Forgets the frame and message that it is in, handing out what is there of a message. */
  abandon(sequence: number): void;
  /** Nothing of a frame or message was read that still lacks its end. */
  readonly between: boolean;
}

const TWO_TO_32 = 4_294_967_296;
/** Bytes kept of one message. */
export const MESSAGE_LIMIT = 256 * 1024;
const CONTINUATION = 0;
const BINARY = 2;
const CLOSE = 8;
const PONG = 10;
const LARGEST_CONTROL = 125;

export function createFrameReader(onMessage: (message: WebSocketMessage) => void): FrameReader {
  const header = new Uint8Array(14);
  let have = 0;
  let left = 0;
  let inPayload = false;
  let opcode = 0;
  let final = false;
  let masked = false;
  /** Bytes of the frame's payload that were unmasked. */
  let turned = 0;
  let message = new Uint8Array(0);
  let length = 0;
  let open = false;
  let overflow = false;
  let compressed = false;
  let from = 0;

  /** Bytes that the header has, as far as its first two say. */
  function headerLength(): number {
    const size = header[1] & 0x7f;
    return 2 + (size === 126 ? 2 : size === 127 ? 8 : 0) + (header[1] >> 7 === 1 ? 4 : 0);
  }

  function payloadLength(): number {
    const size = header[1] & 0x7f;
    if (size < 126) return size;
    const view = new DataView(header.buffer);
    return size === 126 ? view.getUint16(2) : view.getUint32(2) * TWO_TO_32 + view.getUint32(6);
  }

  /** False for a header that RFC 6455 §5.2, §5.4 and §5.5 forbid. */
  function begin(first: number): boolean {
    opcode = header[0] & 15;
    final = header[0] >> 7 === 1;
    masked = header[1] >> 7 === 1;
    left = payloadLength();
    turned = 0;
    inPayload = true;
    const packed = (header[0] & 0x40) !== 0;
    if ((header[0] & 0x30) !== 0 || left > Number.MAX_SAFE_INTEGER) return false;
    if (opcode >= CLOSE) return final && !packed && left <= LARGEST_CONTROL && opcode <= PONG;
    if (opcode > BINARY || (opcode === CONTINUATION) !== open || (open && packed)) return false;
    if (open) return true;
    open = true;
    overflow = false;
    compressed = packed;
    length = 0;
    from = first;
    return true;
  }

  function take(bytes: Uint8Array, start: number, size: number): void {
    if (opcode >= CLOSE || overflow) return;
    let room = size;
    if (length + room > MESSAGE_LIMIT) {
      overflow = true;
      room = MESSAGE_LIMIT - length;
    }
    if (length + room > message.length) {
      const larger = new Uint8Array(Math.max(2048, (length + room) * 2));
      larger.set(message.subarray(0, length));
      message = larger;
    }
    const key = headerLength() - 4;
    if (masked) {
      for (let i = 0; i < room; i++) message[length + i] = bytes[start + i] ^ header[key + ((turned + i) & 3)];
    } else message.set(bytes.subarray(start, start + room), length);
    length += room;
  }

  function finish(to: number, truncated: boolean): void {
    open = false;
    onMessage({ bytes: message, length, compressed, from, to: to >>> 0, truncated: truncated || overflow });
    // A large message does not keep its room for ever.
    if (message.length > 65_536) message = new Uint8Array(0);
  }

  function push(bytes: Uint8Array, start: number, end: number, sequence: number): boolean {
    let at = start;
    while (at < end || (inPayload && left === 0)) {
      if (!inPayload) {
        header[have++] = bytes[at++];
        if (have < 2 || have < headerLength()) continue;
        if (!begin((sequence + at - start - have) >>> 0)) return false;
      }
      const size = Math.min(left, end - at);
      take(bytes, at, size);
      turned += size;
      left -= size;
      at += size;
      if (left > 0) break;
      inPayload = false;
      have = 0;
      if (final && opcode < CLOSE) finish(sequence + at - start, false);
    }
    reader.between = have === 0 && !inPayload && !open;
    return true;
  }

  function abandon(sequence: number): void {
    have = 0;
    inPayload = false;
    if (open) finish(sequence, true);
    reader.between = true;
  }

  const reader = { push, abandon, between: true };
  return reader;
}
