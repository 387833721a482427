/** The report that is packed into the page itself. */
import { chunkId, type Details, type Kind, OVERVIEW, type PackedOverview } from '../packed/form.ts';
import type { Source } from './source.ts';

/** Chunks that stay unpacked: those that were looked at last. */
const KEPT = 24;

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

async function unpack(id: string): Promise<unknown> {
  const text = document.getElementById(id)?.textContent;
  if (!text) throw new Error(`${id} is missing`);
  const stream = new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text());
}

/** Index of the chunk that holds an item. */
function chunkOf(firsts: readonly number[], index: number): number {
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firsts[middle] <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Rejects where the page is cut or damaged. */
export async function embeddedSource(): Promise<Source> {
  const { chunks, ...overview } = (await unpack(OVERVIEW)) as PackedOverview;
  const open = new Map<string, Promise<unknown>>();
  return {
    overview,
    async get<K extends Kind>(kind: K, index: number) {
      const chunk = chunkOf(chunks[kind], index);
      const id = chunkId(kind, chunk);
      const items = open.get(id) ?? unpack(id);
      // Looked at last stands last.
      open.delete(id);
      open.set(id, items);
      for (const old of open.keys()) if (open.size > KEPT) open.delete(old);
      return ((await items) as readonly Details[K][])[index - chunks[kind][chunk]];
    },
  };
}
