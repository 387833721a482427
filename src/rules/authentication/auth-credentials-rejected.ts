import type { Challenge } from '../../headers/authenticate.ts';
import type { Credentials } from '../../headers/authorization.ts';
import type { SipMessage, Transaction } from '../../model.ts';
import { type Conversation, defineRule, type Guard } from '../define.ts';
import { algorithmOf, challengesOf, credentialsOf, isSameClient, type Lock, lockOf } from '../digest.ts';
import { addressesInferred, duration, milliseconds } from '../guards.ts';
import { nearby, passedOn } from '../hops.ts';

/**
 * What is wrong with the credentials, as far as the messages tell. `refused`: nothing that shows. `expired`: they came
 * late, and the nonce had run out. `forbidden`: the server says so in a 403.
 */
type Kind = 'user' | 'realm' | 'nonce' | 'server' | 'algorithm' | 'qop' | 'uri' | 'refused' | 'expired' | 'forbidden';

type Shown = {
  kind: Kind;
  method: string;
  client: string;
  server: string;
  status: number;
  phrase: string;
  user: string;
  realm: string;
  /** What the credentials say, and what they should say. */
  given: string;
  wanted: string;
  /** A later attempt of the client was accepted. */
  letIn: boolean;
};

type Diagnosis = Pick<Shown, 'kind' | 'given' | 'wanted'>;

/** A response with challenges that the client had got before. */
interface Challenged {
  readonly response: SipMessage;
  readonly transaction: Transaction;
  readonly challenges: readonly Challenge[];
}

interface Rejection extends Diagnosis {
  readonly credentials: Credentials;
  readonly realm: string;
  readonly challenged: SipMessage | undefined;
}

const BAD_AUTHENTICATION = /auth|password|credential|digest/i;

/** "nonce has changed": some servers say in the phrase what belongs into `stale`. */
const STALE_PHRASE = /nonce|stale/i;

/** Transactions of the client before this one that are looked at: a guesser of passwords has thousands. */
const LOOK_BACK = 8;

/** What the client had done and heard before this transaction, the newest first. */
function earlierOf(transaction: Transaction, conversation: Conversation): Transaction[] {
  return nearby(transaction, conversation)
    .filter((other) => other.id < transaction.id && isSameClient(other, transaction))
    .slice(-LOOK_BACK)
    .reverse();
}

/** What it did afterwards. */
function laterOf(transaction: Transaction, conversation: Conversation): Transaction[] {
  return nearby(transaction, conversation).filter(
    (other) => other.id > transaction.id && other.method === transaction.method && isSameClient(other, transaction),
  );
}

function isSuccess({ final }: Transaction): boolean {
  return final !== undefined && final.status < 300;
}

/** The newest challenge before `request` that `matches`; parsed one by one, for the first is nearly always the one. */
function challengeBefore(
  request: SipMessage,
  lock: Lock,
  earlier: readonly Transaction[],
  matches: (challenge: Challenge) => boolean,
): Challenged | undefined {
  for (const transaction of earlier) {
    const response = transaction.final;
    if (response?.status !== lock || response.time > request.time) continue;
    const challenges = challengesOf(response, lock);
    if (challenges.some(matches)) return { response, transaction, challenges };
  }
  return undefined;
}

function diagnose(
  transaction: Transaction,
  request: SipMessage,
  given: Credentials,
  challenge: Challenge,
  last: Challenged,
): Diagnosis {
  const says = (kind: Kind, given = '', wanted = ''): Diagnosis => ({ kind, given, wanted });
  if (given.username === undefined || given.username === '') return says('user');
  if (given.realm !== challenge.realm) return says('realm', given.realm, challenge.realm);
  if (transaction.server.address !== last.transaction.server.address && !addressesInferred(request)) {
    return says('server', transaction.server.name, last.transaction.server.name);
  }
  const offered = last.challenges.filter(({ realm }) => realm === challenge.realm);
  if (!offered.some((one) => algorithmOf(one) === algorithmOf(given))) {
    return says('algorithm', algorithmOf(given), offered.map(algorithmOf).join(', '));
  }
  const qop = given.qop?.toLowerCase();
  if (qop !== undefined && !offered.some((one) => one.qop.includes(qop))) {
    return says('qop', qop, offered.flatMap((one) => one.qop).join(', ') || 'none');
  }
  // Further on the way proxies rewrite the Request-URI and leave the digest alone.
  if (transaction.viaCount === 1 && given.uri !== undefined && given.uri !== request.requestUri) {
    return says('uri', given.uri, request.requestUri);
  }
  return says('refused');
}

