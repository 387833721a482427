/** `sipsleuth redact -o FILE <input>`: a copy with other names, which proves that it tells the same and gives nobody away. */
import { readFileSync } from 'node:fs';
import { stdin } from 'node:process';
import { gzipSync } from 'node:zlib';
import { createAnalysis } from '../analyze.ts';
import { sniff } from '../files/sniff.ts';
import type { InputSink } from '../model.ts';
import { keyedHash, randomKey } from '../node/hashes.ts';
import { type FoundInput, findInputs } from '../node/inputs.ts';
import { readFile, readStream } from '../node/read.ts';
import { compareReports, type Failure, searchLeft } from '../redact/proof.ts';
import { collect, type Redacted, type RedactKind, type RedactOptions, redact } from '../redact/redact.ts';
import type { Report } from '../report.ts';
import { complain, isSystemError, systemWords } from './complain.ts';
import { exitCodes, UsageError } from './exit.ts';
import { problemTexts, sentenceOf } from './input-sentences.ts';
import { untilInterrupted } from './interrupt.ts';
import { type Output, openOutput } from './output.ts';
import { withoutOutputs } from './targets.ts';

export interface RedactFlags {
  readonly output?: string;
  readonly key?: string;
  readonly keyFile?: string;
  readonly also: readonly string[];
  readonly keep: readonly string[];
  readonly keepMedia: boolean;
  readonly keepText: boolean;
  readonly quiet: boolean;
}

/** What is held at once, unpacked; as much again is written. */
const MOST = 1 << 29;
/** Fewer bytes are guessed. */
const SHORTEST_KEY = 8;

interface Held {
  readonly bytes: Uint8Array;
  /** Why not all of it could be read; '' when all could. */
  readonly damage: string;
}

async function hold({ path }: FoundInput, signal: AbortSignal): Promise<Held> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let damage = '';
  const sink: InputSink = {
    write(chunk) {
      size += chunk.length;
      if (size > MOST)
        throw new UsageError(`${path}: more than ${MOST >> 20} MiB are too much to redact at once: slice it first`);
      chunks.push(chunk.slice());
    },
    damaged(reason) {
      damage = reason;
    },
    end() {},
  };
  await (path === '-' ? readStream(stdin, sink, signal, () => {}) : readFile(path, sink, signal));
  return { bytes: new Uint8Array(Buffer.concat(chunks)), damage };
}

function keyOf({ key, keyFile }: RedactFlags): string | Uint8Array | undefined {
  if (key !== undefined && keyFile !== undefined) throw new UsageError('--key and --key-file: one key is enough');
  if (keyFile === undefined) {
    if (key !== undefined && key.length < SHORTEST_KEY)
      throw new UsageError(`--key: fewer than ${SHORTEST_KEY} characters are guessed too easily`);
    return key;
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(readFileSync(keyFile));
  } catch (error) {
    throw new UsageError(`${keyFile} cannot be read: ${systemWords(error)}`);
  }
  // An editor ends its last line.
  const end = bytes.findLastIndex((byte) => byte !== 10 && byte !== 13) + 1;
  if (end < SHORTEST_KEY) throw new UsageError(`${keyFile}: fewer than ${SHORTEST_KEY} bytes are guessed too easily`);
  return bytes.subarray(0, end);
}

function analyse(path: string, pieces: readonly Uint8Array[], modified: number | undefined, damage: string): Report {
  const analysis = createAnalysis({ messages: 'all' });
  const sink = analysis.input(path, modified === undefined ? {} : { modified });
  for (const piece of pieces) sink.write(piece);
  if (damage !== '') sink.damaged(damage);
  sink.end();
  return analysis.report();
}

const forms: Readonly<Record<string, string>> = {
  text: 'as text',
  hexadecimal: 'in hexadecimal digits',
  base64: 'in base64',
  address: 'as an address',
  name: 'where a name stands',
};

/** It says what, but not whom: the sentence may be shared, too. */
function sentenceOfFailure(failure: Failure): string {
  if (failure.kind === 'report') return `its report says something else: ${failure.what}`;
  const { name, as, at } = failure.left;
  const where = at < 0 ? '' : ` at byte ${at}`;
  return `a name of ${name.length} characters is still in it ${forms[as]}${where}${failure.count > 1 ? `, and ${failure.count - 1} more` : ''}`;
}

