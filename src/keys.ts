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
