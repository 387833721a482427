import { compareNumbers } from '../../headers/telephone-number.ts';
import type { Confidence, Severity, SipMessage } from '../../model.ts';
import { defineRule } from '../define.ts';
import { bodyUnreliable } from '../guards.ts';
import {
  broughtBy,
  calleesOf,
  callersOf,
  checkSignature,
  divertedFrom,
  isInitial,
  refusesSignature,
  type Seen,
  type Signed,
  signedOf,
} from '../signed.ts';

type Shown = {
  /** `caller`: orig. `callee`: dest. `diverted`: dest, and a diversion explains it that nobody signed. */
  kind: 'caller' | 'callee' | 'diverted';
  method: string;
  client: string;
  server: string;
  /** What the PASSporT holds. */
  signed: string;
  /** What the request holds, and in which header field. */
  sent: string;
  field: string;
  /** Whose key made the signature; '' where it was not checked. */
  certificate: string;
  status: number;
};

type Found = Pick<Shown, 'kind' | 'signed' | 'sent' | 'field'> & {
  readonly severity: Severity;
  readonly confidence: Confidence;
};

const LONGEST = 40;

function shown({ digits, global }: Seen): string {
  return `${global ? '+' : ''}${digits.slice(0, LONGEST)}`;
}

function confidenceOf(seen: readonly Seen[]): Confidence {
  return seen.every(({ global }) => global) ? 'certain' : 'likely';
}

/** Numbers of which none is that of the token; undefined when one is, or may be. */
function strangers(seen: readonly Seen[], tns: readonly string[]): readonly Seen[] | undefined {
  if (seen.length === 0 || tns.length === 0) return undefined;
  const fit = seen.some((number) => tns.some((tn) => compareNumbers(number, tn) !== 'different'));
  return fit ? undefined : seen;
}

function callerFault(tns: readonly string[], request: SipMessage): Found | undefined {
  const all = callersOf(request);
  const asserted = all.filter(({ field }) => field !== 'From');
  // By local policy a verifier may take the asserted identity instead of From (RFC 8224 §8): possible only, if From fits.
  const wrong = strangers(asserted.length > 0 ? asserted : all, tns);
  if (wrong === undefined) return undefined;
  const confidence = confidenceOf(wrong);
  const behind = strangers(all, tns) !== undefined;
  return {
    kind: 'caller',
    signed: tns[0].slice(0, LONGEST),
    sent: shown(wrong[0]),
    field: wrong[0].field,
    // From fits: some verifiers compare that one.
    severity: behind && confidence === 'certain' ? 'error' : 'warning',
    confidence: behind ? confidence : 'possible',
  };
}

function calleeFault(
  tns: readonly string[],
  all: readonly Signed[],
  request: SipMessage,
  delivered: boolean,
): Found | undefined {
  const wrong = strangers(calleesOf(request), tns);
  if (wrong === undefined) return undefined;
  // A div PASSporT leads from the number called to the new one (RFC 8946 §4).
  const others = all.flatMap(({ passport }) => [...(passport?.dest.tn ?? []), ...(passport?.div.tn ?? [])]);
  if (strangers(wrong, others) === undefined) return undefined;
  const diverted = strangers(divertedFrom(request), tns) === undefined && divertedFrom(request).length > 0;
  const confidence = confidenceOf(wrong);
  return {
    kind: diverted ? 'diverted' : 'callee',
    signed: tns[0].slice(0, LONGEST),
    sent: shown(wrong[0]),
    field: wrong[0].field,
    severity: diverted || delivered || confidence !== 'certain' ? 'warning' : 'error',
    confidence,
  };
}

function faultsOf(request: SipMessage, delivered: boolean): readonly (Found & { readonly by: Signed })[] {
  const all = signedOf(request);
  const found: (Found & { readonly by: Signed })[] = [];
  for (const by of all) {
    const { passport } = by;
    // A diversion is signed for another callee, and its orig is that of the first token.
    if (passport === undefined || passport.div.tn.length > 0 || passport.div.uri.length > 0) continue;
    const caller = passport.orig.tn.length === 0 ? undefined : callerFault(passport.orig.tn, request);
    const callee = calleeFault(passport.dest.tn, all, request, delivered);
    for (const one of [caller, callee]) if (one !== undefined) found.push({ ...one, by });
    // Of several tokens for one call the first tells it.
    if (found.length > 0) break;
  }
  return found;
}

