/** What is wrong with credentials that a server refused, as far as the messages and the user's passwords tell (rules 6, 8). */
import type { Challenge } from '../headers/authenticate.ts';
import type { Credentials } from '../headers/authorization.ts';
import type { DigestSecrets } from '../keys.ts';
import type { SipMessage, Transaction } from '../model.ts';
import type { Conversation } from './define.ts';
import { algorithmOf, challengesOf, credentialsOf, isSameClient, type Lock } from './digest.ts';
import { addressesInferred, milliseconds } from './guards.ts';
import { nearby } from './hops.ts';
import { type DigestField, recompute } from './recompute.ts';

/**
 * `refused`: nothing that shows. `expired`: they came late, and the nonce had run out. `forbidden`: the server says so in
 * a 403. With a password: `correct`, the digest is right; `made`, it was made with another `field`; `mismatch`, with
 * another password.
 */
export type RejectionKind =
  | 'user'
  | 'realm'
  | 'nonce'
  | 'server'
  | 'algorithm'
  | 'qop'
  | 'uri'
  | 'refused'
  | 'expired'
  | 'forbidden'
  | 'correct'
  | 'made'
  | 'mismatch';

interface Diagnosis {
  readonly kind: RejectionKind;
  /** What the credentials say, and what they should say or were made with. */
  readonly given: string;
  readonly wanted: string;
  /** Of `expired`: how long after the challenge they came, ms; 0 elsewhere. */
  readonly late: number;
}

const unsaid = { given: '', wanted: '', late: 0 };

/** A response with challenges that the client had got before. */
interface Challenged {
  readonly response: SipMessage;
  readonly transaction: Transaction;
  readonly challenges: readonly Challenge[];
}

export interface Rejection extends Diagnosis {
  readonly credentials: Credentials;
  readonly realm: string;
  readonly challenged: SipMessage | undefined;
  /** What was answered with a challenge that the capture does not show. */
  readonly unseen?: true;
}

/** "nonce has changed": some servers say in the phrase what belongs into `stale`. */
const STALE_PHRASE = /nonce|stale/i;

/** Transactions of the client before this one that are looked at: a guesser of passwords has thousands. */
const LOOK_BACK = 8;

/** What the client had done and heard before this transaction, the newest first. */
export function earlierOf(transaction: Transaction, conversation: Conversation, most = LOOK_BACK): Transaction[] {
  return nearby(transaction, conversation)
    .filter((other) => other.id < transaction.id && isSameClient(other, transaction))
    .slice(-most)
    .reverse();
}

/** What it did afterwards. */
export function laterOf(transaction: Transaction, conversation: Conversation): Transaction[] {
  return nearby(transaction, conversation).filter(
    (other) => other.id > transaction.id && other.method === transaction.method && isSameClient(other, transaction),
  );
}

export function isSuccess({ final }: Transaction): boolean {
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
  refusal: SipMessage,
): Diagnosis {
  const says = (kind: RejectionKind, given = '', wanted = ''): Diagnosis => ({ kind, given, wanted, late: 0 });
  if (given.username === undefined || given.username === '') return says('user');
  if (given.realm !== challenge.realm) return says('realm', given.realm, challenge.realm);
  if (transaction.server.address !== last.transaction.server.address && !addressesInferred(request)) {
    return says('server', transaction.server.name, last.transaction.server.name);
  }
  const [issuer, judge] = [last.response.header('Server') ?? '', refusal.header('Server') ?? ''];
  if (issuer !== '' && judge !== '' && issuer !== judge) return says('server', judge, issuer);
  const offered = last.challenges.filter(({ realm }) => realm === challenge.realm);
  if (!offered.some((one) => algorithmOf(one) === algorithmOf(given))) {
    return says('algorithm', algorithmOf(given), offered.map(algorithmOf).join(', '));
  }
  const qop = given.qop?.toLowerCase();
  if (qop !== undefined && !offered.some((one) => one.qop.includes(qop))) {
    return says('qop', qop, offered.flatMap((one) => one.qop).join(', '));
  }
  // Further on the way proxies rewrite the Request-URI and leave the digest alone.
  if (transaction.viaCount === 1 && given.uri !== undefined && given.uri !== request.requestUri) {
    return says('uri', given.uri, request.requestUri);
  }
  return says('refused');
}

