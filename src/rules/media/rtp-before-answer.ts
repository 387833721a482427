import type { CallMedia, MediaEpoch, StreamFacts } from '../../media/facts.ts';
import type { Call } from '../../model.ts';
import { announcementOf, describedBy } from '../agreements.ts';
import { type Context, defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { carrierName } from '../negotiation.ts';
import { duration } from '../phrases.ts';

type Shown = {
  /** `ahead` of the callee's first SDP, or `never` was there one. */
  branch: 'ahead' | 'never';
  /** `audio`, `video` … */
  kind: string;
  source: string;
  destination: string;
  /** From the first packet to the callee's first SDP, or to the last packet when none came, ms. */
  ahead: number;
  /** What carried that SDP: a status or a method; empty when none came. */
  carrier: string;
  /** The caller offered SRTP with keys in SDP: without the callee's it cannot play a thing. */
  encrypted: boolean;
};

/**
 * ms. The last call on the port may not have stopped: what comes this soon after the offer, one packet after the other, is
 * older than it. No callee is as fast.
 */
const STALE = 100;

/** The first SDP of one side for this m= section, on whatever hop. */
function firstOf({ epochs }: CallMedia, side: MediaEpoch['side'], index: number): MediaEpoch | undefined {
  return epochs.find((one) => one.side === side && one.index === index);
}

/** A response of the callee whose body is not all here may have been the SDP (G-SNAP). */
function isCut({ messages }: Call, from: number, to: number): boolean {
  return messages.some(
    ({ isRequest, method, truncated, status, time }) =>
      !isRequest && method === 'INVITE' && truncated && status > 100 && time >= from && time <= to,
  );
}

/** The call was refused: its 200 cannot just be missing. */
function isRefused({ attempts }: Call): boolean {
  const { final } = attempts[attempts.length - 1] ?? {};
  return final !== undefined && final.status >= 300;
}

/** It answers the offer of the INVITE; a later one shows that the answer was not captured. */
function isAnswer({ message }: MediaEpoch, { attempts }: Call, { answered }: CallMedia): boolean {
  if (message === undefined) return false;
  if (message.isRequest) return message.method !== 'INVITE' && message.time < answered;
  return attempts.some(({ cseq }) => cseq === message.cseq);
}

/** µs. */
function beginningOf({ start, before }: StreamFacts): number {
  return before?.first ?? start;
}

function hitOf(stream: StreamFacts, media: CallMedia, call: Call, { thresholds }: Context) {
  const { direction, index, packets, kind, source, destination, end } = stream;
  if (direction !== 'to-caller') return undefined;
  const offer = firstOf(media, 'caller', index);
  const answer = firstOf(media, 'callee', index);
  const first = beginningOf(stream);
  // A caller that describes itself last is spoken to last.
  if (offer === undefined || (answer !== undefined && answer.start < offer.start)) return undefined;
  if (milliseconds(offer.start, first) < STALE) return undefined;
  if (answer === undefined ? !isRefused(call) : !isAnswer(answer, call, media)) return undefined;
  const until = answer?.start ?? end;
  const ahead = milliseconds(first, until);
  if (ahead < thresholds.mediaAhead || (answer === undefined && packets < thresholds.judgedPackets)) return undefined;
  if (isCut(call, offer.start, until)) return { undetermined: 'G-SNAP' } as const;
  const announced = describedBy(stream, media, call);
  return {
    at: answer === undefined ? [announced] : [announcementOf(answer, call), announced],
    args: {
      branch: answer === undefined ? 'never' : 'ahead',
      kind,
      source: source.name,
      destination: destination.name,
      ahead: Math.round(ahead),
      carrier: answer === undefined ? '' : carrierName(announcementOf(answer, call)),
      encrypted: offer.suites.length > 0,
    },
    confidence: 'likely',
    device: source.address,
  } as const;
}

/** Rule 95: the callee's media is there before any SDP of the callee. */
export const rtpBeforeAnswer = defineRule<'call', Shown>({
  id: 'rtp-before-answer',
  severity: 'info',
  scope: 'call',
  title: 'Media before any SDP of the callee',
  spec: ['RFC 3264 §5.1', 'RFC 3262 §5', 'RFC 3960 §3.2'],
  example: {
    branch: 'ahead',
    kind: 'audio',
    source: '192.0.2.9:30000',
    destination: '192.0.2.1:40000',
    ahead: 1_840,
    carrier: '200',
    encrypted: false,
  },
  why: ({ encrypted, branch }) =>
    encrypted
      ? 'The caller has no key for it yet and must drop it: the beginning is cut off.'
      : branch === 'never'
        ? 'It is allowed, but many phones play nothing that no SDP announced: the caller may have heard silence in place of the announcement.'
        : 'It is allowed, but phones that wait for the SDP play only what comes after it: the beginning of a ringing tone or announcement is cut off.',
  fix: ({ source, encrypted }) => [
    `Let the side of ${source} send its SDP with the 183 before it sends media, and reliably (100rel, PRACK), so that a lost 183 comes again.`,
    ...(encrypted ? ['Use DTLS-SRTP in place of keys in SDP: its handshake goes the way of the media.'] : []),
    'If the 183 was sent, look for where it got lost: a proxy that filters provisional responses or takes the body out.',
  ],
  message: ({ branch, kind, source, destination, ahead, carrier }) =>
    branch === 'never'
      ? `For ${duration(ahead)} ${kind} came from ${source} to ${destination}, and no SDP of the callee ever did.`
      : `The ${kind} from ${source} to ${destination} began ${duration(ahead)} before the callee's first SDP, which came with the ${carrier}.`,
  limits: () => 'An SDP that went another way, or got lost before the capture point, is not visible here.',
  concerns: (method) => method === 'INVITE',
  when: ({ call }, { media }) => media.of(call).streams.length > 0,
  *check({ call }, context) {
    const media = context.media.of(call);
    for (const stream of media.streams) {
      const hit = hitOf(stream, media, call, context);
      if (hit === undefined) continue;
      yield hit;
      return;
    }
  },
});
