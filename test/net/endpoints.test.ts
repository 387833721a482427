import { describe, expect, test } from 'vitest';
import { createEndpoints } from '../../src/net/endpoints.ts';
import { hex } from '../files/build.ts';
import { addressBytes } from './build.ts';

const from = (text: string, endpoints = createEndpoints()) => {
  const bytes = hex(text);
  return endpoints.of(bytes, 0, bytes.length, 5060);
};

describe('endpoints', () => {
  test('IPv4', () => {
    expect(from('c0000201')).toEqual({ address: '192.0.2.1', port: 5060, name: '192.0.2.1:5060' });
    expect(from('00000000').name).toBe('0.0.0.0:5060');
    expect(from('ffffffff').name).toBe('255.255.255.255:5060');
  });

  // RFC 5952 §4 and §5
  test.each([
    ['20010db8000000000000000000000001', '2001:db8::1'],
    ['20010db8000000000001000000000001', '2001:db8::1:0:0:1'],
    ['20010db8000100010001000100010001', '2001:db8:1:1:1:1:1:1'],
    ['20010db8000000010001000100010001', '2001:db8:0:1:1:1:1:1'],
    ['20010db800000000000000000000abcd', '2001:db8::abcd'],
    ['20010000000000010000000000000001', '2001:0:0:1::1'],
    ['00000000000000000000000000000001', '::1'],
    ['00000000000000000000000000000000', '::'],
    ['20010db8000100020003000400000000', '2001:db8:1:2:3:4::'],
    ['fe800000000000000202b3fffe1e8329', 'fe80::202:b3ff:fe1e:8329'],
    ['00000000000000000000ffffc0000201', '::ffff:192.0.2.1'],
    ['0064ff9b0000000000000000c0000201', '64:ff9b::c000:201'],
  ])('%s', (text, address) => {
    expect(from(text)).toEqual({ address, port: 5060, name: `[${address}]:5060` });
  });

  test('equal ones are one object, from bytes or by name', () => {
    const endpoints = createEndpoints();
    expect(from('c0000201', endpoints)).toBe(from('c0000201', endpoints));
    expect(endpoints.named('192.0.2.1', 5060)).toBe(from('c0000201', endpoints));
    expect(endpoints.named('2001:db8::1', 5060)).toBe(from('20010db8000000000000000000000001', endpoints));
    expect(endpoints.named('192.0.2.1', 5061)).not.toBe(from('c0000201', endpoints));
  });

  test('one in use is never forgotten, however many pass by', () => {
    const endpoints = createEndpoints(100);
    const here = addressBytes('192.0.2.1');
    const first = endpoints.of(Uint8Array.from(here), 0, 4, 5060);
    for (let i = 0; i < 10_000; i++) {
      endpoints.of(Uint8Array.from([203, 0, 113, i & 255]), 0, 4, i);
      if (i % 50 === 0) expect(endpoints.of(Uint8Array.from(here), 0, 4, 5060)).toBe(first);
    }
  });

  test('one that was forgotten comes back as another object', () => {
    const endpoints = createEndpoints(100);
    const first = endpoints.named('192.0.2.1', 5060);
    for (let port = 0; port < 1000; port++) endpoints.named('203.0.113.1', port);
    const again = endpoints.named('192.0.2.1', 5060);
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });
});
