import type { PassportDefectCode } from '../../headers/passport.ts';
import type { Severity } from '../../model.ts';
import { defineRule } from '../define.ts';
import { bodyUnreliable } from '../guards.ts';
import { broughtBy, carriedBy, isInitial, refusesSignature, type Signed, signedOf, signerOf } from '../signed.ts';

/** Of the header field itself, and of the PASSporT in it. */
type Kind =
  | 'token-parts'
  | 'token-characters'
  | 'token-space'
  | 'info-missing'
  | 'info-brackets'
  | 'params'
  | 'old-form'
  | PassportDefectCode;

type Shown = {
  kind: Kind;
  method: string;
  client: string;
  server: string;
  /** Host that keeps the certificate; '' when unknown. */
  signer: string;
  /** What stands there; of a signature its length in bytes, empty where it has none. */
  value: string;
  /** Final status, 0 when there was none. */
  status: number;
};

type Words = readonly [fault: (args: Shown) => string, remedy: (args: Shown) => string];

const resign = ({ signer }: Shown) =>
  `Correct or update the signing service${signer === '' ? '' : ` behind ${signer}`}: it writes the token this way.`;
const between = ({ client }: Shown) =>
  `Let ${client}, and every SBC before it, pass Identity on unchanged: no folding, no header rule, no limit of length.`;
const parameter = ({ client, signer }: Shown) =>
  `Let whatever writes the Identity header field (${client}, or the signer${signer === '' ? '' : ` behind ${signer}`}) take the parameters from the token.`;

const bytes = (length: string) => `${length} bytes`;

const words: Readonly<Record<Kind, Words>> = {
  'token-parts': [() => 'its token is not header, payload and signature with dots between them', between],
  'token-characters': [() => 'its token holds characters that base64url does not have (padding, "+" or "/")', resign],
  'token-space': [() => 'white space stands inside its token', between],
  'info-missing': [() => 'it does not say where the certificate is (info)', parameter],
  'info-brackets': [() => 'its info has no angle brackets around the URI', parameter],
  params: [() => 'its parameters are malformed or there twice', parameter],
  'old-form': [
    () => 'it has the form of RFC 4474, which RFC 8224 replaced',
    ({ client }) => `Update the signer before ${client} to PASSporTs (RFC 8224).`,
  ],
  'header-unreadable': [() => 'the first part of its token is no base64url of a JSON object', between],
  'payload-unreadable': [() => 'the second part of its token is no base64url of a JSON object', between],
  'signature-length': [
    ({ value }) =>
      `its signature should have 64 bytes (ES256), and what is there is ${value === '' ? 'no base64url' : bytes(value)}`,
    between,
  ],
  'signature-der': [
    ({ value }) =>
      `its signature of ${bytes(value)} is in DER form, while ES256 asks for the two bare numbers of 32 bytes each`,
    ({ signer }) =>
      `Let the signer${signer === '' ? '' : ` behind ${signer}`} convert what its crypto library gives to the form of RFC 7518 §3.4 (in OpenSSL: from ECDSA_SIG to r and s).`,
  ],
  typ: [({ value }) => `the typ of its token is ${value || 'missing'} instead of "passport"`, resign],
  alg: [({ value }) => `the alg of its token is ${value || 'missing'} instead of ES256`, resign],
  'alg-differs': [({ value }) => `its alg parameter is ${value}, that of its token ES256`, parameter],
  'x5u-missing': [() => 'its token does not say where the certificate is (x5u)', resign],
  'x5u-differs': [({ value }) => `the x5u of its token is ${value}, and its info says something else`, parameter],
  'ppt-differs': [
    ({ value }) =>
      `the ppt of its token is ${value || 'missing'}, and its ppt parameter says something else or nothing`,
    parameter,
  ],
  'claim-missing': [({ value }) => `its PASSporT lacks ${value}`, resign],
  'orig-count': [({ value }) => `its orig must hold one tn or one uri, and holds ${value || 'nothing'}`, resign],
  'dest-form': [({ value }) => `its dest must hold a list of tn or uri, and holds ${value || 'nothing'}`, resign],
  'tn-form': [({ value }) => `its number "${value}" is not in canonical form: digits only, country code first`, resign],
  'iat-form': [({ value }) => `its time of signing (iat) is no number of seconds: ${value}`, resign],
  'iat-milliseconds': [({ value }) => `its time of signing (iat) counts milliseconds: ${value}`, resign],
  attest: [({ value }) => `its attestation must be A, B or C, and is ${value}`, resign],
  origid: [({ value }) => `its origid is no UUID: ${value}`, resign],
};

