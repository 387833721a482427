import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnalysis } from '../../src/analyze.ts';
import { analyze } from '../../src/index.ts';
import { be16, be32, bytes, START } from '../files/build.ts';
import { ALICE, ALICE6, addressBytes, BOB, BOB6, INVITE, RINGING, tcp, udp } from './build.ts';
import { type Decoded, decode, latin1 } from './decode.ts';
import { pcapOf } from './pcap.ts';

const PORTS = [40000, 9060];
/** Not when the packet was sent on. */
const SEEN = 1_767_607_200;

const chunk = (type: number, value: Uint8Array | readonly number[] | string, vendor = 0) => {
  const data = bytes(value);
  return bytes(be16(vendor), be16(type), be16(data.length + 6), data);
};
const hep3 = (...chunks: readonly Uint8Array[]) => {
  const all = bytes(...chunks);
  return bytes('HEP3', be16(all.length + 6), all);
};

interface What {
  readonly protocol?: number;
  readonly kind?: number;
  readonly payload?: Uint8Array;
}

/** As the specification's example has it, with a vendor's chunk and a key that are nobody's business. */
function sip3({ protocol = 17, kind = 1, payload = chunk(15, INVITE) }: What = {}): Uint8Array {
  return hep3(
    chunk(1, [2]),
    chunk(2, [protocol]),
    chunk(3, [10, 0, 0, 1]),
    chunk(4, [10, 0, 0, 2]),
    chunk(7, be16(5070)),
    chunk(8, be16(5060)),
    chunk(9, be32(SEEN)),
    chunk(10, be32(123_456)),
    chunk(11, [kind]),
    chunk(12, be32(2001)),
    chunk(14, 'myhep'),
    chunk(15, 'INVITE sip:mallory@example.com SIP/2.0\r\n\r\n', 7),
    payload,
  );
}

const reasons = ({ tally }: Decoded) => tally.noted.map(({ reason }) => reason);
const sent = (data: Uint8Array) => decode([udp(ALICE, BOB, data, PORTS)]);

describe('HEP3', () => {
  test('the message has its own time, addresses, ports and agent', () => {
    const { datagrams, tally, counters } = sent(sip3());
    expect(datagrams).toMatchObject([
      {
        text: INVITE,
        time: SEEN * 1e6 + 123_456,
        transport: 'udp',
        source: { name: '10.0.0.1:5070' },
        destination: { name: '10.0.0.2:5060' },
        capturePoint: '2001',
        truncated: false,
        ipId: -1,
        origin: { index: 1 },
      },
    ]);
    expect(tally.noted).toEqual([]);
    expect(counters.notSip).toBe(0);
  });

  test.each([
    [6, 'tcp'],
    [17, 'udp'],
    [22, 'tls'],
    [132, 'sctp'],
  ])('protocol %i is %s', (protocol, transport) => {
    expect(sent(sip3({ protocol })).datagrams[0].transport).toBe(transport);
  });

  test('IPv6, an agent with a name, no time', () => {
    const packet = hep3(
      chunk(1, [10]),
      chunk(2, [17]),
      chunk(5, addressBytes(ALICE6)),
      chunk(6, addressBytes(BOB6)),
      chunk(7, be16(5060)),
      chunk(8, be16(5060)),
      chunk(11, [1]),
      chunk(12, be32(7)),
      chunk(19, 'edge-1'),
      chunk(15, INVITE),
    );
    expect(sent(packet).datagrams).toMatchObject([
      { time: START, source: { address: ALICE6 }, destination: { address: '2001:db8::b:b' }, capturePoint: 'edge-1' },
    ]);
  });

  test('a compressed payload', () => {
    const { datagrams } = sent(sip3({ payload: chunk(16, deflateSync(Buffer.from(INVITE))) }));
    expect(datagrams.map(({ text }) => text)).toEqual([INVITE]);
  });

  test('a compressed payload that is a bomb, cut, or nonsense is counted', () => {
    const bomb = deflateSync(Buffer.alloc(1 << 24));
    const cut = deflateSync(Buffer.from(INVITE)).subarray(0, 30);
    for (const packed of [bomb, cut, Buffer.from('nonsense')]) {
      const decoded = sent(sip3({ payload: chunk(16, packed) }));
      expect(decoded.datagrams).toEqual([]);
      expect(reasons(decoded)).toEqual(['hep-damaged']);
    }
  });

  test('RTCP, JSON and log lines are counted', () => {
    const json = chunk(15, '{"sender_information":{}}');
    expect([5, 35, 100].flatMap((kind) => reasons(sent(sip3({ kind, payload: json }))))).toEqual(
      Array(3).fill('hep-not-sip'),
    );
  });

  test('a chunk without room for its own header ends the reading', () => {
    const packet = bytes('HEP3', be16(12), be16(0), be16(15), be16(3));
    expect(reasons(sent(packet))).toEqual(['hep-damaged', 'hep-not-sip']);
  });

  test('a payload that was cut is cut SIP', () => {
    const packet = sip3();
    const { datagrams } = sent(packet.subarray(0, packet.length - 10));
    expect(datagrams).toMatchObject([{ text: INVITE.slice(0, -10), truncated: true }]);
  });

  test('any bytes behind the magic never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(300), (rest, length) => {
        sent(bytes('HEP3', be16(length), rest));
        sent(bytes(sip3().subarray(0, length), rest));
      }),
      { numRuns: 500 },
    );
  });
});

