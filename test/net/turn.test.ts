import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { be16, be32, bytes } from '../files/build.ts';
import { ALICE, addressBytes, BOB, BOB6, INVITE, RINGING, tcp, udp } from './build.ts';
import { type Decoded, decode } from './decode.ts';

const RELAY = '198.51.100.4';
const PORTS = [5060, 3478] as const;
const BACK = [3478, 5060] as const;
const COOKIE = be32(0x2112a442);
const ID = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const attribute = (type: number, value: Uint8Array | readonly number[] | string) => {
  const data = bytes(value);
  return bytes(be16(type), be16(data.length), data, new Uint8Array(-data.length & 3));
};
const stun = (type: number, ...attributes: readonly Uint8Array[]) => {
  const body = bytes(...attributes);
  return bytes(be16(type), be16(body.length), COOKIE, ID, body);
};
/** RFC 8489 §14.2: the port under half of the cookie, the address under the cookie and the transaction id. */
const peer = (address: string, port: number) => {
  const key = bytes(COOKIE, ID);
  const plain = addressBytes(address);
  return attribute(
    0x0012,
    bytes(
      [0, plain.length === 4 ? 1 : 2],
      be16(port ^ 0x2112),
      bytes(plain).map((byte, at) => byte ^ key[at]),
    ),
  );
};
const data = (text: string) => attribute(0x0013, text);
const channelData = (channel: number, text: string) => bytes(be16(channel), be16(text.length), text);
const bind = (channel: number, address = BOB, port = 5080) =>
  stun(0x0009, attribute(0x000c, [...be16(channel), 0, 0]), peer(address, port));

const seen = ({ datagrams }: Decoded) =>
  datagrams.map(({ source, destination, text }) => `${source.name} > ${destination.name} ${text.slice(0, 7)}`);
const to = (payload: Uint8Array) => udp(ALICE, RELAY, payload, [...PORTS]);
const from = (payload: Uint8Array) => udp(RELAY, ALICE, payload, [...BACK]);

describe('TURN over UDP', () => {
  test('a Send indication goes to the peer, a Data indication comes from it', () => {
    const decoded = decode([
      to(stun(0x0016, peer(BOB, 5080), data(INVITE))),
      from(stun(0x0017, data(RINGING), peer(BOB, 5080))),
    ]);
    expect(seen(decoded)).toEqual([`${ALICE}:5060 > ${BOB}:5080 INVITE `, `${BOB}:5080 > ${ALICE}:5060 SIP/2.0`]);
    expect(decoded.datagrams.map(({ transport }) => transport)).toEqual(['udp', 'udp']);
    expect(decoded.counters.notSip).toBe(0);
  });

  test('a peer with IPv6', () => {
    const { datagrams } = decode([to(stun(0x0016, peer(BOB6, 5080), data(INVITE)))]);
    expect(datagrams[0].destination.name).toBe('[2001:db8::b:b]:5080');
  });

  test('a channel leads to the peer that it was bound to, both ways', () => {
    const decoded = decode([
      to(bind(0x4001)),
      to(channelData(0x4001, INVITE)),
      from(channelData(0x4001, RINGING)),
      to(channelData(0x4002, INVITE)),
      from(channelData(0x4002, RINGING)),
    ]);
    expect(seen(decoded)).toEqual([
      `${ALICE}:5060 > ${BOB}:5080 INVITE `,
      `${BOB}:5080 > ${ALICE}:5060 SIP/2.0`,
      // Nobody said whom these lead to.
      `${ALICE}:5060 > ${RELAY}:3478 INVITE `,
      `${RELAY}:3478 > ${ALICE}:5060 SIP/2.0`,
    ]);
  });

  test('RTP in a channel is media that is not decoded', () => {
    const rtp = bytes([0x80, 8], new Uint8Array(170));
    const { datagrams, counters } = decode([to(bytes(be16(0x4001), be16(rtp.length), rtp))]);
    expect(datagrams).toEqual([]);
    expect(counters.media).toBe(true);
    expect(counters.notSip).toBe(1);
  });

  test('STUN among SIP on its port is a keep-alive', () => {
    const { datagrams, counters } = decode([
      udp(ALICE, BOB, stun(0x0001), [5060, 5060]),
      udp(ALICE, BOB, INVITE, [5060, 5060]),
      udp(BOB, ALICE, stun(0x0101), [5060, 5060]),
    ]);
    expect(datagrams.map(({ text }) => text)).toEqual([INVITE]);
    expect([counters.strays, counters.notSip]).toEqual([0, 2]);
  });

  test('lengths that do not fit are no channel data', () => {
    const { datagrams } = decode([
      to(bytes(be16(0x4001), be16(INVITE.length + 1), INVITE)),
      to(bytes(be16(0x4001), be16(INVITE.length - 9), INVITE)),
    ]);
    expect(datagrams).toEqual([]);
  });

  test('random bytes never throw', () => {
    const begin = fc.constantFrom(bytes(be16(0x0016)), bytes(be16(0x0017)), bytes(be16(0x0009)), bytes(be16(0x4001)));
    fc.assert(
      fc.property(begin, fc.nat(200), fc.uint8Array({ maxLength: 120 }), (first, length, rest) => {
        const { datagrams } = decode([
          to(bytes(first, be16(length), COOKIE, rest)),
          to(bytes(first, be16(length), rest)),
        ]);
        expect(datagrams).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('TURN over TCP', () => {
  const ports = [40000, 3478] as const;
  const padded = (text: string) => bytes(channelData(0x4001, text), new Uint8Array(-text.length & 3));
  const stream = bytes(
    stun(0x0003, attribute(0x0019, [17, 0, 0, 0])),
    bind(0x4001),
    padded(INVITE),
    padded(`${INVITE}.`),
    stun(0x0016, peer(BOB, 5080), data(INVITE)),
  );

  test('cut anywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 12 }), (cuts) => {
        const edges = [...new Set([0, ...cuts, stream.length])].sort((a, b) => a - b);
        const decoded = decode([
          tcp(ALICE, RELAY, 1000, '', { flags: 'S', ports }),
          ...edges
            .slice(1)
            .map((end, i) => tcp(ALICE, RELAY, 1001 + edges[i], stream.subarray(edges[i], end), { ports })),
        ]);
        expect(seen(decoded)).toEqual(Array(3).fill(`${ALICE}:40000 > ${BOB}:5080 INVITE `));
        expect(decoded.tally.noted).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('picked up in mid-connection', () => {
    const decoded = decode([tcp(ALICE, RELAY, 500, padded(INVITE), { ports })]);
    expect(seen(decoded)).toEqual([`${ALICE}:40000 > ${RELAY}:3478 INVITE `]);
  });
});
