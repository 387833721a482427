/** What runs beside SIP on the sockets of media: nothing that names anybody stays, and every figure does. */
import { expect, it } from 'vitest';
import { readDtls } from '../../src/media/dtls.ts';
import { readStun } from '../../src/media/stun.ts';
import { wipeDatagram } from '../../src/redact/wipe.ts';
import { be16, be32, bytes } from '../files/build.ts';

const PORTS = [40_000, 50_000] as const;

function wiped(payload: Uint8Array, keepMedia = false): Uint8Array {
  const out = payload.slice();
  wipeDatagram(out, 0, out.length, PORTS, keepMedia);
  return out;
}

const textOf = (data: Uint8Array) => new TextDecoder('latin1').decode(data);

it('reports of RTCP keep their figures and lose names, reasons and what applications say (RFC 3550 §6)', () => {
  const block = [...be32(2), 25, 0, 0, 9, ...be32(70_000), ...be32(160), ...be32(0), ...be32(0)];
  const report = bytes([0x81, 201], be16(7), be32(1), block);
  const name = bytes([1, 17], 'alice@192.0.2.1xy', [0]);
  const names = bytes([0x81, 202], be16((4 + 4 + name.length) / 4 - 1), be32(1), name);
  const goodbye = bytes([0x81, 203], be16(3), be32(1), [6], 'fired!', [0]);
  const application = bytes([0x80, 204], be16(3), be32(1), 'NAME', 'bob!');
  const out = wiped(bytes(report, names, goodbye, application));
  expect(out.subarray(0, report.length)).toEqual(report);
  const at = report.length;
  expect(textOf(out.subarray(at + 10, at + 27))).toBe('x'.repeat(17));
  expect(textOf(out)).not.toMatch(/alice|192\.0|fired|NAME|bob/);
});

it('a key that is sent as an event keeps its duration and end (RFC 4733 §2.3), and not which key it was', () => {
  const event = bytes([0x80, 101], be16(1), be32(0), be32(1), [5, 0x8a, 3, 0x20]);
  expect([...wiped(event).subarray(12)]).toEqual([0, 0x8a, 3, 0x20]);
  expect(wiped(event, true)).toEqual(event);
  // Four bytes of G.711 are sound.
  const sound = bytes([0x80, 8], be16(1), be32(0), be32(1), [5, 0x8a, 3, 0x20]);
  expect([...wiped(sound).subarray(12)]).toEqual([0, 0, 0, 0]);
});

it('a check of STUN keeps its attributes, and an error its code (RFC 8489 §14)', () => {
  const attribute = (type: number, value: Uint8Array) => bytes(be16(type), be16(value.length), value);
  const stun = (type: number, ...attributes: Uint8Array[]) => {
    const body = bytes(...attributes);
    return bytes(be16(type), be16(body.length), be32(0x2112a442), be32(7), be32(8), be32(9), body);
  };
  const out = wiped(stun(1, attribute(6, bytes('alice:bob123')), attribute(0x25, bytes([]))));
  expect(textOf(out)).not.toMatch(/alice|bob/);
  expect(readStun(out, 0, out.length)).toMatchObject({
    method: 1,
    class: 0,
    nominates: true,
    username: 'x'.repeat(12),
  });
  const refusal = wiped(stun(0x111, attribute(9, bytes([0, 0, 4, 1], 'for bob!'))));
  expect(readStun(refusal, 0, refusal.length)).toMatchObject({ class: 3, error: 401 });
  expect(textOf(refusal)).not.toContain('bob');
});

it('a handshake of DTLS keeps its steps and alerts, and no certificate (RFC 6347 §4)', () => {
  const record = (type: number, epoch: number, body: Uint8Array) =>
    bytes([type, 0xfe, 0xfd], be16(epoch), [0, 0, 0, 0, 0, 1], be16(body.length), body);
  const certificate = bytes([11, 0, 0, 20, 0, 1, 0, 0, 0, 0, 0, 20], 'CN=alice.example.com');
  const out = wiped(bytes(record(22, 0, certificate), record(21, 0, bytes([2, 42])), record(20, 0, bytes([1]))));
  const seen: string[] = [];
  readDtls(out, 0, out.length, ({ what, alert }) => seen.push(`${what} ${alert}`));
  expect(seen).toEqual(['handshake -1', 'alert 42', 'change-cipher -1']);
  expect(textOf(out)).not.toContain('alice');
});
