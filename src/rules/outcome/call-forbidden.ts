import { parseFromTo } from '../../headers/from-to.ts';
import type { Evidence, SipMessage } from '../../model.ts';
import { evidenceOf } from '../../state/evidence.ts';
import { calledUser, emergencyOf } from '../called.ts';
import { type Conversation, defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { duration, saying } from '../phrases.ts';
import {
  causeOf,
  clip,
  isMadeHere,
  isOpenAbove,
  isRefusedInvite,
  laterTries,
  type Refused,
  type Said,
  saidBy,
  saidNothing,
  statusLine,
  wasConnected,
} from '../refusal.ts';
import { isScanner } from '../scanners.ts';

/**
 * `anonymous`, `consent`, `stale`: the code or phrase says what is missing. `barred`: the network's cause does.
 * `identity`: the request names different callers. `policy`: the credentials were accepted. `unknown-source`: nobody asked
 * for credentials. `all`: every call of the client.
 */
type Kind = 'anonymous' | 'consent' | 'stale' | 'barred' | 'identity' | 'policy' | 'unknown-source';

type Shown = Said & {
  kind: Kind | 'all';
  client: string;
  server: string;
  caller: string;
  called: string;
  status: string;
  /** ms */
  after: number;
  /** Of `identity`: the caller as the other header field names it, and that field. */
  other: string;
  field: string;
  /** Of `all`. */
  count: number;
};

/** Barred by subscription or group: outgoing, incoming, bearer, membership (Q.850 52 to 57, 87). */
const BARRED: readonly number[] = [52, 53, 54, 55, 57, 87];

/** Such a 403 speaks of the digest, and is told by `auth-credentials-rejected`. */
const BAD_AUTHENTICATION = /auth|password|credential|digest/i;

const IDENTITIES = ['P-Asserted-Identity', 'P-Preferred-Identity', 'Remote-Party-ID'] as const;

function userIn(value: string | undefined): string {
  const uri = value === undefined ? undefined : parseFromTo(value)?.uri;
  return uri?.user ?? '';
}

function isForbidden({ request, final }: Refused): boolean {
  const { status, phrase } = final;
  if (status !== 403 && status !== 433 && status !== 470) return false;
  const credentials = request.has('Authorization') || request.has('Proxy-Authorization');
  return !(status === 403 && credentials && BAD_AUTHENTICATION.test(phrase));
}

/** The caller under another name than From gives: carriers check one of them, and it may be the wrong one. */
function otherCaller(request: SipMessage, caller: string): Pick<Shown, 'other' | 'field'> {
  for (const field of IDENTITIES) {
    const other = request.has(field) ? userIn(request.headers(field)[0]) : '';
    if (other !== '' && other !== caller) return { other: clip(other), field };
  }
  return { other: '', field: '' };
}

function kindOf({ request, final }: Refused, caller: string, conflict: boolean): Kind {
  if (final.status === 433) return 'anonymous';
  if (final.status === 470) return 'consent';
  // RFC 8224 §6.2.2 gives this phrase to a signature that is too old.
  if (/stale date/i.test(final.phrase)) return 'stale';
  if (BARRED.includes(causeOf(final) ?? 0)) return 'barred';
  if (conflict) return 'identity';
  if (/^anonymous$/i.test(caller)) return 'anonymous';
  return request.has('Authorization') || request.has('Proxy-Authorization') ? 'policy' : 'unknown-source';
}

function isFinalWord(transaction: Refused, conversation: Conversation): boolean {
  return (
    isForbidden(transaction) &&
    emergencyOf(transaction.request) === undefined &&
    !isScanner(transaction.request) &&
    isMadeHere(transaction, conversation) &&
    !wasConnected(conversation) &&
    !laterTries(transaction, conversation).some(({ request }) => request?.toTag === '')
  );
}

/** Pairs of client and server that are kept in mind. */
const PAIR_LIMIT = 5_000;

interface Tally {
  forbidden: number;
  readonly called: Set<string>;
  readonly first: Evidence;
  readonly client: string;
  readonly server: string;
  readonly status: string;
}

const noCall = { caller: '', called: '', after: 0, other: '', field: '', ...saidNothing } as const;

/** Rule 26: the server understood the call and does not allow it. */
export const callForbidden = defineRule<'call', Shown>({
  id: 'call-forbidden',
  severity: 'error',
  scope: 'call',
  title: 'Call that the server does not allow',
  spec: ['RFC 3261 §21.4.4', 'RFC 3325 §9.1', 'RFC 5079 §5', 'RFC 8224 §6.2.2'],
  example: {
    kind: 'unknown-source',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    caller: '+12025550101',
    called: '+12025550142',
    status: '403 Forbidden',
    after: 40,
    other: '',
    field: '',
    count: 1,
    reasons: [],
    warning: '',
    retryAfter: 0,
  },
  why: (args) =>
    args.kind === 'all'
      ? 'Nobody behind this client can call.'
      : 'The call fails by a rule of the far side, and will fail again as long as it is sent the same way.',
  fix: (args) =>
    ({
      anonymous: [
        `Let the caller show a number: send it in From, or in P-Asserted-Identity towards ${args.server}.`,
        `If anonymous calls should be allowed, switch off anonymous call rejection for this callee on ${args.server}.`,
      ],
      consent: [`Let the recipients give their consent to ${args.server} first.`],
      stale: [
        'Set the clock of the signing server by NTP: the signature of the caller is older than the verifier allows, or from the future.',
        'Sign the call when it leaves, not when it enters a queue.',
      ],
      barred: [
        'Look into the subscription of caller and callee: the network bars this kind of call (outgoing class, closed user group, bearer).',
      ],
      identity: [
        `Send a number that belongs to this trunk in From and in ${args.field} alike; now they name ${args.caller} and ${args.other}.`,
        'For forwarded calls, send the number of the forwarding subscriber in P-Asserted-Identity or Diversion and leave From as it is.',
      ],
      policy: [
        `Look up the rule on ${args.server} that applies to this account: class of service for ${args.called}, permitted caller numbers, spend or call limit.`,
        'Send a caller number of this account: many providers refuse numbers that they have not assigned.',
      ],
      'unknown-source': [
        `Look whether ${args.server} accepts calls from ${args.client}: address not on its list, or trunk switched off.`,
        'Send a caller number that belongs to this trunk in From and P-Asserted-Identity.',
        'Look at the class of service: this destination may be barred, perhaps on purpose.',
      ],
      all: [
        `Look whether ${args.server} still knows ${args.client} as its trunk or account: address, registration, and state of the contract.`,
        `Compare the numbers in From and P-Asserted-Identity with those assigned to this trunk.`,
      ],
    })[args.kind],
  message: (args) => {
    if (args.kind === 'all') {
      return `${args.server} refused all ${args.count} calls of ${args.client} to different numbers with ${args.status}.`;
    }
    const cause = {
      anonymous: ': it takes no calls from callers without a number',
      consent: ': the recipients have not agreed to be called this way',
      stale: ': the signature of the caller is too old for it',
      barred: ': the network bars such calls',
      identity: `; From names ${args.caller}, and ${args.field} names ${args.other}`,
      policy: ', although the caller had given credentials: a rule forbids it, not the password',
      'unknown-source': ' without asking for credentials',
    }[args.kind];
    return `${args.server} refused the call of ${args.client} to "${args.called}" with ${args.status} after ${duration(args.after)}${cause}${saying(args)}.`;
  },
  limits: (args) =>
    args.kind === 'policy' || args.kind === 'unknown-source' || args.kind === 'identity'
      ? 'Which rule of the server forbade the call is known to its log only.'
      : '',
  concerns: (method, end) => method === 'INVITE' && end === 'refused',
  when: ({ call }) =>
    call.transactions.some(
      ({ method, final }) =>
        method === 'INVITE' && (final?.status === 403 || final?.status === 433 || final?.status === 470),
    ),
  *check({ call }) {
    for (const transaction of call.transactions) {
      if (!isRefusedInvite(transaction) || !isFinalWord(transaction, call)) continue;
      if (isOpenAbove(transaction, call)) {
        yield { undetermined: 'G-END' };
        return;
      }
      const { request, final, client, server } = transaction;
      const caller = userIn(request.header('From'));
      const conflict = otherCaller(request, caller);
      const kind = kindOf(transaction, caller, conflict.other !== '');
      yield {
        at: [final, request],
        args: {
          kind,
          client: client.name,
          server: server.name,
          caller: clip(caller),
          called: clip(calledUser(request)),
          status: statusLine(final),
          after: Math.max(0, milliseconds(request.time, final.time)),
          count: 1,
          ...conflict,
          ...saidBy(final),
        },
        // A single barred call may be meant so; that all calls of a client are is no intention.
        severity: 'warning',
        confidence: kind === 'policy' || kind === 'unknown-source' || kind === 'identity' ? 'possible' : 'likely',
        device: kind === 'policy' || kind === 'unknown-source' || kind === 'barred' ? server.address : client.address,
      };
      return;
    }
  },
  watch() {
    const pairs = new Map<string, Tally>();
    /** What else than refusals servers gave to a client, by client: mostly one. */
    const served = new Map<string, string | Set<string>>();
    const noteServed = (client: string, server: string) => {
      const known = served.get(client);
      if (known === server) return;
      if (known === undefined) {
        if (served.size < PAIR_LIMIT) served.set(client, server);
      } else if (typeof known === 'string') served.set(client, new Set([known, server]));
      else if (known.size < PAIR_LIMIT) known.add(server);
    };
    const isServed = (client: string, server: string) => {
      const known = served.get(client);
      return typeof known === 'string' ? known === server : known?.has(server) === true;
    };
    return {
      see(conversation) {
        if (!('attempts' in conversation) || conversation.attempts.length === 0) return;
        const attempt = conversation.attempts[conversation.attempts.length - 1];
        const { final, client, server, request } = attempt;
        if (final === undefined || request === undefined) return;
        const forbidden = isRefusedInvite(attempt) && isForbidden(attempt) && !isScanner(request);
        if (!forbidden) {
          noteServed(client.address, server.address);
          return;
        }
        const key = `${client.address} ${server.address}`;
        let tally = pairs.get(key);
        if (tally === undefined) {
          if (pairs.size >= PAIR_LIMIT) return;
          const first = evidenceOf(final);
          const names = { client: client.name, server: server.name, status: statusLine(final) };
          tally = { forbidden: 0, called: new Set(), first, ...names };
          pairs.set(key, tally);
        }
        tally.forbidden++;
        if (tally.called.size < PAIR_LIMIT) tally.called.add(calledUser(request));
      },
      *hits({ thresholds }) {
        for (const { forbidden, called, first, client, server, status } of pairs.values()) {
          if (called.size < thresholds.forbiddenCalls) continue;
          // What was refused stands in its answer, which came from the server.
          if (isServed(first.destination.address, first.source.address)) continue;
          yield {
            at: [first],
            args: { ...noCall, kind: 'all', client, server, status, count: forbidden },
            severity: 'error',
            device: first.destination.address,
          };
        }
      },
    };
  },
});
