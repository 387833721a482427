/**
 * What protects the records of each cipher suite (https://www.iana.org/assignments/tls-parameters). How keys were agreed on
 * does not matter to who has them.
 */
import type { BlockCipher, SealingCipher, TlsHash } from '../../keys.ts';

interface Suite {
  readonly keyLength: number;
  /** Of the key schedule: the PRF of TLS 1.2, HKDF in TLS 1.3. */
  readonly hash: TlsHash;
}

export interface SealingSuite extends Suite {
  readonly seals: true;
  readonly cipher: SealingCipher;
  readonly tagLength: number;
}

export interface BlockSuite extends Suite {
  readonly seals: false;
  readonly cipher: BlockCipher;
  readonly mac: TlsHash;
}

export type CipherSuite = SealingSuite | BlockSuite;

const sealing = (cipher: SealingCipher, hash: TlsHash, tagLength = 16): SealingSuite => ({
  seals: true,
  cipher,
  keyLength: cipher.startsWith('aes-128') ? 16 : 32,
  hash,
  tagLength,
});

const block = (cipher: BlockCipher, mac: TlsHash): BlockSuite => ({
  seals: false,
  cipher,
  keyLength: cipher === 'aes-128-cbc' ? 16 : 32,
  // RFC 5246 §5: SHA-256 unless the suite says otherwise, and only those of SHA-384 do.
  hash: mac === 'sha384' ? 'sha384' : 'sha256',
  mac,
});

const all: readonly (readonly [suite: CipherSuite, ids: readonly number[]])[] = [
  [
    sealing('aes-128-gcm', 'sha256'),
    [
      0x1301, 0x009c, 0x009e, 0x00a0, 0x00a2, 0x00a4, 0x00a6, 0x00a8, 0x00aa, 0x00ac, 0xc02b, 0xc02d, 0xc02f, 0xc031,
      0xd001,
    ],
  ],
  [
    sealing('aes-256-gcm', 'sha384'),
    [
      0x1302, 0x009d, 0x009f, 0x00a1, 0x00a3, 0x00a5, 0x00a7, 0x00a9, 0x00ab, 0x00ad, 0xc02c, 0xc02e, 0xc030, 0xc032,
      0xd002,
    ],
  ],
  [sealing('chacha20-poly1305', 'sha256'), [0x1303, 0xcca8, 0xcca9, 0xccaa, 0xccab, 0xccac, 0xccad, 0xccae]],
  [sealing('aes-128-ccm', 'sha256'), [0x1304, 0xc09c, 0xc09e, 0xc0a4, 0xc0a6, 0xc0ac, 0xd005]],
  [sealing('aes-128-ccm', 'sha256', 8), [0x1305, 0xc0a0, 0xc0a2, 0xc0a8, 0xc0aa, 0xc0ae, 0xd003]],
  [sealing('aes-256-ccm', 'sha256'), [0xc09d, 0xc09f, 0xc0a5, 0xc0a7, 0xc0ad]],
  [sealing('aes-256-ccm', 'sha256', 8), [0xc0a1, 0xc0a3, 0xc0a9, 0xc0ab, 0xc0af]],
  [
    block('aes-128-cbc', 'sha1'),
    [
      0x002f, 0x0030, 0x0031, 0x0032, 0x0033, 0x0034, 0x008c, 0x0090, 0x0094, 0xc004, 0xc009, 0xc00e, 0xc013, 0xc018,
      0xc035,
    ],
  ],
  [
    block('aes-256-cbc', 'sha1'),
    [
      0x0035, 0x0036, 0x0037, 0x0038, 0x0039, 0x003a, 0x008d, 0x0091, 0x0095, 0xc005, 0xc00a, 0xc00f, 0xc014, 0xc019,
      0xc036,
    ],
  ],
  [
    block('aes-128-cbc', 'sha256'),
    [0x003c, 0x003e, 0x003f, 0x0040, 0x0067, 0x006c, 0x00ae, 0x00b2, 0x00b6, 0xc023, 0xc025, 0xc027, 0xc029, 0xc037],
  ],
  [block('aes-256-cbc', 'sha256'), [0x003d, 0x0068, 0x0069, 0x006a, 0x006b, 0x006d]],
  [block('aes-256-cbc', 'sha384'), [0x00af, 0x00b3, 0x00b7, 0xc024, 0xc026, 0xc028, 0xc02a, 0xc038]],
];

const byId: ReadonlyMap<number, CipherSuite> = new Map(
  all.flatMap(([suite, ids]) => ids.map((id) => [id, suite] as const)),
);

/** Undefined for a suite whose records cannot be read. */
export function suiteOf(id: number): CipherSuite | undefined {
  return byId.get(id);
}
