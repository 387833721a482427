import { addressClass, isInward } from '../../catalogue/addresses.ts';
import { parseContact } from '../../headers/contact.ts';
import { parseVia } from '../../headers/via.ts';
import type { SipMessage, Transaction } from '../../model.ts';
import { type Context, type Conversation, defineRule } from '../define.ts';
import { addressesInferred, endedBefore } from '../guards.ts';
import { nearby } from '../hops.ts';
import { isPublic } from '../nat.ts';

type Kind = 'private' | 'loopback' | 'name' | 'invalid';

type Shown = {
  /** `private`: an address of another network. `loopback`: of no network. `name`: without a domain. `invalid`: `.invalid`. */
  kind: Kind;
  /** `failed`: a request to it got no answer. `unacked`: the ACK did not come. `untried`: nothing was sent to it. */
  outcome: 'failed' | 'unacked' | 'untried';
  sender: string;
  other: string;
  /** `INVITE`, `REGISTER`, `200`. */
  carrier: string;
  contact: string;
  /** Method of the request that failed; empty unless `failed`. */
  request: string;
  /** The server tells the client where it saw it. */
  aware: boolean;
};

interface Target {
  readonly kind: Kind;
  readonly host: string;
  readonly shown: string;
}

/** Over WebSocket only the connection leads back (RFC 7118 §5). */
const noTargets = new Set(['ws', 'wss']);

function kindOf(host: string, message: SipMessage): Kind | undefined {
  const of = addressClass(host);
  const { source } = message;
  if (of === 'name') {
    if (host === 'localhost' || host.endsWith('.localdomain')) return 'loopback';
    if (host.endsWith('.invalid')) return 'invalid';
    return host.includes('.') ? undefined : 'name';
  }
  if (of === 'loopback' || of === 'unspecified') return 'loopback';
  return isInward(of) && (isPublic(source.address) || isPublic(message.destination.address)) ? 'private' : undefined;
}

/** The message comes from the host that its Contact names, and goes to one that will send its requests to that Contact. */
function isDirect(message: SipMessage): boolean {
  if (message.transport === 'ws' || message.transport === 'wss' || addressesInferred(message)) return false;
  if (message.isRequest && message.viaCount !== 1) return false;
  if (message.source.address === message.destination.address || message.has('Path')) return false;
  const [nearest] = message.headers('Record-Route');
  if (nearest === undefined) return true;
  // The callee copies the routes: the nearest proxy stands first, and goes on to the Contact itself (RFC 3261 §16.6 item 4).
  return !message.isRequest && parseContact(nearest)[0]?.uri?.host === message.destination.address;
}

/** Somebody keeps the connection or the mapping (RFC 5626, RFC 5627), so that nobody dials the Contact itself. */
function targetOf(message: SipMessage): Target | undefined {
  const [contact] = parseContact(message.headers('Contact')[0] ?? '');
  const uri = contact?.uri;
  if (uri === undefined || (uri.scheme !== 'sip' && uri.scheme !== 'sips')) return undefined;
  const kept = ['ob', 'gr', 'alias', 'received'].some((name) => uri.params.has(name));
  if (kept || contact.params.has('reg-id') || contact.params.has('received')) return undefined;
  if (noTargets.has(uri.params.get('transport')?.toLowerCase() ?? '')) return undefined;
  const kind = kindOf(uri.host, message);
  if (kind === undefined) return undefined;
  const shown = uri.port === undefined ? uri.host : `${uri.host}:${uri.port}`;
  return { kind, host: uri.host, shown: shown.slice(0, 80) };
}

function isTo(message: SipMessage, host: string): boolean {
  return message.requestUri.toLowerCase().includes(host);
}

interface Outcome {
  readonly outcome: Shown['outcome'] | 'works';
  readonly failed: SipMessage | undefined;
}

const untried: Outcome = { outcome: 'untried', failed: undefined };

