import type { Transaction } from '../../model.ts';
import { type Conversation, defineRule } from '../define.ts';
import { challengesOf, credentialsOf, type Lock, lockOf } from '../digest.ts';
import { addressesInferred, milliseconds } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';
import { earlierOf, isSuccess, laterOf } from '../rejection.ts';

type Shown = {
  /** `stale`: each new nonce is too old at once. `old-nonce`: the client does not take the new one. `servers`: several take turns. */
  kind: 'stale' | 'old-nonce' | 'servers';
  method: string;
  client: string;
  server: string;
  /** The other of the servers that take turns; '' elsewhere. */
  other: string;
  challenges: number;
  /** From the first challenge to the last, ms. */
  span: number;
  /** From the newest challenge to the attempt that answered it, ms. */
  answered: number;
  /** It came to an end: a later attempt was accepted. */
  letIn: boolean;
};

/** Challenges of a chain that are counted. */
const LONGEST = 64;

/** A challenge of the chain and what had been tried. */
interface Round {
  readonly transaction: Transaction;
  readonly time: number;
  readonly stale: boolean;
  /** Of the challenge, and of the credentials before it. */
  readonly issued: readonly string[];
  readonly used: readonly string[];
  readonly server: string;
}

function roundOf(transaction: Transaction, lock: Lock): Round | undefined {
  const { final, request } = transaction;
  if (final?.status !== lock || request === undefined) return undefined;
  const challenges = challengesOf(final, lock);
  if (challenges.length === 0) return undefined;
  return {
    transaction,
    time: final.time,
    stale: challenges.some(({ stale }) => stale),
    issued: challenges.flatMap(({ nonce }) => nonce ?? []),
    used: credentialsOf(request, lock).flatMap(({ nonce }) => nonce ?? []),
    server: serverOf(transaction),
  };
}

/** An address, and behind one address the name that each server gives itself. */
function serverOf({ final, server }: Transaction): string {
  const name = final?.header('Server') ?? '';
  return name === '' ? server.name : `${server.name} (${name.slice(0, 60)})`;
}

/** The consecutive challenges that end with this one, the newest first: every request between them was challenged too. */
function chainOf(transaction: Transaction, lock: Lock, conversation: Conversation, window: number): readonly Round[] {
  const chain: Round[] = [];
  const same = earlierOf(transaction, conversation, LONGEST).filter(({ method }) => method === transaction.method);
  for (const one of [transaction, ...same]) {
    const round = roundOf(one, lock);
    if (round === undefined || milliseconds(round.time, chain[0]?.time ?? round.time) > window) break;
    chain.push(round);
    // What came without credentials began it all.
    if (round.used.length === 0) break;
  }
  return chain;
}

function kindOf(chain: readonly Round[]): Pick<Shown, 'kind' | 'other'> | undefined {
  const answers = chain.filter(({ used }) => used.length > 0);
  if (answers.length < 2) return undefined;
  const turns = chain.filter((round, index) => index > 0 && round.server !== chain[index - 1].server).length;
  const fresh = answers.filter(({ used }, index) => chain[index + 1]?.issued.some((nonce) => used.includes(nonce)));
  if (turns >= 2 && fresh.length === answers.length) {
    const other = chain.find(({ server }) => server !== chain[0].server);
    if (other !== undefined) return { kind: 'servers', other: other.server };
  }
  if (!answers.every(({ stale }) => stale)) return undefined;
  const seen = answers.filter((_, index) => chain[index + 1] !== undefined);
  const ignoring = seen.length >= 2 && seen.every((round) => !fresh.includes(round));
  return { kind: ignoring ? 'old-nonce' : 'stale', other: '' };
}

