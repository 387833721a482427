/** The figures of a stream, put together when its call is over. */
import { impairmentOf, mosOf, ratingOf } from './e-model.ts';
import type { MediaDirection, Quality, StreamFacts } from './facts.ts';
import type { Stream } from './stream.ts';

/** Too short to say how it sounds. */
const SHORTEST = 50;
/** What a receiver's buffer holds at the least, in packets, and one packet more until it is full. */
const BUFFER = 2;
const DEFAULT_PTIME = 20;

/** How a stream belongs to a call. */
export interface Belonging {
  readonly direction: MediaDirection;
  readonly index: number;
  readonly kind: string;
  readonly sourceAnnounced: boolean | undefined;
  readonly destinationAnnounced: boolean;
  readonly encrypted: boolean;
  readonly before: StreamFacts['before'];
  /** Round trip through the network, ms; NaN when nothing tells it. */
  readonly roundTrip: number;
}

function ptimeOf({ step }: Stream, clockRate: number): number | undefined {
  return step > 0 && clockRate > 0 ? (step / clockRate) * 1000 : undefined;
}

/** Shares of lost packets, and runs of them longer than chance makes (ITU-T G.107 §7.3). */
function burstRatioOf(lost: number, expected: number, runs: number): number {
  if (lost <= 0 || runs === 0 || lost >= expected) return 1;
  return Math.max(1, (lost / runs) * (1 - lost / expected));
}

export function qualityOf(
  stream: Stream,
  codec: string,
  ptime: number | undefined,
  roundTrip: number,
): Quality | undefined {
  const impairment = impairmentOf(codec);
  const { packets, expected, lost, bursts } = stream.sequence;
  if (impairment === undefined || packets < SHORTEST) return undefined;
  const { meanJitter, late } = stream.pace;
  const frame = ptime ?? DEFAULT_PTIME;
  const networkDelay = Number.isNaN(roundTrip) ? 0 : roundTrip / 2;
  const delay = networkDelay + Math.max(BUFFER * meanJitter, frame) + frame;
  const loss = (100 * (Math.max(0, lost) + late)) / expected;
  const conditions = { ...impairment, loss, delay, burstRatio: burstRatioOf(lost, expected, bursts.runs) };
  const rating = ratingOf(conditions);
  const delayFrom = Number.isNaN(roundTrip) ? 'assumed' : 'rtcp';
  return { ...conditions, mos: mosOf(rating), rating, networkDelay, delayFrom };
}

export function factsOf(stream: Stream, belonging: Belonging): StreamFacts {
  const { sequence, pace, events } = stream;
  const main = stream.main;
  const { codec = '', clockRate = 0 } = main ?? {};
  const ptime = ptimeOf(stream, clockRate);
  const seconds = (stream.end - stream.start) / 1e6;
  const { roundTrip } = belonging;
  const hasBeat = stream.uses.some((use) => use.clockRate > 0 && use.kind !== 'events');
  // Name by name: so many spread are slow to make.
  return {
    id: stream.id,
    direction: belonging.direction,
    index: belonging.index,
    kind: belonging.kind,
    sourceAnnounced: belonging.sourceAnnounced,
    destinationAnnounced: belonging.destinationAnnounced,
    encrypted: belonging.encrypted,
    before: belonging.before,
    source: stream.source,
    destination: stream.destination,
    ssrc: stream.ssrc,
    codec,
    clockRate,
    payloads: stream.uses,
    payloadChanges: stream.payloadChanges,
    start: stream.start,
    end: stream.end,
    packets: sequence.packets,
    bytes: stream.bytes,
    expected: sequence.expected,
    lost: sequence.lost,
    duplicates: sequence.duplicates,
    reordered: sequence.reordered,
    lossRuns: sequence.bursts.runs,
    longestLoss: sequence.bursts.longestRun,
    bursts: sequence.bursts.bursts,
    burstPackets: sequence.bursts.burstPackets,
    burstLost: sequence.bursts.burstLost,
    worstLoss: stream.series.worstLoss(10),
    jitter: hasBeat ? pace.meanJitter : undefined,
    maxJitter: hasBeat ? pace.maxJitter : undefined,
    maxDelta: pace.maxDelta,
    maxDeltaAt: pace.maxDeltaAt,
    late: pace.late,
    drift: pace.drift,
    ptime,
    payloadSize: stream.size,
    bitRate: seconds > 0 ? (stream.bytes * 8) / seconds : 0,
    markers: stream.markers,
    comfortNoise: stream.uses.reduce((sum, { kind, packets }) => sum + (kind === 'noise' ? packets : 0), 0),
    restarts: sequence.restarts,
    timestampJumps: pace.jumps,
    gaps: stream.gaps,
    damaged: stream.damaged,
    events: events?.events ?? [],
    digits: events?.digits ?? '',
    tones: stream.ear?.tones ?? [],
    rtcp: stream.rtcp,
    quality: belonging.kind === 'video' ? undefined : qualityOf(stream, codec, ptime, roundTrip),
    series: stream.series,
  };
}
