/**
 * The sockets that a session description names, in one glance at its bytes: every description of a capture is looked at
 * so, most of them never in any other way.
 */
import { latin1 } from '../bytes.ts';

export interface SocketLine {
  /** Number of the m= section, from 0. */
  readonly index: number;
  /** `audio`, `video`, `image` … as written. */
  readonly kind: string;
  /** Text of the address, of the section or else of the session; empty without. */
  readonly address: string;
  /** 0 for a refused section. */
  readonly port: number;
  /** Of a=rtcp, else the next port; that of RTP with rtcp-mux. */
  readonly rtcpPort: number;
  readonly rtcpAddress: string;
  readonly mux: boolean;
  /** Sockets of ICE candidates over UDP, those of the m= line left out. */
  readonly candidates: readonly { readonly address: string; readonly port: number }[];
}

type Draft = { -readonly [K in keyof SocketLine]: SocketLine[K] };

const NEWLINE = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const C = 0x63;
const M = 0x6d;
const A = 0x61;
const SECTIONS = 32;
const CANDIDATES = 64;
const LONGEST_ADDRESS = 64;

const none: SocketLine['candidates'] = [];

const RTCP = ascii('rtcp:');
const MUX = ascii('rtcp-mux');
const CANDIDATE = ascii('candidate:');

function ascii(text: string): readonly number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

function begins(bytes: Uint8Array, at: number, word: readonly number[]): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return false;
  return true;
}

/** Position behind the word at `at`. */
function wordEnd(bytes: Uint8Array, at: number, end: number): number {
  let next = at;
  while (next < end && bytes[next] !== SPACE && bytes[next] !== CR) next++;
  return next;
}

/** Position of word `n` of a line, from 0; `end` when there are fewer. */
function wordAt(bytes: Uint8Array, from: number, end: number, n: number): number {
  let at = from;
  for (let word = 0; word < n; word++) {
    at = wordEnd(bytes, at, end);
    while (at < end && bytes[at] === SPACE) at++;
  }
  return at;
}

/** A port at `at`; 0 for what is none. */
function portAt(bytes: Uint8Array, at: number, end: number): number {
  let port = 0;
  for (let i = at; i < end && bytes[i] >= 0x30 && bytes[i] <= 0x39 && port <= 65_535; i++) {
    port = port * 10 + bytes[i] - 0x30;
  }
  return port <= 65_535 ? port : 0;
}

/** Without TTL and count of a multicast address. */
function addressAt(bytes: Uint8Array, at: number, end: number): string {
  let last = wordEnd(bytes, at, end);
  for (let i = at; i < last; i++) if (bytes[i] === SLASH) last = i;
  return last - at > LONGEST_ADDRESS ? '' : latin1(bytes, at, last);
}

/** Sections in their order; refused ones too. */
export function socketsOf(bytes: Uint8Array, start: number, end: number): readonly SocketLine[] {
  const lines: Draft[] = [];
  let session = '';
  let draft: Draft | undefined;

  function close(): void {
    if (draft === undefined) return;
    draft.address ||= session;
    draft.rtcpAddress ||= draft.address;
    if (draft.mux) draft.rtcpPort = draft.port;
    else if (draft.rtcpPort === 0 && draft.port > 0) draft.rtcpPort = draft.port + 1;
    lines.push(draft);
  }

  for (let at = start; at < end && lines.length < SECTIONS; ) {
    let last = bytes.indexOf(NEWLINE, at);
    if (last < 0 || last > end) last = end;
    const value = at + 2;
    if (last < value || bytes[at + 1] !== EQUALS) {
      // No line of SDP.
    } else if (bytes[at] === M) {
      close();
      const kind = latin1(bytes, value, Math.min(wordEnd(bytes, value, last), value + LONGEST_ADDRESS));
      const port = portAt(bytes, wordAt(bytes, value, last, 1), last);
      const index = lines.length;
      draft = { index, kind, address: '', port, rtcpPort: 0, rtcpAddress: '', mux: false, candidates: none };
    } else if (bytes[at] === C) {
      const address = addressAt(bytes, wordAt(bytes, value, last, 2), last);
      if (draft === undefined) session = address;
      else if (draft.address === '') draft.address = address;
    } else if (bytes[at] === A && draft !== undefined) readAttribute(bytes, value, last, draft);
    at = last + 1;
  }
  close();
  return lines;
}

function readAttribute(bytes: Uint8Array, at: number, end: number, draft: Draft): void {
  if (bytes[at] === RTCP[0]) {
    if (begins(bytes, at, MUX)) draft.mux = true;
    else if (begins(bytes, at, RTCP)) {
      // a=rtcp:53020 IN IP6 2001:db8::1 (RFC 3605 §2.1)
      draft.rtcpPort = portAt(bytes, at + RTCP.length, end);
      draft.rtcpAddress = addressAt(bytes, wordAt(bytes, at, end, 3), end);
    }
  } else if (bytes[at] === CANDIDATE[0] && begins(bytes, at, CANDIDATE) && draft.candidates.length < CANDIDATES) {
    // a=candidate:1 1 UDP 2130706431 192.0.2.1 8998 typ host (RFC 8839 §5.1)
    const transport = wordAt(bytes, at, end, 2);
    if ((bytes[transport] | 0x20) !== 0x75) return;
    const host = wordAt(bytes, at, end, 4);
    const address = addressAt(bytes, host, end);
    const port = portAt(bytes, wordAt(bytes, at, end, 5), end);
    if (port > 0 && address !== '') draft.candidates = [...draft.candidates, { address, port }];
  }
}