/** 403: no nonce needs to be compared, the phrase says what is wrong. */
function forbiddenCredentials(request: SipMessage): Rejection | undefined {
  const credentials = credentialsOf(request, 401)[0] ?? credentialsOf(request, 407)[0];
  if (credentials === undefined) return undefined;
  return {
    kind: 'forbidden',
    given: '',
    wanted: '',
    credentials,
    realm: credentials.realm ?? '',
    challenged: undefined,
  };
}

/** 401 or 407 again: rejected, unless the nonce was too old or another realm asks now. */
function challengedAgain(
  transaction: Transaction,
  request: SipMessage,
  refusal: SipMessage,
  lock: Lock,
  conversation: Conversation,
  prompt: number,
): Rejection | Guard | undefined {
  const given = credentialsOf(request, lock);
  if (given.length === 0) return undefined;
  const again = challengesOf(refusal, lock);
  if (again.some(({ stale }) => stale)) return undefined;
  const realms = again.map(({ realm }) => realm);
  const earlier = earlierOf(transaction, conversation);
  const isLast = () => laterOf(transaction, conversation).length === 0;
  for (const credentials of given) {
    const { nonce, realm } = credentials;
    const last = challengeBefore(request, lock, earlier, (one) => one.nonce === nonce || one.realm === realm);
    if (last === undefined) {
      if (realms.includes(realm) && isLast()) return 'G-START';
      continue;
    }
    const challenge =
      last.challenges.find((one) => one.nonce === nonce) ?? last.challenges.find((one) => one.realm === realm);
    // The first lock is open, another asks now: 407 of a proxy, then of the next.
    if (challenge === undefined || !realms.includes(challenge.realm)) continue;
    const rejection = { credentials, realm: challenge.realm ?? '', challenged: last.response };
    if (challenge.nonce !== nonce) {
      const older = challengeBefore(request, lock, earlier, (one) => one.nonce === nonce);
      if (older !== undefined) return { kind: 'nonce', given: '', wanted: '', ...rejection };
      continue;
    }
    // A nonce that opened the door before may have run out, and this challenge is the first word about it.
    const worked = earlier.some(
      (one) =>
        isSuccess(one) &&
        one.request !== undefined &&
        credentialsOf(one.request, lock).some((used) => used.nonce === nonce),
    );
    if (worked) continue;
    const age = milliseconds(last.response.time, request.time);
    if (age > prompt || STALE_PHRASE.test(refusal.phrase)) {
      if (isLast()) return { kind: 'expired', given: duration(age), wanted: '', ...rejection };
      continue;
    }
    return { ...diagnose(transaction, request, credentials, challenge, last), ...rejection };
  }
  return undefined;
}

const doubtful: readonly Kind[] = ['nonce', 'server', 'expired'];