/** Rule 86: the numbers of the call are not those that were signed. */
export const stirNumberMismatch = defineRule<'transaction', Shown>({
  id: 'stir-number-mismatch',
  severity: 'error',
  scope: 'transaction',
  title: 'Numbers that differ from the signed ones',
  spec: ['RFC 8224 §6.2', 'RFC 8224 §8', 'RFC 8224 §8.3', 'RFC 8225 §5.2.1', 'RFC 8946 §4'],
  example: {
    kind: 'caller',
    method: 'INVITE',
    client: '192.0.2.5:5060',
    server: '192.0.2.9:5060',
    signed: '12025550123',
    sent: '+12025550199',
    field: 'P-Asserted-Identity',
    certificate: '',
    status: 0,
  },
  why: (args) =>
    refusesSignature(args.status)
      ? 'The call was refused: to a verifier this looks like a stolen signature.'
      : 'To a verifier this looks like a stolen signature: the callee sees the caller as unverified, or the call is refused with 438.',
  fix: (args) =>
    args.kind === 'caller'
      ? [
          `Let ${args.client} set the caller's number before the call is signed, or sign after it: ${args.field} was changed or is not what the signer took.`,
          'Send the number in E.164 form with its plus to the signer, and leave From and P-Asserted-Identity alone behind it.',
        ]
      : [
          `Let the element that redirected the call to ${args.sent} add a div PASSporT (RFC 8946) beside the first one.`,
          `If the number was only normalised or ported, let ${args.client} keep the number that was called in To.`,
        ],
  message: (args) => {
    const way = `The ${args.method} from ${args.client} to ${args.server}`;
    const key = args.certificate === '' ? '' : ` (its signature is right, made with the key of ${args.certificate})`;
    return {
      caller: `${way} comes from ${args.sent} (${args.field}), and its PASSporT is signed for a caller ${args.signed}${key}.`,
      callee: `${way} goes to ${args.sent} (${args.field}), and its PASSporT is signed for a call to ${args.signed}${key}.`,
      diverted: `${way} was diverted to ${args.sent}, and its only PASSporT is signed for the number called before, ${args.signed}${key}.`,
    }[args.kind];
  },
  limits: ({ kind, field }) =>
    (kind === 'caller' && field !== 'From'
      ? 'Verifiers compare From; that they take P-Asserted-Identity instead is a matter of their policy (RFC 8224 §8). '
      : '') +
    'National forms, dialling prefixes and short numbers are taken to match, because no country code is known here.',
  concerns: (method) => method === 'INVITE',
  when: ({ transaction }) => isInitial(transaction) && transaction.request?.has('Identity') === true,
  *check({ transaction, conversation }, context) {
    const { request, final } = transaction;
    if (request === undefined || bodyUnreliable(request)) return;
    const delivered = final !== undefined && final.status < 300;
    const faults = faultsOf(request, delivered);
    if (faults.length === 0) return;
    const above = broughtBy(transaction, conversation).flatMap(({ request }) => request ?? []);
    const told = above.flatMap((one) => faultsOf(one, delivered));
    for (const { by, severity, confidence, ...found } of faults) {
      // Numbers were changed before the hop above: it tells so.
      if (told.some(({ kind }) => kind === found.kind)) continue;
      const check = checkSignature(by, request, context.verify);
      yield {
        at: [request, ...above, ...(final === undefined ? [] : [final])],
        args: {
          ...found,
          method: transaction.method,
          client: transaction.client.name,
          server: transaction.server.name,
          certificate: check?.outcome === 'signed' ? check.certificate : '',
          status: final?.status ?? 0,
        },
        severity,
        confidence,
        device: transaction.client.address,
      };
    }
  },
});
