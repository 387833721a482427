import { isSameUri } from '../../headers/uri.ts';
import type { SipMessage, Transaction } from '../../model.ts';
import { findEarlier, isSecondSight } from '../around.ts';
import { clip } from '../clip.ts';
import { type Context, type Conversation, defineRule } from '../define.ts';
import { addressesInferred, milliseconds } from '../guards.ts';
import { cameFrom } from '../hops.ts';
import { duration, fieldName, type IdField } from '../phrases.ts';

type Shown = {
  /** `early`: before any response. `elsewhere`: to another host than the INVITE. */
  kind: 'early' | 'differs' | 'elsewhere' | 'method' | 'require' | 'challenged';
  client: string;
  server: string;
  field: '' | IdField;
  /** Empty where one has no tag. */
  sent: string;
  expected: string;
  /** `early`: from the CANCEL to the first sign that nothing had come back, ms. */
  apart: number;
  status: number;
};

/** What else there is of the cancelled request (RFC 3261 §9.1): all these are its own. */
function difference(cancel: SipMessage, invite: SipMessage): Pick<Shown, 'field' | 'sent' | 'expected'> | undefined {
  if (cancel.cseq !== invite.cseq) {
    return { field: 'cseq-number', sent: String(cancel.cseq), expected: String(invite.cseq) };
  }
  if (cancel.fromTag !== invite.fromTag) {
    return { field: 'from-tag', sent: clip(cancel.fromTag), expected: clip(invite.fromTag) };
  }
  if (cancel.toTag !== invite.toTag) {
    return { field: 'to-tag', sent: clip(cancel.toTag), expected: clip(invite.toTag) };
  }
  if (!isSameUri(cancel.requestUri, invite.requestUri)) {
    return { field: 'request-uri', sent: clip(cancel.requestUri), expected: clip(invite.requestUri) };
  }
  return undefined;
}

/**
 * Proof that the client had no response when it sent CANCEL. A missing response proves nothing, it may be missing in the
 * capture only: the 100 that a server sends once came later, or the client went on repeating its INVITE.
 */
function proofOfHaste({ responses, requestRepeats }: Transaction, cancel: SipMessage, context: Context) {
  const first = responses[0]?.message;
  if (first !== undefined && first.time <= cancel.time) return undefined;
  const { reordering } = context.thresholds;
  const late = (message: SipMessage) => milliseconds(cancel.time, message.time) > reordering;
  if (first?.status === 100 && late(first)) return first;
  return requestRepeats.find((repeat) => late(repeat) && (first === undefined || repeat.time < first.time));
}

/** The request that this CANCEL means, by all but its branch or its destination. */
function meant(other: Transaction, { request, client, server, cseq, branch }: Transaction): boolean {
  if (other.request === undefined || request === undefined || other.client.address !== client.address) return false;
  if (other.method !== 'INVITE' || other.request.fromTag !== request.fromTag || other.cseq !== cseq) return false;
  return other.branch === branch ? other.server.address !== server.address : other.server.address === server.address;
}

function isOtherMethod(other: Transaction, { client, branch, cseq }: Transaction): boolean {
  return (
    other.branch === branch &&
    other.cseq === cseq &&
    other.client.address === client.address &&
    other.method !== 'INVITE' &&
    other.method !== 'CANCEL' &&
    branch !== ''
  );
}

type Found = Partial<Shown> & Pick<Shown, 'kind'> & { readonly because?: SipMessage };

function* findingsOf(
  transaction: Transaction,
  cancel: SipMessage,
  conversation: Conversation,
  context: Context,
): Generator<Found> {
  const { peer, final } = transaction;
  if (peer?.request !== undefined) {
    const proof = proofOfHaste(peer, cancel, context);
    if (proof !== undefined) {
      yield { kind: 'early', because: proof, apart: milliseconds(cancel.time, proof.time), status: proof.status };
    }
    const differs = difference(cancel, peer.request);
    if (differs !== undefined) yield { kind: 'differs', because: peer.request, ...differs };
  } else if (peer === undefined) {
    const other = findEarlier(transaction, conversation, isOtherMethod);
    if (other?.request !== undefined) {
      yield { kind: 'method', because: other.request, sent: clip(other.method, 20) };
    } else if (final?.status === 481) {
      // Only what the server says tells it from the CANCEL of a fork whose INVITE was not captured.
      const invite = findEarlier(transaction, conversation, meant);
      if (invite?.request !== undefined && (invite.final === undefined || invite.final.time > cancel.time)) {
        const { request, branch, server } = invite;
        yield branch === transaction.branch
          ? { kind: 'elsewhere', because: request, sent: transaction.server.name, expected: server.name }
          : {
              kind: 'differs',
              because: request,
              field: 'branch',
              sent: clip(transaction.branch),
              expected: clip(branch),
            };
      }
    }
  }
  const field = ['Require', 'Proxy-Require'].find((name) => cancel.has(name));
  if (field !== undefined) yield { kind: 'require', sent: field };
}

