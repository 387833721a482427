/** The table of sockets says what a map says, whatever is put in and taken out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SocketTable } from '../../src/media/sockets.ts';

const address = fc.oneof(
  fc.uint8Array({ minLength: 4, maxLength: 4 }),
  fc.uint8Array({ minLength: 16, maxLength: 16 }),
  // Neighbours, as the sockets of one host are.
  fc.constant(Uint8Array.of(192, 0, 2, 1)),
);

describe('the table of sockets', () => {
  it('is a map', () => {
    const step = fc.tuple(fc.boolean(), address, fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const table = new SocketTable<number>();
        const map = new Map<string, number>();
        for (const [index, [puts, bytes, port]] of steps.entries()) {
          const key = `${bytes.join('.')} ${port}`;
          if (puts) {
            table.set(bytes, 0, bytes.length, port, index);
            map.set(key, index);
          } else {
            table.delete(bytes, 0, bytes.length, port);
            map.delete(key);
          }
          expect(table.find(bytes, 0, bytes.length, port)).toBe(map.get(key));
        }
        expect(table.size).toBe(map.size);
        for (const [, bytes, port] of steps) {
          expect(table.find(bytes, 0, bytes.length, port)).toBe(map.get(`${bytes.join('.')} ${port}`));
        }
      }),
    );
  });

  it('takes IPv4 for what IPv6 maps it to', () => {
    const table = new SocketTable<string>();
    table.set(Uint8Array.of(192, 0, 2, 1), 0, 4, 5000, 'here');
    const mapped = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 192, 0, 2, 1);
    expect(table.find(mapped, 0, 16, 5000)).toBe('here');
  });
});
