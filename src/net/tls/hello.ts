/** What the two hellos of a TLS handshake say (RFC 8446 §4.1, RFC 6066 §3), as far as the bytes are here. */
import { latin1 } from '../../bytes.ts';
import { uint16 } from '../ip.ts';
import { hexOf } from './keylog.ts';

export interface Hello {
  /** Highest version that a client offers, or the one that a server chose; 0 when the bytes do not say. */
  readonly version: number;
  /** SNI of a client; empty without one. */
  readonly serverName: string;
  /** 32 bytes, fewer when the hello is cut. */
  readonly random: Uint8Array;
  /** Of a server: hexadecimal digits; empty without one. */
  readonly sessionId: string;
  /** Of a server, 0 when the bytes do not say. */
  readonly suite: number;
  /** RFC 7366. */
  readonly encryptThenMac: boolean;
  /** RFC 8446 §4.2.10. */
  readonly earlyData: boolean;
}

const SERVER_NAME = 0;
const ENCRYPT_THEN_MAC = 22;
export const EARLY_DATA = 42;
const SUPPORTED_VERSIONS = 43;
/** Version and random. */
const FIXED = 34;
const RANDOM_AT = 2;
const NAME_LENGTH = 255;
// RFC 8701: values that only keep servers from choking on unknown ones.
const isGrease = (version: number) => (version & 0x0f0f) === 0x0a0a;

/** Offset of the extensions of a hello whose body begins at `at`; `end` when they are not here. */
function extensionsAt(bytes: Uint8Array, at: number, end: number, client: boolean): number {
  let next = at + FIXED;
  if (next >= end) return end;
  next += 1 + bytes[next]; // session id
  if (!client) return Math.min(end, next + 5); // cipher suite, compression method, length
  if (next + 2 > end) return end;
  next += 2 + uint16(bytes, next); // cipher suites
  if (next >= end) return end;
  next += 1 + bytes[next]; // compression methods
  return Math.min(end, next + 2);
}

/** The body of a hello, `[at, end)` of `bytes`. */
export function readHello(bytes: Uint8Array, at: number, end: number, client: boolean): Hello {
  let version = at + 2 <= end ? uint16(bytes, at) : 0;
  let serverName = '';
  let encryptThenMac = false;
  let earlyData = false;
  for (let next = extensionsAt(bytes, at, end, client); next + 4 <= end; ) {
    const type = uint16(bytes, next);
    const data = next + 4;
    const stop = Math.min(end, data + uint16(bytes, next + 2));
    if (type === SUPPORTED_VERSIONS) version = versionOf(bytes, data, stop, client) || version;
    else if (type === SERVER_NAME && client) serverName = nameOf(bytes, data, stop);
    else if (type === ENCRYPT_THEN_MAC) encryptThenMac = true;
    else if (type === EARLY_DATA) earlyData = true;
    next = data + uint16(bytes, next + 2);
  }
  const random = bytes.slice(Math.min(end, at + RANDOM_AT), Math.min(end, at + FIXED));
  return { version, serverName, random, ...(client ? none : chosenIn(bytes, at, end)), encryptThenMac, earlyData };
}

const none = { sessionId: '', suite: 0 };

/** What a server chose in front of the extensions. */
function chosenIn(bytes: Uint8Array, at: number, end: number): Pick<Hello, 'sessionId' | 'suite'> {
  const start = at + FIXED + 1;
  if (start > end) return none;
  const next = start + bytes[start - 1];
  if (next + 2 > end) return none;
  return { sessionId: hexOf(bytes, start, next), suite: uint16(bytes, next) };
}

function versionOf(bytes: Uint8Array, at: number, end: number, client: boolean): number {
  if (!client) return at + 2 <= end ? uint16(bytes, at) : 0;
  let highest = 0;
  for (let next = at + 1; next + 2 <= end; next += 2) {
    const version = uint16(bytes, next);
    if (!isGrease(version) && version > highest) highest = version;
  }
  return highest;
}

/** A list of names, of which there is but one kind and in practice but one. */
function nameOf(bytes: Uint8Array, at: number, end: number): string {
  if (at + 5 > end || bytes[at + 2] !== 0) return '';
  return latin1(bytes, at + 5, Math.min(end, at + 5 + Math.min(NAME_LENGTH, uint16(bytes, at + 3))));
}
