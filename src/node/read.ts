/** Reads files and standard input chunk by chunk, unpacking gzip, zstd and xz. */
import { readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { isBomb, isGzip } from '../files/gzip.ts';
import { type Packing, packingOf, unpack } from '../files/unpack.ts';
import type { InputSink } from '../model.ts';
import type { Pace } from './pace.ts';

const CHUNK = 256 * 1024;
/** Chunks between two looks at what else has happened. */
const TURNS = 64;

type Chunks = AsyncIterable<Uint8Array>;

/** Hears how many bytes were read, packed as they are. */
type OnRead = (bytes: number) => void;

const unheard: OnRead = () => {};

async function* chunksOf(file: FileHandle, buffer: Uint8Array, first: number, onRead: OnRead): Chunks {
  for (let length = first; length > 0; length = readSync(file.fd, buffer, 0, CHUNK, null)) {
    onRead(length);
    yield buffer.subarray(0, length);
  }
}

/**
 * One buffer that stays in the processor's cache, filled by plain reads: measured faster than big reads on another
 * thread, whose bytes have left the cache when the analysis comes to them.
 */
async function readRegular(
  file: FileHandle,
  sink: InputSink,
  signal: AbortSignal,
  onRead: OnRead,
  pace: Pace | undefined,
): Promise<void> {
  const buffer = new Uint8Array(CHUNK);
  let length = readSync(file.fd, buffer, 0, CHUNK, null);
  const head = buffer.subarray(0, length);
  if (isGzip(head) || packingOf(head) !== undefined) {
    await pump(paced(until(signal, chunksOf(file, buffer, length, onRead)), pace), sink, signal);
    return;
  }
  for (let turn = 1; length > 0 && !signal.aborted; turn++) {
    sink.write(buffer.subarray(0, length));
    onRead(length);
    length = readSync(file.fd, buffer, 0, CHUNK, null);
    const wait = pace?.turn();
    if (wait !== undefined) await wait;
    // Signals and timers get their turn now and then.
    if (turn % TURNS === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  finish('', sink, signal);
}

/** The same chunks, each when it is its file's turn. */
async function* paced(chunks: Chunks, pace: Pace | undefined): Chunks {
  for await (const chunk of chunks) {
    await pace?.turn();
    yield chunk;
  }
}

/** The same chunks of a stream; when the signal comes they end, even while the next one is waited for. */
async function* until(signal: AbortSignal, chunks: Chunks): Chunks {
  const iterator = chunks[Symbol.asyncIterator]();
  while (!signal.aborted) {
    const next = await new Promise<IteratorResult<Uint8Array>>((resolve, reject) => {
      const stop = () => resolve({ done: true, value: undefined });
      signal.addEventListener('abort', stop, { once: true });
      iterator
        .next()
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', stop));
    });
    if (next.done) return;
    yield next.value;
  }
}

/** Resolves to why not all could be unpacked, as a reason of `notDecoded`; empty when all could. */
async function gunzip(head: Uint8Array, rest: Chunks, sink: InputSink): Promise<string> {
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
  /** Goes on feeding: called when there is room again, or nothing more to feed. */
  let proceed = () => {};
  gunzip.on('drain', () => proceed());
  const done = new Promise<void>((resolve) => {
    const finish = () => {
      proceed();
      resolve();
    };
    // A file that is cut fails only after all that could be unpacked was handed out.
    gunzip.on('error', (error: { code?: string }) => {
      damage ||= error.code === 'Z_BUF_ERROR' ? 'gzip-cut' : 'gzip-damaged';
      finish();
    });
    gunzip.on('end', finish);
    gunzip.on('close', finish);
  });
  const feed = async (chunk: Uint8Array) => {
    packed += chunk.length;
    // zlib reads the chunk later, when the buffer may hold the next one already: hence the copy.
    if (!gunzip.destroyed && !gunzip.write(chunk.slice())) {
      await new Promise<void>((resolve) => {
        proceed = resolve;
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
  return damage;
}

/** The same for other packings. Between two chunks, signals and timers get their turn. */
async function unpackOther(packing: Packing, head: Uint8Array, rest: Chunks, sink: InputSink): Promise<string> {
  async function* all(): Chunks {
    yield head;
    for await (const chunk of rest) {
      await new Promise((resolve) => setImmediate(resolve));
      yield chunk;
    }
  }
  return (await unpack(packing, all(), (chunk) => sink.write(chunk))) ?? '';
}

async function pump(chunks: Chunks, sink: InputSink, signal: AbortSignal): Promise<void> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  let damage = '';
  if (!first.done) {
    const rest: Chunks = { [Symbol.asyncIterator]: () => iterator };
    const packing = packingOf(first.value);
    if (isGzip(first.value)) damage = await gunzip(first.value, rest, sink);
    else if (packing !== undefined) damage = await unpackOther(packing, first.value, rest, sink);
    else {
      sink.write(first.value);
      for await (const chunk of rest) sink.write(chunk);
    }
  }
  finish(damage, sink, signal);
}

function finish(damage: string, sink: InputSink, signal: AbortSignal): void {
  // What was stopped is cut by that alone.
  const stopped = signal.aborted && (damage === '' || damage.endsWith('-cut'));
  if (stopped || damage !== '') sink.damaged(stopped ? 'interrupted' : damage);
  sink.end();
}

/** Rejects when the file cannot be opened or read; what was read before is analysed. The signal ends the reading early. */
export async function readFile(
  path: string,
  sink: InputSink,
  signal: AbortSignal,
  onRead: OnRead = unheard,
  pace?: Pace,
): Promise<void> {
  const file = await open(path, 'r');
  try {
    // A plain read of a pipe would hold up everything, Ctrl-C too, until something comes.
    const regular = (await file.stat()).isFile();
    if (regular) await readRegular(file, sink, signal, onRead, pace);
    else await readStream(file.createReadStream({ autoClose: false }), sink, signal, onRead, pace);
  } finally {
    const closed = file.close();
    // Nor can it be closed before.
    if (!signal.aborted) await closed;
  }
}

export async function readStream(
  stream: Chunks,
  sink: InputSink,
  signal: AbortSignal,
  onRead: OnRead,
  pace?: Pace,
): Promise<void> {
  await pump(paced(counted(until(signal, stream), onRead), pace), sink, signal);
}

async function* counted(chunks: Chunks, onRead: OnRead): Chunks {
  for await (const chunk of chunks) {
    onRead(chunk.length);
    yield chunk;
  }
}
