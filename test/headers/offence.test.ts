import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offenceAt } from '../../src/headers/offence.ts';
import { runs } from '../syntax/runs.ts';

test.each([
  ['quoted-string-unbalanced', 'From', '"A <sip:a@example.com>', 0],
  ['quoted-string-unbalanced', 'From', '<sip:a@example.com>;x="1";y="2', 28],
  ['display-name-unquoted', 'From', 'Bell, A <sip:a@example.com>;tag=1', 4],
  ['display-name-unquoted', 'From', 'Zoë <sip:z@example.com>', 2],
  ['display-name-unquoted', 'From', '"A" B <sip:a@example.com>', 4],
  ['angle-brackets-missing', 'From', 'Bob sip:bob@example.com', 4],
  ['angle-brackets-missing', 'Route', 'sip:p.example.com;lr', 0],
  ['uri-invalid', 'From', '< sip:a@example.com>', 1],
  ['uri-invalid', 'From', '<sip:a b@example.com>', 6],
  ['uri-invalid', 'From', '<sip:50%@example.com>', 7],
  ['uri-invalid', 'Contact', '<sip:a@example.com>, <sip:b#1@example.com>', 27],
  ['uri-invalid', 'From', '<sip:a@b@c@>', 1],
  ['param-repeated', 'From', '<sip:a@example.com>;x=1;x=2', 24],
  ['header-invalid', 'From', 'x\u0000y', 1],
  ['header-invalid', 'From', 'Digest', -1],
])('offenceAt %s %s %j → %i', (code, name, value, expected) => expect(offenceAt(code, name, value)).toBe(expected));

test('the place lies within the value, whatever the value', () => {
  const codes = fc.constantFrom(
    'quoted-string-unbalanced',
    'display-name-unquoted',
    'angle-brackets-missing',
    'uri-invalid',
    'param-repeated',
    'header-invalid',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...' ,";<>@=:%\\aé'), maxLength: 60 }),
  );
  fc.assert(
    fc.property(codes, fc.constantFrom('From', 'Contact'), text, (code, name, value) => {
      const at = offenceAt(code, name, value);
      expect(at >= -1 && at <= value.length).toBe(true);
    }),
    runs,
  );
});
