/** Reading the inputs of a command into an analysis, and what is said of those that could not be read. */
import type { Analysis } from '../analyze.ts';
import type { TlsKeys } from '../keys.ts';
import type { FoundInput } from '../node/inputs.ts';
import { readInputs } from '../node/read-inputs.ts';
import type { Report } from '../report.ts';
import { complain, isSystemError, systemWords } from './complain.ts';
import { sentenceOf } from './input-sentences.ts';
import type { Progress } from './progress.ts';
import { say } from './speech.ts';

/** Its name in the report, in every language: reports of the same bytes are the same. */
const STANDARD_INPUT = 'standard input';

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
  tls: TlsKeys | undefined,
  signal: AbortSignal,
  progress: Progress,
): Promise<Reading> {
  const read: FoundInput[] = [];
  const failed = new Set<FoundInput>();
  await readInputs(inputs, analysis, {
    signal,
    tls,
    standardInput: STANDARD_INPUT,
    onOpen: (input) => void read.push(input),
    onRead: ({ path }, bytes) => progress.read(path === '-' ? say().standardInput : path, bytes),
    onError(input, error) {
      progress.end();
      // Only the file system may fail here; anything else is a fault of ours and must be seen.
      if (!isSystemError(error)) throw error;
      failed.add(input);
      complain(`${input.path === '-' ? say().standardInput : input.path}: ${systemWords(error)}`);
    },
  });
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
