import type { Route } from '../../headers/route.ts';
import { isSameUri, type Uri } from '../../headers/uri.ts';
import { parseVia } from '../../headers/via.ts';
import type { Call, Dialog, SipMessage } from '../../model.ts';
import { clip } from '../clip.ts';
import { type Context, defineRule } from '../define.ts';
import { openings, requestsOf, type Side, sidesOf, type Target, targetsFor } from '../dialog-sides.ts';
import { milliseconds } from '../guards.ts';
import { isPrivate } from '../networks.ts';
import {
  copiesRecordRoutes,
  isSamePlace,
  recordRoutesOf,
  requestUriOf,
  routeFault,
  routesOf,
  targetsOf,
} from '../route-set.ts';

type Shown = {
  /**
   * Request-URI: `first`, that of the INVITE; `own`, the sender's; `old`, a former Contact; `other`. Route: `missing`,
   * `skipped` (it begins too late), `reversed`, `strict` (loose routing to a proxy without lr). `copied`: the 2xx lacks
   * the Record-Route of its INVITE.
   */
  kind: 'first' | 'own' | 'old' | 'other' | 'missing' | 'skipped' | 'reversed' | 'strict' | 'copied';
  method: string;
  sender: string;
  receiver: string;
  /** A Request-URI, or the URIs of a route set; no route is an empty list. */
  sent: readonly string[];
  expected: readonly string[];
  worked: boolean;
};

type Judgement = Pick<Shown, 'kind' | 'sent' | 'expected'> & { readonly because: SipMessage };

/** More of a route set than a sentence shows. */
const ROUTE_LIMIT = 64;
const LONGEST = 120;

function urisOf(routes: readonly Route[]): readonly string[] {
  return routes.slice(0, ROUTE_LIMIT).map(({ uriText }) => clip(uriText, LONGEST));
}

function told(uris: readonly string[]): string {
  return clip(uris.join(', '), LONGEST) || 'none';
}

/** §12.2.1.1: the remote target, in a sip URI without the parts that only a Contact may have. */
function judgeTarget(
  request: SipMessage,
  targets: readonly Target[],
  side: Side,
  context: Context,
): Judgement | 'G-NAT' | undefined {
  const known = targets.filter(({ time }) => time <= request.time);
  const newest = known[known.length - 1];
  const text = request.requestUri;
  // The same letters, as nearly always, need no parsing.
  if (newest === undefined || newest.from.header('Contact')?.includes(`<${text}>`)) return undefined;
  const uri = requestUriOf(request);
  const contacts = targetsOf(newest.from);
  if (uri === undefined || contacts.length === 0) return undefined;
  const fits = (contact: Uri) => isSamePlace(contact, uri) || isSameUri(contact.raw, text);
  if (contacts.some(fits)) return undefined;
  const sent = [clip(text)];
  const expected = [clip(contacts[0].raw)];
  const because = newest.from;
  if (known.some(({ from }) => targetsOf(from).some(fits))) {
    const { targetKnown } = context.thresholds;
    if (milliseconds(newest.time, request.time) < targetKnown || side.shared) return undefined;
    return { kind: 'old', sent, expected, because };
  }
  // Towards a private Contact the sender may use the address that the message came from, or one in between.
  const source = newest.from.source.address;
  if (contacts.some(({ host }) => isPrivate(host) && host !== source)) return 'G-NAT';
  const own = targetsOf(side.ownTag === side.invite.fromTag ? side.invite : request);
  if (own.some((one) => isSamePlace(one, uri))) return { kind: 'own', sent, expected, because };
  if (side.ownTag === side.invite.fromTag && isSamePlace(requestUriOf(side.invite), uri)) {
    return { kind: 'first', sent, expected, because };
  }
  const sameUser = contacts.some(({ user }) => (user ?? '') === (uri.user ?? ''));
  // The same user at another host: somebody on the way rewrites addresses, or a name was resolved.
  if (uri.host === source || sameUser) return 'G-NAT';
  return { kind: 'other', sent, expected, because };
}

