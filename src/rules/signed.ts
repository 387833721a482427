/** Signed caller identities (STIR, RFC 8224) as the rules about them see them: what is signed, by whom, over which hops. */
import { parseDate } from '../headers/date.ts';
import { parseFromTo } from '../headers/from-to.ts';
import { type Identity, parseIdentity } from '../headers/identity.ts';
import { decodePassport, type Passport, rebuildPassport } from '../headers/passport.ts';
import { type TelephoneNumber, telephoneNumberOf } from '../headers/telephone-number.ts';
import type { PassportVerifier, SignatureVerdict } from '../keys.ts';
import type { SipMessage, Transaction } from '../model.ts';
import type { Conversation } from './define.ts';
import { bodyUnreliable } from './guards.ts';
import { cameFrom } from './hops.ts';

export interface Signed {
  readonly identity: Identity;
  /** Undefined unless in full form. */
  readonly passport: Passport | undefined;
}

/** Identity header fields of one request that are looked at. */
const MOST = 8;
/** Longer values are no tokens. */
const LONGEST = 32_768;

const HOST_LIMIT = 60;

export function signedOf(request: SipMessage): readonly Signed[] {
  if (!request.has('Identity')) return [];
  return request
    .headers('Identity')
    .slice(0, MOST)
    .flatMap((value) => {
      const identity = value.length > LONGEST ? undefined : parseIdentity(value);
      return identity === undefined ? [] : [{ identity, passport: decodePassport(identity) }];
    });
}

/**
 * The transactions that brought a request to its client, on any hop above. Here only those of the same Call-ID; the legs
 * of a back-to-back user agent belong here as soon as they are joined.
 */
export function broughtBy(transaction: Transaction, conversation: Conversation): readonly Transaction[] {
  return cameFrom(transaction, conversation).filter(({ request }) => request !== undefined);
}

/** The hops above that carried the same token. */
export function carriedBy(token: string, transaction: Transaction, conversation: Conversation): readonly Transaction[] {
  return broughtBy(transaction, conversation).filter(({ request }) =>
    request?.headers('Identity').some((value) => parseIdentity(value)?.token === token),
  );
}

/** Initial requests carry signatures that speak of caller and callee. */
export function isInitial({ method, request }: Transaction): boolean {
  return (method === 'INVITE' || method === 'MESSAGE') && request !== undefined && request.toTag === '';
}

/** Statuses by which a verifier refuses a call (RFC 8224 §6.2.2). */
export function refusesSignature(status: number): boolean {
  return status === 403 || status === 428 || (status >= 436 && status <= 438);
}

/** Where a number was read. */
export interface Seen extends TelephoneNumber {
  readonly field: string;
}

function seenIn(request: SipMessage, fields: readonly string[]): readonly Seen[] {
  return fields.flatMap((field) =>
    request.headers(field).flatMap((value) => {
      const number = telephoneNumberOf(parseFromTo(value)?.uri);
      return number === undefined ? [] : [{ ...number, field }];
    }),
  );
}

/** Numbers of the caller: From, and what a verifier may take instead by local policy (RFC 8224 §8). */
export function callersOf(request: SipMessage): readonly Seen[] {
  return seenIn(request, ['P-Asserted-Identity', 'From']);
}

export function calleesOf(request: SipMessage): readonly Seen[] {
  const target = telephoneNumberOf(parseFromTo(`<${request.requestUri}>`)?.uri);
  return [...seenIn(request, ['To']), ...(target === undefined ? [] : [{ ...target, field: 'Request-URI' }])];
}

/** Numbers from before a diversion (RFC 5806, RFC 7044). */
export function divertedFrom(request: SipMessage): readonly Seen[] {
  return seenIn(request, ['Diversion', 'History-Info']);
}

/** Undefined when nothing was brought to check with, or when the trace cannot give the bytes. */
export function checkSignature(
  { identity, passport }: Signed,
  request: SipMessage,
  verify: PassportVerifier | undefined,
): SignatureVerdict | undefined {
  const address = passport?.x5u ?? identity.info;
  if (verify === undefined || address === undefined || bodyUnreliable(request)) return undefined;
  if (passport !== undefined) {
    const { signature, signed } = passport;
    return signature === undefined ? undefined : verify([signed], signature, address);
  }
  // Media keys are signed too, in an order of their own (RFC 8225 §5.2.2).
  if (request.hasSdp && request.bodyText().includes('a=fingerprint')) return undefined;
  const rebuilt = rebuildPassport(identity, {
    callers: callersOf(request),
    callees: calleesOf(request),
    time: parseDate(request.header('Date') ?? '')?.time,
  });
  return rebuilt && verify(rebuilt.texts, rebuilt.signature, address);
}

/** The host that keeps the certificate: it names the signer better than anything else in the token. */
export function signerOf({ identity, passport }: Signed): string {
  const address = passport?.x5u ?? identity.info ?? '';
  const host = /^[a-z][a-z0-9+.-]{0,20}:\/\/([^/?#]*)/i.exec(address)?.[1] ?? '';
  return host.slice(0, HOST_LIMIT);
}
