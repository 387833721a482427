import { describe, expect, test } from 'vitest';
import { createKeyLog } from '../../../src/net/tls/keylog.ts';
import { hex } from '../../files/build.ts';

const RANDOM = '0123456789abcdef'.repeat(4);
const MASTER = 'ab'.repeat(48);

describe('a key log', () => {
  test('gives the secret of a connection, whatever the case and the ends of the lines', () => {
    const log = createKeyLog();
    const text = `# by a browser\r\n\r\nCLIENT_RANDOM ${RANDOM.toUpperCase()} ${MASTER.toUpperCase()}\r\nEXPORTER_SECRET ${RANDOM} ${'cd'.repeat(32)}\n`;
    expect(log.add(text)).toBe(1);
    expect(log.has(RANDOM)).toBe(true);
    expect(log.secret('CLIENT_RANDOM', RANDOM)).toEqual(hex(MASTER));
    expect(log.secret('CLIENT_TRAFFIC_SECRET_0', RANDOM)).toBeUndefined();
    expect(log.lines(RANDOM)).toEqual([`CLIENT_RANDOM ${RANDOM} ${MASTER}`]);
  });

  test('knows a master secret by its session, and from then on by the connection', () => {
    const log = createKeyLog();
    expect(log.add(`RSA Session-ID:0A0B Master-Key:${MASTER}`)).toBe(1);
    expect(log.master('0a0c', RANDOM)).toBeUndefined();
    expect(log.master('0a0b', RANDOM)).toEqual(hex(MASTER));
    expect(log.lines(RANDOM)).toEqual([`CLIENT_RANDOM ${RANDOM} ${MASTER}`]);
  });

  test.each([
    ['nothing', ''],
    ['a random that is too short', `CLIENT_RANDOM ${RANDOM.slice(2)} ${MASTER}`],
    ['a secret that is cut', `CLIENT_RANDOM ${RANDOM} ${MASTER.slice(1)}`],
    ['what is no digit', `CLIENT_RANDOM ${RANDOM} ${MASTER.slice(1)}g`],
    ['a line of a megabyte', 'A'.repeat(1 << 20)],
    ['a million lines', '\n'.repeat(1 << 20)],
  ])('passes over %s', (_name, text) => {
    const log = createKeyLog();
    expect(log.add(text)).toBe(0);
    expect(log.size).toBe(0);
  });

  test('does not grow without end', () => {
    const log = createKeyLog();
    const random = (i: number) => i.toString(16).padStart(64, '0');
    for (let i = 0; i < 270_000; i++) log.add(`CLIENT_RANDOM ${random(i)} ${MASTER}`);
    expect(log.size).toBeLessThanOrEqual(262_144);
    expect(log.has(random(0))).toBe(false);
    expect(log.has(random(269_999))).toBe(true);
  });
});
