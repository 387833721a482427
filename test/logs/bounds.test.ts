/** Hostile input: what has no end, what opens and never closes, what repeats itself. The suite's own time limit is the judge. */
import { describe, expect, it } from 'vitest';
import { createLogReader } from '../../src/logs/reader.ts';
import type { Packet } from '../../src/model.ts';
import { latin1Bytes, readLog } from './read.ts';

const MEGABYTE = 1_048_576;

function readRepeated(
  part: string,
  times: number,
): { packets: Packet[]; notes: Record<string, number>; lines: number } {
  const packets: Packet[] = [];
  const notes: Record<string, number> = {};
  const reader = createLogReader({
    input: 0,
    endpoints: { intern: (address, port) => ({ address, port, name: `${address}:${port}` }) },
    onPacket: (packet) => packets.push(packet),
    tally: {
      count(reason) {
        notes[reason] = (notes[reason] ?? 0) + 1;
      },
    },
  });
  const chunk = latin1Bytes(part);
  for (let turn = 0; turn < times; turn++) reader.write(chunk);
  return { packets, notes, lines: reader.end().lines };
}

const fill = (line: string, size = MEGABYTE): string => line.repeat(Math.ceil(size / line.length));

describe('a line without end', () => {
  it('is cut, counted once, and what follows is read', () => {
    const { messages, notes, summary } = readLog(
      latin1Bytes(
        `${'a'.repeat(3 * MEGABYTE)}\nBYE sip:b SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1\nCall-ID: 1\nCSeq: 1 BYE\n\n`,
      ),
    );
    expect(messages.map(({ line, position }) => [line, position])).toEqual([[2, 3 * MEGABYTE + 1]]);
    expect(notes).toEqual({ 'line-too-long': 1 });
    expect(summary.complete).toBe(false);
  });

  it('costs nothing but its reading', () => {
    expect(readRepeated('a'.repeat(MEGABYTE), 100)).toEqual({ packets: [], notes: { 'line-too-long': 1 }, lines: 1 });
  });
});

describe('openings without messages', () => {
  it.each([
    'recv 10 bytes from udp/[192.0.2.1]:5060 at 10:00:00.000000:\n',
    '<--- Received SIP request (100 bytes) from TCP:192.0.2.1:5060 --->\n',
    '<--- SIP read from UDP:192.0.2.1:5060 --->\n',
    `${'-'.repeat(47)} 2026-01-05 10:15:30.123456\nUDP message sent (10 bytes):\n`,
    '@ +1 udp 192.0.2.1:1 > 192.0.2.2:2\n',
  ])('%j, a megabyte of it: nothing is found, nothing is kept', (line) => {
    expect(readRepeated(fill(line), 4)).toMatchObject({ packets: [], notes: {} });
  });

  it('a million start lines are counted', () => {
    const { packets, notes } = readRepeated(`x\n${fill('BYE sip:b SIP/2.0\n')}`, 8);
    expect(packets).toEqual([]);
    expect(notes['start-line-without-message']).toBeGreaterThan(400_000);
  });
});

describe('dumps without end', () => {
  const about = '10:15:30.123456 IP 192.0.2.1.5060 > 192.0.2.2.5060: Flags [P.], seq 1:2, length 60\n';
  const begun =
    'MESSAGE sip:b SIP/2.0\r\nVia: SIP/2.0/TCP 192.0.2.1\r\nCall-ID: 1\r\nCSeq: 1 MESSAGE\r\nContent-Length: 99999999\r\n\r\n';

  it.each([
    ['rows of tcpdump', `${about}${fill('\t0x0010:  4545 4545 4545 4545 4545 4545 4545 4545\n')}`],
    ['text of tcpdump', `${about}${fill('Etext\n')}`],
    ['lines about packets', fill(about)],
    ['rows of Wireshark', fill('0000  45 00 00 49 00 01 40 00 40 11 00 00 c0 00 02 01\n')],
    ['one packet of Wireshark', `0000  45 00\n${fill('0010  45 00 00 49 00 01 40 00 40 11 00 00 c0 00 02 01\n')}`],
    ['a tree', `Session Initiation Protocol (BYE)\n    Message Header\n${fill('        To: a\n')}`],
    ['trees', fill('Session Initiation Protocol (BYE)\n')],
    [
      'a body in a tree',
      `Session Initiation Protocol (BYE)\n    Message Body\n        Sipfrag\n${fill('            a\n')}`,
    ],
    ['JSON', `    "_source": {\n${fill('          "sip.Request-Line": "BYE sip:b SIP/2.0",\n')}`],
    ['a stream', `Follow: tcp,ascii\nNode 0: 192.0.2.1:1\nNode 1: 192.0.2.2:2\n9999999\n${fill('text\n')}`],
    [
      'a stream in hexadecimal',
      `Follow: tcp,raw\nNode 0: 192.0.2.1:1\nNode 1: 192.0.2.2:2\n${fill('4545454545454545\n')}`,
    ],
    ['ngrep', `T 192.0.2.1:1 -> 192.0.2.2:2\n${fill('text.\n')}`],
    [
      'belle-sip',
      `2026-01-05 10:15:30:123 belle-sip-message-channel [0x1]: received [60] new bytes from [TCP://192.0.2.1:5060]:\n${fill('text\n')}`,
    ],
  ])('%s: what is held is bounded', (_title, part) => {
    const { packets } = readRepeated(part, 8);
    expect(packets.length).toBeLessThan(10);
  });

  it('a message that never becomes whole holds others up for a while only', () => {
    const piece = (text: string): string => `T 192.0.2.1:1 -> 192.0.2.2:2\n${text.replaceAll('\r', '.')}\n\n`;
    const other =
      'U 192.0.2.3:1 -> 192.0.2.2:2\nBYE sip:b SIP/2.0.\nVia: SIP/2.0/UDP 192.0.2.3.\nCall-ID: 2.\nCSeq: 1 BYE.\n.\n\n\n';
    const { packets } = readRepeated(`${piece(begun)}${other.repeat(2000)}`, 1);
    expect(packets).toHaveLength(2001);
    expect(packets[0].truncated).toBe(true);
  });
});

