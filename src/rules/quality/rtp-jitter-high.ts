import type { CallMedia, StreamFacts } from '../../media/facts.ts';
import { describedBy, oneDecimal } from '../agreements.ts';
import { type Context, defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { frameFaultOf, hasOtherClock } from '../packet-times.ts';
import { count, duration, tenths } from '../phrases.ts';
import { isUnevenByCapture } from '../received.ts';

type Shown = {
  source: string;
  destination: string;
  /** What the jitter was above, and how long without a break, ms. */
  above: number;
  lasted: number;
  /** Since the first packet, ms. */
  from: number;
  /** Highest jitter of that time, and longest time between two packets, ms. */
  worst: number;
  apart: number;
  /** The depth that a buffer needs for it, ms. */
  buffer: number;
  /** Packets too late for a buffer of 60 ms, of how many. */
  late: number;
  packets: number;
  /** Highest that the receiver reported, ms; -1 without reports. */
  reported: number;
  /** The other way was as uneven at the same time. */
  both: boolean;
};

interface Spell {
  /** ms since the first packet. */
  readonly from: number;
  readonly lasted: number;
}

const SECOND = 1000;
/** No buffer for a conversation is deeper, ms. */
const DEEPEST = 500;
/** One spike makes one step of the series high, and a long stream has long steps. */
const STEPS = 3;

/** The longest time with a jitter above the limit, if it was long enough. */
function spellOf({ series }: StreamFacts, limit: number, { thresholds }: Context): Spell | undefined {
  const { seconds, from } = series.longestAbove(limit);
  const enough = Math.max(thresholds.jitterTime / SECOND, STEPS * series.step);
  return seconds < enough ? undefined : { from: from * SECOND, lasted: seconds * SECOND };
}

/** What the series says of a spell. */
function worstOf({ series }: StreamFacts, { from, lasted }: Spell) {
  const first = from / SECOND / series.step;
  const points = series.points().slice(first, first + lasted / SECOND / series.step);
  return {
    worst: Math.max(...points.map(({ jitter }) => jitter)),
    apart: Math.max(...points.map(({ maxDelta }) => maxDelta)),
  };
}

function isJudged(stream: StreamFacts, { thresholds }: Context): boolean {
  const { direction, kind, packets } = stream;
  // Pictures come in bursts of packets that share one timestamp.
  if (direction === 'unknown' || kind === 'video' || packets < thresholds.judgedPackets) return false;
  // What counts by another clock than ours is uneven by our count alone.
  return !hasOtherClock(stream) && frameFaultOf(stream) === undefined;
}

/** A stream of the other way from another host was uneven, too, while this one was. */
function isBothWays(stream: StreamFacts, spell: Spell, media: CallMedia, context: Context): boolean {
  return media.streams.some((other) => {
    if (other.direction === stream.direction || other.source.address === stream.source.address) return false;
    const own = isJudged(other, context) ? spellOf(other, context.thresholds.jitterNoticed, context) : undefined;
    if (own === undefined) return false;
    const ahead = milliseconds(stream.start, other.start) + own.from - spell.from;
    return ahead < spell.lasted && -ahead < own.lasted;
  });
}

/** Rule 90: packets of a stream come so unevenly that a buffer cannot make up for it. */
export const rtpJitterHigh = defineRule<'call', Shown>({
  id: 'rtp-jitter-high',
  severity: 'warning',
  scope: 'call',
  title: 'Uneven media packets',
  spec: ['RFC 3550 §6.4.1'],
  example: {
    source: '192.0.2.9:30000',
    destination: '192.0.2.1:40000',
    above: 30,
    lasted: 12_000,
    from: 20_000,
    worst: 84,
    apart: 290,
    buffer: 300,
    late: 96,
    packets: 2_310,
    reported: 71,
    both: false,
  },
  why: ({ late }) =>
    late > 0
      ? 'Packets that come too late are thrown away: words are chopped as if they had been lost.'
      : 'The receiver needs a deep buffer: both sides begin to talk at the same time and interrupt each other.',
  fix: ({ source, destination, buffer }) => [
    `Capture at ${source}: if the packets leave it evenly, a queue on the way holds them; mark them with DSCP EF (46), and shape the uplink a little below its rate.`,
    `If they leave it unevenly, look at ${source} itself: a loaded or virtual host, a coarse timer, a transcoder.`,
    'On Wi-Fi, look for interference, roaming and power saving; try the call over a cable.',
    `Until then let ${destination} use an adaptive jitter buffer of up to ${buffer} ms.`,
  ],
  message: ({ source, destination, above, lasted, from, worst, apart, late, packets, reported }) =>
    `The audio from ${source} to ${destination} came unevenly for ${duration(lasted)}, ` +
    `${from === 0 ? 'from its first packet on' : `from ${duration(from)} after its first packet on`}: ` +
    `its jitter rose above ${above} ms again and again and reached ${tenths(worst)} ms, with up to ${duration(apart)} between two packets` +
    (late > 0 ? `; ${count(late, 'packet', 'packets')} of ${packets} came too late for a buffer of 60 ms` : '') +
    (reported >= 0 ? `; its receiver reports up to ${tenths(reported)} ms.` : '.'),
  limits: ({ both, reported }) =>
    both
      ? 'The other way was uneven at the same time: a host that is too slow to capture makes it look so, too.'
      : reported < 0
        ? 'No reports of the receiver were captured that would show whether the packets came unevenly to it, too.'
        : '',
  concerns: (method, end) => method === 'INVITE' && end === 'success',
  when: ({ call }, { media }) => media.of(call).streams.length > 0,
  *check({ call }, context) {
    const { jitterNoticed, jitterBad } = context.thresholds;
    const media = context.media.of(call);
    for (const stream of media.streams) {
      if (!isJudged(stream, context)) continue;
      const bad = spellOf(stream, jitterBad, context);
      const spell = bad ?? spellOf(stream, jitterNoticed, context);
      if (spell === undefined) continue;
      const { rtcp, source, destination, late, packets, start, end } = stream;
      const { worst, apart } = worstOf(stream, spell);
      if (isUnevenByCapture(stream, worst)) {
        yield { undetermined: 'G-CLOCK' };
        continue;
      }
      const both = isBothWays(stream, spell, media, context);
      const reported = rtcp !== undefined && rtcp.jitter >= jitterNoticed ? rtcp.jitter : -1;
      yield {
        at: [describedBy(stream, media, call)],
        args: {
          source: source.name,
          destination: destination.name,
          above: bad === undefined ? jitterNoticed : jitterBad,
          from: spell.from,
          // The last step may not have been whole.
          lasted: Math.round(Math.min(spell.lasted, milliseconds(start, end) - spell.from)),
          worst: oneDecimal(worst),
          apart,
          buffer: Math.min(DEEPEST, 20 * Math.ceil(apart / 20)),
          late,
          packets,
          reported: oneDecimal(reported),
          both,
        },
        severity: bad !== undefined && !both ? 'error' : 'warning',
        confidence: reported >= 0 ? 'certain' : both ? 'possible' : 'likely',
        device: source.address,
      };
    }
  },
});