describe('HEP over TCP', () => {
  const stream = bytes(
    sip3(),
    sip3({ payload: chunk(15, RINGING) }),
    sip3({ kind: 5, payload: chunk(15, '{}') }),
    sip3(),
  );
  const ports = [40000, 9060] as const;

  test('cut anywhere, with a place in the connection', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 12 }), (cuts) => {
        const edges = [...new Set([0, ...cuts, stream.length])].sort((a, b) => a - b);
        const decoded = decode([
          tcp(ALICE, BOB, 1000, '', { flags: 'S', ports }),
          ...edges
            .slice(1)
            .map((end, i) => tcp(ALICE, BOB, 1001 + edges[i], stream.subarray(edges[i], end), { ports })),
        ]);
        expect(decoded.datagrams.map(({ text }) => text)).toEqual([INVITE, RINGING, INVITE]);
        expect(decoded.datagrams[2].span).toMatchObject({
          sequence: 1001 + stream.length - sip3().length,
          length: sip3().length,
          source: { name: `${ALICE}:40000` },
        });
        expect(reasons(decoded)).toEqual(['hep-not-sip']);
      }),
      { numRuns: 200 },
    );
  });

  test('goes on behind a gap', () => {
    const first = sip3();
    const decoded = decode([
      tcp(ALICE, BOB, 1000, '', { flags: 'S', ports }),
      tcp(ALICE, BOB, 1001, first, { ports }),
      tcp(ALICE, BOB, 1001 + first.length + 50, bytes('left over', first), { ports }),
    ]);
    expect(decoded.datagrams).toHaveLength(2);
    expect(reasons(decoded)).toEqual(['tcp-gap', 'hep-damaged']);
  });
});

describe('HEP versions 1 and 2', () => {
  const header = (version: number, length: number) => bytes([version, length, 2, 17], be16(5070), be16(5060));
  const addresses = bytes([10, 0, 0, 1], [10, 0, 0, 2]);
  const little = (value: number) => be32(value).reverse();

  test('version 1: addresses and ports', () => {
    expect(sent(bytes(header(1, 16), addresses, INVITE)).datagrams).toMatchObject([
      {
        text: INVITE,
        time: START,
        source: { name: '10.0.0.1:5070' },
        destination: { name: '10.0.0.2:5060' },
        capturePoint: '',
      },
    ]);
  });

  test('version 1 with IPv6', () => {
    const packet = bytes([1, 40, 10, 6], be16(5070), be16(5060), addressBytes(ALICE6), addressBytes(BOB6), INVITE);
    expect(sent(packet).datagrams).toMatchObject([{ source: { address: ALICE6 }, transport: 'tcp' }]);
  });

  test.each([16, 28])('version 2 with a header of %i bytes: time and agent, too', (length) => {
    const when = bytes(little(SEEN), little(123_456), [0xd1, 0x07, 0, 0]);
    expect(sent(bytes(header(2, length), addresses, when, INVITE)).datagrams).toMatchObject([
      { text: INVITE, time: SEEN * 1e6 + 123_456, capturePoint: '2001' },
    ]);
  });

  test('without SIP behind it, it is nothing that is known', () => {
    const { datagrams, counters } = sent(bytes(header(1, 16), addresses, 'something else altogether'));
    expect(datagrams).toEqual([]);
    expect(counters.notSip).toBe(1);
  });

  test('random bytes never throw', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 2), fc.uint8Array({ maxLength: 80 }), (version, rest) => {
        sent(bytes([version, 16, 2, 17], rest));
      }),
    );
  });
});

