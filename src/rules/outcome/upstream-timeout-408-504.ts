import { parseExpires } from '../../headers/expires.ts';
import { type Context, type Conversation, defineRule } from '../define.ts';
import { clockTooCoarse, milliseconds } from '../guards.ts';
import { duration, saying } from '../phrases.ts';
import {
  isMadeHere,
  isOpenAbove,
  isRefusedInvite,
  lastProgressOf,
  progressOf,
  type Refused,
  type Said,
  saidBy,
  wasConnected,
} from '../refusal.ts';

/**
 * Which clock ran out. `next-hop`: timer B, the hop behind is dead. `helper`: 504, something the server asked. `soon`: a
 * failure timer shorter than timer B. `at-once`: no wait at all. `no-answer`: it rang. `timer-c`: it rang for ever.
 * `expires`: the caller's own limit.
 */
type Kind = 'next-hop' | 'helper' | 'soon' | 'at-once' | 'no-answer' | 'timer-c' | 'expires';

type Shown = Said & {
  kind: Kind;
  client: string;
  server: string;
  status: number;
  /** From the INVITE to the refusal, ms. */
  after: number;
  /** From the last sign of progress to the refusal, ms; 0 without one. */
  sinceProgress: number;
  connected: boolean;
};

/** Closer than this to a timer is that timer (ms). */
const MATCH = 1_000;

function matches(value: number, timer: number): boolean {
  return Math.abs(value - timer) <= MATCH;
}

function kindOf(transaction: Refused, after: number, sinceProgress: number, context: Context): Kind {
  const { request, final } = transaction;
  const { timerC, transactionTimeout, margin, cachedTimeout } = context.thresholds;
  const expires = request.has('Expires') ? parseExpires(request.header('Expires') ?? '') : undefined;
  if (expires !== undefined && expires > 0 && matches(after, expires * 1000)) return 'expires';
  if (progressOf(transaction) !== undefined) {
    return sinceProgress >= timerC * (1 - margin) ? 'timer-c' : 'no-answer';
  }
  if (after < cachedTimeout) return 'at-once';
  if (final.status === 504) return 'helper';
  return Math.abs(after / transactionTimeout - 1) <= margin ? 'next-hop' : 'soon';
}

/** That nobody picks up is the callee's affair; that a host is dead is not. */
function severityOf(kind: Kind, conversation: Conversation) {
  if (kind === 'no-answer' || kind === 'expires') return 'info' as const;
  if (kind === 'at-once' || kind === 'timer-c') return 'warning' as const;
  return wasConnected(conversation) ? ('warning' as const) : ('error' as const);
}

