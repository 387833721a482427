/** What a file is, from its first bytes. A few hundred are enough. */

export type FileKind =
  | 'pcap'
  | 'pcapng'
  | 'gzip'
  | 'zstd'
  | 'lz4'
  | 'xz'
  | 'bzip2'
  | 'zip'
  | 'empty'
  | 'text'
  | 'binary';

const signatures: readonly (readonly [FileKind, readonly number[]])[] = [
  // https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-04.html §4, both byte orders; a1b2cd34 is Kuznetzov's patch.
  ['pcap', [0xa1, 0xb2, 0xc3, 0xd4]],
  ['pcap', [0xd4, 0xc3, 0xb2, 0xa1]],
  ['pcap', [0xa1, 0xb2, 0x3c, 0x4d]],
  ['pcap', [0x4d, 0x3c, 0xb2, 0xa1]],
  ['pcap', [0xa1, 0xb2, 0xcd, 0x34]],
  ['pcap', [0x34, 0xcd, 0xb2, 0xa1]],
  // The Section Header Block's type reads the same in both byte orders (draft-ietf-opsawg-pcapng §4.1).
  ['pcapng', [0x0a, 0x0d, 0x0d, 0x0a]],
  ['gzip', [0x1f, 0x8b]], // RFC 1952 §2.3.1
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]], // RFC 8878 §3.1.1
  ['lz4', [0x04, 0x22, 0x4d, 0x18]], // LZ4 frame format 1.6
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]], // xz file format §2.1.1.1
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]], // APPNOTE §4.3.7
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['text', [0xef, 0xbb, 0xbf]], // byte order marks: UTF-8, UTF-16 little and big endian
  ['text', [0xff, 0xfe]],
  ['text', [0xfe, 0xff]],
];

export function sniff(head: Uint8Array): FileKind {
  if (head.length === 0) return 'empty';
  for (const [kind, signature] of signatures) {
    if (signature.every((byte, index) => head[index] === byte) && (kind !== 'bzip2' || isBzip2Level(head[3]))) {
      return kind;
    }
  }
  return isText(head) ? 'text' : 'binary';
}

/** `BZh` alone could begin a word. */
function isBzip2Level(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x31 && byte <= 0x39;
}

/**
 * Mostly printable. Some control characters do stand in logs (terminal colours, NULs of careless writers), and old
 * 8-bit charsets too; compressed or encrypted bytes are one tenth control characters and one half high bytes.
 */
function isText(head: Uint8Array): boolean {
  let control = 0;
  let high = 0;
  let broken = 0;
  let continuation = 0;
  for (const byte of head) {
    if (continuation > 0) {
      continuation--;
      if (byte >> 6 !== 2) {
        continuation = 0;
        broken++;
      }
    } else if (byte >= 0xc2 && byte <= 0xf4) {
      continuation = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    } else if (byte >= 0x80) {
      broken++;
    }
    if (byte >= 0x80) high++;
    else if (byte === 0x7f || (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b)) control++;
  }
  if (control > head.length * 0.05) return false;
  return high <= head.length * 0.3 || broken <= head.length * 0.02;
}
