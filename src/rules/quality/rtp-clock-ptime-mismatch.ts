import type { CallMedia, MediaEpoch, StreamFacts } from '../../media/facts.ts';
import type { Call } from '../../model.ts';
import {
  type Agreement,
  agreementsOf,
  announcementOf,
  describedBy,
  oneDecimal,
  receiverOf,
  streamsOf,
  ways,
} from '../agreements.ts';
import { type Context, defineRule, type Hit } from '../define.ts';
import { driftOf, frameFaultOf, hasOtherClock, isNearest, packetTimeOf } from '../packet-times.ts';
import { tenths } from '../phrases.ts';

type Shown = {
  /**
   * `step`: timestamps count other samples than the payload holds. `rate`: they run by another clock than the codec's.
   * `size`: no payload of the codec has so many bytes. `drift`: the sender's clock is off. `maxptime`, `ptime`: packets
   * hold more than the receiver takes, or another time than it wishes.
   */
  kind: 'step' | 'rate' | 'size' | 'drift' | 'maxptime' | 'ptime';
  source: string;
  destination: string;
  codec: string;
  /** Hz of the timestamps, and whether the codec has twice as many samples (G.722). */
  clockRate: number;
  halved: boolean;
  /** Bytes and steps of most packets (`step`, `size`), and the samples that such a payload holds. */
  size: number;
  step: number;
  samples: number;
  /** Hz by which the timestamps do run (`rate`), and the percentage that they are off (`drift`, `rate`). */
  measured: number;
  off: number;
  /** ms in a packet, and as the receiver's SDP has it (`maxptime`, `ptime`). */
  time: number;
  told: number;
};

const nothing = { size: 0, step: 0, samples: 0, measured: 0, off: 0, time: 0, told: 0 };

type Fault = Partial<Shown> & Pick<Shown, 'kind'>;

/** What its receivers said while a stream went on. */
type Wishes = readonly MediaEpoch[];

function wishesOf(media: CallMedia, agreements: readonly Agreement[]): ReadonlyMap<StreamFacts, Wishes> {
  const wishes = new Map<StreamFacts, MediaEpoch[]>();
  for (const agreement of agreements) {
    for (const way of ways) {
      for (const stream of streamsOf(agreement, way, media)) {
        const known = wishes.get(stream);
        if (known === undefined) wishes.set(stream, [receiverOf(agreement, way)]);
        else known.push(receiverOf(agreement, way));
      }
    }
  }
  return wishes;
}

/** The one that all of them name; undefined when they differ, for the packets of one stream are judged together. */
function same<T>(values: readonly T[]): T | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

/** A clock that runs slow for both directions, or fast, is that of the capture. */
function isDriftOfCapture(stream: StreamFacts, { streams }: CallMedia): boolean {
  const own = driftOf(stream) ?? 0;
  return streams.some((other) => {
    if (other.direction === stream.direction || other.source.address === stream.source.address) return false;
    const its = driftOf(other) ?? 0;
    return Math.abs(its - own) < Math.abs(own) / 2;
  });
}

/** Late packets and gaps move the line through the arrivals: what is that uneven tells nothing of a clock. */
function isEven({ late, packets, jitter = 0 }: StreamFacts, { thresholds }: Context): boolean {
  return late < packets / 100 && jitter < thresholds.jitterNoticed;
}

/** Of two channels a payload holds half the time; what has them is not judged by its size. */
function isStereo({ codec, payloads }: StreamFacts, wishes: Wishes): boolean {
  const type = payloads.find((use) => use.codec === codec)?.type;
  return wishes.some(({ payloads: all }) => all.some(({ id, channels }) => id === type && channels > 1));
}

function clockFaultOf(stream: StreamFacts, media: CallMedia, context: Context): Fault | 'unknown' | undefined {
  const share = driftOf(stream) ?? 0;
  const isOther = hasOtherClock(stream);
  if (Math.abs(share) <= context.thresholds.clockDrift || !(isOther || isEven(stream, context))) return undefined;
  if (isDriftOfCapture(stream, media)) return 'unknown';
  const off = oneDecimal(100 * share);
  return isOther
    ? { kind: 'rate', measured: Math.round((stream.clockRate * (1 + share)) / 100) * 100, off }
    : { kind: 'drift', off };
}

function lengthFaultOf(stream: StreamFacts, wishes: Wishes): Fault | undefined {
  const time = packetTimeOf(stream);
  if (time === undefined) return undefined;
  const most = same(wishes.map(({ maxptime }) => maxptime));
  if (most !== undefined && most > 0 && time > most) return { kind: 'maxptime', time: oneDecimal(time), told: most };
  const wish = same(wishes.map(({ ptime }) => ptime));
  if (wish === undefined || wish <= 0 || Math.abs(time - wish) < 1 || isNearest(stream.codec, time, wish))
    return undefined;
  return { kind: 'ptime', time: oneDecimal(time), told: wish };
}

