import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseUri } from '../../src/syntax/uri.ts';
import { uriEquivalent } from '../../src/syntax/uri-equivalence.ts';
import { absoluteUri, mutated, sipUri } from '../headers/values.ts';
import { printUri } from './print.ts';
import { runs } from './runs.ts';

const parts = (text: string) => {
  const uri = parseUri(text);
  if (!uri) return undefined;
  const { scheme, user, password, host, port, params, headers } = uri;
  const flat = (list: readonly { name: string; value: string | undefined }[]) =>
    list.map(({ name, value }) => `${name}=${value}`).join(' ');
  return [scheme, user, password, host, port, flat(params.list), flat(headers)];
};

describe('parseUri', () => {
  test.each([
    ['sip:alice@example.com', ['sip', 'alice', undefined, 'example.com', undefined, '', '']],
    [
      'SIPS:Alice:s3cret@Example.COM:5061;Transport=TCP;lr?Subject=a%20b&x=',
      ['sips', 'Alice', 's3cret', 'example.com', 5061, 'transport=TCP lr=undefined', 'subject=a b x='],
    ],
    ['sip:192.0.2.1', ['sip', undefined, undefined, '192.0.2.1', undefined, '', '']],
    ['sip:a@[2001:DB8::1]:5070;x=[1]', ['sip', 'a', undefined, '2001:db8::1', 5070, 'x=[1]', '']],
    // User parts may hold what looks like parameters, and escapes.
    [
      'sip:user;par=u%40example.net@example.com',
      ['sip', 'user;par=u@example.net', undefined, 'example.com', undefined, '', ''],
    ],
    ['sip:+1-555?x/y,z@example.com', ['sip', '+1-555?x/y,z', undefined, 'example.com', undefined, '', '']],
    ['sip:%00@example.com;n%61me=v%25%34%31', ['sip', '\0', undefined, 'example.com', undefined, 'name=v%41', '']],
    ['sip:a:@example.com', ['sip', 'a', '', 'example.com', undefined, '', '']],
    ['tel:+33-1.23(45);ext=6;isub=7', ['tel', '+33-1.23(45)', undefined, '', undefined, 'ext=6 isub=7', '']],
    ['tel:112', ['tel', '112', undefined, '', undefined, '', '']],
    ['tel:*21#;phone-context=example.com', ['tel', '*21#', undefined, '', undefined, 'phone-context=example.com', '']],
    ['urn:service:sos.police', ['urn', undefined, undefined, '', undefined, '', '']],
    ['http://[2001:db8::1]/a?b', ['http', undefined, undefined, '', undefined, '', '']],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
    expect(parseUri(text)).toMatchObject({ raw: text, defects: [] });
  });

  test.each([
    [' sip:a@example.com ', ['uri-space']],
    ['sip:a b@example.com', ['uri-user']],
    ['sip:@example.com', ['uri-user']],
    ['sip:a:b:c@example.com', ['uri-user']],
    ['sip:50%@example.com', ['uri-user']],
    ['sip:a@my_host', ['uri-host']],
    ['sip:a@example.com:x', ['uri-host']],
    ['sip:a@example.com/x', ['uri-host']],
    ['sip:a@2001:db8::1', ['uri-host']],
    ['sip:a@example.com; lr', ['uri-params']],
    ['sip:a@example.com;;x', ['uri-params']],
    ['sip:a@example.com;x=', ['uri-params']],
    ['sip:a@example.com;lr;LR', ['uri-params']],
    ['sip:a@example.com?x', ['uri-headers']],
    ['sip:a@example.com?Replaces=a@b', ['uri-headers']],
    ['tel:+', ['uri-user']],
    ['tel:+12ab', ['uri-user']],
    ['tel:alice', ['uri-user']],
    ['urn:a b', ['uri-opaque']],
    ['urn:', ['uri-opaque']],
    ['http://[::1', ['uri-opaque']],
  ])('forgives %j', (text, defects) => {
    expect(parseUri(text)?.defects).toEqual(defects);
  });

  test('an unescaped "@" in the user is forgiven', () => {
    expect(parseUri('sip:bob@home@example.com')).toMatchObject({
      user: 'bob@home',
      host: 'example.com',
      defects: ['uri-user'],
    });
  });

  test.each(['', 'sip:', 'sip:;lr', 'sip:a@', 'alice', 'alice@example.com', '<sip:a@b>', '1:2', ':x', 'sip:[::1'])(
    '%j is no URI',
    (text) => {
      expect(parseUri(text)).toBeUndefined();
    },
  );

  test('printing and parsing again changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(sipUri, absoluteUri, mutated(sipUri)), (text) => {
        const uri = parseUri(text);
        if (!uri || uri.defects.length > 0) return;
        expect(parts(printUri(uri))).toEqual(parts(text));
        expect(parseUri(printUri(uri))?.defects).toEqual([]);
      }),
      runs,
    );
  });
});

