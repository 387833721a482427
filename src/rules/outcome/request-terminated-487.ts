import { parseExpires } from '../../headers/expires.ts';
import type { Call, SipMessage, Transaction } from '../../model.ts';
import { type Context, defineRule } from '../define.ts';
import { clockTooCoarse, milliseconds } from '../guards.ts';
import { cameFrom, nearby } from '../hops.ts';
import { duration, saying } from '../phrases.ts';
import {
  isMadeHere,
  isRefusedInvite,
  isSip,
  progressOf,
  type Refused,
  reasonsOf,
  type Said,
  saidBy,
  wasConnected,
} from '../refusal.ts';
import { isScanner } from '../scanners.ts';

/**
 * Who or what ended the INVITE, beyond a caller who hung up while it rang. `elsewhere`: answered on another device, and
 * said so. `unsaid`: the same without a word to this device. `refused`: another device refused for all. `timer`: the
 * host between gave up. `sharp`: the CANCEL came on the second of a usual no-answer time. `expires`: the caller's own limit. `bye`: a BYE instead of a CANCEL. `unexplained`: nothing that shows.
 */
type Kind = 'elsewhere' | 'unsaid' | 'refused' | 'timer' | 'sharp' | 'expires' | 'bye' | 'unexplained';

type Shown = Said & {
  kind: Kind;
  client: string;
  server: string;
  /** From the INVITE to what ended it, ms. */
  after: number;
  /** It rang for this long, ms; 0 without 18x. */
  rang: number;
  /** The other device, and what it said. */
  other: string;
  status: number;
};

interface Ending {
  readonly kind: Kind;
  readonly at?: SipMessage;
  readonly other?: Transaction;
}

/** No-answer times that are set in practice, in seconds. */
const USUAL = [10, 15, 20, 25, 30, 40, 45, 60, 90, 120, 180];
/** Few people hang up that exactly (ms). */
const EXACT = 30;
/** Closer than this to the Expires of the INVITE is the same (ms). */
const MATCH = 1_500;

const sure: readonly Kind[] = ['elsewhere', 'unsaid', 'refused', 'bye'];

function isUsual(ms: number): boolean {
  return USUAL.some((seconds) => Math.abs(ms - seconds * 1000) <= EXACT);
}

/** Other branches of the same fork that had decided by then. */
function decidedBeside(transaction: Refused, call: Call, by: number): Transaction | undefined {
  return nearby(transaction, call).find(
    ({ id, method, cseq, client, server, viaCount, final }) =>
      id !== transaction.id &&
      method === 'INVITE' &&
      // Two tries of one device are no fork.
      server !== transaction.server &&
      cseq === transaction.cseq &&
      viaCount === transaction.viaCount &&
      client.address === transaction.client.address &&
      final !== undefined &&
      final.time <= by &&
      (final.status < 300 || final.status >= 600),
  );
}

/** The CANCEL of this branch; only its answer may have been captured. */
function cancelOf(transaction: Refused, call: Call): Transaction | undefined {
  if (transaction.peer !== undefined) return transaction.peer;
  return nearby(transaction, call).find(
    ({ method, cseq, client, branch }) =>
      method === 'CANCEL' &&
      cseq === transaction.cseq &&
      (branch === transaction.branch || client.address === transaction.client.address),
  );
}

