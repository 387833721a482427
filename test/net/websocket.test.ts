import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createInflater } from '../../src/net/websocket-deflate.ts';
import { createFrameReader } from '../../src/net/websocket-frames.ts';
import { bytes, hex } from '../files/build.ts';
import { ALICE, BOB, INVITE, RINGING, tcp } from './build.ts';
import { type Decoded, decode, latin1 } from './decode.ts';
import { deflated, type FrameOptions, KEY, REQUEST_HEAD, RESPONSE_HEAD, wsFrame } from './websocket.ts';

const PORTS = [40000, 80] as const;
const BACK = [80, 40000] as const;
const DEFLATE = 'Sec-WebSocket-Extensions: permessage-deflate';

interface Side {
  readonly open?: string;
  readonly data: Uint8Array;
}

interface Conversation {
  readonly client?: Uint8Array;
  readonly server?: Uint8Array;
  readonly request?: string;
  readonly response?: string;
  /** Where client and server bytes are cut into segments. */
  readonly cuts?: readonly number[];
}

function segments(
  from: string,
  to: string,
  ports: readonly [number, number],
  data: Uint8Array,
  cuts: readonly number[],
) {
  const edges = [...new Set([0, ...cuts.filter((cut) => cut > 0 && cut < data.length), data.length])].sort(
    (a, b) => a - b,
  );
  return edges.slice(1).map((end, i) => tcp(from, to, 1001 + edges[i], data.subarray(edges[i], end), { ports }));
}

/** Opening and frames of both sides: the client's opening, the server's, then the frames. */
function conversation({
  client = bytes(),
  server = bytes(),
  request = `${REQUEST_HEAD}\r\n`,
  response = `${RESPONSE_HEAD}\r\n`,
  cuts = [],
}: Conversation): Decoded {
  const ask: Side = { data: bytes(request) };
  const grant: Side = { data: bytes(response) };
  return decode([
    tcp(ALICE, BOB, 1000, '', { flags: 'S', ports: PORTS }),
    tcp(BOB, ALICE, 1000, '', { flags: 'SA', ports: BACK }),
    ...segments(ALICE, BOB, PORTS, ask.data, cuts),
    ...segments(BOB, ALICE, BACK, grant.data, cuts),
    ...segments(ALICE, BOB, PORTS, client, cuts).map((one) => shifted(one, ask.data.length)),
    ...segments(BOB, ALICE, BACK, server, cuts).map((one) => shifted(one, grant.data.length)),
  ]);
}

/** The same segment, further on in its stream. */
function shifted(packet: Uint8Array, by: number): Uint8Array {
  const view = new DataView(packet.buffer, packet.byteOffset);
  view.setUint32(24, view.getUint32(24) + by);
  return packet;
}

const texts = ({ datagrams }: Decoded) => datagrams.map(({ text }) => text);

describe('frames of RFC 6455 §5.7', () => {
  const read = (...parts: readonly Uint8Array[]) => {
    const messages: string[] = [];
    const reader = createFrameReader(({ bytes: all, length }) => void messages.push(latin1(all.slice(0, length))));
    const good = parts.map((part) => reader.push(part, 0, part.length, 0));
    return { messages, good };
  };

  test('a single unmasked text', () => {
    expect(read(hex('8105 48656c6c6f')).messages).toEqual(['Hello']);
  });

  test('a single masked text', () => {
    expect(read(hex('8185 37fa213d 7f9f4d5158')).messages).toEqual(['Hello']);
  });

  test('a fragmented text', () => {
    expect(read(hex('0103 48656c'), hex('8002 6c6f')).messages).toEqual(['Hello']);
  });

  test('a fragmented text with a ping, and a pong that answers, in between', () => {
    expect(read(hex('0103 48656c'), hex('8905 48656c6c6f'), hex('8a85 37fa213d 7f9f4d5158'), hex('8002 6c6f'))).toEqual(
      {
        messages: ['Hello'],
        good: [true, true, true, true],
      },
    );
  });

  test('256 bytes and 64 KiB of binary', () => {
    expect(read(bytes(hex('827e 0100'), new Uint8Array(256))).messages).toEqual(['\0'.repeat(256)]);
    expect(read(bytes(hex('827f 0000000000010000'), new Uint8Array(65_536))).messages[0]).toHaveLength(65_536);
  });

  test.each([
    ['a reserved bit', 'a105 48656c6c6f'],
    ['a reserved opcode', '8305 48656c6c6f'],
    ['a reserved control opcode', '8b00'],
    ['a continuation of nothing', '8005 48656c6c6f'],
    ['a fragmented ping', '0900'],
    ['a ping beyond 125 bytes', '897e 0080'],
    ['a message within a message', '0103 48656c 8105 48656c6c6f'],
    ['a length beyond 2^63', '827f ffffffffffffffff'],
  ])('%s is no frame', (_, digits) => {
    expect(read(hex(digits)).good).toEqual([false]);
  });
});

