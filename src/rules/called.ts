/** Whom a request calls: the number as it was dialled, and whether it is a call for help. */
import { parseContact } from '../headers/contact.ts';
import type { SipMessage } from '../model.ts';

/** The Request-URI read as the address of a Contact is. */
export function calledUri({ requestUri }: SipMessage) {
  const [address] = parseContact(`<${requestUri}>`);
  return address?.uri;
}

/** The part before the `@`, or the number of a tel URI, without its parameters: cheap, for every call of a capture. */
export function calledUser({ requestUri }: Pick<SipMessage, 'requestUri'>): string {
  const colon = requestUri.indexOf(':');
  const at = requestUri.indexOf('@');
  const end = at < 0 ? requestUri.length : at;
  const user = requestUri.slice(colon + 1, end);
  if (at < 0 && !/^tel:/i.test(requestUri)) return '';
  const semicolon = user.indexOf(';');
  return semicolon < 0 ? user : user.slice(0, semicolon);
}

export function digitsOf(user: string): string {
  return user.replace(/\D+/g, '');
}

/** Digits, a leading plus, and the separators that people write between them (RFC 3966 §3). */
export function isNumber(user: string): boolean {
  return /^\+?[\d().\- ]+$/.test(user) && /\d/.test(user);
}

/** Emergency numbers of mobile networks everywhere; other countries have others besides. */
const EMERGENCY_NUMBERS: readonly string[] = ['112', '911'];

/**
 * `service`: certainly a call for help (RFC 5031 §4.2). `number`: dialled as 112 or 911, which may be an extension in a
 * small house.
 */
export function emergencyOf(request: SipMessage): 'service' | 'number' | undefined {
  if (/^urn:service:sos(?:[.;]|$)/i.test(request.requestUri)) return 'service';
  const user = calledUser(request);
  return user.length <= 4 && EMERGENCY_NUMBERS.includes(user.replace('+', '')) ? 'number' : undefined;
}
