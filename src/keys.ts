/**
 * What only the user can bring: certificates, to check signatures with, and passwords, to recompute digests with. Types
 * at a seam: `node/` makes them, rules are given them. This file imports nothing.
 */

/** Whose key made the signature of a PASSporT, as far as the certificates at hand tell. */
export interface SignatureVerdict {
  /**
   * `signed`: by the key of `certificate`. `wrong`: not by that of `certificate`, which is the one that x5u names.
   * `unknown`: the certificate that x5u names is not at hand, and none that is fits.
   */
  readonly outcome: 'signed' | 'wrong' | 'unknown';
  /** File name and subject, for people; '' when unknown. */
  readonly certificate: string;
  /** Of `wrong`: the certificate that does fit; '' when none does. */
  readonly fits: string;
  /** From when until when it is valid. */
  readonly notBefore: number;
  readonly notAfter: number;
}

/**
 * Checks an ES256 signature (RFC 7518 §3.4) over one of several texts; more than one where the signed text is not sent
 * but rebuilt. Synchronous, and never throws.
 */
export type PassportVerifier = (texts: readonly string[], signature: Uint8Array, x5u: string) => SignatureVerdict;

export interface DigestSecret {
  /** `user` or `user@realm`; '' for any. */
  readonly user: string;
  readonly password: string;
}

export type HashName = 'MD5' | 'SHA-256' | 'SHA-512-256';

/** What it takes to recompute digests. None of it ever reaches a report. */
export interface DigestSecrets {
  readonly entries: readonly DigestSecret[];
  /** Lower-case hexadecimal digits; of the UTF-8 bytes of a text. */
  hash(name: HashName, data: string | Uint8Array): string;
}

export type TlsHash = 'md5' | 'sha1' | 'sha256' | 'sha384';
export type BlockCipher = 'aes-128-cbc' | 'aes-256-cbc';
export type SealingCipher = 'aes-128-gcm' | 'aes-256-gcm' | 'aes-128-ccm' | 'aes-256-ccm' | 'chacha20-poly1305';

/** What a cipher with authentication made (RFC 5116): the tag stands behind the text. */
export interface Sealed {
  readonly cipher: SealingCipher;
  readonly key: Uint8Array;
  readonly nonce: Uint8Array;
  readonly additional: Uint8Array;
  readonly bytes: Uint8Array;
  readonly tagLength: number;
}

/** Functions of a library of ciphers, which TLS records are opened with. Synchronous, and none of them throws. */
export interface TlsCiphers {
  /** False for a hash that the library has not, or may not use. */
  has(hash: TlsHash): boolean;
  hmac(hash: TlsHash, key: Uint8Array, data: Uint8Array): Uint8Array;
  /** Undefined when the tag is wrong, or the library has no such cipher. */
  open(sealed: Sealed): Uint8Array | undefined;
  /** Whole blocks, padding and all; undefined when they are none. */
  decrypt(cipher: BlockCipher, key: Uint8Array, iv: Uint8Array, bytes: Uint8Array): Uint8Array | undefined;
}

/** What it takes to read TLS. No secret of it ever reaches a report. */
export interface TlsKeys {
  readonly ciphers: TlsCiphers;
  /** Texts in the format of SSLKEYLOGFILE; secrets that a capture brings itself are used without. */
  readonly keylogs?: readonly string[];
}
