/** The ciphers of TLS, as OpenSSL has them. */
import { createDecipheriv, createHmac } from 'node:crypto';
import type { Sealed, TlsCiphers, TlsHash } from '../keys.ts';

const allowed = new Map<TlsHash, boolean>();

/** A build of Node that may not use MD5 (FIPS) throws where it is asked for. */
function has(hash: TlsHash): boolean {
  let known = allowed.get(hash);
  if (known === undefined) {
    try {
      createHmac(hash, new Uint8Array(1)).digest();
      known = true;
    } catch {
      known = false;
    }
    allowed.set(hash, known);
  }
  return known;
}

/** The core copies bytes with `slice`, which for a Buffer is no copy. */
function plain(bytes: Buffer): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

function open({ cipher, key, nonce, additional, bytes, tagLength }: Sealed): Uint8Array | undefined {
  const length = bytes.length - tagLength;
  if (length < 0) return undefined;
  try {
    // The name decides over the types of Node, not over what it does.
    const decipher = createDecipheriv(cipher as 'aes-128-ccm', key, nonce, { authTagLength: tagLength });
    decipher.setAuthTag(bytes.subarray(length));
    decipher.setAAD(additional, { plaintextLength: length });
    const text = decipher.update(bytes.subarray(0, length));
    decipher.final();
    return plain(text);
  } catch {
    return undefined;
  }
}

export const ciphers: TlsCiphers = {
  has,
  hmac: (hash, key, data) => plain(createHmac(hash, key).update(data).digest()),
  open,
  decrypt(cipher, key, iv, bytes) {
    try {
      const decipher = createDecipheriv(cipher, key, iv).setAutoPadding(false);
      return plain(Buffer.concat([decipher.update(bytes), decipher.final()]));
    } catch {
      return undefined;
    }
  },
};