function ofCancel(transaction: Refused, cancel: Transaction, call: Call, context: Context): Ending | undefined {
  const { request } = cancel;
  const at = request === undefined ? {} : { at: request };
  const elsewhere = request !== undefined && reasonsOf(request).some((one) => isSip(one) && one.cause === 200);
  const beside = decidedBeside(transaction, call, cancel.start + context.thresholds.t1 * 1000);
  if (beside?.final !== undefined) {
    if (beside.final.status >= 600) return { kind: 'refused', other: beside, ...at };
    // Told to the device and visible in the trace: an answered call like any other.
    return elsewhere || request === undefined ? undefined : { kind: 'unsaid', other: beside, ...at };
  }
  if (elsewhere) return wasConnected(call) ? undefined : { kind: 'elsewhere', ...at };
  const above = cameFrom(transaction, call);
  const gaveUp = nearby(transaction, call).some(
    ({ method, client }) => method === 'CANCEL' && above.some((upper) => upper.client.address === client.address),
  );
  if (gaveUp) return undefined;
  // The caller's own hop is here and has no CANCEL: the host between ended it. Otherwise only the clock gives it away.
  if (above.length > 0) return wasConnected(call) ? undefined : { kind: 'timer', ...at };
  const progress = progressOf(transaction);
  if (request === undefined || progress === undefined || clockTooCoarse(request, EXACT)) return undefined;
  const waited = milliseconds(transaction.request.time, request.time);
  const rang = milliseconds(progress.time, request.time);
  return isUsual(waited) || isUsual(rang) ? { kind: 'sharp', ...at } : undefined;
}

function endingOf(transaction: Refused, call: Call, context: Context): Ending | undefined {
  const { request, final } = transaction;
  const cancel = cancelOf(transaction, call);
  if (cancel !== undefined) return ofCancel(transaction, cancel, call, context);
  const bye = nearby(transaction, call).find(
    ({ method, start, client, server }) =>
      method === 'BYE' && start <= final.time && [client.address, server.address].includes(transaction.client.address),
  );
  if (bye !== undefined) return { kind: 'bye', ...(bye.request === undefined ? {} : { at: bye.request }) };
  const expires = request.has('Expires') ? parseExpires(request.header('Expires') ?? '') : undefined;
  const waited = milliseconds(request.time, final.time);
  if (expires !== undefined && expires > 0 && Math.abs(waited - expires * 1000) <= MATCH) return { kind: 'expires' };
  // The CANCEL went another way, as the whole call may have on other hops.
  const cancelled = nearby(transaction, call).some(
    ({ method, cseq }) => method === 'CANCEL' && cseq === transaction.cseq,
  );
  return cancelled ? undefined : { kind: 'unexplained' };
}

function noAnswerTime(host: string): readonly string[] {
  return [
    `If it should ring for longer, raise the no-answer time in ${host} (Dial of Asterisk, call_timeout of FreeSWITCH, fr_inv_timer of Kamailio, fr_inv_timeout of OpenSIPS, the setting of a hunt group).`,
    'If voicemail should follow, look where that host goes next after its timer.',
  ];
}

