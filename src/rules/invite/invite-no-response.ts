import { defineRule } from '../define.ts';
import { addressesInferred, endedBefore, isReliable, milliseconds } from '../guards.ts';
import { nearby, passedOn } from '../hops.ts';
import { hadFinal } from '../lost-answers.ts';
import { duration } from '../phrases.ts';

type Shown = {
  client: string;
  server: string;
  sends: number;
  /** ms */
  waited: number;
  /** bytes */
  size: number;
  transport: string;
};

/** Rule 3: an initial INVITE that nothing ever answered, not even with 100. */
export const inviteNoResponse = defineRule<'transaction', Shown>({
  id: 'invite-no-response',
  severity: 'error',
  scope: 'transaction',
  title: 'INVITE without any response',
  spec: ['RFC 3261 §17.1.1.2', 'RFC 3263 §4.3'],
  example: {
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    sends: 7,
    waited: 31_500,
    size: 840,
    transport: 'udp',
  },
  why: () =>
    'The caller waits until timer B (32 s) before the call fails or moves to another route; the user hears silence.',
  fix: (args) => [
    `Check that ${args.server} is up, listens on that port and transport, and that no firewall stands between.`,
    `Check whether ${args.server} accepts requests from ${args.client}: many servers drop unknown sources silently.`,
    ...(args.size > 1300 && args.transport === 'udp'
      ? [`The INVITE has ${args.size} bytes: over UDP it is fragmented, and fragments are often dropped. Try TCP.`]
      : []),
    'Let the caller fail over sooner: next DNS SRV target, health checks with OPTIONS, a shorter timer B.',
  ],
  message: (args) =>
    `${args.server} never answered the INVITE of ${args.client}: ` +
    (args.sends === 1
      ? `one copy, and no response of any kind for ${duration(args.waited)}.`
      : `${args.sends} copies sent over ${duration(args.waited)}, and no response of any kind.`),
  limits: () =>
    'The trace shows that no answer passed this capture point; whether the server got the INVITE is not visible here.',
  concerns: (method, end) => method === 'INVITE' && end === 'open',
  when: ({ transaction }) => transaction.method === 'INVITE' && transaction.responses.length === 0,
  *check({ transaction, conversation }, context) {
    const { request, method } = transaction;
    if (method !== 'INVITE' || request === undefined || request.toTag !== '') return;
    if (transaction.responses.length > 0 || addressesInferred(request)) return;
    if (transaction.acks.length > 0) {
      // Only a final response is acknowledged.
      yield { undetermined: 'G-ONESIDED' };
      return;
    }
    const { transactionTimeout, unansweredSends } = context.thresholds;
    const sends = 1 + transaction.requestRepeats.length;
    const last = transaction.requestRepeats[transaction.requestRepeats.length - 1] ?? request;
    // Three copies on timer A are proof enough; a reliable transport sends one and only time can tell.
    // Copies far apart keep a NAT binding open after a 1xx that is not here (RFC 3581 §3).
    const [second = last] = transaction.requestRepeats;
    const scheduled = milliseconds(request.time, second.time) < context.thresholds.natRefresh;
    const proven = !isReliable(request) && sends >= unansweredSends && scheduled;
    const around = nearby(transaction, conversation);
    const gaveUp =
      transaction.peer !== undefined ||
      around.some(
        ({ id, method, client }) => id > transaction.id && method === 'INVITE' && client === transaction.client,
      );
    const open = !gaveUp && endedBefore(context, request.time, transactionTimeout);
    // Passed on without an answer, it is the next hop that is silent.
    if (passedOn(transaction, conversation).some((lower) => lower.responses.length === 0)) return;
    if (!proven && open) {
      yield { undetermined: 'G-END' };
      return;
    }
    if (!proven && !isReliable(request) && (sends === 1 || !scheduled) && transaction.acks.length === 0) {
      // A UDP client that waits repeats its INVITE after T1: one copy alone means that it did get an answer.
      yield { undetermined: 'G-ONESIDED' };
      return;
    }
    if (hadFinal(transaction, conversation) !== undefined && transaction.peer === undefined) {
      yield { undetermined: 'G-LOSS' };
      return;
    }
    yield {
      at: [request, ...(last === request ? [] : [last])],
      args: {
        client: transaction.client.name,
        server: transaction.server.name,
        sends,
        waited: milliseconds(request.time, last === request ? context.now : last.time),
        size: request.size,
        transport: request.transport,
      },
      device: transaction.server.address,
      // While its timer still ran when the capture ended, an answer may have come later.
      severity: open ? 'warning' : 'error',
      confidence: open ? 'likely' : 'certain',
      needsAnswersOf: { client: transaction.client.address, server: transaction.server.address },
    };
  },
});
