import { parseFromTo } from '../../headers/from-to.ts';
import { parseReason } from '../../headers/reason.ts';
import type { SipMessage } from '../../model.ts';
import { defineRule } from '../define.ts';
import { passedOn } from '../hops.ts';
import { isInitial, signedOf } from '../signed.ts';

type Shown = {
  /** `network`: 603 with "Network Blocked" (603+). `unwanted`: 607, the callee or its device. `rejected`: 608, an intermediary. */
  kind: 'network' | 'unwanted' | 'rejected';
  method: string;
  caller: string;
  server: string;
  status: number;
  phrase: string;
  /** Where to complain, as the response gives it. */
  redress: readonly string[];
  /** Attestation of the call: A, B or C; `none` when it bore no signature; '' when it cannot be read. */
  attest: string;
};

const NETWORK_BLOCKED = /network[ -]?blocked/i;
/** How 603+ begins its text. */
const ANALYTICS = /^v=analytics/i;
const LONGEST = 200;
/** More than a sentence shows. */
const CONTACT_LIMIT = 32;

function isNetworkBlock(final: SipMessage): boolean {
  return NETWORK_BLOCKED.test(final.phrase) || reasonTextOf(final) !== '';
}

/** What 603+ says in the text of its Reason with Q.850 cause 21: `v=analytics1;url=…;tel=…`. */
function reasonTextOf(final: SipMessage): string {
  if (!final.has('Reason')) return '';
  const reasons = final.headers('Reason').flatMap(parseReason);
  return reasons.find(({ cause, text }) => cause === 21 && ANALYTICS.test(text))?.text ?? '';
}

function redressOf(final: SipMessage): readonly string[] {
  const contacts = reasonTextOf(final)
    .split(';')
    .map((part) => part.trim())
    .filter((part) => /^(?:url|tel|email|sip)=/i.test(part));
  if (contacts.length > 0) return contacts.slice(0, CONTACT_LIMIT).map((contact) => contact.slice(0, LONGEST));
  for (const value of final.headers('Call-Info')) {
    const card = parseFromTo(value);
    if (card?.params.get('purpose') === 'jwscard') return [card.uriText.slice(0, LONGEST)];
  }
  return [];
}

function attestationOf(request: SipMessage | undefined): string {
  if (request === undefined) return '';
  if (!request.has('Identity')) return request.truncated ? '' : 'none';
  return (
    signedOf(request)
      .find(({ passport }) => passport?.attest !== undefined)
      ?.passport?.attest?.slice(0, 1) ?? ''
  );
}

/** Rule 82: no person and no fault refused the call, but a judgement about the caller's number. */
export const callBlockedByAnalytics = defineRule<'transaction', Shown>({
  id: 'call-blocked-by-analytics',
  severity: 'warning',
  scope: 'transaction',
  title: 'Call blocked for the reputation of its caller',
  spec: ['RFC 8197 §4', 'RFC 8688 §3', 'RFC 3326 §2'],
  example: {
    kind: 'network',
    method: 'INVITE',
    caller: 'sip:+12025550123@example.com',
    server: '192.0.2.9:5060',
    status: 603,
    phrase: 'Network Blocked',
    redress: ['url=https://redress.example.net'],
    attest: 'B',
  },
  why: (args) =>
    args.kind === 'unwanted'
      ? 'The callee, or the settings of its phone, want no calls from this number; many such answers spoil its reputation.'
      : 'The callee never heard of this call, and other calls from the same number will most likely be blocked too.',
  fix: (args) => [
    ...(args.kind === 'unwanted'
      ? ['Ask why the callee took the call for unwanted: volume, hours, a number that shows as somebody else.']
      : [
          args.redress.length === 0
            ? `Complain to the provider behind ${args.server}: the response names nobody to turn to.`
            : `Complain where the response says (${args.redress.join(', ').slice(0, LONGEST)}), with Call-ID and time of the call.`,
        ]),
    args.attest === 'A'
      ? 'The call is signed with attestation A: it is the number itself that is distrusted, so register it with the analytics providers (in the US, Free Caller Registry).'
      : `Have the call signed with attestation A${args.attest === 'none' ? ', for it bears no signature at all' : args.attest === '' ? '' : ` instead of ${args.attest}`}, and register the number with the analytics providers.`,
    'Look at what goes out with this number: many short calls, wrong numbers and unanswered calls make it look like a robocaller.',
  ],
  message: (args) =>
    `${args.server} blocked the ${args.method} of ${args.caller} with ${args.status}${args.phrase === '' ? '' : ` ${args.phrase}`}: ` +
    {
      network: 'the analytics of the network judged the caller as unwanted, and no person declined.',
      unwanted: 'the callee, or a block list that acts for it, marked the caller as unwanted.',
      rejected: 'an intermediary judged the caller as unwanted, and no person declined.',
    }[args.kind],
  limits: (args) => (args.kind === 'unwanted' ? 'Whether a person or a list decided does not show.' : ''),
  concerns: (_, end) => end === 'refused',
  when: ({ transaction: { final } }) => final !== undefined && final.status >= 603 && final.status <= 608,
  *check({ transaction, conversation }) {
    const { final, request, method } = transaction;
    if (final === undefined || (request !== undefined && !isInitial(transaction))) return;
    const { status } = final;
    const kind = status === 607 ? 'unwanted' : status === 608 ? 'rejected' : 'network';
    if (kind === 'network' && (status !== 603 || !isNetworkBlock(final))) return;
    if (passedOn(transaction, conversation).some((lower) => lower.final?.status === status)) return;
    yield {
      at: [final, ...(request === undefined ? [] : [request])],
      args: {
        kind,
        method,
        caller: (parseFromTo(final.header('From') ?? '')?.uriText ?? '').slice(0, LONGEST) || transaction.client.name,
        server: transaction.server.name,
        status,
        phrase: final.phrase.slice(0, LONGEST),
        redress: redressOf(final),
        attest: attestationOf(request),
      },
      severity: kind === 'unwanted' ? 'info' : 'warning',
      confidence: 'certain',
      device: transaction.server.address,
    };
  },
});
