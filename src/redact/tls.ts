/** TLS: which records were sent and how long they are stays; of the hellos also versions and ciphers. Nothing else does. */
import { uint16 } from '../net/ip.ts';
import { looksLikeTls } from '../net/tls/record.ts';
import type { Names } from './names.ts';
import { host } from './uris.ts';

const RECORD = 5;
const CHANGE_CIPHER = 20;
const ALERT = 21;
const HANDSHAKE = 22;
const CLIENT_HELLO = 1;
const SERVER_HELLO = 2;
const SERVER_NAME = 0;
const SUPPORTED_VERSIONS = 43;
const RANDOM = 32;

/** A name in a hello, by its place in the run. */
export interface ServerName {
  readonly start: number;
  readonly end: number;
}

/** Wipes `bytes`, a run of a connection; `boundaries` are where its segments begin. Returns the names left to rewrite. */
export function wipeTls(bytes: Uint8Array, boundaries: readonly number[]): ServerName[] {
  const found: ServerName[] = [];
  let next = 0;
  let at = 0;
  while (at < bytes.length) {
    if (!looksLikeTls(bytes, at, bytes.length)) {
      // The middle of a record: a later segment may begin with one.
      while (
        next < boundaries.length &&
        (boundaries[next] <= at || !looksLikeTls(bytes, boundaries[next], bytes.length))
      )
        next++;
      const end = boundaries[next] ?? bytes.length;
      bytes.fill(0, at, end);
      at = end;
      continue;
    }
    const end = Math.min(bytes.length, at + RECORD + uint16(bytes, at + 3));
    found.push(...wipeRecord(bytes, at, end));
    at = end;
  }
  return found;
}

function wipeRecord(bytes: Uint8Array, at: number, end: number): ServerName[] {
  const start = at + RECORD;
  const type = bytes[at];
  const length = uint16(bytes, at + 3);
  if (type === CHANGE_CIPHER || (type === ALERT && length === 2)) return [];
  if (type === HANDSHAKE && isClear(bytes, start, end, length)) return wipeHandshake(bytes, start, end);
  bytes.fill(0, start, end);
  return [];
}

/** A handshake message in clear says its length, which is that of the record or less. */
function isClear(bytes: Uint8Array, start: number, end: number, length: number): boolean {
  return start + 4 <= end && bytes[start] <= 24 && bytes[start + 1] === 0 && uint16(bytes, start + 2) + 4 <= length;
}

function wipeHandshake(bytes: Uint8Array, start: number, end: number): ServerName[] {
  const found: ServerName[] = [];
  let at = start;
  while (at + 4 <= end) {
    const type = bytes[at];
    const stop = Math.min(end, at + 4 + ((bytes[at + 1] << 16) | uint16(bytes, at + 2)));
    if (type === CLIENT_HELLO || type === SERVER_HELLO)
      found.push(...wipeHello(bytes, at + 4, stop, type === CLIENT_HELLO));
    else bytes.fill(0, at + 4, stop);
    at = stop;
  }
  bytes.fill(0, at, end);
  return found;
}

/** Version, random, session id, ciphers, compression, extensions (RFC 8446 §4.1.2). */
function wipeHello(bytes: Uint8Array, start: number, end: number, client: boolean): ServerName[] {
  let at = start + 2;
  bytes.fill(0, Math.min(at, end), Math.min(end, at + RANDOM));
  at += RANDOM;
  if (at >= end) return [];
  const session = bytes[at];
  bytes.fill(0, Math.min(at + 1, end), Math.min(end, at + 1 + session));
  at += 1 + session;
  if (client) {
    if (at + 2 > end) return [];
    at += 2 + uint16(bytes, at);
    if (at >= end) return [];
    at += 1 + bytes[at] + 2;
  } else at += 5;
  const found: ServerName[] = [];
  while (at + 4 <= end) {
    const type = uint16(bytes, at);
    const from = at + 4;
    const stop = Math.min(end, from + uint16(bytes, at + 2));
    if (type === SERVER_NAME && client && stop - from > 5)
      found.push({ start: from + 5, end: Math.min(stop, from + 5 + uint16(bytes, from + 3)) });
    else if (type !== SUPPORTED_VERSIONS) bytes.fill(0, from, stop);
    at = stop;
  }
  if (at < end) bytes.fill(0, at, end);
  return found;
}

export function serverName(text: string, names: Names): string {
  return host(text, names);
}
