/** One table a header field: values in the shapes of their RFCs, and what the tolerant parsers make of bad ones. */
import { describe, expect, test } from 'vitest';
import { parseAuthenticate } from '../../src/headers/authenticate.ts';
import { parseAuthorization } from '../../src/headers/authorization.ts';
import { isCallId } from '../../src/headers/call-id.ts';
import { parseContact } from '../../src/headers/contact.ts';
import { parseContentLength } from '../../src/headers/content-length.ts';
import { parseContentType } from '../../src/headers/content-type.ts';
import { parseCSeq } from '../../src/headers/cseq.ts';
import { parseDate } from '../../src/headers/date.ts';
import { parseEvent } from '../../src/headers/event.ts';
import { parseExpires } from '../../src/headers/expires.ts';
import { parseFromTo } from '../../src/headers/from-to.ts';
import { parseMaxForwards } from '../../src/headers/max-forwards.ts';
import { parsePEarlyMedia } from '../../src/headers/p-early-media.ts';
import { parseProduct } from '../../src/headers/product.ts';
import { parseRAck } from '../../src/headers/rack.ts';
import { parseReason } from '../../src/headers/reason.ts';
import { parseReferTo } from '../../src/headers/refer-to.ts';
import { parseReplaces } from '../../src/headers/replaces.ts';
import { parseRetryAfter } from '../../src/headers/retry-after.ts';
import { parseRoute } from '../../src/headers/route.ts';
import { parseRSeq } from '../../src/headers/rseq.ts';
import { parseSessionExpires } from '../../src/headers/session-expires.ts';
import { parseSubscriptionState } from '../../src/headers/subscription-state.ts';
import { parseTokens } from '../../src/headers/tokens.ts';
import { parseVia } from '../../src/headers/via.ts';
import { parseWarning } from '../../src/headers/warning.ts';

/** A row: the value and the members of the result that matter; undefined and [] are compared as they are. */
type Rows = readonly (readonly [value: string, expected: unknown])[];

function table(name: string, parse: (value: string) => unknown, rows: Rows): void {
  describe(name, () => {
    test.each(rows)('%j', (value, expected) => {
      const found = parse(value);
      if (expected === undefined || typeof expected !== 'object') expect(found).toEqual(expected);
      else expect(found).toMatchObject(expected as object);
    });
  });
}

table('Via', parseVia, [
  [
    'SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa;rport',
    [
      {
        protocol: 'SIP',
        version: '2.0',
        transport: 'UDP',
        host: '192.0.2.1',
        port: 5060,
        branch: 'z9hG4bKa',
        received: undefined,
        rport: undefined,
        defects: [],
      },
    ],
  ],
  [
    'SIP/2.0/udp pc.example.com;received=192.0.2.7;rport=1027;branch=x, SIP / 2.0 / TLS [2001:DB8::1] : 5061 ; ttl=16;maddr=192.0.2.9',
    [
      { transport: 'UDP', host: 'pc.example.com', port: undefined, received: '192.0.2.7', rport: 1027 },
      {
        transport: 'TLS',
        host: '2001:db8::1',
        port: 5061,
        ttl: 16,
        maddr: '192.0.2.9',
        branch: undefined,
        defects: [],
      },
    ],
  ],
  ['SIP/2.0/UDP 192.0.2.1;received=2001:db8::1;branch=z9hG4bKa', [{ received: '2001:db8::1', defects: [] }]],
  ['SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK', [{ defects: ['branch-empty'] }]],
  ['SIP/2.0/UDP 192.0.2.1;;branch=z9hG4bKa', [{ branch: 'z9hG4bKa', defects: ['params-malformed'] }]],
  [
    'SIP/2.0/UDP 192.0.2.1;rport=x;branch',
    [{ rport: undefined, branch: '', defects: ['via-malformed', 'params-malformed'] }],
  ],
  ['SIP/2.0/ 192.0.2.1', []],
  ['SIP/2.0/UDP/ 192.0.2.1', []],
  ['SIP/2.0/UDP', []],
  ['', []],
]);

