import type { SipMessage, Transaction } from '../../model.ts';
import { type Conversation, defineRule } from '../define.ts';
import { clockTooCoarse, endedBefore, isReliable, milliseconds } from '../guards.ts';
import { cameFrom, nearby, passedOn } from '../hops.ts';
import { hadFinal } from '../lost-answers.ts';
import { duration } from '../phrases.ts';

type Shown = {
  /** `ringing`: silence after a 1xx. `cancel`: neither the CANCEL nor the INVITE was ever answered. */
  kind: 'ringing' | 'cancel';
  server: string;
  /** The last provisional response. */
  status: number;
  /** ms */
  waited: number;
  /** Copies of the CANCEL. */
  cancels: number;
};

/** The newest 101–199, repeats included. */
function lastProgress(transaction: Transaction): SipMessage | undefined {
  let last: SipMessage | undefined;
  for (const { message, repeats } of transaction.responses) {
    if (message.status === 100) continue;
    const newest = repeats[repeats.length - 1] ?? message;
    if (last === undefined || newest.time > last.time) last = newest;
  }
  return last;
}

/** The caller got a final response all the same: from another branch, or the capture missed this hop's. */
function settledElsewhere(transaction: Transaction, conversation: Conversation): boolean {
  if (cameFrom(transaction, conversation).some((upper) => upper.final !== undefined)) return true;
  return nearby(transaction, conversation).some(
    ({ method, cseq, final }) =>
      method === 'INVITE' && cseq === transaction.cseq && final !== undefined && final.status < 300,
  );
}

/** Rule 5: an INVITE that rings, or is cancelled, and never comes to an end. */
export const inviteNoFinalResponse = defineRule<'transaction', Shown>({
  id: 'invite-no-final-response',
  severity: 'warning',
  scope: 'transaction',
  title: 'INVITE without a final response',
  spec: ['RFC 3261 §13.3.1.1', 'RFC 3261 §16.8', 'RFC 3261 §9.1'],
  example: { kind: 'ringing', server: '192.0.2.7:5060', status: 180, waited: 240_000, cancels: 0 },
  why: (args) =>
    args.kind === 'ringing'
      ? 'The line, the channel and perhaps the circuit behind it stay taken, and the caller hears ringing for ever.'
      : 'The callee may go on ringing although the caller has gone, and every server on the way keeps the call in memory.',
  fix: (args) =>
    args.kind === 'ringing'
      ? [
          `Set a no-answer time where the call is answered (behind ${args.server}), or an Expires header field in the INVITE.`,
          'Make sure that every proxy on the way runs timer C (more than 3 minutes) and ends the call with CANCEL and 408.',
          'If the wait is meant (a queue), let the far end repeat its provisional response every minute.',
        ]
      : [
          `Check whether ${args.server} is still up and whether the CANCEL reaches it: same address, port and branch as the INVITE.`,
          'Look for a firewall or NAT binding that closed while the phone rang; keep it open with rport and keep-alives.',
        ],
  message: (args) =>
    args.kind === 'ringing'
      ? `The last word of ${args.server} is a ${args.status}; nothing followed it for ${duration(args.waited)}.`
      : `${args.server} answered neither the CANCEL (${args.cancels} ${args.cancels === 1 ? 'copy' : 'copies'}) nor the INVITE after its ${args.status}, for ${duration(args.waited)}.`,
  limits: (args) => (args.kind === 'ringing' ? 'A queue or announcement may hold a call like this on purpose.' : ''),
  concerns: (method, end) => method === 'INVITE' && end === 'open',
  when: ({ transaction }) => transaction.method === 'INVITE' && transaction.final === undefined,
  *check({ transaction, conversation }, context) {
    const { method, request, responses, final, peer } = transaction;
    if (method !== 'INVITE' || final !== undefined || responses.length === 0) return;
    if (request === undefined || request.toTag !== '') return;
    const { transactionTimeout, timerC } = context.thresholds;
    const progress = lastProgress(transaction);
    const server = transaction.server.name;
    if (peer?.request !== undefined) {
      const cancel = peer.request;
      if (peer.responses.length > 0 || clockTooCoarse(cancel, transactionTimeout)) return;
      if (endedBefore(context, cancel.time, transactionTimeout)) {
        yield { undetermined: 'G-END' };
        return;
      }
      if (!isReliable(cancel) && peer.requestRepeats.length === 0) {
        // A client that hears nothing repeats its CANCEL: this one did get an answer.
        yield { undetermined: 'G-ONESIDED' };
        return;
      }
      const waited = milliseconds(cancel.time, context.now);
      const { status } = progress ?? responses[0].message;
      yield {
        at: [cancel, request],
        args: { kind: 'cancel', server, status, waited, cancels: 1 + peer.requestRepeats.length },
        device: transaction.server.address,
        confidence: 'certain',
      };
      return;
    }
    if (progress === undefined || clockTooCoarse(progress, timerC)) return;
    if (hadFinal(transaction, conversation) !== undefined) {
      yield { undetermined: 'G-LOSS' };
      return;
    }
    if (settledElsewhere(transaction, conversation)) return;
    if (passedOn(transaction, conversation).some((lower) => lower.final === undefined && lower.responses.length > 0)) {
      return;
    }
    if (endedBefore(context, progress.time, timerC)) {
      if (context.atEnd) yield { undetermined: 'G-END' };
      return;
    }
    const waited = milliseconds(progress.time, context.now);
    yield {
      at: [progress, request],
      args: { kind: 'ringing', server, status: progress.status, waited, cancels: 0 },
      device: transaction.server.address,
      confidence: 'likely',
    };
  },
});
