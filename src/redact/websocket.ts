/**
 * Connections of WebSocket: frames stay where they are, with other names in them. What was masked is written in clear
 * under a mask of zeros, so that a search for names sees all of it. Compressed messages cannot keep their length: they
 * are wiped.
 */
import { headEnd, isResponseStart, mayBeRequest, readUpgrade } from '../net/http-upgrade.ts';
import { isFrameOfSip } from '../net/websocket-signs.ts';
import { looksLikeSip } from '../sip/recognise.ts';
import { message } from './message.ts';
import type { Text } from './pieces.ts';

export interface Part {
  readonly start: number;
  readonly end: number;
}

/** A text in the run, perhaps in several parts. */
export interface FramedText {
  readonly parts: readonly Part[];
  readonly rewrite: Text['rewrite'];
}

interface Frame {
  readonly opcode: number;
  readonly final: boolean;
  readonly packed: boolean;
  /** Where the key stands, -1 without one. */
  readonly key: number;
  readonly start: number;
  readonly end: number;
}

const KEEP_ALIVE = /^[\r\n\0 ]*$/;
/** What the reader of WebSocket asks for. */
const KEPT = /^(?:upgrade|connection|content-length|sec-websocket-(?:protocol|version|extensions))$/i;

/** Undefined when the run is no WebSocket. Parts of the run that no text covers, and no frame header, are `wiped`. */
export function webSocketTexts(
  whole: Uint8Array,
  boundaries: readonly number[],
): { readonly texts: readonly FramedText[]; readonly wiped: readonly Part[] } | undefined {
  const texts: FramedText[] = [];
  const wiped: Part[] = [];
  let at = 0;
  const stop = headEnd(whole, 0, whole.length);
  const opens = mayBeRequest(whole, 0, whole.length) || isResponseStart(whole, 0, whole.length);
  if (opens && stop >= 0 && readUpgrade(whole, 0, stop).upgrades) {
    texts.push({ parts: [{ start: 0, end: stop }], rewrite: httpHead });
    at = stop;
  } else {
    const first = boundaries.find((place) => isFrameOfSip(whole, place, whole.length, looksLikeSip));
    if (first === undefined) return undefined;
    wiped.push({ start: 0, end: first });
    at = first;
  }
  let open: Frame[] = [];
  while (at < whole.length) {
    const frame = frameAt(whole, at);
    if (frame === undefined) {
      wiped.push({ start: at, end: whole.length });
      break;
    }
    at = frame.end;
    if (frame.key >= 0)
      texts.push({ parts: [{ start: frame.key, end: frame.key + 4 }], rewrite: (text) => '\0'.repeat(text.length) });
    if (frame.opcode >= 8) wiped.push(frame);
    else {
      open.push(frame);
      if (frame.final || at >= whole.length) {
        finish(whole, open, texts, wiped);
        open = [];
      }
    }
  }
  for (const frame of open) wiped.push(frame);
  return { texts, wiped };
}

function finish(whole: Uint8Array, frames: readonly Frame[], texts: FramedText[], wiped: Part[]): void {
  const parts = frames.filter(({ start, end }) => end > start);
  const size = parts.reduce((sum, { start, end }) => sum + end - start, 0);
  const stream = new Uint8Array(size);
  let at = 0;
  for (const { key, start, end } of parts) {
    if (key >= 0) for (let i = 0; i < end - start; i++) stream[at + i] = whole[key + (i & 3)];
    at += end - start;
  }
  const plain = new Uint8Array(size);
  at = 0;
  for (const { start, end } of parts) for (let i = start; i < end; i++, at++) plain[at] = whole[i] ^ stream[at];
  const clear = (text: string) => mapped(text, (code, index) => code ^ stream[index]);
  if (frames[0].packed || !looksLikeSip(plain, 0, size)) {
    if (frames[0].packed) wiped.push(...parts);
    else if (plain.every((byte) => KEEP_ALIVE.test(String.fromCharCode(byte)))) texts.push({ parts, rewrite: clear });
    // Nor does it become a keep-alive.
    else texts.push({ parts, rewrite: (text) => 'x'.repeat(text.length) });
  } else texts.push({ parts, rewrite: (text, names) => message(clear(text), names) });
}

function mapped(text: string, change: (code: number, index: number) => number): string {
  let made = '';
  for (let index = 0; index < text.length; index++) made += String.fromCharCode(change(text.charCodeAt(index), index));
  return made;
}

/** RFC 6455 §5.2; its payload may end with the run. Undefined when it is none, or its header is cut. */
function frameAt(whole: Uint8Array, at: number): Frame | undefined {
  if (at + 2 > whole.length || (whole[at] & 0x30) !== 0) return undefined;
  const view = new DataView(whole.buffer, whole.byteOffset);
  const size = whole[at + 1] & 0x7f;
  const masked = whole[at + 1] >> 7 === 1;
  const length = size === 126 ? 2 : size === 127 ? 8 : 0;
  const start = at + 2 + length + (masked ? 4 : 0);
  if (start > whole.length) return undefined;
  const payload = size === 126 ? view.getUint16(at + 2) : size === 127 ? Number(view.getBigUint64(at + 2)) : size;
  return {
    opcode: whole[at] & 15,
    final: whole[at] >> 7 === 1,
    packed: (whole[at] & 0x40) !== 0,
    key: masked ? start - 4 : -1,
    start,
    end: Math.min(whole.length, start + payload),
  };
}

/** The opening: what makes it one stays, everything else is as long as it was. */
function httpHead(text: string): string {
  return text
    .split('\r\n')
    .map((line, index) => {
      if (index === 0)
        return line.replace(/^(GET \/?)(.*)( HTTP\/1\.\d)$/, (_, get, path, end) => get + blank(path) + end);
      const colon = line.indexOf(':');
      if (colon < 0) return blank(line);
      const name = line.slice(0, colon);
      return KEPT.test(name) ? line : `${name}:${blank(line.slice(colon + 1))}`;
    })
    .join('\r\n');
}

function blank(text: string): string {
  return text.replace(/[^ \r\n]/g, 'x');
}