/** What verifiers let pass: parameters that they can take from the token, and signatures of long ago. */
const lenient: Partial<Record<Kind, Severity>> = {
  'info-brackets': 'warning',
  params: 'warning',
  'old-form': 'info',
  'alg-differs': 'warning',
  'ppt-differs': 'warning',
  'x5u-missing': 'warning',
  origid: 'warning',
};

/** The most fundamental fault. */
function faultOf({ identity, passport }: Signed): Pick<Shown, 'kind' | 'value'> | undefined {
  const says = (kind: Kind, value = '') => ({ kind, value });
  if (identity.form === 'old') return says('old-form');
  const [defect] = identity.defects;
  const deep = passport?.defects.find(({ code }) => lenient[code] === undefined) ?? passport?.defects[0];
  for (const kind of ['token-parts', 'token-space', 'token-characters'] as const) {
    if (identity.defects.includes(kind)) return says(kind);
  }
  if (identity.defects.includes('info-missing')) return says('info-missing');
  if (deep !== undefined && lenient[deep.code] === undefined) return says(deep.code, deep.value);
  if (defect !== undefined) return says(defect === 'info-brackets' ? 'info-brackets' : 'params');
  return deep && says(deep.code, deep.value);
}

/** Rule 84: an Identity header field that no verifier can read, or whose token breaks its own rules. */
export const stirIdentityMalformed = defineRule<'transaction', Shown>({
  id: 'stir-identity-malformed',
  severity: 'error',
  scope: 'transaction',
  title: 'Malformed Identity header field',
  spec: ['RFC 8224 §4', 'RFC 8224 §4.1', 'RFC 8225 §4', 'RFC 8225 §5', 'RFC 8588 §4', 'RFC 8588 §5', 'RFC 7518 §3.4'],
  example: {
    kind: 'tn-form',
    method: 'INVITE',
    client: '192.0.2.1:5060',
    server: '192.0.2.5:5060',
    signer: 'cert.example.org',
    value: '+12025550123',
    status: 0,
  },
  why: (args) =>
    refusesSignature(args.status)
      ? 'The call was refused; with this Identity header field no verifier can do otherwise.'
      : 'A verifier refuses such a call with 438 or lets it pass as unverified: the callee sees no mark of trust, or a warning.',
  fix: (args) => [
    words[args.kind][1](args),
    ...(words[args.kind][1] === resign ? [between(args)] : []),
    ...(args.kind === 'old-form'
      ? []
      : [
          'Decode the token of the first hop that carries it and compare it with this one: that tells whether the signer or a hop behind it is at fault.',
        ]),
  ],
  message: (args) =>
    `The Identity header field in the ${args.method} from ${args.client} to ${args.server} is ${args.kind === 'old-form' ? 'out of date' : 'malformed'}: ${words[args.kind][0](args)}.`,
  concerns: (method) => method === 'INVITE',
  when: ({ transaction }) => isInitial(transaction) && transaction.request?.has('Identity') === true,
  *check({ transaction, conversation }) {
    const { request, final } = transaction;
    if (request === undefined) return;
    for (const signed of signedOf(request)) {
      const fault = faultOf(signed);
      if (fault === undefined) continue;
      if (bodyUnreliable(request)) {
        yield { undetermined: request.truncated ? 'G-SNAP' : 'G-LOG' };
        continue;
      }
      // It came like that: the hop above tells it.
      if (carriedBy(signed.identity.token, transaction, conversation).length > 0) continue;
      const [above] = broughtBy(transaction, conversation);
      yield {
        at: [
          request,
          ...(final === undefined ? [] : [final]),
          ...(above?.request === undefined ? [] : [above.request]),
        ],
        args: {
          ...fault,
          method: transaction.method,
          client: transaction.client.name,
          server: transaction.server.name,
          signer: signerOf(signed),
          status: final?.status ?? 0,
        },
        severity: lenient[fault.kind] ?? 'error',
        confidence: 'certain',
        device: transaction.client.address,
      };
    }
  },
});
