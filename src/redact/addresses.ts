/**
 * Pseudonyms of IP addresses: networks stay networks, an address of a kind (private, shared, link-local, global) stays of
 * that kind, and its text keeps its length.
 */
import { bytesOf, hexOf } from './names.ts';
import type { Keyed } from './pseudonyms.ts';

const ATTEMPTS = 64;

/** Numbers of as many digits as this one has. */
function alike(octet: number): readonly [number, number] {
  return octet < 10 ? [0, 9] : octet < 100 ? [10, 99] : [100, 255];
}

/** First octets in which some networks are of another kind than the rest. */
const mixed: ReadonlySet<number> = new Set([100, 169, 172, 192]);
/** Loopback, this network, and what is no address of a host. */
const whole = (octet: number) => octet === 0 || octet === 127 || octet >= 240;

/** Second octets that make the kind, by the first. */
function isSpecial(first: number, second: number): boolean {
  if (first === 100) return second >= 64 && second <= 127;
  if (first === 169) return second === 254;
  if (first === 172) return second >= 16 && second <= 31;
  return first === 192 && second === 168;
}

export function createAddresses(keyed: Keyed, originals: ReadonlySet<string>): (bytes: Uint8Array) => Uint8Array {
  const orders = new Map<string, readonly number[]>();
  let attempt = 0;

  /** `value` among `values`, in an order that depends on what stands before it. */
  function permuted(value: number, values: readonly number[], before: string): number {
    const index = values.indexOf(value);
    if (index < 0 || values.length < 2) return value;
    const key = `${attempt} ${before} ${values[0]} ${values.length}`;
    let order = orders.get(key);
    if (order === undefined) {
      const weights = new Map(
        values.map((one) => {
          const [a, b, c, d] = keyed(`octet ${key} ${one}`);
          return [one, ((a << 24) | (b << 16) | (c << 8) | d) >>> 0];
        }),
      );
      order = [...values].sort((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0));
      orders.set(key, order);
    }
    return order[index];
  }

  function range(value: number, accept: (value: number) => boolean): readonly number[] {
    const [from, to] = alike(value);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index).filter(accept);
  }

  function ipv4(bytes: Uint8Array): Uint8Array {
    const [a, b, c, d] = bytes;
    if (whole(a) || (a === 224 && b === 0)) return bytes;
    const first =
      a === 10 || mixed.has(a) || a >= 224
        ? a
        : permuted(
            a,
            range(a, (one) => one > 0 && one !== 10 && !mixed.has(one) && one !== 127 && one < 224),
            '4',
          );
    const kind = isSpecial(a, b);
    const second = permuted(
      b,
      range(b, (one) => isSpecial(a, one) === kind),
      `4 ${a}`,
    );
    const third = permuted(
      c,
      range(c, () => true),
      `4 ${a}.${b}`,
    );
    // Broadcasts and networks stay what they are.
    const last =
      d === 0 || d === 255
        ? d
        : permuted(
            d,
            range(d, (one) => one > 0 && one < 255),
            `4 ${a}.${b}.${c}`,
          );
    return Uint8Array.of(first, second, third, last);
  }

  /** A group of `digits` hexadecimal digits stays one, and zero stays zero: the text is shortened at the same place. */
  function group(value: number, before: string, from = 0, to = 0xffff): number {
    if (value === 0) return 0;
    const digits = value.toString(16).length;
    const least = Math.max(from, digits === 1 ? 1 : 16 ** (digits - 1));
    const size = Math.min(to, 16 ** digits - 1) - least + 1;
    const [a, b, c] = keyed(`group ${attempt} ${before} ${least}`);
    return least + ((value - least + ((a << 16) | (b << 8) | c)) % size);
  }

  function ipv6(bytes: Uint8Array): Uint8Array {
    const made = bytes.slice();
    const before = hexOf(bytes.subarray(0, 12));
    if (embedsIpv4(bytes)) {
      made.set(ipv4(bytes.subarray(12)), 12);
      return made;
    }
    if (before.startsWith('00000000000000000000') || (bytes[0] === 0xff && bytes[11] !== 1)) return made;
    const view = new DataView(made.buffer);
    const solicited = bytes[0] === 0xff;
    for (let at = 0; at < 8; at++) {
      const value = view.getUint16(at * 2);
      const key = `6 ${hexOf(bytes.subarray(0, at * 2))}`;
      if (solicited && at < 6) continue;
      if (at === 0 && value >= 0x2000 && value <= 0x3fff) view.setUint16(0, group(value, key, 0x2000, 0x3fff));
      else if (at === 0 && bytes[0] >> 1 === 0x7e)
        view.setUint16(0, group(value, key, bytes[0] << 8, (bytes[0] << 8) | 255));
      else if (solicited && at === 6) view.setUint16(12, group(value, key, value & 0xff00, (value & 0xff00) | 255));
      else if (at > 0 || value < 0xfe00) view.setUint16(at * 2, group(value, key));
    }
    return made;
  }

  const map = (bytes: Uint8Array) => (bytes.length === 4 ? ipv4(bytes) : ipv6(bytes));

  /** Addresses that would still be seen, of those that have a pseudonym at all. */
  function seen(): number {
    let count = 0;
    for (const hex of originals) {
      const made = hexOf(map(bytesOf(hex)));
      if (made === hex ? !staysAsIs(bytesOf(hex)) : originals.has(made)) count++;
    }
    return count;
  }
  // Small networks are full: of many orders, the one that reuses the fewest addresses.
  let best = { attempt: 0, seen: Infinity };
  for (; attempt < ATTEMPTS && best.seen > 0; attempt++) {
    const count = seen();
    if (count < best.seen) best = { attempt, seen: count };
  }
  attempt = best.attempt;
  orders.clear();
  const known = new Map<string, Uint8Array>();
  return (bytes) => {
    const key = hexOf(bytes);
    let made = known.get(key);
    if (made === undefined) {
      made = map(bytes);
      known.set(key, made);
    }
    return made;
  };
}

/** ::ffff:0:0/96 (RFC 4291 §2.5.5.2) and 64:ff9b::/96 (RFC 6052 §2.1): the last four bytes are an IPv4 address. */
export function embedsIpv4(bytes: Uint8Array): boolean {
  const before = hexOf(bytes.subarray(0, 12));
  return before === '00000000000000000000ffff' || before === '0064ff9b0000000000000000';
}

/** It names no host: loopback, any, broadcast, groups that everybody knows. */
export function staysAsIs(bytes: Uint8Array): boolean {
  if (bytes.length === 4) return whole(bytes[0]) || (bytes[0] === 224 && bytes[1] === 0);
  const before = hexOf(bytes.subarray(0, 12));
  if (embedsIpv4(bytes)) return staysAsIs(bytes.subarray(12));
  return before.startsWith('00000000000000000000') || (bytes[0] === 0xff && bytes[11] !== 1);
}
