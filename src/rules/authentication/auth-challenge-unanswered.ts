import type { SipMessage, Transaction } from '../../model.ts';
import { type Conversation, defineRule } from '../define.ts';
import { algorithmOf, challengesOf, credentialsOf, isSameClient, type Lock, lockOf } from '../digest.ts';
import { endedBefore, milliseconds } from '../guards.ts';
import { cameFrom, nearby } from '../hops.ts';
import { duration } from '../phrases.ts';
import { isScanner } from '../scanners.ts';

type Shown = {
  /** `unusable`: nothing in the challenge that a client could answer. */
  kind: 'ignored' | 'unusable' | 'scheme' | 'algorithm';
  method: string;
  client: string;
  server: string;
  status: number;
  realm: string;
  /** Schemes or algorithms on offer. */
  offered: readonly string[];
  /** ms */
  waited: number;
};

/** Methods that may not be challenged, or whose sender takes any response for a sign of life. */
const EXEMPT = ['ACK', 'CANCEL', 'OPTIONS'];

/** Algorithms that any client may be expected to have: those of RFC 2617, on which RFC 3261 §22.4 builds. */
const COMMON = ['MD5', 'MD5-SESS'];

/** The client, or the one above it that the challenge was passed to, tried again. */
function wasAnswered(transaction: Transaction, challenge: SipMessage, lock: Lock, conversation: Conversation): boolean {
  const asked = [transaction, ...cameFrom(transaction, conversation)];
  return nearby(transaction, conversation).some(
    (other) =>
      other.method === transaction.method &&
      asked.some((one) => isSameClient(one, other)) &&
      // Of a request that the capture lost, its responses tell; and clocks may differ a little.
      (other.cseq > transaction.cseq ||
        (other !== transaction &&
          other.start >= challenge.time &&
          other.request !== undefined &&
          credentialsOf(other.request, lock).length > 0)),
  );
}

/** Above this hop the same challenge tells more, and success by another branch needs no answer to it. */
function isSettledAbove(transaction: Transaction, conversation: Conversation): boolean {
  return cameFrom(transaction, conversation).some(
    ({ final, peer }) =>
      peer !== undefined || (final !== undefined && (final.status < 300 || lockOf(final.status) !== undefined)),
  );
}

function kindOf(challenge: SipMessage, lock: Lock): Pick<Shown, 'kind' | 'realm' | 'offered'> {
  const challenges = challengesOf(challenge, lock);
  const realm = challenges[0]?.realm ?? '';
  if (challenges.length === 0) return { kind: 'unusable', realm, offered: [] };
  const digests = challenges.filter(({ scheme }) => scheme.toLowerCase() === 'digest');
  if (digests.length === 0) return { kind: 'scheme', realm, offered: challenges.map(({ scheme }) => scheme) };
  const algorithms = digests.map(algorithmOf);
  if (!algorithms.some((name) => COMMON.includes(name))) return { kind: 'algorithm', realm, offered: algorithms };
  return { kind: 'ignored', realm, offered: algorithms };
}

/** Rule 7: the server asked who is there, and the client said nothing more. */
export const authChallengeUnanswered = defineRule<'transaction', Shown>({
  id: 'auth-challenge-unanswered',
  severity: 'error',
  scope: 'transaction',
  title: 'Challenge that the client does not answer',
  spec: ['RFC 3261 §22.2', 'RFC 3261 §22.3', 'RFC 8760 §2.3'],
  example: {
    kind: 'ignored',
    method: 'INVITE',
    client: '192.0.2.1:5060',
    server: '192.0.2.5:5060',
    status: 407,
    realm: 'example.com',
    offered: ['MD5'],
    waited: 30_000,
  },
  why: (args) =>
    args.kind === 'unusable'
      ? `The ${args.method} fails: the server wants credentials, and does not say in what form.`
      : `The ${args.method} fails: the server wants credentials, and the client offers none.`,
  fix: (args) => [
    ...{
      ignored: [],
      unusable: [`Let ${args.server} put a challenge into its ${args.status}: without one no client can answer.`],
      scheme: [`Let ${args.server} offer Digest: ${args.client} cannot answer ${args.offered.join(', ')}.`],
      algorithm: [
        `Let ${args.server} offer MD5 beside ${args.offered.join(', ')}, in a header field of its own (RFC 8760 §2.3), or update ${args.client}.`,
      ],
    }[args.kind],
    ...(args.kind === 'unusable'
      ? []
      : [`Configure user and password in ${args.client}${args.realm === '' ? '' : ` for realm "${args.realm}"`}.`]),
    `If ${args.server} should know ${args.client} by its address (a trunk without registration), check that this address is on its list: it may have changed.`,
    'If the challenge comes from behind a proxy or PBX, check that this element may answer it or passes it on to the phone.',
  ],
  message: (args) =>
    `${args.server} challenged the ${args.method} of ${args.client} with ${args.status}` +
    {
      ignored: `, and the client did not try again with credentials within ${duration(args.waited)}.`,
      unusable: `, but its ${args.status} holds no challenge to answer.`,
      scheme: `, but it offers ${args.offered.join(', ')} only; the client did not try again within ${duration(args.waited)}.`,
      algorithm: `, but it offers ${args.offered.join(', ')} only; the client did not try again within ${duration(args.waited)}.`,
    }[args.kind],
  limits: (args) =>
    args.kind === 'unusable'
      ? ''
      : 'A client that tries again with a new Call-ID shows as another call or registration.',
  concerns: (_, end) => end === 'refused',
  when: ({ transaction: { final } }) => final !== undefined && lockOf(final.status) !== undefined,
  *check({ transaction, conversation }, context) {
    const { final, request, method, acks, peer, requestRepeats } = transaction;
    if (final === undefined || request === undefined || EXEMPT.includes(method)) return;
    const lock = lockOf(final.status);
    // The client must have got the challenge: it acknowledges, or stops repeating.
    if (lock === undefined || peer !== undefined || (method === 'INVITE' && acks.length === 0)) return;
    if (requestRepeats.some(({ time }) => time > final.time)) return;
    // Credentials that were refused are another rule's matter.
    if (credentialsOf(request, lock).length > 0 || isScanner(request)) return;
    if (wasAnswered(transaction, final, lock, conversation) || isSettledAbove(transaction, conversation)) return;
    const shown = kindOf(final, lock);
    if (shown.kind !== 'unusable' && endedBefore(context, final.time, context.thresholds.challengeAnswer)) {
      yield { undetermined: 'G-END' };
      return;
    }
    yield {
      at: [final, request],
      args: {
        ...shown,
        method,
        client: transaction.client.name,
        server: transaction.server.name,
        status: final.status,
        waited: milliseconds(final.time, context.now),
      },
      device: shown.kind === 'unusable' ? transaction.server.address : transaction.client.address,
      confidence: shown.kind === 'unusable' ? 'certain' : 'likely',
    };
  },
});
