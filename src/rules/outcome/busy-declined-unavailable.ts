import { productKind } from '../../catalogue/products.ts';
import type { Evidence, SipMessage } from '../../model.ts';
import { evidenceOf } from '../../state/evidence.ts';
import { calledUser, emergencyOf } from '../called.ts';
import { type Context, type Conversation, defineRule } from '../define.ts';
import { clockTooCoarse, milliseconds } from '../guards.ts';
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
import { notFoundKind } from '../unknown-numbers.ts';

/**
 * Only what says more than the status itself. `at-once`: a server decided before any phone rang. `automatic`: it rang and
 * was refused faster than a hand can. `absent`: the network could not reach the device. `waits`: it says when to call
 * again. `warned`: it has a Warning. `often`: this destination has too few lines.
 */
type Kind = 'at-once' | 'automatic' | 'absent' | 'waits' | 'warned' | 'often';

type Shown = Said & {
  kind: Kind;
  server: string;
  called: string;
  code: number;
  status: string;
  /** From the INVITE to the refusal, ms. */
  after: number;
  /** From the 180 to the refusal, ms; 0 without one. */
  rang: number;
  /** What the refusing host calls itself, where that is no phone. */
  role: '' | 'proxy' | 'server' | 'sbc' | 'gateway';
  /** Of `often`. */
  count: number;
  calls: number;
};

const STATUSES: readonly number[] = [480, 486, 600, 603];

/** Subscriber absent, no user responding: paged, and not there. */
const ABSENT: readonly number[] = [18, 20];

function isMine({ status, phrase }: { readonly status: number; readonly phrase: string }): boolean {
  // Analytics that block a call use 603 with a phrase of its own.
  return STATUSES.includes(status) && !/network blocked/i.test(phrase);
}

function ringingOf(responses: Refused['responses']): SipMessage | undefined {
  return responses.find(({ message }) => message.status === 180)?.message;
}

function kindOf({ request, final, responses }: Refused, rang: number, context: Context): Kind | undefined {
  const { automaticRefusal } = context.thresholds;
  if (ABSENT.includes(causeOf(final) ?? 0)) return 'absent';
  if (final.has('Warning')) return 'warned';
  if (final.has('Retry-After')) return 'waits';
  if (clockTooCoarse(request, automaticRefusal)) return undefined;
  if (responses.some(({ message }) => message.status > 100 && message.status < 200)) {
    if (ringingOf(responses) === undefined) return undefined;
    // A phone that knows at once that its line is taken may send 180 before it thinks: 486 is no sign of a rule.
    return rang < automaticRefusal && final.status !== 486 ? 'automatic' : undefined;
  }
  // A phone on another call says 486 at once: nothing to wonder about.
  if (final.status === 486 || milliseconds(request.time, final.time) >= automaticRefusal) return undefined;
  return 'at-once';
}

function isFinalWord(transaction: Refused, conversation: Conversation): boolean {
  return (
    isMine(transaction.final) &&
    // A gateway that knows no such number may say 480: that is told as such.
    notFoundKind(transaction.final) === undefined &&
    emergencyOf(transaction.request) === undefined &&
    !isScanner(transaction.request) &&
    isMadeHere(transaction, conversation) &&
    !wasConnected(conversation) &&
    !isOpenAbove(transaction, conversation) &&
    !laterTries(transaction, conversation).some(({ request }) => request?.toTag === '')
  );
}

/** Destinations that are kept in mind. */
const DESTINATION_LIMIT = 20_000;

interface Line {
  calls: number;
  refused: number;
  last:
    | { readonly final: Evidence; readonly server: string; readonly status: string; readonly code: number }
    | undefined;
}

const noCall = { after: 0, rang: 0, role: '', ...saidNothing } as const;

const causes: Readonly<Record<number, readonly string[]>> = {
  480: [
    'Look whether the phone is registered at that moment: a server without a binding for it says 480.',
    'Look for do-not-disturb, and for a forwarding that leads nowhere.',
  ],
  600: [
    'Look for do-not-disturb or "busy" set for all devices of the callee.',
    'If voicemail or another device should take such calls, let it answer 486: after a 600 nothing else may be tried.',
  ],
  603: [
    'Look for call blocking, anonymous call rejection, do-not-disturb or a call limit of this user.',
    'If voicemail or another device should take such calls, let it answer 486 or 480: after a 603 nothing else may be tried.',
  ],
};

