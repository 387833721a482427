import { parseFromTo } from '../../headers/from-to.ts';
import { telephoneNumberOf } from '../../headers/telephone-number.ts';
import type { Evidence, Transaction } from '../../model.ts';
import { evidenceOf } from '../../state/evidence.ts';
import { type Context, type Conversation, defineRule, type Hit, type Watch } from '../define.ts';
import { addressesInferred } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { broughtBy, isInitial } from '../signed.ts';

type Shown = {
  /** `asked`: refused with 428. `exception`: the same host signs nearly all its calls. */
  kind: 'asked' | 'exception';
  client: string;
  server: string;
  method: string;
  /** The hop above had a signature. */
  lost: boolean;
  /** Calls between the two, of `exception`. */
  signed: number;
  unsigned: number;
};

const ASKED = 428;
/** Pairs of hosts that are counted. */
const PAIRS = 10_000;
const EMERGENCY = /^(?:112|911|999|000|110|119)$/;

interface Pair {
  readonly client: string;
  readonly server: string;
  signed: number;
  unsigned: number;
  first: Evidence | undefined;
}

/** Calls with a telephone number of a caller: others are not signed with one (RFC 8224 §8). */
function isSignable({ request }: Transaction): boolean {
  const caller = parseFromTo(request?.header('From') ?? '')?.uri;
  const callee = parseFromTo(`<${request?.requestUri}>`)?.uri;
  if (callee === undefined || callee.scheme === 'urn' || EMERGENCY.test(callee.user ?? '')) return false;
  return telephoneNumberOf(caller) !== undefined;
}

/** Only hosts that were seen to sign are remembered: captures without signatures cost nothing. */
function watchPairs(): Watch<Shown> {
  const pairs = new Map<string, Pair>();
  const count = (transaction: Transaction) => {
    const { request, client, server, method } = transaction;
    if (method !== 'INVITE' || request === undefined || !isInitial(transaction)) return;
    const signed = request.has('Identity');
    if (!signed && pairs.size === 0) return;
    const key = `${client.address} ${server.address}`;
    let pair = pairs.get(key);
    if (pair === undefined) {
      if (!signed || pairs.size >= PAIRS || addressesInferred(request)) return;
      pair = { client: client.address, server: server.address, signed: 0, unsigned: 0, first: undefined };
      pairs.set(key, pair);
    }
    if (signed) pair.signed++;
    else if (isSignable(transaction)) {
      pair.unsigned++;
      pair.first ??= evidenceOf(request);
    }
  };
  return {
    see(conversation) {
      if (!('attempts' in conversation)) return;
      for (const transaction of conversation.transactions) count(transaction);
    },
    *hits({ thresholds: { signedCalls, unsignedShare } }: Context): Iterable<Hit<Shown>> {
      for (const { client, server, signed, unsigned, first } of pairs.values()) {
        if (signed < signedCalls || unsigned === 0 || unsigned > (signed + unsigned) * unsignedShare) continue;
        yield {
          at: first === undefined ? [] : [first],
          args: { kind: 'exception', client, server, method: 'INVITE', lost: false, signed, unsigned },
          severity: 'info',
          confidence: 'certain',
          device: client,
        };
      }
    },
  };
}

/** Rule 83: a call without the signature that its receiver asks for, or that its sender puts on all others. */
export const stirIdentityMissing = defineRule<'transaction', Shown>({
  id: 'stir-identity-missing',
  severity: 'warning',
  scope: 'transaction',
  title: 'Call without the signature that is asked for',
  spec: ['RFC 8224 §6.2.2', 'RFC 8224 §4'],
  example: {
    kind: 'asked',
    client: '192.0.2.5:5060',
    server: '192.0.2.9:5060',
    method: 'INVITE',
    lost: false,
    signed: 0,
    unsigned: 0,
  },
  why: (args) =>
    args.kind === 'asked'
      ? 'The call was refused: this network lets no unsigned call in.'
      : 'The callee sees these calls as unverified, and networks that ask for a signature refuse them (428).',
  fix: (args) => [
    ...(args.kind === 'asked' && args.lost
      ? [`Let ${args.client} pass the Identity header field on: the call had one when it came.`]
      : []),
    `Let the provider of the caller sign the call (STIR/SHAKEN), or ${args.client} itself with attestation C if it is the gateway where it comes in.`,
    'Look for routes without the signing service: another trunk, a failover, a forwarded call, a number that the service does not know.',
    'Look for SBCs that drop Identity, and for lines without SIP (TDM) on the way.',
  ],
  message: (args) =>
    args.kind === 'asked'
      ? `${args.server} refused the ${args.method} of ${args.client} with 428: it wants a signed caller (Identity), and the request has no signature${args.lost ? ' any more' : ''}.`
      : `${args.client} sent ${args.unsigned} of ${args.signed + args.unsigned} calls to ${args.server} without a signature (Identity), and signed all others.`,
  limits: (args) =>
    args.kind === 'asked' ? '' : 'Calls within one network, and into countries without STIR, need no signature.',
  concerns: (_, end) => end === 'refused',
  when: ({ transaction: { final } }) => final?.status === ASKED,
  *check({ transaction, conversation }) {
    const { final, request, method, client, server } = transaction;
    if (final === undefined || request === undefined || request.truncated || request.has('Identity')) return;
    if (passedOn(transaction, conversation).some((lower) => lower.final?.status === ASKED)) return;
    yield {
      at: [final, request],
      args: {
        kind: 'asked',
        client: client.name,
        server: server.name,
        method,
        lost: hadOne(transaction, conversation),
        signed: 0,
        unsigned: 0,
      },
      confidence: 'certain',
      device: client.address,
    };
  },
  watch: watchPairs,
});

function hadOne(transaction: Transaction, conversation: Conversation): boolean {
  return broughtBy(transaction, conversation).some(({ request }) => request?.has('Identity') ?? false);
}
