/** Challenges and the credentials that answer them, as the authentication rules compare them (RFC 3261 §22). */
import { type Challenge, parseAuthenticate } from '../headers/authenticate.ts';
import { type Credentials, parseAuthorization } from '../headers/authorization.ts';
import type { SipMessage, Transaction } from '../model.ts';
import { addressesInferred } from './guards.ts';

/** 401 asks for Authorization, 407 for Proxy-Authorization: two locks with keys of their own. */
export type Lock = 401 | 407;

export function lockOf(status: number): Lock | undefined {
  return status === 401 || status === 407 ? status : undefined;
}

export function challengesOf(response: SipMessage, lock: Lock): readonly Challenge[] {
  return response.headers(lock === 401 ? 'WWW-Authenticate' : 'Proxy-Authenticate').flatMap(parseAuthenticate);
}

export function credentialsOf(request: SipMessage, lock: Lock): readonly Credentials[] {
  const values = request.headers(lock === 401 ? 'Authorization' : 'Proxy-Authorization');
  return values.flatMap((value) => parseAuthorization(value) ?? []);
}

/** Digest means MD5 where it names none (RFC 3261 §22.4). */
export function algorithmOf({ algorithm }: { readonly algorithm: string | undefined }): string {
  return (algorithm ?? 'MD5').toUpperCase();
}

/** Both went out from the same client, on the same hop. A log that prints no addresses may show one client under several. */
export function isSameClient(a: Transaction, b: Transaction): boolean {
  if (a.client.address === b.client.address) return true;
  return a.viaCount === b.viaCount && a.request !== undefined && addressesInferred(a.request);
}
