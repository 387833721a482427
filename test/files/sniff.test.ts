import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sniff } from '../../src/files/sniff.ts';
import { bytes, hex, pcap, pcapng } from './build.ts';

describe('sniff', () => {
  test.each([
    ['pcap', pcap([])],
    ['pcap', pcap([], { little: false })],
    ['pcap', pcap([], { magic: 0xa1b23c4d })],
    ['pcap', pcap([], { magic: 0xa1b23c4d, little: false })],
    ['pcap', pcap([], { magic: 0xa1b2cd34 })],
    ['pcap', pcap([], { magic: 0xa1b2cd34, little: false })],
    ['pcapng', pcapng().section()],
    ['pcapng', pcapng(false).section()],
    ['gzip', new Uint8Array(gzipSync('x'))],
    ['zstd', hex('28b52ffd 24')],
    ['lz4', hex('04224d18 64')],
    ['xz', hex('fd377a585a00 00')],
    ['bzip2', bytes('BZh9', hex('314159265359'))],
    ['zip', hex('504b0304 14')],
    ['zip', hex('504b0506 00')],
    ['empty', bytes()],
    ['text', bytes('INVITE sip:bob@example.com SIP/2.0\r\n')],
    ['text', bytes('BZhello, this is a log\n')],
    ['text', bytes('\x1b[36;1m10:15:30\x1b[0m <--- SIP read from UDP --->\n\v\n')],
    ['text', bytes(hex('efbbbf'), 'log')],
    ['text', bytes(hex('fffe'), hex('4900 4e00'))],
    ['text', bytes(hex('feff'), hex('0049 004e'))],
    ['text', bytes('Звонок отклонён абонентом, тел. 1234\n')],
    ['text', bytes('Appel refus', [0xe9], ' par le poste appel', [0xe9], '\n')],
    ['text', bytes('Cuộc gọi')],
    ['binary', hex('7f454c46 020101 00 0000000000000000')],
    ['binary', hex('89504e470d0a1a0a 0000000d49484452')],
    ['binary', new Uint8Array(512)],
  ] as const)('%s', (kind, head) => {
    expect(sniff(head)).toBe(kind);
  });

  test('random bytes are not text', () => {
    const noise = Uint8Array.from({ length: 512 }, (_, i) => (i * i * 31 + ((i * 7919) >> 3)) & 255);
    expect(sniff(noise)).toBe('binary');
  });

  test('a character cut at the end of the head is no damage', () => {
    const text = bytes('Звонок отклонён');
    for (let end = 2; end <= text.length; end++) expect(sniff(text.subarray(0, end))).toBe('text');
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (head) => void sniff(head)));
  });
});