describe('messages of RFC 7692 §7.2.3', () => {
  const unpack = (...all: readonly string[]) => {
    const inflater = createInflater(false);
    return all.map((digits) => {
      const packed = hex(digits);
      const whole = inflater.inflate(packed, packed.length);
      return whole === undefined ? undefined : latin1(whole);
    });
  };

  test.each([
    ['one compressed block (§7.2.3.1)', ['f248cdc9c90700']],
    ['a shared window (§7.2.3.2)', ['f248cdc9c90700', 'f200110000']],
    ['a block without compression (§7.2.3.3)', ['000500faff48656c6c6f00']],
    ['a block with BFINAL set (§7.2.3.4)', ['f348cdc9c9070000']],
    ['two blocks (§7.2.3.5)', ['f248050000 00ffff cac9c90700'.replaceAll(' ', '')]],
  ])('%s', (_, digits) => {
    expect(unpack(...digits)).toEqual(digits.map(() => 'Hello'));
  });

  test('go on after one with BFINAL set', () => {
    expect(unpack('f348cdc9c9070000', 'f200110000')).toEqual(['Hello', 'Hello']);
  });

  test('cannot be read when they refer back to what was not seen', () => {
    expect(unpack('f200110000')).toEqual([undefined]);
  });

  test('a bomb is not unpacked', () => {
    const bomb = deflateRawSync(Buffer.alloc(1 << 28), { finishFlush: constants.Z_SYNC_FLUSH });
    expect(createInflater(false).inflate(bomb, bomb.length)).toBeUndefined();
  });
});

