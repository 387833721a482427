import { describe, expect, test } from 'vitest';
import { be16, bytes } from '../files/build.ts';
import { ALICE, ALICE6, BOB, BOB6, ethernet, fragmentHeader, INVITE, ipv4, ipv6, udp, udpHeader } from './build.ts';
import { decode, decodeFrames } from './decode.ts';

const datagram = bytes(udpHeader(5060, 5070, INVITE.length + 8), INVITE);

describe('IPv4', () => {
  test('a datagram with all that is known of it', () => {
    const { datagrams, counters } = decode([ipv4(ALICE, BOB, 17, datagram, { id: 4711, ttl: 57 })]);
    expect(datagrams).toEqual([
      {
        time: expect.any(Number),
        transport: 'udp',
        source: { address: ALICE, port: 5060, name: '192.0.2.1:5060' },
        destination: { address: BOB, port: 5070, name: '203.0.113.3:5070' },
        text: INVITE,
        origin: { input: 7, index: 1, position: 1000 + 14 + 20 + 8, length: INVITE.length },
        truncated: false,
        ipId: 4711,
        ttl: 57,
      },
    ]);
    expect(counters).toMatchObject({ ip: 1, udp: 1, notSip: 0 });
  });

  test('options', () => {
    const { datagrams } = decode([ipv4(ALICE, BOB, 17, datagram, { options: [1, 1, 1, 0, 1, 1, 1, 0] })]);
    expect(datagrams[0].text).toBe(INVITE);
  });

  test('padding of short Ethernet frames is cut off', () => {
    const short = 'BYE sip:b SIP/2.0\r\n\r\n';
    const packet = ipv4(ALICE, BOB, 17, bytes(udpHeader(5060, 5060, 0), short));
    const { datagrams } = decode([bytes(packet, new Uint8Array(12))]);
    expect(datagrams[0].text).toBe(short);
    expect(datagrams[0].truncated).toBe(false);
  });

  test('length 0: segmentation offload', () => {
    const { datagrams } = decode([ipv4(ALICE, BOB, 17, datagram, { length: 0 })]);
    expect(datagrams[0]).toMatchObject({ text: INVITE, truncated: false });
  });

  test('cut by the snap length', () => {
    const whole = ethernet(ipv4(ALICE, BOB, 17, datagram));
    const { datagrams } = decodeFrames([{ data: whole.slice(0, 100), wire: whole.length }]);
    expect(datagrams[0]).toMatchObject({ text: INVITE.slice(0, 100 - 42), truncated: true });
  });

  test('cut by the snap length with length 0', () => {
    const whole = ethernet(ipv4(ALICE, BOB, 17, bytes(udpHeader(5060, 5060, 0), INVITE), { length: 0 }));
    expect(decodeFrames([{ data: whole.slice(0, 100), wire: whole.length }]).datagrams[0].truncated).toBe(true);
  });

  test.each([
    ['another version', (packet: Uint8Array) => packet.fill(0x55, 0, 1)],
    ['a header shorter than it can be', (packet: Uint8Array) => packet.fill(0x44, 0, 1)],
    ['a header longer than the packet', (packet: Uint8Array) => packet.slice(0, 30).fill(0x4f, 0, 1)],
    ['a total length within the header', (packet: Uint8Array) => packet.fill(5, 3, 4).fill(0, 2, 3)],
    ['not even a header', (packet: Uint8Array) => packet.slice(0, 19)],
  ])('%s', (_, damage) => {
    const { datagrams, tally } = decode([{ data: damage(ipv4(ALICE, BOB, 17, datagram)) }]);
    expect(datagrams).toEqual([]);
    // Another version's EtherType follows it, so say which.
    expect(tally.of('ip-header-damaged')).toBe(1);
  });
});

describe('IPv6', () => {
  test('a datagram', () => {
    const { datagrams } = decode([udp(ALICE6, BOB6, INVITE)]);
    expect(datagrams[0]).toMatchObject({
      text: INVITE,
      source: { address: ALICE6, name: '[2001:db8::1]:5060' },
      destination: { address: BOB6, name: '[2001:db8::b:b]:5060' },
      ipId: -1,
      ttl: 64,
      truncated: false,
    });
  });

  test('extension headers', () => {
    const destination = bytes([17, 0, 1, 4, 0, 0, 0, 0], datagram);
    const routing = bytes([60, 2, 0, 0], new Uint8Array(20), destination);
    const authentication = bytes([43, 4, 0, 0], new Uint8Array(20), routing);
    const hopByHop = bytes([51, 0, 1, 4, 0, 0, 0, 0], authentication);
    expect(decode([ipv6(ALICE6, BOB6, 0, hopByHop)]).datagrams[0].text).toBe(INVITE);
  });

  test('an atomic fragment is whole', () => {
    const { datagrams, counters } = decode([ipv6(ALICE6, BOB6, 44, fragmentHeader(17, 9, 0, false, datagram))]);
    expect(datagrams[0].text).toBe(INVITE);
    expect(counters.fragments).toBe(0);
  });

  test('length 0: jumbogram or segmentation offload', () => {
    expect(decode([ipv6(ALICE6, BOB6, 17, datagram, 0)]).datagrams[0].text).toBe(INVITE);
  });

  test('an endless chain of extensions', () => {
    const chain = bytes(...Array.from({ length: 100 }, () => [60, 0, 1, 4, 0, 0, 0, 0]), datagram);
    expect(decode([ipv6(ALICE6, BOB6, 60, chain)]).tally.of('ip-header-damaged')).toBe(1);
  });

  test('an extension longer than the packet', () => {
    const { tally } = decode([ipv6(ALICE6, BOB6, 60, bytes([17, 255, 0, 0, 0, 0, 0, 0], datagram))]);
    expect(tally.of('ip-header-damaged')).toBe(1);
  });
});

describe('UDP', () => {
  const withLength = (length: number, payload = INVITE) =>
    decode([ipv4(ALICE, BOB, 17, bytes(be16(5060), be16(5060), be16(length), [0, 0], payload))]).datagrams[0];

  test('a length below that of IP cuts what follows', () => {
    expect(withLength(8 + 40)).toMatchObject({ text: INVITE.slice(0, 40), truncated: false });
  });

  test('a length above that of IP means bytes are missing', () => {
    expect(withLength(2000)).toMatchObject({ text: INVITE, truncated: true });
  });

  test('a length that cannot be is not believed', () => {
    expect(withLength(0)).toMatchObject({ text: INVITE, truncated: false });
    expect(withLength(7)).toMatchObject({ text: INVITE, truncated: false });
  });

  test('on any port', () => {
    expect(decode([udp(ALICE, BOB, INVITE, [1, 65535])]).datagrams[0].destination.port).toBe(65535);
  });

  test('what is not SIP is counted', () => {
    const { datagrams, counters, tally } = decode([udp(ALICE, BOB, bytes([0x80, 8], new Uint8Array(170)))]);
    expect(datagrams).toEqual([]);
    expect(counters).toMatchObject({ udp: 1, notSip: 1 });
    expect(tally.noted).toEqual([]);
  });

  test('a header that is cut', () => {
    expect(decode([ipv4(ALICE, BOB, 17, bytes([1, 2, 3, 4, 5, 6, 7]))]).tally.of('udp-header-cut')).toBe(1);
  });
});
