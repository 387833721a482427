import { parseFromTo } from '../../headers/from-to.ts';
import { parseReason } from '../../headers/reason.ts';
import type { PassportVerifier, SignatureVerdict } from '../../keys.ts';
import type { SipMessage, Transaction } from '../../model.ts';
import { type Conversation, defineRule } from '../define.ts';
import { passedOn } from '../hops.ts';
import {
  broughtBy,
  carriedBy,
  checkSignature,
  isInitial,
  refusesSignature,
  type Signed,
  signedOf,
  signerOf,
} from '../signed.ts';

type Shown = {
  /**
   * `refused`: by status. `noted`: a response says so, and the call goes on (RFC 9410). `marked`: the request tells the
   * callee's side (verstat). `signature`, `certificate`: found here, with the user's certificates.
   */
  kind: 'refused' | 'noted' | 'marked' | 'signature' | 'certificate';
  method: string;
  client: string;
  server: string;
  signer: string;
  /** What failed: 428, 436, 437, 438, 403; 0 where only a mark tells. */
  cause: number;
  /** As the verifier words it; of `marked` the mark. */
  text: string;
  /** Days on which the certificate begins and ends to be valid (`2026-01-05`); empty where they are not known. */
  validFrom: string;
  validTo: string;
  /** The certificate that was held against the signature; '' where none was. */
  certificate: string;
  /** The one that fits instead; '' when none does. */
  fits: string;
  /** The signature was found right here. */
  right: boolean;
  status: number;
};

const REFUSALS = [428, 436, 437, 438];
/** FreeSWITCH answers a bad Identity so. */
const MISNUMBERED = 429;
const LONGEST = 80;

const causes: Readonly<Record<number, string>> = {
  403: 'it takes the PASSporT for too old',
  428: 'it found no PASSporT of a kind that it takes',
  429: 'most likely it could not fetch the certificate, which RFC 8224 calls 436',
  436: 'it could not fetch the certificate from its address',
  437: 'it does not trust or support the certificate',
  438: 'it did not find the PASSporT or its signature good',
};

const remedies: Readonly<Record<number, (args: Shown) => string>> = {
  428: (args) =>
    `Let the call be signed with a PASSporT of the kind that ${args.server} asks for (in North America "shaken").`,
  429: (args) =>
    `On ${args.server} itself, try to fetch the certificate that x5u names: address, DNS, TLS and firewall.`,
  436: (args) =>
    `On ${args.server} itself, try to fetch the certificate that x5u names: address, DNS, TLS and firewall${args.signer === '' ? '' : `; ${args.signer} must be reachable`}.`,
  437: (args) =>
    `Check the certificate${args.signer === '' ? '' : ` at ${args.signer}`}: expired, revoked, of a CA that ${args.server} does not list, or not for ES256 (P-256).`,
  438: (args) =>
    `Look for what changes From, P-Asserted-Identity, To or Date between the signer and ${args.server}, and compare key and certificate of the signer.`,
};

function reasonIn(
  transaction: Transaction,
): { readonly message: SipMessage; readonly cause: number; readonly text: string } | undefined {
  for (const { message } of transaction.responses) {
    if (!message.has('Reason')) continue;
    const stir = message
      .headers('Reason')
      .flatMap(parseReason)
      .find(({ protocol }) => protocol.toUpperCase() === 'STIR');
    if (stir !== undefined) return { message, cause: stir.cause ?? 0, text: stir.text };
  }
  return undefined;
}

/** `TN-Validation-Failed`, with whatever attestation stands behind it. */
function markOf(request: SipMessage): string | undefined {
  for (const field of ['P-Asserted-Identity', 'From']) {
    // Most calls bear none, and splitting every header field would cost them more than all of this rule.
    if (!request.header(field)?.includes('verstat')) continue;
    const address = parseFromTo(request.headers(field)[0]);
    const mark = address?.uri?.params.get('verstat') ?? address?.params.get('verstat') ?? '';
    if (mark.toLowerCase().startsWith('tn-validation-failed')) return mark;
    // `sip:+12025550123;verstat=…@example.com`: a parameter of the number.
    const inUser = /;verstat=(TN-Validation-Failed[^;@]{0,20})/i.exec(address?.uri?.user ?? '');
    if (inUser !== null) return inUser[1];
  }
  return undefined;
}

