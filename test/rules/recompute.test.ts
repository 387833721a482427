/** Digests recomputed: the examples of the RFCs, each field that can be wrong, and what must not be judged. */
import { describe, expect, it } from 'vitest';
import { parseAuthorization } from '../../src/headers/authorization.ts';
import type { DigestSecrets } from '../../src/keys.ts';
import type { SipMessage } from '../../src/model.ts';
import { hash } from '../../src/node/hashes.ts';
import { type DigestFacts, type DigestInput, digestOf, recompute } from '../../src/rules/recompute.ts';

const empty = new Uint8Array(0);

const mufasa: DigestInput = {
  username: 'Mufasa',
  realm: 'http-auth@example.org',
  password: 'Circle of Life',
  algorithm: 'MD5',
  nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
  uri: '/dir/index.html',
  method: 'GET',
  qop: 'auth',
  nc: '00000001',
  cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
  body: empty,
};

describe('digestOf', () => {
  it.each<[string, DigestInput, string]>([
    ['RFC 7616 §3.9.1, MD5', mufasa, '8ca523f5e9506fed4657c9700eebdbec'],
    [
      'RFC 7616 §3.9.1, SHA-256',
      { ...mufasa, algorithm: 'SHA-256' },
      '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1',
    ],
    [
      // The response that the RFC prints was made with a cut SHA-512 (erratum 4897); this is that of the erratum.
      'RFC 7616 §3.9.2, SHA-512-256',
      {
        ...mufasa,
        username: 'J\u00e4s\u00f8n Doe',
        realm: 'api@example.org',
        password: 'Secret, or not?',
        algorithm: 'SHA-512-256',
        nonce: '5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK',
        uri: '/doe.json',
        cnonce: 'NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v',
      },
      '3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5',
    ],
    [
      'RFC 2617 §3.5',
      {
        ...mufasa,
        realm: 'testrealm@host.com',
        password: 'Circle Of Life',
        nonce: 'dcd98b7102dd2f0e8b11d0f600bfb0c093',
        cnonce: '0a4f113b',
      },
      '6629fae49393a05397450978507c4ef1',
    ],
  ])('%s', (_, input, expected) => {
    expect(digestOf(input, hash)).toBe(expected);
  });

  it('follows the formulas of RFC 7616 §3.4 for sessions and auth-int', () => {
    const h = (text: string) => hash('SHA-256', text);
    const session = h(`${h('Mufasa:http-auth@example.org:Circle of Life')}:${mufasa.nonce}:${mufasa.cnonce}`);
    const a2 = h(`GET:/dir/index.html:${h('v=0')}`);
    const input = { ...mufasa, algorithm: 'SHA-256-SESS', qop: 'auth-int', body: new TextEncoder().encode('v=0') };
    expect(digestOf(input, hash)).toBe(h(`${session}:${mufasa.nonce}:00000001:${mufasa.cnonce}:auth-int:${a2}`));
  });

  it('leaves algorithms alone that it does not know', () => {
    expect(digestOf({ ...mufasa, algorithm: 'AKAV1-MD5' }, hash)).toBeUndefined();
  });
});

// ── Which field is wrong ─────────────────────────────────────────────────────────────────────────────────────────

/** What the client hashed. */
const right: DigestInput = {
  username: 'alice',
  realm: 'example.com',
  password: 'geheim & lang',
  algorithm: 'MD5',
  nonce: 'n2',
  uri: 'sip:bob@example.com',
  method: 'BYE',
  qop: 'auth',
  nc: '00000002',
  cnonce: 'c1',
  body: empty,
};

const facts: DigestFacts = { realms: ['example.com'], nonces: ['n2', 'n1'], methods: ['INVITE'], brief: false };

const headers: Readonly<Record<string, string>> = {
  From: '"Alice" <sip:1001@pbx.example.com>;tag=1',
  To: '<sip:bob@example.com>;tag=2',
};

function request(body = empty): SipMessage {
  return {
    method: 'BYE',
    requestUri: 'sip:bob@192.0.2.7:5062;transport=udp',
    source: { address: '192.0.2.1' },
    destination: { address: '192.0.2.5' },
    truncated: false,
    log: undefined,
    header: (name: string) => headers[name],
    body: () => body,
  } as unknown as SipMessage;
}

const secrets = (...entries: [user: string, password: string][]): DigestSecrets => ({
  entries: entries.map(([user, password]) => ({ user, password })),
  hash,
});

/** The credentials that say `written`, of which the digest was made with `hashed` instead. */
function judge(
  hashed: Partial<DigestInput>,
  { brought = secrets(['alice', right.password]), written = {} as Partial<DigestInput>, body = empty } = {},
) {
  const says = { ...right, body, ...written };
  const response = digestOf({ ...says, ...hashed }, hash) ?? '';
  return judgeResponse(response, says, brought, body);
}

function judgeResponse(response: string, says: DigestInput, brought: DigestSecrets, body = empty) {
  const { username, realm, nonce, uri, algorithm, qop, nc, cnonce } = says;
  const rest = `, cnonce="${cnonce}"${qop === '' ? '' : `, qop=${qop}, nc=${nc}`}`;
  const value = `Digest username="${username}", realm="${realm}", nonce="${nonce}", uri="${uri}", algorithm=${algorithm}, response="${response}"${rest}`;
  const credentials = parseAuthorization(value);
  if (credentials === undefined) throw new Error(value);
  return recompute(request(body), credentials, brought, facts);
}

