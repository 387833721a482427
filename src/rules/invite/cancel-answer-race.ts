import type { Call, Dialog, Response, SipMessage, Transaction } from '../../model.ts';
import { type Context, type Conversation, defineRule } from '../define.ts';
import { endedBefore, milliseconds } from '../guards.ts';
import { cameFrom, nearby, passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';

type Shown = {
  caller: string;
  server: string;
  first: 'cancel' | 'answer';
  /** Between CANCEL and 2xx, ms. */
  apart: number;
  /** `unseen`: whether the answered call was released cannot be seen here. */
  release: 'done' | 'late' | 'missing' | 'unseen';
  /** From the later of the two to the BYE, ms; 0 without one. */
  released: number;
};

interface Race {
  readonly cancel: SipMessage;
  readonly answer: Response;
}

function raceOf({ method, final, peer, responses }: Transaction): Race | undefined {
  if (method !== 'INVITE' || peer?.request === undefined || final === undefined || final.status >= 300)
    return undefined;
  const answer = responses.find(({ message }) => message === final);
  return answer && { cancel: peer.request, answer };
}

function dialogOf(answer: SipMessage, call: Call): Dialog | undefined {
  return call.dialogs.find(({ callerTag, calleeTag }) => callerTag === answer.fromTag && calleeTag === answer.toTag);
}

/** Further INVITEs by which the same client tries the same call on other ways, and which were answered. */
function answeredBeside(transaction: Transaction, conversation: Conversation): readonly SipMessage[] {
  return nearby(transaction, conversation).flatMap(({ id, method, request, final, client, viaCount }) =>
    id !== transaction.id &&
    method === 'INVITE' &&
    // Of one whose request the capture lost the response tells enough.
    (request === undefined || (request.toTag === '' && viaCount === transaction.viaCount)) &&
    client.address === transaction.client.address &&
    final !== undefined &&
    final.status < 300
      ? final
      : [],
  );
}

/** The proxy that forked the call sent the CANCEL, because another branch was faster; the caller did not. */
function isForkClearing(transaction: Transaction, conversation: Conversation): boolean {
  const above = cameFrom(transaction, conversation);
  return above.length > 0 ? above.every((upper) => upper.peer === undefined) : transaction.viaCount > 1;
}

/** What became of the call that was answered against the CANCEL (RFC 3261 §9.1, §15). */
function releaseOf(
  { cancel, answer }: Race,
  call: Call,
  forked: boolean,
  context: Context,
): Pick<Shown, 'release' | 'released'> {
  const { cancelRaceRelease } = context.thresholds;
  const since = Math.max(cancel.time, answer.message.time);
  const dialog = dialogOf(answer.message, call);
  // The caller keeps one of several answers: which one is its choice.
  const byes = (forked ? call.dialogs : dialog === undefined ? [] : [dialog]).flatMap(({ bye }) => bye ?? []);
  const released =
    byes.length === 0
      ? 0
      : milliseconds(
          since,
          byes.reduce((least, { start }) => Math.min(least, start), byes[0]?.start ?? 0),
        );
  if (byes.length > 0 && released <= cancelRaceRelease) return { release: 'done', released: Math.max(0, released) };
  if (forked || endedBefore(context, since, cancelRaceRelease)) return { release: 'unseen', released: 0 };
  if (byes.length > 0) return { release: 'late', released };
  const acknowledged = dialog?.acks.some((ack) => ack.cseq === answer.message.cseq) ?? false;
  // A 2xx without ACK is repeated: no ACK and no repeats mean that the ACK, and with it the BYE, took another path.
  if (!acknowledged && answer.repeats.length < context.thresholds.repeatsOf2xx)
    return { release: 'unseen', released: 0 };
  return { release: 'missing', released: 0 };
}

/** Rule 29: the caller hung up in the moment in which the callee answered. */
export const cancelAnswerRace = defineRule<'transaction', Shown>({
  id: 'cancel-answer-race',
  severity: 'warning',
  scope: 'transaction',
  title: 'CANCEL that crossed the answer',
  spec: ['RFC 3261 §9.1', 'RFC 3261 §15', 'RFC 5407 §3.1.2'],
  example: {
    caller: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    first: 'cancel',
    apart: 40,
    release: 'done',
    released: 120,
  },
  why: (args) =>
    args.release === 'late' || args.release === 'missing'
      ? 'For the network the call is up although the caller hung up: it is billed, and the callee listens to silence.'
      : 'The call counts as answered, and may be billed, although the caller had hung up.',
  fix: (args) =>
    args.release === 'late' || args.release === 'missing'
      ? [
          `Make ${args.caller} acknowledge the 2xx and send BYE at once: after a 2xx a CANCEL has no effect.`,
          'On the server, do not bill calls that the caller had cancelled before the answer reached it.',
        ]
      : [
          'Nothing has to be repaired if this is rare: hanging up and answering in the same moment is human.',
          'If it is frequent, look for a CANCEL that is held back on the way, or for a machine that answers very fast.',
        ],
  message: (args) =>
    (args.first === 'cancel'
      ? `${args.server} answered the INVITE ${duration(args.apart)} after ${args.caller} had sent CANCEL`
      : `${args.caller} sent CANCEL ${duration(args.apart)} after ${args.server} had answered the INVITE`) +
    {
      done: `; the call was released with BYE ${duration(args.released)} later.`,
      late: `, and the BYE that it needed came only ${duration(args.released)} later.`,
      missing: ', and no BYE released the call.',
      unseen: '.',
    }[args.release],
  limits: (args) =>
    args.release === 'unseen' ? 'Whether the call was released afterwards cannot be seen in this trace.' : '',
  concerns: (method) => method === 'INVITE',
  when: ({ transaction }) => transaction.method === 'INVITE' && transaction.peer !== undefined,
  *check({ transaction, conversation }, context) {
    if (transaction.peer === undefined || transaction.final === undefined) return;
    const race = raceOf(transaction);
    if (race === undefined || !('dialogs' in conversation)) return;
    const { cancel, answer } = race;
    const deeper = passedOn(transaction, conversation).some(
      (lower) => raceOf(lower)?.answer.message.toTag === answer.message.toTag,
    );
    if (deeper) return;
    const beside = answeredBeside(transaction, conversation);
    // The same dialog was reached on another way, and goes on there.
    if (beside.some(({ toTag }) => toTag === answer.message.toTag)) return;
    const forked = beside.length > 0 || isForkClearing(transaction, conversation);
    const outcome = releaseOf(race, conversation, forked, context);
    const bye = dialogOf(answer.message, conversation)?.bye?.request;
    yield {
      at: [cancel, answer.message, ...(bye === undefined ? [] : [bye])],
      args: {
        caller: transaction.client.name,
        server: transaction.server.name,
        first: cancel.time <= answer.message.time ? 'cancel' : 'answer',
        apart: Math.abs(milliseconds(cancel.time, answer.message.time)),
        ...outcome,
      },
      device: transaction.client.address,
      severity: outcome.release === 'late' || outcome.release === 'missing' ? 'error' : 'warning',
      confidence: 'certain',
    };
  },
});
