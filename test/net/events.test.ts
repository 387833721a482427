import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NetworkEvent } from '../../src/events.ts';
import { be16, bytes, hex, START } from '../files/build.ts';
import {
  ALICE,
  ALICE6,
  BOB,
  BOB6,
  fragmentHeader,
  INVITE,
  ip,
  ipv4,
  ipv6,
  RINGING,
  tcp,
  udp,
  udpHeader,
} from './build.ts';
import { decode, type TestPacket } from './decode.ts';

const ROUTER = '198.51.100.1';
const ROUTER6 = '2001:db8::ff';
const SECOND = 1_000_000;
const back = { ports: [5060, 40000] as const };

const brief = (event: NetworkEvent) => {
  const { kind, source, destination } = event;
  const how = event.kind === 'icmp' ? event.reason : event.kind === 'fragments' ? event.received : event.how;
  return `${kind} ${how} ${source.name} > ${destination.name}`;
};

/** Packets with the seconds at which they come. */
function at(...packets: readonly (readonly [number, Uint8Array])[]): TestPacket[] {
  return packets.map(([seconds, data]) => ({ data, time: START + seconds * SECOND }));
}

const events = (packets: readonly (Uint8Array | TestPacket)[]) => decode(packets).events;

// ── ICMP ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const icmp = (type: number, code: number, quoted: Uint8Array, rest = 0) =>
  ipv4(ROUTER, ALICE, 1, bytes([type, code, 0, 0, 0, 0], be16(rest), quoted));
const icmp6 = (type: number, code: number, quoted: Uint8Array, rest = 0) =>
  ipv6(ROUTER6, ALICE6, 58, bytes([type, code, 0, 0, 0, 0], be16(rest), quoted));

describe('ICMP', () => {
  const quoted = udp(ALICE, BOB, INVITE);
  const quoted6 = udp(ALICE6, BOB6, INVITE);

  test('says who could not be reached, who says so, and is no SIP', () => {
    const { datagrams, counters, events, tally } = decode([icmp(3, 3, quoted)]);
    expect(events).toMatchObject([
      { kind: 'icmp', reason: 'port', transport: 'udp', sip: true, reporter: ROUTER, mtu: 0, time: START },
    ]);
    expect(events[0].origin).toMatchObject({ input: 7, index: 1 });
    expect(events.map(brief)).toEqual([`icmp port ${ALICE}:5060 > ${BOB}:5060`]);
    expect(datagrams).toEqual([]);
    expect(counters.icmp).toBe(1);
    expect(tally.noted).toEqual([]);
  });

  test.each([
    [[0, 5, 6, 11], 'network'],
    [[1, 7, 8, 12], 'host'],
    [[2], 'protocol'],
    [[3], 'port'],
    [[4], 'too-big'],
    [[9, 10, 13, 14, 15], 'prohibited'],
  ])('codes %j are %s', (codes, reason) => {
    for (const code of codes) expect(events([icmp(3, code, quoted)])).toMatchObject([{ reason }]);
  });

  test.each([
    [0, 'network'],
    [1, 'prohibited'],
    [3, 'host'],
    [4, 'port'],
  ])('code %i of ICMPv6 is %s', (code, reason) => {
    expect(events([icmp6(1, code, quoted6)])).toMatchObject([{ reason, reporter: ROUTER6 }]);
  });

  test('tells the MTU', () => {
    expect(events([icmp(3, 4, quoted, 1400), icmp6(2, 0, quoted6, 1280)])).toMatchObject([
      { mtu: 1400 },
      { mtu: 1280 },
    ]);
  });

  test('of a fragmented packet quotes the ports in the first fragment only', () => {
    const datagram = bytes(udpHeader(5060, 5060, 100), INVITE);
    const first = (offset: number) => ipv4(ALICE, BOB, 17, datagram, { offset, more: true });
    const first6 = (offset: number) => ipv6(ALICE6, BOB6, 44, fragmentHeader(17, 9, offset, true, datagram));
    expect(events([icmp(3, 3, first(0)), icmp(3, 3, first(8))])).toHaveLength(1);
    expect(events([icmp6(1, 4, first6(0)), icmp6(1, 4, first6(8))])).toHaveLength(1);
  });

  test('about anything else, or cut too short, says nothing', () => {
    expect(events([icmp(8, 0, quoted), icmp(3, 16, quoted), icmp6(1, 9, quoted6), icmp6(128, 0, quoted6)])).toEqual([]);
    expect(events([icmp(3, 3, ipv4(ALICE, BOB, 132, bytes(INVITE)))])).toEqual([]);
    for (let length = 0; length < 28; length++) expect(events([icmp(3, 3, quoted.slice(0, length))])).toEqual([]);
    expect(events([icmp(3, 3, quoted.slice(0, 28))])).toHaveLength(1);
  });

  test('knows SIP by its port or its bytes', () => {
    const of = (payload: string, ports: number[]) => events([icmp(3, 3, udp(ALICE, BOB, payload, ports))]);
    expect(of('', [5060, 9])).toMatchObject([{ sip: true }]);
    expect(of(INVITE, [7000, 7001])).toMatchObject([{ sip: true }]);
    expect(of('RTP', [7000, 7001])).toMatchObject([{ sip: false }]);
  });
});

