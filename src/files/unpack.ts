/**
 * zstd (RFC 8878) and xz, unpacked by WebAssembly that comes with its package: loaded only when such a file is read.
 * Gzip is unpacked by what the platform has.
 */
import { isBomb } from './gzip.ts';
import { type FileKind, sniff } from './sniff.ts';

export type Packing = 'zstd' | 'xz';
/** Why unpacking stopped before the end, as a reason of `notDecoded`. */
export type PackedDamage = 'packed-cut' | 'packed-damaged' | 'packed-bomb';

type Chunks = AsyncIterable<Uint8Array>;
/** Unpacks what comes; false when no more is wanted. Throws at what cannot be unpacked. */
type Unpacker = (chunks: Chunks, onChunk: (chunk: Uint8Array) => boolean) => Promise<void>;

/** The decoder does not tell of damage, it goes on without handing out anything. */
const STUCK = 64;

/** What the two say of input that ends too early (of xz, XZ_BUF_ERROR); all else is damage. */
const CUT = /Incomplete stream|error code 8$/;

const unpackers: Readonly<Record<Packing, Unpacker>> = {
  async zstd(chunks, onChunk) {
    const { ZSTDDecoder } = await import('zstddec/stream');
    const decoder = new ZSTDDecoder();
    await decoder.init();
    const queue: Uint8Array[] = [];
    let empty = 0;
    const output = decoder.decodeStreaming({
      *[Symbol.iterator]() {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          empty = 0;
          yield next;
        }
      },
    });
    /** One step; false when there is nothing more to be had. */
    const step = (): boolean => {
      const { done, value } = output.next();
      if (done) return false;
      empty = value.length === 0 ? empty + 1 : 0;
      if (empty > STUCK) throw new Error('damaged');
      return value.length === 0 || onChunk(value);
    };
    for await (const chunk of chunks) {
      queue.push(chunk.slice());
      // It asks for the next chunk only when the one before is used up: the last one is, once something comes behind it.
      while (queue.length > 0) if (!step()) return;
    }
    while (step());
  },
  async xz(chunks, onChunk) {
    // Bundlers and Node disagree on what a CommonJS package exports.
    const loaded: XzPackage & { readonly default?: XzPackage } = await import('xz-decompress');
    const { XzReadableStream } = loaded.default ?? loaded;
    const iterator = chunks[Symbol.asyncIterator]();
    const packed = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const next = await iterator.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value.slice());
      },
    });
    const reader = new XzReadableStream(packed).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read())
      if (!onChunk(next.value)) {
        await reader.cancel();
        return;
      }
  },
};

interface XzPackage {
  readonly XzReadableStream: new (packed: ReadableStream<Uint8Array>) => ReadableStream<Uint8Array>;
}

export function isPacking(kind: FileKind): kind is Packing {
  return kind === 'zstd' || kind === 'xz';
}

/** What the file is packed with, by its first bytes, where `unpack` can do something about it. */
export function packingOf(head: Uint8Array): Packing | undefined {
  const kind = sniff(head);
  return isPacking(kind) ? kind : undefined;
}

/** Hands out what could be unpacked; resolves to what went wrong, if anything did. Rejects as `chunks` do. */
export async function unpack(
  packing: Packing,
  chunks: Chunks,
  onChunk: (chunk: Uint8Array) => void,
): Promise<PackedDamage | undefined> {
  let packed = 0;
  let unpacked = 0;
  let bomb = false;
  let failure: { readonly error: unknown } | undefined;
  async function* counted(): Chunks {
    try {
      for await (const chunk of chunks) {
        packed += chunk.length;
        yield chunk;
      }
    } catch (error) {
      failure = { error };
      throw error;
    }
  }
  try {
    await unpackers[packing](counted(), (chunk) => {
      unpacked += chunk.length;
      bomb = isBomb(packed, unpacked);
      if (!bomb) onChunk(chunk);
      return !bomb;
    });
  } catch (error) {
    if (failure !== undefined) throw failure.error;
    return error instanceof Error && CUT.test(error.message) ? 'packed-cut' : 'packed-damaged';
  }
  return bomb ? 'packed-bomb' : undefined;
}