describe('messages without end', () => {
  const head = 'x\nMESSAGE sip:b SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1\nCall-ID: 1\nCSeq: 1 MESSAGE\n';

  it.each([
    ['a head', head, 'X-Header: value\n'],
    ['folds', head, ' folded\n'],
    ['a body', `${head}Content-Type: text/plain\nContent-Length: 999999999\n\n`, 'text\n'],
    ['an XML body', `${head}Content-Type: text/xml\n\n<a>\n`, '<b>\n'],
    ['a multipart body', `${head}Content-Type: multipart/mixed;boundary=x\n\n--x\n`, '\n\n.\n'],
    ['a chan_sip body', `<--- SIP read from UDP:192.0.2.1:5060 --->\n${head.slice(2)}\n`, 'text\n'],
  ])('%s: it is cut at a megabyte', (_title, opening, line) => {
    const { packets, notes } = readRepeated(opening + fill(line, 3 * MEGABYTE), 1);
    expect(notes['message-too-long']).toBe(1);
    expect(packets[0].truncated).toBe(true);
    expect(packets[0].bytes.length).toBeLessThan(2 * MEGABYTE);
  });

  it('a trace message, too', () => {
    const { packets } = readRepeated(
      `@ +1 udp 192.0.2.1:1 > 192.0.2.2:2\nBYE sip:b SIP/2.0\n${fill('X: y\n', 3 * MEGABYTE)}`,
      1,
    );
    expect(packets).toHaveLength(1);
    expect(packets[0].truncated).toBe(true);
    expect(packets[0].log?.exactBytes).toBe(false);
    expect(packets[0].bytes.length).toBeLessThan(2 * MEGABYTE);
  });

  it('blank lines do not add up in a body', () => {
    const { packets } = readRepeated(
      `${head}Content-Type: text/plain\nContent-Length: 99999999\n\nx\n${fill('\n', 2 * MEGABYTE)}`,
      1,
    );
    expect(packets).toHaveLength(1);
    expect(packets[0].bytes.length).toBeLessThan(2 * MEGABYTE);
  });
});

describe('lines that invite a slow pattern', () => {
  it.each([
    ['versions', `${' SIP/2.0'.repeat(16_000)}${' '.repeat(100_000)}\n`],
    ['escapes', `${'\x1b['.repeat(60_000)}${'0;'.repeat(60_000)}\n`],
    ['an escape', `\x1b[${'0;'.repeat(60_000)}${' '.repeat(60_000)}\n`],
    ['quotes', `${'> '.repeat(100_000)}\n`],
    ['octal', `SIP/2.0${'#012'.repeat(60_000)}\n`],
    ['JSON', `{"a":"SIP/2.0\\n","b":${'['.repeat(100_000)}\n`],
    ['a prefix', `[${' '.repeat(100_000)}] VERBOSE[1] ${'a'.repeat(100_000)}\n`],
    ['an address', `<--- SIP read from ${':1'.repeat(100_000)} --->\n`],
    ['blanks', `BYE${' '.repeat(120_000)}sip:b${' '.repeat(120_000)}SIP/2.0\n`],
    ['a header', `BYE sip:b SIP/2.0\n${'a'.repeat(200_000)}\nVia${' '.repeat(200_000)}: x\n`],
    [
      'a boundary',
      `BYE sip:b SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1${';a=1'.repeat(40_000)}\nCall-ID: 1\nCSeq: 1\nContent-Type: multipart/x;${'boundary='.repeat(20_000)}\n\n--\n`,
    ],
  ])('%s', (_title, line) => {
    expect(() => readRepeated(line, 40)).not.toThrow();
  });
});
