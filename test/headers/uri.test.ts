import { expect, test } from 'vitest';
import { isSameUri, parseUri } from '../../src/headers/uri.ts';

test.each([
  ['sip:bob@example.com', 'sip:bob@EXAMPLE.com', true],
  ['sip:%62ob@example.com', 'sip:bob@example.com', true],
  ['sip:bob@example.com', 'sip:bob@example.com:5060', false],
  ['sip:bob@example.com', 'sip:bob@example.com;transport=udp', false],
  ['sip:bob@example.com', 'sips:bob@example.com', false],
  ['tel:+1-202-555-0142', 'tel:+12025550142', true],
  ['not a URI', 'not a URI', true],
  ['not a URI', 'sip:bob@example.com', false],
])('isSameUri %s %s → %s', (a, b, expected) => expect(isSameUri(a, b)).toBe(expected));

test('a URI is read as it stands in a request line', () => {
  expect(parseUri('sip:bob@192.0.2.7:5070;lr')).toMatchObject({ user: 'bob', host: '192.0.2.7', port: 5070 });
});
