import { parsePEarlyMedia } from '../../headers/p-early-media.ts';
import { parseTokens } from '../../headers/tokens.ts';
import type { Call, SipMessage, Transaction } from '../../model.ts';
import { type Context, defineRule } from '../define.ts';
import { clockTooCoarse, milliseconds } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';

type Shown = {
  /**
   * `announced`: P-Early-Media promises media. `silent`: only 183 came, so that nobody plays a ringing tone. `stripped`:
   * the SDP was there one hop before. `played`: media came all the same, which no SDP had announced.
   */
  kind: 'announced' | 'silent' | 'stripped' | 'played';
  server: string;
  /** Who had sent the SDP that was lost on the way; empty unless `stripped`. */
  origin: string;
  status: number;
  /** Value of P-Early-Media. */
  direction: string;
  /** From the first such response to the final one, ms; 0 without a final one. */
  waited: number;
  /** From it to the first packet of media, ms; 0 unless `played`. */
  played: number;
  final: number;
};

interface Gap {
  readonly kind: 'announced' | 'silent';
  readonly message: SipMessage;
  readonly direction: string;
}

/** There is a body or there is not: a log or a snap length that cut it off must not look like "not". */
function isBodiless(message: SipMessage): boolean {
  return !message.hasSdp && !message.truncated && message.contentLength <= message.bodyLength;
}

/** Reliable provisionals settle their media by PRACK and UPDATE (RFC 3262 §5, RFC 3312). */
function isReliablyNegotiated(message: SipMessage): boolean {
  return message.has('Require') && message.headers('Require').flatMap(parseTokens).includes('100rel');
}

function gapOf(transaction: Transaction, context: Context): Gap | undefined {
  const { request, responses, final } = transaction;
  // Without an offer in the INVITE a provisional response that is not reliable cannot answer one (RFC 3261 §13.2.1).
  if (request === undefined || isBodiless(request)) return undefined;
  let silent: SipMessage | undefined;
  let ringing = false;
  let promised: Gap | undefined;
  let withSdp: Set<string> | undefined;
  for (const { message } of responses) {
    if (message.status <= 100 || message.status >= 200) continue;
    if (!isBodiless(message)) withSdp = (withSdp ?? new Set()).add(message.toTag);
    if (message.status === 180) ringing = true;
    if (withSdp?.has(message.toTag)) continue;
    if (message.status === 183) silent ??= message;
    if (promised === undefined && message.has('P-Early-Media')) {
      const { direction } = parsePEarlyMedia(message.headers('P-Early-Media').join(','));
      if (direction === 'sendrecv' || direction === 'sendonly') promised = { kind: 'announced', message, direction };
    }
  }
  const suspect = promised?.message ?? silent;
  if (suspect === undefined || isReliablyNegotiated(suspect)) return undefined;
  if (promised !== undefined) return promised;
  if (silent === undefined || ringing || withSdp !== undefined || final === undefined) return undefined;
  // A redirection or challenge starts another round: nobody listens yet.
  if (final.status === 401 || final.status === 407 || Math.floor(final.status / 100) === 3) return undefined;
  const needed = final.status < 300 ? context.thresholds.silentAnswer : context.thresholds.silentRefusal;
  if (milliseconds(silent.time, final.time) < needed || clockTooCoarse(final, needed)) return undefined;
  return { kind: 'silent', message: silent, direction: '' };
}

/** The same response carried SDP on this hop. */
function hadSdp({ responses }: Transaction, { status, toTag }: SipMessage): boolean {
  return responses.some(({ message }) => message.status === status && message.toTag === toTag && message.hasSdp);
}

/** ms from the response without SDP to media of the callee before the final one; 0 where none came. */
function playedAfter({ message }: Gap, final: SipMessage, call: Call, { media }: Context): number {
  for (const { direction, kind, start, before } of media.of(call).streams) {
    const first = before?.first ?? start;
    if (direction === 'to-caller' && kind === 'audio' && first > message.time && first < final.time)
      return milliseconds(message.time, first);
  }
  return 0;
}

