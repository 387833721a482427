/** Opens single records: TLS 1.3 (RFC 8446 §5.2), AEAD of TLS 1.2 (RFC 5246 §6.2.3.3), blocks with a MAC (§6.2.3.2). */
import type { TlsCiphers } from '../../keys.ts';
import { expandLabel, joined, prf, TLS_1_2, TLS_1_3 } from './key-schedule.ts';
import { HEADER } from './record.ts';
import type { BlockSuite, CipherSuite, SealingSuite } from './suites.ts';

/** A record is borrowed: `[at, end)` of `bytes`, its header included. */
export interface Sent {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly end: number;
}

export interface Opened {
  /** What it holds, which TLS 1.3 hides. */
  readonly type: number;
  readonly bytes: Uint8Array;
}

export interface Protection {
  /** Undefined when it is not authentic: another key, another number, damaged. `before` is the tail of the record before. */
  open(record: Sent, sequence: number, before: Uint8Array): Opened | undefined;
  /** What a record leaves for the next one, where vectors are chained (RFC 2246 §6.2.3.2). */
  tail?(record: Sent): Uint8Array;
}

const NONCE = 12;
const BLOCK = 16;
const TYPE = 0;

/** The eight bytes of a sequence number. */
function numberBytes(sequence: number): Uint8Array {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(sequence / 4_294_967_296));
  view.setUint32(4, sequence >>> 0);
  return bytes;
}

/** The static vector with the number in its last bytes. */
function nonceOf(iv: Uint8Array, sequence: number): Uint8Array {
  const nonce = iv.slice();
  numberBytes(sequence).forEach((byte, at) => {
    nonce[NONCE - 8 + at] ^= byte;
  });
  return nonce;
}

/** Number, type, version and length: what MACs and TLS 1.2 vouch for beside the text. */
function pseudoHeader(sequence: number, { bytes, at }: Sent, length: number): Uint8Array {
  const header = Uint8Array.of(bytes[at + TYPE], bytes[at + 1], bytes[at + 2], length >> 8, length & 255);
  return joined(numberBytes(sequence), header);
}

/** A traffic secret of TLS 1.3. */
export function protect13(ciphers: TlsCiphers, suite: SealingSuite, secret: Uint8Array): Protection {
  const { hash, cipher, keyLength, tagLength } = suite;
  const key = expandLabel(ciphers, hash, secret, 'key', keyLength);
  const iv = expandLabel(ciphers, hash, secret, 'iv', NONCE);
  return {
    open({ bytes, at, end }, sequence) {
      const additional = bytes.subarray(at, at + HEADER);
      const sealed = bytes.subarray(at + HEADER, end);
      const text = ciphers.open({ cipher, key, nonce: nonceOf(iv, sequence), additional, bytes: sealed, tagLength });
      if (text === undefined) return undefined;
      let last = text.length - 1;
      // Padding.
      while (last >= 0 && text[last] === 0) last--;
      return last < 0 ? undefined : { type: text[last], bytes: text.subarray(0, last) };
    },
  };
}

export function updatedSecret(ciphers: TlsCiphers, { hash }: CipherSuite, secret: Uint8Array): Uint8Array {
  return expandLabel(ciphers, hash, secret, 'traffic upd', secret.length);
}

function sealed12(ciphers: TlsCiphers, suite: SealingSuite, key: Uint8Array, iv: Uint8Array): Protection {
  const { cipher, tagLength } = suite;
  // RFC 7905 §2 does as TLS 1.3; before, half of the nonce is sent (RFC 5288 §3, RFC 6655 §3).
  const explicit = cipher === 'chacha20-poly1305' ? 0 : 8;
  return {
    open(record, sequence) {
      const { bytes, at, end } = record;
      const start = at + HEADER + explicit;
      const length = end - start - tagLength;
      if (length < 0) return undefined;
      const nonce = explicit === 0 ? nonceOf(iv, sequence) : joined(iv, bytes.subarray(start - explicit, start));
      const additional = pseudoHeader(sequence, record, length);
      const text = ciphers.open({ cipher, key, nonce, additional, bytes: bytes.subarray(start, end), tagLength });
      return text === undefined ? undefined : { type: bytes[at + TYPE], bytes: text };
    },
  };
}

interface BlockKeys {
  readonly key: Uint8Array;
  readonly mac: Uint8Array;
  readonly iv: Uint8Array;
}