/** Rule 19: a server answers for a host behind it that did not. */
export const upstreamTimeout408504 = defineRule<'transaction', Shown>({
  id: 'upstream-timeout-408-504',
  severity: 'error',
  scope: 'transaction',
  title: 'Server that gave up waiting for the next hop',
  spec: ['RFC 3261 §16.7', 'RFC 3261 §16.8', 'RFC 3261 §21.4.9', 'RFC 3261 §21.5.5'],
  example: {
    kind: 'next-hop',
    client: '192.0.2.1:5060',
    server: '192.0.2.5:5060',
    status: 408,
    after: 32_000,
    sinceProgress: 0,
    connected: false,
    reasons: [{ protocol: 'Q.850', cause: 102, text: '', location: '' }],
    warning: '',
    retryAfter: 0,
  },
  why: (args) =>
    ({
      'no-answer': 'Nobody picked up. Whether a mailbox should have taken the call is a matter of its settings.',
      expires: 'The call ended when the caller had said it should.',
      'timer-c': 'The caller listened to ringing for minutes, and the callee side holds a call that nobody ends.',
      'at-once': 'The call fails without an attempt, perhaps although the destination has come back meanwhile.',
    })[String(args.kind)] ??
    (args.connected
      ? 'The call came about by another way, and its caller waited all this time in silence.'
      : 'The caller waited in silence and was not connected.'),
  fix: (args) =>
    ({
      'next-hop': [
        `Find out where ${args.server} sends such calls, and test that host: it did not answer at all.`,
        `Let ${args.server} give up sooner and try the next route: 2 to 5 s are enough (Kamailio's fr_timer and OpenSIPS's fr_timeout are 30 s by default).`,
      ],
      soon: [
        `Find out where ${args.server} sends such calls, and test that host: nothing came back within ${duration(args.after)}.`,
        `Let ${args.server} try another route when this timer runs out, instead of refusing the call.`,
      ],
      helper: [
        `Look into the log of ${args.server} for what it waited for: DNS, ENUM, a database, an HTTP query, or a gateway.`,
        'Give that query a time limit of a second or two and a default for when it fails.',
      ],
      'at-once': [
        `Look whether ${args.server} has marked the destination as down (dispatcher, qualify, a list of failed gateways), and test that destination.`,
        `If it answers, shorten the time for which ${args.server} keeps such a mark, or let it probe with OPTIONS.`,
      ],
      'no-answer': [
        'Nothing has to be repaired if nobody was there.',
        `To let it ring for longer, or to send the call to a mailbox, change the no-answer time in ${args.server} (Kamailio's fr_inv_timer and OpenSIPS's fr_inv_timeout are 120 s by default).`,
      ],
      'timer-c': [
        'Set a no-answer time at the callee or its PBX: no phone should ring for three minutes.',
        `Look whether ${args.server} cancelled the branch behind it: otherwise that phone rings on.`,
      ],
      expires: [
        `If the caller should wait for longer, raise Expires in the INVITE of ${args.client}, or leave it out.`,
      ],
    })[args.kind],
  message: (args) => {
    const refused = `${args.server} refused the INVITE of ${args.client} with ${args.status}`;
    const text = {
      'next-hop': `${refused} after ${duration(args.after)} without any sign of progress: that is how long a server waits for a next hop that does not answer (timer B)`,
      soon: `${refused} after ${duration(args.after)} without any sign of progress: what it tried had not answered by then`,
      helper: `${refused} after ${duration(args.after)}: another server that it had to ask did not answer`,
      'at-once': `${refused} after only ${duration(args.after)}: it did not wait for anybody, so it must have taken the destination for dead before`,
      'no-answer': `${refused} ${duration(args.sinceProgress)} after the last sign of progress: its no-answer time ran out`,
      'timer-c': `${refused} ${duration(args.sinceProgress)} after the last sign of progress: its last resort against calls that ring for ever (timer C) ran out`,
      expires: `${refused} after ${duration(args.after)}, when the Expires of the INVITE had run out`,
    }[args.kind];
    return `${text}${saying(args)}.`;
  },
  limits: (args) =>
    args.kind === 'next-hop' || args.kind === 'soon' || args.kind === 'helper'
      ? 'What that server waited for is not visible at this capture point.'
      : '',
  concerns: (method, end) => method === 'INVITE' && end === 'refused',
  when: ({ transaction: { method, final } }) =>
    method === 'INVITE' && final !== undefined && (final.status === 408 || final.status === 504),
  *check({ transaction, conversation }, context) {
    if (!isRefusedInvite(transaction) || transaction.peer !== undefined) return;
    const { request, final, client, server } = transaction;
    if ((final.status !== 408 && final.status !== 504) || clockTooCoarse(request, MATCH)) return;
    const after = milliseconds(request.time, final.time);
    if (after < 0 || !isMadeHere(transaction, conversation)) return;
    if (isOpenAbove(transaction, conversation) && !wasConnected(conversation)) {
      yield { undetermined: 'G-END' };
      return;
    }
    const progress = lastProgressOf(transaction);
    const sinceProgress = progress === undefined ? 0 : Math.max(0, milliseconds(progress.time, final.time));
    const kind = kindOf(transaction, after, sinceProgress, context);
    yield {
      at: [final, request, ...(progress === undefined ? [] : [progress])],
      args: {
        kind,
        client: client.name,
        server: server.name,
        status: final.status,
        after,
        sinceProgress,
        connected: wasConnected(conversation),
        ...saidBy(final),
      },
      severity: severityOf(kind, conversation),
      confidence: kind === 'at-once' ? 'possible' : 'likely',
      device: server.address,
    };
  },
});
