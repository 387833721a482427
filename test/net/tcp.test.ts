import { describe, expect, test } from 'vitest';
import { bytes, START } from '../files/build.ts';
import { ALICE, ALICE6, BOB, BOB6, ethernet, INVITE, RINGING, tcp } from './build.ts';
import { decode, decodeFrames, streams } from './decode.ts';

const back = { ports: [5060, 40000] as const };
const SECOND = 1_000_000;
const HOUR = 3600 * SECOND;
const http = 'HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n';

for (const [from, to] of [
  [ALICE, BOB],
  [ALICE6, BOB6],
]) {
  describe(`TCP from ${from}`, () => {
    const syn = tcp(from, to, 999, '', { flags: 'S' });
    const answer = tcp(to, from, 4999, '', { flags: 'SA', ...back });

    test('both directions of a connection', () => {
      const { chunks, counters, tally } = decode([
        syn,
        answer,
        tcp(from, to, 1000),
        tcp(from, to, 1000, INVITE.slice(0, 20)),
        tcp(from, to, 1020, INVITE.slice(20)),
        tcp(to, from, 5000, RINGING, back),
        tcp(from, to, 1000 + INVITE.length, '', { flags: 'FA' }),
        tcp(to, from, 5000 + RINGING.length, '', { flags: 'FA', ...back }),
      ]);
      expect(streams(chunks)).toEqual([INVITE, RINGING]);
      expect(chunks.map(({ stream, gap, last }) => [stream, gap, last])).toEqual([
        [0, false, false],
        [0, false, false],
        [1, false, false],
        [0, false, true],
        [1, false, true],
      ]);
      expect(chunks[1]).toMatchObject({
        time: START + 4000,
        source: { address: from, port: 40000 },
        destination: { address: to, port: 5060 },
        origin: { input: 7, index: 5, length: INVITE.length - 20 },
      });
      expect(chunks[2].source).toBe(chunks[0].destination);
      expect(counters).toMatchObject({ tcp: 8, tcpNotSip: 0, tcpMidStream: 0 });
      expect(tally.noted).toEqual([]);
    });

    test('data and FIN in one segment', () => {
      const { chunks } = decode([syn, tcp(from, to, 1000, INVITE, { flags: 'FA' })]);
      expect(chunks.map(({ text, last }) => [text, last])).toEqual([[INVITE, true]]);
    });

    test('a FIN that overtakes data', () => {
      const { chunks } = decode([
        syn,
        tcp(from, to, 1000 + INVITE.length, 'tail', { flags: 'FA' }),
        tcp(from, to, 1000, INVITE),
      ]);
      expect(chunks.map(({ text, last }) => [text, last])).toEqual([
        [INVITE, false],
        ['tail', true],
      ]);
    });

    test('RST ends both directions', () => {
      const { chunks } = decode([
        tcp(from, to, 1000, INVITE),
        tcp(to, from, 5000, RINGING, back),
        tcp(to, from, 5000 + RINGING.length, '', { flags: 'R', ...back }),
        tcp(from, to, 1000, INVITE),
      ]);
      expect(chunks.map(({ stream, text, last }) => [stream, text, last])).toEqual([
        [0, INVITE, false],
        [1, RINGING, false],
        [0, '', true],
        [1, '', true],
      ]);
      expect(chunks[2].origin.index).toBe(3);
    });

    test('the end of the capture ends what is open', () => {
      const { chunks } = decode([syn, tcp(from, to, 1000, INVITE), answer]);
      expect(chunks.map(({ text, last, time }) => [text, last, time])).toEqual([
        [INVITE, false, START + 1000],
        ['', true, START + 2000],
      ]);
    });

    test('picked up in mid-stream where SIP begins', () => {
      const { chunks, counters } = decode([
        tcp(from, to, 500, 'rest of a message'),
        tcp(from, to, 1000, INVITE),
        tcp(to, from, 5000, '\r\n\r\n', back),
        tcp(to, from, 5004, RINGING, back),
      ]);
      expect(streams(chunks)).toEqual([`|${INVITE}`, `|${RINGING}`]);
      expect(counters).toMatchObject({ tcpMidStream: 2, tcpNotSip: 2 });
    });

    test('a hole is passed over when what fills it does not come', () => {
      const packets = [
        { data: syn, time: START },
        { data: tcp(from, to, 1000, INVITE), time: START },
        { data: tcp(from, to, 1000 + INVITE.length + 50, 'after'), time: START + SECOND },
        { data: tcp(from, to, 1000 + INVITE.length + 55, ' more'), time: START + 2 * SECOND },
        { data: tcp(to, from, 5000, '', back), time: START + 5 * SECOND },
        { data: tcp(from, to, 1000 + INVITE.length + 60, ' end'), time: START + 6 * SECOND },
      ];
      const { chunks, tally } = decode(packets);
      expect(streams(chunks)).toEqual([`${INVITE}|after more end`]);
      // Each chunk keeps the time of its own frame.
      expect(chunks.map(({ time }) => (time - START) / SECOND)).toEqual([0, 1, 2, 6, 6]);
      expect(tally.noted).toMatchObject([{ reason: 'tcp-gap', index: 3 }]);
    });

    test('a hole at the end of the capture', () => {
      const { chunks } = decode([syn, tcp(from, to, 1000, INVITE), tcp(from, to, 2000, 'after')]);
      expect(streams(chunks)).toEqual([`${INVITE}|after`]);
    });

    test('bytes missing before a FIN', () => {
      const { chunks } = decode([syn, tcp(from, to, 1000, INVITE), tcp(from, to, 2000, '', { flags: 'FA' })]);
      expect(chunks.map(({ text, gap, last }) => [text, gap, last])).toEqual([
        [INVITE, false, false],
        ['', true, true],
      ]);
    });

    test('the first segments are lost: what looks like SIP behind them is read', () => {
      const { chunks } = decode([
        { data: syn, time: START },
        { data: tcp(from, to, 1100, 'rest of the first\r\n\r\n'), time: START },
        { data: tcp(from, to, 1121, INVITE), time: START },
        { data: tcp(to, from, 1, ''), time: START + 10 * SECOND },
      ]);
      expect(streams(chunks)).toEqual([`|${INVITE}`]);
    });

    test('cut by the snap length: the bytes behind are missing at once', () => {
      const whole = ethernet(tcp(from, to, 1000, INVITE));
      const header = whole.length - INVITE.length;
      const { chunks } = decodeFrames([
        { data: ethernet(syn) },
        { data: whole.slice(0, header + 40), wire: whole.length },
        { data: ethernet(tcp(from, to, 1000 + INVITE.length, INVITE)) },
      ]);
      expect(chunks.map(({ text, gap, time }) => [text, gap, time])).toEqual([
        [INVITE.slice(0, 40), false, START + 1000],
        [INVITE, true, START + 2000],
        ['', false, START + 2000],
      ]);
    });

    test('cut by the snap length within the start line: nobody can tell', () => {
      const whole = ethernet(tcp(from, to, 1000, INVITE));
      const header = whole.length - INVITE.length;
      const { chunks } = decodeFrames([
        { data: ethernet(syn) },
        { data: whole.slice(0, header + 9), wire: whole.length },
        { data: ethernet(tcp(from, to, 1000 + INVITE.length, INVITE)) },
      ]);
      expect(streams(chunks)).toEqual([`|${INVITE}`]);
    });

    test('a start line in several segments, behind keep-alives', () => {
      const parts = ['\r\n\r\n', 'INVITE ', 'sip:bob@exam', `ple.com;x=${'y'.repeat(90)} SIP/2.0\r`, '\n\r\n'];
      let next = 1000;
      const { chunks, counters } = decode([
        syn,
        ...parts.map((part) => {
          next += part.length;
          return tcp(from, to, next - part.length, part);
        }),
      ]);
      expect(streams(chunks)).toEqual([parts.join('')]);
      expect(counters).toMatchObject({ tcpNotSip: 0, tcpMidStream: 0 });
    });

    test('sequence numbers wrap around', () => {
      const first = 2 ** 32 - 20;
      const { chunks } = decode([
        tcp(from, to, first - 1, '', { flags: 'S' }),
        tcp(from, to, 30, INVITE.slice(50)),
        tcp(from, to, first, INVITE.slice(0, 20)),
        tcp(from, to, 0, INVITE.slice(20, 50)),
        tcp(from, to, first, INVITE.slice(0, 40)),
      ]);
      expect(streams(chunks)).toEqual([INVITE]);
    });

    test('keep-alive probes bring nothing new', () => {
      const { chunks } = decode([
        syn,
        tcp(from, to, 1000, INVITE),
        tcp(from, to, 999 + INVITE.length, '\n'),
        tcp(from, to, 999 + INVITE.length, ''),
      ]);
      expect(streams(chunks)).toEqual([INVITE]);
    });

    test('ports are used again', () => {
      const { chunks } = decode([
        syn,
        tcp(from, to, 1000, INVITE),
        syn,
        tcp(from, to, 77_000_000, '', { flags: 'S' }),
        tcp(from, to, 77_000_001, INVITE),
      ]);
      expect(chunks.map(({ stream, text, gap, last }) => [stream, text, gap, last])).toEqual([
        [0, INVITE, false, false],
        [0, '', false, true],
        [1, INVITE, false, false],
        [1, '', false, true],
      ]);
    });

    test('ports are used again, and the SYN was not captured', () => {
      const { chunks } = decode([tcp(from, to, 1000, INVITE), tcp(from, to, 900_000_000, INVITE)]);
      expect(streams(chunks)).toEqual([`|${INVITE}|${INVITE}`]);
    });

    test('data on the SYN', () => {
      const { chunks } = decode([
        tcp(from, to, 999, INVITE.slice(0, 30), { flags: 'S' }),
        tcp(from, to, 1030, INVITE.slice(30)),
      ]);
      expect(streams(chunks)).toEqual([INVITE]);
    });

    test('a connection that is silent for hours goes on in a stream of its own', () => {
      const { chunks } = decode([
        { data: tcp(from, to, 1000, INVITE), time: START },
        { data: tcp(from, to, 9, INVITE, { ports: [1, 2] }), time: START + 1 },
        { data: tcp(from, to, 1000 + INVITE.length, INVITE), time: START + 2 * HOUR },
      ]);
      expect(chunks.map(({ stream, text, last }) => [stream, text, last])).toEqual([
        [0, INVITE, false],
        [1, INVITE, false],
        [0, '', true],
        [1, '', true],
        [2, INVITE, false],
        [2, '', true],
      ]);
    });

    test('what never looks like SIP leaves nothing', () => {
      const { chunks, counters } = decode([
        syn,
        answer,
        tcp(from, to, 1000, 'GET / HTTP/1.1\r\nHost: www.example.com\r\n\r\n'),
        tcp(to, from, 5000, http, back),
        tcp(to, from, 5000 + http.length, 'x'.repeat(1000), back),
        tcp(to, from, 6000 + http.length, '', { flags: 'FA', ...back }),
      ]);
      expect(chunks).toEqual([]);
      expect(counters).toMatchObject({ tcp: 6, tcpNotSip: 3 });
    });
  });
}

test('a header that makes no sense', () => {
  const short = tcp(ALICE, BOB, 1, INVITE);
  short[20 + 12] = 0x40;
  const long = tcp(ALICE, BOB, 1, 'x');
  long[20 + 12] = 0xf0;
  const cut = bytes(tcp(ALICE, BOB, 1, '').slice(0, 30));
  expect(decode([short, long, cut]).tally.of('tcp-header-damaged')).toBe(3);
});