describe('uriEquivalent', () => {
  const equivalent = (a: string, b: string) => uriEquivalent(parseUri(a)!, parseUri(b)!);

  // The cases of RFC 3261 §19.1.4, with addresses of our own.
  test.each([
    ['sip:%61na@example.com;transport=TCP', 'sip:ana@EXAMPLE.com;Transport=tcp'],
    ['sip:ben@example.org', 'sip:ben@example.org;newparam=5'],
    ['sip:ben@example.org', 'sip:ben@example.org;security=on'],
    [
      'sip:example.org;transport=tcp;method=REGISTER?to=sip:ben%40example.org',
      'sip:example.org;method=REGISTER;transport=tcp?to=sip:ben%40example.org',
    ],
    ['sip:ana@example.com?subject=x%20y&priority=urgent', 'sip:ana@example.com?priority=urgent&subject=x%20y'],
    ['tel:+1-555-0100;ext=2', 'tel:+1(555)0100;EXT=2'],
    ['tel:+15550100;isub=1;ext=2', 'tel:+15550100;ext=2;isub=1'],
    ['urn:service:sos', 'URN:service:sos'],
    ['sip:a%2fb@example.com', 'sip:a%2Fb@example.com'],
  ])('%s is %s', (a, b) => {
    expect(equivalent(a, b)).toBe(true);
    expect(equivalent(b, a)).toBe(true);
  });

  test.each([
    ['sip:ana@example.com', 'sips:ana@example.com'],
    ['SIP:ANA@example.com;Transport=udp', 'sip:ana@example.com;Transport=UDP'],
    ['sip:ben@example.org', 'sip:ben@example.org:5060'],
    ['sip:ben@example.org', 'sip:ben@example.org;transport=udp'],
    ['sip:ben@example.org', 'sip:ben@example.org:6000;transport=tcp'],
    ['sip:ben@example.org', 'sip:ben@example.org;maddr=192.0.2.1'],
    ['sip:ben@example.org', 'sip:ben@example.org;user=ip'],
    ['sip:cara@example.net', 'sip:cara@example.net?Subject=next'],
    ['sip:ben@phone.example.org', 'sip:ben@192.0.2.4'],
    ['sip:cara@example.net;x=1', 'sip:cara@example.net;x=2'],
    ['sip:a%2Fb@example.com', 'sip:a/b@example.com'],
    ['sip:ana@example.com', 'sip:ana:pw@example.com'],
    ['sip:example.com', 'sip:%00@example.com'],
    ['tel:+15550100', 'tel:15550100'],
    ['tel:112;phone-context=+1', 'tel:112;phone-context=+2'],
    ['urn:service:sos', 'urn:service:sos.fire'],
  ])('%s is not %s', (a, b) => {
    expect(equivalent(a, b)).toBe(false);
    expect(equivalent(b, a)).toBe(false);
  });

  test('every URI is equivalent to itself', () => {
    fc.assert(
      fc.property(fc.oneof(sipUri, absoluteUri), (text) => equivalent(text, text)),
      runs,
    );
  });
});
