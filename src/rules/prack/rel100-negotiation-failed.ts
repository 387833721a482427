import type { SipMessage, Transaction } from '../../model.ts';
import { findLater, isSecondSight } from '../around.ts';
import { type Conversation, defineRule } from '../define.ts';
import { addressesInferred } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { messageName } from '../phrases.ts';
import { lists100rel } from '../reliable.ts';

type Shown = {
  /** `refused`: 420. `demanded`: 421. `unreliable`: an ordinary 18x where 100rel was required. `unasked`: the reverse. */
  kind: 'refused' | 'demanded' | 'unreliable' | 'unasked';
  client: string;
  server: string;
  /** Of the response to the INVITE. */
  status: number;
  /** A further attempt came to terms. */
  retried: boolean;
  answered: boolean;
};

/** What proxies send on their own account: 181 and 182 while they forward or queue, 199 for a fork that ended (RFC 6228). */
const OF_PROXIES = [181, 182, 199];

function wants(request: SipMessage): boolean {
  return lists100rel(request, 'Require');
}

function knows(request: SipMessage): boolean {
  return lists100rel(request, 'Supported') || wants(request);
}

interface Found {
  readonly kind: Shown['kind'];
  readonly response: SipMessage;
}

/** A response that does not fit what the INVITE says of 100rel (RFC 3262 §3). */
function misfit({ request, responses, final }: Transaction): Found | undefined {
  if (request === undefined) return undefined;
  if (final?.status === 420) {
    return wants(request) && lists100rel(final, 'Unsupported') ? { kind: 'refused', response: final } : undefined;
  }
  if (final?.status === 421) return lists100rel(final, 'Require') ? { kind: 'demanded', response: final } : undefined;
  for (const { message } of responses) {
    if (message.status <= 100 || message.status >= 200) continue;
    const reliable = message.has('RSeq');
    if (reliable && !knows(request)) return { kind: 'unasked', response: message };
    if (!reliable && !OF_PROXIES.includes(message.status) && wants(request)) {
      return { kind: 'unreliable', response: message };
    }
  }
  return undefined;
}

/** The same client calls again, with the other attitude to 100rel. */
function isRetried(transaction: Transaction, kind: Shown['kind'], conversation: Conversation): boolean {
  if (kind === 'unreliable' || kind === 'unasked') return false;
  const next = findLater(
    transaction,
    conversation,
    (other, { method, client, cseq }) =>
      other.method === method && other.client.address === client.address && other.cseq > cseq,
  );
  if (next?.request === undefined) return false;
  return kind === 'refused' ? !wants(next.request) : knows(next.request);
}

/** Rule 46: caller and callee do not agree on reliable provisional responses. */
export const rel100NegotiationFailed = defineRule<'transaction', Shown>({
  id: 'rel100-negotiation-failed',
  severity: 'error',
  scope: 'transaction',
  title: 'No agreement on 100rel',
  // §3: with Require: 100rel each provisional response but 100 is reliable or the request gets 420; without Supported or
  // Require none may be.
  spec: ['RFC 3262 §3', 'RFC 3262 §4', 'RFC 3261 §21.4.15', 'RFC 3261 §21.4.16'],
  example: {
    kind: 'refused',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    status: 420,
    retried: false,
    answered: false,
  },
  why: ({ kind, retried, answered }) =>
    retried
      ? 'A second attempt came to terms: it costs one round trip for each call.'
      : {
          refused: 'The call fails although both sides are there.',
          demanded: 'The call fails although both sides are there.',
          unreliable: answered
            ? 'The call went through; a caller that waits for a reliable response may end it, and lost ringing stays unnoticed.'
            : 'A caller that insists on 100rel may ignore this response and wait for a reliable one.',
          unasked: 'The caller knows no PRACK, so the server repeats its response for 32 s and then refuses the call.',
        }[kind],
  fix: ({ kind, client, server }) => [
    {
      refused: `Let ${client} list 100rel in Supported, not in Require: then it is used where both have it.`,
      demanded: `Turn 100rel on in ${client}, or let ${server} work without it on this trunk.`,
      unreliable: `Let ${server} send RSeq and Require: 100rel in its provisional responses, or refuse the INVITE with 420.`,
      unasked: `Let ${server} send ordinary provisional responses to callers that do not list 100rel in Supported.`,
    }[kind],
    'If a session border controller stands between, align its 100rel setting on both sides: it may remove the header field in one direction only.',
  ],
  message: ({ kind, client, server, status, retried }) =>
    ({
      refused: `${server} refused the INVITE of ${client} with 420 because it does not support 100rel, which the INVITE requires`,
      demanded: `${server} refused the INVITE of ${client} with 421 because it insists on 100rel, which the INVITE does not offer`,
      unreliable: `The ${messageName({ method: 'INVITE', status })} from ${server} is not reliable although the INVITE of ${client} requires 100rel`,
      unasked: `The ${messageName({ method: 'INVITE', status })} from ${server} is reliable although the INVITE of ${client} does not list 100rel`,
    })[kind] + (retried ? '; the next attempt took that into account.' : '.'),
  concerns: (method) => method === 'INVITE',
  when: ({ transaction: { method, request, responses, final } }) => {
    if (method !== 'INVITE' || request === undefined) return false;
    if (final?.status === 420 || final?.status === 421) return true;
    if (!responses.some(({ message }) => message.status > 100 && message.status < 200)) return false;
    return request.has('Require') || responses.some(({ message }) => message.has('RSeq') && message.status < 200);
  },
  *check({ transaction, conversation }) {
    const { request, client, server, final } = transaction;
    const found = misfit(transaction);
    if (found === undefined || request === undefined || request.truncated || found.response.truncated) return;
    if (addressesInferred(request) || isSecondSight(transaction, conversation)) return;
    const { kind, response } = found;
    if (passedOn(transaction, conversation).some((lower) => misfit(lower)?.kind === kind)) return;
    const retried = isRetried(transaction, kind, conversation);
    const answered = final !== undefined && final.status < 300;
    yield {
      at: [response, request],
      args: {
        kind,
        client: client.name,
        server: server.name,
        status: response.status,
        retried,
        answered,
      },
      device: kind === 'refused' || kind === 'demanded' ? client.address : server.address,
      confidence: 'certain',
      severity: retried ? 'info' : answered ? 'warning' : 'error',
    };
  },
});
