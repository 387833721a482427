/**
 * Checksums follow the bytes that changed (RFC 1624): what was right is right again, what was wrong stays wrong by as
 * much, be it that the network card had yet to fill it in or that the packet was damaged.
 */

/** The sum of 16-bit words, the last one padded. Not folded; exact below 2^53. */
export function sum(bytes: Uint8Array, start: number, end: number): number {
  let total = 0;
  for (let at = start; at + 1 < end; at += 2) total += (bytes[at] << 8) | bytes[at + 1];
  return (end - start) % 2 === 1 && end > start ? total + (bytes[end - 1] << 8) : total;
}

function folded(total: number): number {
  // One's complement: a multiple of 65535 changes nothing, and makes it positive.
  const rest = total % 65_535;
  return rest < 0 ? rest + 65_535 : rest;
}

/** `change`: sum of the new words less that of the old ones. */
export function adjust(out: Uint8Array, at: number, change: number, zeroMeansNone = false): void {
  const old = (out[at] << 8) | out[at + 1];
  if (zeroMeansNone && old === 0) return;
  if (folded(change) === 0) return;
  let made = ~folded((~old & 0xffff) + change) & 0xffff;
  // Both zeros of one's complement are zero; a right checksum is the one that its sum gives, which never is all zero.
  if (made === 0xffff && !zeroMeansNone) made = 0;
  out[at] = made >> 8;
  out[at + 1] = made & 255;
}

const table = new Uint32Array(256).map((_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value >>> 0;
});

/** CRC32c of a whole SCTP packet (RFC 9260 Appendix A), its own field taken for zero. */
export function sctpChecksum(bytes: Uint8Array, start: number, end: number): number {
  let value = 0xffffffff;
  for (let at = start; at < end; at++) {
    const byte = at >= start + 8 && at < start + 12 ? 0 : bytes[at];
    value = table[(value ^ byte) & 255] ^ (value >>> 8);
  }
  return ~value >>> 0;
}
