import { MAGIC_COOKIE } from '../../headers/via.ts';
import type { Call, SipMessage, Transaction } from '../../model.ts';
import { findEarlier, findLater, isSecondSight } from '../around.ts';
import { clip } from '../clip.ts';
import { type Conversation, defineRule } from '../define.ts';
import { addressesInferred } from '../guards.ts';
import { cameFrom, passedOn } from '../hops.ts';
import { messageName, tagPair } from '../phrases.ts';

type Shown = {
  /**
   * `from`: a request without From tag. `kept`: a new attempt with the To tag of the refusal. `unanswered`: a response
   * without To tag. `changed`: a response with another tag than its request. `swapped`: the callee speaks with the
   * caller's tag. `untagged`: a request of a dialog without its To tag.
   */
  kind: 'from' | 'kept' | 'unanswered' | 'changed' | 'swapped' | 'untagged';
  /** Of the request, or of the response in its CSeq. */
  method: string;
  sender: string;
  receiver: string;
  field: 'From' | 'To';
  /** The tag that is there and the one that should be; of `swapped` From and To tag. */
  sent: readonly string[];
  expected: readonly string[];
  /** Of the response that is meant, or that refused the request; 0 without. */
  status: number;
};

/** Exist only within a dialog. */
const INSIDE = ['BYE', 'PRACK', 'UPDATE'];
/** Their 2xx makes a dialog (RFC 3261 §12.1, RFC 6665 §4.4.1). */
const CREATING = ['INVITE', 'SUBSCRIBE', 'REFER'];

