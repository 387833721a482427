/** Hash functions: of digest authentication (RFC 7616 §3.2), and keyed ones for pseudonyms. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { DigestSecrets, HashName } from '../keys.ts';

const names: Readonly<Record<HashName, string>> = { MD5: 'md5', 'SHA-256': 'sha256', 'SHA-512-256': 'sha512-256' };

/** A build of Node that may not use MD5 (FIPS) throws here: whoever offers passwords must try it first. */
export const hash: DigestSecrets['hash'] = (name, data) => createHash(names[name]).update(data).digest('hex');

/** A keyed hash (HMAC-SHA256) of texts of one character a byte. */
export function keyedHash(key: string | Uint8Array): (text: string) => Uint8Array {
  return (text) => new Uint8Array(createHmac('sha256', key).update(text, 'latin1').digest());
}

export function randomKey(): Uint8Array {
  return new Uint8Array(randomBytes(32));
}
