import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { START } from '../files/build.ts';
import { ALICE, BOB, ethernet, INVITE, ip, RINGING } from './build.ts';
import { decode, decodeFrames } from './decode.ts';
import { chunk, data, iData, sctp, sctpPacket } from './wrappings.ts';

const long = INVITE.replace('Content-Length', `Subject: ${'s'.repeat(300)}\r\nContent-Length`);
const parts = [0, 100, 200, 300].map((at, index, all) => long.slice(at, all[index + 1] ?? long.length));
const dataOf = (index: number) =>
  data(parts[index], { tsn: (0xfffffffe + index) >>> 0, flags: index === 0 ? 2 : index === 3 ? 1 : 0 });
const texts = (...packets: Parameters<typeof decode>[0][number][]) => decode(packets).datagrams.map(({ text }) => text);

describe('SCTP', () => {
  test('a message with all that is known of it', () => {
    const { datagrams, counters } = decode([sctpPacket(data(INVITE))]);
    expect(datagrams).toEqual([
      {
        time: expect.any(Number),
        transport: 'sctp',
        source: { address: ALICE, port: 5060, name: '192.0.2.1:5060' },
        destination: { address: BOB, port: 5060, name: '203.0.113.3:5060' },
        text: INVITE,
        origin: { input: 7, index: 1, position: 1000 + 14 + 20 + 12 + 16, length: INVITE.length },
        truncated: false,
        ipId: 1,
        ttl: 64,
      },
    ]);
    expect(counters).toMatchObject({ sctp: 1, sctpNotSip: 0 });
  });

  test('several messages in one packet', () => {
    expect(texts(sctpPacket(data(INVITE), data(RINGING, { tsn: 1001 })))).toEqual([INVITE, RINGING]);
  });

  test('what is sent again is there once; the other direction has numbers of its own', () => {
    const { datagrams, counters } = decode([
      sctpPacket(data(INVITE)),
      sctpPacket(data(INVITE)),
      sctpPacket(data(INVITE, { tsn: 1001 })),
      ip(BOB, ALICE, 132, sctp(data(INVITE)).fill(9, 4, 8)),
    ]);
    expect(datagrams).toHaveLength(3);
    expect(counters.sctpRepeated).toBe(1);
  });

  test('another message with the same number is no repetition, nor is anything without a tag', () => {
    expect(texts(sctpPacket(data(INVITE)), sctpPacket(data(RINGING)))).toEqual([INVITE, RINGING]);
    const untagged = ip(ALICE, BOB, 132, sctp(data(INVITE)).fill(0, 4, 8));
    expect(texts(untagged, untagged)).toEqual([INVITE, INVITE]);
  });

  test('what is no SIP is counted, and leaves nothing behind', () => {
    const { datagrams, counters, tally } = decode([
      sctpPacket(data('\x01\x00\x00\x14', { protocol: 46 })),
      sctpPacket(data('\x01\x00\x00\x14', { protocol: 46, flags: 2 })),
      sctpPacket(data('\x01\x00\x00\x14', { protocol: 46, flags: 1, tsn: 1001 })),
      sctpPacket(data('\x01\x00\x00\x14', { flags: 2, tsn: 1002 })),
      sctpPacket(data('\x01\x00\x00\x14', { flags: 0, tsn: 1003 })),
      sctpPacket(data('\x01\x00\x00\x14', { flags: 1, tsn: 1004 })),
    ]);
    expect(datagrams).toEqual([]);
    expect(counters.sctpNotSip).toBe(6);
    expect(tally.noted).toEqual([]);
  });

  test('parts are put together in whatever order they come, once each', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([0, 1, 2, 3, 0, 1, 2, 3], { minLength: 8 }),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        (order, apart) => {
          // One packet a part, or several in one.
          const packets: Uint8Array[][] = [];
          order.forEach((index, at) => {
            const last = packets[packets.length - 1];
            if (last === undefined || apart[at]) packets.push([dataOf(index)]);
            else last.push(dataOf(index));
          });
          expect(texts(...packets.map((chunks) => sctpPacket(...chunks)))).toEqual([long]);
        },
      ),
    );
  });

  test('parts of several messages, interleaved', () => {
    const [a, b] = [INVITE, RINGING].map((text) => [text.slice(0, 30), text.slice(30)]);
    expect(
      texts(
        sctpPacket(iData(a[0], 1, 2, 7, 0), iData(b[0], 2, 2, 8, 0)),
        sctpPacket(iData(b[1], 3, 1, 8, 1)),
        sctpPacket(iData(a[1], 4, 1, 7, 1)),
      ),
    ).toEqual([RINGING, INVITE]);
  });

  test('the frame that completes a message is its own', () => {
    const { datagrams } = decode([0, 1, 3, 2].map((index) => sctpPacket(dataOf(index))));
    expect(datagrams[0].origin).toMatchObject({ index: 4, length: parts[2].length });
  });

  test('a beginning whose rest does not come is given out, and counted', () => {
    const late = { data: sctpPacket(data(RINGING, { tsn: 2000 })), time: START + 60_000_000 };
    const { datagrams, tally } = decode([sctpPacket(dataOf(0)), sctpPacket(dataOf(1)), sctpPacket(dataOf(3)), late]);
    expect(datagrams.map(({ text, truncated }) => [text, truncated])).toEqual([
      [parts[0] + parts[1], true],
      [RINGING, false],
    ]);
    expect(tally.of('sctp-message-incomplete')).toBe(2);
    expect(decode([sctpPacket(dataOf(0))]).datagrams[0]).toMatchObject({ text: parts[0], truncated: true });
  });

  test('a message that the snap length cut is what is there of it', () => {
    const frame = ethernet(sctpPacket(data(INVITE)));
    const [{ text, truncated }] = decodeFrames([{ data: frame.slice(0, 120), wire: frame.length }]).datagrams;
    expect([text, truncated]).toEqual([INVITE.slice(0, 120 - 62), true]);
  });

  test('chunks that contradict their lengths', () => {
    const broken = (at: number, value: number) => {
      const packet = sctpPacket(data(INVITE));
      packet[at] = value;
      return decode([packet]);
    };
    // A chunk shorter than its header, and one beyond the packet.
    expect(broken(20 + 12 + 3, 3)).toMatchObject({ datagrams: [] });
    expect(broken(20 + 12 + 3, 3).tally.of('sctp-damaged')).toBe(1);
    expect(broken(20 + 12 + 2, 9)).toMatchObject({ datagrams: [] });
    expect(broken(20 + 12 + 2, 9).tally.of('sctp-damaged')).toBe(1);
    expect(decode([ip(ALICE, BOB, 132, new Uint8Array(11))]).tally.of('sctp-damaged')).toBe(1);
  });

  test('parts without end: memory stays bounded, and it is counted', () => {
    const frames = Array.from({ length: 600 }, (_, index) =>
      sctpPacket(data('x'.repeat(1400), { tsn: 5000 + index * 2, flags: 0 })),
    );
    expect(decode(frames).tally.of('sctp-limit')).toBe(1);
  });

  test('control chunks say nothing', () => {
    const { counters, tally } = decode([
      sctpPacket(chunk(1, 0, new Uint8Array(16))),
      sctpPacket(chunk(11, 0, new Uint8Array(0))),
    ]);
    expect(counters).toMatchObject({ sctp: 2, sctpNotSip: 0 });
    expect(tally.noted).toEqual([]);
  });
});
