import type { Call, Dialog, SipMessage, Transaction } from '../../model.ts';
import { type Conversation, defineRule } from '../define.ts';
import { beganBefore } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { fieldName, tagPair } from '../phrases.ts';

type Kind =
  | 'crossing'
  | 'repeated'
  | 'ended'
  | 'late-cancel'
  | 'cancel'
  | 'late-prack'
  | 'prack'
  | 'notify'
  | 'subscribe'
  | 'replaces'
  | 'tags'
  | 'lost';

type Shown = {
  kind: Kind;
  method: string;
  client: string;
  server: string;
  /** Which identifier of the dialog differs from those that the trace knows; empty when none does. */
  differs: '' | 'to-tag' | 'from-tag' | 'both-tags' | 'direction';
  /** The tag, or the From and the To tag, that it has and that the dialog has. */
  used: readonly string[];
  known: readonly string[];
};

interface Finding {
  readonly kind: Kind;
  readonly at?: readonly SipMessage[];
  readonly difference?: Difference;
}

interface Difference {
  readonly differs: Shown['differs'];
  readonly used: Shown['used'];
  readonly known: Shown['known'];
}

const same: Difference = { differs: '', used: [], known: [] };

/** Transactions of a dialog that are searched for what ended it, from the newest back. */
const LOOK_BACK = 64;

function dialogOf({ fromTag, toTag }: SipMessage, call: Call): Dialog | undefined {
  return call.dialogs.find(
    ({ callerTag, calleeTag }) =>
      (callerTag === fromTag && calleeTag === toTag) || (callerTag === toTag && calleeTag === fromTag),
  );
}

/** Which of the tags does not belong to any dialog of the call. */
function differenceOf(request: SipMessage, call: Call): Difference {
  const { fromTag, toTag } = request;
  const caller = call.attempts[0]?.client.address;
  for (const { callerTag, calleeTag } of call.dialogs) {
    if (callerTag !== fromTag || calleeTag !== toTag) continue;
    // The callee speaks with the caller's tag as its own.
    if (request.source.address === caller || request.destination.address !== caller) return same;
    return { differs: 'direction', used: [fromTag, toTag], known: [calleeTag, callerTag] };
  }
  if (dialogOf(request, call) !== undefined) return same;
  for (const { callerTag, calleeTag } of call.dialogs) {
    if (fromTag === callerTag) return { differs: 'to-tag', used: [toTag], known: [calleeTag] };
    if (fromTag === calleeTag) return { differs: 'to-tag', used: [toTag], known: [callerTag] };
    if (toTag === calleeTag) return { differs: 'from-tag', used: [fromTag], known: [callerTag] };
    if (toTag === callerTag) return { differs: 'from-tag', used: [fromTag], known: [calleeTag] };
  }
  const first = call.dialogs[0];
  if (first === undefined) return same;
  return { differs: 'both-tags', used: [fromTag, toTag], known: [first.callerTag, first.calleeTag] };
}

/** The BYE that had ended the dialog before `refusal` came: the other side's, or an earlier one of the same side. */
function endedBy(transaction: Transaction, refusal: SipMessage, dialog: Dialog): Finding | undefined {
  const all = dialog.transactions;
  for (let i = all.length - 1; i >= Math.max(0, all.length - LOOK_BACK); i--) {
    const { method, request } = all[i];
    if (method !== 'BYE' || request === undefined || request.time > refusal.time) continue;
    const ownSide = request.fromTag === refusal.fromTag;
    if (ownSide && (request.cseq >= refusal.cseq || all[i].final === undefined)) continue;
    const kind = transaction.method !== 'BYE' ? 'ended' : ownSide ? 'repeated' : 'crossing';
    return { kind, at: [request] };
  }
  return undefined;
}

function explainCancel({ peer }: Transaction, refusal: SipMessage): Finding {
  const over = peer?.final !== undefined && peer.final.time <= refusal.time;
  return over && peer?.final !== undefined ? { kind: 'late-cancel', at: [peer.final] } : { kind: 'cancel' };
}

