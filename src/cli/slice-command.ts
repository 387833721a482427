/** `sipsleuth slice --call SELECTOR -o FILE <input>...`: the packets or messages of some calls, as they are. */
import { createAnalysis } from '../analyze.ts';
import { createCaptureWriter } from '../files/capture-writer.ts';
import { type WritableMessage, writeTrace } from '../logs/trace-writer.ts';
import type { Frame, InputSink } from '../model.ts';
import { createEndpoints } from '../net/endpoints.ts';
import { createKeyLog, type KeyLog } from '../net/tls/keylog.ts';
import { type FoundInput, findInputs } from '../node/inputs.ts';
import { readFile } from '../node/read.ts';
import type { Report, ReportCall } from '../report.ts';
import { createCopier } from '../slice/copy.ts';
import { createFinder, type SliceKind, type Watched } from '../slice/find.ts';
import { Wanted } from '../slice/wanted.ts';
import { complainOfInputs, hasSip, isPartial, type Reading, readAll } from './analysis-run.ts';
import { complain } from './complain.ts';
import { readConfig } from './config.ts';
import { exitCodes, UsageError } from './exit.ts';
import { untilInterrupted } from './interrupt.ts';
import { languageOf } from './language.ts';
import { type Output, openOutput } from './output.ts';
import { progressOf } from './progress.ts';
import { selectCalls } from './select.ts';
import { type SliceFormat, sliceFormat } from './slice-format.ts';
import { say } from './speech.ts';
import { withoutOutputs } from './targets.ts';
import { type KeyLogFlags, tlsKeysOf } from './tls.ts';

export interface SliceFlags extends KeyLogFlags {
  readonly call: readonly string[];
  readonly output?: string;
  readonly format?: string;
  readonly legs: boolean;
  readonly media: boolean;
  readonly lang?: string;
  readonly quiet: boolean;
  readonly config?: string;
}

/** Frames of several inputs are put into the order of their times, for which they have to be held. */
const MOST_HELD = 1 << 30;

/** An input that holds SIP, and its place in the report. */
interface Source {
  readonly found: FoundInput;
  readonly index: number;
  readonly kind: SliceKind;
}

/** With all other legs of their stories, however far they go. */
function withLegs(calls: readonly ReportCall[], report: Report): readonly ReportCall[] {
  const byId = new Map(report.calls.map((call) => [call.id, call]));
  const known = new Map(calls.map((call) => [call.id, call]));
  const open = [...calls];
  for (let call = open.pop(); call !== undefined; call = open.pop()) {
    for (const leg of call.legs) {
      const other = byId.get(leg.call);
      if (other === undefined || known.has(other.id)) continue;
      known.set(other.id, other);
      open.push(other);
    }
  }
  return [...known.values()];
}

function sourcesOf(report: Report, { read, failed }: Reading): Source[] {
  return report.inputs.flatMap((input, index) => {
    const { kind, format, sipMessages } = input;
    if (sipMessages === 0 || failed.has(read[index])) return [];
    return { found: read[index], index, kind: kind === 'log' ? 'text' : format === 'pcapng' ? 'pcapng' : 'pcap' };
  });
}

/** Reads a file again, which was read without trouble a moment ago. */
async function readAgain({ path }: FoundInput, sink: Pick<InputSink, 'write' | 'end'>, signal: AbortSignal) {
  await readFile(path, { ...sink, damaged() {} }, signal);
}

async function writeMessages(messages: readonly WritableMessage[], watched: readonly Watched[], output: Output) {
  const bounds = {
    start: Math.min(...watched.map(({ start }) => start)),
    end: Math.max(...watched.map(({ end }) => end)),
  };
  await output.write([writeTrace(messages, bounds)]);
}

interface Slice {
  readonly sources: readonly Source[];
  readonly watched: readonly Watched[];
  readonly wanted: Wanted;
  readonly endpoints: ReturnType<typeof createEndpoints>;
  readonly media: boolean;
  readonly signal: AbortSignal;
  readonly tls: ReturnType<typeof tlsKeysOf>;
  /** What it says to the user. */
  note(sentence: string): void;
}

/** Who has the slice needs them as much as we did. */
function secretsFor({ wanted, note }: Slice, keyLog: KeyLog, format: 'pcap' | 'pcapng'): readonly string[] {
  const { clientRandoms } = wanted;
  const lines = clientRandoms.flatMap((random) => keyLog.lines(random));
  if (lines.length === 0) return lines;
  if (format === 'pcapng')
    note('TLS connections of the calls are in the slice as a whole, and their secrets with them');
  else
    note(
      'TLS connections of the calls are in the slice as a whole: it takes their key log to read it (pcapng has room for it)',
    );
  return lines;
}

