/** From the paths of the command line to the files that are read. */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { createPcapReader } from '../files/pcap.ts';
import { createPcapngReader } from '../files/pcapng.ts';
import { sniff } from '../files/sniff.ts';

/** What cannot be read, with the reason. */
export interface InputProblem {
  readonly path: string;
  readonly code: 'missing' | 'denied' | 'no-match' | 'no-capture' | 'unreadable';
}

export interface FoundInputs {
  readonly paths: readonly string[];
  readonly problems: readonly InputProblem[];
}

const HEAD = 65_536;
/** Names in a directory that are taken although only their text could tell. */
const logName = /\.(log|txt|sip|trace)(\.\d+)?(\.gz)?$/i;
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
    const kind = sniff(headOf(path));
    if (kind === 'pcap' || kind === 'pcapng') return true;
    return (kind === 'text' || kind === 'gzip') && (logName.test(path) || /\.(pcap|pcapng|cap)\.gz$/i.test(path));
  } catch {
    return false;
  }
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
  const paths: string[] = [];
  const problems: InputProblem[] = [];
  for (const argument of arguments_) {
    if (argument === '-') {
      paths.push(argument);
      continue;
    }
    try {
      if (!existsSync(argument) && wildcard.test(argument)) {
        const matches = await glob(argument.replaceAll('\\', '/'), { dot: true });
        if (matches.length === 0) problems.push({ path: argument, code: 'no-match' });
        paths.push(...matches);
      } else if (statSync(argument).isDirectory()) {
        const files = await glob('**/*', { cwd: argument });
        const found = files.map((file) => `${argument.replace(/\/+$/, '')}/${file}`).filter(isInput);
        if (found.length === 0) problems.push({ path: argument, code: 'no-capture' });
        paths.push(...found);
      } else paths.push(argument);
    } catch (error) {
      problems.push(problemOf(error, argument));
    }
  }
  return { paths: inOrderOfTime([...new Set(paths)]), problems };
}

/** Time of the first packet, NaN where the head does not tell. */
function firstTime(path: string): number {
  let time = Number.NaN;
  try {
    const head = headOf(path);
    const kind = sniff(head);
    if (kind !== 'pcap' && kind !== 'pcapng') return time;
    const options = {
      onFrame: (frame: { time: number }) => {
        if (Number.isNaN(time)) time = frame.time;
      },
      tally: { count() {} },
    };
    (kind === 'pcap' ? createPcapReader : createPcapngReader)(options).write(head);
  } catch {
    // Reading the file itself will say what is wrong with it.
  }
  return time;
}

/** A rotated capture must be read in the order in which it was written, whatever its files are called. */
function inOrderOfTime(paths: readonly string[]): readonly string[] {
  if (paths.length < 2 || paths.includes('-')) return paths;
  const timed = paths.map((path) => ({ path, time: firstTime(path) }));
  if (timed.some(({ time }) => Number.isNaN(time))) return paths;
  return timed.sort((a, b) => a.time - b.time).map(({ path }) => path);
}
