import { parseMaxForwards } from '../../headers/max-forwards.ts';
import type { Call, SipMessage, Transaction } from '../../model.ts';
import { defineRule } from '../define.ts';
import { isMadeHere } from '../refusal.ts';
import { isScanner } from '../scanners.ts';

type Shown = {
  /** `refused`: 483. `breadth`: 440. `low`: nearly used up. `first`: it set out with too few. */
  kind: 'refused' | 'breadth' | 'low' | 'first';
  method: string;
  client: string;
  server: string;
  /** Max-Forwards of that request; -1 when it has none. */
  left: number;
  /** Hosts that it had passed by its Via. */
  hops: number;
};

/** Branches that a request may have altogether where Max-Breadth says nothing (RFC 5393 §5.3.3). */
export const MAX_BREADTH = 60;

function hopsLeft(request: SipMessage | undefined): number {
  return request === undefined ? -1 : (parseMaxForwards(request.header('Max-Forwards') ?? '') ?? -1);
}

function shownOf(kind: Shown['kind'], { method, client, server, request, viaCount }: Transaction): Shown {
  return { kind, method, client: client.name, server: server.name, left: hopsLeft(request), hops: viaCount };
}

/** A request with Max-Forwards 0 is meant to come back: it asks who stands on this hop. */
function isProbe({ request, method, viaCount }: Transaction): boolean {
  return method === 'OPTIONS' || (viaCount === 1 && hopsLeft(request) === 0);
}

function refusalOf(call: Call): Transaction | undefined {
  return call.transactions.find(
    (one) =>
      (one.final?.status === 483 || one.final?.status === 440) &&
      !isProbe(one) &&
      (one.request === undefined || !isScanner(one.request)) &&
      isMadeHere(one, call),
  );
}

/** INVITEs of one call that are looked at. */
const INVITE_LIMIT = 256;

/** The initial INVITE with the fewest hops left. */
function lowestOf(call: Call): { readonly one: Transaction; readonly left: number } | undefined {
  let lowest: { readonly one: Transaction; readonly left: number } | undefined;
  let seen = 0;
  for (const one of call.transactions) {
    if (one.method !== 'INVITE' || one.request === undefined || one.request.toTag !== '') continue;
    if (++seen > INVITE_LIMIT) break;
    const left = hopsLeft(one.request);
    if (left >= 0 && (lowest === undefined || left < lowest.left)) lowest = { one, left };
  }
  return lowest;
}

/** Rule 60: Max-Forwards ran out, or is about to. */
export const tooManyHops = defineRule<'call', Shown>({
  id: 'too-many-hops',
  severity: 'error',
  scope: 'call',
  title: 'Request that runs out of hops',
  spec: ['RFC 3261 §8.1.1.6', 'RFC 3261 §16.3', 'RFC 3261 §21.4.21', 'RFC 5393 §5.3.3'],
  example: { kind: 'refused', method: 'INVITE', client: '192.0.2.5:5060', server: '192.0.2.6:5060', left: 0, hops: 70 },
  why: (args) =>
    args.kind === 'refused' || args.kind === 'breadth'
      ? 'The request dies on its way; nobody was asked.'
      : 'A few more hosts on the way, a forwarding for instance, and the call is refused with 483.',
  fix: (args) =>
    ({
      refused: [
        args.hops > 10
          ? 'Look for a circle: the Via list of this request shows which hosts repeat.'
          : `Let the caller send Max-Forwards 70: this request had passed only ${args.hops === 1 ? 'one host' : `${args.hops} hosts`}.`,
        `Look for routes that point back, on ${args.client} and ${args.server} first.`,
      ],
      breadth: [
        `Call fewer targets at the same time: a request may be forked to ${MAX_BREADTH} altogether unless Max-Breadth says more.`,
        'Look for groups that contain each other.',
      ],
      low: [
        `Find out where its hops went: it came to ${args.server} with ${args.left} left and ${args.hops} in the Via list.`,
        'Let the device that begins the call, or the back-to-back user agent before this leg, send Max-Forwards 70.',
      ],
      first: [
        `Let ${args.client} send Max-Forwards 70, the recommended value.`,
        'If it carries on the count of another leg, look at how that one began.',
      ],
    })[args.kind],
  message: (args) =>
    ({
      refused: `${args.server} refused the ${args.method} of ${args.client} with 483: no hops were left after ${args.hops}.`,
      breadth: `${args.server} refused the ${args.method} of ${args.client} with 440: it had been forked to too many targets.`,
      low: `The ${args.method} from ${args.client} to ${args.server} has only ${args.left === 1 ? 'one hop' : `${args.left} hops`} left.`,
      first: `${args.client} sends its ${args.method} off with Max-Forwards ${args.left}; 70 is usual.`,
    })[args.kind],
  when: ({ call }) => call.transactions.length > 0,
  *check({ call }, { thresholds }) {
    const refused = refusalOf(call);
    if (refused?.final !== undefined) {
      yield {
        at: [refused.final, ...(refused.request === undefined ? [] : [refused.request])],
        args: shownOf(refused.final.status === 483 ? 'refused' : 'breadth', refused),
        confidence: 'certain',
        device: refused.client.address,
      };
      return;
    }
    const lowest = lowestOf(call);
    if (lowest?.one.request === undefined || isProbe(lowest.one) || isScanner(lowest.one.request)) return;
    const { one, left } = lowest;
    const first = one.viaCount === 1;
    if (left >= (first ? thresholds.hopsAtFirst : thresholds.hopsLeft + 1)) return;
    yield {
      at: [lowest.one.request],
      args: shownOf(first ? 'first' : 'low', one),
      // A call that is short of hops from the beginning works as long as its way is short.
      severity: left <= thresholds.hopsLeft ? 'warning' : 'info',
      confidence: 'certain',
      device: one.client.address,
    };
  },
});
