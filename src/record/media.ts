/** Streams as the report shows them. */
import type { CallMedia, RtcpView, StreamFacts } from '../media/facts.ts';
import type { Tone } from '../media/tones.ts';
import { percentiles } from '../metrics/percentiles.ts';
import type { MediaFigures, ReportStream, StreamRtcp, StreamTone } from '../report.ts';
import { isoTime } from './time.ts';

/** A stream, whichever calls it belongs to. */
export interface StreamRecord {
  /** Order of the first packets in the analysis. */
  readonly key: number;
  readonly stream: Omit<ReportStream, 'id' | 'call'>;
}

/** Streams listed of one call; more sources are an attack. */
const CALL_LIMIT = 256;
/** Streams listed of all. */
const LIST_LIMIT = 200_000;

// 0 is added for what is rounded to it from below.
const thousandths = (value: number) => Math.round(value * 1000) / 1000 + 0;
const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : thousandths(value));

function rtcpOf(view: RtcpView): StreamRtcp {
  return {
    reports: view.reports,
    reporter: view.reporter,
    lost: view.lost,
    lostHere: view.lostHere,
    worstLoss: thousandths(100 * view.worstFraction),
    jitter: known(view.jitter),
    roundTrip: known(view.roundTrip),
    sent: view.sent,
    sentHere: view.sentHere,
    rating: known(view.metrics?.rating),
  };
}

function toneOf({ kind, start, end, bursts, confidence }: Tone): StreamTone[] {
  return kind === 'key' ? [] : [{ kind, at: isoTime(start), length: (end - start) / 1000, bursts, confidence }];
}

/** `answered`: time of the answer, NaN without. */
export function recordStream(facts: StreamFacts, answered: number, withSeries: boolean): StreamRecord {
  const { quality, series } = facts;
  const stream: StreamRecord['stream'] = {
    direction: facts.direction,
    media: facts.kind,
    source: facts.source.name,
    destination: facts.destination.name,
    ssrc: `0x${facts.ssrc.toString(16).padStart(8, '0')}`,
    codec: facts.codec,
    clockRate: facts.clockRate,
    encrypted: facts.encrypted,
    start: isoTime(facts.start),
    end: isoTime(facts.end),
    startDelay: Number.isNaN(answered) ? null : (facts.start - answered) / 1000,
    packets: facts.packets,
    packetsBefore: facts.before?.packets ?? 0,
    expected: facts.expected,
    lost: facts.lost,
    duplicates: facts.duplicates,
    reordered: facts.reordered,
    late: facts.late,
    longestLoss: facts.longestLoss,
    bursts: facts.bursts,
    worstLoss: thousandths(100 * facts.worstLoss),
    jitter: known(facts.jitter),
    maxJitter: known(facts.maxJitter),
    maxDelta: thousandths(facts.maxDelta),
    drift: facts.drift === undefined ? null : Math.round(facts.drift) + 0,
    ptime: known(facts.ptime),
    bitRate: Math.round(facts.bitRate),
    mos: quality === undefined ? null : Math.round(quality.mos * 100) / 100,
    quality:
      quality === undefined
        ? null
        : {
            rating: thousandths(quality.rating),
            ie: quality.ie,
            bpl: quality.bpl,
            loss: thousandths(quality.loss),
            burstRatio: thousandths(quality.burstRatio),
            delay: thousandths(quality.delay),
            networkDelay: thousandths(quality.networkDelay),
            delayFrom: quality.delayFrom,
          },
    digits: facts.digits,
    soundDigits: facts.tones.map(({ key }) => key).join(''),
    tones: facts.tones.flatMap(toneOf),
    comfortNoise: facts.comfortNoise,
    payloads: facts.payloads.map(({ type, codec, clockRate, packets, agreed }) => ({
      type,
      codec,
      clockRate,
      packets,
      agreed,
    })),
    restarts: facts.restarts + facts.timestampJumps,
    gaps: facts.gaps.map(({ at, length, missing }) => ({ at: isoTime(at), length: thousandths(length), missing })),
    sourceAnnounced: facts.sourceAnnounced ?? null,
    destinationAnnounced: facts.destinationAnnounced,
    rtcp: facts.rtcp === undefined ? null : rtcpOf(facts.rtcp),
    ...(withSeries ? { series: { step: series.step, points: series.points() } } : {}),
  };
  return { key: facts.id, stream };
}

const none: readonly StreamRecord[] = [];

export function recordStreams(media: CallMedia, withSeries: boolean): readonly StreamRecord[] {
  if (media.streams.length === 0) return none;
  return media.streams.slice(0, CALL_LIMIT).map((facts) => recordStream(facts, media.answered, withSeries));
}

/** What is listed, and which number a stream has there. */
export interface StreamList {
  readonly streams: readonly ReportStream[];
  idsOf(records: readonly StreamRecord[]): readonly number[];
}

/** A stream of several calls stands in the list once, as the call that ended last saw it. */
export function listStreams(
  calls: readonly { readonly streams: readonly StreamRecord[] }[],
  loose: readonly StreamRecord[],
): StreamList {
  const byKey = new Map<number, { record: StreamRecord; readonly call: number | null }>();
  const add = (record: StreamRecord, call: number | null) => {
    const before = byKey.get(record.key);
    if (before === undefined) byKey.set(record.key, { record, call });
    else if (before.record.stream.packets < record.stream.packets) before.record = record;
  };
  for (let call = 0; call < calls.length; call++) for (const record of calls[call].streams) add(record, call);
  for (const record of loose) if (!byKey.has(record.key)) add(record, null);
  const listed = [...byKey.values()].sort((a, b) => a.record.key - b.record.key).slice(0, LIST_LIMIT);
  const ids = new Map(listed.map(({ record }, id) => [record.key, id]));
  return {
    streams: listed.map(({ record, call }, id) => ({ id, call, ...record.stream })),
    idsOf: (records) => records.flatMap(({ key }) => ids.get(key) ?? []),
  };
}

export function mediaFigures(streams: readonly ReportStream[], unclaimed: number): MediaFigures {
  let packets = 0;
  let expected = 0;
  let lost = 0;
  const jitters: number[] = [];
  const ratings: number[] = [];
  for (const stream of streams) {
    packets += stream.packets;
    expected += stream.expected;
    lost += Math.max(0, stream.lost);
    if (stream.jitter !== null) jitters.push(stream.jitter);
    if (stream.mos !== null) ratings.push(stream.mos);
  }
  const mos = percentiles(ratings);
  return {
    streams: streams.length,
    packets,
    loss: expected === 0 ? null : thousandths((100 * lost) / expected),
    jitter: percentiles(jitters),
    mos: mos === null ? null : { n: mos.n, median: mos.median, worst: ratings[0] },
    unclaimed,
  };
}
