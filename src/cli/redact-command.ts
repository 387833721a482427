/** `sipsleuth redact -o FILE <input>`: a copy with other names, which proves that it tells the same and gives nobody away. */
import { readFileSync } from 'node:fs';
import { stdin } from 'node:process';
import { gzipSync } from 'node:zlib';
import { createAnalysis } from '../analyze.ts';
import { sniff } from '../files/sniff.ts';
import type { Locale } from '../locales/locale.ts';
import type { InputSink } from '../model.ts';
import { keyedHash, randomKey } from '../node/hashes.ts';
import { type FoundInput, findInputs } from '../node/inputs.ts';
import { readFile, readStream } from '../node/read.ts';
import { compareReports, type Failure, searchLeft } from '../redact/proof.ts';
import { collect, type Redacted, type RedactKind, type RedactOptions, redact } from '../redact/redact.ts';
import type { Report } from '../report.ts';
import { complain, isSystemError, systemWords } from './complain.ts';
import { exitCodes, UsageError } from './exit.ts';
import { sentenceOf } from './input-sentences.ts';
import { untilInterrupted } from './interrupt.ts';
import { languageOf } from './language.ts';
import { type Output, openOutput } from './output.ts';
import { say } from './speech.ts';
import { withoutOutputs } from './targets.ts';

export interface RedactFlags {
  readonly output?: string;
  readonly key?: string;
  readonly keyFile?: string;
  readonly also: readonly string[];
  readonly keep: readonly string[];
  readonly keepMedia: boolean;
  readonly keepText: boolean;
  readonly lang?: string;
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
      if (size > MOST) throw new UsageError(say().redactTooMuch(path, MOST >> 20));
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
  if (key !== undefined && keyFile !== undefined) throw new UsageError(say().redactOneKey);
  if (keyFile === undefined) {
    if (key !== undefined && key.length < SHORTEST_KEY) throw new UsageError(say().redactShortKey(SHORTEST_KEY));
    return key;
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(readFileSync(keyFile));
  } catch (error) {
    throw new UsageError(say().cannotBeRead('other', keyFile, systemWords(error)));
  }
  // An editor ends its last line.
  const end = bytes.findLastIndex((byte) => byte !== 10 && byte !== 13) + 1;
  if (end < SHORTEST_KEY) throw new UsageError(say().redactShortKeyFile(keyFile, SHORTEST_KEY));
  return bytes.subarray(0, end);
}

function analyse(
  { path, modified }: FoundInput,
  pieces: readonly Uint8Array[],
  damage: string,
  locale: Locale,
): Report {
  const analysis = createAnalysis({ locale, messages: 'all' });
  const sink = analysis.input(path, modified === undefined ? {} : { modified });
  for (const piece of pieces) sink.write(piece);
  if (damage !== '') sink.damaged(damage);
  sink.end();
  return analysis.report();
}

/** It says what, but not whom: the sentence may be shared, too. */
function sentenceOfFailure(failure: Failure): string {
  if (failure.kind === 'report') return say().redactReportDiffers(failure.what);
  const { name, as, at } = failure.left;
  return say().redactLeft(name.length, as, at < 0 ? undefined : at, failure.count - 1);
}

function prove(
  was: Report,
  done: Redacted,
  options: RedactOptions,
  input: FoundInput,
  damage: string,
  locale: Locale,
): Failure[] {
  const whole = new Uint8Array(Buffer.concat(done.pieces));
  const is = analyse(input, done.pieces, damage, locale);
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
  for (const { path, code } of problems) complain(`${path}: ${say().problems[code]}`);
  if (inputs.length > 1) throw new UsageError(say().redactOneInput(inputs.length));
  return inputs[0];
}

export async function redactCommand(arguments_: readonly string[], flags: RedactFlags): Promise<number> {
  const { output: path, also, keep, keepMedia, keepText, quiet } = flags;
  if (path === undefined) throw new UsageError(say().whereTo);
  const locale = await languageOf(flags.lang);
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
    const was = analyse(input, [bytes], damage, locale);
    const [{ sipMessages, complete }] = was.inputs;
    const sentence = sentenceOf(was.inputs[0]);
    if (sentence !== undefined && !quiet) complain(`${input.path}: ${sentence}`);
    const kind = sniff(bytes);
    if (sipMessages === 0 || (kind !== 'pcap' && kind !== 'pcapng' && kind !== 'text')) return exitCodes.unreadable;
    const options = optionsOf(kind, key ?? randomKey(), { also, keep, keepMedia, keepText });
    const done = redact(bytes, options);
    const failures = prove(was, done, options, input, damage, locale);
    if (failures.length > 0) {
      complain(say().redactFailed(path, failures.map(sentenceOfFailure)));
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
  if (random) complain(say().redactKeyMadeUp);
  // Shorter ones are too common to say anything; addresses are in the set as text and as bytes.
  const count = [...reused].filter(
    (name) => /[.:]/.test(name) || (name.length >= 4 && !/^(?:[\da-f]{8}|[\da-f]{32})$/.test(name)),
  ).length;
  if (count > 0) complain(say().redactReused(count));
}
