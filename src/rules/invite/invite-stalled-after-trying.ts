import type { SipMessage, Transaction } from '../../model.ts';
import { type Context, defineRule } from '../define.ts';
import { clockTooCoarse, endedBefore, milliseconds } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { hadFinal } from '../lost-answers.ts';
import { duration } from '../phrases.ts';

type Shown = {
  client: string;
  server: string;
  /** Who ended the silence. */
  ended: 'cancel' | 'timeout' | 'nothing';
  /** ms */
  silence: number;
};

interface Stall {
  readonly trying: SipMessage;
  /** The CANCEL or 408 that ended it. */
  readonly stop: SipMessage | undefined;
  /** ms */
  readonly silence: number;
}

/** Nothing but 100 came, until somebody gave up or the trace ended. */
function stallOf(transaction: Transaction, context: Context): Stall | undefined {
  const { final, peer } = transaction;
  if (transaction.responses.some(({ message }) => message.status > 100 && message.status < 300)) return undefined;
  const trying = transaction.responses.find(({ message }) => message.status === 100)?.message;
  if (trying === undefined) return undefined;
  const cancel = peer?.request;
  // A late refusal is an answer: the delay is another matter. The 487 after a CANCEL is not.
  if (final !== undefined && final.status !== 408 && (cancel === undefined || final.time < cancel.time))
    return undefined;
  const stop = cancel ?? final;
  return { trying, stop, silence: milliseconds(trying.time, stop?.time ?? context.now) };
}

/** Rule 4: the next hop has the INVITE and has nothing to tell about it. */
export const inviteStalledAfterTrying = defineRule<'transaction', Shown>({
  id: 'invite-stalled-after-trying',
  severity: 'error',
  scope: 'transaction',
  title: 'INVITE that got no further than 100 Trying',
  spec: ['RFC 3261 §16.7', 'RFC 3261 §17.2.1', 'RFC 3261 §21.1.1'],
  example: { client: '192.0.2.1:5060', server: '192.0.2.9:5060', ended: 'cancel', silence: 35_000 },
  why: () =>
    'The caller hears nothing at all and gives up. The 100 only says that the next hop has the request: what lies behind it is silent.',
  fix: (args) => [
    `Look one hop further: find out where ${args.server} sends this call, and capture between the two. That next hop does not answer.`,
    `Let ${args.server} fail over sooner: 2 to 5 s without an answer should move the call to the next route (Kamailio's fr_timer is 30 s by default).`,
    `If ${args.server} sends the INVITE nowhere, look at what it waits for first: DNS, ENUM, a database or an HTTP query of its routing.`,
  ],
  message: (args) =>
    `${args.server} took the INVITE of ${args.client} with 100 and sent nothing more for ${duration(args.silence)}` +
    {
      cancel: `, until ${args.client} gave up with CANCEL.`,
      timeout: ', then ended it with 408.',
      nothing: '; nothing in the trace ends this attempt.',
    }[args.ended],
  limits: () => 'Where the call got stuck behind that server is not visible at this capture point.',
  concerns: (method, end) => method === 'INVITE' && end !== 'success',
  when: ({ transaction: { method, final, peer } }) =>
    method === 'INVITE' && (final === undefined || final.status === 408 || peer !== undefined),
  *check({ transaction, conversation }, context) {
    const { method, request, responses, final, peer } = transaction;
    if (method !== 'INVITE' || responses.length === 0 || request === undefined) return;
    if (final !== undefined && final.status !== 408 && peer === undefined) return;
    if (request.toTag !== '') return;
    const stall = stallOf(transaction, context);
    const { stalledAfterTrying, transactionTimeout } = context.thresholds;
    if (stall === undefined || stall.silence < stalledAfterTrying || clockTooCoarse(request, stalledAfterTrying))
      return;
    const { trying, stop, silence } = stall;
    if (final === undefined && hadFinal(transaction, conversation) !== undefined) {
      yield { undetermined: 'G-LOSS' };
      return;
    }
    const deeper = passedOn(transaction, conversation).some((lower) => {
      const same = stallOf(lower, context);
      return lower.responses.length === 0 || (same !== undefined && same.silence >= stalledAfterTrying);
    });
    if (deeper) return;
    if (stop === undefined && endedBefore(context, trying.time, transactionTimeout)) {
      yield { undetermined: 'G-END' };
      return;
    }
    yield {
      at: [trying, request, ...(stop === undefined ? [] : [stop])],
      args: {
        client: transaction.client.name,
        server: transaction.server.name,
        ended: stop === undefined ? 'nothing' : stop.isRequest ? 'cancel' : 'timeout',
        silence,
      },
      device: transaction.server.address,
      severity: silence >= transactionTimeout ? 'error' : 'warning',
      confidence: 'certain',
    };
  },
});
