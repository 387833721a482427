/** Reads files and standard input chunk by chunk, unpacking gzip. */
import { readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { InputSink } from '../analyze.ts';
import { isBomb, isGzip } from '../files/gzip.ts';

const CHUNK = 256 * 1024;
/** Chunks between two looks at what else has happened. */
const TURNS = 64;

type Chunks = AsyncIterable<Uint8Array>;

/**
 * One buffer that stays in the processor's cache, filled by plain reads: measured faster than big reads on another
 * thread, whose bytes have left the cache when the analysis comes to them. A chunk is valid until the next is asked for.
 */
async function* chunksOf(file: FileHandle): Chunks {
  const buffer = new Uint8Array(CHUNK);
  for (let turn = 1; ; turn++) {
    const length = readSync(file.fd, buffer, 0, CHUNK, null);
    if (length === 0) return;
    yield buffer.subarray(0, length);
    // Signals and timers get their turn now and then.
    if (turn % TURNS === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

async function unpack(head: Uint8Array, rest: Chunks, sink: InputSink): Promise<void> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  let packed = 0;
  let unpacked = 0;
  let damage = '';
  gunzip.on('data', (chunk: Uint8Array) => {
    unpacked += chunk.length;
    if (damage !== '') return;
    if (isBomb(packed, unpacked)) {
      damage = 'gzip-bomb';
      gunzip.destroy();
    } else sink.write(chunk);
  });
  const done = new Promise<void>((resolve) => {
    // A file that is cut fails only after all that could be unpacked was handed out.
    gunzip.on('error', (error: { code?: string }) => {
      damage ||= error.code === 'Z_BUF_ERROR' ? 'gzip-cut' : 'gzip-damaged';
      resolve();
    });
    gunzip.on('end', resolve);
    gunzip.on('close', resolve);
  });
  const feed = async (chunk: Uint8Array) => {
    packed += chunk.length;
    // zlib reads the chunk later, when the buffer may hold the next one already: hence the copy.
    if (!gunzip.destroyed && !gunzip.write(chunk.slice())) {
      await new Promise<void>((resolve) => {
        gunzip.once('drain', resolve);
        gunzip.once('close', resolve);
      });
    }
  };
  await feed(head);
  for await (const chunk of rest) {
    if (gunzip.destroyed) break;
    await feed(chunk);
  }
  if (!gunzip.destroyed) gunzip.end();
  await done;
  if (damage !== '') sink.damaged(damage);
}

async function pump(chunks: Chunks, sink: InputSink): Promise<void> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (!first.done) {
    const rest: Chunks = { [Symbol.asyncIterator]: () => iterator };
    if (isGzip(first.value)) await unpack(first.value, rest, sink);
    else {
      sink.write(first.value);
      for await (const chunk of rest) sink.write(chunk);
    }
  }
  sink.end();
}

/** Rejects when the file cannot be opened or read; what was read before is analysed. */
export async function readFile(path: string, sink: InputSink): Promise<void> {
  const file = await open(path, 'r');
  try {
    await pump(chunksOf(file), sink);
  } finally {
    await file.close();
  }
}

export async function readStream(stream: Chunks, sink: InputSink): Promise<void> {
  await pump(stream, sink);
}
