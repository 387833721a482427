import type { SipMessage, Transaction } from '../../model.ts';
import { isSecondSight } from '../around.ts';
import { clip } from '../clip.ts';
import { defineRule } from '../define.ts';
import { addressesInferred } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { digitsOf, isSameNumber, urisOf } from '../numbers.ts';

type Shown = {
  /** `numbers`: a refused call whose fields name different callers. `values`: too many P-Asserted-Identity values. */
  kind: 'numbers' | 'values';
  sender: string;
  server: string;
  status: number;
  /** Number, or URI of `values`, by header field. */
  callers: readonly Caller[];
  count: number;
};

type Caller = { field: string; value: string };

const LONGEST = 120;
/** More values than a sentence shows. */
const VALUE_LIMIT = 64;

/** Refusals by which a carrier rejects a calling number. */
const REFUSALS = [403, 404, 603];

const FIELDS = ['From', 'P-Asserted-Identity', 'P-Preferred-Identity', 'Remote-Party-ID'];

/** A forwarded call names its first caller in one field and who forwards it in another. */
function isForwarded(request: SipMessage): boolean {
  return request.has('Diversion') || request.has('History-Info') || request.has('Referred-By');
}

/** Fields with a number that is not that of the first. */
function conflict(request: SipMessage): readonly Caller[] {
  const named = FIELDS.flatMap((field) => {
    const digits = urisOf(request, field)
      .map(digitsOf)
      .find((number) => number !== '');
    return digits === undefined ? [] : [{ field, digits }];
  });
  const [first, ...rest] = named;
  if (first === undefined || rest.every(({ digits }) => isSameNumber(digits, first.digits))) return [];
  return named.map(({ field, digits }) => ({ field, value: clip(digits, 20) }));
}

/** RFC 3325 §9.1: one value, or two of which one is a sip or sips URI and the other a tel URI. */
function surplus(request: SipMessage): number {
  const values = urisOf(request, 'P-Asserted-Identity');
  if (values.length < 2) return 0;
  const telephone = values.filter(({ scheme }) => scheme === 'tel').length;
  return values.length === 2 && telephone === 1 ? 0 : values.length;
}

function isRefused({ final }: Transaction): boolean {
  return final !== undefined && REFUSALS.includes(final.status);
}

/** Rule 112: the request names several callers. */
export const identityHeaderConflict = defineRule<'transaction', Shown>({
  id: 'identity-header-conflict',
  severity: 'info',
  scope: 'transaction',
  title: 'Caller named differently in several header fields',
  spec: ['RFC 3325 §9.1', 'RFC 3325 §9.2'],
  example: {
    kind: 'numbers',
    sender: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    status: 403,
    callers: [
      { field: 'From', value: '2025550142' },
      { field: 'P-Asserted-Identity', value: '2025550199' },
    ],
    count: 0,
  },
  why: ({ kind, status }) =>
    kind === 'values'
      ? 'Receivers take whichever value they like, or drop them all: the callee sees a wrong number or none.'
      : `Carriers check one of these fields against the numbers of the trunk: if they check the wrong number, that explains the ${status}.`,
  fix: ({ kind, sender }) =>
    kind === 'values'
      ? [
          `Let ${sender} send one P-Asserted-Identity, or one sip and one tel URI: often a PBX and a session border controller each add their own.`,
        ]
      : [
          `Put a number of the trunk into the field that the carrier checks, mostly P-Asserted-Identity, in ${sender}.`,
          'Check whether PBX and session border controller both set the calling number.',
        ],
  message: ({ kind, sender, server, status, callers, count }) =>
    kind === 'values'
      ? `The INVITE of ${sender} has ${count} P-Asserted-Identity values (${clip(callers.map(({ value }) => value).join(', '), LONGEST)}); one, or one sip and one tel URI, are allowed.`
      : `The INVITE of ${sender}, which ${server} refused with ${status}, names different callers: ${callers.map(({ field, value }) => `${field} ${value}`).join(', ')}.`,
  limits: ({ kind }) => (kind === 'numbers' ? 'The refusal may have another reason; the server does not say.' : ''),
  concerns: (method) => method === 'INVITE',
  when: ({ transaction }) =>
    transaction.method === 'INVITE' &&
    transaction.request !== undefined &&
    transaction.request.toTag === '' &&
    (isRefused(transaction) || transaction.request.has('P-Asserted-Identity')),
  *check({ transaction, conversation }) {
    const { request, final, client, server } = transaction;
    if (request === undefined || request.truncated || addressesInferred(request)) return;
    if (isSecondSight(transaction, conversation)) return;
    const lower = passedOn(transaction, conversation);
    const args = { sender: client.name, server: server.name, status: final?.status ?? 0 };
    const count = surplus(request);
    if (count > 0 && lower.every((other) => other.request === undefined || surplus(other.request) === 0)) {
      const field = 'P-Asserted-Identity';
      const callers = urisOf(request, field)
        .slice(0, VALUE_LIMIT)
        .map(({ raw }) => ({ field, value: clip(raw, LONGEST) }));
      yield {
        at: [request],
        args: { ...args, kind: 'values', callers, count },
        device: client.address,
        confidence: 'certain',
      };
    }
    if (final === undefined || !isRefused(transaction) || isForwarded(request) || lower.some(isRefused)) return;
    const callers = conflict(request);
    if (callers.length === 0) return;
    yield {
      at: [request, final],
      args: { ...args, kind: 'numbers', callers, count: 0 },
      device: client.address,
      confidence: 'possible',
    };
  },
});
