import type { SipMessage, Transaction } from '../../model.ts';
import { type Conversation, defineRule } from '../define.ts';
import { addressesInferred, clockTooCoarse, isReliable, milliseconds } from '../guards.ts';
import { nearby, passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';

type Shown = {
  client: string;
  server: string;
  status: number;
  /** Copies of the INVITE sent before the first response. */
  copies: number;
  /** From the first copy to the first response, ms. */
  after: number;
  /** What the server took at least, even if it got only the last copy, ms. */
  atLeast: number;
  /** There and back between the two hosts, in another transaction of the call, ms. */
  roundTrip: number;
};

interface Late {
  readonly first: SipMessage;
  readonly copies: readonly SipMessage[];
  /** From the last copy to the response, ms. */
  readonly sinceLast: number;
}

/** The first response came after at least one repeat of the INVITE. */
function lateOf({ request, requestRepeats, responses }: Transaction): Late | undefined {
  const first = responses[0]?.message;
  if (request === undefined || first === undefined || isReliable(request)) return undefined;
  const copies = [request, ...requestRepeats.filter((copy) => copy.time < first.time)];
  // A response other than 100 may follow one that the capture lost; not so after two repeats, which only silence brings.
  if (copies.length < 2 || (copies.length === 2 && first.status !== 100)) return undefined;
  return { first, copies, sinceLast: milliseconds(copies[copies.length - 1].time, first.time) };
}

/** The shortest answer between the same two hosts, ms: the network needs no longer, whoever took his time. */
function roundTripOf(transaction: Transaction, conversation: Conversation): number | undefined {
  const a = transaction.client.address;
  const b = transaction.server.address;
  let least: number | undefined;
  for (const { request, requestRepeats, responses, client, server } of nearby(transaction, conversation)) {
    const first = responses[0]?.message;
    if (request === undefined || first === undefined || requestRepeats.length > 0) continue;
    const same = (client.address === a && server.address === b) || (client.address === b && server.address === a);
    const time = milliseconds(request.time, first.time);
    if (same && time >= 0 && (least === undefined || time < least)) least = time;
  }
  return least;
}

/**
 * Rule 35: a server lets the INVITE wait without 100. Where the capture was taken is not known, so the way there and back
 * is taken from other transactions of the call; and the copies before the last may have been lost.
 */
export const tryingLate = defineRule<'transaction', Shown>({
  id: 'trying-late',
  severity: 'warning',
  scope: 'transaction',
  title: 'Server that is late with its first response',
  spec: ['RFC 3261 §17.2.1', 'RFC 3261 §17.1.1.2'],
  example: {
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    status: 100,
    copies: 2,
    after: 1_200,
    atLeast: 690,
    roundTrip: 10,
  },
  why: () =>
    'A server that has no other response within 200 ms must send 100. Without it the caller repeats its INVITE after 500 ms, then at doubled intervals: more work for a server that is slow already.',
  fix: (args) => [
    `Let ${args.server} send 100 before it routes the call (at the head of the script: t_newtran in OpenSIPS, t_newtran and then t_reply with 100 in Kamailio).`,
    `Find out what blocks its workers: a database, LDAP, DNS or HTTP query in the routing script, or too few of them.`,
    'If all its answers are slow at that time, look at its processor and at the load.',
  ],
  message: (args) =>
    `${args.server} gave its first response (${args.status}) ${duration(args.after)} after the INVITE of ${args.client}, which was sent ${args.copies} times by then; ` +
    `even if only the last copy arrived, it took ${duration(args.atLeast)}, not counting ${duration(args.roundTrip)} for the way there and back.`,
  limits: () => 'The time for the way there and back is that of another transaction of this call, not of this one.',
  concerns: (method) => method === 'INVITE',
  when: ({ transaction: { method, requestRepeats, responses } }) =>
    method === 'INVITE' && requestRepeats.length > 0 && responses.length > 0,
  *check({ transaction, conversation }, { thresholds }) {
    const { request, client, server } = transaction;
    const late = lateOf(transaction);
    if (late === undefined || request === undefined) return;
    if (addressesInferred(request) || clockTooCoarse(request, thresholds.tryingDelay / 4)) return;
    const roundTrip = roundTripOf(transaction, conversation);
    if (roundTrip === undefined) return;
    const { first, copies, sinceLast } = late;
    const atLeast = sinceLast - roundTrip;
    if (atLeast <= thresholds.tryingDelay) return;
    // A proxy without a transaction of its own passes on the 100 of the next hop: that one is late.
    const deeper = passedOn(transaction, conversation).some((lower) => {
      const below = lower.responses[0]?.message;
      return below !== undefined && below.time <= first.time && below.status === first.status;
    });
    if (deeper) return;
    yield {
      at: [first, request],
      args: {
        client: client.name,
        server: server.name,
        status: first.status,
        copies: copies.length,
        after: milliseconds(request.time, first.time),
        atLeast,
        roundTrip,
      },
      confidence: 'likely',
      device: server.address,
    };
  },
});