interface OwnCheck {
  readonly signed: Signed;
  readonly verdict: SignatureVerdict;
}

/** What the user's certificates say: of a token that is wrong before one that is right. */
function ownCheck(request: SipMessage, verify: PassportVerifier | undefined): OwnCheck | undefined {
  let right: OwnCheck | undefined;
  for (const signed of verify === undefined ? [] : signedOf(request)) {
    const verdict = checkSignature(signed, request, verify);
    if (verdict?.outcome === 'wrong') return { signed, verdict };
    if (verdict?.outcome === 'signed') right ??= { signed, verdict };
  }
  return right;
}

/** The certificate was not valid when the call came, nor when it was signed. */
function isOutOfDate({ notBefore, notAfter }: SignatureVerdict, times: readonly number[]): boolean {
  return times.every((time) => time < notBefore || time > notAfter);
}

function passesOn(transaction: Transaction, conversation: Conversation, status: number): boolean {
  return passedOn(transaction, conversation).some((lower) => lower.final?.status === status);
}

/** Rule 87: a verifier, or the user's own certificates, did not find the caller's signature good. */
export const stirVerificationFailed = defineRule<'transaction', Shown>({
  id: 'stir-verification-failed',
  severity: 'warning',
  scope: 'transaction',
  title: 'Signature that does not stand verification',
  spec: ['RFC 8224 §6.2', 'RFC 8224 §6.2.2', 'RFC 9410 §4'],
  example: {
    kind: 'refused',
    method: 'INVITE',
    client: '192.0.2.5:5060',
    server: '192.0.2.9:5060',
    signer: 'cert.example.org',
    cause: 438,
    text: 'Invalid Identity Header',
    validFrom: '',
    validTo: '',
    certificate: '',
    fits: '',
    right: false,
    status: 438,
  },
  why: (args) =>
    args.kind === 'refused' || refusesSignature(args.status)
      ? 'The call did not get through.'
      : 'The callee sees the caller as unverified or as a risk, and may not answer.',
  fix: (args) => [
    ...(args.kind === 'signature'
      ? [
          'Look for what changes the Identity header field behind the signer (or From, To and Date, which belong to a token in compact form): only what is unchanged fits the signature.',
          `Compare the key of the signer with ${args.certificate}: after a change of keys both must be changed, and x5u must name the new certificate.`,
        ]
      : args.kind === 'certificate'
        ? [
            `Renew the certificate${args.signer === '' ? '' : ` at ${args.signer}`} and let the signer name the new one in x5u.`,
          ]
        : [
            ...(args.right
              ? [
                  `Compare what the PASSporT says with what the ${args.method} says (caller, callee, Date), and the trust list of ${args.server} with the issuer of ${args.certificate}: the signature itself is right.`,
                ]
              : []),
            ...(remedies[args.cause] === undefined
              ? [
                  'Ask whoever verifies (the terminating provider) what failed: certificate, signature, time or numbers.',
                ]
              : [remedies[args.cause](args)]),
          ]),
  ],
  message: (args) => {
    const way = `the ${args.method} from ${args.client} to ${args.server}`;
    const reason = causes[args.cause];
    const because = reason === undefined ? '' : `: ${reason}`;
    const right = args.right ? `; yet its signature is right, made with the key of ${args.certificate}` : '';
    const then = args.status >= 400 ? `; it was answered with ${args.status}` : '';
    return {
      refused: `${args.server} refused the ${args.method} of ${args.client} with ${args.cause} ${args.text}${because}${right}.`,
      noted: `${args.server} reports that it could not verify the ${args.method} of ${args.client}, with ${args.cause}${args.text === '' ? '' : ` (${args.text})`}${because}${right}.`,
      marked: `${upper(way)} bears the mark ${args.text}: a verifier before it did not find the signature good${right}.`,
      signature: `The signature in ${way} does not fit ${args.certificate}, the certificate that its x5u names, ${args.fits === '' ? 'nor any other that was given' : `but ${args.fits}`}${then}.`,
      certificate: `${upper(way)} is signed with the key of ${args.certificate}, which was not valid at that time (${validity(args)})${then}.`,
    }[args.kind];
  },
  limits: (args) =>
    args.kind === 'signature'
      ? 'Whether the certificate at hand is the one that x5u had at the time of the call, and whether its issuer is trusted, was not checked.'
      : args.kind === 'certificate'
        ? 'Whether the issuer of the certificate is trusted was not checked.'
        : 'The messages do not show what the verifier saw.',
  concerns: (method) => method === 'INVITE',
  when: ({ transaction }) => {
    const { request, responses, final } = transaction;
    if (!isInitial(transaction) || request === undefined) return false;
    if (request.has('Identity') || request.has('P-Asserted-Identity') || (final?.status ?? 0) >= 400) return true;
    if (responses.some(({ message }) => message.has('Reason'))) return true;
    return (request.header('From') ?? '').includes('verstat');
  },
  *check({ transaction, conversation }, context) {
    const { request, final, method } = transaction;
    if (request === undefined) return;
    const status = final?.status ?? 0;
    const signed = request.has('Identity');
    const own = signed ? ownCheck(request, context.verify) : undefined;
    const [first] = signed ? signedOf(request) : [];
    const base = {
      method,
      client: transaction.client.name,
      server: transaction.server.name,
      signer: first === undefined ? '' : signerOf(own?.signed ?? first),
      certificate: own?.verdict.certificate ?? '',
      fits: own?.verdict.fits ?? '',
      validFrom: dayOf(own?.verdict.notBefore),
      validTo: dayOf(own?.verdict.notAfter),
      right: own?.verdict.outcome === 'signed',
      status,
    };
    const answer = final === undefined ? [] : [final];

    if (own !== undefined && carriedBy(own.signed.identity.token, transaction, conversation).length === 0) {
      const { verdict, signed } = own;
      const iat = signed.passport?.iat;
      const times = iat === undefined ? [request.time] : [request.time, iat * 1_000_000];
      const outOfDate = isOutOfDate(verdict, times);
      if (verdict.outcome === 'wrong' || outOfDate) {
        const kind = verdict.outcome === 'wrong' ? 'signature' : 'certificate';
        // A certificate at hand may be an older one than that of x5u, or of another provider that calls it the same; and
        // what a token in compact form was made of is a guess where the request holds several numbers.
        const doubtful = kind === 'signature' && (outOfDate || verdict.fits !== '' || signed.passport === undefined);
        yield {
          at: [request, ...answer],
          args: { ...base, kind, cause: 0, text: '' },
          severity: doubtful ? 'warning' : 'error',
          confidence: doubtful ? 'likely' : 'certain',
          device: transaction.client.address,
        };
        return;
      }
    }
    const isRefusal = REFUSALS.includes(status) || (status === MISNUMBERED && !request.has('Referred-By'));
    if (final !== undefined && isRefusal && (signed || status > MISNUMBERED)) {
      if (passesOn(transaction, conversation, status)) return;
      yield {
        at: [final, request],
        args: { ...base, kind: 'refused', cause: status, text: final.phrase.slice(0, LONGEST) },
        severity: 'error',
        confidence: status === MISNUMBERED ? 'likely' : 'certain',
        device: transaction.server.address,
      };
      return;
    }
    const noted = reasonIn(transaction);
    if (noted !== undefined && !passedOn(transaction, conversation).some((lower) => reasonIn(lower) !== undefined)) {
      yield {
        at: [noted.message, request],
        args: { ...base, kind: 'noted', cause: noted.cause, text: noted.text.slice(0, LONGEST) },
        confidence: 'certain',
        device: transaction.server.address,
      };
      return;
    }
    const mark = markOf(request);
    if (mark === undefined) return;
    if (broughtBy(transaction, conversation).some((above) => above.request !== undefined && markOf(above.request)))
      return;
    yield {
      at: [request, ...answer],
      args: { ...base, kind: 'marked', cause: 0, text: mark.slice(0, LONGEST) },
      confidence: 'certain',
      device: transaction.client.address,
    };
  },
});

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Of a time in µs; empty when it is none. */
function dayOf(time: number | undefined): string {
  return time === undefined || !Number.isFinite(time) ? '' : new Date(time / 1000).toISOString().slice(0, 10);
}

function validity({ validFrom, validTo }: Shown): string {
  return validFrom === '' || validTo === ''
    ? 'with dates that cannot be read'
    : `valid from ${validFrom} to ${validTo}`;
}
