import type { Quality, StreamFacts } from '../../media/facts.ts';
import { describedBy, oneDecimal } from '../agreements.ts';
import { defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { tenths } from '../phrases.ts';
import { holeIn, isLostByCapture, isUnevenByCapture } from '../received.ts';

type Term = 'loss' | 'jitter' | 'delay' | 'codec';

type Shown = {
  source: string;
  destination: string;
  codec: string;
  mos: number;
  rating: number;
  /** What takes most off the rating: lost packets, late ones, the delay, or the codec. */
  term: Term;
  /** What each takes off the 93.2 of the best telephone call. */
  fromLoss: number;
  fromJitter: number;
  fromDelay: number;
  fromCodec: number;
  /** Percent of the packets. */
  lost: number;
  late: number;
  /** One way from mouth to ear, ms, and whether RTCP told the network's part of it. */
  delay: number;
  measured: boolean;
};

const hundredths = (value: number) => Math.round(value * 100) / 100;

/** Late packets are lost to the listener as lost ones are: both together make one term, shared by their numbers. */
function termsOf({ lost, late }: StreamFacts, quality: Quality): Record<Term, number> {
  const missing = Math.max(0, lost) + late;
  const lateShare = missing === 0 ? 0 : late / missing;
  return {
    loss: quality.lossImpairment * (1 - lateShare),
    jitter: quality.lossImpairment * lateShare,
    delay: quality.delayImpairment,
    codec: quality.ie,
  };
}

function heaviest(terms: Record<Term, number>): Term {
  const names = Object.keys(terms) as Term[];
  return names.reduce((most, name) => (terms[name] > terms[most] ? name : most));
}

function isLateToo(other: StreamFacts, { direction, source }: StreamFacts, noticed: number): boolean {
  if (other.direction === direction || other.source.address === source.address) return false;
  const { quality } = other;
  return quality !== undefined && quality.mos < noticed && heaviest(termsOf(other, quality)) === 'jitter';
}

/** Rule 91: a stream sounds bad by the E-model. */
export const mosLow = defineRule<'call', Shown>({
  id: 'mos-low',
  severity: 'warning',
  scope: 'call',
  title: 'Poor voice quality',
  spec: ['RFC 3611 §4.7.5'],
  example: {
    source: '192.0.2.9:30000',
    destination: '192.0.2.1:40000',
    codec: 'PCMA',
    mos: 3.23,
    rating: 63,
    term: 'loss',
    fromLoss: 26.5,
    fromJitter: 2.2,
    fromDelay: 1.4,
    fromCodec: 0,
    lost: 8.6,
    late: 0.7,
    delay: 57,
    measured: false,
  },
  why: ({ mos, term }) =>
    term === 'delay'
      ? 'Both sides begin to talk at the same time, stop, and begin again.'
      : mos < 3.1
        ? 'Many users complain about such calls: they ask again, or hang up and call anew.'
        : 'Some users complain about such calls; long ones are tiring.',
  fix: ({ term, source, destination, codec }) =>
    ({
      loss: [
        `Find out where packets get lost between ${source} and the capture point: counters of interfaces, a policer, Wi-Fi, a full uplink.`,
        'Mark media with DSCP EF (46) and give it a priority queue all the way.',
      ],
      jitter: [
        `Find out what holds packets between ${source} and the capture point: a full queue, Wi-Fi, a loaded sender.`,
        `Let ${destination} use a deeper, adaptive jitter buffer until then.`,
      ],
      delay: [
        `Shorten the way of the media between ${source} and ${destination}: a relay or media server near both, no satellite link, no VPN across continents.`,
        'Use packets of 20 ms and a jitter buffer that adapts itself; take out relays that only anchor the media.',
      ],
      codec: [
        `Let both sides use a better codec than ${codec} where the bandwidth allows it: G.711 or Opus.`,
        'Avoid transcoding on the way: each conversion takes its part again.',
      ],
    })[term],
  message: ({ source, destination, codec, mos, rating, term, lost, late, delay, ...from }) =>
    `The audio from ${source} to ${destination} reaches only a MOS of ${mos} by the E-model (rating ${tenths(rating)} of 93.2), mostly because of ` +
    {
      loss: `lost packets (${tenths(lost)} %)`,
      jitter: `packets that came too late (${tenths(late)} %)`,
      delay: `the delay (${Math.round(delay)} ms one way)`,
      codec: `the codec (${codec})`,
    }[term] +
    `: loss takes ${tenths(from.fromLoss)} off the rating, lateness ${tenths(from.fromJitter)}, the delay ${tenths(from.fromDelay)} and the codec ${tenths(from.fromCodec)}.`,
  limits: ({ measured }) =>
    'The figure assumes a receiver that hides single losses and a buffer of 60 ms at the most' +
    (measured ? '.' : '; the delay of the network is not known and counts as none.'),
  concerns: (method, end) => method === 'INVITE' && end === 'success',
  when: ({ call }, { media }) => media.of(call).streams.length > 0,
  *check({ call }, context) {
    const { mosNoticed, mosBad, mosTime } = context.thresholds;
    const media = context.media.of(call);
    let slow = false;
    for (const stream of media.streams) {
      const { quality, direction, start, end, source, destination, packets, expected } = stream;
      if (quality === undefined || direction === 'unknown' || quality.mos >= mosNoticed) continue;
      // A gap is silence, not a bad sound: rule `rtp-gap-midcall` tells of it.
      if (milliseconds(start, end) < mosTime || holeIn(stream) > 0) continue;
      const terms = termsOf(stream, quality);
      const term = heaviest(terms);
      // The way there and back is one: it is told once.
      if (term === 'delay' && slow) continue;
      slow ||= term === 'delay';
      // The rules about loss and jitter say that it cannot be decided.
      if (term === 'loss' && isLostByCapture(stream)) continue;
      if (term === 'jitter' && isUnevenByCapture(stream, stream.maxJitter ?? 0)) continue;
      // A host that is too slow to capture makes both ways late.
      const unsure = term === 'jitter' && media.streams.some((other) => isLateToo(other, stream, mosNoticed));
      yield {
        at: [describedBy(stream, media, call)],
        args: {
          source: source.name,
          destination: destination.name,
          codec: stream.codec,
          mos: hundredths(quality.mos),
          rating: oneDecimal(quality.rating),
          term,
          fromLoss: oneDecimal(terms.loss),
          fromJitter: oneDecimal(terms.jitter),
          fromDelay: oneDecimal(terms.delay),
          fromCodec: oneDecimal(terms.codec),
          lost: oneDecimal((100 * Math.max(0, stream.lost)) / expected),
          late: oneDecimal((100 * stream.late) / packets),
          delay: Math.round(quality.delay),
          measured: quality.delayFrom === 'rtcp',
        },
        severity: quality.mos < mosBad && !unsure ? 'error' : 'warning',
        confidence: unsure ? 'possible' : 'likely',
        device: source.address,
      };
    }
  },
});