describe('SIP over WebSocket', () => {
  const masked = (text: string, more: FrameOptions = {}) => wsFrame(text, { key: KEY, ...more });

  test('a request masked, its response not', () => {
    const { datagrams, chunks, tally } = conversation({ client: masked(INVITE), server: wsFrame(RINGING) });
    expect(datagrams).toMatchObject([
      { transport: 'ws', text: INVITE, source: { port: 40000 }, destination: { port: 80 }, truncated: false },
      { transport: 'ws', text: RINGING, source: { port: 80 }, destination: { port: 40000 } },
    ]);
    expect(chunks).toEqual([]);
    expect(tally.noted).toEqual([]);
  });

  test('binary frames, fragments with a ping in between, and keep-alives', () => {
    const client = bytes(
      masked('\r\n\r\n'),
      masked(INVITE.slice(0, 10), { opcode: 2, final: false }),
      masked('ping', { opcode: 9 }),
      masked(INVITE.slice(10, 11), { opcode: 0, final: false }),
      masked(INVITE.slice(11), { opcode: 0 }),
      masked('', { opcode: 8 }),
    );
    const decoded = conversation({ client });
    expect(texts(decoded)).toEqual([INVITE]);
    expect(decoded.tally.noted).toEqual([]);
  });

  test('where the bytes of a message stand in the connection', () => {
    const frame = masked(INVITE);
    const { datagrams } = conversation({ client: bytes(masked('\r\n'), frame) });
    const sequence = 1001 + REQUEST_HEAD.length + 2 + masked('\r\n').length;
    expect(datagrams[0].span).toMatchObject({ sequence, length: frame.length, destination: { port: 80 } });
  });

  test('any subprotocol when the messages are SIP; others are nobody’s business', () => {
    const request = `${REQUEST_HEAD.replace('Protocol: sip', 'Protocol: chat')}\r\n`;
    const response = `${RESPONSE_HEAD.replace('Protocol: sip', 'Protocol: chat')}\r\n`;
    const decoded = conversation({ request, response, client: bytes(masked('hello'), masked(INVITE)) });
    expect(texts(decoded)).toEqual([INVITE]);
    expect(decoded.tally.noted).toEqual([]);
  });

  test('what is no SIP on a connection for SIP is counted', () => {
    const { tally } = conversation({ client: masked('{"not":"sip"}') });
    expect(tally.noted.map(({ reason }) => reason)).toEqual(['websocket-not-sip']);
  });

  test('a request for WebSocket that is refused, and made again', () => {
    const again = bytes(`${REQUEST_HEAD}\r\n`);
    const decoded = decode([
      tcp(ALICE, BOB, 1000, '', { flags: 'S', ports: PORTS }),
      tcp(BOB, ALICE, 1000, '', { flags: 'SA', ports: BACK }),
      tcp(ALICE, BOB, 1001, again, { ports: PORTS }),
      tcp(BOB, ALICE, 1001, 'HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n', { ports: BACK }),
      tcp(ALICE, BOB, 1001 + again.length, again, { ports: PORTS }),
      tcp(BOB, ALICE, 1052, `${RESPONSE_HEAD}\r\n`, { ports: BACK }),
      tcp(ALICE, BOB, 1001 + again.length * 2, masked(INVITE), { ports: PORTS }),
    ]);
    expect(texts(decoded)).toEqual([INVITE]);
    expect(decoded.tally.noted).toEqual([]);
  });

  test('HTTP that is no WebSocket is not SIP, whatever its body says', () => {
    const { datagrams, chunks, tally, counters } = decode([
      tcp(ALICE, BOB, 1000, '', { flags: 'S', ports: PORTS }),
      tcp(ALICE, BOB, 1001, `GET / HTTP/1.1\r\nHost: example.com\r\n\r\n`, { ports: PORTS }),
      tcp(BOB, ALICE, 1001, `HTTP/1.1 200 OK\r\nContent-Length: ${INVITE.length}\r\n\r\n${INVITE}`, { ports: BACK }),
    ]);
    expect({ datagrams, chunks, noted: tally.noted }).toEqual({ datagrams: [], chunks: [], noted: [] });
    expect(counters.tcpNotSip).toBe(2);
  });

  test('mid-connection, frames are known by what is in them', () => {
    const packets = [
      tcp(BOB, ALICE, 500, wsFrame('ping', { opcode: 9 }), { ports: BACK }),
      tcp(ALICE, BOB, 500, masked(INVITE), { ports: PORTS }),
      tcp(BOB, ALICE, 506, wsFrame(RINGING), { ports: BACK }),
      tcp(BOB, ALICE, 506 + wsFrame(RINGING).length, wsFrame(RINGING, { opcode: 2 }), { ports: BACK }),
    ];
    expect(texts(decode(packets))).toEqual([INVITE, RINGING, RINGING]);
  });

  test('behind a gap, reading goes on with the next frame', () => {
    const [first, second, third] = [masked(INVITE), masked(`${INVITE}lost`), masked(INVITE)];
    const head = bytes(`${REQUEST_HEAD}\r\n`);
    const at = 1001 + head.length;
    const decoded = decode([
      tcp(ALICE, BOB, 1000, '', { flags: 'S', ports: PORTS }),
      tcp(ALICE, BOB, 1001, head, { ports: PORTS }),
      tcp(ALICE, BOB, at, bytes(first, second.subarray(0, 90)), { ports: PORTS }),
      tcp(ALICE, BOB, at + first.length + second.length, third, { ports: PORTS }),
    ]);
    expect(texts(decoded)).toEqual([INVITE, `${INVITE}lost`.slice(0, 90 - 6), INVITE]);
    expect(decoded.datagrams.map(({ truncated }) => truncated)).toEqual([false, true, false]);
    expect(decoded.tally.noted.map(({ reason }) => reason)).toEqual(['tcp-gap']);
  });

  describe.each([true, false])('compressed, with a window that is kept: %s', (takeover) => {
    const parameters = takeover ? '' : '; server_no_context_takeover; client_no_context_takeover';
    const request = `${REQUEST_HEAD}${DEFLATE}; client_max_window_bits\r\n\r\n`;
    const response = `${RESPONSE_HEAD}${DEFLATE}${parameters}\r\n\r\n`;
    const packed = async (all: readonly string[], key?: readonly number[]) =>
      (await deflated(all, takeover)).map((one) => wsFrame(one, { compressed: true, ...(key && { key }) }));

    test('both ways, in fragments and in clear between', async () => {
      const [one, two] = await deflated([INVITE, INVITE], takeover);
      const client = bytes(
        wsFrame(one, { compressed: true, key: KEY }),
        masked(INVITE),
        wsFrame(two.subarray(0, 5), { compressed: true, final: false, key: KEY }),
        wsFrame(two.subarray(5), { opcode: 0, key: KEY }),
      );
      const server = bytes(...(await packed([RINGING, RINGING])));
      const decoded = conversation({ request, response, client, server });
      expect(texts(decoded)).toEqual([INVITE, INVITE, INVITE, RINGING, RINGING]);
      expect(decoded.tally.noted).toEqual([]);
    });

    test('one of them lost', async () => {
      const frames = await packed([RINGING, RINGING, RINGING]);
      const head = bytes(response);
      const at = 1001 + head.length;
      const { datagrams, tally } = decode([
        tcp(ALICE, BOB, 1001, request, { ports: PORTS }),
        tcp(BOB, ALICE, 1001, bytes(head, frames[0]), { ports: BACK }),
        tcp(BOB, ALICE, at + frames[0].length + frames[1].length, frames[2], { ports: BACK }),
      ]);
      expect(datagrams.map(({ text }) => text)).toEqual(takeover ? [RINGING] : [RINGING, RINGING]);
      expect(tally.noted.map(({ reason }) => reason)).toEqual(
        takeover ? ['tcp-gap', 'websocket-compressed'] : ['tcp-gap'],
      );
    });

    test('cut anywhere', async () => {
      const client = bytes(...(await packed([INVITE, INVITE], KEY)));
      const whole = texts(conversation({ request, response, client }));
      expect(whole).toEqual([INVITE, INVITE]);
      fc.assert(
        fc.property(fc.array(fc.nat(600), { maxLength: 12 }), (cuts) => {
          expect(texts(conversation({ request, response, client, cuts }))).toEqual(whole);
        }),
        { numRuns: 100 },
      );
    });
  });

  test('cut anywhere, and told the same', () => {
    const client = bytes(masked(INVITE), masked('\r\n\r\n'), masked(INVITE.repeat(8)), masked(INVITE));
    const server = bytes(wsFrame(RINGING), wsFrame('', { opcode: 9 }), wsFrame(RINGING));
    fc.assert(
      fc.property(fc.array(fc.nat(1200), { maxLength: 20 }), (cuts) => {
        const decoded = conversation({ client, server, cuts });
        expect(texts(decoded)).toEqual([INVITE, INVITE.repeat(8), INVITE, RINGING, RINGING]);
        expect(decoded.tally.noted).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('random bytes behind the opening never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(fc.nat(300), { maxLength: 6 }), (client, cuts) => {
        conversation({ client, server: client, cuts });
      }),
      { numRuns: 500 },
    );
  });

  test('random bytes within compressed frames never throw', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 100 }), { maxLength: 5 }), (all) => {
        conversation({ client: bytes(...all.map((one) => wsFrame(one, { compressed: true, key: KEY }))) });
      }),
      { numRuns: 500 },
    );
  });
});