table('CSeq', parseCSeq, [
  ['1 INVITE', { number: 1, method: 'INVITE' }],
  ['0009   INVITE', { number: 9, method: 'INVITE' }],
  ['36893488147419103232 REGISTER', { number: Number.MAX_SAFE_INTEGER, method: 'REGISTER' }],
  ['INVITE', undefined],
  ['1', undefined],
  ['1INVITE', undefined],
  ['-1 INVITE', undefined],
  ['1 INVITE BYE', undefined],
]);

table('Contact', parseContact, [
  [
    '"Bob" <sip:bob@192.0.2.1;transport=tcp>;q=0.5;Expires=60',
    [{ display: 'Bob', q: 0.5, expires: 60, methods: [], wildcard: false, defects: [] }],
  ],
  [
    '<sip:a@example.com>;methods="INVITE, BYE", <mailto:b@example.com>',
    [
      { methods: ['INVITE', 'BYE'], uri: { user: 'a' } },
      { uri: { scheme: 'mailto' }, expires: undefined, q: undefined },
    ],
  ],
  ['*', [{ wildcard: true }]],
  [
    'sip:a@example.com;expires=soon;q=2',
    [{ expires: undefined, q: undefined, defects: ['param-out-of-range', 'params-malformed'] }],
  ],
  ['<sip:a@example.com>;expires=281474976710656', [{ expires: 281474976710656, defects: ['param-out-of-range'] }]],
  [
    '<sip:a@example.com>;q=1.000, <sip:b@example.com>;q=0.',
    [
      { q: 1, defects: [] },
      { q: 0, defects: [] },
    ],
  ],
  ['<sip:a@example.com>;q=1.001, <sip:b@example.com>;q=0.1234', [{ q: undefined }, { q: undefined }]],
  ['', []],
]);

table('From, To', parseFromTo, [
  ['"Alice" <sip:alice@example.com>;tag=1928301774', { display: 'Alice', uri: { user: 'alice' }, tag: '1928301774' }],
  ['sip:+12125550100@example.com;tag=887s', { tag: '887s', uri: { user: '+12125550100' } }],
  ['<sip:alice@example.com;tag=no>', { tag: undefined }],
  ['Anonymous <sip:c8oqz84zk7z@privacy.example.org>;TAG=hyh8', { display: 'Anonymous', tag: 'hyh8' }],
  ['', undefined],
]);

table('Route, Record-Route', parseRoute, [
  ['<sip:p1.example.com;lr>,<sip:p2.example.com>', [{ uri: { host: 'p1.example.com' }, lr: true }, { lr: false }]],
  ['<sip:p1.example.com;LR=on;ftag=1>', [{ lr: true }]],
  ['sip:p1.example.com;lr', [{ lr: false }]],
  ['', []],
]);

table('Reason', parseReason, [
  [
    'Q.850;cause=16;text="Terminated, normally"',
    [{ protocol: 'Q.850', cause: 16, text: 'Terminated, normally', location: undefined, defects: [] }],
  ],
  [
    'SIP ;cause=200 ;text="Call completed elsewhere", Q.850;cause=26;location=LN',
    [
      { protocol: 'SIP', cause: 200 },
      { cause: 26, location: 'LN', text: '' },
    ],
  ],
  ['Q.850;cause=16;text=Normal Clearing', [{ cause: 16, text: 'Normal Clearing', defects: ['params-malformed'] }]],
  ['SIP;cause=x', [{ cause: undefined, defects: ['params-malformed'] }]],
  ['SIP', [{ protocol: 'SIP', cause: undefined }]],
  [';cause=1', []],
]);

