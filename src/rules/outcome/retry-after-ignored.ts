import type { Evidence, SipMessage, Transaction } from '../../model.ts';
import { evidenceOf } from '../../state/evidence.ts';
import { calledUser, emergencyOf } from '../called.ts';
import { defineRule } from '../define.ts';
import { addressesInferred, clockTooCoarse, milliseconds } from '../guards.ts';
import { duration } from '../phrases.ts';
import { clip, isMadeHere, saidBy, statusLine } from '../refusal.ts';

type Shown = {
  client: string;
  server: string;
  line: string;
  /** What was to be left alone: the whole server, or this target. */
  target: string;
  /** Seconds. */
  retryAfter: number;
  /** Requests within that time, and the first of them, ms after the refusal. */
  count: number;
  first: number;
};

/** Of the whole server (RFC 3261 §21.5.4), and of this target only. */
const OF_SERVER: readonly number[] = [500, 503];
const OF_TARGET: readonly number[] = [404, 413, 480, 486, 600, 603];

/** Requests that begin something; what belongs to a dialog has to go on, and a ping asks whether the server is back. */
const BEGINNINGS: readonly string[] = ['INVITE', 'REGISTER', 'SUBSCRIBE', 'MESSAGE', 'PUBLISH'];

/** Refusals that are kept in mind. */
const REFUSAL_LIMIT = 10_000;
/** Of one pair of hosts, so many are looked at for each request. */
const RECENT = 16;

interface Pause {
  readonly from: number;
  /** µs */
  readonly until: number;
  readonly retryAfter: number;
  readonly target: string;
  readonly agent: string;
  readonly client: string;
  readonly server: string;
  readonly line: string;
  readonly final: Evidence;
  count: number;
  /** The earliest of them. */
  next: Evidence | undefined;
}

function isUrgent(request: SipMessage): boolean {
  return emergencyOf(request) !== undefined || request.has('Resource-Priority') || request.has('Priority');
}

function beginning({ method, request }: Transaction): SipMessage | undefined {
  if (request === undefined || request.toTag !== '' || !BEGINNINGS.includes(method)) return undefined;
  return addressesInferred(request) || clockTooCoarse(request, 1_000) ? undefined : request;
}

/** Hosts behind one NAT have one address: a name of their own tells them apart, where they give one. */
function agentOf(request: SipMessage): string {
  return clip(request.header('User-Agent') ?? '');
}

function keyOf({ client, server }: Transaction): string {
  return `${client.address} ${server.address}`;
}

/** Rule 107: the server said for how long to stay away, and the client did not. */
export const retryAfterIgnored = defineRule<'transaction', Shown>({
  id: 'retry-after-ignored',
  severity: 'warning',
  scope: 'transaction',
  title: 'Retry-After that the client does not keep',
  spec: ['RFC 3261 §20.33', 'RFC 3261 §21.5.4'],
  example: {
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    line: '503 Service Unavailable',
    target: '',
    retryAfter: 30,
    count: 4,
    first: 1_200,
  },
  why: (args) =>
    args.target === ''
      ? 'Requests that come nevertheless keep an overloaded server overloaded, and are refused again.'
      : 'The callee has said when to call again; until then every attempt is in vain.',
  fix: (args) => [
    args.target === ''
      ? `Let ${args.client} leave ${args.server} alone for the time of Retry-After, and send to another server meanwhile.`
      : `Let ${args.client} wait for the time of Retry-After before it calls ${args.target} again.`,
    'If several workers send from this client, let them share what they learn about a server.',
    ...(args.target === ''
      ? [
          `If ${args.server} only means one trunk or user, let it say 503 without Retry-After, or 480: with it, the client has to leave the whole server alone.`,
        ]
      : []),
  ],
  message: (args) =>
    `${args.client} sent ${args.count === 1 ? 'another request' : `${args.count} more requests`} to ${args.server}${args.target === '' ? '' : ` for ${args.target}`} within the ${duration(args.retryAfter * 1000)} that its ${args.line} had asked it to wait, the first after ${duration(args.first)}.`,
  limits: () => 'Another device behind the same address looks the same if it gives no name of its own.',
  watch() {
    const pauses = new Map<string, Pause[]>();
    let kept = 0;
    return {
      see(conversation, { thresholds }) {
        for (const transaction of conversation.transactions) {
          // Without a refusal nothing is to be heeded.
          if (pauses.size === 0 && (transaction.final?.status ?? 0) < 400) continue;
          const request = beginning(transaction);
          if (request === undefined) continue;
          const key = keyOf(transaction);
          const agent = pauses.size === 0 ? '' : agentOf(request);
          const known = pauses.get(key) ?? [];
          for (let i = Math.max(0, known.length - RECENT); i < known.length; i++) {
            const pause = known[i];
            // What was under way when the refusal came is no disregard of it.
            if (request.time <= pause.from + thresholds.t1 * 1000 || request.time >= pause.until) continue;
            if (agent !== pause.agent || isUrgent(request)) continue;
            if (pause.target !== '' && pause.target !== request.requestUri) continue;
            pause.count++;
            if (pause.next === undefined || request.time < pause.next.time) pause.next = evidenceOf(request);
          }
          const { final } = transaction;
          if (final === undefined || final.status < 400 || kept >= REFUSAL_LIMIT) continue;
          const ofServer = OF_SERVER.includes(final.status);
          if ((!ofServer && !OF_TARGET.includes(final.status)) || !final.has('Retry-After')) continue;
          const { retryAfter } = saidBy(final);
          if (retryAfter === 0 || !isMadeHere(transaction, conversation)) continue;
          const list = pauses.get(key) ?? [];
          // The same pause, asked for again and again by a refusal each.
          const open = list[list.length - 1];
          if (open !== undefined && final.time >= open.from && final.time < open.until) continue;
          list.push({
            from: final.time,
            until: final.time + retryAfter * 1_000_000,
            retryAfter,
            target: ofServer ? '' : request.requestUri,
            agent: agentOf(request),
            client: transaction.client.name,
            server: transaction.server.name,
            line: statusLine(final),
            final: evidenceOf(final),
            count: 0,
            next: undefined,
          });
          pauses.set(key, list);
          kept++;
        }
      },
      *hits() {
        for (const list of pauses.values()) {
          // One example of each pair of hosts: the most disregarded.
          const worst = list.reduce((a, b) => (b.count > a.count ? b : a));
          const { next, final, from, count, client, server, line, retryAfter } = worst;
          if (next === undefined) continue;
          const target = clip(worst.target === '' ? '' : calledUser({ requestUri: worst.target }) || worst.target);
          yield {
            at: [next, final],
            args: { client, server, line, target, retryAfter, count, first: milliseconds(from, next.time) },
            confidence: 'likely',
            device: next.source.address,
          };
        }
      },
    };
  },
});
