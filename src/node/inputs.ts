/** From the paths of the command line to the files that are read. */

import { closeSync, existsSync, opendirSync, openSync, readSync, statSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import { isGzip } from '../files/gzip.ts';
import { sniff } from '../files/sniff.ts';
import { packingOf, unpack } from '../files/unpack.ts';
import { beginningOf } from '../survey.ts';

/** What cannot be read, with the reason. */
export interface InputProblem {
  readonly path: string;
  readonly code: 'missing' | 'denied' | 'no-match' | 'no-capture' | 'unreadable';
}

export interface FoundInput {
  readonly path: string;
  /** The directory or pattern that led to it; undefined when it was named itself. */
  readonly from: string | undefined;
  /** When it was last written, µs; undefined where nobody knows. */
  readonly modified: number | undefined;
  /** Bytes; 0 where nobody knows. */
  readonly size: number;
}

export interface FoundInputs {
  readonly inputs: readonly FoundInput[];
  readonly problems: readonly InputProblem[];
}

const HEAD = 65_536;
const MOST_UNPACKED = 16 * HEAD;
/** Names in a directory that are taken although only their text could tell. */
const logName = /\.(log|txt|sip|trace)(\.\d+)?(\.(gz|zst|xz|lz4|bz2))?$/i;
const captureName = /\.(pcap|pcapng|cap)(\d+)?(\.(gz|zst|xz|lz4|bz2))?$/i;
/** Those that are not unpacked, too: reading them will say so. */
const packings: ReadonlySet<string> = new Set(['gzip', 'zstd', 'xz', 'lz4', 'bzip2']);
const wildcard = /[*?[\]{}]/;

export function headOf(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const head = new Uint8Array(HEAD);
    return head.subarray(0, readSync(file, head, 0, HEAD, 0));
  } finally {
    closeSync(file);
  }
}

function isInput(path: string): boolean {
  try {
    // Opening a pipe would wait for whoever writes into it.
    if (!statSync(path).isFile()) return false;
    const kind = sniff(headOf(path));
    if (kind === 'pcap' || kind === 'pcapng') return true;
    if (packings.has(kind)) return logName.test(path) || captureName.test(path);
    return kind === 'text' && logName.test(path);
  } catch {
    // A capture that may not be opened must not be passed over in silence: reading it will say why.
    return logName.test(path) || captureName.test(path);
  }
}

function factsOf(path: string): Pick<FoundInput, 'modified' | 'size'> {
  const stat = path === '-' ? undefined : statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return { modified: undefined, size: 0 };
  return { modified: Math.round(stat.mtimeMs * 1000), size: stat.isFile() ? stat.size : 0 };
}

function problemOf(error: unknown, path: string): InputProblem {
  const code = (error as { code?: string }).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { path, code: 'missing' };
  return { path, code: code === 'EACCES' || code === 'EPERM' ? 'denied' : 'unreadable' };
}

/** In a fixed order. The library is loaded only when a pattern or directory asks for it. */
async function glob(pattern: string, options: { readonly cwd?: string; readonly dot?: boolean }): Promise<string[]> {
  const { glob: search } = await import('tinyglobby');
  return (await search(pattern, options)).sort();
}

/** Files as they are named; of a directory, all that are captures or logs; of a pattern, all that match. */
export async function findInputs(arguments_: readonly string[]): Promise<FoundInputs> {
  const found = new Map<string, FoundInput>();
  const problems: InputProblem[] = [];
  const add = (path: string, from: string | undefined) => {
    // Named once, a file is named, wherever else it was found.
    if (from !== undefined && found.has(path)) return;
    found.set(path, { path, from, ...factsOf(path) });
  };
  for (const argument of arguments_) {
    if (argument === '-') {
      add(argument, undefined);
      continue;
    }
    try {
      if (!existsSync(argument) && wildcard.test(argument)) {
        const matches = await glob(argument.replaceAll('\\', '/'), { dot: true });
        if (matches.length === 0) problems.push({ path: argument, code: 'no-match' });
        for (const path of matches) add(path, argument);
      } else if (statSync(argument).isDirectory()) {
        // The search below takes a directory that may not be read for an empty one.
        opendirSync(argument).closeSync();
        const files = await glob('**/*', { cwd: argument });
        const inputs = files.map((file) => `${argument.replace(/\/+$/, '')}/${file}`).filter(isInput);
        if (inputs.length === 0) problems.push({ path: argument, code: 'no-capture' });
        for (const path of inputs) add(path, argument);
      } else add(argument, undefined);
    } catch (error) {
      problems.push(problemOf(error, argument));
    }
  }
  return { inputs: await inOrderOfTime([...found.values()]), problems };
}

/** The beginning of what is in a packed file. */
async function unpackedHead(head: Uint8Array): Promise<Uint8Array> {
  if (isGzip(head)) return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_UNPACKED });
  const packing = packingOf(head);
  if (packing === undefined) return head;
  async function* only() {
    yield head;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Where the head ends, the packed data are cut: what came out before is what is wanted.
  await unpack(packing, only(), (chunk) => {
    if (size < MOST_UNPACKED) chunks.push(chunk.slice());
    size += chunk.length;
  });
  return Buffer.concat(chunks);
}

/** Time of the first packet or message, µs; NaN where the head does not tell. */
export async function firstTime(path: string): Promise<number> {
  try {
    return beginningOf(await unpackedHead(headOf(path)), factsOf(path).modified);
  } catch {
    // Reading the file itself will say what is wrong with it.
    return Number.NaN;
  }
}

/** A rotated capture must be read in the order in which it was written, whatever its files are called. */
async function inOrderOfTime(inputs: readonly FoundInput[]): Promise<readonly FoundInput[]> {
  if (inputs.length < 2 || inputs.some(({ path }) => path === '-')) return inputs;
  const timed: { readonly input: FoundInput; readonly time: number }[] = [];
  for (const input of inputs) timed.push({ input, time: await firstTime(input.path) });
  if (timed.some(({ time }) => Number.isNaN(time))) return inputs;
  return timed.sort((a, b) => a.time - b.time).map(({ input }) => input);
}