table('Warning', parseWarning, [
  [
    '307 isi.example.edu "Session parameter \'foo\' not understood"',
    [{ code: 307, agent: 'isi.example.edu', text: "Session parameter 'foo' not understood", defects: [] }],
  ],
  [
    '301 isi.example.edu "a, b", 399 gw:5060 "c"',
    [
      { code: 301, text: 'a, b' },
      { code: 399, agent: 'gw:5060', text: 'c' },
    ],
  ],
  ['399 gw not quoted', [{ code: 399, agent: 'gw', text: 'not quoted', defects: ['warning-malformed'] }]],
  ['1812 gw "x"', [{ code: 1812, defects: ['code-out-of-range'] }]],
  ['399', [{ code: 399, agent: '', text: '', defects: ['warning-malformed'] }]],
  ['gw "x"', []],
]);

table('Retry-After', parseRetryAfter, [
  ['18000;duration=3600', { delay: 18000, duration: 3600, comment: '', defects: [] }],
  ["120 (I'm in a (long) meeting)", { delay: 120, comment: "I'm in a (long) meeting", duration: undefined }],
  ['5 (open;duration=9', { delay: 5, comment: 'open;duration=9', defects: ['comment-unbalanced'] }],
  ['soon', undefined],
]);

table('WWW-Authenticate, Proxy-Authenticate', parseAuthenticate, [
  [
    'Digest realm="example.com", domain="sip:a sip:b", qop="auth, auth-INT", nonce="f84f", opaque="", stale=FALSE, algorithm=MD5',
    [
      {
        scheme: 'Digest',
        realm: 'example.com',
        nonce: 'f84f',
        qop: ['auth', 'auth-int'],
        opaque: '',
        stale: false,
        algorithm: 'MD5',
        defects: [],
      },
    ],
  ],
  [
    'Digest realm="a",nonce="n",stale="true",algorithm=SHA-256, Digest realm="a",nonce="m"',
    [
      { stale: true, algorithm: 'SHA-256', qop: [] },
      { nonce: 'm', algorithm: undefined },
    ],
  ],
  ['Negotiate', [{ scheme: 'Negotiate', realm: undefined }]],
  ['', []],
]);

table('Authorization, Proxy-Authorization', parseAuthorization, [
  [
    'Digest username="bob", realm="example.com", nonce="d5", uri="sip:example.com", qop=auth, nc=00000001, cnonce="0a", response="65", opaque="5c", algorithm=MD5',
    {
      username: 'bob',
      realm: 'example.com',
      nonce: 'd5',
      uri: 'sip:example.com',
      qop: 'auth',
      nc: '00000001',
      cnonce: '0a',
      response: '65',
      opaque: '5c',
      algorithm: 'MD5',
      defects: [],
    },
  ],
  ['NoOneKnows opaque-data=here', { scheme: 'NoOneKnows', username: undefined }],
  ['Bearer abc.def', { scheme: 'Bearer', token68: 'abc.def' }],
  ['', undefined],
]);

table('Content-Type', parseContentType, [
  ['application/sdp', { type: 'application', subtype: 'sdp', essence: 'application/sdp' }],
  [
    'text/html; charset=ISO-8859-4',
    { essence: 'text/html', params: { list: [{ name: 'charset', value: 'ISO-8859-4' }] } },
  ],
  ['sdp', undefined],
]);

const numbers: Rows = [
  ['0068', 68],
  [' 7 ', 7],
  ['300', 300],
  ['-1', undefined],
  ['7;x', undefined],
  ['', undefined],
];
for (const parse of [parseContentLength, parseMaxForwards, parseExpires, parseRSeq]) table(parse.name, parse, numbers);

table('Event', parseEvent, [
  ['presence.winfo;id=7', { package: 'presence', templates: ['winfo'], id: '7', defects: [] }],
  ['message-summary', { package: 'message-summary', templates: [], id: undefined }],
  ['a..b', { defects: ['event-malformed'] }],
  [';id=1', undefined],
]);

