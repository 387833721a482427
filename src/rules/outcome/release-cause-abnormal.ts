import { findCause } from '../../catalogue/causes.ts';
import { findStatus } from '../../catalogue/statuses.ts';
import type { Reason } from '../../headers/reason.ts';
import type { Call, SipMessage, Transaction } from '../../model.ts';
import { defineRule } from '../define.ts';
import { cameFrom } from '../hops.ts';
import { reasonName } from '../phrases.ts';
import {
  isMadeHere,
  isQ850,
  isRefusedInvite,
  isSip,
  reasonsOf,
  type ShownReason,
  shownReason,
  statusLine,
} from '../refusal.ts';

type Shown = {
  /** What carried the reason. */
  carrier: 'BYE' | 'CANCEL' | 'refusal';
  host: string;
  status: string;
  protocol: 'Q.850' | 'SIP';
  cause: number;
  /** Exactly one. */
  reasons: readonly ShownReason[];
  /** What such a cause speaks of. */
  area: 'number' | 'user' | 'network' | 'service' | 'protocol' | 'timer' | 'interworking' | 'session';
};

/** Hanging up, busy, no answer, "normal": nothing that anybody has to look into. */
const ORDINARY: readonly number[] = [16, 17, 18, 19, 31];

/** SIP codes that only say how a branch or call was ended on purpose. */
const ORDINARY_SIP: readonly number[] = [480, 486, 487, 600, 603];

/** Refusals whose reason other rules tell with them. */
const TOLD_ELSEWHERE: readonly number[] = [
  403, 404, 408, 410, 416, 433, 470, 480, 484, 485, 486, 487, 504, 600, 603, 604,
];

/** Cause classes of Q.850 §2.2.7. */
function areaOf(cause: number): Shown['area'] {
  if (cause === 102) return 'timer';
  if (cause === 127) return 'interworking';
  if (cause >= 80 && cause !== 88) return 'protocol';
  if (cause >= 49) return 'service';
  if (cause >= 34 || cause === 25 || cause === 27) return 'network';
  return [20, 21, 24].includes(cause) ? 'user' : 'number';
}

function isAbnormal(reason: Reason): boolean {
  const { cause } = reason;
  if (cause === undefined) return false;
  if (isQ850(reason)) return findCause(cause) !== undefined && !ORDINARY.includes(cause);
  return isSip(reason) && cause >= 400 && cause < 700 && !ORDINARY_SIP.includes(cause);
}

/** The message that released the call, and only where it set out: further on the way it is the same. */
function carrierOf(transaction: Transaction, call: Call): SipMessage | undefined {
  const { method, request } = transaction;
  if (method === 'BYE' || method === 'CANCEL') {
    return request?.has('Reason') && cameFrom(transaction, call).length === 0 ? request : undefined;
  }
  if (!isRefusedInvite(transaction) || TOLD_ELSEWHERE.includes(transaction.final.status)) return undefined;
  return transaction.final.has('Reason') && isMadeHere(transaction, call) ? transaction.final : undefined;
}

/** The first that is abnormal; with two protocols the telephone network knows more (RFC 6432 §3). */
function abnormalReason(message: SipMessage): Reason | undefined {
  const reasons = reasonsOf(message);
  // "Call completed elsewhere" and the like stand above what a gateway made of them.
  if (reasons.some((one) => isSip(one) && one.cause === 200)) return undefined;
  return reasons.find((one) => isQ850(one) && isAbnormal(one)) ?? reasons.find(isAbnormal);
}

const advice: Readonly<Record<Shown['area'], string>> = {
  number: 'Check the number and the route that was taken: the network released the call because of the destination.',
  user: 'Ask the callee: the far side says that its user or device ended or refused the call.',
  network:
    'Look at trunks, channels and the next network at that time: the far side had no circuit, or lost one. Calls to other destinations by the same trunk show whether it is the trunk.',
  service:
    'Compare what this call asked for (codec, bearer, supplementary service) with what the route offers: the far side cannot do it, or not for this subscriber.',
  protocol:
    'Trace the telephone side of the gateway: it and its exchange disagree about the protocol (variant, missing element, state).',
  timer:
    'Find the timer that ran out on the far side: a message of the telephone network, or of the session, went unanswered.',
  interworking:
    'Ask the operator of the next network: 127 only says that a network behind it gave no cause that could be translated.',
  session: 'Look into the log of the releasing host at this time: the reason names what it gave up on.',
};

