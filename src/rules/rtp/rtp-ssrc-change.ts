import type { CallMedia, StreamFacts } from '../../media/facts.ts';
import type { Call, SipMessage } from '../../model.ts';
import { describedBy } from '../agreements.ts';
import { type Context, defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { count, duration } from '../phrases.ts';
import { isWithinTalk, signalBetween, streamsByPlace, successionsOf } from '../successions.ts';

type Shown = {
  /** `source`: another SSRC. `sequence`: the same, and its numbers began anew. `timestamp`: its clock jumped. */
  kind: 'source' | 'sequence' | 'timestamp';
  media: string;
  source: string;
  destination: string;
  /** SSRC, in hex; both are the same unless `source`. */
  before: string;
  after: string;
  /** ms after the answer. */
  at: number;
  /** Changes of this way in all. */
  changes: number;
  /** What was signalled at the time; empty when nothing was. */
  signalled: string;
  encrypted: boolean;
  /** More packets than sequence numbers had come before. */
  wrapped: boolean;
};

interface Change {
  readonly kind: Shown['kind'];
  readonly before: StreamFacts;
  readonly after: StreamFacts;
  readonly at: number;
  readonly packets: number;
  readonly signal: SipMessage | undefined;
}

/** SRTP counts what RTP numbers (RFC 3711 §3.3.1); timestamps are nothing to it. */
export function concernsKeys({ kind, encrypted }: Pick<Shown, 'kind' | 'encrypted'>): boolean {
  return encrypted && kind !== 'timestamp';
}

const NUMBERS = 65_535;

const article = (word: string) => (/^[AEIOU]/.test(word) ? 'an' : 'a');

const hexOf = (ssrc: number) => `0x${ssrc.toString(16).padStart(8, '0')}`;

function* changesOf(streams: readonly StreamFacts[], call: Call, context: Context): Generator<Change> {
  for (const { before, after } of successionsOf(streams, (one, other) => one.ssrc === other.ssrc)) {
    const signal = signalBetween(call, before.end, after.start, context);
    yield { kind: 'source', before, after, at: after.start, packets: before.packets, signal };
  }
  for (const stream of streams) {
    for (const { at, kind } of stream.breaks) {
      const packets = stream.series.packetsBetween(stream.start, at);
      yield { kind, before: stream, after: stream, at, packets, signal: signalBetween(call, at, at, context) };
    }
  }
}

/** What nobody announced first, then in order of time. */
function byWeight(a: Change, b: Change): number {
  return Number(a.signal !== undefined) - Number(b.signal !== undefined) || a.at - b.at;
}

function shown(first: Change, changes: number, { answered }: CallMedia): Shown {
  const { kind, before, after, at, packets, signal } = first;
  return {
    kind,
    media: after.kind.slice(0, 16),
    source: after.source.name,
    destination: after.destination.name,
    before: hexOf(before.ssrc),
    after: hexOf(after.ssrc),
    at: Math.round(milliseconds(answered, at)),
    changes,
    signalled: signal?.method ?? '',
    encrypted: after.encrypted,
    wrapped: packets > NUMBERS,
  };
}

/** Rule 93: a sender of media begins anew in the middle of a call. */
export const rtpSsrcChange = defineRule<'call', Shown>({
  id: 'rtp-ssrc-change',
  severity: 'warning',
  scope: 'call',
  title: 'A media stream that begins anew in the middle of a call',
  spec: ['RFC 3550 §5.1', 'RFC 3550 §8', 'RFC 3711 §3.3.1'],
  example: {
    kind: 'source',
    media: 'audio',
    source: '192.0.2.9:30000',
    destination: '192.0.2.1:40000',
    before: '0x00000002',
    after: '0x00000007',
    at: 12_400,
    changes: 1,
    signalled: '',
    encrypted: true,
    wrapped: true,
  },
  why: ({ kind, encrypted, wrapped }) =>
    !concernsKeys({ kind, encrypted })
      ? 'The receiver has to set its buffer anew: a click or a short gap, and silence from then on where it does not follow.'
      : kind === 'sequence'
        ? 'A receiver of SRTP takes numbers that go back for packets sent again, or decrypts them with the wrong roll-over counter: silence from then on.'
        : wrapped
          ? 'The roll-over counter of SRTP was above zero and begins at zero with a new source: a side that carries it over decrypts nothing from then on.'
          : 'The receiver has to begin anew with its keys and its buffer: silence from then on where it does not follow.',
  fix: ({ kind, source, destination, encrypted, signalled }) => [
    `Look at ${source} for what happened at that time: another source was connected (announcement, music on hold, transfer on its other leg), or its media service was restarted.`,
    ...(concernsKeys({ kind, encrypted })
      ? [
          kind === 'source'
            ? `Let ${source} begin the roll-over counter of a new SSRC at zero, and ${destination} keep one for each SSRC (RFC 3711 §3.3.1).`
            : `Let ${source} keep sequence number and roll-over counter for as long as it keeps its key, or take a new key or SSRC with a re-INVITE.`,
        ]
      : [
          kind === 'source'
            ? `Let ${source} set the marker bit on the first packet from the new source, and keep SSRC and numbers where it can.`
            : `Let ${source} take a new SSRC when it begins anew, or go on with its numbers and timestamps (RFC 3550 §5.1).`,
        ]),
    ...(signalled === '' && kind !== 'timestamp'
      ? [`If audio is missing from then on, look whether ${destination} accepts another source without a re-INVITE.`]
      : []),
  ],
  message: ({ kind, media, source, destination, before, after, at, changes, signalled, wrapped, encrypted }) =>
    `The ${encrypted ? 'encrypted ' : ''}${media} from ${source} to ${destination} ` +
    {
      source: `changed its SSRC from ${before} to ${after}`,
      sequence: `began its sequence numbers anew with the same SSRC (${after})`,
      timestamp: `jumped in its timestamps with the same SSRC (${after})`,
    }[kind] +
    ` ${duration(at)} after the answer` +
    (wrapped && concernsKeys({ kind, encrypted }) ? ' and after more than 65,535 packets' : '') +
    (signalled === '' ? ', with nothing signalled then' : `, around the time of ${article(signalled)} ${signalled}`) +
    (changes > 1 ? `; there were ${count(changes, 'change', 'changes')} in all.` : '.'),
  limits: ({ signalled }) =>
    signalled === ''
      ? 'Whether the receiver followed is not in the trace; a server that connects somebody else on its other leg does so without a word on this one.'
      : 'Whether the receiver followed is not in the trace.',
  concerns: (method, end) => method === 'INVITE' && end === 'success',
  when: ({ call }, { media }) => {
    const { streams } = media.of(call);
    return streams.length > 1 || streams.some(({ breaks }) => breaks.length > 0);
  },
  *check({ call }, context) {
    const media = context.media.of(call);
    const told = new Set<string>();
    for (const streams of streamsByPlace(media, context, ({ source }) => source.name).values()) {
      if (streams[0].kind !== 'audio') continue;
      const changes = [...changesOf(streams, call, context)]
        .filter(({ at }) => isWithinTalk(at, media, context))
        .sort(byWeight);
      if (changes.length === 0) continue;
      const [first] = changes;
      // Another hop passes on what it gets.
      const key = `${first.after.direction} ${first.kind} ${first.before.ssrc} ${first.after.ssrc}`;
      if (told.has(key)) continue;
      told.add(key);
      const args = shown(first, changes.length, media);
      const described = describedBy(first.after, media, call);
      yield {
        at: first.signal === undefined ? [described] : [first.signal, described],
        args,
        severity: first.signal === undefined ? 'warning' : 'info',
        confidence: first.kind === 'source' && !(args.encrypted && args.wrapped) ? 'possible' : 'likely',
        device: first.after.source.address,
      };
    }
  },
});
