/** Numbers in URIs, and whether they are the one that was signed. */
import { describe, expect, it } from 'vitest';
import { compareNumbers, telephoneNumberOf } from '../../src/headers/telephone-number.ts';
import { parseUri } from '../../src/syntax/uri.ts';

describe('telephoneNumberOf', () => {
  it.each<[string, unknown]>([
    ['sip:+12025550123@example.com', { digits: '12025550123', global: true }],
    ['sip:+1-202-555-0123;npdi;rn=12025550100@example.com;user=phone', { digits: '12025550123', global: true }],
    ['tel:+1(202)555.0123;phone-context=x', { digits: '12025550123', global: true }],
    ['sips:2025550123@example.com', { digits: '2025550123', global: false }],
    ['tel:911', { digits: '911', global: false }],
    ['sip:*67@example.com', { digits: '*67', global: false }],
    ['sip:12@example.com', undefined],
    ['sip:alice@example.com', undefined],
    ['sip:example.com', undefined],
    ['sip:1202555XXXX@example.com', undefined],
    ['urn:service:sos', undefined],
  ])('%s', (uri, expected) => {
    expect(telephoneNumberOf(parseUri(uri))).toEqual(expected);
  });
});

describe('compareNumbers', () => {
  it.each<[string, string, string]>([
    ['12025550123', '12025550123', 'same'],
    ['2025550123', '12025550123', 'same'],
    ['0612345678', '33612345678', 'same'],
    ['0033612345678', '33612345678', 'same'],
    ['01144612345678', '44612345678', 'same'],
    ['912025550123', '12025550123', 'same'],
    ['12025550124', '12025550123', 'different'],
    ['101', '12025550123', 'unclear'],
    ['911', '112', 'unclear'],
    ['911', '911', 'same'],
  ])('%s and %s', (digits, tn, expected) => {
    expect(compareNumbers({ digits, global: false }, tn)).toBe(expected);
  });
});
