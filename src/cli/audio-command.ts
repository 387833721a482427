/** `sipsleuth audio --call SELECTOR -o FILE <input>...`: what was said in a call, as a WAV file. */
import { createAnalysis } from '../analyze.ts';
import { createPcapReader } from '../files/pcap.ts';
import { createPcapngReader } from '../files/pcapng.ts';
import { RATE, Track } from '../media/audio.ts';
import { g711Table } from '../media/g711.ts';
import { createRtpHeader, readRtp } from '../media/rtp.ts';
import { stereoWav } from '../media/wav.ts';
import { createNetDecoder } from '../net/decoder.ts';
import { createEndpoints } from '../net/endpoints.ts';
import { type IpPacket, uint16 } from '../net/ip.ts';
import { type FoundInput, findInputs } from '../node/inputs.ts';
import { readFile } from '../node/read.ts';
import type { Report, ReportCall, ReportStream } from '../report.ts';
import { complainOfInputs, hasSip, isPartial, type Reading, readAll } from './analysis-run.ts';
import { complain } from './complain.ts';
import { exitCodes, UsageError } from './exit.ts';

import { untilInterrupted } from './interrupt.ts';
import { languageOf } from './language.ts';
import { openOutput } from './output.ts';
import { progressOf } from './progress.ts';
import { selectCalls } from './select.ts';
import { say } from './speech.ts';
import { withoutOutputs } from './targets.ts';

export interface AudioFlags {
  readonly call: readonly string[];
  readonly output?: string;
  readonly lang?: string;
  readonly quiet: boolean;
}

/** An hour: 115 MB. */
const MOST_SECONDS = 3600;
/** Streams of one direction that overlap by more (ms) are the same sound on two hops. */
const OVERLAP = 1_000;

const timeOf = (text: string) => Date.parse(text) * 1000 + Number(text.slice(23, 26));
const isG711 = ({ payloads }: ReportStream) => payloads.some(({ codec }) => g711Table(codec) !== undefined);

function overlap(a: ReportStream, b: ReportStream): number {
  return (Math.min(timeOf(a.end), timeOf(b.end)) - Math.max(timeOf(a.start), timeOf(b.start))) / 1000;
}

/** Of the same sound on several hops the fullest; what came after it belongs to it, and what came to the same socket. */
function fullest(streams: readonly ReportStream[]): readonly ReportStream[] {
  const chosen: ReportStream[] = [];
  for (const one of [...streams].sort((a, b) => b.packets - a.packets || a.id - b.id)) {
    const fits = chosen.every((other) => other.destination === one.destination || overlap(one, other) < OVERLAP);
    if (fits) chosen.push(one);
  }
  return chosen;
}

/** The streams that can be heard; a sentence about why there are none is thrown. */
function audibleOf(call: ReportCall, report: Report): readonly ReportStream[] {
  const number = call.id + 1;
  const streams = report.streams.filter(({ id, media }) => call.streams.includes(id) && media === 'audio');
  if (streams.length === 0) throw new UsageError(say().audioNone(number));
  const clear = streams.filter(({ encrypted }) => !encrypted);
  if (clear.length === 0) throw new UsageError(say().audioEncrypted(number));
  const audible = clear.filter(isG711);
  if (audible.length > 0) {
    return [
      ...fullest(audible.filter(({ direction }) => direction === 'to-callee')),
      ...fullest(audible.filter(({ direction }) => direction !== 'to-callee')),
    ];
  }
  const codecs = [...new Set(clear.map(({ codec, payloads }) => codec || say().payloadType(payloads[0]?.type ?? 0)))];
  throw new UsageError(say().audioCodec(number, codecs));
}

interface Sound {
  readonly start: number;
  readonly caller: Track;
  readonly callee: Track;
}

