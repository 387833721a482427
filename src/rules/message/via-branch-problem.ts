import { MAGIC_COOKIE, parseVia, type Via } from '../../headers/via.ts';
import type { SipMessage, Transaction } from '../../model.ts';
import { findEarlier, findLater, isSecondSight } from '../around.ts';
import { clip } from '../clip.ts';
import { type Conversation, defineRule } from '../define.ts';
import { addressesInferred } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { messageName } from '../phrases.ts';

type Shown = {
  /**
   * `missing`, `old`: no branch, or none of RFC 3261. `bare`: the cookie and nothing more. `shared`: two requests with one branch. `ack`: the
   * ACK of a 2xx with the branch of its INVITE. `stack`: a response with more or fewer Via values than its request.
   * `altered`: a response whose branch is that of no request.
   */
  kind: 'missing' | 'old' | 'bare' | 'shared' | 'ack' | 'stack' | 'altered';
  sender: string;
  receiver: string;
  /** Empty where all requests of the sender are meant. */
  method: string;
  /** Of a response; 0 for requests. */
  status: number;
  branch: string;
  /** `shared`, `ack`: the earlier request, with its CSeq number where that differs. `altered`: the branch that was sent. */
  other: string;
  /** `stack`: Via values of the response and of the request. */
  count: number;
  expected: number;
};

const cookie = MAGIC_COOKIE.toLowerCase();

/** SER, OpenSER and Kamailio before 4.1 mark requests that they relay without state with this constant (syn_branch=1). */
export const CONSTANT = 'z9hG4bKcydzigwkX';

function hasCookie(branch: string): boolean {
  return branch.startsWith(MAGIC_COOKIE) || branch.toLowerCase().startsWith(cookie);
}

/** Same sender, same branch, another request. The CANCEL of an INVITE must share its branch (RFC 3261 §9.1). */
function sharesBranch(other: Transaction, { branch, client, cseq, method }: Transaction): boolean {
  if (other.branch !== branch || other.client.address !== client.address) return false;
  // Whether a CANCEL fits its INVITE is another rule's matter.
  if (method === 'CANCEL' || other.method === 'CANCEL') return false;
  return other.cseq !== cseq || other.method !== method;
}

function viasOf(message: SipMessage): readonly Via[] {
  return message.headers('Via').flatMap(parseVia);
}

/** One element made both branches: below it two that differ, as a stateless proxy must give them (§16.11) and did not. */
function isOwnFault(message: SipMessage, earlier: SipMessage): boolean {
  const [[top, below], [first, belowFirst]] = [viasOf(message), viasOf(earlier)];
  if (top === undefined || first === undefined || top.host !== first.host || top.port !== first.port) return false;
  if (below === undefined || belowFirst === undefined) return below === belowFirst;
  return below.branch !== belowFirst.branch || below.host !== belowFirst.host;
}

/** The ACK that the client sent for the 2xx of this INVITE with the INVITE's branch. */
function ackWithBranch({ branch, cseq, client, request, final }: Transaction, conversation: Conversation) {
  if (final === undefined || final.status >= 300 || request === undefined || !('dialogs' in conversation))
    return undefined;
  const dialog = conversation.dialogs.find(
    ({ callerTag, calleeTag }) =>
      (callerTag === final.fromTag && calleeTag === final.toTag) ||
      (callerTag === final.toTag && calleeTag === final.fromTag),
  );
  return dialog?.acks.find(
    (ack) => ack.branch === branch && ack.cseq === cseq && ack.source.address === client.address,
  );
}

/** Via values must come back as they went (§8.2.6.2): each proxy adds its own and takes it away again. */
function wrongStack({ request, responses }: Transaction): SipMessage | undefined {
  if (request === undefined || request.truncated) return undefined;
  for (const { message } of responses) {
    if (message.viaCount !== request.viaCount && message.viaCount > 0 && !message.truncated) return message;
  }
  return undefined;
}