/** §12.2.1.1 with §12.1: the route set of the dialog, fixed when it began. */
function judgeRoute(request: SipMessage, side: Side, right: Set<string>): Judgement | 'G-NAT' | undefined {
  // As in an earlier request that was right: nearly all are.
  const begin = request.header('Route') ?? '';
  if (right.has(begin)) return undefined;
  const sent = routesOf(request);
  const routes = side.routes();
  const [first] = routes;
  if (first === undefined) {
    right.add(begin);
    return undefined;
  }
  const shown = { sent: urisOf(sent), expected: urisOf(routes), because: side.source };
  if (routes.some(({ lr }) => !lr)) {
    // A strict router wants itself in the Request-URI. One further on rewrites what comes before it.
    const loose = !first.lr && sent.length === routes.length && routeFault(sent, routes, []) === undefined;
    return loose && !isSamePlace(requestUriOf(request), first.uri) ? { kind: 'strict', ...shown } : undefined;
  }
  const via = parseVia(request.headers('Via')[0] ?? '')[0];
  const fault = routeFault(sent, routes, [request.source.address, ...(via === undefined ? [] : [via.host])]);
  if (fault === undefined) {
    right.add(begin);
    return undefined;
  }
  return fault === 'other' ? 'G-NAT' : { kind: fault, ...shown };
}

/** Requests of a dialog that are compared before the rule takes its time. */
const PLAIN_LIMIT = 8;

/** Between the angle brackets. */
function bareUri(contact: string | undefined): string | undefined {
  const start = contact?.indexOf('<') ?? -1;
  return start < 0 ? undefined : contact?.slice(start + 1, contact.indexOf('>', start));
}

/** One hop, no routes, and every request goes letter by letter to the Contact of the other side: nothing to find. */
function isPlain({ answer, acks, transactions, callerTag }: Dialog, call: Call): boolean {
  const { request } = transactions[0] ?? {};
  if (request === undefined || answer === undefined || request.viaCount !== 1) return false;
  if (acks.length + transactions.length > PLAIN_LIMIT || call.transactions.length > PLAIN_LIMIT) return false;
  if (answer.has('Record-Route') || request.has('Record-Route')) return false;
  const callee = bareUri(answer.header('Contact'));
  // Most calls are ended by their caller, so that its own Contact is never dialled.
  const targetOf = (one: SipMessage) => (one.fromTag === callerTag ? callee : bareUri(request.header('Contact')));
  const isRight = (one: SipMessage) => one.requestUri === targetOf(one) && !one.has('Route');
  if (!acks.every(isRight)) return false;
  return call.transactions.every(
    (one) =>
      one.request === request ||
      (one.method !== 'INVITE' && one.method !== 'UPDATE' && one.request !== undefined && isRight(one.request)),
  );
}

