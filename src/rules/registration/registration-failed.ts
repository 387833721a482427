import { parseContact } from '../../headers/contact.ts';
import { parseFromTo } from '../../headers/from-to.ts';
import { parseRetryAfter } from '../../headers/retry-after.ts';
import type { Exchange, SipMessage, Transaction } from '../../model.ts';
import { defineRule } from '../define.ts';
import { clockTooCoarse, endedBefore, isReliable, milliseconds } from '../guards.ts';
import { cameFrom, passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';
import { isScanner } from '../scanners.ts';

type Shown = {
  /** 0 when no final response came. */
  status: number;
  phrase: string;
  client: string;
  server: string;
  /** Address of record. */
  aor: string;
  /** Copies of the REGISTER. */
  sends: number;
  /** Since the REGISTER, ms. */
  waited: number;
  /** Seconds that the server asks to wait; 0 when it does not say. */
  retryAfter: number;
};

/** What to do by code; the first entry also stands for the class where a code has none. */
const remedies: ReadonlyMap<number, (args: Shown) => string[]> = new Map([
  [
    403,
    ({ aor, client, server }: Shown) => [
      `Check whether ${aor} exists on ${server}, is enabled, and may register from ${client}.`,
      'Check user and password: many registrars answer wrong credentials with 403, and lock the account after some attempts.',
    ],
  ],
  [
    404,
    ({ aor, server }: Shown) => [
      `Check the spelling of ${aor}: ${server} has no such user, or does not serve that domain.`,
      `If the domain is new, add it on ${server} (in many products it is a list of its own).`,
    ],
  ],
  [
    405,
    ({ server }: Shown) => [`${server} is no registrar: correct the registrar or outbound proxy address of the phone.`],
  ],
  [
    423,
    ({ client }: Shown) => [
      `Let ${client} ask for at least the time that Min-Expires names; a client should try again with it by itself.`,
      'Or lower the minimum on the registrar.',
    ],
  ],
  [
    439,
    ({ server }: Shown) => [
      `Turn off SIP Outbound (RFC 5626) in the phone, or add support for it in the first proxy, ${server}.`,
    ],
  ],
  [
    420,
    ({ client }: Shown) => [`Turn off the extension in ${client} that the Unsupported field of the response names.`],
  ],
  [
    503,
    ({ server, retryAfter }: Shown) => [
      retryAfter > 0
        ? `Wait ${retryAfter} s as ${server} asks, then try again; until then use another registrar.`
        : `Let the phone use another registrar of the domain (DNS SRV) while ${server} is overloaded or in maintenance.`,
      `Look at load and log of ${server}.`,
    ],
  ],
  [
    500,
    ({ server }: Shown) => [
      `Look at the log of ${server}: a failing database behind the registrar is the usual reason.`,
    ],
  ],
  [
    305,
    ({ server }: Shown) => [
      `Let the phone follow the Contact of the response, or point it to the right registrar: ${server} sends it elsewhere.`,
    ],
  ],
  [
    400,
    ({ server }: Shown) => [
      `Read the phrase and a Warning field of the response: ${server} found something in the REGISTER that it does not accept.`,
      'Compare with the REGISTER of a phone that works.',
    ],
  ],
  [
    0,
    ({ server, client }: Shown) => [
      `Check that ${server} is up, listens on that port and transport, and that no firewall stands between.`,
      `Check whether ${server} blocks ${client}: after failed attempts many servers (fail2ban) drop a source silently.`,
      'Check the name and DNS records (SRV, A, AAAA) that the phone took this address from.',
    ],
  ],
]);

function remedy(args: Shown): string[] {
  const { status } = args;
  const byClass = status >= 500 ? (status < 600 ? 500 : 403) : status >= 400 ? 400 : status >= 300 ? 305 : 0;
  return (remedies.get(status) ?? remedies.get(byClass))?.(args) ?? [];
}

/** Codes after which a client tries again at once, changed or elsewhere. */
const RETRIED = [300, 301, 302, 305, 420, 421, 423, 439, 494, 503];

/** The last REGISTER of the client's own hop. */
function lastAttempt({ transactions }: Exchange, registration: Exchange): Transaction | undefined {
  for (let i = transactions.length - 1; i >= 0; i--) {
    const transaction = transactions[i];
    if (transaction.method === 'REGISTER' && cameFrom(transaction, registration).length === 0) return transaction;
  }
  return undefined;
}

/** Removing bindings, registering somebody else (RFC 3261 §10.2.2, 3GPP TS 24.229 §5.4.1.7), and scanning are other matters. */
function isPlain(request: SipMessage): boolean {
  const contacts = request.headers('Contact').flatMap(parseContact);
  const removes = contacts.some(({ wildcard, expires }) => wildcard || expires === 0);
  if (removes || (request.header('Expires') === '0' && contacts.every(({ expires }) => expires === undefined)))
    return false;
  const from = parseFromTo(request.header('From') ?? '');
  const to = parseFromTo(request.header('To') ?? '');
  if (from?.uri?.user !== to?.uri?.user || from?.uri?.host !== to?.uri?.host) return false;
  return !isScanner(request);
}

function isFailure({ final }: Transaction): boolean {
  return final === undefined || (final.status >= 300 && final.status !== 401 && final.status !== 407);
}

/** Rule 16: the phone is not registered at the end of its attempts. */
export const registrationFailed = defineRule<'registration', Shown>({
  id: 'registration-failed',
  severity: 'error',
  scope: 'registration',
  title: 'Registration that did not succeed',
  spec: ['RFC 3261 §10.2', 'RFC 3261 §10.3', 'RFC 3261 §17.1.2.2'],
  example: {
    status: 403,
    phrase: 'Forbidden',
    client: '192.0.2.1:5060',
    server: '192.0.2.5:5060',
    aor: 'alice@example.com',
    sends: 1,
    waited: 20,
    retryAfter: 0,
  },
  why: () => 'Calls to this user do not reach the phone, and servers that want a registration refuse calls from it.',
  fix: (args) => remedy(args),
  message: (args) =>
    args.status === 0
      ? `${args.server} never answered the REGISTER of ${args.client} for ${args.aor}: ${args.sends} ${args.sends === 1 ? 'copy' : 'copies'}, no final response for ${duration(args.waited)}.`
      : `${args.server} refused to register ${args.aor} from ${args.client}: ${args.status}${args.phrase === '' ? '' : ` ${args.phrase}`}` +
        (args.retryAfter > 0 ? `, to be tried again after ${args.retryAfter} s.` : '.'),
  limits: (args) =>
    args.status === 0
      ? 'The trace shows that no answer passed this capture point; whether the server got the REGISTER is not visible here.'
      : '',
  *check({ registration }, context) {
    const attempt = lastAttempt(registration, registration);
    if (attempt === undefined || !isFailure(attempt) || attempt.request === undefined || !isPlain(attempt.request))
      return;
    // The deepest hop that shows the same end is where it began.
    const below = passedOn(attempt, registration).filter(
      (lower) =>
        lower.request !== undefined && isFailure(lower) && (lower.final?.status ?? 0) === (attempt.final?.status ?? 0),
    );
    const transaction = below[below.length - 1] ?? attempt;
    const { request, final, requestRepeats } = transaction;
    if (request === undefined) return;
    const { transactionTimeout, challengeAnswer } = context.thresholds;
    if (final === undefined) {
      if (clockTooCoarse(request, transactionTimeout)) return;
      if (endedBefore(context, request.time, transactionTimeout)) {
        yield { undetermined: 'G-END' };
        return;
      }
      if (!isReliable(request) && requestRepeats.length === 0) {
        // A UDP client that waits repeats its request: one copy alone means that it did get an answer.
        yield { undetermined: 'G-ONESIDED' };
        return;
      }
    } else if (RETRIED.includes(final.status) && endedBefore(context, final.time, challengeAnswer)) {
      yield { undetermined: 'G-END' };
      return;
    }
    const to = parseFromTo(request.header('To') ?? '');
    yield {
      at: [final ?? request, ...(final === undefined ? requestRepeats.slice(-1) : [request])],
      args: {
        status: final?.status ?? 0,
        phrase: final?.phrase ?? '',
        client: transaction.client.name,
        server: transaction.server.name,
        aor: to?.uri === undefined ? '' : `${to.uri.user === undefined ? '' : `${to.uri.user}@`}${to.uri.host}`,
        sends: 1 + requestRepeats.length,
        waited: milliseconds(request.time, final?.time ?? context.now),
        retryAfter: parseRetryAfter(final?.header('Retry-After') ?? '')?.delay ?? 0,
      },
      // Silence and 5xx are the server's; what it refuses is the client's to change.
      device: final === undefined || final.status >= 500 ? transaction.server.address : transaction.client.address,
      confidence: 'certain',
      ...(final === undefined
        ? { needsAnswersOf: { client: transaction.client.address, server: transaction.server.address } }
        : {}),
    };
  },
});
