/** The opening of a WebSocket connection (RFC 6455 §4): an HTTP request that asks for it, and the answer to it. */
import { latin1 } from '../bytes.ts';

const CR = 0x0d;
const LF = 0x0a;
/** Longer request heads are nobody's. */
export const HEAD_LIMIT = 16_384;

const GET = [0x47, 0x45, 0x54, 0x20];
const HTTP_1 = [0x48, 0x54, 0x54, 0x50, 0x2f, 0x31, 0x2e];

function begins(bytes: Uint8Array, at: number, end: number, word: readonly number[]): boolean {
  if (end - at < word.length) return false;
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return false;
  return true;
}

/** `GET `, as far as the bytes go. */
export function mayBeRequest(bytes: Uint8Array, start: number, end: number): boolean {
  return begins(bytes, start, end, GET);
}

/** A status line of HTTP/1.0 or 1.1. */
export function isResponseStart(bytes: Uint8Array, start: number, end: number): boolean {
  return begins(bytes, start, end, HTTP_1);
}

/** Offset behind the blank line that ends a head; -1 when it is not here. */
export function headEnd(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (bytes[at] !== LF) continue;
    if (bytes[at + 1] === LF && at + 1 < end) return at + 2;
    if (bytes[at + 1] === CR && bytes[at + 2] === LF && at + 2 < end) return at + 3;
  }
  return -1;
}

/** What the head of a request or response says of WebSocket. */
export interface Upgrade {
  readonly isRequest: boolean;
  /** It asks for WebSocket, or it is the answer 101 that grants it. */
  readonly upgrades: boolean;
  /** Subprotocols, as offered or chosen, in lower case. */
  readonly protocols: readonly string[];
  /** permessage-deflate is offered or agreed on (RFC 7692). */
  readonly deflates: boolean;
  /** Agreed on: each message of that side begins with an empty window. */
  readonly clientFresh: boolean;
  readonly serverFresh: boolean;
}

function words(fields: ReadonlyMap<string, string>, name: string): string[] {
  return (fields.get(name) ?? '')
    .toLowerCase()
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** `bytes[start, end)` is a whole head, or as much of it as there is. */
export function readUpgrade(bytes: Uint8Array, start: number, end: number): Upgrade {
  const [first, ...lines] = latin1(bytes, start, Math.min(end, start + HEAD_LIMIT)).split(/\r?\n/);
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    const known = fields.get(name);
    fields.set(name, known === undefined ? value : `${known}, ${value}`);
  }
  const isRequest = /^GET .* HTTP\/1\.\d\s*$/.test(first);
  const granted = /^HTTP\/1\.\d 101(?: |$)/.test(first);
  const deflate = words(fields, 'sec-websocket-extensions').find((one) => /^permessage-deflate(?:\s*;|$)/.test(one));
  return {
    isRequest,
    upgrades: (isRequest || granted) && words(fields, 'upgrade').includes('websocket'),
    protocols: words(fields, 'sec-websocket-protocol'),
    deflates: deflate !== undefined,
    clientFresh: deflate?.includes('client_no_context_takeover') === true,
    serverFresh: deflate?.includes('server_no_context_takeover') === true,
  };
}
