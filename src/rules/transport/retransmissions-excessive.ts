import type { SipMessage, Transaction } from '../../model.ts';
import { type Context, defineRule } from '../define.ts';
import { addressesInferred, clockTooCoarse, isReliable, milliseconds } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { carriedName, duration } from '../phrases.ts';

type Shown = {
  /** `slow`: the answer came late. `lost`: answers left the server and changed nothing. `silent`: none came. */
  kind: 'slow' | 'lost' | 'silent' | 'storm';
  sender: string;
  receiver: string;
  /** The message that was repeated: a request, or the response to it with this status (0 of a request). */
  method: string;
  response: number;
  copies: number;
  /** From the first to the last copy, ms. */
  over: number;
  /** The first answer, 0 without one, and when it came (ms). */
  status: number;
  after: number;
};

interface Repeated {
  readonly first: SipMessage;
  readonly repeats: readonly SipMessage[];
}

type Case = Pick<Shown, 'kind' | 'status' | 'after'> & Repeated;

const overOf = ({ first, repeats }: Repeated) =>
  milliseconds(first.time, repeats[repeats.length - 1]?.time ?? first.time);

/** Far more copies than the timers of RFC 3261 §17 can make. */
function stormOf(transaction: Transaction, { stormCopies, stormRate }: Context['thresholds']): Case | undefined {
  const { request, requestRepeats, responses } = transaction;
  const sent: Repeated[] = responses.map(({ message, repeats }) => ({ first: message, repeats }));
  if (request !== undefined) sent.unshift({ first: request, repeats: requestRepeats });
  const storm = sent.find((one) => {
    const copies = 1 + one.repeats.length;
    return copies > stormCopies || (copies > stormRate && copies > (stormRate * overOf(one)) / 1000);
  });
  return storm && { kind: 'storm', status: 0, after: 0, ...storm };
}

/**
 * The response that stops the client's timer: any for INVITE, a final one for others, which go on at T2 after a 100
 * (RFC 3261 §17.1.1.2, §17.1.2.2).
 */
function stopperOf({ method, final, responses }: Transaction): SipMessage | undefined {
  return method === 'INVITE' ? responses[0]?.message : final;
}

function caseOf(transaction: Transaction, { thresholds }: Context): Case | undefined {
  const { method, request, requestRepeats, responses } = transaction;
  if (request === undefined) return undefined;
  const storm = stormOf(transaction, thresholds);
  if (storm !== undefined) return storm;
  const repeated = { first: request, repeats: requestRepeats };
  const answer = responses[0]?.message;
  if (answer === undefined) {
    // These have rules of their own: no answer to an INVITE, to a REGISTER, to the CANCEL of a call that rings.
    if (method === 'INVITE' || method === 'REGISTER' || method === 'CANCEL') return undefined;
    if (requestRepeats.length < thresholds.repeatsBeforeResponse) return undefined;
    return { kind: 'silent', status: 0, after: 0, ...repeated };
  }
  const after = milliseconds(request.time, answer.time);
  const before = requestRepeats.filter(({ time }) => time < answer.time).length;
  // With a smaller T1 than usual a normal answer comes after some copies.
  if (before >= thresholds.repeatsBeforeResponse && after >= 2 * thresholds.t1) {
    return { kind: 'slow', status: answer.status, after, ...repeated };
  }
  const stopper = stopperOf(transaction);
  if (stopper === undefined) return undefined;
  const late = requestRepeats.filter(
    ({ time }) => time > stopper.time && milliseconds(stopper.time, time) < thresholds.natRefresh,
  );
  if (late.length < thresholds.repeatsBeforeResponse) return undefined;
  return { kind: 'lost', status: stopper.status, after: milliseconds(request.time, stopper.time), ...repeated };
}

