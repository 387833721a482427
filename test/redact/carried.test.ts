/** SIP within WebSocket, HEP and TURN: names in all that stands around it are gone, and the proof holds. */
import { describe, expect, it } from 'vitest';
import { be16, be32, bytes } from '../files/build.ts';
import { ALICE, addressBytes, BOB, ip, tcp, udp, udpHeader } from '../net/build.ts';
import { pcapOf } from '../net/pcap.ts';
import { KEY, REQUEST_HEAD, RESPONSE_HEAD, wsFrame } from '../net/websocket.ts';
import { analyse } from '../slice/slice.ts';
import { optionsFor, prove } from './prove.ts';

const OPTIONS = [
  'OPTIONS sip:kowalski@tajemnica.example.org SIP/2.0',
  'Via: SIP/2.0/WS tajemnica.example.org;branch=z9hG4bK-1',
  'From: <sip:kowalski@tajemnica.example.org>;tag=1',
  'To: <sip:kowalski@tajemnica.example.org>',
  'Call-ID: kowalski@tajemnica.example.org',
  'CSeq: 1 OPTIONS',
  'Content-Length: 0',
  '\r\n',
].join('\r\n');

/** The bytes of the redaction, proven, as text; masks of zeros hide nothing. */
function redacted(packets: readonly Uint8Array[]): string {
  const capture = pcapOf(packets);
  expect(analyse(capture).inputs[0].sipMessages).toBeGreaterThan(0);
  const options = optionsFor(capture);
  if (options === undefined) throw new Error('no capture');
  const { bytes: written, failures } = prove(capture, options);
  expect(failures).toEqual([]);
  expect(written).toHaveLength(capture.length);
  return Buffer.from(written).toString('latin1');
}

describe('WebSocket', () => {
  const PORTS = [40000, 80] as const;
  const head = bytes(
    REQUEST_HEAD.replace('/ws', '/kowalski?key=tajemnica').replace('server.example.com', 'tajemnica.example.org'),
    'Cookie: kowalski=tajemnica\r\n\r\n',
  );
  const frames = bytes(
    wsFrame(OPTIONS.slice(0, 33), { key: KEY, final: false }),
    wsFrame('kowalski', { key: KEY, opcode: 9 }),
    wsFrame(OPTIONS.slice(33), { key: [9, 8, 7, 6], opcode: 0 }),
    wsFrame('\r\n\r\n', { key: KEY }),
    wsFrame('{"who":"kowalski"}', { key: KEY }),
    wsFrame(OPTIONS, { key: KEY }),
    wsFrame('\x03\xe8kowalski', { key: KEY, opcode: 8 }),
  );

  it('in frames that are masked, fragmented and interleaved', () => {
    const stream = bytes(head, frames);
    const text = redacted([
      tcp(ALICE, BOB, 1000, '', { flags: 'S', ports: PORTS }),
      tcp(ALICE, BOB, 1001, stream.subarray(0, 500), { ports: PORTS }),
      tcp(ALICE, BOB, 1501, stream.subarray(500), { ports: PORTS }),
      tcp(BOB, ALICE, 1001, `${RESPONSE_HEAD}Server: kowalski\r\n\r\n`, { ports: [80, 40000] }),
    ]);
    expect(text).not.toMatch(/kowalski|tajemnica/);
    // In clear: what a search for names did not find is not there.
    expect(text.match(/OPTIONS sip:/g)).toHaveLength(2);
  });

  it('picked up in mid-connection', () => {
    const text = redacted([tcp(ALICE, BOB, 500, wsFrame(OPTIONS, { key: KEY }), { ports: PORTS })]);
    expect(text).not.toMatch(/kowalski|tajemnica/);
  });
});

describe('HEP', () => {
  const chunk = (type: number, value: Uint8Array | readonly number[] | string) => {
    const data = bytes(value);
    return bytes([0, 0], be16(type), be16(data.length + 6), data);
  };
  const own = [203, 0, 113, 77];

  const third = () => {
    const all = bytes(
      chunk(1, [2]),
      chunk(2, [17]),
      chunk(3, own),
      chunk(4, addressBytes(BOB)),
      chunk(7, be16(5060)),
      chunk(8, be16(5060)),
      chunk(9, be32(1_767_607_200)),
      chunk(10, be32(1)),
      chunk(11, [1]),
      chunk(12, be32(7)),
      chunk(14, 'tajemnica'),
      chunk(17, 'kowalski@tajemnica.example.org'),
      chunk(19, 'kowalski'),
      chunk(15, OPTIONS),
    );
    return bytes('HEP3', be16(all.length + 6), all);
  };

  it('in its third version: addresses, keys and names, too', () => {
    const text = redacted([udp(ALICE, BOB, third(), [40000, 9060])]);
    expect(text).not.toMatch(/kowalski|tajemnica/);
    expect(text).not.toContain(String.fromCharCode(...own));
  });

  it.each([48, 160, 320])('in fragments, cut at %i', (cut) => {
    const whole = bytes(udpHeader(40000, 9060, third().length + 8), third());
    const text = redacted([
      ip(ALICE, BOB, 17, whole.subarray(0, cut), { id: 7, more: true }),
      ip(ALICE, BOB, 17, whole.subarray(cut), { id: 7, offset: cut }),
    ]);
    expect(text).not.toMatch(/kowalski|tajemnica/);
    expect(text).not.toContain(String.fromCharCode(...own));
  });

  it('in its second version', () => {
    const packet = bytes([2, 28, 2, 17], be16(5060), be16(5060), own, addressBytes(BOB), new Uint8Array(12), OPTIONS);
    const text = redacted([udp(ALICE, BOB, packet, [40000, 9060])]);
    expect(text).not.toMatch(/kowalski|tajemnica/);
    expect(text).not.toContain(String.fromCharCode(...own));
  });
});

describe('TURN', () => {
  it('in indications and channels: hidden addresses and user names, too', () => {
    const attribute = (type: number, value: Uint8Array | readonly number[] | string) => {
      const data = bytes(value);
      return bytes(be16(type), be16(data.length), data, new Uint8Array(-data.length & 3));
    };
    const stun = (type: number, ...attributes: readonly Uint8Array[]) => {
      const body = bytes(...attributes);
      return bytes(be16(type), be16(body.length), be32(0x2112a442), 'transactions', body);
    };
    const hidden = [203 ^ 0x21, 0 ^ 0x12, 113 ^ 0xa4, 77 ^ 0x42];
    const peer = attribute(0x0012, [0, 1, 0x13 ^ 0x21, 0xc4 ^ 0x12, ...hidden]);
    const user = attribute(0x0006, 'kowalski');
    const text = redacted([
      udp(ALICE, BOB, stun(0x0016, peer, user, attribute(0x0013, OPTIONS)), [5060, 3478]),
      udp(ALICE, BOB, stun(0x0009, attribute(0x000c, [0x40, 1, 0, 0]), peer, user), [5060, 3478]),
      udp(ALICE, BOB, bytes(be16(0x4001), be16(OPTIONS.length), OPTIONS), [5060, 3478]),
    ]);
    expect(text).not.toMatch(/kowalski|tajemnica/);
    expect(text).not.toContain(String.fromCharCode(...hidden));
  });
});
