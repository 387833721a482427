/** Reading the inputs of a command into an analysis, and what is said of those that could not be read. */
import { stdin } from 'node:process';
import type { Analysis } from '../analyze.ts';
import type { FoundInput } from '../node/inputs.ts';
import { readFile, readStream } from '../node/read.ts';
import type { Report } from '../report.ts';
import { complain, isSystemError, systemWords } from './complain.ts';
import { sentenceOf } from './input-sentences.ts';
import type { Progress } from './progress.ts';
import { say } from './speech.ts';

/** How the reading came out, beside what the report says. */
export interface Reading {
  /** Inputs of which the report knows, in its order: fewer than there are when the user stopped. */
  readonly read: readonly FoundInput[];
  /** Of which reading failed, and of which that was said. */
  readonly failed: ReadonlySet<FoundInput>;
  readonly interrupted: boolean;
}

export async function readAll(
  inputs: readonly FoundInput[],
  analysis: Analysis,
  signal: AbortSignal,
  progress: Progress,
): Promise<Reading> {
  const read: FoundInput[] = [];
  const failed = new Set<FoundInput>();
  for (const input of inputs) {
    if (signal.aborted) break;
    const { path, modified } = input;
    const sink = analysis.input(path === '-' ? 'standard input' : path, { modified });
    read.push(input);
    try {
      const onRead = (bytes: number) => progress.read(path === '-' ? 'standard input' : path, bytes);
      await (path === '-' ? readStream(stdin, sink, signal, onRead) : readFile(path, sink, signal, onRead));
    } catch (error) {
      progress.end();
      // Only the file system may fail here; anything else is a fault of ours and must be seen.
      if (!isSystemError(error)) throw error;
      failed.add(input);
      complain(`${path === '-' ? say().standardInput : path}: ${systemWords(error)}`);
      sink.damaged('read-error');
      sink.end();
    }
  }
  progress.end();
  return { read, failed, interrupted: signal.aborted };
}

/** Files that nobody named and that hold no SIP are none of the user's business. */
function concerns(report: Report, { read, failed }: Reading): (index: number) => boolean {
  return (index) => read[index].from === undefined || failed.has(read[index]) || report.inputs[index].sipMessages > 0;
}

export function complainOfInputs(report: Report, reading: Reading, found: readonly FoundInput[]): void {
  const { read, failed, interrupted } = reading;
  const matters = concerns(report, reading);
  report.inputs.forEach((input, index) => {
    const sentence = matters(index) && !failed.has(read[index]) ? sentenceOf(input) : undefined;
    if (sentence !== undefined) complain(`${input.path}: ${sentence}`);
  });
  if (interrupted) {
    const left = found.length - read.length;
    if (left > 0) complain(say().notRead(left));
  } else if (!hasSip(report)) {
    for (const from of new Set(found.map((input) => input.from))) {
      const files = read.filter((input) => input.from === from && !failed.has(input)).length;
      if (from === undefined || [...failed].some((input) => input.from === from)) continue;
      complain(`${from}: ${files === 0 ? say().problems['no-capture'] : say().noSipIn(files)}`);
    }
  }
}

export function hasSip(report: Report): boolean {
  return report.inputs.some(({ sipMessages }) => sipMessages > 0);
}

/** Something of the inputs could not be read, although something could. */
export function isPartial(report: Report, reading: Reading): boolean {
  const matters = concerns(report, reading);
  return report.inputs.some(
    ({ complete, problem, sipMessages }, index) =>
      matters(index) && (!complete || problem !== undefined || sipMessages === 0),
  );
}