// ── Fragments ────────────────────────────────────────────────────────────────────────────────────────────────────

describe('fragments that never come', () => {
  const fragment = (payload: string, offset: number, size: number, id = 5) => {
    const datagram = bytes(udpHeader(5060, 5060, payload.length + 8), payload);
    const part = datagram.slice(offset, offset + size);
    return ipv4(ALICE, BOB, 17, part, { id, offset, more: offset + size < datagram.length });
  };

  test('are told of SIP, before its beginning is', () => {
    const { events, datagrams, tally } = decode(at([0, fragment(INVITE, 0, 64)], [2, udp(BOB, ALICE, RINGING)]));
    expect(events.map(brief)).toEqual([`fragments 64 ${ALICE}:5060 > ${BOB}:5060`]);
    expect(events[0].origin.index).toBe(1);
    expect(datagrams.map(({ truncated }) => truncated)).toEqual([true, false]);
    expect(tally.of('fragment-incomplete')).toBe(1);
  });

  test('are not of other packets, nor when all came', () => {
    expect(events([fragment('x'.repeat(600), 0, 64)])).toEqual([]);
    const whole = decode([fragment(INVITE, 0, 64), fragment(INVITE, 64, 999)]);
    expect(whole.events).toEqual([]);
    expect(whole.counters.laterFragments).toBe(1);
  });
});

// ── TCP ──────────────────────────────────────────────────────────────────────────────────────────────────────────