/** What became of the requests that the other side sent to the Contact. */
function outcomeOf(message: SipMessage, host: string, around: readonly Transaction[], context: Context): Outcome {
  const { transactionTimeout, unansweredSends } = context.thresholds;
  let failed: SipMessage | undefined;
  for (const { request, responses, requestRepeats, method } of around) {
    if (request === undefined || request.id <= message.id || request.toTag === '') continue;
    if (request.source.address !== message.destination.address || method === 'CANCEL') continue;
    if (!isTo(request, host)) continue;
    if (responses.length > 0) return { outcome: 'works', failed: undefined };
    if (requestRepeats.length >= unansweredSends - 1 && !endedBefore(context, request.time, transactionTimeout)) {
      failed ??= request;
    }
  }
  return failed === undefined ? untried : { outcome: 'failed', failed };
}

/** The ACK goes to the Contact of the 2xx; a server that repeats its 2xx does not get it. */
function ackOutcome(
  answer: SipMessage,
  host: string,
  repeats: readonly SipMessage[],
  conversation: Conversation,
  context: Context,
): Outcome {
  const dialogs = 'dialogs' in conversation ? conversation.dialogs : [];
  const dialog = dialogs.find(
    ({ callerTag, calleeTag }) =>
      (callerTag === answer.fromTag && calleeTag === answer.toTag) ||
      (callerTag === answer.toTag && calleeTag === answer.fromTag),
  );
  const ack = dialog?.acks.find((one) => one.cseq === answer.cseq && one.source.address === answer.destination.address);
  const after = ack === undefined ? repeats.length : repeats.filter(({ time }) => time > ack.time).length;
  if (ack !== undefined && !isTo(ack, host)) return { outcome: 'works', failed: undefined };
  if (after >= context.thresholds.repeatsOf2xx)
    return { outcome: ack === undefined ? 'unacked' : 'failed', failed: ack };
  return { outcome: ack === undefined ? 'untried' : 'works', failed: undefined };
}

/** The responses show the client where its requests come from (RFC 3581): the server knows of the translation. */
function isAware({ responses }: Transaction): boolean {
  return responses.some(({ message }) => parseVia(message.header('Via') ?? '')[0]?.received !== undefined);
}

