import type { CallMedia, MediaGap, StreamFacts } from '../../media/facts.ts';
import type { Call, SipMessage } from '../../model.ts';
import { type Agreement, agreementsOf, describedBy, isExpected, opposite, type Way } from '../agreements.ts';
import { type Context, defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { count, duration } from '../phrases.ts';

type Shown = {
  /** `lost`: the numbers say that packets were sent. `paused`: none were, and a change of the session was under way. */
  branch: 'lost' | 'paused';
  source: string;
  destination: string;
  /** The longest gap, ms, the packets missing in it, and when it began after the answer, ms. */
  length: number;
  missing: number;
  at: number;
  /** Gaps of this stream of the same branch. */
  gaps: number;
  /** What was signalled as it began: `re-INVITE` or a method; empty when nothing. */
  method: string;
  /** The receiver reports as many packets lost. */
  missed: boolean;
  /** The other way was interrupted at the same time. */
  both: boolean;
};

interface Found {
  readonly branch: Shown['branch'];
  readonly gap: MediaGap;
  readonly signal: SipMessage | undefined;
}

const MILLISECOND = 1000;
/** Of the packets that fit into a gap, the shares between which those missing must be: else the sender began anew. */
const FULL = [0.5, 1.5] as const;
/** A receiver that misses less than this share of what is missing here got packets that the capture did not. */
const RECEIVED = 0.5;
const DEFAULT_PTIME = 20;
/** What moves media to another place, or stops it. */
const movers: ReadonlySet<string> = new Set(['INVITE', 'UPDATE', 'REFER', 'INFO']);

/** Media had to come all the while, as far as both sides agreed: nobody held the call or moved it away. */
function wasDue(gap: MediaGap, way: Way, index: number, agreements: readonly Agreement[], tolerance: number): boolean {
  const from = gap.at;
  const to = gap.at + gap.length * MILLISECOND;
  const own = agreements.filter((one) => one.index === index && one.start < to && one.end > from);
  const stands = (time: number) => own.some(({ start, end }) => start - tolerance <= time && end + tolerance >= time);
  return own.every((one) => one.kind === 'audio' && isExpected(one, way)) && stands(from) && stands(to);
}

/** Another source spoke meanwhile: music on hold, an announcement. */
function isFilled(gap: MediaGap, stream: StreamFacts, streams: readonly StreamFacts[]): boolean {
  return streams.some(
    (one) =>
      one !== stream &&
      one.direction === stream.direction &&
      one.index === stream.index &&
      one.start < gap.at + gap.length * MILLISECOND &&
      one.end > gap.at,
  );
}

function isLost({ missing, length }: MediaGap, { ptime = DEFAULT_PTIME }: StreamFacts): boolean {
  const share = (missing * ptime) / length;
  return share >= FULL[0] && share <= FULL[1];
}

/** The request by which either side moved or stopped media as the gap began. */
function signalAt({ at }: MediaGap, { messages }: Call, tolerance: number): SipMessage | undefined {
  return messages.find(
    ({ isRequest, method, time, toTag }) =>
      isRequest && toTag !== '' && movers.has(method) && Math.abs(time - at) <= tolerance,
  );
}

function gapsOf(stream: StreamFacts, media: CallMedia, call: Call, context: Context): Found[] {
  const { direction, index, gaps, packets } = stream;
  const tolerance = context.thresholds.gapCause * MILLISECOND;
  if (direction === 'unknown' || packets < context.thresholds.judgedPackets) return [];
  return gaps.flatMap((gap): Found[] => {
    if (gap.length < context.thresholds.mediaGap || gap.at < media.answered) return [];
    if (!wasDue(gap, direction, index, agreementsOf(call, context), tolerance)) return [];
    if (isFilled(gap, stream, media.streams)) return [];
    const signal = signalAt(gap, call, tolerance);
    if (isLost(gap, stream)) return [{ branch: 'lost', gap, signal }];
    // A sender that is silent by its own numbers may be muted, or suppress silence.
    const changes = signal !== undefined && signal.method !== 'INFO' && signal.method !== 'REFER';
    return changes && gap.missing === 0 && !gap.quiet ? [{ branch: 'paused', gap, signal }] : [];
  });
}

/** What the receiver misses of what is missing here, as a share; undefined where its reports do not tell. */
function missedOf({ rtcp, lost }: StreamFacts): number | undefined {
  return rtcp !== undefined && rtcp.reports > 0 && rtcp.lostHere > lost / 2 ? rtcp.lost / rtcp.lostHere : undefined;
}

function overlaps(one: MediaGap, other: MediaGap): boolean {
  const shared = Math.min(one.at + one.length * MILLISECOND, other.at + other.length * MILLISECOND);
  return shared - Math.max(one.at, other.at) >= (MILLISECOND * Math.min(one.length, other.length)) / 2;
}

/** Something else of the call came by meanwhile: the capture was not what stopped (G-LOSS). */
function isWatched(gap: MediaGap, stream: StreamFacts, { streams }: CallMedia, { messages }: Call): boolean {
  const { at, length } = gap;
  const end = at + length * MILLISECOND;
  const flows = (one: StreamFacts) =>
    one !== stream && one.start <= at && one.end >= end && !one.gaps.some((other) => overlaps(gap, other));
  return streams.some(flows) || messages.some(({ time }) => time > at && time < end);
}

/** Rule 97: media that both sides want stops in the middle of a call, and comes back. */
export const rtpGapMidcall = defineRule<'call', Shown>({
  id: 'rtp-gap-midcall',
  severity: 'warning',
  scope: 'call',
  title: 'Media interrupted in the middle of the call',
  spec: ['RFC 3550 §5.1', 'RFC 3264 §8'],
  example: {
    branch: 'lost',
    source: '192.0.2.9:30000',
    destination: '192.0.2.1:40000',
    length: 4_200,
    missing: 209,
    at: 63_000,
    gaps: 1,
    method: '',
    missed: false,
    both: false,
  },
  why: ({ both, length, destination }) =>
    both
      ? `For ${duration(length)} neither side heard the other: people ask whether anybody is still there, and hang up.`
      : `For ${duration(length)} the side at ${destination} heard nothing: people ask whether anybody is still there, and hang up.`,
  fix: ({ branch, source, method }) => [
    ...(method === ''
      ? []
      : [
          `Look at the ${method} at that moment first: what it changed (address, port, codec, keys) and how long ${source} took to follow.`,
        ]),
    branch === 'lost'
      ? `Look at the network between ${source} and the capture point at that moment: a handover of Wi-Fi or mobile data, a failover, a firewall or NAT that dropped its session.`
      : `Let ${source} go on sending to the old place until the new one is agreed.`,
    ...(branch === 'lost' && method === ''
      ? [
          'If it happens after silence only, let both sides send comfort noise or keep-alives (RFC 6263), so that the NAT binding stays.',
        ]
      : []),
  ],
  message: ({ branch, source, destination, length, missing, at, gaps, method, both }) =>
    `${duration(at)} after the answer the audio from ${source} to ${destination} stopped for ${duration(length)}` +
    (both ? ', and that of the other way with it' : '') +
    (branch === 'lost'
      ? `: ${count(missing, 'packet', 'packets')} sent meanwhile did not come by here`
      : ': nothing was sent meanwhile') +
    (method === '' ? '' : `, beginning with the ${method} of that moment`) +
    (gaps > 1 ? `; it is the longest of ${gaps} such gaps.` : '.'),
  limits: ({ branch, missed }) =>
    branch === 'lost' && !missed
      ? 'That the receiver missed these packets, too, is not certain: the capture may have.'
      : '',
  concerns: (method, end) => method === 'INVITE' && end === 'success',
  when: ({ call }, { media }) => media.of(call).streams.some(({ gaps }) => gaps.length > 0),
  *check({ call }, context) {
    const media = context.media.of(call);
    const found = media.streams.map((stream) => ({ stream, gaps: gapsOf(stream, media, call, context) }));
    const told: MediaGap[] = [];
    for (const { stream, gaps } of found) {
      if (gaps.length === 0) continue;
      const longest = gaps.reduce((best, one) => (one.gap.length > best.gap.length ? one : best));
      const { branch, gap, signal } = longest;
      if (told.some((other) => overlaps(gap, other))) continue;
      const other = found.find(
        (one) =>
          one.stream.direction === opposite[stream.direction as Way] &&
          one.gaps.some((back) => back.branch === branch && overlaps(gap, back.gap)),
      );
      const missed = branch === 'lost' ? missedOf(stream) : undefined;
      const isUnsure = missed === undefined ? !isWatched(gap, stream, media, call) : missed < RECEIVED;
      if (branch === 'lost' && isUnsure) {
        yield { undetermined: 'G-LOSS' };
        continue;
      }
      told.push(gap);
      yield {
        at: [...(signal === undefined ? [] : [signal]), describedBy(stream, media, call)],
        args: {
          branch,
          source: stream.source.name,
          destination: stream.destination.name,
          length: Math.round(gap.length),
          missing: gap.missing,
          at: Math.round(milliseconds(media.answered, gap.at)),
          gaps: gaps.filter((one) => one.branch === branch).length,
          method: signal?.method === 'INVITE' ? 're-INVITE' : (signal?.method ?? ''),
          missed: missed !== undefined,
          both: other !== undefined,
        },
        confidence:
          missed !== undefined ? 'certain' : signal === undefined && other === undefined ? 'possible' : 'likely',
        device: stream.source.address,
      };
    }
  },
});
