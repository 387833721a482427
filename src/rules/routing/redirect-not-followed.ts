import { type Contact, parseContact } from '../../headers/contact.ts';
import type { Call, SipMessage, Transaction } from '../../model.ts';
import { type Context, defineRule } from '../define.ts';
import { addressesInferred, endedBefore, milliseconds } from '../guards.ts';
import { cameFrom, nearby } from '../hops.ts';
import { duration } from '../phrases.ts';

type Shown = {
  /** `no-target`: no Contact to go to. `same-target`: it points to where the call came from. */
  kind: 'ignored' | 'no-target' | 'same-target';
  client: string;
  server: string;
  status: number;
  target: string;
  /** How long nothing happened after the redirection, ms. */
  waited: number;
};

/** Codes that tell the caller to go elsewhere (RFC 3261 §21.3); 380 leaves it to the user. */
const REDIRECTIONS = [300, 301, 302, 305];

const CALLABLE = ['sip', 'sips', 'tel'];

function isSameTarget(a: Contact, b: Contact | undefined): boolean {
  if (a.uri === undefined || b?.uri === undefined) return false;
  const { scheme, user, host, port, params } = a.uri;
  return (
    scheme === b.uri.scheme &&
    user === b.uri.user &&
    host === b.uri.host &&
    port === b.uri.port &&
    params.get('transport') === b.uri.params.get('transport')
  );
}

function targetOf(redirection: SipMessage, request: SipMessage): { kind: Shown['kind']; target: string } | undefined {
  const contacts = redirection.headers('Contact').flatMap(parseContact);
  if (contacts.length === 0) return { kind: 'no-target', target: '' };
  // A redirection to a mailbox or web page is for humans.
  const targets = contacts.filter(({ uri }) => uri !== undefined && CALLABLE.includes(uri.scheme));
  if (targets.length === 0) return undefined;
  const [called] = parseContact(`<${request.requestUri}>`);
  const elsewhere = targets.find((target) => !isSameTarget(target, called));
  const { uriText } = elsewhere ?? targets[0];
  return { kind: elsewhere === undefined ? 'same-target' : 'ignored', target: uriText };
}

/** A further INVITE of the redirected side, or of those above it: the redirection was followed, or another way tried. */
function wentOn(transaction: Transaction, redirection: SipMessage, call: Call): boolean {
  const clients = [transaction, ...cameFrom(transaction, call)].map(({ client }) => client.address);
  return nearby(transaction, call).some(
    ({ id, method, request }) =>
      id !== transaction.id &&
      method === 'INVITE' &&
      request !== undefined &&
      request.toTag === '' &&
      request.time >= redirection.time &&
      (clients.includes(request.source.address) || addressesInferred(request)),
  );
}

/** The redirected side is the last to get it: above it the same response, or success by another branch, tells more. */
function isSettledAbove(transaction: Transaction, call: Call): boolean {
  return cameFrom(transaction, call).some(
    ({ final, peer }) =>
      peer !== undefined || (final !== undefined && (final.status < 300 || REDIRECTIONS.includes(final.status))),
  );
}

function isRedirected({ method, request, final, acks, peer }: Transaction): boolean {
  return (
    method === 'INVITE' &&
    final !== undefined &&
    REDIRECTIONS.includes(final.status) &&
    request !== undefined &&
    request.toTag === '' &&
    // Without ACK it may not have arrived; with CANCEL nobody wants to be connected any more.
    acks.length > 0 &&
    peer === undefined
  );
}

function* ignored(transaction: Transaction, redirection: SipMessage, call: Call, context: Context) {
  const { request } = transaction;
  if (request === undefined || isSettledAbove(transaction, call) || wentOn(transaction, redirection, call)) return;
  const found = targetOf(redirection, request);
  if (found === undefined) return;
  if (endedBefore(context, redirection.time, context.thresholds.redirectFollow)) {
    yield { undetermined: 'G-END' } as const;
    return;
  }
  const { status } = redirection;
  yield {
    at: [redirection, request],
    args: {
      ...found,
      client: transaction.client.name,
      server: transaction.server.name,
      status,
      waited: milliseconds(redirection.time, context.now),
    },
    device: found.kind === 'ignored' ? transaction.client.address : transaction.server.address,
    // A list of choices may be meant for the user.
    severity: status === 300 && found.kind === 'ignored' ? 'info' : 'warning',
    confidence: found.kind === 'ignored' ? 'likely' : 'certain',
  } as const;
}

/** Rule 27: the far side said where to call instead, and nobody called there. */
export const redirectNotFollowed = defineRule<'call', Shown>({
  id: 'redirect-not-followed',
  severity: 'warning',
  scope: 'call',
  title: 'Redirection that was not followed',
  spec: ['RFC 3261 §8.1.3.4', 'RFC 3261 §16.5', 'RFC 3261 §21.3'],
  example: {
    kind: 'ignored',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    status: 302,
    target: 'sip:bob@192.0.2.8',
    waited: 12_000,
  },
  why: () =>
    'The call fails although its target is known: forwarding that works for some callers does not work for this one.',
  fix: (args) => [
    ...(args.kind === 'ignored'
      ? [
          `Let ${args.client} follow redirections (many PBXs and trunks forbid it by default), or let its proxy do it.`,
          `Or let ${args.server} forward the call itself, as a new INVITE with Diversion or History-Info.`,
        ]
      : [
          `Let ${args.server} put the new address into the Contact of its ${args.status}; there is nothing that a caller could follow.`,
        ]),
    `If ${args.server} should not redirect at all, look for a forwarding or overload setting in it.`,
  ],
  message: (args) =>
    ({
      ignored: `${args.server} redirected the call to ${args.target} with ${args.status}, and ${args.client} did not call there within ${duration(args.waited)}.`,
      'no-target': `${args.server} redirected the call with ${args.status} but named no Contact, and the call ended there.`,
      'same-target': `${args.server} redirected the call with ${args.status} to ${args.target}, the address that was called, and the call ended there.`,
    })[args.kind],
  limits: (args) =>
    args.kind === 'ignored' ? 'A caller that follows with a new Call-ID shows as another call in this report.' : '',
  concerns: (_, end) => end === 'refused',
  when: ({ call }) =>
    call.transactions.some(({ final }) => final !== undefined && final.status >= 300 && final.status < 400),
  *check({ call }, context) {
    for (const transaction of call.transactions) {
      if (transaction.final === undefined || transaction.final.status < 300 || transaction.final.status > 305) continue;
      if (isRedirected(transaction)) yield* ignored(transaction, transaction.final, call, context);
    }
  },
});
