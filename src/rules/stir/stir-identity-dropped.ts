import { parseFromTo } from '../../headers/from-to.ts';
import { telephoneNumberOf } from '../../headers/telephone-number.ts';
import type { Transaction } from '../../model.ts';
import { findEarlier, findLater } from '../around.ts';
import { type Conversation, defineRule } from '../define.ts';
import { addressesInferred } from '../guards.ts';
import { broughtBy, isInitial, signedOf, signerOf } from '../signed.ts';

type Shown = {
  /** `dropped`: none is left. `changed`: its token was damaged. `replaced`: there is another in its place. */
  kind: 'dropped' | 'changed' | 'replaced';
  method: string;
  /** Who took it out: where it came in, and where it went on from. */
  host: string;
  client: string;
  server: string;
  /** Kind of PASSporT and its attestation, as far as they could be read. */
  ppt: string;
  attest: string;
  signer: string;
  /** Host that keeps the certificate of what stands there instead. */
  other: string;
  status: number;
};

/** The hop right above: the one that ends where this one begins, otherwise the deepest. */
function arrivalOf(transaction: Transaction, conversation: Conversation): Transaction | undefined {
  const above = broughtBy(transaction, conversation);
  const near = above.filter(({ server }) => server.address === transaction.client.address);
  return (near.length > 0 ? near : above).reduce<Transaction | undefined>(
    (deepest, one) => (deepest === undefined || one.viaCount > deepest.viaCount ? one : deepest),
    undefined,
  );
}

/** It goes to a telephone by its own contact: a network may keep what it verified to itself. */
function isDelivery({ request }: Transaction): boolean {
  return telephoneNumberOf(parseFromTo(`<${request?.requestUri}>`)?.uri) === undefined;
}

/** One is the other, cut or changed behind its beginning: header and claims of one signer begin alike, and differ later. */
function isSameOrigin(token: string, original: string): boolean {
  const [, payload = '', signature = ''] = original.split('.', 3);
  const [, kept = '', seal = ''] = token.split('.', 3);
  const cut = original.startsWith(token) || token.startsWith(original);
  return cut || (kept !== '' && kept === payload) || (seal !== '' && seal === signature);
}

/** Whoever verified says so in the request, and may take the token out. */
function isVerified({ request }: Transaction): boolean {
  return ['P-Asserted-Identity', 'From'].some((field) => request?.header(field)?.includes('verstat') ?? false);
}

const hasIdentity = ({ request }: Transaction) => request?.has('Identity') === true;

/** Rule 88: a signed call came in, and went on without its signature. */
export const stirIdentityDropped = defineRule<'transaction', Shown>({
  id: 'stir-identity-dropped',
  severity: 'warning',
  scope: 'transaction',
  title: 'Identity header field lost on the way',
  spec: ['RFC 8224 §4', 'RFC 8224 §6.1'],
  example: {
    kind: 'dropped',
    method: 'INVITE',
    host: '192.0.2.5:5060',
    client: '192.0.2.1:5060',
    server: '192.0.2.9:5060',
    ppt: 'shaken',
    attest: 'A',
    signer: 'cert.example.org',
    other: '',
    status: 0,
  },
  why: (args) =>
    args.kind === 'changed'
      ? 'No verifier behind it finds the signature good: the call is refused with 438 or counts as unverified.'
      : args.kind === 'dropped'
        ? 'Behind it the call counts as unsigned: the callee sees no mark of trust, and networks that ask for a signature refuse it (428).'
        : 'Behind it another signer answers for the caller, and the attestation of the first is gone.',
  fix: (args) =>
    args.kind === 'changed'
      ? [
          `Let ${args.host} pass Identity on byte by byte: look for a limit of length, a header rule, or folding of long lines.`,
        ]
      : args.kind === 'dropped'
        ? [
            `Let ${args.host} pass Identity on: add it to the header fields that it keeps (SBC header rules, PBX trunk settings).`,
            `If the call crossed a line without SIP (TDM), let the gateway sign it anew with attestation C, or use out-of-band STIR (RFC 8816).`,
            'If it was dropped to keep the message small, use TCP or TLS to the next hop.',
          ]
        : [
            `If ${args.host} is not meant to sign calls that come signed, let it pass Identity on unchanged.`,
            'If it diverts the call, let it add a div PASSporT (RFC 8946) and keep the first one.',
          ],
  message: (args) =>
    args.kind === 'dropped'
      ? `The ${args.method} of ${args.client} came to ${args.host} with an Identity header field (${kindOf(args)}), and went on to ${args.server} without one.`
      : `The ${args.method} of ${args.client} came to ${args.host} with an Identity header field (${kindOf(args)}), and went on to ${args.server} with ${args.kind === 'changed' ? 'its token changed' : 'another in its place'}${args.other === '' ? '' : `, signed by ${args.other}`}.`,
  limits: (args) =>
    args.kind === 'changed'
      ? ''
      : args.kind === 'dropped'
        ? 'A network may take the signature out on purpose after it verified it.'
        : 'A network may sign anew on purpose.',
  // A call of one hop has nowhere to lose anything.
  concerns: (method) => method === 'INVITE',
  when: ({ transaction, conversation }) =>
    isInitial(transaction) &&
    (findEarlier(transaction, conversation, hasIdentity) ?? findLater(transaction, conversation, hasIdentity)) !==
      undefined,
  *check({ transaction, conversation }) {
    const { request, final } = transaction;
    if (request === undefined || request.truncated || addressesInferred(request)) return;
    const arrival = arrivalOf(transaction, conversation);
    if (arrival?.request === undefined || !arrival.request.has('Identity') || arrival.request.truncated) return;
    const before = signedOf(arrival.request);
    const after = signedOf(request);
    const tokens = new Set(after.map(({ identity }) => identity.token));
    const lost = before.find(({ identity }) => !tokens.has(identity.token));
    if (lost === undefined || isVerified(transaction)) return;
    const other = after.find(({ identity }) => isSameOrigin(identity.token, lost.identity.token));
    const kind = after.length === 0 ? 'dropped' : other !== undefined ? 'changed' : 'replaced';
    yield {
      at: [request, arrival.request, ...(final === undefined ? [] : [final])],
      args: {
        kind,
        method: transaction.method,
        host: transaction.client.name,
        client: arrival.client.name,
        server: transaction.server.name,
        ppt: (lost.passport?.ppt ?? lost.identity.ppt ?? '').slice(0, 20),
        attest: (lost.passport?.attest ?? '').slice(0, 1),
        signer: signerOf(lost),
        other: kind === 'replaced' ? signerOf(after[0]) : '',
        status: final?.status ?? 0,
      },
      severity: kind === 'replaced' || (kind === 'dropped' && isDelivery(transaction)) ? 'info' : 'warning',
      confidence: 'certain',
      device: transaction.client.address,
    };
  },
});

function kindOf({ ppt, attest, signer }: Shown): string {
  const words = [ppt, attest === '' ? '' : `attestation ${attest}`, signer === '' ? '' : `signed by ${signer}`];
  return words.filter((word) => word !== '').join(', ') || 'unreadable';
}