for (const [from, to] of [
  [ALICE, BOB],
  [ALICE6, BOB6],
]) {
  const syn = tcp(from, to, 999, '', { flags: 'S' });
  const answer = tcp(to, from, 4999, '', { flags: 'SA', ack: 1000, ...back });
  const refusal = tcp(to, from, 0, '', { flags: 'RA', ack: 1000, ...back });
  const request = (sequence = 1000, ack = 5000) => tcp(from, to, sequence, INVITE, { ack });
  const way = (decoded: readonly NetworkEvent[]) =>
    decoded.map((event) => brief(event).split(' ').slice(0, 2).join(' '));

  describe(`a TCP connection from ${from}`, () => {
    test('that is refused', () => {
      expect(events(at([0, syn], [0.1, refusal], [0.1, refusal]))).toMatchObject([
        { how: 'refused', sends: 1, waited: 100_000, idle: -1, source: { address: from }, destination: { port: 5060 } },
      ]);
    });

    test('that is not: another number, another port, no SYN, given up by the client', () => {
      expect(events([syn, tcp(to, from, 0, '', { flags: 'RA', ack: 77, ...back })])).toEqual([]);
      expect(events([refusal])).toEqual([]);
      expect(events([syn, tcp(from, to, 1000, '', { flags: 'R' }), refusal])).toEqual([]);
      const web = { ports: [40000, 80] as const };
      const webRefusal = tcp(to, from, 0, '', { flags: 'RA', ack: 1000, ports: [80, 40000] });
      expect(events([tcp(from, to, 999, '', { flags: 'S', ...web }), webRefusal])).toEqual([]);
    });

    test('that nobody answers', () => {
      expect(events(at([0, syn], [1, syn], [3, syn]))).toMatchObject([
        { how: 'unanswered', sends: 3, waited: 3 * SECOND, time: START },
      ]);
    });

    test('that may have been answered, or was', () => {
      expect(events([syn])).toEqual([]);
      expect(events(at([0, syn], [0.0001, syn]))).toEqual([]);
      expect(events(at([0, syn], [1, syn], [1.1, answer]))).toEqual([]);
      expect(events(at([0, syn], [1, syn], [1.2, request()]))).toEqual([]);
    });

    test('that is reset by a request after a silence', () => {
      const reset = tcp(to, from, 5000 + RINGING.length, '', { flags: 'R', ...back });
      const talk = at([0, syn], [0.1, answer], [0.2, request()], [0.3, tcp(to, from, 5000, RINGING, back)]);
      const again = request(1000 + INVITE.length, 5000 + RINGING.length);
      expect(events([...talk, ...at([60, again], [60.5, reset], [60.6, reset])])).toMatchObject([
        { how: 'reset', idle: 59_700_000, waited: 500_000, source: { address: from }, destination: { address: to } },
      ]);
      expect(way(events([...talk, ...at([60, again], [70, reset])]))).toEqual([]);
      expect(way(events([...talk, ...at([1, again], [1.5, reset])]))).toEqual([]);
    });

    test('that is closed in place of the first answer', () => {
      const close = (flags: string, sequence = 5000) => tcp(to, from, sequence, '', { flags, ...back });
      expect(events([syn, answer, request(), close('FA')])).toMatchObject([{ how: 'reset', idle: -1 }]);
      // Bytes that are missing in the capture may be the answer.
      expect(events([syn, answer, request(), close('FA', 5400)])).toEqual([]);
      // The answer and the end in one segment.
      expect(events([syn, answer, request(), tcp(to, from, 5000, RINGING, { flags: 'FA', ...back })])).toEqual([]);
      expect(events([syn, answer, request(), tcp(from, to, 1000 + INVITE.length, '', { flags: 'RA' })])).toEqual([]);
    });
  });
}

// ── TLS ──────────────────────────────────────────────────────────────────────────────────────────────────────────