/** Rule 99: timestamps, sizes or lengths of packets that do not fit the codec, the clock or the SDP. */
export const rtpClockPtimeMismatch = defineRule<'call', Shown>({
  id: 'rtp-clock-ptime-mismatch',
  severity: 'warning',
  scope: 'call',
  title: 'Media packets out of step',
  spec: ['RFC 3550 §5.1', 'RFC 3551 §4.5', 'RFC 8866 §6.4', 'RFC 8866 §6.5'],
  example: {
    ...nothing,
    kind: 'step',
    source: '192.0.2.9:30000',
    destination: '192.0.2.1:40000',
    codec: 'G722',
    clockRate: 8_000,
    halved: true,
    size: 160,
    step: 320,
    samples: 160,
  },
  why: ({ kind }) =>
    ({
      step: 'The receiver takes the packets for gaps or for repeats of one another: the voice is chopped or its speed is wrong.',
      rate: 'The receiver takes the packets for gaps or for repeats of one another: the voice is chopped or its speed is wrong.',
      size: 'A decoder that gets such a payload plays noise, or nothing.',
      drift:
        "The receiver's buffer runs empty or full again and again: every few seconds a piece of the voice is missing or thrown away.",
      maxptime: 'A receiver with buffers for shorter packets may cut them or throw them away: chopped sound, or none.',
      ptime: 'Most receivers take it; some gateways and DSPs chop the sound.',
    })[kind],
  fix: ({ kind, source, destination, codec, clockRate, halved, told }) =>
    ({
      step: [
        `Let ${source} raise the timestamp by the samples that a packet holds, at ${clockRate} Hz for ${codec}${halved ? ' (RFC 3551 §4.5.2), though it has 16000 samples a second' : ''}.`,
        'If a transcoder or a recorder stands there, update it or take it out of the way of the media.',
      ],
      rate: [
        `Let ${source} count the timestamps of ${codec} by ${clockRate} Hz, whatever rate its sound card or file has.`,
        'Compare the clock rate of a=rtpmap in both SDPs: it must be the same for one codec.',
      ],
      size: [
        `Check the encoder of ${source}: its payloads are no whole frames of ${codec}.`,
        'Check for encryption on one side only, and for payload types that mean different codecs on both sides.',
      ],
      drift: [
        `Check the clock of ${source}: a virtual machine without a good time source, a sound card that drifts, a trunk without clock of the network (E1/T1).`,
        'If the sender replays a file or a conference, let it send by a timer and not by the length of a loop.',
      ],
      maxptime: [`Set the packet time of ${source} to ${told} ms or less: the SDP for ${destination} allows no more.`],
      ptime: [
        `If the sound is chopped, set the packet time of ${source} to ${told} ms; some devices take ptime from the profile and not from SDP.`,
      ],
    })[kind],
  message: ({ kind, source, destination, codec, clockRate, size, step, samples, measured, off, time, told }) =>
    ({
      step: `The timestamps of the ${codec} stream from ${source} to ${destination} rise by ${step} from packet to packet, and each packet of ${size} bytes holds ${samples} samples at ${clockRate} Hz.`,
      rate: `The timestamps of the ${codec} stream from ${source} to ${destination} rise by about ${measured} in a second, and its clock is to run at ${clockRate} Hz.`,
      size: `The packets from ${source} to ${destination} hold ${size} bytes each, which is no whole number of frames of ${codec}.`,
      drift: `The clock of ${source} is ${tenths(Math.abs(off))} % too ${off > 0 ? 'fast' : 'slow'}: it sends ${off > 0 ? 'more' : 'less'} sound to ${destination} than time passes.`,
      maxptime: `The ${codec} packets from ${source} hold ${tenths(time)} ms each, and the SDP for ${destination} allows ${told} ms at the most (a=maxptime).`,
      ptime: `The ${codec} packets from ${source} hold ${tenths(time)} ms each, and the SDP for ${destination} asks for ${told} ms (a=ptime).`,
    })[kind],
  limits: ({ kind }) => (kind === 'drift' || kind === 'rate' ? 'It is measured against the clock of the capture.' : ''),
  concerns: (method, end) => method === 'INVITE' && end === 'success',
  when: ({ call }, { media }) => media.of(call).streams.length > 0,
  *check({ call }, context) {
    const media = context.media.of(call);
    const all = wishesOf(media, agreementsOf(call, context));
    const hit = (stream: StreamFacts, fault: Fault, wishes: Wishes): Hit<Shown> => ({
      at: [evidenceOf(stream, fault, wishes, media, call)],
      args: {
        ...nothing,
        source: stream.source.name,
        destination: stream.destination.name,
        codec: stream.codec,
        clockRate: stream.clockRate,
        halved: stream.codec.toUpperCase() === 'G722',
        ...fault,
      },
      severity: fault.kind === 'ptime' ? 'info' : 'warning',
      confidence: fault.kind === 'drift' || fault.kind === 'rate' ? 'likely' : 'certain',
      device: stream.source.address,
    });
    for (const stream of media.streams) {
      const { direction, kind, packets } = stream;
      if (direction === 'unknown' || kind !== 'audio' || packets < context.thresholds.judgedPackets) continue;
      const wishes = all.get(stream) ?? [];
      const frame = isStereo(stream, wishes) ? undefined : frameFaultOf(stream);
      const wrong = frame ?? clockFaultOf(stream, media, context);
      if (wrong === 'unknown') yield { undetermined: 'G-CLOCK' };
      else if (wrong !== undefined) yield hit(stream, wrong, wishes);
      // By another clock the packets seem to hold another time.
      if (frame !== undefined || hasOtherClock(stream)) continue;
      const length = lengthFaultOf(stream, wishes);
      if (length !== undefined) yield hit(stream, length, wishes);
    }
  },
});

/** The SDP that says so, or else the one that names the socket. */
function evidenceOf(stream: StreamFacts, { kind }: Fault, wishes: Wishes, media: CallMedia, call: Call) {
  const [wish] = wishes;
  if ((kind === 'ptime' || kind === 'maxptime') && wish !== undefined) return announcementOf(wish, call);
  return describedBy(stream, media, call);
}