async function writeFrames(slice: Slice, keyLog: KeyLog, format: 'pcap' | 'pcapng', output: Output): Promise<void> {
  const { sources, watched, wanted, endpoints, media, signal } = slice;
  // Each link type of each input is an interface of its own.
  const interfaces = watched.flatMap(({ linkTypes }, source) => linkTypes.map((linkType) => ({ source, linkType })));
  const idOf = (source: number, linkType: number) =>
    interfaces.findIndex((one) => one.source === source && one.linkType === linkType);
  const writer = createCaptureWriter({
    format,
    interfaces: interfaces.map(({ linkType }) => linkType),
    nanoseconds: watched.some(({ nanoseconds }) => nanoseconds),
  });
  const stream = output.bytes();
  stream.write(writer.head());
  stream.write(writer.secrets(secretsFor(slice, keyLog, format)));
  const held: { readonly time: number; readonly bytes: Uint8Array }[] = [];
  let size = 0;
  for (const [at, { found, index, kind }] of sources.entries()) {
    if (kind === 'text') continue;
    const onFrame = (frame: Readonly<Frame>) => {
      const bytes = writer.frame(frame, idOf(at, frame.linkType));
      if (sources.length === 1) {
        stream.write(bytes);
        return;
      }
      size += bytes.length;
      if (size > MOST_HELD) throw new UsageError(say().sliceTooMuch);
      held.push({ time: frame.time, bytes });
    };
    const copier = createCopier({ input: index, kind, endpoints, wanted, watched: watched[at], media, onFrame });
    await readAgain(found, copier, signal);
  }
  held.sort((a, b) => a.time - b.time);
  for (const { bytes } of held) stream.write(bytes);
  watched.forEach(({ drops, linkTypes }, at) => {
    if (drops > 0 && linkTypes.length > 0) stream.write(writer.drops(idOf(at, linkTypes[0]), drops));
  });
  if (!signal.aborted) await stream.end();
}

async function write(
  slice: Omit<Slice, 'watched' | 'wanted' | 'endpoints'>,
  callIds: ReadonlySet<string>,
  format: SliceFormat,
  output: Output,
): Promise<void> {
  const endpoints = createEndpoints();
  const { ciphers, keylogs } = slice.tls;
  const keyLog = createKeyLog();
  for (const text of keylogs) keyLog.add(text);
  const wanted = new Wanted();
  const messages: WritableMessage[] = [];
  const watched: Watched[] = [];
  for (const { found, index, kind } of slice.sources) {
    const { modified } = found;
    const onMessage = (message: WritableMessage) => void messages.push(message);
    const finder = createFinder({
      input: index,
      kind,
      endpoints,
      callIds,
      modified,
      wanted,
      ciphers,
      keyLog,
      ...(format === 'trace' ? { onMessage } : {}),
    });
    await readAgain(found, { write: finder.write, end: () => void watched.push(finder.end()) }, slice.signal);
  }
  if (slice.signal.aborted) return;
  if (format === 'trace') await writeMessages(messages, watched, output);
  else await writeFrames({ ...slice, watched, wanted, endpoints }, keyLog, format, output);
}

function inputsOf(found: readonly FoundInput[], output: Output): readonly FoundInput[] {
  if (found.some(({ path }) => path === '-')) throw new UsageError(say().sliceTwice);
  return withoutOutputs(found, [output]);
}

export async function sliceCommand(arguments_: readonly string[], flags: SliceFlags): Promise<number> {
  const { call: selectors, output: path, media } = flags;
  if (selectors.length === 0) throw new UsageError(say().whichCall);
  if (path === undefined) throw new UsageError(say().whereTo);
  const config = flags.config === undefined ? undefined : await readConfig(flags.config);
  const locale = await languageOf(flags.lang);
  const tls = tlsKeysOf(flags);
  const { inputs: found, problems } = await findInputs(arguments_);
  for (const { path: missing, code } of problems) complain(`${missing}: ${say().problems[code]}`);
  if (found.length === 0) return exitCodes.unreadable;
  const output = openOutput(path);
  try {
    const inputs = inputsOf(found, output);
    const analysis = createAnalysis({
      locale,
      messages: 'none',
      media: 'off',
      correlation: config?.correlation ?? [],
      tls,
    });
    const progress = progressOf(
      inputs.map((input) => input.path),
      flags.quiet,
    );
    let code: number = exitCodes.clean;
    const reading = await untilInterrupted(async (signal) => {
      const done = await readAll(inputs, analysis, tls, signal, progress);
      const report = analysis.report();
      if (!flags.quiet) complainOfInputs(report, done, found);
      if (!hasSip(report)) code = exitCodes.unreadable;
      if (done.interrupted || !hasSip(report)) return done;
      const selected = selectCalls(report, selectors).calls;
      const calls = flags.legs ? withLegs(selected, report) : selected;
      const sources = sourcesOf(report, done);
      const format = sliceFormat(
        flags.format,
        path === '-' ? undefined : path,
        sources.map(({ index }) => report.inputs[index]),
      );
      const note = (sentence: string) => {
        if (!flags.quiet) complain(sentence);
      };
      await write(
        { sources, media, signal, tls, note },
        new Set(calls.flatMap(({ callIds }) => callIds)),
        format,
        output,
      );
      if (isPartial(report, done) || problems.length > 0) code = exitCodes.partial;
      return { ...done, interrupted: signal.aborted };
    });
    return reading.interrupted ? exitCodes.interrupted : code;
  } finally {
    output.close();
  }
}