function isSame(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

/** The attempt that was refused with the To tag that this one carries, one number before it. */
function wasRefused(other: Transaction, { request, method, cseq }: Transaction): boolean {
  return (
    request !== undefined &&
    other.method === method &&
    other.cseq === cseq - 1 &&
    other.final !== undefined &&
    other.final.status >= 300 &&
    other.final.toTag === request.toTag &&
    other.final.time < request.time &&
    other.request?.toTag === '' &&
    other.request.fromTag === request.fromTag &&
    other.client.address === request.source.address &&
    other.responses.every(({ message }) => message.status === 100 || message.status >= 300)
  );
}

/** Response whose tags are not those of its request (RFC 3261 §8.2.6.2). */
function changed({ request, responses }: Transaction): { response: SipMessage; field: 'From' | 'To' } | undefined {
  if (request === undefined) return undefined;
  for (const { message } of responses) {
    if (request.fromTag !== '' && !isSame(message.fromTag, request.fromTag))
      return { response: message, field: 'From' };
    if (request.toTag !== '' && !isSame(message.toTag, request.toTag)) return { response: message, field: 'To' };
  }
  return undefined;
}

/** The first response above 100 without To tag. */
function untagged({ request, responses }: Transaction): SipMessage | undefined {
  if (request === undefined || request.toTag !== '') return undefined;
  for (const { message } of responses) if (message.status > 100 && message.toTag === '') return message;
  return undefined;
}

/** On its way along a path that passes the same two hosts in both directions. */
function comesBack(other: Transaction, transaction: Transaction): boolean {
  const { request, client, server } = transaction;
  if (other.request === undefined || other.client.address !== server.address) return false;
  if (other.server.address !== client.address || other.request.fromTag !== request?.fromTag) return false;
  return other.cseq === transaction.cseq && other.method === transaction.method;
}

/** The caller's INVITE on this very hop, when the request goes against its direction under the caller's tag. */
function swappedAgainst(transaction: Transaction, request: SipMessage, call: Call): Transaction | undefined {
  const { client, server } = transaction;
  if (client.address === server.address) return undefined;
  const { fromTag, toTag } = request;
  if (!call.dialogs.some(({ callerTag, calleeTag }) => callerTag === fromTag && calleeTag === toTag)) return undefined;
  const isInvite = (other: Transaction) =>
    other.method === 'INVITE' && other.request?.toTag === '' && other.request.fromTag === fromTag;
  // A path that runs back over the same two hosts shows the INVITE in both directions.
  const along = (other: Transaction) => isInvite(other) && other.client.address === client.address;
  if (findEarlier(transaction, call, along) !== undefined) return undefined;
  if ((findEarlier(transaction, call, comesBack) ?? findLater(transaction, call, comesBack)) !== undefined)
    return undefined;
  return findEarlier(
    transaction,
    call,
    (other) => isInvite(other) && other.client.address === server.address && other.server.address === client.address,
  );
}

/** What a request with both tags could contradict: a refusal that gave the To tag, or an INVITE of the other side's. */
function mayContradict({ request: earlier, final, client }: Transaction, { request, server }: Transaction): boolean {
  if (final !== undefined && final.status >= 300 && final.toTag === request?.toTag) return true;
  return earlier?.toTag === '' && earlier.fromTag === request?.fromTag && client.address === server.address;
}

type Found = Pick<Shown, 'kind' | 'field' | 'sent' | 'expected'> & { at: readonly SipMessage[] };

/** The dialog that a request with one tag only belongs to, when both sides of it are known to have one. */
function knownDialog(
  { fromTag, toTag }: SipMessage,
  method: string,
  conversation: Conversation,
): Pick<Shown, 'field' | 'expected'> | undefined {
  if (!INSIDE.includes(method) || !('dialogs' in conversation) || (fromTag !== '' && toTag !== '')) return undefined;
  const own = fromTag === '' ? toTag : fromTag;
  // A fork that never answered says nothing about the one that did, perhaps without a tag.
  const dialog = conversation.dialogs.find(
    ({ callerTag, calleeTag, answer }) =>
      (callerTag === own || calleeTag === own) && (method !== 'BYE' || answer !== undefined),
  );
  if (own === '' || dialog === undefined) return undefined;
  const expected = dialog.callerTag === own ? dialog.calleeTag : dialog.callerTag;
  return expected === '' ? undefined : { field: fromTag === '' ? 'From' : 'To', expected: [clip(expected)] };
}

function inRequest(transaction: Transaction, request: SipMessage, conversation: Conversation): Found | undefined {
  const { method } = transaction;
  if (method === 'CANCEL') return undefined;
  if (request.fromTag === '' && request.toTag === '') {
    // An element of RFC 2543 shows by its branch; servers must take its requests (§12.1.1).
    if (!transaction.branch.startsWith(MAGIC_COOKIE)) return undefined;
    return { kind: 'from', field: 'From', sent: [], expected: [], at: [request] };
  }
  const known = knownDialog(request, method, conversation);
  if (known !== undefined) return { kind: 'untagged', ...known, sent: [], at: [request] };
  if (request.toTag !== '') {
    const refused = findEarlier(transaction, conversation, wasRefused);
    if (refused?.final !== undefined) {
      return { kind: 'kept', field: 'To', sent: [clip(request.toTag)], expected: [], at: [request, refused.final] };
    }
    const invite = 'dialogs' in conversation ? swappedAgainst(transaction, request, conversation) : undefined;
    if (invite?.request === undefined) return undefined;
    const sent = [clip(request.fromTag, 40), clip(request.toTag, 40)];
    return { kind: 'swapped', field: 'From', sent, expected: [sent[1], sent[0]], at: [request, invite.request] };
  }
  return undefined;
}

/** Rule 66: the tags, by which a dialog is known, are missing or wrong. */
export const tagProblem = defineRule<'transaction', Shown>({
  id: 'tag-problem',
  severity: 'error',
  scope: 'transaction',
  title: 'From or To tag missing or wrong',
  // §8.1.1.2: no To tag outside a dialog. §8.1.1.3: a From tag in each request. §8.2.6.2: tags of a response are those
  // of its request, and a To tag is added to all but 100. §12.2.1.1: To is the remote side's, From the own.
  spec: ['RFC 3261 §8.1.1.2', 'RFC 3261 §8.1.1.3', 'RFC 3261 §8.2.6.2', 'RFC 3261 §12.2.1.1', 'RFC 3261 §19.3'],
  example: {
    kind: 'untagged',
    method: 'BYE',
    sender: '192.0.2.1:5060',
    receiver: '192.0.2.7:5060',
    field: 'To',
    sent: [],
    expected: ['b1'],
    status: 481,
  },
  why: ({ kind }) =>
    ({
      from: 'Strict servers refuse the request with 400, and no dialog can be told apart from another with the same Call-ID.',
      kept: 'The server looks for a dialog with this tag, finds none and refuses the new attempt with 481.',
      unanswered:
        'Clients must put up with it as with a server before RFC 3261, but forks cannot be told apart, and strict ones drop the response.',
      changed:
        'The client cannot match the response to its dialog; sooner or later one side hangs in a call that is over.',
      swapped:
        'The receiver knows no dialog with these tags in this order and answers 481: the call stays up on one side.',
      untagged: 'The receiver knows no such dialog and answers 481: the call stays up on one side.',
    })[kind],
  fix: ({ kind, sender, field }) => [
    {
      from: `Let ${sender} add a tag to From in each request: update its software or repair its script.`,
      kept: `Let ${sender} take the To of its first attempt, without tag, when it tries again after a refusal.`,
      unanswered: `Let ${sender} add a To tag to each response but 100. In SIPp write the line [last_To:];tag=[pid]SIPpTag01[call_number] into the response: [last_To:] brings the name of the field with it.`,
      changed: `Let ${sender} copy the ${field} field of the request into the response, tag included.`,
      swapped: `Let ${sender} swap From and To when it sends requests within a call that it answered: its own tag belongs in From.`,
      untagged: `Let ${sender} take From and To of the dialog with their tags into each request of the call.`,
    }[kind],
    'If a back-to-back user agent or session border controller stands between, capture on both sides of it: it may map tags in one direction only.',
  ],
  message: ({ kind, method, sender, field, sent, expected, status }) =>
    ({
      from: `The ${method} of ${sender} has no From tag.`,
      kept: `${sender} sent its ${method} again with the To tag ${sent[0]} of the refusal.`,
      unanswered: `The ${messageName({ method, status })} from ${sender} has no To tag.`,
      changed: `The ${messageName({ method, status })} from ${sender} has ${sent.length === 0 ? `no ${field} tag` : `the ${field} tag ${sent[0]}`} where its request has ${expected[0] ?? 'none'}.`,
      swapped: `The ${method} of ${sender}, which answered the call, has the tags of the caller's side (${tagPair(sent)}) instead of ${tagPair(expected)}.`,
      untagged: `The ${method} of ${sender} has no ${field} tag, and that of its dialog is ${expected[0]}.`,
    })[kind] + (status >= 300 && kind !== 'unanswered' && kind !== 'changed' ? ` It was refused with ${status}.` : ''),
  when: ({ transaction, conversation }) => {
    const { request, method } = transaction;
    if (request === undefined) return false;
    if (request.fromTag === '' || (request.toTag === '' && INSIDE.includes(method))) return true;
    if (request.toTag !== '' && findEarlier(transaction, conversation, mayContradict) !== undefined) return true;
    return changed(transaction) !== undefined || untagged(transaction) !== undefined;
  },
  *check({ transaction, conversation }) {
    const { request, client, server, method, final } = transaction;
    if (request === undefined || request.truncated || addressesInferred(request)) return;
    if (isSecondSight(transaction, conversation)) return;
    const status = final?.status ?? 0;
    const found = inRequest(transaction, request, conversation);
    if (found !== undefined && cameFrom(transaction, conversation).length === 0) {
      const { at, ...shown } = found;
      yield {
        at: status >= 300 && final !== undefined ? [...at, final] : at,
        args: { ...shown, method: clip(method, 20), sender: client.name, receiver: server.name, status },
        device: client.address,
        confidence: 'certain',
        // Most servers take a request without From tag.
        severity: shown.kind === 'from' && status < 300 ? 'warning' : 'error',
      };
    }
    const ends = { sender: server.name, receiver: client.name };
    const device = server.address;
    const other = changed(transaction);
    if (other !== undefined && !other.response.truncated) {
      const tagOf = ({ fromTag, toTag }: SipMessage) => {
        const tag = clip(other.field === 'From' ? fromTag : toTag);
        return tag === '' ? [] : [tag];
      };
      if (passedOn(transaction, conversation).every((lower) => changed(lower) === undefined)) {
        yield {
          at: [other.response, request],
          args: {
            ...ends,
            kind: 'changed',
            method: clip(other.response.method, 20),
            field: other.field,
            sent: tagOf(other.response),
            expected: tagOf(request),
            status: other.response.status,
          },
          device,
          confidence: 'certain',
        };
      }
      return;
    }
    const bare = untagged(transaction);
    if (bare === undefined || bare.truncated) return;
    if (passedOn(transaction, conversation).some((lower) => untagged(lower) !== undefined)) return;
    const matters = bare.status < 300 && CREATING.includes(method);
    yield {
      at: [bare, request],
      args: {
        ...ends,
        kind: 'unanswered',
        method: clip(bare.method, 20),
        field: 'To',
        sent: [],
        expected: [],
        status: bare.status,
      },
      device,
      confidence: 'certain',
      // A client must take it for the null tag of RFC 2543 (§12.1.2), and most do.
      severity: matters ? 'warning' : 'info',
    };
  },
});
