import type { Uri } from '../syntax/uri.ts';

/** The number in a tel URI, or in the user part of a sip URI (RFC 3966, RFC 3261 §19.1.6). */
export interface TelephoneNumber {
  /** Digits, `*` and `#`, without plus and separators: the form that PASSporTs hold (RFC 8224 §8.3). */
  readonly digits: string;
  /** Written with a plus, country code and all. */
  readonly global: boolean;
}

const LEAST = 3;
/** Digits that name a subscriber, as far as an observer may take it: fewer are extensions and service codes. */
const SUBSCRIBER = 7;

/** `sip:+1-202-555-0123;npdi@example.com` → 12025550123, global; undefined for a name. */
export function telephoneNumberOf(uri: Uri | undefined): TelephoneNumber | undefined {
  if (uri?.user === undefined || !['sip', 'sips', 'tel'].includes(uri.scheme)) return undefined;
  const written = uri.user.split(';', 1)[0];
  const global = written.startsWith('+');
  const digits = written.slice(global ? 1 : 0).replace(/[-.() ]/g, '');
  return digits.length >= LEAST && /^[0-9*#]+$/.test(digits) ? { digits, global } : undefined;
}

/**
 * Whether a number is the one that a PASSporT holds. National forms, trunk and dialling prefixes are granted: the
 * observer knows no country. `unclear` for what is too short to tell.
 */
export function compareNumbers(number: TelephoneNumber, tn: string): 'same' | 'different' | 'unclear' {
  if (number.digits === tn) return 'same';
  const [a, b] = [subscriberOf(number.digits), subscriberOf(tn)];
  if (a.length < SUBSCRIBER || b.length < SUBSCRIBER) return 'unclear';
  return a.endsWith(b) || b.endsWith(a) ? 'same' : 'different';
}

/** Without what is dialled before a number abroad or outside the area. */
function subscriberOf(digits: string): string {
  return digits.replace(/^(?:011|0+)/, '');
}
