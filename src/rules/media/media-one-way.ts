import type { CallMedia, StreamFacts } from '../../media/facts.ts';
import type { Call } from '../../model.ts';
import {
  type Agreement,
  agreementsOf,
  announcementOf,
  isExpected,
  opposite,
  receiverOf,
  refusalsOf,
  senderOf,
  socketName,
  streamsOf,
  type Way,
  ways,
} from '../agreements.ts';
import { type Context, defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { isPrivate, isPublic } from '../nat.ts';
import { count, duration } from '../phrases.ts';

type Shown = {
  /**
   * Where the way is cut. `address`: media is sent to an address where the other side is not. `port`: to a port where it
   * does not listen. `refused`: its host sends the packets back. `payload`: they come with payload types that the other
   * side did not list. `handshake`: ICE or DTLS did not get through. `silent`: nothing is sent, as far as the capture shows.
   */
  branch: 'address' | 'port' | 'refused' | 'payload' | 'handshake' | 'silent';
  /** Who hears nothing. */
  deaf: 'caller' | 'callee';
  /** Where the media that is missing should come from and go to. */
  from: string;
  to: string;
  /** Where it does go to (`address`, `port`), or where its receiver is really heard from; empty otherwise. */
  instead: string;
  /** Packets of the other way, and the time that they went, ms. */
  heard: number;
  lasted: number;
  /** Packets of this way, wherever they went. */
  sent: number;
};

interface Cut {
  readonly branch: Shown['branch'];
  readonly instead: string;
  readonly sent: number;
}

function packetsIn(streams: readonly StreamFacts[], { start, end }: Agreement): number {
  return streams.reduce((sum, { series }) => sum + series.packetsBetween(start, end), 0);
}

/** Packets arrive where the other side is heard from, or where it said, unless nobody could get there. */
function arrives({ source, destination }: StreamFacts, back: readonly StreamFacts[], agreement: Agreement, way: Way) {
  if (back.some((one) => one.source.name === destination.name)) return true;
  if (destination.name !== socketName(receiverOf(agreement, way))) return false;
  const elsewhere = back.length > 0 && back.every((one) => one.source.address !== destination.address);
  return !(elsewhere && isPrivate(destination.address) && (isPublic(source.address) || back.some(isFromPublic)));
}

const isFromPublic = ({ source }: StreamFacts) => isPublic(source.address);

/** Packets of one way that go from host to host in both directions are those of a host with another address for its media. */
function isMixed(streams: readonly StreamFacts[]): boolean {
  return streams.some((one) =>
    streams.some(
      (other) => other.source.address === one.destination.address && other.destination.address === one.source.address,
    ),
  );
}

/** None of the payload types is one that the receiver listed. */
function isForeign({ payloads, encrypted }: StreamFacts): boolean {
  return !encrypted && payloads.length > 0 && payloads.every(({ agreed, kind }) => !agreed && kind !== 'noise');
}

/** RTP between the same two hosts that no description names goes the way that seems silent. */
function goesBeside(back: readonly StreamFacts[], { start, end }: Agreement, { media }: Context): boolean {
  const flows = media.unclaimed();
  return back.some(({ source, destination }) =>
    flows.some(
      (flow) =>
        flow.source.address === destination.address &&
        flow.destination.address === source.address &&
        flow.first < end &&
        flow.last > start,
    ),
  );
}

/** ICE or DTLS began between the two and came to no end. */
function isStuck({ stun, dtls }: CallMedia): boolean {
  if (dtls.some(({ clientFinished, serverFinished }) => clientFinished && serverFinished)) return false;
  if (dtls.length > 0) return true;
  return stun.length > 0 && stun.every(({ turn, successes }) => !turn && successes === 0);
}

/** What the host sends, or what the other one gets, is in the capture: its silence means something (G-ONESIDED). */
function isInView(call: Call, speakers: ReadonlySet<string>, hearers: ReadonlySet<string>): boolean {
  return call.messages.some(
    ({ source, destination }) => speakers.has(source.address) || hearers.has(destination.address),
  );
}

function cutOf(agreement: Agreement, way: Way, call: Call, context: Context): Cut | 'unseen' | undefined {
  const media = context.media.of(call);
  const there = streamsOf(agreement, way, media);
  const back = streamsOf(agreement, opposite[way], media);
  const to = receiverOf(agreement, way);
  const sent = packetsIn(there, agreement);
  const [astray] = there.filter((one) => !arrives(one, back, agreement, way));
  const refused = refusalsOf(to, agreement, context);
  const lasting =
    refused.length > 1 &&
    milliseconds(refused[0].time, refused[refused.length - 1].time) >= context.thresholds.mediaRefused;
  if (sent > context.thresholds.oneWayShare * packetsIn(back, agreement)) {
    if (lasting) return { branch: 'refused', instead: '', sent };
    if (there.every(isForeign)) return { branch: 'payload', instead: '', sent };
    if (astray === undefined || there.some((one) => arrives(one, back, agreement, way))) return undefined;
    const instead = astray.destination;
    const same = instead.address === to.address && instead.port !== to.port;
    return { branch: same ? 'port' : 'address', instead: instead.name, sent };
  }
  // Comfort noise is what a silent phone sends (RFC 3389).
  if (there.some(({ comfortNoise }) => comfortNoise > 0) || goesBeside(back, agreement, context)) return undefined;
  if (isStuck(media)) return { branch: 'handshake', instead: '', sent };
  const speakers = new Set([senderOf(agreement, way).address, ...back.map(({ destination }) => destination.address)]);
  const hearers = new Set([to.address, ...back.map(({ source }) => source.address)]);
  if (!isInView(call, speakers, hearers)) return 'unseen';
  return { branch: lasting ? 'refused' : 'silent', instead: '', sent };
}

/** Rule 11: after the answer, one side is heard and the other is not. */
export const mediaOneWay = defineRule<'call', Shown>({
  id: 'media-one-way',
  severity: 'error',
  scope: 'call',
  title: 'One-way audio',
  spec: ['RFC 3264 §5.1', 'RFC 3264 §6.1', 'RFC 4961 §4'],
  example: {
    branch: 'silent',
    deaf: 'caller',
    from: '192.0.2.9:30000',
    to: '192.0.2.1:40000',
    instead: '',
    heard: 512,
    lasted: 10_240,
    sent: 0,
  },
  why: ({ deaf }) =>
    `The ${deaf} hears nothing, while the other side hears ${deaf === 'caller' ? 'the caller' : 'the callee'} well: most such calls are hung up and tried again.`,
  fix: ({ branch, from, to, instead }) =>
    ({
      address: [
        `Let ${from} answer to where the other side is heard from (rtp_symmetric, comedia), or relay the media on a server.`,
        `Make the other side announce the address at which it can be reached instead of ${instead} (external_media_address, ext-rtp-ip, STUN, ICE).`,
        'If an ALG stands between, turn it off: it changes some addresses and forgets others.',
      ],
      port: [
        `Compare the SDP that ${from} got with ${to}: it sends to ${instead}, a port of an earlier offer or of another leg.`,
        'Check that the last offer and answer passed every hop unchanged, and that no ALG rewrites the port in one of them only.',
      ],
      refused: [
        `Nothing listens at ${to}: check that the application there opens the port that it announces, and keeps it open after a re-INVITE.`,
        'If a firewall of the host sends the errors, open its RTP port range for UDP.',
      ],
      payload: [
        `Let ${from} send the payload types that the SDP of the other side lists (RFC 3264 §6.1), and check for SRTP on one side only.`,
        'If two legs are joined in between, transcode or map the payload types there.',
      ],
      handshake: [
        `Find out why ICE or DTLS does not come to an end between ${from} and ${to}: blocked UDP, no TURN server, a fingerprint or a=setup that does not fit.`,
      ],
      silent: [
        `Capture at ${from}: if media leaves it there, a firewall or a router on the way drops it; open its RTP port range in both directions.`,
        `If none leaves, look at ${from} itself: held, muted, no audio device, or waiting for media of the other side first.`,
        `If ${from} is behind NAT, check that it got an SDP with an address that it can reach.`,
      ],
    })[branch],
  message: ({ branch, deaf, from, to, instead, heard, lasted, sent }) =>
    `The ${deaf} hears nothing: ` +
    {
      address: `${from} sends its ${count(sent, 'packet', 'packets')} to ${instead}, where the ${deaf} is not`,
      port: `${from} sends its ${count(sent, 'packet', 'packets')} to ${instead}, and the ${deaf} listens at ${to}`,
      refused: `the packets from ${from} come back from ${to} as undeliverable (ICMP)`,
      payload: `the ${count(sent, 'packet', 'packets')} from ${from} carry payload types that the ${deaf} did not list`,
      handshake: `ICE or DTLS between ${from} and ${to} did not get through`,
      silent:
        sent === 0
          ? `no packet went from ${from} to ${to}`
          : `only ${count(sent, 'packet', 'packets')} went from ${from} to ${to}`,
    }[branch] +
    `, while ${count(heard, 'packet', 'packets')} went the other way in ${duration(lasted)}.`,
  limits: ({ branch }) =>
    branch === 'silent'
      ? 'Whether the sender was silent or its packets were dropped before they came to the capture point is not visible here.'
      : '',
  concerns: (method, end) => method === 'INVITE' && end === 'success',
  when: ({ call }, { media }) => media.of(call).streams.length > 0,
  *check({ call }, context) {
    const { thresholds } = context;
    for (const agreement of agreementsOf(call, context)) {
      const { start, end, kind } = agreement;
      if (kind !== 'audio' || milliseconds(start, end) < thresholds.oneWayTime) continue;
      if (!ways.every((way) => isExpected(agreement, way))) continue;
      for (const way of ways) {
        const back = streamsOf(agreement, opposite[way], context.media.of(call));
        const heard = packetsIn(back, agreement);
        const lasted = milliseconds(
          Math.max(start, Math.min(...back.map((one) => one.start))),
          Math.min(end, Math.max(...back.map((one) => one.end))),
        );
        if (isMixed(back) || heard < thresholds.oneWayPackets || !(lasted >= thresholds.oneWayTime)) continue;
        const cut = cutOf(agreement, way, call, context);
        if (cut === undefined) continue;
        if (cut === 'unseen') {
          yield { undetermined: 'G-ONESIDED' };
          continue;
        }
        const from = senderOf(agreement, way);
        const to = receiverOf(agreement, way);
        yield {
          at: [announcementOf(to, call), announcementOf(from, call)],
          args: {
            ...cut,
            deaf: way === 'to-caller' ? 'caller' : 'callee',
            from: socketName(from),
            to: socketName(to),
            heard,
            lasted: Math.round(lasted),
          },
          confidence: cut.branch === 'refused' ? 'certain' : 'likely',
          device: cut.branch === 'refused' ? to.address : from.address,
        };
      }
    }
  },
});