/** Rule 10: nobody can send a request to this Contact. */
export const contactUnroutable = defineRule<'transaction', Shown>({
  id: 'contact-unroutable',
  severity: 'warning',
  scope: 'transaction',
  title: 'Contact that cannot be reached',
  spec: ['RFC 3261 §8.1.1.8', 'RFC 3261 §12.1.1', 'RFC 3261 §12.1.2', 'RFC 5626 §4.2', 'RFC 6890 §2.2'],
  example: {
    kind: 'private',
    outcome: 'failed',
    sender: '203.0.113.7:61022',
    other: '198.51.100.2:5060',
    carrier: 'INVITE',
    contact: '192.168.1.10:5060',
    request: 'BYE',
    aware: true,
  },
  why: ({ outcome, carrier }) =>
    outcome === 'failed' || outcome === 'unacked'
      ? 'Requests within the call do not arrive: it cannot be acknowledged, changed or ended from the other side, and hangs or drops.'
      : carrier === 'REGISTER'
        ? 'Calls to this device fail unless the registrar sends them to where the registration came from.'
        : 'Requests of the other side (ACK, BYE, hold) will not arrive unless it sends them to where this message came from.',
  fix: ({ kind, sender, other }) => [
    kind === 'private'
      ? `Let ${other} send to where the messages really come from (rewrite_contact=yes in Asterisk PJSIP, fix_nated_contact in Kamailio and OpenSIPS, set_contact_alias in Kamailio, aggressive-nat-detection in FreeSWITCH).`
      : `Set the address that ${sender} writes into its Contact: its own host name probably does not resolve elsewhere.`,
    kind === 'private'
      ? `Or tell ${sender} its public address (external_signaling_address in Asterisk PJSIP, ext-sip-ip in FreeSWITCH, STUN or outbound (RFC 5626) in a phone).`
      : `On a host with several networks or in a container, bind SIP to the address that ${other} can reach.`,
  ],
  message: ({ kind, outcome, sender, other, carrier, contact, request }) => {
    const what = {
      private: `${contact}, a private address`,
      loopback: `${contact}, which means nothing to another host`,
      name: `${contact}, a name without a domain`,
      invalid: `${contact}, which stands for no host`,
    }[kind];
    const then = {
      failed: `the ${request} that ${other} sent to it got nowhere`,
      unacked: `no ACK of ${other} came, and the ${carrier} was repeated`,
      untried: `${other} cannot send requests to it`,
    }[outcome];
    return `The Contact in the ${carrier} of ${sender} is ${what}: ${then}.`;
  },
  limits: ({ outcome, aware }) =>
    outcome === 'untried'
      ? aware
        ? 'The server saw the translation (received in Via) and may well send to the real address.'
        : 'Whether the server keeps the way back to the client is not in the trace.'
      : '',
  concerns: (method, end) => (method === 'INVITE' || method === 'REGISTER') && end === 'success',
  when: ({ transaction }) =>
    (transaction.method === 'INVITE' || transaction.method === 'REGISTER') &&
    transaction.request !== undefined &&
    transaction.final !== undefined &&
    transaction.final.status < 300 &&
    (isWorthIt(transaction.request) || isWorthIt(transaction.final)),
  *check({ transaction, conversation }, context) {
    const { request, final, responses } = transaction;
    if (request === undefined || final === undefined) return;
    const around = nearby(transaction, conversation);
    const aware = isAware(transaction);
    if (isDirect(request)) {
      const target = targetOf(request);
      // Taken within the private network: whether it stays as it is shows only behind the translation (G-NAT).
      if (target !== undefined && !(target.kind === 'private' && !isPublic(request.source.address))) {
        const result = outcomeOf(request, target.host, around, context);
        const mild = aware || request.method === 'INVITE';
        for (const one of hit(request, target, result, mild, aware)) {
          const { failed } = result;
          const needsAnswersOf = failed && { client: failed.source.address, server: failed.destination.address };
          yield needsAnswersOf === undefined ? one : { ...one, needsAnswersOf };
        }
      }
    }
    if (transaction.method !== 'INVITE' || !isDirect(final)) return;
    const target = targetOf(final);
    if (target === undefined) return;
    const repeats = responses.find(({ message }) => message === final)?.repeats ?? [];
    const result = ackOutcome(final, target.host, repeats, conversation, context);
    // From inside, only what fails tells that nothing on the way had put it right.
    if (result.outcome === 'untried' && target.kind === 'private' && !isPublic(final.source.address)) return;
    const { client, server } = transaction;
    const needsAnswersOf = { client: server.address, server: client.address };
    for (const one of hit(final, target, result, true, aware)) {
      yield result.outcome === 'unacked' ? { ...one, needsAnswersOf } : one;
    }
  },
});

/** How IPv4 addresses begin that mean nothing elsewhere (RFC 6890 §2.2.2), roughly; names begin with no digit. */
const INWARD = /^(?:10\.|127\.|192\.168\.|169\.254\.|172\.[123]|100\.[6-9]|100\.1[012]|[^0-9])/;

function isWorthIt(message: SipMessage): boolean {
  if (!message.has('Contact') || !isDirect(message)) return false;
  const contact = message.header('Contact') ?? '';
  const at = contact.indexOf('@') + 1 || contact.indexOf(':') + 1;
  return INWARD.test(contact.slice(at, at + 8)) || message.source.address.includes(':');
}

function* hit(
  message: SipMessage,
  { kind, shown }: Target,
  { outcome, failed }: Outcome,
  untroubled: boolean,
  aware: boolean,
) {
  if (outcome === 'works') return;
  const bad = outcome !== 'untried';
  // The call goes well so far, a name may resolve where the other side stands, and `.invalid` is what browsers write.
  const mild = untroubled || kind === 'name' || kind === 'invalid';
  yield {
    at: failed === undefined ? [message] : [message, failed],
    args: {
      kind,
      outcome,
      sender: message.source.name,
      other: message.destination.name,
      carrier: message.isRequest ? message.method : String(message.status),
      contact: shown,
      request: failed?.method ?? '',
      aware,
    },
    severity: bad ? 'error' : mild ? 'info' : 'warning',
    confidence: bad ? 'likely' : mild ? 'possible' : 'likely',
    device: message.source.address,
  } as const;
}