/** Rule 32: a message that had to be sent again and again. */
export const retransmissionsExcessive = defineRule<'transaction', Shown>({
  id: 'retransmissions-excessive',
  severity: 'warning',
  scope: 'transaction',
  title: 'Request sent again and again',
  spec: ['RFC 3261 §17.1.1.2', 'RFC 3261 §17.1.2.2', 'RFC 3261 §18.2.2', 'RFC 3581 §4'],
  example: {
    kind: 'slow',
    sender: '192.0.2.1:5060',
    receiver: '192.0.2.7:5060',
    method: 'INVITE',
    response: 0,
    copies: 4,
    over: 3_500,
    status: 100,
    after: 3_800,
  },
  why: (args) =>
    args.kind === 'storm'
      ? 'Copies at this rate load every element on the way and can stop a server.'
      : 'Each copy costs the user time and the server work; some calls fail where the timers run out.',
  fix: (args) =>
    ({
      slow: [
        `Look at the load of ${args.receiver} and at what it waits for before it answers: DNS, database, authentication server.`,
        'If the way itself takes this long (satellite), raise T1 in the client (RFC 3261 §17.1.1.2 recommends it).',
      ],
      lost: [
        `Check where ${args.receiver} sends its responses: to the address and port of the Via, or of received and rport behind a NAT.`,
        `Check that ${args.sender} recognises them: branch and CSeq must come back unchanged.`,
        'Look for packet loss or a firewall between this capture point and the sender.',
      ],
      silent: [
        `Check that ${args.receiver} is up and reachable from ${args.sender}, and that it knows this method.`,
        'If the request went to a Contact address, check that this address can be reached from there (NAT).',
      ],
      storm: [
        `Stop ${args.sender} and look for a loop or a broken timer in it: RFC 3261 makes at most eleven copies in 32 s.`,
        'Check whether a mirror port or tunnel shows the same packet many times.',
      ],
    })[args.kind],
  message: (args) =>
    `${args.sender} sent its ${carriedName({ method: args.method, status: args.response })} ${args.copies} times within ${duration(args.over)}` +
    {
      slow: `: ${args.receiver} took ${duration(args.after)} to its first answer (${args.status}).`,
      lost: `, although ${args.receiver} had answered ${args.status} after ${duration(args.after)}.`,
      silent: `, and ${args.receiver} never answered.`,
      storm: '.',
    }[args.kind],
  limits: (args) =>
    args.kind === 'silent' || args.kind === 'lost'
      ? 'What happens between this capture point and the two ends is not visible here.'
      : '',
  when: ({ transaction: { requestRepeats, responses } }) =>
    requestRepeats.length > 0 || responses.some(({ repeats }) => repeats.length > 0),
  *check({ transaction, conversation }, context) {
    const { request, requestRepeats, responses } = transaction;
    const few = context.thresholds.repeatsBeforeResponse;
    if (
      request === undefined ||
      (requestRepeats.length < few && !responses.some(({ repeats }) => repeats.length > few))
    )
      return;
    if (isReliable(request) || addressesInferred(request) || clockTooCoarse(request, context.thresholds.t1)) return;
    const found = caseOf(transaction, context);
    if (found === undefined) return;
    if (passedOn(transaction, conversation).some((lower) => caseOf(lower, context)?.kind === found.kind)) return;
    const { kind, first, repeats, status, after } = found;
    const copies = repeats.length + 1;
    yield {
      at: [
        first,
        repeats[repeats.length - 1],
        ...(status === 0 ? [] : responses.slice(0, 1).map(({ message }) => message)),
      ],
      args: {
        kind,
        sender: first.source.name,
        receiver: first.destination.name,
        method: first.method,
        response: first.status,
        copies,
        over: overOf(found),
        status,
        after,
      },
      device: kind === 'storm' ? first.source.address : first.destination.address,
      severity: kind === 'storm' ? 'error' : 'warning',
      confidence: 'certain',
      ...(kind === 'silent'
        ? { needsAnswersOf: { client: transaction.client.address, server: transaction.server.address } }
        : {}),
    };
  },
});