/** Undefined: nothing to report. `G-START`: what came before cannot be known. */
function explain(
  transaction: Transaction,
  request: SipMessage,
  refusal: SipMessage,
  conversation: Conversation,
): Finding | 'G-START' | 'G-LOSS' | undefined {
  const { method } = transaction;
  if (method === 'CANCEL') return explainCancel(transaction, refusal);
  if (request.toTag === '') {
    if (method === 'INVITE') return request.has('Replaces') ? { kind: 'replaces' } : undefined;
    return method === 'NOTIFY' ? { kind: 'notify' } : undefined;
  }
  if (method === 'NOTIFY' || method === 'SUBSCRIBE') return { kind: method === 'NOTIFY' ? 'notify' : 'subscribe' };
  if (!('dialogs' in conversation)) return 'G-START';
  const dialog = dialogOf(request, conversation);
  const ended = dialog && endedBy(transaction, refusal, dialog);
  if (ended !== undefined) return ended;
  const { answer, state } = dialog ?? {};
  // The other side hung up, as the answer to its BYE shows, and the capture lost the BYE.
  const unseen = conversation.transactions.some((one) => one.method === 'BYE' && one.request === undefined);
  if (method === 'BYE' && unseen) return 'G-LOSS';
  if (method === 'PRACK') {
    const over = answer !== undefined ? answer.time <= refusal.time : state === 'terminated';
    return { kind: over ? 'late-prack' : 'prack' };
  }
  // An early dialog goes with the final response that refuses its INVITE.
  if (state === 'terminated' && answer === undefined && !beganBefore(conversation)) return { kind: 'ended' };
  const difference = differenceOf(request, conversation);
  if (difference.differs !== '') return { kind: 'tags', difference };
  return beganBefore(conversation) ? 'G-START' : { kind: 'lost' };
}

/** What is an ordinary end or race; the rest costs somebody a call. */
const severities: Partial<Record<Kind, 'info' | 'warning'>> = {
  crossing: 'info',
  repeated: 'info',
  ended: 'info',
  'late-cancel': 'info',
  'late-prack': 'info',
  notify: 'info',
  prack: 'warning',
  subscribe: 'warning',
};

