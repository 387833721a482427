import type { CallMedia, StreamFacts } from '../../media/facts.ts';
import {
  type Agreement,
  agreementsOf,
  announcementOf,
  describedBy,
  isExpected,
  oneDecimal,
  senderOf,
  socketName,
  streamsOf,
  type Way,
  ways,
} from '../agreements.ts';
import { type Context, defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { frameFaultOf, hasOtherClock } from '../packet-times.ts';
import { count, duration, tenths } from '../phrases.ts';
import { lossOf } from '../received.ts';
import { type Misdirected, misdirection } from '../rtcp-ports.ts';

type Shown = {
  /**
   * `lost`, `jitter`: the receiver reports what the capture does not show. `port`, `joined`, `apart`: RTCP goes where its
   * receiver does not take it. `none`: one side sends none, and the other does.
   */
  kind: 'lost' | 'jitter' | Misdirected['kind'] | 'none';
  /** Of the stream that is reported on, or of the RTCP packets; of `none`, who sends none and his media. */
  source: string;
  destination: string;
  /** Packets lost behind the capture point, of how many, and percent (`lost`). */
  lost: number;
  expected: number;
  share: number;
  /** Mean jitter as reported and as measured here, ms (`jitter`). */
  reported: number;
  here: number;
  /** RTCP packets (`port`, `joined`, `apart`), and the socket where they belong. */
  packets: number;
  right: string;
  /** How long media went without RTCP, ms (`none`). */
  lasted: number;
};

const nothing = { lost: 0, expected: 0, share: 0, reported: 0, here: 0, packets: 0, right: '', lasted: 0 };

/** Fewer are those on the way while a report is made. */
const FEW = 10;
/** Counts of the same packets differ by no more: else they are of something else, or encrypted. */
const ALIKE = 0.2;
/** Reports from which on their mean says something. */
const REPORTS = 3;
/** What the receiver must report more than was measured here. */
const MORE = 3;
/** Above this (ms) a mean is a mistake of him who reports it. */
const ABSURD = 500;
/** A sender may need so long (ms) to learn the port from the answer. */
const SETTLED = 2_000;

/** Packets that got lost between the capture point and the receiver, by what both counted between two reports. */
function lostBeyond({ rtcp, destination }: StreamFacts, { thresholds }: Context): number {
  if (rtcp === undefined || rtcp.reporter !== destination.address) return 0;
  const { expected, lost, expectedHere, lostHere } = rtcp.since;
  if (expected < thresholds.judgedPackets || lost < 0 || lost > expected) return 0;
  if (Math.abs(expected - expectedHere) > ALIKE * expected) return 0;
  return lost - Math.max(0, lostHere);
}

/** Mean jitter by the receiver, where it can be compared: many receivers count each pause as jitter. */
function jitterBeyond(stream: StreamFacts, { thresholds }: Context): number {
  const { rtcp, destination, jitter, kind, markers, comfortNoise, gaps, restarts, timestampJumps } = stream;
  if (rtcp === undefined || jitter === undefined || kind !== 'audio') return 0;
  if (rtcp.reporter !== destination.address || rtcp.reports < REPORTS) return 0;
  if (markers > 1 || comfortNoise > 0 || gaps.length + restarts + timestampJumps > 0) return 0;
  if (hasOtherClock(stream) || frameFaultOf(stream) !== undefined) return 0;
  const { meanJitter } = rtcp;
  return meanJitter >= thresholds.jitterNoticed && meanJitter <= ABSURD && meanJitter >= MORE * jitter ? meanJitter : 0;
}

/** How long the streams of a way went on while the agreement stood, ms. */
function lengthOf(streams: readonly StreamFacts[], { start, end }: Agreement): number {
  return Math.max(0, ...streams.map((one) => milliseconds(Math.max(start, one.start), Math.min(end, one.end))));
}

/** The streams of the side that sends no RTCP, though the other does, and how long it sent media without. */
function silentIn(
  agreement: Agreement,
  way: Way,
  media: CallMedia,
  context: Context,
): readonly [StreamFacts, number] | undefined {
  const own = streamsOf(agreement, way, media);
  const back = streamsOf(agreement, way === 'to-callee' ? 'to-caller' : 'to-callee', media);
  const lasted = Math.min(lengthOf(own, agreement), lengthOf(back, agreement));
  const isOf = (streams: readonly StreamFacts[], address: string) =>
    streams.some(({ source }) => source.address === address);
  if (lasted <= context.thresholds.rtcpSilence || own.some(({ source }) => isOf(back, source.address)))
    return undefined;
  const { flows } = media.rtcp;
  if (flows.some(({ source }) => isOf(own, source.address))) return undefined;
  return flows.some(({ source, packets }) => packets > 1 && isOf(back, source.address)) ? [own[0], lasted] : undefined;
}

/** Rule 100: RTCP tells of trouble behind the capture point, goes astray, or is missing on one side. */
export const rtcpProblem = defineRule<'call', Shown>({
  id: 'rtcp-problem',
  severity: 'warning',
  scope: 'call',
  title: 'RTCP that tells of trouble or is in trouble',
  spec: ['RFC 3550 §6.4.1', 'RFC 3605 §2.1', 'RFC 5761 §5.1.1'],
  example: {
    ...nothing,
    kind: 'lost',
    source: '192.0.2.9:30000',
    destination: '192.0.2.1:40000',
    lost: 78,
    expected: 2_310,
    share: 3.4,
  },
  why: ({ kind }) =>
    ({
      lost: 'The receiver hears a chopped voice although the capture shows a clean stream.',
      jitter: 'The receiver may hear a chopped voice although the packets come evenly to the capture point.',
      port: 'Who sends learns nothing of what arrives; some devices hang up when no RTCP comes.',
      joined:
        'The receiver takes the packets for broken RTP or throws them away; some devices hang up when no RTCP comes.',
      apart:
        'Nobody listens there: who sends learns nothing of what arrives, and some devices hang up when no RTCP comes.',
      none: 'Nothing tells how the media arrives there, and some devices hang up when no RTCP comes.',
    })[kind],
  fix: ({ kind, source, destination, right }) =>
    ({
      lost: [
        `Look for the loss between the capture point and ${destination}: its access line, Wi-Fi, a policer on the way down.`,
        `Capture at ${destination}, too, to see whether the packets get there and its host drops them.`,
      ],
      jitter: [
        `Look at the way from the capture point to ${destination}: its access line, Wi-Fi, a full queue on the way down.`,
        `Let ${destination} use an adaptive jitter buffer.`,
      ],
      port: [
        `Let ${source} send RTCP to ${right}, as a=rtcp in the SDP says, or to the port above that of RTP where it says nothing.`,
        'Check for an ALG or an SBC that changes the port of RTP and forgets a=rtcp.',
      ],
      joined: [
        `Turn off rtcp-mux on ${source} for peers that did not accept it: RTCP belongs to ${right}.`,
        'Check that a=rtcp-mux passes every hop in the offer and in the answer.',
      ],
      apart: [
        `Both SDPs have a=rtcp-mux: let ${source} send RTCP to ${right}, the port of RTP.`,
        'If a hop adds a=rtcp-mux to an SDP without joining the ports itself, stop it there.',
      ],
      none: [
        `Turn on RTCP at ${source}, if it can send it.`,
        'If it does send RTCP, open the ports above those of RTP for UDP on its way: some firewalls open even ports only.',
      ],
    })[kind],
  message: ({ kind, source, destination, lost, expected, share, reported, here, packets, right, lasted }) =>
    ({
      lost: `Behind the capture point ${tenths(share)} % of the media from ${source} to ${destination} gets lost: its receiver misses ${count(lost, 'packet', 'packets')} of ${expected} that came by here.`,
      jitter: `The receiver of the audio from ${source} to ${destination} reports a jitter of ${tenths(reported)} ms, and here it is ${tenths(here)} ms.`,
      port: `${source} sends RTCP (${count(packets, 'packet', 'packets')}) to ${destination}, and its receiver takes it at ${right}.`,
      joined: `${source} sends RTCP (${count(packets, 'packet', 'packets')}) to ${destination}, the port for RTP, though rtcp-mux was not agreed: it belongs to ${right}.`,
      apart: `${source} sends RTCP (${count(packets, 'packet', 'packets')}) to ${destination}, though rtcp-mux was agreed: it belongs to ${right}.`,
      none: `${source} sent media to ${destination} for ${duration(lasted)} and no RTCP, while the other side sends it.`,
    })[kind],
  limits: ({ kind }) =>
    ({
      lost: 'Some receivers count packets as lost that came too late to be played.',
      jitter: 'Receivers compute jitter in ways of their own.',
      port: '',
      joined: '',
      apart: '',
      none: 'Many devices never send RTCP.',
    })[kind],
  concerns: (method, end) => method === 'INVITE' && end === 'success',
  when: ({ call }, { media }) => media.of(call).rtcp.packets > 0,
  *check({ call }, context) {
    const { thresholds } = context;
    const media = context.media.of(call);
    for (const stream of media.streams) {
      if (stream.direction === 'unknown') continue;
      const base = { source: stream.source.name, destination: stream.destination.name };
      const at = [describedBy(stream, media, call)];
      const device = stream.destination.address;
      const lost = lostBeyond(stream, context);
      const expected = stream.rtcp?.since.expected ?? 0;
      // Where as much or more is lost before the capture point, the rule about that says what is lost behind it.
      const before = lossOf(stream, media, context.now);
      const told = before.lost >= thresholds.lossNoticed * before.expected && lost <= before.lost;
      if (lost >= FEW && lost >= thresholds.lossNoticed * expected && !told) {
        const share = oneDecimal((100 * lost) / expected);
        yield { at, args: { ...nothing, ...base, kind: 'lost', lost, expected, share }, device };
        continue;
      }
      const reported = jitterBeyond(stream, context);
      if (reported === 0) continue;
      const args = { ...nothing, ...base, reported: oneDecimal(reported), here: oneDecimal(stream.jitter ?? 0) };
      yield { at, args: { ...args, kind: 'jitter' }, severity: 'info', device };
    }
    for (const flow of media.rtcp.flows) {
      if (flow.packets < 2 || !(milliseconds(media.answered, flow.last) > SETTLED)) continue;
      const astray = misdirection(flow, media);
      if (astray === undefined) continue;
      const { kind, receiver, port } = astray;
      const base = { source: flow.source.name, destination: flow.destination.name, packets: flow.packets };
      yield {
        at: [announcementOf(receiver, call)],
        args: { ...nothing, ...base, kind, right: socketName({ ...receiver, port }) },
        device: flow.source.address,
      };
    }
    for (const agreement of agreementsOf(call, context)) {
      const { caller, callee } = agreement;
      if (caller.rtcpOff || callee.rtcpOff || !ways.every((way) => isExpected(agreement, way))) continue;
      for (const way of ways) {
        const [stream, lasted] = silentIn(agreement, way, media, context) ?? [];
        if (stream === undefined || lasted === undefined) continue;
        const base = { source: stream.source.name, destination: stream.destination.name };
        yield {
          at: [announcementOf(senderOf(agreement, way), call)],
          args: { ...nothing, ...base, kind: 'none', lasted: Math.round(lasted) },
          severity: 'info',
          device: stream.source.address,
        };
        return;
      }
    }
  },
});
