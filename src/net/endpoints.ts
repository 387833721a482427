/** Transport addresses, one object each, so that the analysis compares them with `===`. */
import { latin1 } from '../bytes.ts';
import type { Endpoint } from '../model.ts';
import { uint16, uint32 } from './ip.ts';

export interface Endpoints {
  /** The endpoint with the address at `bytes[at, at + length)`: 4 bytes are IPv4, 16 are IPv6. */
  of(bytes: Uint8Array, at: number, length: number, port: number): Endpoint;
  /** The endpoint with an address in text, IPv6 in the form of RFC 5952. */
  named(address: string, port: number): Endpoint;
}

/** Slots of the table in front of the maps, a power of two. */
const RECENT = 8192;
const noneRecent: readonly (Endpoint | undefined)[] = Array.from({ length: RECENT }, () => undefined);

/**
 * Remembers at least the last `limit` endpoints asked for, and at most twice as many. One that is forgotten and comes
 * back is a new object; the old one stays valid where it is held.
 */
export function createEndpoints(limit = 65_536): Endpoints {
  const byName = createGenerations<string>(limit);
  // The way from bytes to an endpoint without writing the address out.
  const byBytes = createGenerations<number | string>(limit);

  function named(address: string, port: number): Endpoint {
    const name = address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
    let endpoint = byName.get(name);
    if (endpoint === undefined) {
      endpoint = { address, port, name };
      byName.set(name, endpoint);
    }
    return endpoint;
  }

  // In front of the maps: most packets come from an endpoint that was met a moment ago.
  const recentKeys = new Float64Array(RECENT).fill(-1);
  const recent = noneRecent.slice();

  function ofIpv4(bytes: Uint8Array, at: number, port: number): Endpoint {
    const address = uint32(bytes, at);
    // 32 bits of address and 16 of port are an exact number.
    const key = address * 65_536 + port;
    const slot = (Math.imul(address ^ (port << 7), 0x9e3779b1) >>> 19) & (RECENT - 1);
    const known = recentKeys[slot] === key ? recent[slot] : undefined;
    if (known !== undefined) return known;
    let endpoint = byBytes.get(key);
    if (endpoint === undefined) {
      endpoint = named(ipv4Text(bytes, at), port);
      byBytes.set(key, endpoint);
    }
    recentKeys[slot] = key;
    recent[slot] = endpoint;
    return endpoint;
  }

  return {
    named,
    of(bytes, at, length, port) {
      if (length === 4) return ofIpv4(bytes, at, port);
      const key = `${latin1(bytes, at, at + 16)}${port}`;
      let endpoint = byBytes.get(key);
      if (endpoint === undefined) {
        endpoint = named(ipv6Text(bytes, at), port);
        byBytes.set(key, endpoint);
      }
      return endpoint;
    },
  };
}

interface Generations<Key> {
  get(key: Key): Endpoint | undefined;
  set(key: Key, endpoint: Endpoint): void;
}

/** A map that forgets what was not asked for while `limit` other keys came in. */
function createGenerations<Key>(limit: number): Generations<Key> {
  let young = new Map<Key, Endpoint>();
  let old = new Map<Key, Endpoint>();

  function set(key: Key, endpoint: Endpoint): void {
    if (young.size >= limit) {
      old = young;
      young = new Map();
    }
    young.set(key, endpoint);
  }

  return {
    set,
    get(key) {
      const endpoint = young.get(key);
      if (endpoint !== undefined) return endpoint;
      const kept = old.get(key);
      if (kept !== undefined) set(key, kept);
      return kept;
    },
  };
}

function ipv4Text(bytes: Uint8Array, at: number): string {
  return `${bytes[at]}.${bytes[at + 1]}.${bytes[at + 2]}.${bytes[at + 3]}`;
}

/** RFC 5952 §4: lower case, no leading zeros, the longest run of zero groups left out, the first of equals. */
export function ipv6Text(bytes: Uint8Array, at: number): string {
  // §5: an IPv4-mapped address ends in dotted decimals.
  if (isMapped(bytes, at)) return `::ffff:${ipv4Text(bytes, at + 12)}`;
  let runStart = -1;
  let runLength = 1; // a single zero group is written out (§4.2.2)
  for (let group = 0; group < 8; group++) {
    let length = 0;
    while (group + length < 8 && uint16(bytes, at + (group + length) * 2) === 0) length++;
    if (length > runLength) {
      runStart = group;
      runLength = length;
    }
    group += length;
  }
  let text = '';
  for (let group = 0; group < 8; group++) {
    if (group === runStart) {
      text += '::';
      group += runLength - 1;
    } else {
      if (text !== '' && !text.endsWith(':')) text += ':';
      text += uint16(bytes, at + group * 2).toString(16);
    }
  }
  return text;
}

/** ::ffff:0:0/96 (RFC 4291 §2.5.5.2). */
function isMapped(bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < 10; i++) if (bytes[at + i] !== 0) return false;
  return bytes[at + 10] === 0xff && bytes[at + 11] === 0xff;
}
