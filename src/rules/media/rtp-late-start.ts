import type { CallMedia, StreamFacts } from '../../media/facts.ts';
import type { Call, SipMessage } from '../../model.ts';
import {
  type Agreement,
  agreementsOf,
  announcementOf,
  isExpected,
  senderOf,
  socketName,
  streamsOf,
  type Way,
  ways,
} from '../agreements.ts';
import { type Context, defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { duration } from '../phrases.ts';

type Shown = {
  /** Whose media comes late. */
  who: 'caller' | 'callee' | 'both';
  /**
   * What the time went to. `handshake`: ICE or DTLS. `offer`: the caller described itself in the ACK only. `waiting`: both
   * are late, as when each waits to learn from where the other sends. `unknown`: nothing of these.
   */
  cause: 'handshake' | 'offer' | 'waiting' | 'unknown';
  /** Where the media that is late comes from; of both, the callee's. */
  from: string;
  /** From the 2xx to the first packet of the callee, and from the ACK to that of the caller, ms; -1 where in time. */
  callee: number;
  caller: number;
};

interface Late {
  readonly way: Way;
  readonly after: number;
  /** Time of the first packet, µs. */
  readonly first: number;
}

/** ms. Nobody talks for so long without a pause that would show. */
const STEADY = 5_000;

/** Whoever keeps silent on purpose sends nothing until somebody speaks (RFC 3389, RFC 3551 §4.1). */
function suppressesSilence({ comfortNoise, gaps, markers }: StreamFacts): boolean {
  return comfortNoise > 0 || markers > 1 || gaps.some(({ missing, quiet }) => quiet && missing === 0);
}

/** The first ACK of the answered dialog: the caller knows then where to send. */
function ackOf({ dialogs }: Call): SipMessage | undefined {
  const answered = dialogs.filter(({ answer }) => answer !== undefined);
  return answered.length === 1 ? answered[0].acks[0] : undefined;
}

function lateIn(agreement: Agreement, way: Way, since: number, media: CallMedia, context: Context): Late | undefined {
  const { thresholds } = context;
  const streams = streamsOf(agreement, way, media);
  if (streams.length === 0 || !isExpected(agreement, way) || streams.some(suppressesSilence)) return undefined;
  const lasted = Math.max(...streams.map(({ start, end }) => milliseconds(start, end)));
  const first = Math.min(...streams.map(({ start, before }) => before?.first ?? start));
  const after = milliseconds(since, first);
  return lasted >= STEADY && after > thresholds.lateMedia ? { way, after, first } : undefined;
}

function causeOf(
  late: readonly Late[],
  { epochs, stun, dtls, answered }: CallMedia,
  call: Call,
  ack: SipMessage,
): Shown['cause'] {
  const first = Math.min(...late.map((one) => one.first));
  const isMeanwhile = (time: number) => time >= answered && time < first;
  if (dtls.some((one) => isMeanwhile(one.first) || isMeanwhile(one.answered))) return 'handshake';
  // Without candidates such packets only open the way through a NAT.
  const hasIce = epochs.some(({ candidates }) => candidates > 0);
  if (hasIce && stun.some((one) => isMeanwhile(one.first))) return 'handshake';
  const { request } = call.attempts[call.attempts.length - 1] ?? {};
  // Where the caller is was known with the ACK: the wait for that is most of the time.
  if (request?.hasSdp === false && 2 * (ack.time - answered) > first - answered) return 'offer';
  return late.length > 1 ? 'waiting' : 'unknown';
}

/** Rule 94: the call is answered, and the media of one side or both comes only later. */
export const rtpLateStart = defineRule<'call', Shown>({
  id: 'rtp-late-start',
  severity: 'warning',
  scope: 'call',
  title: 'Media starts late',
  spec: ['RFC 3264 §5.1', 'RFC 3264 §6.1'],
  example: { who: 'callee', cause: 'unknown', from: '192.0.2.9:30000', callee: 2_300, caller: -1 },
  why: ({ who }) =>
    who === 'caller'
      ? 'Whoever answers hears nothing, says hello again and hangs up: it looks like a nuisance call.'
      : 'The first words after the answer are lost: the caller misses the greeting, or the name of the other side.',
  fix: ({ who, cause, from }) => [
    {
      handshake:
        'Shorten what comes before the media: ICE with few candidates and a TURN server nearby, and DTLS begun with the early answer instead of the 200.',
      offer: "Let the INVITE carry the offer: with the caller's description in the ACK, media can only begin after it.",
      waiting:
        'Look for two sides that each wait for the first packet of the other (symmetric RTP on both, comedia): let one of them send at once to the address in the SDP.',
      unknown: `Look at ${from} between answer and first packet: a media resource that is allocated only then, an announcement that is fetched, a transcoder that starts.`,
    }[cause],
    who === 'callee'
      ? 'Answer only when the media path stands, or send comfort packets from the 200 on.'
      : 'Send from the ACK on, silence if there is nothing else: it opens NAT and firewall for the other way, too.',
  ],
  message: ({ who, cause, callee, caller, from }) =>
    (who === 'both'
      ? `The callee's media began ${duration(callee)} after the answer and the caller's ${duration(caller)} after the ACK`
      : who === 'callee'
        ? `The callee's media from ${from} began only ${duration(callee)} after the answer`
        : `The caller's media from ${from} began only ${duration(caller)} after the ACK`) +
    {
      handshake: ', after a wait for ICE or DTLS.',
      offer: '; the INVITE had carried no offer.',
      waiting: ': each side seems to have waited for the other.',
      unknown: '.',
    }[cause],
  limits: ({ cause }) =>
    cause === 'handshake'
      ? ''
      : 'Whether the sender had nothing to say, or packets got lost before the capture point, is not visible here.',
  concerns: (method, end) => method === 'INVITE' && end === 'success',
  when: ({ call }, { media }) => media.of(call).streams.length > 0,
  *check({ call }, context) {
    const media = context.media.of(call);
    const ack = ackOf(call);
    if (ack === undefined || ack.time < media.answered) return;
    for (const agreement of agreementsOf(call, context)) {
      const { kind, start, callee } = agreement;
      // What begins later was put on hold, moved or added.
      if (kind !== 'audio' || start > Math.max(ack.time, media.answered)) continue;
      const since = { 'to-caller': media.answered, 'to-callee': ack.time };
      const late = ways.flatMap((way) => lateIn(agreement, way, since[way], media, context) ?? []);
      if (late.length === 0) continue;
      const after = (way: Way) => Math.round(late.find((one) => one.way === way)?.after ?? -1);
      const [{ way }] = late;
      const from = senderOf(agreement, way);
      const cause = causeOf(late, media, call, ack);
      yield {
        at: [announcementOf(callee, call), ...(after('to-callee') < 0 ? [] : [ack])],
        args: {
          who: late.length > 1 ? 'both' : way === 'to-caller' ? 'callee' : 'caller',
          cause,
          from: socketName(from),
          callee: after('to-caller'),
          caller: after('to-callee'),
        },
        confidence: cause === 'unknown' ? 'possible' : 'likely',
        device: from.address,
      };
      return;
    }
  },
});