/** 403: no nonce needs to be compared, the phrase says what is wrong. */
export function forbiddenCredentials(request: SipMessage): Rejection | undefined {
  const credentials = credentialsOf(request, 401)[0] ?? credentialsOf(request, 407)[0];
  if (credentials === undefined) return undefined;
  const realm = credentials.realm ?? '';
  return { kind: 'forbidden', ...unsaid, credentials, realm, challenged: undefined };
}

/** 401 or 407 again: rejected, unless the nonce was too old or another realm asks now. */
export function challengedAgain(
  transaction: Transaction,
  request: SipMessage,
  refusal: SipMessage,
  lock: Lock,
  conversation: Conversation,
  prompt: number,
): Rejection | undefined {
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
      if (!realms.includes(realm) || !isLast()) continue;
      const rest = { credentials, realm: realm ?? '', challenged: undefined };
      return { kind: 'refused', ...unsaid, ...rest, unseen: true };
    }
    const challenge =
      last.challenges.find((one) => one.nonce === nonce) ?? last.challenges.find((one) => one.realm === realm);
    // The first lock is open, another asks now: 407 of a proxy, then of the next.
    if (challenge === undefined || !realms.includes(challenge.realm)) continue;
    const rejection = { credentials, realm: challenge.realm ?? '', challenged: last.response };
    if (challenge.nonce !== nonce) {
      const older = challengeBefore(request, lock, earlier, (one) => one.nonce === nonce);
      if (older !== undefined) return { kind: 'nonce', ...unsaid, ...rejection };
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
      if (isLast()) return { kind: 'expired', ...unsaid, late: age, ...rejection };
      continue;
    }
    return { ...diagnose(transaction, request, credentials, challenge, last, refusal), ...rejection };
  }
  return undefined;
}

/** Kinds that say no more than that the server refused: a digest that was recomputed says more. */
const open: readonly RejectionKind[] = ['refused', 'uri', 'forbidden'];

/** What a password adds: `tested` when it fits the digest, `named` when it is given for this user by name. */
export interface Tested extends Diagnosis {
  readonly field: DigestField | '';
  readonly tested: boolean;
  readonly named: boolean;
}

export function testedWith(
  secrets: DigestSecrets | undefined,
  { credentials, kind, given, wanted, late }: Rejection,
  request: SipMessage,
  transaction: Transaction,
  conversation: Conversation,
): Tested {
  const plain: Tested = { kind, given, wanted, late, field: '', tested: false, named: false };
  if (secrets === undefined) return plain;
  const earlier = earlierOf(transaction, conversation);
  const challenges = earlier.flatMap(({ final }) =>
    final === undefined ? [] : [...challengesOf(final, 401), ...challengesOf(final, 407)],
  );
  const found = recompute(request, credentials, secrets, {
    realms: challenges.flatMap(({ realm }) => realm ?? []),
    nonces: challenges.flatMap(({ nonce }) => nonce ?? []),
    methods: earlier.map(({ method }) => method),
    // A guesser of passwords is told the same again and again.
    brief: earlier.filter(({ final }) => final?.status === 401 || final?.status === 407).length >= LOOK_BACK,
  });
  if (found === undefined) return plain;
  if (found.outcome === 'made') {
    const { field, given, made } = found;
    return { kind: 'made', field, given, wanted: made, late: 0, tested: false, named: false };
  }
  if (found.outcome === 'mismatch') {
    return { ...plain, kind: open.includes(kind) ? 'mismatch' : kind, named: found.named };
  }
  const correct = kind === 'refused' || kind === 'forbidden';
  return { ...plain, kind: correct ? 'correct' : kind, tested: true };
}
