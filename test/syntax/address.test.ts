import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../src/syntax/address.ts';
import { splitList } from '../../src/syntax/list.ts';
import { mutated, values } from '../headers/values.ts';
import { printAddress } from './print.ts';
import { runs } from './runs.ts';

const view = (text: string) => {
  const address = parseAddress(text);
  return (
    address && [
      address.display,
      address.uriText,
      address.params.list.map(({ name, value }) => `${name}=${value}`).join(' '),
    ]
  );
};

describe('parseAddress', () => {
  test.each([
    ['sip:bob@example.com', ['', 'sip:bob@example.com', '']],
    ['<sip:bob@example.com;lr>;tag=1', ['', 'sip:bob@example.com;lr', 'tag=1']],
    ['"Bob \\"B\\" <x>" <sip:bob@example.com> ; tag = 1', ['Bob "B" <x>', 'sip:bob@example.com', 'tag=1']],
    ['Bob the 1st <sip:bob@example.com>', ['Bob the 1st', 'sip:bob@example.com', '']],
    // RFC 4475 §3.1.1.6: no white space needed.
    ['caller<sip:bob@example.com>', ['caller', 'sip:bob@example.com', '']],
    ['"Bob"<sip:bob@example.com>', ['Bob', 'sip:bob@example.com', '']],
    // Without brackets the parameters are those of the header field (RFC 3261 §20).
    ['sip:+15550100@example.com;user=phone;tag=1', ['', 'sip:+15550100@example.com', 'user=phone tag=1']],
    ['sip:bob@example.com;x="<sip:a@b>"', ['', 'sip:bob@example.com', 'x=<sip:a@b>']],
    ['<tel:+331234>;tag=1', ['', 'tel:+331234', 'tag=1']],
    ['*', ['', '*', '']],
  ])('%s', (text, expected) => {
    expect(view(text)).toEqual(expected);
    expect(parseAddress(text)?.defects).toEqual([]);
  });

  test('the star is no URI', () => {
    expect(parseAddress(' * ')).toMatchObject({ wildcard: true, uri: undefined });
    expect(parseAddress('*a <sip:b@example.com>')).toMatchObject({ wildcard: false, display: '*a' });
  });

  test.each([
    ['"Bob <sip:bob@example.com>;tag=1', ['Bob', 'sip:bob@example.com', 'tag=1'], ['quoted-string-unbalanced']],
    ['Roe, Jane <sip:jane@example.com>', ['Roe, Jane', 'sip:jane@example.com', ''], ['display-name-unquoted']],
    ['Zoé <sip:z@example.com>', ['Zoé', 'sip:z@example.com', ''], ['display-name-unquoted']],
    ['"Bob" B. <sip:bob@example.com>', ['Bob B.', 'sip:bob@example.com', ''], ['display-name-unquoted']],
    ['< sip:bob@example.com >', ['', 'sip:bob@example.com', ''], ['uri-invalid']],
    ['<sip:bob@example.com;tag=1', ['', 'sip:bob@example.com;tag=1', ''], ['angle-brackets-unbalanced']],
    ['sip:bob@example.com?Route=x', ['', 'sip:bob@example.com?Route=x', ''], ['angle-brackets-missing']],
    ['sip:a,b@example.com', ['', 'sip:a,b@example.com', ''], ['angle-brackets-missing']],
    ['"Bob" sip:bob@example.com;tag=1', ['Bob', 'sip:bob@example.com', 'tag=1'], ['angle-brackets-missing']],
    ['"a\u0001" <sip:bob@example.com>', ['a\u0001', 'sip:bob@example.com', ''], ['quoted-string-invalid']],
    ['alice;tag=1', ['', 'alice', 'tag=1'], ['uri-invalid']],
    ['<>', ['', '', ''], ['uri-invalid']],
    ['<sip:bob@example.com> junk;tag=1', ['', 'sip:bob@example.com', 'tag=1'], ['params-malformed']],
    ['*;expires=0', ['', '*', 'expires=0'], ['wildcard-params']],
  ])('forgives %j', (text, expected, defects) => {
    expect(view(text)).toEqual(expected);
    expect(parseAddress(text)?.defects).toEqual(defects);
  });

  test.each(['', ' \t'])('%j is nothing', (text) => expect(parseAddress(text)).toBeUndefined());

  test('printing and parsing again changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(values.From, values.Contact, mutated(values.To)), (text) => {
        for (const element of splitList(text)) {
          const address = parseAddress(element)!;
          if (address.defects.length > 0) continue;
          const again = parseAddress(printAddress(address))!;
          expect(again.defects).toEqual([]);
          expect([again.display, again.uri?.user, again.uri?.host, again.params]).toEqual([
            address.display,
            address.uri?.user,
            address.uri?.host,
            address.params,
          ]);
        }
      }),
      runs,
    );
  });
});