function blocks(
  ciphers: TlsCiphers,
  suite: BlockSuite,
  version: number,
  { key, mac, iv }: BlockKeys,
  encryptThenMac: boolean,
): Protection {
  const tagLength = mac.length;
  const explicit = version > 0x0301 ? BLOCK : 0;

  function isAuthentic(record: Sent, sequence: number, text: Uint8Array, tag: Uint8Array): boolean {
    const whole = joined(pseudoHeader(sequence, record, text.length), text);
    const wanted = ciphers.hmac(suite.mac, mac, whole);
    return tag.length === wanted.length && wanted.every((byte, at) => byte === tag[at]);
  }

  /** Without its padding (RFC 5246 §6.2.3.2). */
  function decrypted(bytes: Uint8Array, start: number, end: number, before: Uint8Array): Uint8Array | undefined {
    const vector = explicit > 0 ? bytes.subarray(start, start + BLOCK) : before;
    if (vector.length !== BLOCK || end - start - explicit < BLOCK) return undefined;
    const text = ciphers.decrypt(suite.cipher, key, vector, bytes.subarray(start + explicit, end));
    if (text === undefined || text.length === 0) return undefined;
    const padding = text[text.length - 1];
    const length = text.length - 1 - padding;
    if (length < 0) return undefined;
    for (let at = length; at < text.length; at++) if (text[at] !== padding) return undefined;
    return text.subarray(0, length);
  }

  return {
    tail({ bytes, at, end }) {
      const stop = encryptThenMac ? end - tagLength : end;
      return bytes.slice(Math.max(at, stop - BLOCK), Math.max(at, stop));
    },
    open(record, sequence, before) {
      const { bytes, at, end } = record;
      const start = at + HEADER;
      const vector = before.length === 0 ? iv : before;
      if (encryptThenMac) {
        // RFC 7366: the MAC is in clear, and of what is encrypted.
        const stop = end - tagLength;
        if (stop < start || !isAuthentic(record, sequence, bytes.subarray(start, stop), bytes.subarray(stop, end)))
          return undefined;
        const text = decrypted(bytes, start, stop, vector);
        return text === undefined ? undefined : { type: bytes[at + TYPE], bytes: text };
      }
      const both = decrypted(bytes, start, end, vector);
      if (both === undefined || both.length < tagLength) return undefined;
      const text = both.subarray(0, both.length - tagLength);
      if (!isAuthentic(record, sequence, text, both.subarray(text.length))) return undefined;
      return { type: bytes[at + TYPE], bytes: text };
    },
  };
}

export interface Agreed {
  readonly version: number;
  readonly suite: CipherSuite;
  readonly encryptThenMac: boolean;
  readonly clientRandom: Uint8Array;
  readonly serverRandom: Uint8Array;
}

const macLengths = { md5: 16, sha1: 20, sha256: 32, sha384: 48 } as const;

/** Both directions of TLS 1.0 to 1.2 (RFC 5246 §6.3); undefined where the library has not what it takes. */
export function protect12(
  ciphers: TlsCiphers,
  { version, suite, encryptThenMac, clientRandom, serverRandom }: Agreed,
  master: Uint8Array,
): readonly [client: Protection, server: Protection] | undefined {
  const hashes = version < TLS_1_2 ? (['md5', 'sha1'] as const) : [suite.hash];
  if (version >= TLS_1_3 || !hashes.every((hash) => ciphers.has(hash))) return undefined;
  const { keyLength } = suite;
  const macLength = suite.seals ? 0 : macLengths[suite.mac];
  const ivLength = suite.seals ? (suite.cipher === 'chacha20-poly1305' ? NONCE : 4) : BLOCK;
  const length = 2 * (macLength + keyLength + ivLength);
  const block = prf(ciphers, version, suite.hash, master, 'key expansion', joined(serverRandom, clientRandom), length);
  let at = 0;
  const pair = (size: number) => {
    at += 2 * size;
    return [block.subarray(at - 2 * size, at - size), block.subarray(at - size, at)] as const;
  };
  const [macs, keys, ivs] = [pair(macLength), pair(keyLength), pair(ivLength)];
  const of = (side: 0 | 1) =>
    suite.seals
      ? sealed12(ciphers, suite, keys[side], ivs[side])
      : blocks(ciphers, suite, version, { key: keys[side], mac: macs[side], iv: ivs[side] }, encryptThenMac);
  return [of(0), of(1)];
}
