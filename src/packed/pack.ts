/** Packs a report for a page; the same report gives the same text. */
import { gzipSync } from 'fflate';
import type { Report } from '../report.ts';
import { chunkId, type Kind, kinds, OVERVIEW, overviewOf, type PackedOverview } from './form.ts';

export interface Block {
  readonly id: string;
  /** Base64 of gzip of JSON. */
  readonly text: string;
}

/** Characters of JSON in a chunk: large enough to compress well, small enough to be read at a click. */
const CHUNK = 400_000;
/** Bytes that become base64 at a time: a multiple of three, few enough to be arguments. */
const SLICE = 24_576;

const encoder = new TextEncoder();

function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += SLICE) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + SLICE))));
  }
  return parts.join('');
}

/** No time of packing, so that it stays the same. */
function packed(json: string): string {
  return base64(gzipSync(encoder.encode(json), { mtime: 0 }));
}

/** The chunks of one kind; notes in `firsts` where each begins. */
function* chunksOf(kind: Kind, items: readonly object[], firsts: number[]): Iterable<Block> {
  let json: string[] = [];
  let size = 0;
  let first = 0;
  for (let i = 0; i < items.length; i++) {
    const text = JSON.stringify(items[i]);
    json.push(text);
    size += text.length;
    if (size < CHUNK && i + 1 < items.length) continue;
    firsts.push(first);
    yield { id: chunkId(kind, firsts.length - 1), text: packed(`[${json.join(',')}]`) };
    json = [];
    size = 0;
    first = i + 1;
  }
}

/** Chunks first, the overview last. */
export function* pack(report: Report): Iterable<Block> {
  const chunks: Record<Kind, number[]> = {
    calls: [],
    registrations: [],
    subscriptions: [],
    transactions: [],
    streams: [],
    findings: [],
  };
  for (const kind of kinds) yield* chunksOf(kind, report[kind], chunks[kind]);
  const overview: PackedOverview = { ...overviewOf(report), chunks };
  yield { id: OVERVIEW, text: packed(JSON.stringify(overview)) };
}
