/** Telephone numbers in the identity fields of a request, compared by their digits. */
import { parseContact } from '../headers/contact.ts';
import type { Uri } from '../headers/uri.ts';
import type { SipMessage } from '../model.ts';

/** Fewer digits are an extension, which says nothing outside its PBX. */
const LEAST = 7;

/** Digits of the user part when it is a telephone number, else ''. */
export function digitsOf(uri: Uri | undefined): string {
  const user = uri?.user?.split(';')[0] ?? '';
  let digits = '';
  for (const character of user) {
    if (character >= '0' && character <= '9') digits += character;
    else if (!'+-.() '.includes(character)) return '';
  }
  return digits.length >= LEAST ? digits : '';
}

/** URIs of a header field with addresses (From, P-Asserted-Identity, Remote-Party-ID, Contact …). */
export function urisOf(message: SipMessage, field: string): readonly Uri[] {
  return message.headers(field).flatMap((value) => parseContact(value).flatMap(({ uri }) => uri ?? []));
}

/** With and without country code, trunk prefix or plus: the shorter one ends the longer one. */
export function isSameNumber(a: string, b: string): boolean {
  const trim = (digits: string) => digits.replace(/^0{1,3}/, '');
  const [left, right] = [trim(a), trim(b)];
  return left.endsWith(right) || right.endsWith(left);
}

/** RFC 3323 §4.1.1.3, RFC 3325 §9.3: the caller hides its name. */
export function isAnonymous(uri: Uri | undefined): boolean {
  if (uri === undefined) return false;
  const user = uri.user?.toLowerCase() ?? '';
  return uri.host.startsWith('anonymous.') || user === 'anonymous' || user === 'restricted' || user === 'unavailable';
}
