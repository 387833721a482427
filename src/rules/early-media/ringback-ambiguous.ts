import { parseTokens } from '../../headers/tokens.ts';
import type { SipMessage, Transaction } from '../../model.ts';
import { defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';

type Shown = {
  server: string;
  /** Between 183 and 180, ms. */
  apart: number;
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

/** Rule 23: does the network play the ringing tone, or must the phone? */
export const ringbackAmbiguous = defineRule<'transaction', Shown>({
  id: 'ringback-ambiguous',
  severity: 'info',
  scope: 'transaction',
  title: '183 with SDP followed by 180 without',
  spec: ['RFC 3960 §3.2', 'RFC 3261 §13.2.2.1'],
  example: { server: '192.0.2.9:5060', apart: 1_500 },
  why: () =>
    'Phones read this differently: some stay on the early media, some play their own tone. With silent early media the caller hears nothing, or both mixed.',
  fix: (args) => [
    'Let the calling side follow RFC 3960: after a 180, play the ringing tone unless media really arrives.',
    `If ${args.server} plays no tone of its own, strip the SDP from its 183 on the way.`,
    'Within a trusted network, let P-Early-Media (RFC 5009) say who plays.',
  ],
  message: (args) =>
    `${args.server} opened early media with 183 and sent a 180 without SDP ${duration(args.apart)} later: who plays the ringing tone is left to the phone.`,
  limits: () => 'Whether the caller heard a tone depends on the early media and on the phone.',
  concerns: (method) => method === 'INVITE',
  when: ({ transaction }) => transaction.method === 'INVITE' && transaction.responses.length > 1,
  *check({ transaction, conversation }) {
    const { method, request, responses } = transaction;
    if (method !== 'INVITE' || responses.length < 2 || request === undefined || request.toTag !== '') return;
    const pair = pairOf(transaction);
    if (pair === undefined) return;
    if (passedOn(transaction, conversation).some((lower) => pairOf(lower) !== undefined)) return;
    yield {
      at: [pair.ringing, pair.media],
      args: {
        server: transaction.server.name,
        apart: milliseconds(pair.media.time, pair.ringing.time),
      },
      device: transaction.server.address,
      confidence: 'possible',
    };
  },
});
