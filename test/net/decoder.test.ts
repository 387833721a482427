import { describe, expect, test } from 'vitest';
import { bytes } from '../files/build.ts';
import { ALICE, BOB, ethernet, INVITE, ip, tcp, udp } from './build.ts';
import { decode, decodeFrames } from './decode.ts';

describe('decoder', () => {
  test('counts what carries no IP without a word', () => {
    const { counters, tally } = decodeFrames([
      { data: ethernet(new Uint8Array(28), 0x0806) },
      { data: ethernet(new Uint8Array(28), 0x88cc) },
      { data: ethernet(new Uint8Array(28), 0x0026) },
    ]);
    expect(counters).toMatchObject({ notIp: 3, encapsulated: 0, ip: 0 });
    expect(tally.noted).toEqual([]);
  });

  test('counts what may have IP within', () => {
    const payload = new Uint8Array(40);
    const { counters } = decodeFrames([
      { data: ethernet(payload, 0x8864) },
      { data: ethernet(payload, 0x8847) },
      ...[4, 41, 47, 50].map((protocol) => ({ data: ethernet(ip(ALICE, BOB, protocol, payload)) })),
    ]);
    expect(counters).toMatchObject({ notIp: 2, encapsulated: 6, ip: 4 });
  });

  test('counts the other protocols', () => {
    const { counters } = decode([1, 132, 89].map((protocol) => ip(ALICE, BOB, protocol, new Uint8Array(40))));
    expect(counters).toMatchObject({ icmp: 1, sctp: 1, other: 1 });
  });

  test('counts frames that it cannot read', () => {
    const { tally } = decodeFrames([
      { data: new Uint8Array(9) },
      { data: new Uint8Array(60), linkType: 195 },
      { data: bytes(ethernet(bytes([0x45]))) },
    ]);
    expect(tally.noted.map(({ reason, index }) => [reason, index])).toEqual([
      ['frame-too-short', 1],
      ['link-type-unknown', 2],
      ['ip-header-damaged', 3],
    ]);
  });

  test('link types may change from frame to frame', () => {
    const packet = udp(ALICE, BOB, INVITE);
    const { datagrams } = decodeFrames([
      { data: ethernet(packet) },
      { data: packet, linkType: 101 },
      { data: bytes([2, 0, 0, 0], packet), linkType: 0 },
      { data: ethernet(packet) },
    ]);
    expect(datagrams.map(({ text }) => text)).toEqual([INVITE, INVITE, INVITE, INVITE]);
    expect(new Set(datagrams.map(({ source }) => source)).size).toBe(1);
  });

  test('counts TLS and SIPS as far as they can be told', () => {
    const hello = bytes([22, 3, 1, 2, 0, 1], new Uint8Array(60));
    const { counters, chunks } = decode([
      tcp(ALICE, BOB, 1, hello, { ports: [40001, 443] }),
      tcp(ALICE, BOB, 1, hello, { ports: [40002, 5061] }),
      tcp(BOB, ALICE, 1, new Uint8Array(99).fill(7), { ports: [5061, 40002] }),
      tcp(ALICE, BOB, 1, 'GET / HTTP/1.1\r\n\r\n', { ports: [40003, 80] }),
    ]);
    expect(counters).toMatchObject({ tcp: 4, tcpNotSip: 4, tls: 3, sips: 2 });
    expect(chunks).toEqual([]);
  });
});
