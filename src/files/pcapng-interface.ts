/**
 * Interface Description Blocks of pcapng: link type, unit and origin of the clock.
 * https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html §4.2
 */
import { uint16, uint32 } from './capture.ts';

export interface Interface {
  readonly linkType: number;
  /** 0: not limited. */
  readonly snapLength: number;
  /** Ticks are microseconds already: the usual case, decided once. */
  readonly microseconds: boolean;
  /** `if_tsresol`: a power of two or of ten. */
  readonly binary: boolean;
  readonly exponent: number;
  /** `if_tsoffset`, in microseconds. */
  readonly offset: number;
  /** Packets lost since the capture began, by the latest Interface Statistics Block (§4.6). */
  drops: number;
  /** The same by the options of its packets (§4.3). */
  lost: number;
}

const IF_TSRESOL = 9;
const IF_TSOFFSET = 14;
const ISB_IFDROP = 5;
const ISB_OSDROP = 7;
const EPB_DROPCOUNT = 4;

/** Reads the block at `[start, end)`, which holds 16 bytes at least; `end` is where its trailing length begins. */
export function readInterface(bytes: Uint8Array, start: number, end: number, little: boolean): Interface {
  const resolution = findOption(bytes, start + 16, end, little, IF_TSRESOL, 1);
  const offset = findOption(bytes, start + 16, end, little, IF_TSOFFSET, 8);
  const unit = resolution < 0 ? 6 : bytes[resolution];
  const seconds = offset < 0 ? 0 : signed64(bytes, offset, little);
  return {
    linkType: uint16(bytes, start + 8, little),
    snapLength: uint32(bytes, start + 12, little),
    microseconds: unit === 6,
    binary: unit > 127,
    exponent: unit & 127,
    offset: seconds * 1_000_000,
    drops: 0,
    lost: 0,
  };
}

/** Notes what an Interface Statistics Block says of lost packets. */
export function readStatistics(known: Interface, bytes: Uint8Array, start: number, end: number, little: boolean): void {
  const byInterface = findOption(bytes, start + 20, end, little, ISB_IFDROP, 8);
  const bySystem = findOption(bytes, start + 20, end, little, ISB_OSDROP, 8);
  if (byInterface < 0 && bySystem < 0) return;
  known.drops =
    (byInterface < 0 ? 0 : unsigned64(bytes, byInterface, little)) +
    (bySystem < 0 ? 0 : unsigned64(bytes, bySystem, little));
}

/** Packets lost between an Enhanced Packet and the one before it, by the options at `start`. */
export function readLost(bytes: Uint8Array, start: number, end: number, little: boolean): number {
  const at = findOption(bytes, start, end, little, EPB_DROPCOUNT, 8);
  return at < 0 ? 0 : unsigned64(bytes, at, little);
}

/** Where the value of an option begins, or -1 (§3.5: code, length, value padded to 32 bits). */
function findOption(
  bytes: Uint8Array,
  start: number,
  end: number,
  little: boolean,
  code: number,
  size: number,
): number {
  for (let at = start; at + 4 <= end; ) {
    const found = uint16(bytes, at, little);
    const length = uint16(bytes, at + 2, little);
    if (found === 0 || at + 4 + length > end) return -1;
    if (found === code && length >= size) return at + 4;
    at += 4 + ((length + 3) & ~3);
  }
  return -1;
}

function unsigned64(bytes: Uint8Array, at: number, little: boolean): number {
  const high = uint32(bytes, little ? at + 4 : at, little);
  return high * 4_294_967_296 + uint32(bytes, little ? at : at + 4, little);
}

function signed64(bytes: Uint8Array, at: number, little: boolean): number {
  const high = uint32(bytes, little ? at + 4 : at, little) | 0;
  return high * 4_294_967_296 + uint32(bytes, little ? at : at + 4, little);
}

/** Whole microseconds of a 64-bit tick count, which a number cannot hold when the unit is fine. */
export function microsecondsOf(clock: Interface, high: number, low: number): number {
  const { exponent } = clock;
  if (clock.binary) {
    // 10^6 / 2^n = 15625 * 2^(6-n): both products are exact, so only their sum needs care.
    const upper = high * 15_625 * 2 ** (38 - exponent);
    const lower = low * 15_625 * 2 ** (6 - exponent);
    const whole = Math.floor(upper) + Math.floor(lower);
    return whole + Math.floor(upper - Math.floor(upper) + (lower - Math.floor(lower)));
  }
  if (exponent <= 6) return (high * 4_294_967_296 + low) * 10 ** (6 - exponent);
  // Long division by hand, exact as long as remainder * 2^32 is: up to picoseconds.
  const divisor = 10 ** (exponent - 6);
  const quotient = Math.floor(high / divisor);
  return quotient * 4_294_967_296 + Math.floor(((high - quotient * divisor) * 4_294_967_296 + low) / divisor);
}

/** What `microsecondsOf` leaves out, in whole nanoseconds. */
export function nanosecondsOf({ binary, exponent }: Interface, high: number, low: number): number {
  if (binary) {
    const fraction = (high * 4_294_967_296 + low) % 2 ** exponent;
    return exponent > 52 ? 0 : Math.floor((fraction / 2 ** exponent) * 1e9) % 1000;
  }
  if (exponent <= 6 || exponent > 12) return 0;
  const divisor = 10 ** (exponent - 6);
  const rest = ((high % divisor) * (4_294_967_296 % divisor) + (low % divisor)) % divisor;
  return Math.floor(exponent <= 9 ? rest * 10 ** (9 - exponent) : rest / 10 ** (exponent - 9));
}
