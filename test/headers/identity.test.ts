/** Identity and the PASSporT within: the examples of the RFCs, what breaks them, and that nothing throws. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIdentity } from '../../src/headers/identity.ts';
import { decodePassport, rebuildPassport } from '../../src/headers/passport.ts';
import { table } from './table.ts';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signature = Buffer.alloc(64, 7).toString('base64url');
const address = 'https://certificates.example.org/provider-a.pem';

table('Identity', parseIdentity, [
  [
    `a.b.c;info=<${address}>;alg=ES256;ppt=shaken`,
    { token: 'a.b.c', form: 'full', info: address, alg: 'ES256', ppt: 'shaken', defects: [] },
  ],
  [`a.b.c ; ppt = "shaken" ; info = <${address}>`, { info: address, ppt: 'shaken', defects: [] }],
  ['a.b.c;info=<https://a.example.org/x;y=1?z=<>;alg=ES256', { info: 'https://a.example.org/x;y=1?z=<', alg: 'ES256' }],
  [`..c;info=<${address}>`, { token: '..c', form: 'compact', ppt: undefined, defects: [] }],
  ['"c2ln"', { form: 'old', info: undefined, defects: [] }],
  ['a.b.c', { form: 'full', defects: ['info-missing'] }],
  ['a.b.c;info=<>', { info: undefined, defects: ['info-missing'] }],
  [`a.b.c;info=${address}`, { info: address, defects: ['info-brackets'] }],
  ['a.b;info=<x:y>', { form: 'broken', defects: ['token-parts'] }],
  ['a.b.c.d;info=<x:y>', { form: 'broken', defects: ['token-parts'] }],
  ['a..c;info=<x:y>', { form: 'broken', defects: ['token-parts'] }],
  ['a.b.;info=<x:y>', { form: 'broken', defects: ['token-parts'] }],
  ['a.b.c==;info=<x:y>', { form: 'full', defects: ['token-characters'] }],
  ['a.b+/.c;info=<x:y>', { form: 'full', defects: ['token-characters'] }],
  ['a.b b.c;info=<x:y>', { form: 'full', defects: ['token-space'] }],
  ['a.b.c;info=<x:y>;alg=ES256;alg=RS256', { alg: 'ES256', defects: ['param-repeated'] }],
  ['a.b.c;info=<x:y>;;alg=ES256', { alg: 'ES256', defects: ['params-malformed'] }],
  ['', undefined],
]);

const header = { alg: 'ES256', ppt: 'shaken', typ: 'passport', x5u: address };
const payload = {
  attest: 'A',
  dest: { tn: ['12025550142'] },
  iat: 1_767_608_130,
  orig: { tn: '12025550123' },
  origid: '123e4567-e89b-42d3-a456-426614174000',
};

function decode(changes: { header?: object; payload?: object; signature?: string; params?: string } = {}) {
  const token = `${encode({ ...header, ...changes.header })}.${encode({ ...payload, ...changes.payload })}`;
  const params = changes.params ?? `;info=<${address}>;alg=ES256;ppt=shaken`;
  const identity = parseIdentity(`${token}.${changes.signature ?? signature}${params}`);
  return identity && decodePassport(identity);
}

describe('PASSporT', () => {
  it('of shaken', () => {
    expect(decode()).toMatchObject({
      ...header,
      orig: { tn: ['12025550123'], uri: [] },
      dest: { tn: ['12025550142'], uri: [] },
      div: { tn: [], uri: [] },
      iat: 1_767_608_130,
      attest: 'A',
      origid: payload.origid,
      defects: [],
    });
    expect(decode()?.signature).toHaveLength(64);
  });

  it.each<[string, Parameters<typeof decode>[0], string]>([
    ['typ', { header: { typ: 'jwt' } }, 'typ'],
    ['alg', { header: { alg: 'none' } }, 'alg'],
    ['alg parameter', { params: `;info=<${address}>;alg=RS256;ppt=shaken` }, 'alg-differs'],
    ['x5u missing', { header: { x5u: undefined } }, 'x5u-missing'],
    ['x5u', { header: { x5u: 'https://other.example.org/' } }, 'x5u-differs'],
    ['ppt', { params: `;info=<${address}>;ppt=div` }, 'ppt-differs'],
    ['signature cut', { signature: signature.slice(0, 40) }, 'signature-length'],
    [
      'signature in DER',
      { signature: Buffer.from([0x30, 0x44, ...new Array(68).fill(1)]).toString('base64url') },
      'signature-der',
    ],
    ['signature with odd bits', { signature: `${signature.slice(0, -1)}x` }, 'signature-length'],
    ['orig missing', { payload: { orig: undefined } }, 'claim-missing'],
    ['orig of two', { payload: { orig: { tn: '12025550123', uri: 'sip:a@example.com' } } }, 'orig-count'],
    ['orig a list', { payload: { orig: { tn: ['12025550123'] } } }, 'orig-count'],
    ['orig a text', { payload: { orig: '12025550123' } }, 'orig-count'],
    ['dest no list', { payload: { dest: { tn: '12025550142' } } }, 'dest-form'],
    ['dest empty', { payload: { dest: {} } }, 'dest-form'],
    ['dest of numbers', { payload: { dest: { tn: [12_025_550_142] } } }, 'dest-form'],
    ['plus', { payload: { orig: { tn: '+12025550123' } } }, 'tn-form'],
    ['separators', { payload: { dest: { tn: ['1-202-555-0142'] } } }, 'tn-form'],
    ['iat a text', { payload: { iat: '1767608130' } }, 'iat-form'],
    ['iat in ms', { payload: { iat: 1_767_608_130_000 } }, 'iat-milliseconds'],
    ['attest', { payload: { attest: 'D' } }, 'attest'],
    ['attest missing', { payload: { attest: undefined } }, 'claim-missing'],
    ['origid', { payload: { origid: 'call-1' } }, 'origid'],
    ['div without div', { header: { ppt: 'div' }, params: `;info=<${address}>;ppt=div` }, 'claim-missing'],
  ])('%s', (_, changes, code) => {
    expect(decode(changes)?.defects.map((defect) => defect.code)).toEqual([code]);
  });

  it('that is none', () => {
    for (const token of ['a.b.c', `${encode([])}.${encode(1)}.${signature}`]) {
      const identity = parseIdentity(`${token};info=<${address}>`);
      const codes = (identity && decodePassport(identity))?.defects.map(({ code }) => code);
      expect(codes).toEqual(expect.arrayContaining(['header-unreadable', 'payload-unreadable']));
    }
  });

  it('names long values in short', () => {
    const [defect] = decode({ header: { alg: 'x'.repeat(5000) } })?.defects ?? [];
    expect(defect.value.length).toBeLessThan(100);
  });

  it('throws on nothing', () => {
    const anything = fc.oneof(fc.jsonValue(), fc.string());
    const claims = fc.record({ orig: anything, dest: anything, div: anything, iat: anything, attest: anything });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), anything, claims, (text, head, body) => {
        for (const value of [text, `${encode(head)}.${encode(body)}.${text}`, `${text};info=<${text}>;${text}`]) {
          const identity = parseIdentity(value);
          if (identity !== undefined) decodePassport(identity);
        }
      }),
    );
  });

  it('costs no more than its length', () => {
    for (const piece of [';', ';a', ';a=<', ';a="', '.', '"', '\\', ' ']) parseIdentity(piece.repeat(200_000));
  }, 2000);
});

describe('compact form', () => {
  const identity = parseIdentity(`..${signature};info=<https://cert.example.org/passport.cer>`);
  const number = (digits: string) => ({ digits, global: true });
  const facts = { callers: [number('12155551212')], callees: [number('12155551213')], time: 1_471_375_418e6 };

  it('is rebuilt with its names in order', () => {
    const [text] = (identity && rebuildPassport(identity, facts))?.texts ?? [];
    expect(text.split('.').map((part) => Buffer.from(part, 'base64url').toString())).toEqual([
      '{"alg":"ES256","typ":"passport","x5u":"https://cert.example.org/passport.cer"}',
      '{"dest":{"tn":["12155551213"]},"iat":1471375418,"orig":{"tn":"12155551212"}}',
    ]);
  });

  it('is not guessed', () => {
    const shaken = parseIdentity(`..${signature};info=<https://cert.example.org/passport.cer>;ppt=shaken`);
    expect(shaken && rebuildPassport(shaken, facts)).toBeUndefined();
    expect(identity && rebuildPassport(identity, { ...facts, time: undefined })).toBeUndefined();
    expect(identity && rebuildPassport(identity, { ...facts, callers: [] })).toBeUndefined();
  });
});

it('reads what the fixtures hold', () => {
  const text = readFileSync(new URL('../../fixtures/stir/signed.sip', import.meta.url), 'utf8');
  const value = /^Identity: (.*)$/m.exec(text)?.[1] ?? '';
  const identity = parseIdentity(value);
  expect(identity?.defects).toEqual([]);
  expect((identity && decodePassport(identity))?.defects).toEqual([]);
});
