import type { PayloadUse, StreamFacts } from '../../media/facts.ts';
import type { Payload } from '../../sdp/payloads.ts';
import {
  type Agreement,
  agreementsOf,
  announcementOf,
  isExpected,
  listedBy,
  receiverOf,
  senderOf,
  streamsOf,
  ways,
} from '../agreements.ts';
import { type Context, defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { codecOf } from '../negotiation.ts';
import { codecName, codecNames, count } from '../phrases.ts';

type Shown = {
  /**
   * `own-number`: the sender uses its own number of a codec for which the receiver listed another. `former`: the receiver
   * listed it before, and does not any more. `unlisted`: the receiver never did.
   */
  kind: 'own-number' | 'former' | 'unlisted';
  /** Who gets it. */
  deaf: 'caller' | 'callee';
  /** `audio`, `video` … */
  media: string;
  source: string;
  destination: string;
  type: number;
  /** What the type stands for by the sender's own SDP or by its number; empty when nobody says. */
  codec: string;
  /** The receiver's number for the same codec; -1 unless `own-number`. */
  wanted: number;
  /** What the receiver listed. */
  listed: readonly string[];
  listedMore: number;
  packets: number;
  /** All packets of the stream. */
  of: number;
};

/** There is hardly anything else to hear. */
export function isNearlyAll({ packets, of }: Pick<Shown, 'packets' | 'of'>): boolean {
  return packets >= 0.9 * of;
}

/** Numbers that RTCP on the same port would be taken for (RFC 5761 §4): no codec has them. */
const isControl = (type: number) => type >= 64 && type <= 95;

const isNamed = ({ encoding }: Payload) => encoding !== '';

function isAlike(a: Payload, b: Payload): boolean {
  return isNamed(a) && a.encoding.toLowerCase() === b.encoding.toLowerCase() && a.clockRate === b.clockRate;
}

/** How long packets of the type came while the agreement stood: right after a change they were on their way. */
function timeOf({ first, last }: PayloadUse, { start, end }: Agreement, { thresholds }: Context): number {
  return milliseconds(Math.max(first, start + thresholds.changeAround * 1000), Math.min(last, end));
}

function* usesOf(stream: StreamFacts, agreement: Agreement, listed: readonly Payload[], context: Context) {
  for (const use of stream.payloads) {
    if (use.agreed || use.kind !== 'media' || use.packets <= context.thresholds.countedPackets) continue;
    if (isControl(use.type) || listed.some(({ id }) => id === use.type)) continue;
    // An event in an encrypted packet cannot be told from sound: too few packets to be speech.
    if (stream.encrypted && use.packets < EVENTS * stream.packets) continue;
    if (timeOf(use, agreement, context) > 0) yield use;
  }
}

/** What the receiver drops is lost to it. Pictures are built from several types, some of which only repair others. */
function severityOf({ kind, packets }: StreamFacts, use: PayloadUse, { thresholds }: Context): 'error' | 'warning' {
  const bad = kind === 'audio' ? thresholds.lossBad : 0.5;
  return use.packets >= bad * packets ? 'error' : 'warning';
}

/** Share of the packets of an encrypted stream that may be digits. */
const EVENTS = 0.1;
const NAMES = 8;

/** Rule 92: media comes with payload types that its receiver did not list. */
export const rtpPayloadTypeUnexpected = defineRule<'call', Shown>({
  id: 'rtp-payload-type-unexpected',
  severity: 'error',
  scope: 'call',
  title: 'Media with a payload type that was not agreed',
  spec: ['RFC 3264 §5.1', 'RFC 3264 §6.1', 'RFC 3551 §3'],
  example: {
    kind: 'own-number',
    deaf: 'caller',
    media: 'audio',
    source: '192.0.2.9:30000',
    destination: '192.0.2.1:40000',
    type: 111,
    codec: 'opus/48000',
    wanted: 96,
    listed: ['opus/48000', 'PCMA/8000'],
    listedMore: 0,
    packets: 398,
    of: 400,
  },
  why: ({ deaf, ...args }) =>
    isNearlyAll(args)
      ? `A receiver drops payload types that it does not know: the ${deaf} hears nothing, or noise.`
      : `A receiver drops payload types that it does not know: the ${deaf} hears nothing while they come.`,
  fix: ({ kind, source, type, codec, wanted }) =>
    ({
      'own-number': [
        `Let ${source} send ${codecName(codec)} as payload type ${wanted}, the number of its receiver, not as ${type}, its own (RFC 3264 §5.1).`,
        'If a relay or border controller joins two legs there, let it map the payload types, or give both legs the same numbers.',
      ],
      former: [
        `Find out whether ${source} got the last offer or answer, and let it change its codec with it.`,
        'If a border controller answered in its place, look for the re-INVITE or UPDATE on the leg behind it.',
      ],
      unlisted: [
        `Let ${source} send a codec of the SDP that it got${codec === '' ? '' : `, not ${codecName(codec)}`} (RFC 3264 §6.1).`,
        'If two legs are joined in between, transcode there, or offer on both the codecs that they have in common.',
        'Compare the SDPs on all hops: the sender may have got that of another leg.',
      ],
    })[kind],
  message: ({ kind, deaf, media, source, destination, type, codec, wanted, listed, listedMore, packets, of }) =>
    `${packets} of ${count(of, 'packet', 'packets')} of ${media} from ${source} to ${destination} came as payload type ${type}` +
    (codec === '' ? '' : ` (${codecName(codec)})`) +
    {
      'own-number': `, which the ${deaf} expects as ${wanted}.`,
      former: `, which the ${deaf} no longer lists since the last change (its list: ${codecNames(listed, listedMore)}).`,
      unlisted: `, which the ${deaf} did not list (its list: ${codecNames(listed, listedMore)}).`,
    }[kind],
  concerns: (method, end) => method === 'INVITE' && end === 'success',
  when: ({ call }, { media }) => media.of(call).streams.some(({ payloads }) => payloads.some(({ agreed }) => !agreed)),
  *check({ call }, context) {
    const media = context.media.of(call);
    const told = new Set<string>();
    for (const agreement of agreementsOf(call, context)) {
      for (const way of ways) {
        if (!isExpected(agreement, way)) continue;
        const to = receiverOf(agreement, way);
        const from = senderOf(agreement, way);
        const listed = listedBy(to, media);
        if (listed.length === 0) continue;
        for (const stream of streamsOf(agreement, way, media)) {
          for (const use of usesOf(stream, agreement, listed, context)) {
            // Another hop passes on what it gets.
            if (told.has(`${way} ${use.type}`)) continue;
            told.add(`${way} ${use.type}`);
            const own = from.payloads.find(({ id }) => id === use.type);
            const wanted = own === undefined ? undefined : to.payloads.find((one) => isAlike(one, own));
            const former = media.epochs.some(
              (one) => one.side === to.side && one.start < to.start && one.payloads.some(({ id }) => id === use.type),
            );
            const speech = to.payloads.filter(isNamed).map(codecOf);
            yield {
              at: [announcementOf(to, call), announcementOf(from, call)],
              args: {
                kind: wanted !== undefined ? 'own-number' : former ? 'former' : 'unlisted',
                deaf: to.side,
                media: stream.kind.slice(0, 16),
                source: stream.source.name,
                destination: stream.destination.name,
                type: use.type,
                codec: own !== undefined && isNamed(own) ? codecOf(own) : use.codec.slice(0, 24),
                wanted: wanted?.id ?? -1,
                listed: speech.slice(0, NAMES),
                listedMore: Math.max(0, speech.length - NAMES),
                packets: use.packets,
                of: stream.packets,
              },
              severity: severityOf(stream, use, context),
              confidence: 'certain',
              device: stream.source.address,
            };
          }
        }
      }
    }
  },
});
