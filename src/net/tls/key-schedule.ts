/** From secrets to keys: the PRF of TLS 1.0 to 1.2 (RFC 5246 §5, RFC 2246 §5) and HKDF of TLS 1.3 (RFC 8446 §7). */
import type { TlsCiphers, TlsHash } from '../../keys.ts';

export const TLS_1_2 = 0x0303;
export const TLS_1_3 = 0x0304;

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Labels are of ASCII. */
function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** `P_hash` of RFC 5246 §5. */
function expand(ciphers: TlsCiphers, hash: TlsHash, secret: Uint8Array, seed: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  let chain = seed;
  for (let at = 0; at < length; ) {
    chain = ciphers.hmac(hash, secret, chain);
    const part = ciphers.hmac(hash, secret, joined(chain, seed));
    out.set(part.subarray(0, length - at), at);
    at += part.length;
  }
  return out;
}

/** `hash` is that of the cipher suite; before TLS 1.2 there were two hashes, one for each half of the secret. */
export function prf(
  ciphers: TlsCiphers,
  version: number,
  hash: TlsHash,
  secret: Uint8Array,
  label: string,
  seed: Uint8Array,
  length: number,
): Uint8Array {
  const whole = joined(ascii(label), seed);
  if (version >= TLS_1_2) return expand(ciphers, hash, secret, whole, length);
  const half = (secret.length + 1) >> 1;
  const out = expand(ciphers, 'md5', secret.subarray(0, half), whole, length);
  expand(ciphers, 'sha1', secret.subarray(secret.length - half), whole, length).forEach((byte, at) => {
    out[at] ^= byte;
  });
  return out;
}

/** HKDF-Expand-Label with an empty context, of at most 255 bytes (RFC 8446 §7.1, RFC 5869 §2.3). */
export function expandLabel(
  ciphers: TlsCiphers,
  hash: TlsHash,
  secret: Uint8Array,
  label: string,
  length: number,
): Uint8Array {
  const name = ascii(`tls13 ${label}`);
  const info = joined(Uint8Array.of(0, length, name.length), name, Uint8Array.of(0));
  const out = new Uint8Array(length);
  let last = new Uint8Array(0);
  for (let at = 0, round = 1; at < length; round++) {
    last = new Uint8Array(ciphers.hmac(hash, secret, joined(last, info, Uint8Array.of(round))));
    out.set(last.subarray(0, length - at), at);
    at += last.length;
  }
  return out;
}
