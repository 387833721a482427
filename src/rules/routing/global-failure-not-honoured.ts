import type { SipMessage, Transaction } from '../../model.ts';
import { type Context, type Conversation, defineRule } from '../define.ts';
import { endedBefore, milliseconds } from '../guards.ts';
import { cameFrom, nearby } from '../hops.ts';
import { duration } from '../phrases.ts';

type Shown = {
  /** What the client of the branches did in spite of the 6xx. */
  kind: 'new-branch' | 'still-ringing' | 'lower-class';
  client: string;
  refuser: string;
  status: number;
  /** Target of the other branch. */
  other: string;
  /** From the 6xx to what followed, ms. */
  after: number;
  /** What the caller was told instead; 0 unless `lower-class`. */
  chosen: number;
};

type Hit = Omit<Shown, 'client' | 'refuser' | 'status'> & { readonly at: readonly SipMessage[] };

/** Branches of the same fork: same client, same request, another target (RFC 3261 §16.6). */
function siblings(transaction: Transaction, conversation: Conversation): Transaction[] {
  return nearby(transaction, conversation).filter(
    (other) =>
      other !== transaction &&
      other.method === 'INVITE' &&
      other.cseq === transaction.cseq &&
      other.viaCount === transaction.viaCount &&
      other.branch !== transaction.branch &&
      other.client.address === transaction.client.address &&
      other.request !== undefined &&
      other.request.fromTag === transaction.request?.fromTag &&
      other.request.toTag === '',
  );
}

function goesOn(refusal: SipMessage, others: readonly Transaction[]): Hit | undefined {
  const later = others.find(({ request }) => request !== undefined && request.time > refusal.time);
  if (later?.request === undefined) return undefined;
  const after = milliseconds(refusal.time, later.request.time);
  return { kind: 'new-branch', other: later.server.name, after, chosen: 0, at: [later.request] };
}

/** A branch that rang when the 6xx came, and was left ringing. */
function ringsOn(refusal: SipMessage, others: readonly Transaction[], context: Context): Hit | 'G-END' | undefined {
  const { globalFailureCancel } = context.thresholds;
  for (const other of others) {
    const { request, peer, final, responses } = other;
    if (request === undefined || request.time > refusal.time) continue;
    // Only a branch with a provisional response can be cancelled (RFC 3261 §9.1).
    const ringing = responses.some(({ message }) => message.status < 200 && message.time < refusal.time);
    const end = Math.min(peer?.start ?? context.now, final?.time ?? context.now);
    if (!ringing || milliseconds(refusal.time, end) <= globalFailureCancel) {
      const cut = ringing && peer === undefined && final === undefined;
      if (cut && endedBefore(context, refusal.time, globalFailureCancel)) return 'G-END';
      continue;
    }
    const next = peer?.request ?? final;
    const after = milliseconds(refusal.time, end);
    return {
      kind: 'still-ringing',
      other: other.server.name,
      after,
      chosen: 0,
      at: next === undefined ? [request] : [next],
    };
  }
  return undefined;
}

/** The response of another branch was passed up although a 6xx was there (RFC 3261 §16.7 item 6). */
function toldOtherwise(
  transaction: Transaction,
  refusal: SipMessage,
  others: readonly Transaction[],
  conversation: Conversation,
): Hit | undefined {
  for (const { final, peer } of cameFrom(transaction, conversation)) {
    if (final === undefined || peer !== undefined || final.time < refusal.time) continue;
    if (final.status < 300 || final.status >= 600) continue;
    const source = others.find((other) => other.final?.status === final.status);
    if (source === undefined) continue;
    const after = milliseconds(refusal.time, final.time);
    return { kind: 'lower-class', other: source.server.name, after, chosen: final.status, at: [final] };
  }
  return undefined;
}

/** Rule 28: a 6xx speaks for all targets, and the forking element tried or preferred another one. */
export const globalFailureNotHonoured = defineRule<'call', Shown>({
  id: 'global-failure-not-honoured',
  severity: 'warning',
  scope: 'call',
  title: '6xx that did not end the search',
  spec: ['RFC 3261 §16.7', 'RFC 3261 §21.6'],
  example: {
    kind: 'new-branch',
    client: '192.0.2.5:5060',
    refuser: '192.0.2.7:5060',
    status: 603,
    other: '192.0.2.8:5060',
    after: 40,
    chosen: 0,
  },
  why: (args) =>
    args.kind === 'lower-class'
      ? 'The caller is told less than the callee said, and its side may try again where nobody wants the call.'
      : 'The callee refused the call for all devices, and other devices ring nevertheless.',
  fix: (args) => [
    `If the callee must not be called further, let ${args.client} honour 6xx: cancel the other branches and start none (in Kamailio, tm's disable_6xx_block stays off).`,
    `If hunting on is wanted, let ${args.refuser} answer with a 4xx instead (486 for busy, 480 for declined), or map its ${args.status} at the edge.`,
  ],
  message: (args) =>
    `${args.refuser} refused the call for all targets with ${args.status}, and ${args.client} ` +
    {
      'new-branch': `called ${args.other} ${duration(args.after)} later.`,
      'still-ringing': `let ${args.other} go on ringing for ${duration(args.after)}.`,
      'lower-class': `passed on the ${args.chosen} of ${args.other} instead.`,
    }[args.kind],
  limits: (args) => (args.kind === 'lower-class' ? '' : 'Hunting on after a 6xx can be the policy of this element.'),
  concerns: (_, end) => end === 'refused',
  when: ({ call }) => call.transactions.some(({ final }) => final !== undefined && final.status >= 600),
  *check({ call }, context) {
    for (const transaction of call.transactions) {
      const { method, final: refusal } = transaction;
      if (refusal === undefined || refusal.status < 600 || method !== 'INVITE' || transaction.request === undefined)
        continue;
      const others = siblings(transaction, call);
      if (others.length === 0) continue;
      const found =
        goesOn(refusal, others) ??
        ringsOn(refusal, others, context) ??
        toldOtherwise(transaction, refusal, others, call);
      if (found === undefined) continue;
      if (found === 'G-END') {
        yield { undetermined: 'G-END' };
        continue;
      }
      const { at, ...args } = found;
      yield {
        at: [refusal, ...at],
        args: {
          ...args,
          client: transaction.client.name,
          refuser: transaction.server.name,
          status: refusal.status,
        },
        device: transaction.client.address,
        confidence: found.kind === 'still-ringing' ? 'likely' : 'certain',
      };
    }
  },
});