describe('a TLS handshake', () => {
  const sips = { ports: [40000, 5061] as const };
  const answer = { ports: [5061, 40000] as const };
  const random = '11'.repeat(32);
  const clientHello = hex(`16 0301 0033 01 00002f 0303 ${random} 00 0002 c02f 0100 0004 0000 0000`);
  const serverHello = hex(`16 0303 002a 02 000026 0303 ${random} 00 c02f 00`);
  const helloEnd = 1000 + clientHello.length;
  const began = [
    tcp(ALICE, BOB, 1000, clientHello, { ack: 5000, ...sips }),
    tcp(BOB, ALICE, 5000, serverHello, { ack: helloEnd, ...answer }),
  ];
  const client = (text: string, sequence = helloEnd) => tcp(ALICE, BOB, sequence, hex(text), sips);
  const server = (text: string) => tcp(BOB, ALICE, 5000 + serverHello.length, hex(text), answer);
  const close = (sequence: number) => tcp(ALICE, BOB, sequence, '', { flags: 'FA', ...sips });

  test('that ends with an alert', () => {
    const alert = '15 0303 0002 0230';
    expect(events([...began, client(alert), client(alert), close(helloEnd + 7)])).toMatchObject([
      { how: 'alert', alert: 48, byClient: true, offered: 0x0303, chosen: 0x0303, serverName: '' },
    ]);
    expect(events([began[0], server('15 0303 0002 0246')])).toMatchObject([
      { how: 'alert', alert: 70, byClient: false },
    ]);
    // A warning ends nothing.
    expect(events([...began, server('15 0303 0002 0170')])).toEqual([]);
  });

  test('that ends with a hidden alert, or in silence', () => {
    const hidden = `17 0303 0013 ${'44'.repeat(19)}`;
    expect(events([...began, client(hidden), close(helloEnd + 24)])).toMatchObject([{ how: 'hidden', byClient: true }]);
    expect(events([...began, close(helloEnd)])).toMatchObject([{ how: 'closed', byClient: true }]);
    expect(events([began[0], tcp(BOB, ALICE, 5000, '', { flags: 'R', ...answer })])).toMatchObject([
      { how: 'closed', byClient: false },
    ]);
    // What the client sent since is not in the capture.
    expect(events([...began, close(helloEnd + 300)])).toEqual([]);
    expect(events([began[0], close(helloEnd)])).toEqual([]);
  });

  test('that gets through', () => {
    const finished = `14 0303 0001 01 16 0303 0028 ${'66'.repeat(40)}`;
    const done = [...began, client(finished), server(finished)];
    expect(events([...done, close(9999)])).toMatchObject([{ how: 'completed' }]);
    // The same in the wrong order.
    expect(events([...began, server(finished), client(finished)])).toMatchObject([{ how: 'completed' }]);
    // TLS 1.3: a server that has nothing to say but an alert after the client's last message.
    const refused = [...began, client(`17 0303 0035 ${'66'.repeat(53)}`), server(`17 0303 0013 ${'44'.repeat(19)}`)];
    expect(events([...refused, close(9999)])).toMatchObject([{ how: 'hidden', byClient: false }]);
  });

  test('on another port is no business of SIP', () => {
    const https = { ports: [40000, 443] as const };
    const { events, counters } = decode([
      tcp(ALICE, BOB, 1000, clientHello, https),
      tcp(ALICE, BOB, 1000 + clientHello.length, hex('15 0303 0002 0230'), https),
    ]);
    expect(events).toEqual([]);
    expect(counters).toMatchObject({ tls: 2, sips: 0, sipsData: 0 });
  });

  test('of any bytes does not throw', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 6 }), fc.nat(80), (pieces, cut) => {
        decode([
          tcp(ALICE, BOB, 1000, clientHello.slice(0, cut), sips),
          ...pieces.map((piece, i) => {
            const data = bytes([20 + (piece.length & 3), 3, 3], be16(piece.length), piece);
            return i % 2 === 0
              ? tcp(BOB, ALICE, 5000 + i * 40, data, answer)
              : tcp(ALICE, BOB, 1040 + i * 40, data, sips);
          }),
          ...pieces.map((piece) => ip(ROUTER, ALICE, 1, bytes([3, piece.length & 15], piece))),
          ...pieces.map((piece) => ip(ROUTER6, ALICE6, 58, bytes([1, piece.length & 7], piece))),
        ]);
      }),
      { numRuns: 300 },
    );
  });
});

// ── UDP that is not SIP ──────────────────────────────────────────────────────────────────────────────────────────

describe('UDP that is not SIP', () => {
  test.each(['', '\r\n\r\n', '\0\0\0\0', 'jaK\0', ' \r\n'.repeat(9), 'Cirpack KeepAlive Packet\0'])(
    '%j is a keep-alive',
    (text) => {
      expect(decode([udp(ALICE, BOB, text)]).counters).toMatchObject({ strays: 0, notSip: 1 });
    },
  );

  test('STUN is one, too', () => {
    expect(decode([udp(ALICE, BOB, hex('0001 0000 2112a442 000102030405060708090a0b'))]).counters.strays).toBe(0);
  });

  test('anything else on the port of SIP is a stray, and media anywhere else may be', () => {
    const rtp = hex(`8000 0001 00000000 00000001 ${'ff'.repeat(20)}`);
    const { counters } = decode([udp(ALICE, BOB, rtp, [4000, 5060]), udp(ALICE, BOB, rtp, [5061, 4000])]);
    expect(counters).toMatchObject({ strays: 2, media: false, firstStray: { source: { name: `${ALICE}:4000` } } });
    expect(decode([udp(ALICE, BOB, rtp, [4000, 4002])]).counters).toMatchObject({ strays: 0, media: true });
    expect(decode([udp(ALICE, BOB, rtp, [4000, 53])]).counters.media).toBe(false);
    expect(decode([udp(ALICE, BOB, 'M-SEARCH * HTTP/1.1', [4000, 1900])]).counters.media).toBe(false);
  });
});
