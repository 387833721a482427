import { parseTokens } from '../../headers/tokens.ts';
import type { SipMessage, Transaction } from '../../model.ts';
import { type Conversation, defineRule } from '../define.ts';
import { clip, isMadeHere, statusLine } from '../refusal.ts';
import { isScanner } from '../scanners.ts';

type Shown = {
  status: number;
  line: string;
  method: string;
  client: string;
  server: string;
  /** What the server allows, and where it said so. */
  allow: readonly string[];
  /** It had said so before: the client could know. `yes`: it had even promised this method. */
  known: 'no' | 'not-allowed' | 'yes';
};

/** Registrations, subscriptions and transfers that fail are told by their own rules; a ping wants any answer at all. */
const TOLD_ELSEWHERE: readonly string[] = ['OPTIONS', 'REGISTER', 'SUBSCRIBE', 'REFER', 'ACK', 'CANCEL'];

/** Messages before the refusal that are searched for what the server allows. */
const LOOK_BACK = 64;

/** Bodies by which DTMF travels in INFO: refused digits are the matter of `dtmf-mismatch`. */
const DTMF = /^application\/dtmf/i;

/** NOTIFY out of nothing keeps a NAT binding open; any answer does. */
const KEEP_ALIVE = /^keep-?alive/i;

function isPing({ method, toTag }: SipMessage, event: string | undefined): boolean {
  return method === 'NOTIFY' && toTag === '' && KEEP_ALIVE.test(event ?? '');
}

function allowOf(message: SipMessage): readonly string[] | undefined {
  return message.has('Allow') ? message.headers('Allow').flatMap(parseTokens) : undefined;
}

/** The newest Allow that this server had sent in this conversation before the request. */
function allowBefore(transaction: Transaction, request: SipMessage, { messages }: Conversation) {
  const { address } = transaction.server;
  let looked = 0;
  // In order of time: from the request back.
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (messages[middle].time < request.time) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0 && looked < LOOK_BACK; i--, looked++) {
    if (messages[i].source.address !== address) continue;
    const allow = allowOf(messages[i]);
    if (allow !== undefined) return { message: messages[i], allow };
  }
  return undefined;
}

/** More than a sentence shows. */
const ALLOW_LIMIT = 64;

function told(allow: readonly string[]): string {
  return clip(allow.join(', '));
}

/** Rule 73: a method that the other side does not do. */
export const methodNotSupported = defineRule<'transaction', Shown>({
  id: 'method-not-supported',
  severity: 'warning',
  scope: 'transaction',
  title: 'Method that the other side does not support',
  spec: ['RFC 3261 §20.5', 'RFC 3261 §21.4.6', 'RFC 3261 §21.5.2'],
  example: {
    status: 405,
    line: '405 Method Not Allowed',
    method: 'UPDATE',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    allow: ['INVITE', 'ACK', 'CANCEL', 'BYE', 'OPTIONS'],
    known: 'not-allowed',
  },
  why: (args) =>
    ({
      UPDATE: 'Session refresh, early media changes or caller display that the UPDATE was for do not happen.',
      INFO: 'What the INFO carried is lost.',
      PRACK: 'The reliable provisional response is never acknowledged: the call fails after 32 s.',
      INVITE: 'No call can be set up here.',
      BYE: 'The call stays up on that side, and is billed.',
      MESSAGE: 'The text does not arrive.',
      PUBLISH: 'Others go on seeing the old presence of this user.',
      NOTIFY: 'The news that the NOTIFY carried is lost, and the subscription ends.',
    })[args.method] ?? `What the ${args.method} was for does not happen.`,
  fix: (args) => [
    ...(args.known === 'not-allowed'
      ? [`Let ${args.client} keep to the Allow of its peer, which has no ${args.method}.`]
      : []),
    ...(args.known === 'yes'
      ? [
          `Take ${args.method} out of the Allow of ${args.server}, or switch it on there: it lists the method and refuses it.`,
        ]
      : []),
    `Switch on ${args.method} in ${args.server} if it is needed, or switch off in ${args.client} the feature that uses it.`,
    'If a trunk has to stay as it is, let the SBC answer this method or take it out of Allow.',
  ],
  message: (args) =>
    `${args.server} refused the ${args.method} of ${args.client} with ${args.line}` +
    {
      no: args.allow.length === 0 ? '.' : `; it allows ${told(args.allow)}.`,
      'not-allowed': `, as its Allow had said before: ${told(args.allow)}.`,
      yes: ', although it had listed the method in its Allow before.',
    }[args.known],
  concerns: (_, end) => end === 'refused',
  when: ({ transaction: { method, final } }) =>
    (final?.status === 405 || final?.status === 501) && !TOLD_ELSEWHERE.includes(method),
  *check({ transaction, conversation }) {
    const { method, request, final, client, server } = transaction;
    if (request === undefined || final === undefined || isScanner(request)) return;
    if (isPing(request, request.header('Event')) || !isMadeHere(transaction, conversation)) return;
    if (method === 'INFO' && DTMF.test(request.header('Content-Type') ?? '')) return;
    const before = allowBefore(transaction, request, conversation);
    const now = allowOf(final);
    const lists = (allow: readonly string[] | undefined) => allow?.some((one) => one === method) ?? false;
    const known = before === undefined ? 'no' : lists(before.allow) ? 'yes' : 'not-allowed';
    yield {
      at: [final, request, ...(before === undefined ? [] : [before.message])],
      args: {
        status: final.status,
        line: statusLine(final),
        method: clip(method),
        client: client.name,
        server: server.name,
        allow: (now ?? before?.allow ?? []).slice(0, ALLOW_LIMIT).map(clip),
        known,
      },
      confidence: 'certain',
      device: known === 'not-allowed' ? client.address : server.address,
    };
  },
});
