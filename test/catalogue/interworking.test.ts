/** Pairs of status and cause, from RFC 3398 and from what products are known to send. */
import { expect, it } from 'vitest';
import { causes } from '../../src/catalogue/causes.ts';
import { canMean, canReleaseAnswered } from '../../src/catalogue/interworking.ts';

it.each([
  [486, 17],
  [404, 1],
  [404, 3],
  [408, 18],
  [408, 102],
  [480, 19],
  [480, 63],
  [403, 21],
  [603, 21],
  [503, 34],
  [503, 3],
  [500, 38],
  [488, 88],
  [502, 27],
  [484, 28],
  [486, 31],
  [503, 16],
  [487, 127],
  [487, 102],
  [400, 41],
  [486, 0],
])('%i may come with cause %i', (status, cause) => expect(canMean(status, cause)).toBe(true));

it.each([
  [486, 1],
  [404, 17],
  [480, 1],
  [503, 17],
  [603, 34],
  [487, 17],
  [500, 17],
  [600, 28],
])('%i does not come with cause %i', (status, cause) => expect(canMean(status, cause)).toBe(false));

it('has RFC 3398 whole', () => {
  expect(causes.filter(({ code, rfc3398 }) => rfc3398 !== undefined && !canMean(rfc3398, code))).toEqual([]);
});

it('tells what can end an answered call', () => {
  expect([16, 31, 41, 102, 21].map(canReleaseAnswered)).not.toContain(false);
  expect([1, 17, 19].map(canReleaseAnswered)).not.toContain(true);
});
