import type { Dialog, Transaction } from '../../model.ts';
import { type Conversation, defineRule } from '../define.ts';
import { addressesInferred, endedBefore, isReliable, milliseconds } from '../guards.ts';
import { nearby, passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';

type Shown = {
  /** `stalled`: only a provisional response came. */
  kind: 'silent' | 'stalled';
  client: string;
  server: string;
  /** Copies of the BYE. */
  sends: number;
  /** From the first copy to the last, ms. */
  over: number;
  /** Where the BYE was sent: its Request-URI. */
  target: string;
};

const TARGET_LENGTH = 80;

/** The other side hung up too, or an earlier BYE got through: it has released the call. */
function isOverAnyway(transaction: Transaction, conversation: Conversation): boolean {
  const { fromTag, toTag } = transaction.request ?? { fromTag: '', toTag: '' };
  const belongs = ({ callerTag, calleeTag }: Dialog) =>
    (callerTag === fromTag && calleeTag === toTag) || (callerTag === toTag && calleeTag === fromTag);
  const dialog = 'dialogs' in conversation ? conversation.dialogs.find(belongs) : undefined;
  const others = [...(dialog?.bye === undefined ? [] : [dialog.bye]), ...nearby(transaction, conversation)];
  return others.some(
    (other) =>
      other !== transaction &&
      other.method === 'BYE' &&
      (other.final !== undefined || other.request?.fromTag === toTag),
  );
}

/** Rule 50: the other side was never seen to take notice of the end of the call. */
export const byeUnanswered = defineRule<'transaction', Shown>({
  id: 'bye-unanswered',
  severity: 'warning',
  scope: 'transaction',
  title: 'BYE without a final response',
  spec: ['RFC 3261 §15.1.1', 'RFC 3261 §17.1.2.2', 'RFC 3261 §12.2.1.1'],
  example: {
    kind: 'silent',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    sends: 11,
    over: 31_500,
    target: 'sip:bob@192.0.2.7:5060',
  },
  why: ({ server }) =>
    `${server} may hold the call as if it were up, and bill it, until a session timer or the lack of media ends it.`,
  fix: ({ server, client, target, kind }) => [
    ...(kind === 'stalled'
      ? [`Look behind ${server}: it took the BYE and got no answer for it from the next hop.`]
      : [
          `Compare the Request-URI of the BYE (${target}) with the Contact that ${server} gave last, and its Route with the Record-Route of the INVITE: behind a NAT one of them often cannot be reached from outside.`,
        ]),
    `Check whether ${server} restarted or lost its address during the call, and whether a NAT binding or firewall session between it and ${client} closed.`,
    'Turn on session timers (RFC 4028) and an RTP timeout, so that a call whose BYE gets lost ends by itself.',
  ],
  message: ({ kind, client, server, sends, over }) =>
    kind === 'stalled'
      ? `${server} took the BYE of ${client} and sent no final response for it.`
      : `${client} sent BYE ${sends} times over ${duration(over)}, and ${server} never answered.`,
  limits: () =>
    'Whether the BYE got to the other side is not visible here, only that no answer passed this capture point.',
  concerns: (method, end) => method === 'BYE' && end === 'open',
  when: ({ transaction }) => transaction.method === 'BYE' && transaction.final === undefined,
  *check({ transaction, conversation }, context) {
    const { request, requestRepeats, responses, client, server } = transaction;
    if (transaction.final !== undefined || request === undefined || addressesInferred(request)) return;
    if (isOverAnyway(transaction, conversation)) return;
    if (passedOn(transaction, conversation).some(({ final }) => final === undefined)) return;
    const { transactionTimeout, unansweredSends } = context.thresholds;
    if (endedBefore(context, request.time, transactionTimeout)) {
      yield { undetermined: 'G-END' };
      return;
    }
    const sends = 1 + requestRepeats.length;
    if (isReliable(request) || sends < unansweredSends) {
      // A client that hears nothing repeats its BYE on UDP; elsewhere a missed answer looks the same as none.
      yield { undetermined: isReliable(request) ? 'G-LOSS' : 'G-ONESIDED' };
      return;
    }
    const last = requestRepeats[requestRepeats.length - 1] ?? request;
    yield {
      at: [request, last],
      args: {
        kind: responses.length > 0 ? 'stalled' : 'silent',
        client: client.name,
        server: server.name,
        sends,
        over: milliseconds(request.time, last.time),
        target: request.requestUri.slice(0, TARGET_LENGTH),
      },
      confidence: 'certain',
      device: server.address,
      needsAnswersOf: { client: client.address, server: server.address },
    };
  },
});
