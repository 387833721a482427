import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFrame } from '../../src/files/capture.ts';
import { createLayers } from '../../src/net/layers.ts';
import { tunnels } from '../../src/net/tunnels/index.ts';
import { be16, be32, bytes } from '../files/build.ts';
import { ALICE, BOB, ethernet, ipv4, udp } from './build.ts';
import { decodeFrames } from './decode.ts';
import { eth, HERE, message, THERE, wrappings } from './wrappings.ts';

const cases = wrappings.map((one) => [one.name, one] as const);

describe('a SIP message is found in', () => {
  test.each(cases)('%s', (_name, { frames, linkType, transport }) => {
    const { datagrams, tally } = decodeFrames(frames.map((data) => ({ data, linkType })));
    expect(tally.noted).toEqual([]);
    expect(datagrams).toHaveLength(1);
    const [{ text, source, destination, truncated, transport: found }] = datagrams;
    expect(text).toBe(message('OPTIONS', transport));
    expect(found).toBe(transport);
    expect(truncated).toBe(false);
    // Those of the call, not of the tunnel.
    expect(['192.0.2.1:5060', '[2001:db8::1]:5060']).toContain(source.name);
    expect(destination.address).toMatch(/^(203\.0\.113\.3|2001:db8::b:b)$/);
  });

  test('the layers, as redact and slice see them, lead to the same packets', () => {
    for (const { frames, linkType, name } of wrappings) {
      if (frames.length > 1) continue;
      let found = 0;
      const see = (bytes: Uint8Array, start: number, end: number) => {
        if (Buffer.from(bytes.subarray(start, end)).includes('OPTIONS sip:bob')) found++;
      };
      const layers = createLayers({
        ip: () => {},
        payload: ({ bytes, start, end }) => see(bytes, start, end),
        exported: ({ bytes, start, end }) => see(bytes, start, end),
      });
      const [data] = frames;
      layers.frame({ ...createFrame(), bytes: data, start: 0, end: data.length, wireLength: data.length, linkType });
      expect({ name, found }).toEqual({ name, found: 1 });
    }
  });

  test('every place, with the position of its first byte', () => {
    for (const { frames, linkType, name } of wrappings) {
      if (frames.length > 1) continue;
      const { datagrams } = decodeFrames(frames.map((data) => ({ data, linkType })));
      const { position, length } = datagrams[0].origin;
      expect({ name, position }).toEqual({ name, position: 1000 + Buffer.from(frames[0]).indexOf('OPTIONS') });
      expect(length).toBe(datagrams[0].text.length);
    }
  });
});

describe('every tunnel', () => {
  test('has a file, and every file is one', () => {
    const folder = new URL('../../src/net/tunnels/', import.meta.url);
    const parts = ['index', 'inner', 'l2tp-session', 'tunnel'];
    const files = readdirSync(folder).map((file) => file.replace('.ts', ''));
    expect(files.filter((file) => !parts.includes(file)).sort()).toEqual(tunnels.map(({ name }) => name).sort());
  });

  test('is announced in one way that is nobody else’s', () => {
    for (const list of ['etherTypes', 'protocols', 'ports'] as const) {
      const all = tunnels.flatMap((tunnel) => tunnel[list] ?? []);
      expect(new Set(all).size).toBe(all.length);
    }
  });
});

