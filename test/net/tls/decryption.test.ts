/** SIP out of TLS, from connections of OpenSSL: however they are cut, broken, or locked. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uint16 } from '../../../src/net/ip.ts';
import { readHello } from '../../../src/net/tls/hello.ts';
import { hexOf } from '../../../src/net/tls/keylog.ts';
import { capture, framesOf, keylogOf, part, see, sizeOf, type TcpFrame, written } from './capture.ts';

const names = ['tls-1.0-and-1.1', 'tls-1.2-resumed', 'tls-1.2-suites', 'tls-1.3-resumed', 'tls-1.3-retry'];
const inside = ['tls-1.3-suites', 'tls-1.3-key-update'];
const captures = new Map(names.map((name) => [name, capture(`${name}.pcap`)]));
const get = (name: string) => captures.get(name) ?? new Uint8Array();
const sorted = (list: readonly string[]) => [...list].sort();

/** Every message of `found` is one of `all`, and no more often. */
function expectPart(found: readonly string[], all: readonly string[]): void {
  const left = [...all];
  for (const one of found) {
    const at = left.indexOf(one);
    expect(at, one).toBeGreaterThanOrEqual(0);
    left.splice(at, 1);
  }
}

describe.each(names)('%s', (name) => {
  const bytes = get(name);
  const keylog = keylogOf(name);
  const { messages } = see(bytes, keylog);
  const frames = framesOf(bytes);
  const full = (frame: TcpFrame) => sizeOf(frame) > 0;

  test('is read whole with its keys, as TLS', () => {
    const seen = see(bytes, keylog);
    expect(seen.transports).toEqual(new Set(['tls']));
    expect(seen.whole.every((one) => one)).toBe(true);
    expect(seen.notDecoded).toEqual({});
    expect(seen.closed).toEqual({});
  });

  test('is the same whatever the chunks of the file', () => {
    for (const chunk of [1, 7, 97, 4099]) expect(see(bytes, keylog, chunk).messages).toEqual(messages);
  });

  test('is the same whatever the segments', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 64 }), (ratios) => {
        let next = 0;
        const cut = frames.flatMap((frame) => {
          const size = sizeOf(frame);
          if (size < 2) return [frame];
          const a = Math.floor(ratios[next++ % ratios.length] * size);
          const b = a + Math.floor(ratios[next++ % ratios.length] * (size - a));
          return [part(frame, 0, a), part(frame, a, b), part(frame, b, size)].filter(
            (one) => sizeOf(one) > 0 || one.data === frame.data,
          );
        });
        const seen = see(written(cut), keylog);
        expect(seen.messages).toEqual(messages);
        expect(seen.notDecoded).toEqual({});
      }),
      { numRuns: 20 },
    );
  });

  test('is the same when segments come twice, and out of order', () => {
    const doubled = frames.flatMap((frame) => [frame, frame]);
    expect(see(written(doubled), keylog).messages).toEqual(messages);
    const swapped = frames.flatMap((frame) => {
      const half = sizeOf(frame) >> 1;
      return half === 0 || frame.data[frame.payload] === 22
        ? [frame]
        : [part(frame, half, 2 * half + (sizeOf(frame) & 1)), part(frame, 0, half)];
    });
    expect(sorted(see(written(swapped), keylog).messages)).toEqual(sorted(messages));
  });

  test('loses little to a segment that was not captured, and invents nothing', () => {
    frames.forEach((frame, index) => {
      if (!full(frame)) return;
      const seen = see(written(frames.filter((_, at) => at !== index)), keylog);
      expectPart(seen.messages, messages);
      // A record of application data that is missing costs no more than what is in it.
      if (frame.data[frame.payload] === 23 && name.startsWith('tls-1.2')) {
        expect(messages.length - seen.messages.length, `without frame ${index + 1}`).toBeLessThanOrEqual(1);
      }
    });
  });

  test('invents nothing of frames that are cut, or not there from some point on', () => {
    for (const length of [60, 100, 200, 400, 1000]) {
      const cut = frames.map(({ data, time }) => ({ data: data.slice(0, length), time, wire: data.length }));
      expectPart(see(written(cut), keylog).messages, messages);
    }
    for (let at = 1; at < bytes.length; at += 1013) expectPart(see(bytes.slice(0, at), keylog).messages, messages);
  });

  test('invents nothing of records that are damaged', () => {
    fc.assert(
      fc.property(
        fc.nat(frames.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 400 }),
        fc.nat(2000),
        (index, noise, offset) => {
          const changed = frames.map(({ data, time, payload }, at) => {
            if (at !== index || data.length === payload) return { data, time };
            const copy = data.slice();
            const from = payload + (offset % (data.length - payload));
            copy.set(noise.subarray(0, data.length - from), from);
            return { data: copy, time };
          });
          expectPart(see(written(changed), keylog).messages, messages);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('stays closed with secrets that are wrong', () => {
    const wrong = keylog.replace(
      / ([0-9a-f])([0-9a-f]+)$/gm,
      (_, first: string, rest: string) => ` ${first === '0' ? '1' : '0'}${rest}`,
    );
    const seen = see(bytes, wrong);
    expect(seen.messages).toEqual([]);
    expect(Object.keys(seen.closed ?? {})).toEqual(['wrong-key']);
    expect(seen.notDecoded['data on 5061']).toBeGreaterThan(0);
  });

  test('stays closed without its handshakes', () => {
    const late = frames.filter((frame) => !(full(frame) && frame.data[frame.payload] === 22));
    const seen = see(written(late), keylog);
    expect(seen.messages).toEqual([]);
    expect(Object.keys(seen.closed ?? {})).toEqual(['no-hello']);
  });

  test('stays closed with the keys of others', () => {
    const seen = see(bytes, `CLIENT_RANDOM ${'0'.repeat(64)} ${'0'.repeat(96)}`);
    expect(seen.messages).toEqual([]);
    expect(Object.keys(seen.closed ?? {})).toEqual(['no-key']);
  });

  test('says nothing of keys where there are none', () => {
    const seen = see(bytes, '');
    expect(seen.messages).toEqual([]);
    expect(seen.closed).toBeUndefined();
  });

  test('is read on any port, and counted on none but 5061', () => {
    const moved = frames.map(({ data, time, payload }) => {
      const copy = data.slice();
      const tcp = 34;
      if (copy.length >= payload && copy[23] === 6)
        for (const at of [tcp, tcp + 2]) if (uint16(copy, at) === 5061) copy.set([443 >> 8, 443 & 255], at);
      return { data: copy, time };
    });
    expect(see(written(moved), keylog).messages).toEqual(messages);
    expect(see(written(moved), '').notDecoded).toEqual({});
  });
});

describe.each(inside)('%s, with its secrets inside', (name) => {
  const bytes = capture(`${name}.pcapng`);
  const { messages } = see(bytes, '');
  const blocks = blocksOf(bytes);
  // A section header begins with the same byte.
  const isSecret = (block: Uint8Array) => block[0] === 10 && block[1] === 0;

  test('is read whole', () => {
    expect(messages.length % 7).toBe(0);
    expect(messages.length).toBeGreaterThan(0);
    expect(see(bytes, '').notDecoded).toEqual({});
  });

  test('is read whole when they come last', () => {
    const late = Buffer.concat([...blocks.filter((block) => !isSecret(block)), ...blocks.filter(isSecret)]);
    expect(sorted(see(new Uint8Array(late), '').messages)).toEqual(sorted(messages));
  });

  test('stays closed without them', () => {
    const seen = see(new Uint8Array(Buffer.concat(blocks.filter((block) => !isSecret(block)))), '');
    expect(seen.messages).toEqual([]);
    expect(seen.closed).toBeUndefined();
    expect(seen.notDecoded['data on 5061']).toBeGreaterThan(0);
  });

  test('invents nothing wherever it is cut', () => {
    for (let at = 1; at < bytes.length; at += 997) expectPart(see(bytes.slice(0, at), '').messages, messages);
  });
});

/** Of a little-endian file. */
function blocksOf(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    blocks.push(bytes.slice(at, at + length));
    at += length;
  }
  return blocks;
}

/** The ServerHello that a frame begins with: where its body is. */
function serverHelloAt({ data, payload }: TcpFrame): number {
  return data[payload] === 22 && data[payload + 5] === 2 ? payload + 9 : -1;
}

test('connections of others are none of our business, whatever they lack', () => {
  // Those of 1.3-suites on port 443, and secrets of which none is theirs.
  const bytes = capture('tls-1.3-suites.pcapng');
  const blocks = blocksOf(bytes).map((block) => {
    if (block[0] === 10 && block[1] === 0) {
      const text = Buffer.from(block).toString('latin1');
      return Uint8Array.from(Buffer.from(text.replace(/ ([0-9a-f]{60})([0-9a-f]{4}) /g, ' $10000 '), 'latin1'));
    }
    for (const at of [62, 64]) if (block[0] === 6 && uint16(block, at) === 5061) block.set([1, 187], at);
    return block;
  });
  const seen = see(new Uint8Array(Buffer.concat(blocks)), '');
  expect(seen).toMatchObject({ messages: [], notDecoded: {}, closed: {} });
});

test('a cipher suite that is not known is named as the reason', () => {
  const frames = framesOf(get('tls-1.2-suites')).map((frame) => {
    const at = serverHelloAt(frame);
    if (at < 0) return frame;
    const data = frame.data.slice();
    // TLS_RSA_WITH_3DES_EDE_CBC_SHA
    data.set([0x00, 0x0a], at + 35 + data[at + 34]);
    return { ...frame, data };
  });
  const seen = see(written(frames), keylogOf('tls-1.2-suites'));
  expect(seen.messages).toEqual([]);
  expect(seen.closed).toEqual({ cipher: 8 });
});

test('master secrets by session are as good as those by client random', () => {
  const bytes = get('tls-1.2-resumed');
  const frames = framesOf(bytes);
  const masters = [...keylogOf('tls-1.2-resumed').matchAll(/^CLIENT_RANDOM ([0-9a-f]{64}) ([0-9a-f]{96})/gm)];
  const hello = frames.filter(({ data, payload }) => data[payload] === 22 && data[payload + 5] === 1);
  const answers = frames.filter((frame) => serverHelloAt(frame) >= 0);
  // The third connection is the first one without a ticket: its session has an id.
  const random = hexOf(hello[2].data, hello[2].payload + 11, hello[2].payload + 43);
  const { sessionId } = readHello(answers[2].data, serverHelloAt(answers[2]), answers[2].data.length, false);
  const master = masters.find(([, one]) => one === random)?.[2];
  expect(sessionId).toHaveLength(64);
  const seen = see(bytes, `RSA Session-ID:${sessionId} Master-Key:${master}\n`);
  // That connection, and the one that resumes it.
  expect(seen.messages).toHaveLength(14);
});