/** Rule 58: what a busy, declined or unavailable callee tells beyond its status. */
export const busyDeclinedUnavailable = defineRule<'call', Shown>({
  id: 'busy-declined-unavailable',
  severity: 'info',
  scope: 'call',
  title: 'Busy, declined or unavailable for a reason that shows',
  spec: ['RFC 3261 §21.4.18', 'RFC 3261 §21.4.24', 'RFC 3261 §21.6.1', 'RFC 3261 §21.6.2'],
  example: {
    kind: 'at-once',
    server: '192.0.2.5:5060',
    called: 'bob',
    code: 480,
    status: '480 Temporarily Unavailable',
    after: 12,
    rang: 0,
    role: 'proxy',
    count: 1,
    calls: 1,
    reasons: [],
    warning: '',
    retryAfter: 0,
  },
  why: (args) =>
    args.kind === 'often'
      ? 'Callers give up on this number, and nobody there may know of them.'
      : args.kind === 'at-once' || args.kind === 'automatic'
        ? 'No human refused this call: a setting or a missing registration did, and it will do so again.'
        : 'The far side says more than the status does.',
  fix: (args) =>
    ({
      'at-once': causes[args.code] ?? [],
      automatic: causes[args.code] ?? [],
      absent: ['Look whether the device is switched on, in coverage, and registered; the network could not reach it.'],
      waits: [
        `Call again after ${duration(args.retryAfter * 1000)}, and let dialers do the same.`,
        'If nobody at the callee set that time, look where the refusing server takes it from: queue, call limit, do-not-disturb.',
      ],
      warned: [
        `Read the Warning: "${args.warning}" is why ${args.server} refused.`,
        '380 and 381 ask for sip instead of sips, or for sips instead of sip.',
      ],
      often: [
        'Count the calls that this number can take at a time (channels, call limit, agents), and compare with the calls at these moments.',
        'Let calls overflow to a queue, to voicemail or to another number.',
      ],
    })[args.kind],
  message: (args) => {
    if (args.kind === 'often') {
      return `${args.count} of ${args.calls} calls to "${args.called}" found it busy or unavailable; the last was refused by ${args.server} with ${args.status}.`;
    }
    const who = args.role === '' ? args.server : `The ${args.role} ${args.server}`;
    const refused = `${who} refused the call to "${args.called}" with ${args.status}`;
    const rang =
      args.rang > 0 ? `after ${duration(args.rang)} of ringing` : `after ${duration(args.after)} without ringing`;
    const text = {
      'at-once': `${refused} after ${duration(args.after)}, before anything rang`,
      automatic: `${refused} only ${duration(args.rang)} after it began to ring, faster than a hand can`,
      absent: `${refused} ${rang}: the device could not be reached`,
      waits: `${refused} ${rang}`,
      warned: `${refused} ${rang}`,
    }[args.kind];
    return `${text}${saying(args)}.`;
  },
  limits: (args) =>
    args.kind === 'at-once' || args.kind === 'automatic'
      ? 'Which setting refused the call is known to that host only.'
      : '',
  concerns: (method, end) => method === 'INVITE' && end === 'refused',
  when: ({ call }) =>
    call.transactions.some(
      ({ method, final }) => method === 'INVITE' && final !== undefined && STATUSES.includes(final.status),
    ),
  *check({ call }, context) {
    for (const transaction of call.transactions) {
      if (!isRefusedInvite(transaction) || !isFinalWord(transaction, call)) continue;
      const { request, final, server } = transaction;
      const ringing = ringingOf(transaction.responses);
      const rang = ringing === undefined ? 0 : Math.max(0, milliseconds(ringing.time, final.time));
      const kind = kindOf(transaction, rang, context);
      if (kind === undefined) continue;
      const product = productKind(final.header('Server') ?? final.header('User-Agent') ?? '');
      yield {
        at: [final, request],
        args: {
          kind,
          server: server.name,
          called: clip(calledUser(request)),
          code: final.status,
          status: statusLine(final),
          after: Math.max(0, milliseconds(request.time, final.time)),
          rang,
          role: product === undefined || product === 'phone' ? '' : product,
          count: 1,
          calls: 1,
          ...saidBy(final),
        },
        confidence: kind === 'at-once' || kind === 'automatic' ? 'likely' : 'certain',
        device: server.address,
      };
      return;
    }
  },
  watch() {
    const lines = new Map<string, Line>();
    /** Calls to destinations that refused nobody so far. */
    const others = new Map<string, number>();
    return {
      see(conversation) {
        if (!('attempts' in conversation) || conversation.attempts.length === 0) return;
        const { request, final, server } = conversation.attempts[conversation.attempts.length - 1];
        if (request === undefined || final === undefined) return;
        const uri = request.requestUri;
        let line = lines.get(uri);
        if (line === undefined) {
          // Most destinations refuse nobody: of them a number is kept.
          const answered = others.get(uri) ?? 0;
          if (!isMine(final)) {
            if (answered > 0 || others.size < DESTINATION_LIMIT) others.set(uri, answered + 1);
            return;
          }
          if (lines.size >= DESTINATION_LIMIT) return;
          line = { calls: answered, refused: 0, last: undefined };
          lines.set(uri, line);
        }
        line.calls++;
        if (!isMine(final)) return;
        line.refused++;
        line.last = { final: evidenceOf(final), server: server.name, status: statusLine(final), code: final.status };
      },
      *hits({ thresholds }) {
        for (const [uri, { calls, refused, last }] of lines) {
          if (last === undefined || calls < thresholds.busyCalls || refused <= calls * thresholds.busyShare) continue;
          const { final, server, status, code } = last;
          const called = clip(calledUser({ requestUri: uri }));
          yield {
            at: [final],
            args: { ...noCall, kind: 'often', server, called, code, status, count: refused, calls },
            severity: 'warning',
            device: final.source.address,
          };
        }
      },
    };
  },
});
