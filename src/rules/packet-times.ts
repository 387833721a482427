/** How much sound a packet holds: by its size, where the codec has one rate only, and by the steps of its timestamps. */
import type { StreamFacts } from '../media/facts.ts';

/** Samples in a payload of so many bytes, of every meaning that it can have; none where no such payload is legal. */
type Samples = (size: number) => readonly number[];

const bits =
  (each: number): Samples =>
  (size) => [(size * 8) / each];

const frames =
  (bytes: number, samples: number): Samples =>
  (size) =>
    size % bytes === 0 ? [(size / bytes) * samples] : [];

/** Frames of ten bytes, and a last one of two for comfort noise (RFC 3551 §4.5.6). */
const g729: Samples = (size) => {
  const rest = size % 10;
  if (rest === 0) return [8 * size];
  return rest === 2 ? [8 * (size - 2) + 80] : [];
};

const either =
  (...kinds: readonly Samples[]): Samples =>
  (size) =>
    kinds.flatMap((kind) => kind(size));

/** Codecs of a constant rate (RFC 3551 §4.5, RFC 3952 §3). What has no line here has no constant rate, or several. */
const samplesOf: Readonly<Record<string, Samples>> = {
  pcmu: bits(8),
  pcma: bits(8),
  // Two samples of a clock that counts half of them.
  g722: bits(8),
  'g726-16': bits(2),
  'g726-24': bits(3),
  'g726-32': bits(4),
  'g726-40': bits(5),
  g729,
  g729a: g729,
  g723: either(frames(24, 240), frames(20, 240), frames(4, 240)),
  gsm: frames(33, 160),
  ilbc: either(frames(38, 160), frames(50, 240)),
};

/** Time of one frame (ms) where a packet cannot hold less; others come in steps that fit every wish. */
const frameTimes: Readonly<Record<string, readonly number[]>> = {
  g723: [30],
  ilbc: [20, 30],
  gsm: [20],
  'gsm-efr': [20],
  amr: [20],
  'amr-wb': [20],
  opus: [20],
  speex: [20],
};

/** Bytes that encryption of which no SDP tells puts behind a payload (RFC 3711 §5.2, RFC 7714 §13.2). */
const TAGS = [4, 10, 16];

const own = <T>(table: Readonly<Record<string, T>>, codec: string): T | undefined => {
  const name = codec.toLowerCase();
  return Object.hasOwn(table, name) ? table[name] : undefined;
};

export interface FrameFault {
  /** `step`: the timestamps count other samples than there are. `size`: no payload of the codec has so many bytes. */
  readonly kind: 'step' | 'size';
  readonly step: number;
  readonly size: number;
  /** Samples in the payload; 0 for `size`. */
  readonly samples: number;
}

/** What is wrong with most packets of a stream that has one channel. */
export function frameFaultOf({ frame, codec, encrypted, payloadChanges }: StreamFacts): FrameFault | undefined {
  const samples = own(samplesOf, codec);
  if (samples === undefined || frame === undefined || encrypted || payloadChanges > 0) return undefined;
  const { size, step } = frame;
  // RTP without payload keeps a way through NAT open.
  if (size === 0) return undefined;
  const meant = samples(size);
  if (meant.includes(step) || TAGS.some((tag) => samples(size - tag).includes(step))) return undefined;
  if (meant.length === 0) return { kind: 'size', step, size, samples: 0 };
  return { kind: 'step', step, size, samples: meant[0] };
}

/** A clock that is so far off is not a bad one but another one. */
const ANOTHER = 0.1;

/** How far the timestamps run from the time that passes, as a share: 0.02 is 2 % fast. Undefined where it is not known. */
export function driftOf({ drift }: StreamFacts): number | undefined {
  return drift === undefined ? undefined : drift / 1e6;
}

/** The timestamps count by another clock than that of the codec. */
export function hasOtherClock(stream: StreamFacts): boolean {
  return Math.abs(driftOf(stream) ?? 0) > ANOTHER;
}

/** Milliseconds of sound in most packets. */
export function packetTimeOf({ frame, clockRate }: StreamFacts): number | undefined {
  return frame === undefined || clockRate === 0 || frame.step <= 0 ? undefined : (1000 * frame.step) / clockRate;
}

/** A packet of `time` ms is the nearest that the codec can do to a wish of `wished` ms. */
export function isNearest(codec: string, time: number, wished: number): boolean {
  const nearest = (frame: number) => Math.max(1, Math.ceil(wished / frame)) * frame;
  return (own(frameTimes, codec) ?? []).some((frame) => nearest(frame) === time);
}