function prove(was: Report, done: Redacted, options: RedactOptions, input: FoundInput, damage: string): Failure[] {
  const whole = new Uint8Array(Buffer.concat(done.pieces));
  const is = analyse(input.path, done.pieces, input.modified, damage);
  const failures = [
    compareReports(was, is),
    searchLeft(done.collected, collect(whole, options), done.reused, done.pieces),
  ];
  return failures.flatMap((one) => one ?? []);
}

async function write(done: Redacted, output: Output, packed: boolean): Promise<void> {
  const stream = output.bytes();
  // Without a name and a time in its head, the same bytes give the same file.
  if (packed) stream.write(new Uint8Array(gzipSync(Buffer.concat(done.pieces))));
  else for (const piece of done.pieces) stream.write(piece);
  await stream.end();
}

async function inputOf(arguments_: readonly string[]): Promise<FoundInput | undefined> {
  const { inputs, problems } = await findInputs(arguments_);
  for (const { path, code } of problems) complain(`${path}: ${problemTexts[code]}`);
  if (inputs.length > 1)
    throw new UsageError(`one input at a time: ${inputs.length} files are named; the same --key gives the same names`);
  return inputs[0];
}

export async function redactCommand(arguments_: readonly string[], flags: RedactFlags): Promise<number> {
  const { output: path, also, keep, keepMedia, keepText, quiet } = flags;
  if (path === undefined) throw new UsageError('where to? --output takes a file, or - for standard output');
  const key = keyOf(flags);
  const input = await inputOf(arguments_);
  if (input === undefined) return exitCodes.unreadable;
  const output = openOutput(path);
  try {
    withoutOutputs([{ ...input, from: undefined }], [output]);
    const held = await untilInterrupted(async (signal) => {
      const read = await hold(input, signal);
      return signal.aborted ? undefined : read;
    });
    if (held === undefined) return exitCodes.interrupted;
    const { bytes, damage } = held;
    const was = analyse(input.path, [bytes], input.modified, damage);
    const [{ sipMessages, complete }] = was.inputs;
    const sentence = sentenceOf(was.inputs[0]);
    if (sentence !== undefined && !quiet) complain(`${input.path}: ${sentence}`);
    const kind = sniff(bytes);
    if (sipMessages === 0 || (kind !== 'pcap' && kind !== 'pcapng' && kind !== 'text')) return exitCodes.unreadable;
    const options = optionsOf(kind, key ?? randomKey(), { also, keep, keepMedia, keepText });
    const done = redact(bytes, options);
    const failures = prove(was, done, options, input, damage);
    if (failures.length > 0) {
      complain(`${path} was not written: ${failures.map(sentenceOfFailure).join('; ')}`);
      return exitCodes.findings;
    }
    await write(done, output, path.endsWith('.gz'));
    if (!quiet) tell(key === undefined, done);
    return complete ? exitCodes.clean : exitCodes.partial;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    complain(`${input.path}: ${systemWords(error)}`);
    return exitCodes.unreadable;
  } finally {
    output.close();
  }
}

function optionsOf(
  kind: RedactKind,
  key: string | Uint8Array,
  more: Pick<RedactOptions, 'also' | 'keep' | 'keepMedia' | 'keepText'>,
): RedactOptions {
  return { kind, keyed: keyedHash(key), ...more };
}

function tell(random: boolean, { reused }: Redacted): void {
  if (random) complain('the key was made up: with --key, another run or another file gives the same names');
  // Shorter ones are too common to say anything; addresses are in the set as text and as bytes.
  const count = [...reused].filter(
    (name) => /[.:]/.test(name) || (name.length >= 4 && !/^(?:[\da-f]{8}|[\da-f]{32})$/.test(name)),
  ).length;
  if (count > 0)
    complain(
      `${count} ${count === 1 ? 'name is' : 'names are'} also the pseudonym of another: there are too few of that length`,
    );
}