/** Rule 8: challenge after challenge, although the client answers each. */
export const authNonceLoop = defineRule<'transaction', Shown>({
  id: 'auth-nonce-loop',
  severity: 'error',
  scope: 'transaction',
  title: 'Challenges in a circle',
  spec: ['RFC 7616 §3.3', 'RFC 3261 §22.1', 'RFC 3261 §22.4'],
  example: {
    kind: 'stale',
    method: 'REGISTER',
    client: '192.0.2.1:5060',
    server: '192.0.2.5:5060',
    other: '',
    challenges: 4,
    span: 620,
    answered: 30,
    letIn: false,
  },
  why: (args) =>
    args.letIn
      ? `Each ${args.method} takes several round trips, and a client that gives up earlier than this one does not get in.`
      : `The ${args.method} does not get through, whatever the password: the client answers each challenge and gets another.`,
  fix: (args) => [
    ...{
      stale: [
        `Raise the lifetime of nonces at ${args.server} (Kamailio: auth's nonce_expire; Asterisk: nonce_lifetime), and check its clock.`,
        `If ${args.server} is several machines, give them the same nonce secret and the same time (Kamailio: auth's secret), and turn off one-time nonces or share their memory.`,
      ],
      'old-nonce': [
        `Update ${args.client} or restart it: it must take the nonce of the newest challenge and goes on using an older one.`,
        `If an element between them caches credentials (a PBX, an ALG), let it pass ${args.method} requests on untouched.`,
      ],
      servers: [
        `Give ${args.server} and ${args.other} the same nonce secret (Kamailio: auth's secret), so that each accepts the nonces of the other.`,
        'Or let the load balancer send a client to the same server until its request is done (by Call-ID or source address).',
      ],
    }[args.kind],
  ],
  message: (args) =>
    `The ${args.method} of ${args.client} was challenged ${args.challenges} times in ${duration(args.span)}, ` +
    {
      stale: `and each time ${args.server} called the nonce too old (stale), at the end ${duration(args.answered)} after issuing it`,
      'old-nonce': `and each time it came with an old nonce instead of the new one that ${args.server} had sent`,
      servers: `in turn by ${args.server} and ${args.other}: each refuses what answers the other`,
    }[args.kind] +
    (args.letIn ? '; in the end it was accepted.' : '.'),
  limits: (args) =>
    ({
      stale: 'Why the server takes the nonce for too old does not show in the messages.',
      'old-nonce': '',
      servers: 'A wrong password behind a load balancer looks the same.',
    })[args.kind],
  concerns: (_, end) => end === 'refused',
  when: ({ transaction: { final, method } }) =>
    final !== undefined && lockOf(final.status) !== undefined && method !== 'ACK',
  *check({ transaction, conversation }, context) {
    const { final, request } = transaction;
    const lock = lockOf(final?.status ?? 0);
    if (final === undefined || request === undefined || lock === undefined || addressesInferred(request)) return;
    if (credentialsOf(request, lock).length === 0) return;
    if (passedOn(transaction, conversation).some((lower) => lower.final?.status === final.status)) return;
    const later = laterOf(transaction, conversation);
    // Told once, at the end of the chain.
    const [next] = later;
    if (next !== undefined && roundOf(next, lock)?.used.length) return;
    const { nonceLoop, nonceLoopChallenges } = context.thresholds;
    const chain = chainOf(transaction, lock, conversation, nonceLoop);
    if (chain.length < nonceLoopChallenges) return;
    const found = kindOf(chain);
    if (found === undefined) return;
    const letIn = later.some(isSuccess);
    yield {
      at: chain.flatMap(({ transaction: { final, request } }) => [final, request].filter((one) => one !== undefined)),
      args: {
        ...found,
        method: transaction.method,
        client: transaction.client.name,
        server: found.kind === 'servers' ? chain[0].server : transaction.server.name,
        challenges: chain.length,
        span: milliseconds(chain[chain.length - 1].time, final.time),
        answered: milliseconds(chain[1].time, request.time),
        letIn,
      },
      severity: letIn ? 'warning' : 'error',
      confidence: found.kind === 'servers' ? 'likely' : 'certain',
      device: (found.kind === 'old-nonce' ? transaction.client : transaction.server).address,
    };
  },
});