/** The reason, and what it says in words of its own. */
function given({ protocol, cause, reasons: [reason] }: Shown): string {
  const { text } = reason;
  if (protocol === 'SIP') {
    const phrase = text === '' ? (findStatus(cause)?.phrase ?? '') : '';
    return reasonName(reason) + (phrase === '' ? '' : ` (${phrase})`);
  }
  const quotes = text !== '' && findCause(cause)?.name.toLowerCase() !== text.toLowerCase();
  return reasonName(reason) + (quotes ? `, in its own words "${text}"` : '');
}

/** Rule 55: the message that ended the call says why, and it is not that somebody hung up. */
export const releaseCauseAbnormal = defineRule<'call', Shown>({
  id: 'release-cause-abnormal',
  severity: 'info',
  scope: 'call',
  title: 'Unusual cause of release',
  spec: ['RFC 3326 §2', 'RFC 6432 §3', 'RFC 8606 §4', 'RFC 3398 §7.2.4.1'],
  example: {
    carrier: 'BYE',
    host: '192.0.2.9:5060',
    status: '',
    protocol: 'Q.850',
    cause: 41,
    reasons: [{ protocol: 'Q.850', cause: 41, text: '', location: 'TN' }],
    area: 'network',
  },
  why: (args) =>
    args.carrier === 'BYE'
      ? 'Nobody hung up: the call was cut off, and the users will say so.'
      : 'The status alone would blame the callee or the server; the reason names the network behind.',
  fix: (args) => [
    advice[args.area],
    `If several calls end so, compare them by the host that released (${args.host}), by trunk and by time of day.`,
  ],
  message: (args) => {
    const gave = `gave ${given(args)}`;
    if (args.carrier === 'BYE') return `${args.host} ended the call with BYE and ${gave}.`;
    if (args.carrier === 'CANCEL') return `${args.host} cancelled the call and ${gave}.`;
    return `${args.host} refused the call with ${args.status} and ${gave}.`;
  },
  limits: () =>
    'Gateways translate causes by tables of their own: the cause next to the telephone network is the true one.',
  concerns: (method, end) => method === 'BYE' || method === 'CANCEL' || (method === 'INVITE' && end === 'refused'),
  when: ({ call }) =>
    call.transactions.some(
      ({ method, request, final }) =>
        ((method === 'BYE' || method === 'CANCEL') && request?.has('Reason')) ||
        (method === 'INVITE' && final !== undefined && final.status >= 400 && final.has('Reason')),
    ),
  *check({ call }) {
    for (const transaction of call.transactions) {
      const carrier = carrierOf(transaction, call);
      const reason = carrier === undefined ? undefined : abnormalReason(carrier);
      if (carrier === undefined || reason?.cause === undefined) continue;
      const network = isQ850(reason);
      const area = network ? areaOf(reason.cause) : 'session';
      // A CANCEL after a timer only ends the ringing.
      if (carrier.method === 'CANCEL' && (area === 'timer' || !network)) continue;
      yield {
        at: [carrier],
        args: {
          carrier: carrier.isRequest ? (carrier.method === 'BYE' ? 'BYE' : 'CANCEL') : 'refusal',
          host: carrier.source.name,
          status: carrier.isRequest ? '' : statusLine(carrier),
          protocol: network ? 'Q.850' : 'SIP',
          cause: reason.cause,
          reasons: [shownReason(reason)],
          area,
        },
        // That a number or a user said no is no fault; that a network or a protocol gave up is one.
        severity: ['number', 'user', 'interworking'].includes(area) ? 'info' : 'warning',
        confidence: 'certain',
        device: carrier.source.address,
      };
      return;
    }
  },
});
