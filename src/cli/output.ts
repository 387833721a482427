/** Where reports go: standard output or a file; a reader that goes away (EPIPE) ends the program quietly. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { exit, stdout } from 'node:process';
import { UsageError } from './exit.ts';

const BATCH = 64 * 1024;

function writeFile(path: string, pieces: Iterable<string>): void {
  let file: number;
  try {
    file = openSync(path, 'w');
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${(error as Error).message}`);
  }
  try {
    for (const batch of batches(pieces)) {
      const bytes = Buffer.from(batch);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    }
  } finally {
    closeSync(file);
  }
}

/** Pieces joined to a size worth a system call. */
function* batches(pieces: Iterable<string>): Iterable<string> {
  let batch: string[] = [];
  let size = 0;
  for (const piece of pieces) {
    batch.push(piece);
    size += piece.length;
    if (size < BATCH) continue;
    yield batch.join('');
    batch = [];
    size = 0;
  }
  if (size > 0) yield batch.join('');
}

/** Waits where the reader is slower than we are, so that a big report does not pile up in memory. */
async function writeOut(pieces: Iterable<string>): Promise<void> {
  for (const batch of batches(pieces)) {
    if (!stdout.write(batch)) await new Promise((resolve) => stdout.once('drain', resolve));
  }
}

export async function write(path: string | undefined, pieces: Iterable<string>): Promise<void> {
  if (path === undefined || path === '-') await writeOut(pieces);
  else writeFile(path, pieces);
}

/** `sipsleuth … | head`: the report is no longer wanted. */
export function endQuietlyOnClosedPipe(): void {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') exit(0);
    throw error;
  });
}