table('Subscription-State', parseSubscriptionState, [
  ['Active;expires=600', { state: 'active', expires: 600, reason: undefined, retryAfter: undefined }],
  ['terminated;reason=NoResource;retry-after=60', { state: 'terminated', reason: 'noresource', retryAfter: 60 }],
  ['', undefined],
]);

table('RAck', parseRAck, [
  ['776656 1 INVITE', { rseq: 776656, cseq: 1, method: 'INVITE' }],
  ['1 INVITE', undefined],
  ['1 2', undefined],
]);

table('Require, Supported, Allow', parseTokens, [
  ['100rel , timer,replaces', ['100rel', 'timer', 'replaces']],
  [',', []],
  ['', []],
]);

table('Refer-To', parseReferTo, [
  [
    '<sip:carol@example.com?Replaces=a%40b%3Bto-tag%3D1%3Bfrom-tag%3D2&Accept-Contact=x>',
    { method: 'INVITE', replaces: { callId: 'a@b', toTag: '1', fromTag: '2', earlyOnly: false } },
  ],
  ['sip:conf@example.com;method=BYE', { method: 'INVITE', replaces: undefined }],
  ['<sip:conf@example.com;method=BYE>', { method: 'BYE' }],
  ['<tel:+15550100>', { uri: { scheme: 'tel' }, method: 'INVITE' }],
  ['', undefined],
]);

table('Replaces', parseReplaces, [
  [
    '98732@sip.example.com;from-tag=r33th4x0r;to-tag=ff87ff;early-only',
    { callId: '98732@sip.example.com', fromTag: 'r33th4x0r', toTag: 'ff87ff', earlyOnly: true },
  ],
  ['98732@sip.example.com', { toTag: undefined }],
  [';to-tag=1', undefined],
]);

table('P-Early-Media', parsePEarlyMedia, [
  ['SendOnly, gated', { direction: 'sendonly', gated: true, supported: false }],
  ['supported', { direction: undefined, gated: false, supported: true }],
  ['sendrecv,inactive', { direction: 'sendrecv' }],
]);

table('User-Agent, Server', parseProduct, [
  [
    'Softphone Beta1.5',
    {
      products: [
        { name: 'Softphone', version: '' },
        { name: 'Beta1.5', version: '' },
      ],
      comments: [],
    },
  ],
  [
    'Acme-GW/3.1.2 (linux; (x86)) core/7',
    {
      products: [
        { name: 'Acme-GW', version: '3.1.2' },
        { name: 'core', version: '7' },
      ],
      comments: ['linux; (x86)'],
    },
  ],
  ['PBX-16.0.33(18.13.0)', { products: [{ name: 'PBX-16.0.33' }], comments: ['18.13.0'] }],
  ['A (b', { products: [{ name: 'A' }, { name: '(b' }], comments: [] }],
  ['', { products: [], comments: [] }],
]);

table('Session-Expires, Min-SE', parseSessionExpires, [
  ['1800;refresher=UAC', { interval: 1800, refresher: 'uac' }],
  ['90', { interval: 90, refresher: undefined }],
  ['90;refresher=proxy', { refresher: undefined }],
  ['x', undefined],
]);

table('Date', parseDate, [
  ['Sat, 13 Nov 2010 23:29:00 GMT', { time: 1289690940_000_000, zone: 'GMT' }],
  ['Fri, 01 Jan 2010 16:00:00 EST', { zone: 'EST' }],
  ['Fri, 01 Jan 2010 16:00:00', { zone: '' }],
  ['Fri, 1 Jan 2010 16:00:00 GMT', undefined],
  ['Fri, 01 Jan 2010 24:00:00 GMT', undefined],
  ['2010-01-01T16:00:00Z', undefined],
  ['', undefined],
]);

table('Call-ID', isCallId, [
  ['a84b4c76e66710@pc33.example.com', true],
  ['a', true],
  ['a@b@c', false],
  ['@b', false],
  ['a@', false],
  ['a b', false],
  ['', false],
]);