/** Rule 67: a request within the dialog does not go where the dialog says. */
export const ackOrRouteMisaddressed = defineRule<'dialog', Shown>({
  id: 'ack-or-route-misaddressed',
  severity: 'error',
  scope: 'dialog',
  title: 'Request within a call that is addressed wrongly',
  // §12.1.1: the 2xx copies Record-Route. §12.1.2: the caller reverses it. §12.2.1.1: Request-URI is the remote target,
  // Route the route set. §16.12: what loose and strict routers leave.
  spec: ['RFC 3261 §12.1.1', 'RFC 3261 §12.1.2', 'RFC 3261 §12.2.1.1', 'RFC 3261 §13.2.2.4', 'RFC 3261 §16.12'],
  example: {
    kind: 'first',
    method: 'ACK',
    sender: '192.0.2.1:5060',
    receiver: '192.0.2.5:5060',
    sent: ['sip:bob@example.com'],
    expected: ['sip:bob@192.0.2.7:5060'],
    worked: false,
  },
  why: ({ worked, method, kind }) =>
    kind === 'copied'
      ? 'The caller then sends ACK and BYE past the proxies that wanted to stay in the path: firewalls, NAT and billing lose the call.'
      : worked
        ? `This ${method} got through all the same; behind another proxy the same fault loses it, and calls drop or stay up on one side.`
        : `The ${method} does not reach the other side, or reaches it without the proxies that must see it: calls drop after 32 s or stay up on one side.`,
  fix: ({ kind, sender, ...args }) => {
    const expected = told(args.expected);
    return [
      {
        first: `Let ${sender} send requests within a call to the Contact of the other side (${expected}), not to the address that was dialled.`,
        own: `Let ${sender} take the Contact of the other side (${expected}), not its own, as Request-URI.`,
        old: `Let ${sender} take the newest Contact of the other side (${expected}) once it has accepted it.`,
        other: `Let ${sender} send requests within a call to the Contact of the other side (${expected}): look for header or number rules in it that rewrite the Request-URI.`,
        missing: `Let ${sender} copy Record-Route into Route for all requests within the call (${expected}).`,
        skipped: `Let ${sender} keep the whole route set (${expected}): look for a rule that removes the first Route.`,
        reversed: `Let ${sender} take Record-Route in reverse order when it made the call, and as it stands when it answered it.`,
        strict: `Add the lr parameter to the Record-Route of the proxy if it is a loose router (all of today are); otherwise ${sender} must put that proxy into the Request-URI.`,
        copied: `Let ${sender} copy all Record-Route fields of the INVITE into its 2xx, in the same order.`,
      }[kind],
      ...(kind === 'first' || kind === 'other'
        ? [
            `If ${sender} is an Asterisk with rewrite_contact=yes (in chan_sip nat=force_rport,comedia), turn that off for this trunk: it replaces the Contact of a peer behind a proxy.`,
          ]
        : []),
      'Turn off SIP ALG in routers between, and remove manual Route and Contact rules of session border controllers.',
    ];
  },
  message: ({ kind, method, sender, ...args }) => {
    const [sent, expected] = [told(args.sent), told(args.expected)];
    return {
      first: `The ${method} of ${sender} has the Request-URI ${sent} of the INVITE instead of the Contact ${expected}.`,
      own: `The ${method} of ${sender} has its own Contact ${sent} as Request-URI instead of ${expected}.`,
      old: `The ${method} of ${sender} goes to the former Contact ${sent}; the newest is ${expected}.`,
      other: `The ${method} of ${sender} has the Request-URI ${sent}; the Contact of the other side is ${expected}.`,
      missing: `The ${method} of ${sender} has no Route, and the dialog has the route set ${expected}.`,
      skipped: `The Route of the ${method} from ${sender} (${sent}) leaves out the beginning of the route set ${expected}.`,
      reversed: `The Route of the ${method} from ${sender} (${sent}) is in the wrong order; the route set is ${expected}.`,
      strict: `The ${method} of ${sender} keeps the Contact in its Request-URI although the first proxy of the route set (${expected}) has no lr parameter.`,
      copied: `The 2xx of ${sender} lacks the Record-Route of its INVITE (${expected}); it has ${sent}.`,
    }[kind];
  },
  when: ({ dialog, call }) => dialog.answer !== undefined && !isPlain(dialog, call),
  *check({ dialog, call }, context) {
    let doubt: 'G-NAT' | undefined;
    const hops = openings(dialog, call);
    for (const side of sidesOf(dialog, hops)) {
      const targets = targetsFor(side, dialog, call);
      const right = new Set<string>();
      for (const { request, worked, ack } of requestsOf(side, dialog)) {
        const told = ack === undefined ? targets : [{ time: ack.time, from: ack }];
        const target =
          told === undefined || side.routes().some(({ lr }) => !lr)
            ? undefined
            : judgeTarget(request, told, side, context);
        const found = [target, judgeRoute(request, side, right)];
        for (const one of found) {
          if (one === undefined) continue;
          if (one === 'G-NAT') {
            doubt = one;
            continue;
          }
          const { because, ...shown } = one;
          yield {
            at: [request, because],
            args: {
              ...shown,
              method: clip(request.method, 20),
              sender: request.source.name,
              receiver: request.destination.name,
              worked,
            },
            device: request.source.address,
            severity: worked || shown.kind === 'strict' ? 'warning' : 'error',
            confidence: shown.kind === 'other' ? 'likely' : 'certain',
          };
        }
      }
    }
    // What the callee does shows on the last hop.
    const last = hops.find((one) => hops.every(({ invite }) => invite.viaCount <= one.invite.viaCount));
    if (
      last !== undefined &&
      !last.invite.truncated &&
      !last.answer.truncated &&
      !copiesRecordRoutes(last.answer, last.invite)
    ) {
      yield {
        at: [last.answer, last.invite],
        args: {
          kind: 'copied',
          method: 'INVITE',
          sender: last.transaction.server.name,
          receiver: last.transaction.client.name,
          sent: urisOf(recordRoutesOf(last.answer)),
          expected: urisOf(recordRoutesOf(last.invite)),
          worked: false,
        },
        device: last.transaction.server.address,
        confidence: 'certain',
      };
    }
    if (doubt !== undefined) yield { undetermined: doubt };
  },
});