/** Rule 109: a CANCEL that the rules do not allow, or that cannot find its INVITE. */
export const cancelMisuse = defineRule<'transaction', Shown>({
  id: 'cancel-misuse',
  severity: 'warning',
  scope: 'transaction',
  title: 'CANCEL that breaks the rules',
  // §9.1: only for INVITE, after a provisional response, to the same place, with the same identifiers, without Require.
  // §8.2.2.3: a server ignores Require in it. §22.1: a server must not challenge it.
  spec: ['RFC 3261 §8.2.2.3', 'RFC 3261 §9.1', 'RFC 3261 §9.2', 'RFC 3261 §22.1'],
  example: {
    kind: 'differs',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    field: 'to-tag',
    sent: 'b1',
    expected: '',
    apart: 0,
    status: 481,
  },
  why: ({ kind }) =>
    ({
      early:
        'A CANCEL can overtake its INVITE: it is refused with 481, and the callee rings although the caller hung up.',
      differs:
        'The server may not find the INVITE and answer 481: the callee goes on ringing although the caller hung up.',
      elsewhere: 'That host does not know the INVITE: the callee goes on ringing although the caller hung up.',
      method: 'Servers ignore it: only an INVITE waits long enough to be cancelled.',
      require:
        'Servers must ignore this field in a CANCEL; a faulty one refuses with 420, and then the callee goes on ringing.',
      challenged:
        'A CANCEL cannot be sent again with credentials: the callee goes on ringing although the caller hung up.',
    })[kind],
  fix: ({ kind, client, server, field }) =>
    ({
      early: [
        `Let ${client} hold its CANCEL back until a provisional response has come: look for a software update.`,
        `Let ${server} send 100 at once.`,
      ],
      differs: [
        `Let ${client} copy the ${fieldName(field)} of the INVITE into the CANCEL: this is a fault of its software.`,
        'If a router or session border controller stands between, turn off SIP ALG there.',
      ],
      elsewhere: [
        `Let ${client} send CANCEL to the address and port to which the INVITE went, without a new DNS or balancer choice.`,
      ],
      method: [`Let ${client} use CANCEL for INVITE only.`],
      require: [`Let ${client} leave Require and Proxy-Require out of CANCEL.`],
      challenged: [
        `Exempt CANCEL (and ACK) from authentication in ${server}; in Kamailio and OpenSIPS do not call the proxy_authorize functions for them.`,
      ],
    })[kind],
  message: ({ kind, client, server, field, sent, expected, apart, status }) =>
    ({
      early:
        `${client} sent CANCEL before it had any response: ` +
        (status === 100
          ? `the 100 came ${duration(apart)} later.`
          : `it repeated the INVITE ${duration(apart)} later.`),
      differs: `The CANCEL of ${client} has ${sent === '' ? `no ${fieldName(field)}` : `the ${fieldName(field)} ${sent}`} where its INVITE has ${expected || 'none'}.`,
      elsewhere: `${client} sent its CANCEL to ${sent} and the INVITE to ${expected}.`,
      method: `${client} sent CANCEL for its ${sent} to ${server}.`,
      require: `The CANCEL of ${client} has a ${sent} header field.`,
      challenged: `${server} challenged the CANCEL of ${client} with ${status}.`,
    })[kind],
  concerns: (method) => method === 'CANCEL',
  when: ({ transaction }) => transaction.method === 'CANCEL',
  *check({ transaction, conversation }, context) {
    const { request, final, client, server } = transaction;
    if (request === undefined || request.truncated || addressesInferred(request)) return;
    if (isSecondSight(transaction, conversation)) return;
    const args = { client: client.name, server: server.name, field: '', sent: '', expected: '', apart: 0 } as const;
    const status = final?.status ?? 0;
    const above = cameFrom(transaction, conversation);
    for (const { because, ...shown } of findingsOf(transaction, request, conversation, context)) {
      // What came in so is passed on so; only the hop that it arose on is to blame.
      const relayed = above.some(
        (upper) =>
          upper.request !== undefined &&
          [...findingsOf(upper, upper.request, conversation, context)].some(({ kind }) => kind === shown.kind),
      );
      if (relayed) continue;
      const told = final !== undefined && final.status >= 300 ? [final] : [];
      yield {
        at: [request, ...(because === undefined ? [] : [because]), ...told],
        args: { ...args, status, ...shown },
        device: client.address,
        confidence: 'certain',
        // It had no effect.
        severity: status === 481 ? 'error' : 'warning',
      };
    }
    if (final === undefined || (status !== 401 && status !== 407)) return;
    yield {
      at: [final, request],
      args: { ...args, kind: 'challenged', status },
      device: server.address,
      confidence: 'certain',
    };
  },
});