describe('what is cut', () => {
  test.each(cases)(
    '%s, at every byte: nothing throws, nothing is made up',
    (_name, { frames, linkType, transport }) => {
      const last = frames[frames.length - 1];
      for (let length = 0; length < last.length; length++) {
        const list = [...frames.slice(0, -1), last].map((data) => ({ data, linkType }));
        list[list.length - 1] = { data: last.slice(0, length), linkType };
        const { datagrams } = decodeFrames(
          list.map((one) => ({ ...one, wire: Math.max(one.data.length, last.length) })),
        );
        expect(datagrams.length).toBeLessThanOrEqual(1);
        for (const { text } of datagrams) expect(message('OPTIONS', transport).startsWith(text)).toBe(true);
        // The file says that the frame was that short.
        decodeFrames(list);
      }
    },
  );

  test('the message is cut, too, and says so', () => {
    for (const { frames, linkType, name } of wrappings) {
      if (frames.length > 1) continue;
      const [frame] = frames;
      const at = Buffer.from(frame).indexOf('Max-Forwards');
      const { datagrams } = decodeFrames([{ data: frame.slice(0, at), wire: frame.length, linkType }]);
      expect({ name, truncated: datagrams.map(({ truncated }) => truncated) }).toEqual({ name, truncated: [true] });
    }
  });

  test('with bytes changed at random, nothing throws', () => {
    const one = fc.record({
      wrapping: fc.constantFrom(...wrappings),
      changes: fc.array(fc.tuple(fc.nat(120), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
      length: fc.integer({ min: 0, max: 700 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (list) => {
        decodeFrames(
          list.flatMap(({ wrapping, changes, length }) =>
            wrapping.frames.map((frame) => {
              const data = frame.slice(0, length);
              for (const [at, value] of changes) if (at < data.length) data[at] = value;
              return { data, linkType: wrapping.linkType, wire: frame.length };
            }),
          ),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what is no tunnel', () => {
  const ports = tunnels.flatMap((tunnel) => tunnel.ports ?? []);
  const rtp = bytes([0x80, 8, 0, 1], be32(160), be32(0x1234_5678), new Uint8Array(160).fill(0xd5));

  test.each(ports)('RTP and text on port %i stay what they are', (port) => {
    const others = [rtp, bytes('HTTP/1.1 200 OK\r\n\r\n'), bytes([0x16, 0xfe, 0xfd, 0, 0, 0]), new Uint8Array(64)];
    const { counters, tally } = decodeFrames(
      others.map((payload) => ({ data: ethernet(udp(ALICE, BOB, payload, [port, port])) })),
    );
    // A port of ESP is asked for more than this, but an RTP packet may be one.
    expect(port === 4500 ? 4 : counters.notSip).toBe(4);
    expect(tally.noted.filter(({ reason }) => reason !== 'esp')).toEqual([]);
  });

  test.each(ports)('SIP on port %i is SIP', (port) => {
    const { datagrams } = decodeFrames([{ data: ethernet(udp(ALICE, BOB, message(), [port, port])) }]);
    expect(datagrams).toHaveLength(1);
  });

  test('random bytes on these ports are never SIP, nor a broken packet', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ports), fc.uint8Array({ maxLength: 80 }), (port, payload) => {
        const { datagrams, counters } = decodeFrames([{ data: ethernet(udp(ALICE, BOB, payload, [40_000, port])) }]);
        expect(datagrams).toEqual([]);
        expect(counters.udp).toBe(1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what stays closed is counted', () => {
  const count = (data: Uint8Array, linkType = 1) =>
    decodeFrames([{ data, linkType }]).tally.noted.map(({ reason }) => reason);

  test('ESP in UDP, but neither IKE nor keep-alives', () => {
    const over = (payload: Uint8Array) => eth(udp(HERE, THERE, payload, [4500, 4500]));
    expect(count(over(bytes(be32(0xc0ffee01), be32(1), new Uint8Array(40))))).toEqual(['esp']);
    expect(count(over(bytes(be32(0), new Uint8Array(40))))).toEqual([]);
    expect(count(over(bytes([0xff])))).toEqual([]);
  });

  test('encrypted Wi-Fi', () => {
    const frame = bytes([0x08, 0x41, 0, 0], new Uint8Array(20), new Uint8Array(40).fill(7));
    expect(count(frame, 105)).toEqual(['wlan-encrypted']);
    expect(count(bytes([0, 0, 8, 0, 0, 0, 0, 0], frame), 127)).toEqual(['wlan-encrypted']);
  });

  test('fragments of Wi-Fi', () => {
    expect(count(bytes([0x08, 0x05, 0, 0], new Uint8Array(20), new Uint8Array(40)), 105)).toEqual(['wlan-fragment']);
  });

  test('an L2TPv3 session in which nothing is found', () => {
    expect(count(eth(ipv4(HERE, THERE, 115, bytes(be32(5), new Uint8Array(60).fill(0x99)))))).toEqual([
      'l2tp-layout-unknown',
    ]);
  });

  test('more tunnels than are followed', () => {
    let packet = udp(ALICE, BOB, message());
    for (let depth = 0; depth < 8; depth++) packet = ipv4(HERE, THERE, 4, packet);
    expect(decodeFrames([{ data: eth(packet) }]).datagrams).toHaveLength(1);
    expect(count(eth(ipv4(HERE, THERE, 4, packet)))).toEqual(['tunnel-too-deep']);
    // An authentication header within another leads to no IP packet, and is none the less one level more.
    let chain = bytes([17, 1, 0, 0], be32(257), be32(1), new Uint8Array(8));
    for (let depth = 0; depth < 20; depth++) chain = bytes([51, 1, 0, 0], be32(257), be32(1), chain);
    expect(count(eth(ipv4(HERE, THERE, 51, chain)))).toEqual(['tunnel-too-deep']);
  });

  test('an exported message without its tags’ end', () => {
    expect(count(bytes(be16(12), be16(4), 'sip\0'), 252)).toEqual(['frame-too-short']);
  });
});

describe('aggregated Wi-Fi frames', () => {
  test('hold several packets', () => {
    const part = (text: string) => {
      const content = bytes([0xaa, 0xaa, 3, 0, 0, 0, 8, 0], udp(ALICE, BOB, text));
      return bytes(new Uint8Array(12), be16(content.length), content, new Uint8Array(-(14 + content.length) & 3));
    };
    const header = bytes([0x88, 1, 0, 0], new Uint8Array(20), [0x80, 0]);
    const frame = bytes(header, part(message('OPTIONS')), part(message('MESSAGE')), [1, 2, 3, 4]);
    const { datagrams, tally } = decodeFrames([{ data: frame, linkType: 105 }]);
    expect(datagrams.map(({ text }) => text.slice(0, 7))).toEqual(['OPTIONS', 'MESSAGE']);
    expect(tally.noted).toEqual([]);
  });
});

describe('exported messages', () => {
  const tags = (...list: readonly (readonly [number, readonly number[]])[]) =>
    bytes(...list.map(([tag, value]) => bytes(be16(tag), be16(value.length), value)), be32(0));
  const read = (frame: Uint8Array) => decodeFrames([{ data: frame, linkType: 252 }]);

  test.each([
    [1, 'sctp'],
    [2, 'tcp'],
    [3, 'udp'],
    [0, 'udp'],
  ])('with ports of type %i went over %s', (type, transport) => {
    const frame = bytes(tags([24, be32(type)], [25, be32(5060)], [26, be32(5070)]), message());
    expect(read(frame).datagrams[0]).toMatchObject({ transport, source: { port: 5060 }, destination: { port: 5070 } });
  });

  test('between IPv6 addresses', () => {
    const [from, to] = [1, 2].map((last) => [0x20, 1, 0xd, 0xb8, ...new Array(11).fill(0), last]);
    expect(read(bytes(tags([22, from], [23, to]), message())).datagrams[0]).toMatchObject({
      source: { address: '2001:db8::1' },
      destination: { address: '2001:db8::2' },
    });
  });

  test('that are not SIP are counted', () => {
    expect(read(bytes(tags([12, [0x64, 0x6e, 0x73, 0]]), new Uint8Array(30))).counters.notSip).toBe(1);
  });
});