describe('recompute', () => {
  it.each(['MD5', 'MD5-sess', 'SHA-256', 'SHA-256-sess', 'SHA-512-256', 'SHA-512-256-sess'])(
    '%s that is right',
    (name) => {
      for (const qop of ['', 'auth', 'auth-int']) {
        const says = { ...right, algorithm: name, qop };
        const response = digestOf({ ...says, algorithm: name.toUpperCase() }, hash) ?? '';
        expect(judgeResponse(response, says, secrets(['alice', right.password])), qop).toEqual({ outcome: 'right' });
      }
    },
  );

  it.each<[string, Partial<DigestInput>, string, string]>([
    ['realm', { realm: 'pbx.example.com' }, 'example.com', 'pbx.example.com'],
    ['username', { username: '1001' }, 'alice', '1001'],
    ['nonce', { nonce: 'n1' }, 'n2', 'n1'],
    [
      'uri',
      { uri: 'sip:bob@192.0.2.7:5062;transport=udp' },
      'sip:bob@example.com',
      'sip:bob@192.0.2.7:5062;transport=udp',
    ],
    ['method', { method: 'INVITE' }, 'BYE', 'INVITE'],
    ['qop', { qop: '' }, 'auth', ''],
    ['nc', { nc: '00000001' }, '00000002', '00000001'],
    ['cnonce', { cnonce: '' }, 'c1', ''],
    ['algorithm', { algorithm: 'MD5-SESS' }, 'MD5', 'MD5-SESS'],
  ])('%s', (field, hashed, given, made) => {
    expect(judge(hashed)).toEqual({ outcome: 'made', field, given, made });
  });

  it('algorithm, of digests of another length too', () => {
    expect(judge({ algorithm: 'SHA-256' })).toMatchObject({ outcome: 'made', field: 'algorithm', made: 'SHA-256' });
  });

  it('body of auth-int', () => {
    const body = new TextEncoder().encode('v=0');
    expect(judge({ body: empty }, { written: { qop: 'auth-int' }, body })).toMatchObject({ field: 'body' });
  });

  it('another account', () => {
    const brought = secrets(['alice', 'x'], ['bob', right.password]);
    expect(judge({}, { brought })).toEqual({ outcome: 'made', field: 'password', given: 'alice', made: 'bob' });
    expect(judge({ username: 'bob' }, { brought })).toMatchObject({ field: 'username', given: 'alice', made: 'bob' });
  });

  it.each([
    ['geheim &amp; lang', 'xml'],
    ['geheim%20%26%20lang', 'percent'],
    ['GEHEIM & LANG', 'upper-case'],
    ['geheim & lang ', 'blank'],
    ['geheim &', 'cut', '8'],
  ])('the password as %j', (password, made, given = '') => {
    const found = judge({ password });
    expect(found).toMatchObject({ outcome: 'made', field: 'spelling', given, made });
    expect(JSON.stringify(found)).not.toContain('geheim');
  });

  it('capitals', () => {
    const response = digestOf(right, hash)?.toUpperCase() ?? '';
    expect(judgeResponse(response, right, secrets(['', right.password]))).toMatchObject({ field: 'case' });
  });

  it('another password', () => {
    expect(judge({ password: 'other' })).toEqual({ outcome: 'mismatch', named: true });
    expect(judge({ password: 'other' }, { brought: secrets(['', 'geheim']) })).toEqual({
      outcome: 'mismatch',
      named: false,
    });
  });

  it('finds the password by user, by user and realm, and for any user', () => {
    for (const user of ['alice', 'alice@example.com', '']) {
      expect(judge({}, { brought: secrets([user, right.password]) }), user).toEqual({ outcome: 'right' });
    }
    expect(judge({ password: 'x' }, { brought: secrets(['bob', 'y']) })).toBeUndefined();
    expect(judge({ password: 'x' }, { brought: secrets(['alice@example.net', 'y']) })).toBeUndefined();
  });

  it('finds a user behind a hashed name (RFC 7616 §3.4.4)', () => {
    const written = { username: hash('MD5', 'alice:example.com') };
    const response = digestOf(right, hash) ?? '';
    const value = `Digest username="${written.username}", userhash=true, realm="example.com", nonce="n2", uri="sip:bob@example.com", response="${response}", qop=auth, nc=00000002, cnonce="c1"`;
    const credentials = parseAuthorization(value);
    expect(credentials && recompute(request(), credentials, secrets(['alice', right.password]), facts)).toEqual({
      outcome: 'right',
    });
  });

  it.each(['', '…', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', '0'.repeat(32), 'abc'])(
    'judges no masked digest: %j',
    (response) => {
      expect(judgeResponse(response, right, secrets(['alice', 'other']))).toBeUndefined();
    },
  );

  it('judges no scheme and no algorithm that it does not know', () => {
    const response = digestOf(right, hash) ?? '';
    expect(judgeResponse(response, { ...right, algorithm: 'AKAv1-MD5' }, secrets(['', 'x']))).toBeUndefined();
  });

  it('takes a quoted string with or without its backslashes', () => {
    const username = 'do\\main';
    for (const hashed of [username, 'do\\\\main']) {
      const found = judge(
        { username: hashed },
        { written: { username: 'do\\\\main' }, brought: secrets(['', right.password]) },
      );
      expect(found).toEqual({ outcome: 'right' });
    }
  });
});