/** Rule 6: the client answered the challenge, and its answer was not accepted. */
export const authCredentialsRejected = defineRule<'transaction', Shown>({
  id: 'auth-credentials-rejected',
  severity: 'error',
  scope: 'transaction',
  title: 'Credentials that the server does not accept',
  spec: ['RFC 3261 §22.1', 'RFC 3261 §22.2', 'RFC 7616 §3.3', 'RFC 8760 §2.4'],
  example: {
    kind: 'refused',
    method: 'REGISTER',
    client: '192.0.2.1:5060',
    server: '192.0.2.5:5060',
    status: 401,
    phrase: 'Unauthorized',
    user: 'alice',
    realm: 'example.com',
    given: '',
    wanted: '',
    letIn: false,
  },
  why: (args) =>
    args.letIn
      ? 'The client was let in later; some servers block it after a few such attempts.'
      : args.method === 'REGISTER'
        ? 'The phone stays unregistered: it gets no calls, and its own may be refused.'
        : 'The request is not let in; clients that try the same credentials again and again get locked out.',
  fix: (args) => [
    ...{
      user: [`Set the authentication user in ${args.client}: it is empty.`],
      realm: [
        `Set the realm in ${args.client} to "${args.wanted}", or leave it empty so that it takes the one of the challenge.`,
      ],
      nonce: [`Let ${args.client} answer the newest challenge: it goes on using the nonce of an older one.`],
      server: [`Let the servers share their nonces, or send ${args.client} back to the one that challenged it.`],
      algorithm: [`Let ${args.client} use an algorithm that the server offers (${args.wanted}).`],
      qop: [`Let ${args.client} use the quality of protection that the challenge offers (${args.wanted}).`],
      expired: [
        `Let ${args.client} answer a challenge at once, or let ${args.server} keep its nonces valid for longer.`,
        `Let ${args.server} say stale=true when a nonce has run out: then the client tries again by itself.`,
      ],
      uri: [],
      refused: [],
      forbidden: [],
    }[args.kind],
    `Set the password of "${args.user}" for realm "${args.realm}" anew on both sides, and watch for blanks and for characters that need escaping.`,
    'Check that the authentication user is the one that the server knows: it often differs from the number or display name.',
    ...(args.kind === 'uri'
      ? [
          'Find out what changes the Request-URI after the digest was made: an ALG, a header rule, an outbound proxy setting. Some servers compare the two.',
        ]
      : []),
    'If several servers share the work, check that each accepts the nonces of the others.',
  ],
  message: (args) =>
    `${args.server} refused the credentials of "${args.user}" for realm "${args.realm}" in the ${args.method} of ${args.client} with ${args.status} ${args.phrase}` +
    {
      user: ': the user name is missing.',
      realm: `: they are made for realm "${args.given}".`,
      nonce: ': they answer an older challenge, not the newest.',
      server: `: the challenge had come from another server, ${args.wanted}.`,
      algorithm: `: they use ${args.given}, and the challenge offered ${args.wanted}.`,
      qop: `: they use qop ${args.given}, and the challenge offered ${args.wanted}.`,
      uri: `, although they answer its newest challenge; their uri is ${args.given} while the request goes to ${args.wanted}.`,
      refused: ', although they answer its newest challenge: user or password are wrong.',
      expired: `: they came ${args.given} after the challenge, and its nonce had run out.`,
      forbidden: '.',
    }[args.kind],
  limits: (args) =>
    args.kind === 'refused' || args.kind === 'uri'
      ? 'Whether the password or the user name is wrong cannot be read from a digest.'
      : args.kind === 'expired'
        ? 'Whether user and password are right was not put to the test.'
        : '',
  when: ({ transaction }) => transaction.final !== undefined && transaction.final.status >= 400,
  *check({ transaction, conversation }, context) {
    const { final, request, method } = transaction;
    if (final === undefined || final.status < 400 || request === undefined || method === 'ACK' || method === 'CANCEL')
      return;
    const lock = lockOf(final.status);
    if (lock === undefined && !(final.status === 403 && BAD_AUTHENTICATION.test(final.phrase))) return;
    if (passedOn(transaction, conversation).some((lower) => lower.final?.status === final.status)) return;
    const found =
      lock === undefined
        ? forbiddenCredentials(request)
        : challengedAgain(transaction, request, final, lock, conversation, context.thresholds.challengeAnswer);
    if (found === undefined) return;
    if (typeof found === 'string') {
      yield { undetermined: found };
      return;
    }
    const { kind, given, wanted, credentials, realm, challenged } = found;
    const letIn = laterOf(transaction, conversation).some(isSuccess);
    yield {
      at: [final, request, ...(challenged === undefined ? [] : [challenged])],
      args: {
        kind,
        method,
        client: transaction.client.name,
        server: transaction.server.name,
        status: final.status,
        phrase: final.phrase,
        user: credentials.username ?? '',
        realm,
        given,
        wanted,
        letIn,
      },
      severity: letIn ? 'warning' : 'error',
      confidence: doubtful.includes(kind) ? 'likely' : 'certain',
    };
  },
});
