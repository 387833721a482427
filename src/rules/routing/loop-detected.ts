import { parseMaxForwards } from '../../headers/max-forwards.ts';
import type { Call, SipMessage, Transaction } from '../../model.ts';
import { defineRule } from '../define.ts';
import { addressesInferred, milliseconds } from '../guards.ts';
import { nearby } from '../hops.ts';
import { duration } from '../phrases.ts';
import { clip, isMadeHere, isRefusedInvite, type Refused, wasConnected } from '../refusal.ts';
import { isScanner } from '../scanners.ts';

type Shown = {
  /** `circle`: the trace shows the request come round. `said`: a host says so. `merged`: two copies met at one host. */
  kind: 'circle' | 'said' | 'merged';
  client: string;
  server: string;
  target: string;
  /** Times that the request passed between the two. */
  passes: number;
  /** From one pass to the next, ms. */
  round: number;
};

type Sent = Transaction & { readonly request: SipMessage };

function isInitial(one: Transaction): one is Sent {
  return one.method === 'INVITE' && one.request !== undefined && one.request.toTag === '';
}

/** INVITEs of one call that are compared; a loop runs into Max-Forwards, 70 at most, on each of its hops. */
const INVITE_LIMIT = 256;

/** Routes and targets that differ make it a spiral, which ends (RFC 5393 §4.2). */
function sameWay(a: SipMessage, b: SipMessage): boolean {
  if (a.requestUri !== b.requestUri) return false;
  const [left, right] = [a.headers('Route'), b.headers('Route')];
  return left.length === right.length && left.every((route, i) => route === right[i]);
}

function hasBranch(via: string, branch: string): boolean {
  const at = via.indexOf(`branch=${branch}`);
  return at >= 0 && /^(?:$|[;,\s])/.test(via.slice(at + 7 + branch.length));
}

/** `later` is `earlier` come round: same hop, same direction, and below the newer Vias stands that of the first pass. */
function comesRound(earlier: Sent, later: Sent): boolean {
  if (later.server !== earlier.server || later.client.address !== earlier.client.address) return false;
  // Several servers of one machine: only the ports tell them apart.
  if (later.client !== earlier.client && later.client.address === later.server.address) return false;
  if (later.cseq !== earlier.cseq || later.viaCount <= earlier.viaCount || earlier.branch === '') return false;
  if (later.request.fromTag !== earlier.request.fromTag || !sameWay(earlier.request, later.request)) return false;
  const [before, now] = [earlier, later].map(({ request }) => parseMaxForwards(request.header('Max-Forwards') ?? ''));
  if (before !== undefined && now !== undefined && now >= before) return false;
  return later.request
    .headers('Via')
    .slice(1)
    .some((via) => hasBranch(via, earlier.branch));
}

/** The passes of a request over the same hop, where there is more than one. */
function circleOf(call: Call): readonly Sent[] {
  const byServer = new Map<string, Sent[]>();
  let seen = 0;
  for (const one of call.transactions) {
    if (!isInitial(one)) continue;
    if (++seen > INVITE_LIMIT) break;
    if (addressesInferred(one.request)) continue;
    const known = byServer.get(one.server.name);
    if (known === undefined) byServer.set(one.server.name, [one]);
    else known.push(one);
  }
  let most: readonly Sent[] = [];
  for (const passes of byServer.values()) {
    if (passes.length < 2) continue;
    const [first] = passes;
    const round = passes.filter((one) => one === first || comesRound(first, one));
    if (round.length > most.length) most = round;
  }
  return most.length > 1 ? most : [];
}

/** The same request had come to this server on another branch: forks that meet (RFC 3261 §8.2.2.2), or a failover. */
function isMerged(transaction: Refused, call: Call): boolean {
  return nearby(transaction, call).some(
    (other) =>
      other !== transaction &&
      isInitial(other) &&
      other.server.address === transaction.server.address &&
      other.cseq === transaction.cseq &&
      other.request.fromTag === transaction.request.fromTag &&
      other.branch !== transaction.branch &&
      other.start <= transaction.final.time,
  );
}

/** Rule 59: the request comes back to where it was. */
export const loopDetected = defineRule<'call', Shown>({
  id: 'loop-detected',
  severity: 'error',
  scope: 'call',
  title: 'Request that runs in a circle',
  spec: ['RFC 3261 §16.3', 'RFC 3261 §21.4.20', 'RFC 3261 §8.2.2.2', 'RFC 5393 §4.2'],
  example: {
    kind: 'circle',
    client: '192.0.2.5:5060',
    server: '192.0.2.6:5060',
    target: 'sip:bob@example.com',
    passes: 2,
    round: 8,
  },
  why: (args) =>
    args.kind === 'merged'
      ? 'One copy of the call is refused; the other goes on, so that users notice nothing.'
      : 'The call cannot reach anybody, and every such call costs each server dozens of requests.',
  fix: (args) =>
    args.kind === 'merged'
      ? [
          `Let ${args.client} or the proxies before it send the call on one way only, if two ways lead to ${args.server}.`,
          'A timer that moves on to the next server too soon looks the same: wait longer before the failover.',
        ]
      : [
          `Make the domain or number of ${clip(args.target)} known as local on ${args.server} (alias, domain list, dial plan): it sends the call away because it does not take it for its own.`,
          `Look for default routes of ${args.client} and ${args.server} that point to each other, and for call forwarding that leads back.`,
          'Let the proxies check for loops (RFC 5393), and send requests off with Max-Forwards 70.',
        ],
  message: (args) =>
    ({
      circle: `The INVITE for ${args.target} passed from ${args.client} to ${args.server} ${args.passes} times, ${duration(args.round)} apart, with the same target each time.`,
      said: `${args.server} refused the INVITE of ${args.client} for ${args.target} with 482: it had seen this request before.`,
      merged: `${args.server} refused a second copy of the INVITE for ${args.target} with 482: it had got the first on another way.`,
    })[args.kind],
  limits: (args) => (args.kind === 'said' ? 'The hops over which the request came round are not in this trace.' : ''),
  when: ({ call: { transactions } }) =>
    transactions.some(
      ({ method, viaCount, final }) =>
        method === 'INVITE' && (final?.status === 482 || viaCount > transactions[0].viaCount),
    ),
  *check({ call }) {
    const circle = circleOf(call);
    const refused = call.transactions.filter(
      (one): one is Refused => one.final?.status === 482 && isRefusedInvite(one) && !isScanner(one.request),
    );
    if (circle.length > 0 && !wasConnected(call)) {
      const [first, second] = circle;
      const { client, server } = first;
      yield {
        at: [second.request, first.request, ...refused.slice(0, 1).map(({ final }) => final)],
        args: {
          kind: 'circle',
          client: client.name,
          server: server.name,
          target: clip(first.request.requestUri),
          passes: circle.length,
          round: Math.max(0, milliseconds(first.request.time, second.request.time)),
        },
        confidence: 'certain',
        device: server.address,
      };
      return;
    }
    for (const transaction of refused) {
      if (!isMadeHere(transaction, call)) continue;
      const merged = isMerged(transaction, call);
      if (!merged && wasConnected(call)) continue;
      const { request, final, client, server } = transaction;
      const names = { client: client.name, server: server.name, target: clip(request.requestUri) };
      yield {
        at: [final, request],
        args: { kind: merged ? 'merged' : 'said', ...names, passes: 1, round: 0 },
        severity: merged ? 'info' : 'error',
        confidence: merged ? 'likely' : 'certain',
        device: server.address,
      };
      return;
    }
  },
});
