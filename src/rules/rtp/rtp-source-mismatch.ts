import type { CallMedia, StreamFacts } from '../../media/facts.ts';
import type { Call } from '../../model.ts';
import {
  type Agreement,
  agreementsOf,
  announcementOf,
  isExpected,
  isMixed,
  opposite,
  receiverOf,
  senderOf,
  socketName,
  streamsOf,
  type Way,
  ways,
} from '../agreements.ts';
import { type Context, defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { isPrivate } from '../nat.ts';
import { count, duration } from '../phrases.ts';
import { isWithinTalk, signalBetween, streamsByPlace, successionsOf } from '../successions.ts';

type Shown = {
  /**
   * `nat`: the SDP names a private address. `port`: the address fits and the port does not. `elsewhere`: another host.
   * `moved`: in the middle of the call it came from elsewhere. `second`: while the first one went on, another one came.
   */
  kind: 'nat' | 'port' | 'elsewhere' | 'moved' | 'second';
  /** Whose media it is. */
  party: 'caller' | 'callee';
  media: string;
  announced: string;
  source: string;
  /** Where it came from before (`moved`), or comes from too (`second`); empty otherwise. */
  before: string;
  destination: string;
  packets: number;
  /** ms after the answer when the first packet came from there. */
  at: number;
  /** The same SSRC before and after: the same sender. */
  same: boolean;
  /** Where the other side sends its media meanwhile; empty where none was seen. */
  replies: string;
};

/** The other side sends, and not to where this media comes from. */
export function isMissed({ replies, source }: Pick<Shown, 'replies' | 'source'>): boolean {
  return replies !== '' && replies !== source;
}

interface Mismatch {
  readonly kind: Shown['kind'];
  readonly stream: StreamFacts;
  readonly before: StreamFacts | undefined;
}

/** Addresses beyond those of the m= lines: with ICE a host may be heard from any that its checks came from. */
function hasCandidates({ caller, callee }: Agreement): boolean {
  return caller.candidates > 0 || callee.candidates > 0;
}

function isUnannounced(stream: StreamFacts, media: CallMedia, context: Context): boolean {
  return stream.sourceAnnounced === false && isWithinTalk(stream.start, media, context);
}

/** Media that comes from elsewhere in the middle of a call, and no message around that time. */
function* moves(streams: readonly StreamFacts[], call: Call, context: Context): Generator<Mismatch> {
  const media = context.media.of(call);
  for (const { before, after } of successionsOf(streams, (one, other) => one.source.name === other.source.name)) {
    if (!isUnannounced(after, media, context)) continue;
    if (signalBetween(call, before.end, after.start, context) === undefined)
      yield { kind: 'moved', stream: after, before };
  }
  const lasting = context.thresholds.changeAround * 1000;
  for (const stream of streams) {
    if (!isUnannounced(stream, media, context) || stream.end - stream.start < lasting) continue;
    // One stream seen in front of a NAT and behind it has one SSRC.
    const before = streams.find(
      (one) =>
        one.start < stream.start &&
        one.end > stream.start + lasting &&
        one.source.address !== stream.source.address &&
        one.ssrc !== stream.ssrc,
    );
    if (before === undefined || streams.some((one) => one !== stream && one.ssrc === stream.ssrc)) continue;
    if (signalBetween(call, stream.start, stream.start, context) === undefined)
      yield { kind: 'second', stream, before };
  }
}

/** Where media comes from all the time, beside what was announced. */
function apart(agreement: Agreement, way: Way, stream: StreamFacts): Mismatch {
  const from = senderOf(agreement, way);
  const { address } = stream.source;
  const isBehind = isPrivate(from.address) && !isPrivate(address);
  return { kind: address === from.address ? 'port' : isBehind ? 'nat' : 'elsewhere', stream, before: undefined };
}

function mismatchOf(agreement: Agreement, way: Way, call: Call, context: Context): Mismatch | undefined {
  const media = context.media.of(call);
  const place = socketName(receiverOf(agreement, way));
  const all = streamsOf(agreement, way, media);
  if (isMixed(all)) return undefined;
  const own = all.filter(({ destination }) => destination.name === place);
  for (const streams of streamsByPlace({ ...media, streams: own }, context, () => '').values()) {
    const [moved] = moves(streams, call, context);
    if (moved !== undefined) return moved;
    const stream = streams.find(
      (one) =>
        one.sourceAnnounced === false &&
        one.packets > context.thresholds.countedPackets &&
        !streams.some(({ ssrc, sourceAnnounced }) => ssrc === one.ssrc && sourceAnnounced === true),
    );
    if (stream !== undefined) return apart(agreement, way, stream);
  }
  return undefined;
}

/** The last socket that the other side sends to. */
function repliesOf(agreement: Agreement, way: Way, { start }: StreamFacts, media: CallMedia): string {
  const back = streamsOf(agreement, opposite[way], media).filter(({ end }) => end >= start);
  return back[back.length - 1]?.destination.name ?? '';
}

/** Answers go to where media comes from: nothing is lost by a port that was not announced. */
function severityOf(kind: Shown['kind'], source: string, replies: string): 'info' | 'warning' {
  if (kind === 'port') return replies === source ? 'info' : 'warning';
  return kind === 'moved' || kind === 'second' ? 'warning' : 'info';
}

/** Rule 96: media comes from another socket than the SDP of its sender names. */
export const rtpSourceMismatch = defineRule<'call', Shown>({
  id: 'rtp-source-mismatch',
  severity: 'info',
  scope: 'call',
  title: 'Media from a socket that its sender did not announce',
  spec: ['RFC 4961 §3', 'RFC 4961 §4', 'RFC 3264 §5.1'],
  example: {
    kind: 'moved',
    party: 'caller',
    media: 'audio',
    announced: '192.168.1.10:40000',
    source: '203.0.113.7:62050',
    before: '203.0.113.7:62000',
    destination: '192.0.2.9:30000',
    packets: 1_204,
    at: 61_300,
    same: true,
    replies: '203.0.113.7:62000',
  },
  why: ({ kind, party, source, same, replies }) =>
    ({
      nat: 'All is well as long as the other side answers to where the media comes from (symmetric RTP); one that follows the SDP is not heard.',
      port: 'Firewalls and NATs let back in only what answers to the port that was sent from: media for the announced port may be dropped.',
      elsewhere: 'A firewall that opens for the announced address only, or a strict media server, drops this media.',
      moved: !same
        ? `What comes from there is heard in place of the ${party} where the receiver accepts it: right after a failover, wrong where it is injected.`
        : isMissed({ replies, source })
          ? `The other side goes on sending to where the media came from before: the ${party} hears nothing from then on.`
          : `A media server that took the first source for the only one drops the new one: the ${party} is not heard from then on.`,
      second:
        'The receiver mixes, hops between the two or follows the last one: foreign sound in the call, or the end of the right one.',
    })[kind],
  fix: ({ kind, party, source, announced, before, destination, same }) =>
    ({
      nat: [
        `Let the host of ${destination} answer to the source of the media (rtp_symmetric, comedia, rtpengine), as long as the ${party} is behind NAT.`,
        `Or let the ${party} announce the address at which it is reached, instead of ${announced} (external_media_address, ext-rtp-ip, STUN, ICE).`,
      ],
      port: [
        `Let the ${party} send from the port that it announces (RFC 4961): symmetric RTP, in most devices a setting.`,
        'If a NAT changes the port on the way, let the other side answer to the source of the media.',
      ],
      elsewhere: [
        `Find out what ${source} is: if it is a relay or a second address of the ${party}, let the SDP name it instead of ${announced}.`,
        'If firewall rules were made from the SDP, open them for this address, too.',
      ],
      moved: same
        ? [
            `Look for a NAT or router between the ${party} and ${destination} that gave the stream another binding: a restart, a second uplink, or a timeout after silence.`,
            'Send something in every pause (comfort noise, RTP keep-alive of RFC 6263), so that the binding does not end.',
            `Let the host of ${destination} follow a source that moves, for a moment after silence at least.`,
          ]
        : [
            `Find out what ${source} is: a media server that took over, or somebody who injects media.`,
            `Let the media server in front of ${destination} keep to the source that it learned first (strictrtp in Asterisk, strict-source in rtpengine), and use SRTP.`,
          ],
      second: [
        `Find out what ${source} is: a media server that was not released, or somebody who injects media into the port of ${destination}.`,
        `Let the media server there accept ${before} only (strictrtp in Asterisk, strict-source in rtpengine), and use SRTP.`,
      ],
    })[kind],
  message: ({ kind, party, media, announced, source, before, destination, packets, at, same, replies }) =>
    ({
      nat: `The ${media} of the ${party} comes to ${destination} from ${source}, and its SDP names the private ${announced}.`,
      port: `The ${media} of the ${party} comes to ${destination} from ${source}, and its SDP names another port, ${announced}.`,
      elsewhere: `The ${media} of the ${party} comes to ${destination} from ${source}, and its SDP names another host, ${announced}.`,
      moved:
        `${duration(at)} after the answer the ${media} of the ${party} began to come to ${destination} from ${source} instead of ${before}` +
        `${same ? '' : ' and with another SSRC'}, with nothing signalled` +
        (isMissed({ replies, source }) ? `; the other side sends to ${replies}.` : '.'),
      second: `From ${duration(at)} after the answer on, ${count(packets, 'packet', 'packets')} of ${media} came to ${destination} from ${source}, while those of the ${party} went on coming from ${before}.`,
    })[kind],
  limits: ({ kind }) =>
    kind === 'moved' || kind === 'second'
      ? 'Whether the receiver accepted the new source is not in the trace.'
      : kind === 'port'
        ? 'Whether the sender listens at the announced port is not in the trace.'
        : '',
  concerns: (method, end) => method === 'INVITE' && end === 'success',
  when: ({ call }, { media }) => media.of(call).streams.some(({ sourceAnnounced }) => sourceAnnounced === false),
  *check({ call }, context) {
    const media = context.media.of(call);
    const told = new Set<string>();
    for (const agreement of agreementsOf(call, context)) {
      if (hasCandidates(agreement)) continue;
      for (const way of ways) {
        if (!isExpected(agreement, way)) continue;
        const found = mismatchOf(agreement, way, call, context);
        const from = senderOf(agreement, way);
        if (found === undefined || told.has(`${found.kind} ${from.side}`)) continue;
        const { kind, stream, before } = found;
        told.add(`${kind} ${from.side}`);
        const replies = repliesOf(agreement, way, stream, media);
        yield {
          at: [announcementOf(from, call)],
          args: {
            kind,
            party: from.side,
            media: stream.kind.slice(0, 16),
            announced: socketName(from),
            source: stream.source.name,
            before: before?.source.name ?? '',
            destination: stream.destination.name,
            packets: stream.packets,
            at: Math.round(milliseconds(media.answered, stream.start)),
            same: before?.ssrc === stream.ssrc,
            replies,
          },
          severity: severityOf(kind, stream.source.name, replies),
          confidence: kind === 'port' || kind === 'second' ? 'possible' : 'likely',
          device: stream.source.address,
        };
      }
    }
  },
});