/** Rule 24: a request that the other side can assign to no dialog. */
export const dialogUnknown481 = defineRule<'transaction', Shown>({
  id: 'dialog-unknown-481',
  severity: 'error',
  scope: 'transaction',
  title: 'Request refused with 481',
  spec: ['RFC 3261 §12.2.2', 'RFC 3261 §15.1.2', 'RFC 5057 §5.1', 'RFC 5407 §3.2.1'],
  example: {
    kind: 'lost',
    method: 'BYE',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    differs: '',
    used: [],
    known: [],
  },
  why: ({ kind, method }) =>
    ({
      crossing: 'Nothing is wrong: both sides hung up at the same time.',
      repeated: 'Nothing is lost: the dialog had ended before.',
      ended: 'Nothing is lost: the dialog ended while the request was under way.',
      'late-cancel': 'Nothing is lost: the INVITE had its final response already.',
      cancel: 'The callee goes on ringing although the caller hung up.',
      'late-prack': 'Nothing is lost: the INVITE had its final response already.',
      prack:
        'The provisional response stays unacknowledged, and the callee repeats it and refuses the call after 32 s.',
      notify: 'The receiver has no such subscription (any more), so the sender must stop.',
      subscribe: 'The subscription is gone: the subscriber gets no more notifications until it subscribes anew.',
      replaces: 'The attended transfer or call pick-up fails.',
      tags: `The ${method} does not reach the dialog it is meant for; sooner or later one side hangs in a call that is over.`,
      lost: `One side holds a call that the other does not know (any more), and this ${method} could not change that.`,
    })[kind],
  fix: ({ kind, server, client }) =>
    ({
      crossing: ['Nothing to do.'],
      repeated: [`Let ${client} stop after the first BYE was answered.`],
      ended: ['Nothing to do.'],
      'late-cancel': ['Nothing to do.'],
      cancel: [
        `Let ${client} send the CANCEL with the branch, Request-URI, tags and CSeq number of its INVITE, to the same address.`,
        `If there are several nodes behind ${server}, make the balancer send the CANCEL to the node that has the INVITE.`,
      ],
      'late-prack': ['Nothing to do.'],
      prack: [
        'Compare the RAck of the PRACK with RSeq and CSeq of the provisional response, and its tags with those of the dialog.',
      ],
      notify: [
        `Let ${client} drop the subscription when it gets 481.`,
        `Check whether ${server} restarted and lost its subscriptions.`,
      ],
      subscribe: [
        `Let ${client} subscribe anew, without To tag and with a new Call-ID.`,
        `Check whether ${server} restarted or let the subscription expire.`,
      ],
      replaces: [
        `Compare Call-ID and tags of Replaces with the call that ${server} is to give up, with the tags as that host sees them.`,
      ],
      tags: [
        `Repair the tags in ${client}: they must be those of the 2xx, with the sender's own in From.`,
        'If a session border controller or ALG stands between, capture on both sides of it: it may rewrite tags in one direction only.',
      ],
      lost: [
        `Check whether ${server} restarted, failed over or ended the call by a timer (session expiry, media timeout) without a BYE.`,
        `If there are several nodes behind ${server}, replicate dialogs or keep a call on its node with Record-Route.`,
        'Compare the path of this request with that of the INVITE: without Record-Route it goes past the proxy that knows the call.',
      ],
    })[kind],
  message: ({ kind, method, client, server, differs, used, known }) =>
    ({
      crossing: `The BYE of ${client} crossed that of the other side, so ${server} answered it with 481.`,
      repeated: `${client} sent BYE once more after its first had ended the dialog, and ${server} answered 481.`,
      ended: `The ${method} of ${client} came after the end of the dialog, and ${server} answered 481.`,
      'late-cancel': `The CANCEL of ${client} came after the final response of ${server}, which answered it with 481.`,
      cancel: `${server} finds no INVITE that the CANCEL of ${client} could end: 481.`,
      'late-prack': `The PRACK of ${client} came after the final response of ${server}, which answered it with 481.`,
      prack: `${server} knows no provisional response that the PRACK of ${client} acknowledges: 481.`,
      notify: `${server} knows no subscription for the NOTIFY of ${client}: 481.`,
      subscribe: `${server} does not know the subscription that ${client} wants to refresh: 481.`,
      replaces: `${server} does not know the call that the INVITE of ${client} is to replace: 481.`,
      tags:
        `The ${method} of ${client} got 481: its ${fieldName(differs)} ` +
        (differs === 'direction'
          ? `(${tagPair(used)}) is reversed, the dialog has ${tagPair(known)}.`
          : `(${used.join(', ')}) differs from that of the dialog, ${known.join(', ')}.`),
      lost: `${server} does not know the dialog of the ${method} that ${client} sent, although its Call-ID and tags are right: 481.`,
    })[kind],
  limits: ({ kind }) =>
    kind === 'lost' ? 'Why the dialog is unknown there (restart, timer, other node) is not in the trace.' : '',
  concerns: (_, end) => end === 'refused',
  when: ({ transaction }) => transaction.final?.status === 481,
  *check({ transaction, conversation }) {
    const { final, request, method } = transaction;
    if (final?.status !== 481 || request === undefined) return;
    if (passedOn(transaction, conversation).some((lower) => lower.final?.status === 481)) return;
    const finding = explain(transaction, request, final, conversation);
    if (finding === undefined) return;
    if (finding === 'G-START' || finding === 'G-LOSS') {
      yield { undetermined: finding };
      return;
    }
    const { kind, at = [], difference = same } = finding;
    yield {
      at: [final, request, ...at],
      args: { kind, method, client: transaction.client.name, server: transaction.server.name, ...difference },
      device: kind === 'lost' ? transaction.server.address : transaction.client.address,
      severity: severities[kind] ?? 'error',
      confidence: 'certain',
    };
  },
});
