import type { CallMedia, StreamFacts } from '../../media/facts.ts';
import type { Call, SipMessage } from '../../model.ts';
import { defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { duration } from '../phrases.ts';

type Shown = {
  /** Where the early media of the forks comes from, in order of their beginnings. */
  sources: readonly string[];
  destination: string;
  /** How long two of them came at the same time, ms. */
  together: number;
  /** How many of the forks said in P-Early-Media that they may send. */
  authorised: number;
};

/** Early media of one fork. */
interface Fork {
  readonly tag: string;
  /** The response that announced it. */
  readonly message: SipMessage;
  readonly stream: StreamFacts;
  readonly start: number;
  /** It stopped, was released, or the call was decided, µs. */
  readonly end: number;
}

/** When the fork was given up: 199, or a final response of its own (RFC 6228). */
function overAt({ messages }: Call, tag: string): number {
  const last = messages.find(
    ({ isRequest, method, status, toTag }) =>
      !isRequest && method === 'INVITE' && toTag === tag && (status === 199 || status >= 200),
  );
  return last?.time ?? Number.POSITIVE_INFINITY;
}

/** The description that names where the stream comes from; of several forks at one address only the port tells. */
function announcing({ source }: StreamFacts, { epochs }: CallMedia): SipMessage | undefined {
  const near = epochs.filter(
    ({ side, address, message }) => side === 'callee' && address === source.address && message,
  );
  const own = near.find(({ port }) => port === source.port);
  if (own !== undefined) return own.message;
  return new Set(near.map(({ message }) => message?.toTag)).size === 1 ? near[0].message : undefined;
}

function forksOf(media: CallMedia, call: Call): Fork[] {
  const decided = Number.isNaN(media.answered) ? Number.POSITIVE_INFINITY : media.answered;
  return media.streams.flatMap((stream): Fork[] => {
    if (stream.direction !== 'to-caller' || stream.kind !== 'audio' || stream.start >= decided) return [];
    const message = announcing(stream, media);
    if (message === undefined || message.isRequest || message.method !== 'INVITE' || message.toTag === '') return [];
    const { toTag: tag } = message;
    return [{ tag, message, stream, start: stream.start, end: Math.min(stream.end, decided, overAt(call, tag)) }];
  });
}

/** ms */
function shared(a: Fork, b: Fork): number {
  return milliseconds(Math.max(a.start, b.start), Math.min(a.end, b.end));
}

/** Rule 114: several forks of one INVITE play to the caller at the same time. */
export const earlyDialogMediaConflict = defineRule<'call', Shown>({
  id: 'early-dialog-media-conflict',
  severity: 'info',
  scope: 'call',
  title: 'Early media of several forks at once',
  spec: ['RFC 3960 §3.1', 'RFC 5009 §7'],
  example: {
    sources: ['192.0.2.9:30000', '192.0.2.10:32000'],
    destination: '192.0.2.1:40000',
    together: 3_400,
    authorised: 0,
  },
  why: () =>
    'The caller hears the two mixed, one chopped by the other, or only one of them and perhaps not the one that matters.',
  fix: ({ authorised }) => [
    'Let the server that forks ring gateways that play media one after the other, not side by side, or let it pass the early media of one fork only.',
    authorised === 0
      ? 'Let gateways ask before they play (P-Early-Media, RFC 5009), and let the server that forks authorise one.'
      : 'Let the server that forks authorise one fork by P-Early-Media and set the others to inactive.',
    'On the phone, play the newest source only, or its own ringing tone as long as several come.',
  ],
  message: ({ sources, destination, together }) =>
    `${sources.length} forks of the INVITE sent early media to ${destination} at the same time, for ${duration(together)}: ${sources.join(', ')}.`,
  concerns: (method) => method === 'INVITE',
  when: ({ call }, { media }) => media.of(call).streams.length > 1,
  *check({ call }, context) {
    const forks = forksOf(context.media.of(call), call);
    let together = 0;
    const involved = new Set<Fork>();
    for (const [index, one] of forks.entries()) {
      for (const other of forks.slice(index + 1)) {
        const same = one.stream.index === other.stream.index && one.message.cseq === other.message.cseq;
        const time = shared(one, other);
        if (!same || one.tag === other.tag || time < context.thresholds.earlyMediaOverlap) continue;
        together = Math.max(together, time);
        involved.add(one).add(other);
      }
    }
    if (involved.size === 0) return;
    const byTag = new Map([...involved].sort((a, b) => a.start - b.start).map((fork) => [fork.tag, fork]));
    const told = [...byTag.values()];
    yield {
      at: told.map(({ message }) => message),
      args: {
        sources: told.map(({ stream }) => stream.source.name),
        destination: told[0].stream.destination.name,
        together: Math.round(together),
        authorised: told.filter(({ message }) => message.has('P-Early-Media')).length,
      },
      confidence: 'certain',
      device: told[0].message.source.address,
    };
  },
});