/** The request that a response without request answers, but for its branch: repeated, since the client cannot use it. */
function lacksItsAnswer(other: Transaction, stray: Transaction): boolean {
  const { request, responses, requestRepeats } = other;
  return (
    request !== undefined &&
    responses.length === 0 &&
    other.method === stray.method &&
    other.cseq === stray.cseq &&
    other.viaCount === stray.viaCount &&
    other.client.address === stray.client.address &&
    other.server.address === stray.server.address &&
    request.fromTag === stray.responses[0].message.fromTag &&
    requestRepeats.some(({ time }) => time > stray.responses[0].message.time)
  );
}

/** Rule 64: the Via by which responses find back, and requests are told apart, is not fit for it. */
export const viaBranchProblem = defineRule<'transaction', Shown>({
  id: 'via-branch-problem',
  severity: 'warning',
  scope: 'transaction',
  title: 'Via branch that does not identify its request',
  // §8.1.1.7: begins with the cookie, unique to each request but CANCEL and the ACK of a refusal.
  // §8.2.6.2: a response carries the Via values of its request. §8.1.3.3: with a surplus one the client discards it.
  spec: ['RFC 3261 §8.1.1.7', 'RFC 3261 §8.1.3.3', 'RFC 3261 §8.2.6.2', 'RFC 3261 §16.11', 'RFC 3261 §17.1.3'],
  example: {
    kind: 'shared',
    sender: '192.0.2.1:5060',
    receiver: '192.0.2.7:5060',
    method: 'BYE',
    status: 0,
    branch: 'z9hG4bK-1',
    other: 'INVITE',
    count: 0,
    expected: 0,
  },
  why: ({ kind }) =>
    ({
      missing:
        'Servers fall back to the matching rules of RFC 2543: slower, and wrong where one client has several requests under way.',
      old: 'Servers fall back to the matching rules of RFC 2543: slower, and wrong where one client has several requests under way.',
      bare: 'All requests of this client look like one: servers answer a new call with the response of another, or drop it as a repetition.',
      shared: 'The server may take the later request for a repetition of the earlier and never act on it.',
      ack: 'The server may take the ACK for one of a refusal and swallow it; its 200 is then repeated, and the call drops after 32 s.',
      stack: 'The client, or a proxy on the way back, discards such a response: the request looks unanswered.',
      altered: 'The client cannot tell which request is answered and goes on repeating it.',
    })[kind],
  fix: ({ kind, sender, receiver, branch }) => [
    ...(branch === CONSTANT
      ? [
          `This constant is what SER, OpenSER and Kamailio before 4.1 write when they relay without state: set syn_branch=0 on ${sender}, or update it.`,
        ]
      : []),
    {
      missing: `Update the software of ${sender}: each request carries a branch that begins with z9hG4bK since RFC 3261.`,
      old: `Update the software of ${sender}: branches must begin with z9hG4bK since RFC 3261.`,
      bare: `Let ${sender} write a random part behind the cookie z9hG4bK, a new one for each request.`,
      shared: `Let ${sender} make a new branch for each request; only CANCEL and the ACK of a refusal use that of their INVITE. In SIPp write [branch] into each message instead of a fixed text.`,
      ack: `Let ${sender} make a new branch for the ACK of a 2xx: it is a request of its own.`,
      stack: `Let ${sender} copy all Via fields of the request into its responses, in the same order, and turn off header rules that touch Via.`,
      altered: `Let ${sender} send the topmost Via of the request back unchanged.`,
    }[kind],
    `If a router or session border controller stands between ${sender} and ${receiver}, turn off SIP ALG there and capture on both sides of it.`,
  ],
  message: ({ kind, sender, branch, other, count, expected, ...message }) =>
    ({
      missing: `${sender} sends requests without a Via branch, as before RFC 3261.`,
      old: `${sender} sends requests with Via branches that do not begin with z9hG4bK, as before RFC 3261.`,
      bare: `The branch of the ${messageName(message)} from ${sender} is the cookie ${branch} and nothing more.`,
      shared: `The ${messageName(message)} from ${sender} has the branch ${branch} of its earlier ${other}.`,
      ack: `The ACK by which ${sender} acknowledges the 2xx has the branch ${branch} of its INVITE.`,
      stack: `The ${messageName(message)} from ${sender} brings ${count} Via ${count === 1 ? 'value' : 'values'} where its request had ${expected}.`,
      altered: `The ${messageName(message)} from ${sender} has the branch ${branch}, and the request was sent with ${other || 'none'}.`,
    })[kind],
  when: ({ transaction, conversation }) => {
    const { request, responses, branch } = transaction;
    if (request === undefined) return responses.length > 0 && transaction.branch !== '';
    if (!hasCookie(branch) || branch.length <= cookie.length) return true;
    if (wrongStack(transaction) !== undefined) return true;
    if (findEarlier(transaction, conversation, sharesBranch) !== undefined) return true;
    return transaction.method === 'INVITE' && ackWithBranch(transaction, conversation) !== undefined;
  },
  *check({ transaction, conversation }) {
    const { request, branch, client, server } = transaction;
    const args = {
      sender: client.name,
      receiver: server.name,
      method: clip(transaction.method, 20),
      status: 0,
      branch: clip(branch),
      other: '',
      count: 0,
      expected: 0,
    };
    const certain = { confidence: 'certain', device: client.address } as const;

    if (request === undefined) {
      const [{ message }] = transaction.responses;
      if (addressesInferred(message)) return;
      const sent =
        findEarlier(transaction, conversation, lacksItsAnswer) ?? findLater(transaction, conversation, lacksItsAnswer);
      if (sent?.request === undefined) return;
      yield {
        at: [message, sent.request],
        args: {
          ...args,
          kind: 'altered',
          sender: server.name,
          receiver: client.name,
          method: clip(message.method, 20),
          status: message.status,
          other: clip(sent.branch),
        },
        device: server.address,
        confidence: 'likely',
      };
      return;
    }
    if (request.truncated || addressesInferred(request) || isSecondSight(transaction, conversation)) return;

    const response = wrongStack(transaction);
    if (response !== undefined) {
      const deeper = passedOn(transaction, conversation).some((lower) => wrongStack(lower) !== undefined);
      if (!deeper)
        yield {
          at: [response, request],
          args: {
            ...args,
            kind: 'stack',
            sender: server.name,
            receiver: client.name,
            method: clip(response.method, 20),
            status: response.status,
            branch: '',
            count: response.viaCount,
            expected: request.viaCount,
          },
          device: server.address,
          confidence: 'certain',
        };
    }
    // Without a Via at all it is another rule's matter.
    if (request.viaCount === 0) return;
    if (!hasCookie(branch)) {
      // One finding for each sender, whatever it writes into its branches.
      const kind = branch === '' ? 'missing' : 'old';
      yield { at: [request], args: { ...args, kind, method: '', branch: '' }, ...certain, severity: 'info' };
      return;
    }
    if (branch.length <= cookie.length) {
      yield { at: [request], args: { ...args, kind: 'bare' }, ...certain };
      return;
    }
    const earlier = findEarlier(transaction, conversation, sharesBranch);
    if (earlier?.request !== undefined && isOwnFault(request, earlier.request)) {
      const other = clip(earlier.method, 20);
      yield {
        at: [request, earlier.request],
        args: {
          ...args,
          kind: 'shared',
          other: earlier.cseq === transaction.cseq ? other : `${other} ${earlier.cseq}`,
        },
        ...certain,
      };
    }
    const ack = transaction.method === 'INVITE' ? ackWithBranch(transaction, conversation) : undefined;
    if (ack !== undefined && isOwnFault(ack, request))
      yield { at: [ack, request], args: { ...args, kind: 'ack', method: 'ACK' }, ...certain };
  },
});
