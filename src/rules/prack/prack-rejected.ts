import type { Transaction } from '../../model.ts';
import { findEarlier, findLater } from '../around.ts';
import { type Conversation, defineRule } from '../define.ts';
import { addressesInferred } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { clip } from '../wording.ts';

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
    other.request?.toTag === transaction.request?.toTag &&
    other.request?.header('RAck') === rack &&
    (other.final === undefined || other.final.status < 300);
  return (
    (findLater(transaction, conversation, accepted) ?? findEarlier(transaction, conversation, accepted)) !== undefined
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
  when: ({ transaction: { method, final } }) => method === 'PRACK' && final !== undefined && final.status >= 300,
  *check({ transaction, conversation }) {
    const { request, final, client, server } = transaction;
    if (request === undefined || final === undefined || addressesInferred(request)) return;
    if (passedOn(transaction, conversation).some((lower) => lower.final !== undefined && lower.final.status >= 300))
      return;
    const invite = findEarlier(transaction, conversation, isInviteOf);
    // The INVITE has its final response: then nothing waits for the PRACK any more.
    if (invite?.final !== undefined && invite.final.time <= final.time) return;
    if (isMadeGood(transaction, conversation)) return;
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
