/** Where reports go: standard output or files, opened before the work begins so that it is not done in vain. */
import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { exit, pid, stderr, stdout } from 'node:process';
import { complain, systemWords } from './complain.ts';
import { exitCodes, UsageError } from './exit.ts';
import { say } from './speech.ts';

const BATCH = 64 * 1024;
const BUFFER = 256 * 1024;

export interface Output {
  write(pieces: Iterable<string>): Promise<void>;
  /** For what comes bit by bit; nothing else is written then. */
  stream(): OutputStream;
  /** The same for bytes. */
  bytes(): ByteStream;
  /** Leaves the file as it was when nothing was written to it, or not all. */
  close(): void;
  /** Is it this file, under whatever name? */
  is(path: string): boolean;
}

export interface OutputStream {
  write(text: string): void;
  /** All is written. */
  end(): Promise<void>;
}

export interface ByteStream {
  /** The bytes may be used again when the call returns. */
  write(bytes: Uint8Array): void;
  /** All is written. */
  end(): Promise<void>;
}

async function drained(): Promise<void> {
  if (stdout.writableNeedDrain) await new Promise((resolve) => stdout.once('drain', resolve));
}

const standardOutput: Output = {
  write: writeOut,
  stream: () => ({
    write: (text) => void stdout.write(text),
    end: drained,
  }),
  bytes: () => ({ write: (bytes) => void stdout.write(bytes.slice()), end: drained }),
  close() {},
  is: () => false,
};

/** `undefined` and `-` are standard output. */
export function openOutput(path: string | undefined): Output {
  if (path === undefined || path === '-') return standardOutput;
  const { file, created } = attempt(path, () => openWithoutCutting(path));
  const facts = attempt(path, () => fstatSync(file, { bigint: true }));
  let written = false;
  let draft: Draft | undefined;
  const begin = (): number => {
    draft = facts.isFile() ? openDraft(path, Number(facts.mode)) : undefined;
    if (draft !== undefined) return draft.file;
    // Pipes and devices have no length, and nothing that could be kept.
    if (facts.isFile()) ftruncateSync(file);
    written = true;
    return file;
  };
  const finish = () => {
    if (draft === undefined) return;
    const { path: whole } = draft;
    closeSync(draft.file);
    draft = undefined;
    renameSync(whole, realpathSync(path));
    written = true;
  };
  return {
    async write(pieces) {
      attempt(path, () => {
        writeAll(begin(), pieces);
        finish();
      });
    },
    stream() {
      const to = attempt(path, begin);
      let waiting: string[] = [];
      let size = 0;
      const flush = () => {
        attempt(path, () => writeAll(to, waiting));
        waiting = [];
        size = 0;
      };
      return {
        write(text) {
          waiting.push(text);
          size += text.length;
          if (size >= BATCH) flush();
        },
        async end() {
          flush();
          attempt(path, finish);
        },
      };
    },
    bytes() {
      const to = attempt(path, begin);
      return {
        write: (bytes) => attempt(path, () => writeWhole(to, bytes)),
        end: async () => attempt(path, finish),
      };
    },
    close() {
      closeSync(file);
      if (draft !== undefined) {
        closeSync(draft.file);
        unlinkSync(draft.path);
      }
      if (created && !written) unlinkSync(path);
    },
    is(other) {
      const stat = statSync(other, { bigint: true, throwIfNoEntry: false });
      return facts.isFile() && stat !== undefined && stat.ino === facts.ino && stat.dev === facts.dev;
    },
  };
}

interface Draft {
  readonly file: number;
  readonly path: string;
}

/** What is in the file stays there until there is something better. */
function openWithoutCutting(path: string): { readonly file: number; readonly created: boolean } {
  const { O_WRONLY, O_CREAT, O_EXCL } = constants;
  try {
    return { file: openSync(path, O_WRONLY | O_CREAT | O_EXCL), created: true };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return { file: openSync(path, O_WRONLY | O_CREAT), created: false };
  }
}

function writeAll(file: number, pieces: Iterable<string>): void {
  for (const bytes of encoded(pieces)) writeWhole(file, bytes);
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/**
 * A file beside it that takes its name once it is whole: a full disk must not cost the last report. Undefined where the
 * directory takes no new file, or where other names of the file would keep the old report.
 */
function openDraft(path: string, mode: number): Draft | undefined {
  const target = realpathSync(path);
  if (statSync(target).nlink > 1) return undefined;
  const draft = join(dirname(target), `.${basename(target)}.${pid}`);
  try {
    return {
      file: openSync(draft, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, mode & 0o777),
      path: draft,
    };
  } catch {
    return undefined;
  }
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UsageError(say().cannotBeWritten(path, systemWords(error)));
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

/** Pieces as UTF-8, in one buffer that is used again and again. */
function* encoded(pieces: Iterable<string>): Iterable<Uint8Array> {
  const buffer = Buffer.allocUnsafe(BUFFER);
  let used = 0;
  for (const piece of pieces) {
    // A character takes three bytes at the most.
    const most = piece.length * 3;
    if (used + most > BUFFER) {
      yield buffer.subarray(0, used);
      used = 0;
    }
    if (most > BUFFER) yield Buffer.from(piece);
    else used += buffer.write(piece, used);
  }
  yield buffer.subarray(0, used);
}

/** Waits where the reader is slower than we are, so that a big report does not pile up in memory. */
export async function writeOut(pieces: Iterable<string>): Promise<void> {
  for (const batch of batches(pieces)) {
    if (!stdout.write(batch)) await new Promise((resolve) => stdout.once('drain', resolve));
  }
}

/** Ends the program although something may still be waited for, once all that was written is out. */
export async function leave(code: number): Promise<never> {
  await new Promise((resolve) => stdout.write('', resolve));
  exit(code);
}

/** `sipsleuth … | head`: the report is no longer wanted. */
export function endOnClosedOutput(): void {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') exit(exitCodes.clean);
    complain(say().cannotBeWritten(say().standardOutput, systemWords(error)));
    exit(exitCodes.usage);
  });
  // Nobody is left who could be told.
  stderr.on('error', () => {});
}
