import type { SipMessage } from '../../model.ts';
import { calledUri, calledUser, digitsOf, emergencyOf, isNumber } from '../called.ts';
import { type Conversation, defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { duration, saying } from '../phrases.ts';
import {
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
import { type NotFound, notFoundKind, watchRoutes } from '../unknown-numbers.ts';

type Shown = Said & {
  /** `many`, `respelled`: what all calls to a server show together. */
  kind: NotFound | 'many' | 'respelled';
  client: string;
  server: string;
  called: string;
  status: string;
  /** ms */
  after: number;
  /** What is wrong with the number as it was dialled; '' when nothing shows. */
  flaw: '' | 'no-user' | 'plus-zero' | 'separators';
  /** How the called name is written. */
  form: 'plus' | '00' | '011' | '0' | 'short' | 'digits' | 'name' | 'none';
  /** Of `many`: calls refused, and all calls. Of `respelled`: the spelling that worked. */
  count: number;
  calls: number;
  other: string;
};

/** Fewer digits are an extension, not a number of the public network. */
const EXTENSION = 6;

function formOf(user: string): Shown['form'] {
  if (user === '') return 'none';
  if (!isNumber(user)) return 'name';
  if (user.startsWith('+')) return 'plus';
  if (digitsOf(user).length <= EXTENSION) return 'short';
  return user.startsWith('011') ? '011' : user.startsWith('00') ? '00' : user.startsWith('0') ? '0' : 'digits';
}

/** What no numbering plan allows, whoever is called. */
function flawOf(request: SipMessage, user: string): Shown['flaw'] {
  if (user === '') return /^sips?:/i.test(request.requestUri) ? 'no-user' : '';
  // No country code begins with 0 (ITU-T E.164): a prefix was put in front of a prefix.
  if (user.startsWith('+0')) return 'plus-zero';
  // Only user=phone makes "1-202" the number 1202 (RFC 3261 §19.1.6).
  const separated = /\d[.\-() ]+\d/.test(user) && isNumber(user);
  return separated && calledUri(request)?.params.get('user') !== 'phone' ? 'separators' : '';
}

/** Refused because of the number, where the refusal was made, and nothing else was tried after it. */
function notFound(transaction: Refused, conversation: Conversation): NotFound | undefined {
  const kind = notFoundKind(transaction.final);
  if (kind === undefined || emergencyOf(transaction.request) !== undefined || isScanner(transaction.request)) return;
  if (!isMadeHere(transaction, conversation) || wasConnected(conversation)) return undefined;
  if (isOpenAbove(transaction, conversation)) return undefined;
  // Another route, or digits that come one by one: the next INVITE dials more of the same number (RFC 3578 §3).
  return laterTries(transaction, conversation).some(({ request }) => request?.toTag === '') ? undefined : kind;
}

const noCall = {
  called: '',
  after: 0,
  flaw: '',
  form: 'none',
  count: 0,
  calls: 0,
  other: '',
  ...saidNothing,
} as const satisfies Partial<Shown>;

// ── Words ────────────────────────────────────────────────────────────────────────────────────────────────────────

const meaning: Readonly<Record<NotFound, string>> = {
  unknown: 'it knows nobody of that name or number',
  gone: 'the number is no longer in use',
  incomplete: 'the number lacks digits for it',
  ambiguous: 'more than one of its users would fit',
  scheme: 'it does not read this kind of address',
  'no-route': 'it has no route to that number',
  'out-of-order': 'the line of the callee is out of order',
  ported: 'the number has been ported away',
};

const flaws: Readonly<Record<Exclude<Shown['flaw'], ''>, string>> = {
  'no-user': 'the address names no user at all',
  'plus-zero': 'the number begins with +0, which no country code does',
  separators: 'the number has separators in it and no user=phone, so that it is read as a name',
};

/** What to try, by the way in which the number was written. */
const formFix: Readonly<Record<Shown['form'], string>> = {
  plus: 'Compare the number with one that works on this route: many PBXs and older trunks want national digits, or 00, in place of the plus.',
  '00': 'Compare the number with one that works on this route: most trunks want + and the country code instead of 00.',
  '011':
    'Compare the number with one that works on this route: outside North America, and on most trunks, 011 has to become +.',
  '0': 'Compare the number with one that works on this route: a trunk that expects + and the country code does not understand a leading 0.',
  short:
    'Look whether this extension exists on that server, and whether its phone is registered: some products say 404 for a user without registration.',
  digits:
    'Compare the number with one that works on this route: it has neither plus nor prefix, and the server may take it for another country or area.',
  name: 'Look whether this user exists in that domain on that server, and whether its phone is registered: some products say 404 for a user without registration.',
  none: 'Look into the dial plan for the rule that leaves the user part of the address empty.',
};

/** Rule 25: the call went to a number or name that the far side does not have. */
export const destinationNotFound = defineRule<'call', Shown>({
  id: 'destination-not-found',
  severity: 'error',
  scope: 'call',
  title: 'Destination that does not exist there',
  spec: ['RFC 3261 §21.4.5', 'RFC 3261 §21.4.22', 'RFC 3398 §7.2.4.1', 'RFC 3578 §3'],
  example: {
    kind: 'unknown',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    called: '0012025550142',
    status: '404 Not Found',
    after: 80,
    flaw: '',
    form: '00',
    count: 1,
    calls: 1,
    other: '',
    reasons: [{ protocol: 'Q.850', cause: 1, text: '', location: '' }],
    warning: '',
    retryAfter: 0,
  },
  why: (args) =>
    args.kind === 'many' || args.kind === 'respelled'
      ? 'More callers are told that the number does not exist than can have misdialled.'
      : 'The call cannot succeed as it was dialled, however often it is tried.',
  fix: (args) => {
    if (args.kind === 'respelled') {
      return [
        `Make the dial plan write every number the way that works on this route, as in ${args.other}.`,
        `Or let ${args.server} accept both spellings.`,
      ];
    }
    if (args.kind === 'many') {
      return [
        'Compare refused and connected numbers: prefix, plus, country code and length show which rule of the dial plan is wrong.',
        `If they are written alike, look whether the refused ones are provisioned on ${args.server}, and whether they were ported.`,
      ];
    }
    return [
      ...(args.flaw === '' ? [] : [`Correct the number in the dial plan of ${args.client}: ${flaws[args.flaw]}.`]),
      ...(args.kind === 'scheme' ? ['Send sip:number@domain;user=phone instead of this kind of address.'] : []),
      ...(args.kind === 'no-route'
        ? [`Add a route for this prefix on ${args.server}, or on the switch behind it.`]
        : []),
      ...(args.kind === 'ported' ? ['Let the route query number portability before it picks the carrier.'] : []),
      ...(args.kind === 'incomplete'
        ? [
            'Wait for all digits before sending the INVITE: the pattern or inter-digit timer of the dial plan is too short.',
          ]
        : []),
      ...(args.kind === 'gone' || args.kind === 'out-of-order' ? ['Call the callee on another number.'] : []),
      ...(args.kind === 'scheme' ? [] : [formFix[args.form]]),
      'If caller and dial plan are right, have the number provisioned, or the domain made known, on the server that refused it.',
    ];
  },
  message: (args) => {
    if (args.kind === 'respelled') {
      return `${args.server} refused ${args.called} with ${args.status}, and answered the same number when it was written ${args.other}.`;
    }
    if (args.kind === 'many') {
      return `${args.server} refused ${args.count} of ${args.calls} calls because the number does not exist there, the last with ${args.status}.`;
    }
    return (
      `${args.server} refused the call of ${args.client} to "${args.called}" with ${args.status} after ${duration(args.after)}: ` +
      `${meaning[args.kind]}${saying(args)}${args.flaw === '' ? '' : `; ${flaws[args.flaw]}`}.`
    );
  },
  limits: (args) =>
    args.kind === 'unknown' && args.flaw === ''
      ? 'Whether the caller misdialled or the number is missing on the server cannot be told from one call.'
      : args.kind === 'many'
        ? 'A caller who tries numbers at random looks the same.'
        : '',
  concerns: (method, end) => method === 'INVITE' && end === 'refused',
  when: ({ call }) =>
    call.transactions.some(({ method, final }) => method === 'INVITE' && final !== undefined && final.status >= 400),
  *check({ call }) {
    for (const transaction of call.transactions) {
      if (!isRefusedInvite(transaction)) continue;
      const kind = notFound(transaction, call);
      if (kind === undefined) continue;
      const { request, final, client, server } = transaction;
      const user = calledUser(request);
      const flaw = flawOf(request, user);
      yield {
        at: [final, request],
        args: {
          kind,
          client: client.name,
          server: server.name,
          called: clip(user === '' ? request.requestUri : user),
          status: statusLine(final),
          after: Math.max(0, milliseconds(request.time, final.time)),
          flaw,
          form: formOf(user),
          count: 1,
          calls: 1,
          other: '',
          ...saidBy(final),
        },
        // One wrong number is nothing to fail a build for: misdialling looks the same. What no dial plan may send, and
        // a switch without a route, are faults of the configuration.
        severity: flaw !== '' || kind === 'scheme' || kind === 'no-route' ? 'warning' : 'info',
        confidence: flaw !== '' || kind === 'scheme' ? 'certain' : 'likely',
        device: flaw !== '' || kind === 'scheme' ? client.address : server.address,
      };
      return;
    }
  },
  watch() {
    const routes = watchRoutes();
    return {
      see: routes.see,
      *hits({ thresholds }) {
        for (const { kind, at, device, ...args } of routes.findings(
          thresholds.notFoundNumbers,
          thresholds.notFoundShare,
        )) {
          yield {
            at: [at],
            args: { ...noCall, kind, ...args },
            severity: kind === 'respelled' ? 'error' : 'warning',
            device,
          };
        }
      },
    };
  },
});