test('the agent’s own addresses are not SIP’s', () => {
  const { datagrams } = sent(sip3());
  expect([datagrams[0].source.address, datagrams[0].destination.address]).not.toContain(ALICE);
  expect(latin1(sip3())).toContain('INVITE sip:mallory@example.com');
});

const OPTIONS = bytes(
  'OPTIONS sip:bob@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.0.1:5070;branch=z9hG4bK-1\r\nMax-Forwards: 70\r\n',
  'From: <sip:alice@example.com>;tag=1\r\nTo: <sip:bob@example.com>\r\nCall-ID: one@example.com\r\n',
  'CSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n',
);

/** With more chunks of the agent in front of the message. */
function ping(...more: readonly Uint8Array[]): Uint8Array {
  return hep3(
    chunk(2, [17]),
    chunk(3, [10, 0, 0, 1]),
    chunk(4, [10, 0, 0, 2]),
    chunk(7, be16(5070)),
    chunk(8, be16(5060)),
    ...more,
    chunk(15, OPTIONS),
  );
}

test.each([1_000_000_000, 1_900_000_000])(
  'an agent’s clock is the clock of the analysis, be it at %i',
  async (seconds) => {
    const packet = ping(chunk(9, be32(seconds)), chunk(12, be32(2001)));
    const report = await analyze(pcapOf([udp(ALICE, BOB, packet, PORTS)]), { messages: 'all' });
    expect(report.transactions[0].messages[0]).toMatchObject({
      time: new Date(seconds * 1000).toISOString().replace('Z', '000Z'),
      capturePoint: '2001',
    });
    // Years between both clocks are not time that anybody waited for an answer.
    expect([...report.findings, ...report.undetermined]).toEqual([]);
  },
);

test.each([
  ['that the agent wrote', [chunk(9, be32(SEEN)), chunk(12, be32(1))], SEEN * 1e6],
  ['of the capture, where the agent wrote none', [chunk(12, be32(1))], START],
])('a clock that is ahead is corrected once, in times %s', (_, more, time) => {
  const analysis = createAnalysis({ messages: 'all' });
  for (const ahead of [0, 5_000_000]) {
    const clock = { ahead, against: 0, way: undefined, messages: 2 };
    const sink = analysis.input('hep.pcap', ahead === 0 ? {} : { clock });
    sink.write(ahead === 0 ? pcapOf([]) : pcapOf([udp(ALICE, BOB, ping(...more), PORTS)]));
    sink.end();
  }
  expect(analysis.report().transactions[0].messages.map((message) => Date.parse(message.time ?? '') * 1000)).toEqual([
    time - 5_000_000,
  ]);
});

test('what two agents saw of one message is one message; what one agent saw twice was sent twice', async () => {
  const at = (agent: number, micros: number) =>
    udp(ALICE, BOB, ping(chunk(9, be32(SEEN)), chunk(10, be32(micros)), chunk(12, be32(agent))), PORTS);
  const count = async (...packets: readonly Uint8Array[]) => {
    const report = await analyze(pcapOf(packets), { messages: 'all' });
    return report.transactions[0].messages.length;
  };
  expect(await count(at(1, 0), at(2, 100_000))).toBe(1);
  expect(await count(at(1, 0), at(1, 100_000))).toBe(2);
});