/** Rule 57: what lies behind a 487, where it is more than that the caller hung up. */
export const requestTerminated487 = defineRule<'call', Shown>({
  id: 'request-terminated-487',
  severity: 'info',
  scope: 'call',
  title: 'Call that somebody other than the caller ended',
  spec: ['RFC 3261 §9.2', 'RFC 3261 §13.3.1', 'RFC 3261 §15.1.2', 'RFC 3326 §3.1'],
  example: {
    kind: 'timer',
    client: '192.0.2.5:5060',
    server: '192.0.2.7:5060',
    after: 20_020,
    rang: 19_500,
    other: '',
    status: 0,
    reasons: [],
    warning: '',
    retryAfter: 0,
  },
  why: (args) =>
    ({
      elsewhere: 'Somebody took the call on another device; this one need not show it as missed.',
      unsaid: 'The device shows a missed call although somebody took it on another one.',
      refused: 'One device decided for all: the others stopped ringing, and voicemail does not get the call either.',
      timer: 'The callee was given this long to pick up, and no longer.',
      sharp: 'The callee was given this long to pick up, and no longer.',
      expires: 'The call ended when the caller had said it should.',
      bye: 'BYE instead of CANCEL ends one branch only: with forking the other devices ring on.',
      unexplained: 'The caller is cut off, and the trace shows nobody who wanted that.',
    })[args.kind],
  fix: (args) =>
    ({
      elsewhere: ['Nothing has to be repaired.'],
      unsaid: [
        `Let ${args.client} put Reason: SIP;cause=200;text="Call completed elsewhere" into the CANCEL of the devices that lost.`,
      ],
      refused: [
        `If the other devices or voicemail should go on, let ${args.other} answer 486 or 480 instead of ${args.status}: a 6xx speaks for all.`,
      ],
      timer: noAnswerTime(args.client),
      sharp: noAnswerTime(args.client),
      expires: [`If the call should ring for longer, raise Expires in the INVITE of ${args.client}, or leave it out.`],
      bye: [`Let ${args.client} end calls that are not answered yet with CANCEL.`],
      unexplained: [
        `Look up the call in the log of ${args.server}: a no-answer time, a script, or the leg behind it ended the call.`,
        `If its own timer did, let ${args.server} say 408 or 480: 487 means that the caller gave up, and hunting on stops there.`,
      ],
    })[args.kind],
  message: (args) => {
    const rang = args.rang > 0 ? `it had rung for ${duration(args.rang)}` : 'it had not rung';
    const text = {
      elsewhere: `${args.client} cancelled the call to ${args.server} after ${duration(args.after)} because it was answered elsewhere; ${rang}`,
      unsaid: `${args.client} cancelled the call to ${args.server} when ${args.other} had answered, and its CANCEL does not say so; ${rang}`,
      refused: `${args.client} cancelled the call to ${args.server} because ${args.other} refused it for all devices with ${args.status}; ${rang}`,
      timer: `${args.client} cancelled the call to ${args.server} after ${duration(args.after)}, by a timer of its own: the caller had not hung up; ${rang}`,
      sharp: `${args.client} cancelled the call to ${args.server} after ${duration(args.after)}, so sharply on a usual no-answer time that a timer is likely; ${rang}`,
      expires: `${args.server} ended the call of ${args.client} after ${duration(args.after)}, when the Expires of its INVITE had run out; ${rang}`,
      bye: `${args.client} ended the call to ${args.server} with BYE before it was answered; ${rang}`,
      unexplained: `${args.server} ended the call of ${args.client} with 487 after ${duration(args.after)}, and no CANCEL, BYE or Expires in the trace accounts for it; ${rang}`,
    }[args.kind];
    return `${text}${saying(args)}.`;
  },
  limits: (args) =>
    args.kind === 'timer'
      ? 'That it was a timer is concluded from the hop before, which shows no CANCEL.'
      : args.kind === 'sharp'
        ? 'A person who hangs up in that very moment looks the same.'
        : args.kind === 'unexplained'
          ? 'A CANCEL that took another way, or that the capture lost, would explain it.'
          : '',
  concerns: (method, end) => method === 'INVITE' && end === 'refused',
  when: ({ call }) => call.transactions.some(({ method, final }) => method === 'INVITE' && final?.status === 487),
  *check({ call }, context) {
    for (const transaction of call.transactions) {
      if (transaction.final?.status !== 487 || !isRefusedInvite(transaction) || isScanner(transaction.request))
        continue;
      if (!isMadeHere(transaction, call)) continue;
      const ending = endingOf(transaction, call, context);
      if (ending === undefined) continue;
      const { request, final, client, server } = transaction;
      const progress = progressOf(transaction);
      const end = ending.at?.time ?? final.time;
      const other = ending.other?.final;
      yield {
        at: [final, ...(ending.at === undefined ? [] : [ending.at]), ...(other === undefined ? [] : [other])],
        args: {
          kind: ending.kind,
          client: client.name,
          server: server.name,
          after: Math.max(0, milliseconds(request.time, end)),
          rang: progress === undefined ? 0 : Math.max(0, milliseconds(progress.time, end)),
          other: ending.other?.server.name ?? '',
          status: other?.status ?? 0,
          ...saidBy(final),
        },
        severity: ending.kind === 'unexplained' ? 'warning' : 'info',
        confidence: ending.kind === 'sharp' ? 'possible' : sure.includes(ending.kind) ? 'certain' : 'likely',
        device: ending.kind === 'unexplained' || ending.kind === 'expires' ? server.address : client.address,
      };
      return;
    }
  },
});