/** Reads the packets of the streams again; `ahead` is the clock of the input against that of the report, µs. */
function createListener(streams: readonly ReportStream[], kind: 'pcap' | 'pcapng', ahead: number, sound: Sound) {
  const endpoints = createEndpoints();
  const rtp = createRtpHeader();
  const wanted = new Map(streams.map((one) => [`${one.source} ${one.destination} ${Number(one.ssrc)}`, one]));
  const sources = new Set(streams.map(({ source }) => source));
  const silent = { count() {} };

  function onOther(ip: IpPacket, start: number, end: number): void {
    const { bytes, sourceAt, destinationAt, addressLength } = ip;
    const source = endpoints.of(bytes, sourceAt, addressLength, uint16(bytes, ip.start));
    if (!sources.has(source.name) || !readRtp(bytes, start, end, ip.missing === 0, rtp)) return;
    const destination = endpoints.of(bytes, destinationAt, addressLength, uint16(bytes, ip.start + 2));
    const key = `${source.name} ${destination.name} ${rtp.ssrc}`;
    const stream = wanted.get(key);
    const time = ip.time - ahead;
    // Ports and sources may be used again, by other calls.
    if (stream === undefined || time < timeOf(stream.start) || time > timeOf(stream.end)) return;
    const codec = stream.payloads.find(({ type }) => type === rtp.payloadType)?.codec ?? '';
    const track = stream.direction === 'to-callee' ? sound.caller : sound.callee;
    track.add(key, codec, rtp, bytes, time);
  }

  const net = createNetDecoder({
    input: 0,
    endpoints,
    tally: silent,
    looksLikeSip: () => false,
    onDatagram() {},
    onStream() {},
    onEvent() {},
    onOther,
  });
  const onFrame = net.frame;
  const reader = (kind === 'pcap' ? createPcapReader : createPcapngReader)({ onFrame, tally: silent });
  return { write: reader.write, end: () => void reader.end(), damaged() {} };
}

async function listen(
  streams: readonly ReportStream[],
  report: Report,
  { read, failed }: Reading,
  signal: AbortSignal,
): Promise<Sound> {
  const start = Math.min(...streams.map((one) => timeOf(one.start)));
  const most = MOST_SECONDS * RATE;
  const sound = { start, caller: new Track(start, most), callee: new Track(start, most) };
  for (const [index, { kind, format, clock }] of report.inputs.entries()) {
    if (kind === 'log' || failed.has(read[index])) continue;
    const ahead = (clock?.ahead ?? 0) * 1000;
    const listener = createListener(streams, format === 'pcapng' ? 'pcapng' : 'pcap', ahead, sound);
    await readFile(read[index].path, listener, signal);
  }
  return sound;
}

function inputsOf(found: readonly FoundInput[]): readonly FoundInput[] {
  if (found.some(({ path }) => path === '-')) throw new UsageError(say().audioTwice);
  return found;
}

function callOf(report: Report, selectors: readonly string[]): ReportCall {
  const { calls } = selectCalls(report, selectors);
  if (calls.length === 1) return calls[0];
  const numbers = calls.slice(0, 5).map(({ id }) => id + 1);
  throw new UsageError(say().audioOneCall(calls.length, numbers));
}

export async function audioCommand(arguments_: readonly string[], flags: AudioFlags): Promise<number> {
  const { call: selectors, output: path, quiet } = flags;
  if (selectors.length === 0) throw new UsageError(say().whichCall);
  if (path === undefined) throw new UsageError(say().whereTo);
  const locale = await languageOf(flags.lang);
  const { inputs, problems } = await findInputs(arguments_);
  for (const { path: missing, code } of problems) complain(`${missing}: ${say().problems[code]}`);
  if (inputs.length === 0) return exitCodes.unreadable;
  const output = openOutput(path);
  try {
    const found = withoutOutputs(inputsOf(inputs), [output]);
    const analysis = createAnalysis({ locale, messages: 'none' });
    const progress = progressOf(
      found.map((input) => input.path),
      quiet,
    );
    let code: number = exitCodes.clean;
    const reading = await untilInterrupted(async (signal) => {
      const done = await readAll(found, analysis, undefined, signal, progress);
      const report = analysis.report();
      if (!quiet) complainOfInputs(report, done, found);
      if (!hasSip(report)) code = exitCodes.unreadable;
      if (done.interrupted || !hasSip(report)) return done;
      const streams = audibleOf(callOf(report, selectors), report);
      const { caller, callee } = await listen(streams, report, done, signal);
      if (signal.aborted) return { ...done, interrupted: true };
      const samples = Math.max(caller.length, callee.length);
      if (samples === MOST_SECONDS * RATE && !quiet) complain(say().audioLong);
      const file = output.bytes();
      for (const piece of stereoWav(padded(caller, samples), padded(callee, samples), samples, RATE)) file.write(piece);
      await file.end();
      if (isPartial(report, done) || problems.length > 0) code = exitCodes.partial;
      return done;
    });
    return reading.interrupted ? exitCodes.interrupted : code;
  } finally {
    output.close();
  }
}

function padded({ samples }: Track, length: number): Int16Array {
  if (samples.length >= length) return samples;
  const longer = new Int16Array(length);
  longer.set(samples);
  return longer;
}
