import type { SipMessage, Transaction } from '../../model.ts';
import { findEarlier, findLater, messagesFrom } from '../around.ts';
import { clip } from '../clip.ts';
import { type Conversation, defineRule } from '../define.ts';
import { addressesInferred, endedBefore } from '../guards.ts';
import { passedOn } from '../hops.ts';

type Shown = {
  client: string;
  server: string;
  status: number;
  phrase: string;
  rack: string;
  /** The call was answered all the same. */
  answered: boolean;
};

/** The INVITE whose response the PRACK acknowledges. */
function isInviteOf(other: Transaction, { client, request }: Transaction): boolean {
  return (
    other.method === 'INVITE' &&
    other.client.address === client.address &&
    other.request !== undefined &&
    other.request.fromTag === request?.fromTag &&
    other.responses.some(({ message }) => message.toTag === request.toTag)
  );
}

/** The same response is acknowledged once more, with credentials or repaired, and the server takes it. */
function isMadeGood(transaction: Transaction, conversation: Conversation): boolean {
  const rack = transaction.request?.header('RAck');
  const accepted = (other: Transaction) =>
    other.method === 'PRACK' &&
    other.client.address === transaction.client.address &&
    (other.final === undefined || other.final.status < 300) &&
    // Of one that was not captured only its 2xx tells.
    (other.request === undefined ||
      (other.request.toTag === transaction.request?.toTag && other.request.header('RAck') === rack));
  return (
    (findLater(transaction, conversation, accepted) ?? findEarlier(transaction, conversation, accepted)) !== undefined
  );
}

/** The client had the final response of its INVITE: it acknowledged it before the PRACK was refused. */
function isOver(invite: Transaction | undefined, refusal: SipMessage, conversation: Conversation): boolean {
  if (invite === undefined) return false;
  if (invite.final !== undefined) return invite.final.time <= refusal.time;
  return messagesFrom(conversation, invite.start).some(
    ({ method, isRequest, cseq, time, source }) =>
      isRequest &&
      method === 'ACK' &&
      cseq === invite.cseq &&
      time <= refusal.time &&
      source.address === invite.client.address,
  );
}

/** Rule 48: the server refuses the PRACK for its own response. */
export const prackRejected = defineRule<'transaction', Shown>({
  id: 'prack-rejected',
  severity: 'error',
  scope: 'transaction',
  title: 'PRACK refused',
  // §3: a PRACK that matches an unacknowledged response gets 2xx; 481 only where none matches.
  spec: ['RFC 3262 §3', 'RFC 3262 §5', 'RFC 3261 §22.1'],
  example: {
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    status: 481,
    phrase: 'Call/Transaction Does Not Exist',
    rack: '1 1 INVITE',
    answered: false,
  },
  why: ({ answered }) =>
    answered
      ? 'The call was answered all the same, but the server goes on repeating its response, and SDP in the PRACK is lost.'
      : 'The provisional response stays unacknowledged: the server repeats it and refuses the call after 32 s.',
  fix: ({ client, server, status, rack }) => [
    status === 401 || status === 407
      ? `Let ${server} accept PRACK without a new challenge, or let ${client} send the credentials of the INVITE in it.`
      : status === 481
        ? `Compare RAck (${rack}) and tags of the PRACK with RSeq, CSeq number and To tag of the response: with forks each To tag has its own numbers.`
        : status === 488 || status === 606
          ? `The SDP offer in the PRACK of ${client} is refused: offer the codecs that the early dialog uses, or send the offer in an UPDATE.`
          : `Read the phrase and the log of ${server}: it does not accept this PRACK.`,
    'Turn 100rel off on one side if the devices cannot be made to agree.',
  ],
  message: ({ client, server, status, phrase, rack }) =>
    `${server} refused the PRACK of ${client} (RAck ${rack === '' ? 'missing' : rack}) with ${status}${phrase === '' ? '' : ` ${phrase}`}.`,
  concerns: (method, end) => method === 'PRACK' && end === 'refused',
  when: ({ transaction: { method, final } }) => method === 'PRACK' && final !== undefined && final.status >= 300,
  *check({ transaction, conversation }, context) {
    const { request, final, client, server } = transaction;
    if (request === undefined || final === undefined || addressesInferred(request)) return;
    if (passedOn(transaction, conversation).some((lower) => lower.final !== undefined && lower.final.status >= 300))
      return;
    const invite = findEarlier(transaction, conversation, isInviteOf);
    // The INVITE has its final response: then nothing waits for the PRACK any more.
    if (isOver(invite, final, conversation)) return;
    if (isMadeGood(transaction, conversation)) return;
    const challenged = final.status === 401 || final.status === 407;
    if (challenged && endedBefore(context, final.time, context.thresholds.challengeAnswer)) {
      yield { undetermined: 'G-END' };
      return;
    }
    if (invite === undefined && final.status === 481) {
      yield { undetermined: 'G-START' };
      return;
    }
    const answered = invite?.final !== undefined && invite.final.status < 300;
    yield {
      at: [final, request],
      args: {
        client: client.name,
        server: server.name,
        status: final.status,
        phrase: clip(final.phrase),
        rack: clip(request.header('RAck') ?? '', 40),
        answered,
      },
      device: final.status === 481 || final.status === 400 ? client.address : server.address,
      confidence: 'certain',
      severity: answered ? 'warning' : 'error',
    };
  },
});
