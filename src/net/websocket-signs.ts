/** WebSocket frames told by what is in them, for connections whose opening was not captured. */

type LooksLikeSip = (bytes: Uint8Array, start: number, end: number) => boolean;

const TEXT = 1;
const BINARY = 2;
/** No start line worth recognising is longer; nothing shorter is a message. */
const LONGEST_LINE = 2048;
const SHORTEST = 16;
const LONGEST = 262_144;
const scratch = new Uint8Array(LONGEST_LINE);

/** Does an uncompressed frame that begins a SIP message stand at `at`? Its start line must be there. */
export function isFrameOfSip(bytes: Uint8Array, at: number, end: number, looksLikeSip: LooksLikeSip): boolean {
  const opcode = bytes[at] & 0x7f;
  if ((opcode !== TEXT && opcode !== BINARY) || end - at < SHORTEST) return false;
  const masked = bytes[at + 1] >> 7 === 1;
  let length = bytes[at + 1] & 0x7f;
  let data = at + 2;
  if (length === 126) {
    length = (bytes[data] << 8) | bytes[data + 1];
    data += 2;
  } else if (length === 127) {
    const high = (bytes[data] << 24) | (bytes[data + 1] << 16) | (bytes[data + 2] << 8) | bytes[data + 3];
    length = high !== 0 ? LONGEST + 1 : (bytes[data + 5] << 16) | (bytes[data + 6] << 8) | bytes[data + 7];
    if (bytes[data + 4] !== 0) length = LONGEST + 1;
    data += 8;
  }
  if (length < SHORTEST || length > LONGEST) return false;
  const key = data;
  if (masked) data += 4;
  const stop = Math.min(end, data + Math.min(length, LONGEST_LINE));
  if (stop - data < SHORTEST) return false;
  if (!masked) return looksLikeSip(bytes, data, stop);
  for (let i = data; i < stop; i++) scratch[i - data] = bytes[i] ^ bytes[key + ((i - data) & 3)];
  return looksLikeSip(scratch, 0, stop - data);
}

/** The first place from `start` on where such a frame begins; `end` when there is none. */
export function nextFrameOfSip(bytes: Uint8Array, start: number, end: number, looksLikeSip: LooksLikeSip): number {
  for (let at = start; at < end; at++) if (isFrameOfSip(bytes, at, end, looksLikeSip)) return at;
  return end;
}

/** Frames one after the other, of which the last ends where the bytes do: the beginning of a segment, behind a gap. */
export function isChainOfFrames(bytes: Uint8Array, start: number, end: number): boolean {
  const masked = bytes[start + 1] >> 7;
  let at = start;
  while (at + 2 <= end) {
    const opcode = bytes[at] & 15;
    const size = bytes[at + 1] & 0x7f;
    const known = (opcode >= TEXT && opcode <= BINARY) || (opcode >= 8 && opcode <= 10 && size < 126);
    // Whole messages only: what a continuation continues is not known here.
    if (!known || bytes[at] >> 7 === 0 || (bytes[at] & 0x30) !== 0 || bytes[at + 1] >> 7 !== masked) return false;
    if (size === 127 || (size === 126 && at + 4 > end)) return false;
    const length = size === 126 ? (bytes[at + 2] << 8) | bytes[at + 3] : size;
    // The shortest form is the only one (RFC 6455 §5.2).
    if (size === 126 && length < 126) return false;
    at += 2 + (size === 126 ? 2 : 0) + masked * 4 + length;
  }
  return at === end;
}