/** Rule 22: progress is reported, and nobody plays anything to the caller. */
export const earlyMediaSdpMissing = defineRule<'transaction', Shown>({
  id: 'early-media-sdp-missing',
  severity: 'warning',
  scope: 'transaction',
  title: 'Early media without SDP',
  spec: ['RFC 3261 §21.1.5', 'RFC 3960 §3.2', 'RFC 5009 §8'],
  example: {
    kind: 'silent',
    server: '192.0.2.9:5060',
    origin: '',
    status: 183,
    direction: '',
    waited: 6_000,
    played: 0,
    final: 503,
  },
  why: ({ kind }) =>
    kind === 'played'
      ? 'Whether the caller hears it is up to its phone: many drop media, or do not know its codec, before an SDP came.'
      : kind === 'silent'
        ? 'The caller most likely hears silence: without SDP there is no early media, and without 180 the phone plays no ringing tone.'
        : 'Without SDP the caller cannot receive the early media: instead of the tone or announcement it hears its own ringing tone, or nothing.',
  fix: (args) => [
    args.kind === 'stripped'
      ? `Let ${args.server} pass the SDP of provisional responses on (it came from ${args.origin}).`
      : args.kind === 'announced'
        ? `Let ${args.server} put the SDP of its early media into the ${args.status}, or leave P-Early-Media out.`
        : `Let ${args.server} send 180 while the callee rings, or put the SDP of its early media into the 183.`,
    ...(args.kind === 'stripped'
      ? []
      : ['If a session border controller stands before it, check that it passes the SDP of provisional responses on.']),
    'Let the calling side play a ringing tone when no early media arrives (RFC 3960 §3.2).',
  ],
  message: (args) =>
    ({
      announced: `The ${args.status} of ${args.server} announces early media (P-Early-Media: ${args.direction}) but no SDP came with it.`,
      silent: `${args.server} sent ${args.status} without SDP and no 180: no tone for ${duration(args.waited)}, until the ${args.final}.`,
      played: `Media of ${args.server} came ${duration(args.played)} after its ${args.status} without SDP, and ${duration(args.waited - args.played)} before the ${args.final}: no SDP had announced it.`,
      stripped: `${args.origin} sent its ${args.status} with SDP, and ${args.server} passed it on without.`,
    })[args.kind],
  limits: (args) =>
    args.kind === 'silent' ? 'A phone that plays a ringing tone on 183 by itself hides this from its user.' : '',
  concerns: (method) => method === 'INVITE',
  when: ({ transaction }) => transaction.method === 'INVITE' && transaction.responses.length > 1,
  *check({ transaction, conversation }, context) {
    const { method, request, responses, final } = transaction;
    if (method !== 'INVITE' || request === undefined || request.toTag !== '' || responses.length < 2) return;
    const gap = gapOf(transaction, context);
    if (gap === undefined) return;
    const below = passedOn(transaction, conversation);
    if (below.some((lower) => gapOf(lower, context) !== undefined)) return;
    const origin = below.find((lower) => hadSdp(lower, gap.message));
    const played =
      'dialogs' in conversation && final !== undefined ? playedAfter(gap, final, conversation, context) : 0;
    const kind = origin !== undefined ? 'stripped' : played > 0 ? 'played' : gap.kind;
    yield {
      at: [gap.message, request, ...(final === undefined ? [] : [final])],
      args: {
        kind,
        server: transaction.server.name,
        origin: origin?.server.name ?? '',
        status: gap.message.status,
        direction: gap.direction,
        waited: final === undefined ? 0 : milliseconds(gap.message.time, final.time),
        played: kind === 'played' ? played : 0,
        final: final?.status ?? 0,
      },
      device: transaction.server.address,
      confidence: kind === 'silent' ? 'likely' : 'certain',
    };
  },
});
