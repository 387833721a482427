import { parseTokens } from '../../headers/tokens.ts';
import type { Call, SipMessage, Transaction } from '../../model.ts';
import { type Context, defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';

type Shown = {
  /** `both`: 183 with SDP, then 180 without. `unplayed`: SDP for early media, and no packet of it. */
  kind: 'both' | 'unplayed';
  server: string;
  /** Of the response with SDP. */
  status: number;
  /** Between 183 and 180, ms; 0 where no 180 came. */
  apart: number;
  /** From the response with SDP to the final one without a packet of RTP, ms; 0 where there was some, or nobody can tell. */
  silence: number;
};

interface Pair {
  readonly media: SipMessage;
  readonly ringing: SipMessage;
}

/** P-Early-Media says who plays (RFC 5009); with preconditions the 183 only reserves (RFC 3312). */
function isExplained(message: SipMessage): boolean {
  if (message.has('P-Early-Media')) return true;
  return message.has('Require') && message.headers('Require').flatMap(parseTokens).includes('precondition');
}

/** 183 with SDP, then 180 without, of the same early dialog. */
function pairOf({ responses }: Transaction): Pair | undefined {
  const opened = new Map<string, SipMessage>();
  for (const { message } of responses) {
    if (message.status === 183 && message.hasSdp && !opened.has(message.toTag)) opened.set(message.toTag, message);
    if (message.status !== 180 || message.hasSdp || message.truncated || message.contentLength > message.bodyLength)
      continue;
    const media = opened.get(message.toTag);
    if (media === undefined) continue;
    return isExplained(media) || isExplained(message) || /^a=(curr|des):/m.test(media.bodyText())
      ? undefined
      : { media, ringing: message };
  }
  return undefined;
}

/** The first response that opens early media: its SDP lets media through to the caller. */
function openingOf({ responses }: Transaction): SipMessage | undefined {
  const isOpen = (message: SipMessage) =>
    message.status > 100 &&
    message.status < 200 &&
    message.hasSdp &&
    !isExplained(message) &&
    !/^a=(?:inactive|recvonly|curr:|des:)|^c=IN IP4 0\.0\.0\.0/m.test(message.bodyText());
  const first = responses.find(({ message }) => message.status > 100 && message.hasSdp)?.message;
  return first !== undefined && isOpen(first) ? first : undefined;
}

/** ms from the opening to the final response, if media could be seen and none came to the caller; else 0 (G-MEDIA). */
function silenceOf(opening: SipMessage, { final }: Transaction, call: Call, { media }: Context): number {
  if (final === undefined || !media.hasAny(call)) return 0;
  const { streams, epochs } = media.of(call);
  const heard = streams.filter(({ direction, kind }) => direction === 'to-caller' && kind === 'audio');
  if (heard.some(({ start, before }) => start < final.time || before !== undefined)) return 0;
  const [caller, callee] = (['caller', 'callee'] as const).map((side) => epochs.find((epoch) => epoch.side === side));
  const hidden = [caller, callee].some(
    (epoch) => epoch === undefined || epoch.candidates > 0 || epoch.kind !== 'audio',
  );
  if (caller === undefined || callee === undefined || hidden) return 0;
  // After the answer media comes the same way, or that of other calls does.
  return heard.length > 0 || media.reaches(call, caller.address, callee.address)
    ? milliseconds(opening.time, final.time)
    : 0;
}

/** Rule 23: does the network play the ringing tone, or must the phone? */
export const ringbackAmbiguous = defineRule<'transaction', Shown>({
  id: 'ringback-ambiguous',
  severity: 'info',
  scope: 'transaction',
  title: 'Early media or ringing tone left open',
  spec: ['RFC 3960 §3.2', 'RFC 3261 §13.2.2.1'],
  example: { kind: 'both', server: '192.0.2.9:5060', status: 183, apart: 1_500, silence: 0 },
  why: ({ kind, apart }) =>
    kind === 'unplayed' && apart === 0
      ? 'The caller hears nothing until the answer: its phone waits for the early media that the SDP announced, and many callers hang up.'
      : 'Phones read this differently: some stay on the early media, some play their own tone. With silent early media the caller hears nothing, or both mixed.',
  fix: (args) => [
    ...(args.kind === 'unplayed'
      ? [`Let ${args.server} play its tone as soon as it sends SDP, or send 180 without SDP when nobody plays one.`]
      : []),
    'Let the calling side follow RFC 3960: after a 180, play the ringing tone unless media really arrives.',
    `If ${args.server} plays no tone of its own, strip the SDP from its ${args.status} on the way.`,
    'Within a trusted network, let P-Early-Media (RFC 5009) say who plays.',
  ],
  message: ({ kind, server, status, apart, silence }) =>
    kind === 'both'
      ? `${server} opened early media with ${status} and sent a 180 without SDP ${duration(apart)} later: who plays the ringing tone is left to the phone.`
      : `${server} opened early media with ${status}, and no packet of it came in the ${duration(silence)} to the final response` +
        (apart > 0 ? `; its 180 without SDP came ${duration(apart)} after the ${status}.` : '.'),
  limits: ({ kind }) =>
    kind === 'both'
      ? 'Whether the caller heard a tone depends on the early media and on the phone.'
      : 'A phone that plays a ringing tone of its own while no media comes (RFC 3960 §3.2) hides this from its user.',
  concerns: (method) => method === 'INVITE',
  when: ({ transaction }) => transaction.method === 'INVITE' && transaction.responses.length > 1,
  *check({ transaction, conversation }, context) {
    const { method, request, responses } = transaction;
    if (method !== 'INVITE' || responses.length < 2 || request === undefined || request.toTag !== '') return;
    const pair = pairOf(transaction);
    const opening = pair?.media ?? openingOf(transaction);
    if (opening === undefined) return;
    const lower = passedOn(transaction, conversation);
    if (lower.some((one) => pairOf(one) !== undefined || openingOf(one) !== undefined)) return;
    const silence = 'dialogs' in conversation ? silenceOf(opening, transaction, conversation, context) : 0;
    const unplayed = silence >= context.thresholds.earlySilence;
    if (pair === undefined && !unplayed) return;
    // A 180 with SDP makes most phones play a tone of their own until media comes.
    const rings = opening.status === 180;
    yield {
      at: pair === undefined ? [opening] : [pair.ringing, pair.media],
      args: {
        kind: unplayed ? 'unplayed' : 'both',
        server: transaction.server.name,
        status: opening.status,
        apart: pair === undefined ? 0 : milliseconds(pair.media.time, pair.ringing.time),
        silence: unplayed ? Math.round(silence) : 0,
      },
      device: transaction.server.address,
      severity: unplayed && !rings ? 'warning' : 'info',
      confidence: unplayed ? 'likely' : 'possible',
    };
  },
});
