/** Reads all inputs of a run into an analysis: one after the other, or side by side where their times overlap. */
import { stdin } from 'node:process';
import type { Analysis, InputFacts } from '../analyze.ts';
import type { TlsKeys } from '../keys.ts';
import { createClockSurvey } from '../survey.ts';
import { type FoundInput, firstTime } from './inputs.ts';
import { createPaces } from './pace.ts';
import { readFile, readStream } from './read.ts';

type PointClock = InputFacts['clock'];

/** Files that are open at the same time; of more that overlap, the rest is read after them. */
const MOST_OPEN = 64;
/** Bytes up to which all inputs are read twice, to compare their clocks first. */
const SURVEYED = 4 * 1024 ** 3;

export interface ReadOptions {
  readonly signal: AbortSignal;
  /** What the analysis opens TLS with: clocks are compared by the messages in it, too. */
  readonly tls: TlsKeys | undefined;
  /** What standard input is called in the report. */
  readonly standardInput: string;
  onRead?(input: FoundInput, bytes: number): void;
  /** Before the report knows the input. */
  onOpen?(input: FoundInput): void;
  /** Reading failed; what was read before is analysed. Rethrows what is no error of the file system. */
  onError(input: FoundInput, error: unknown): void;
}

/** Clocks can be compared where all can be read twice; of a log only a second reading tells its times. */
async function clocksOf(inputs: readonly FoundInput[], { signal, tls }: ReadOptions): Promise<readonly PointClock[]> {
  const known = inputs.every(({ path }) => path !== '-');
  const size = inputs.reduce((sum, input) => sum + input.size, 0);
  if (!known || size > SURVEYED) return [];
  const survey = createClockSurvey(tls);
  for (const { path, modified } of inputs) {
    try {
      await readFile(path, survey.input(path, modified), signal);
    } catch {
      // Reading it for the report says so.
    }
  }
  return survey.clocks();
}

interface Planned {
  readonly input: FoundInput;
  readonly clock: PointClock;
  /** First time in it, by the clock of the analysis, µs; NaN where nothing tells. */
  readonly begins: number;
}

/** In the order in which they begin, once their clocks are known; as they were given where one of them has no times. */
async function planOf(inputs: readonly FoundInput[], options: ReadOptions): Promise<readonly Planned[]> {
  if (inputs.length < 2) return inputs.map((input) => ({ input, clock: undefined, begins: Number.NaN }));
  const clocks = await clocksOf(inputs, options);
  const planned: Planned[] = [];
  for (const [index, input] of inputs.entries()) {
    const clock = clocks[index];
    planned.push({ input, clock, begins: (await firstTime(input.path)) - (clock?.ahead ?? 0) });
  }
  if (planned.some(({ begins }) => Number.isNaN(begins))) return planned.map((one) => ({ ...one, begins: Number.NaN }));
  // Told before the clocks were compared, their order may be another now; `against` is a place in it.
  const order = planned.map((_, index) => index).sort((a, b) => planned[a].begins - planned[b].begins || a - b);
  return order.map((index) => {
    const { clock } = planned[index];
    return { ...planned[index], clock: clock && { ...clock, against: order.indexOf(clock.against) } };
  });
}

/**
 * An input is opened in the analysis before the one in front of it is read, so that nothing passes that belongs behind its
 * beginning; its file is opened when its time has come.
 */
export async function readInputs(
  inputs: readonly FoundInput[],
  analysis: Analysis,
  options: ReadOptions,
): Promise<void> {
  const { signal, standardInput, onRead, onOpen, onError } = options;
  const planned = await planOf(inputs, options);
  const paces = createPaces();
  const open = new Set<Promise<void>>();

  async function read(index: number): Promise<void> {
    const { input, clock, begins } = planned[index];
    const { path, modified } = input;
    // What has no times, or stands behind too many others, is read when all before it is.
    while (open.size > 0 && (Number.isNaN(begins) || open.size >= MOST_OPEN)) await Promise.race(open);
    if (signal.aborted) return;
    onOpen?.(input);
    const sink = analysis.input(path === '-' ? standardInput : path, { modified, clock, begins });
    const pace = paces.join(() => sink.now);
    let next: Promise<void> | undefined;
    const reading = (async () => {
      await pace.turn();
      if (index + 1 < planned.length) next = read(index + 1);
      // It is waited for below, unless something is wrong with this one first.
      next?.catch(() => {});
      const heard = (bytes: number) => onRead?.(input, bytes);
      try {
        await (path === '-' ? readStream(stdin, sink, signal, heard, pace) : readFile(path, sink, signal, heard, pace));
      } catch (error) {
        onError(input, error);
        sink.damaged('read-error');
        sink.end();
      } finally {
        pace.leave();
      }
    })();
    open.add(reading);
    try {
      await reading;
    } finally {
      open.delete(reading);
    }
    await next;
  }

  if (planned.length > 0) await read(0);
}
