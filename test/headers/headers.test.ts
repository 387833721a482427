/** One table a header field: values in the shapes of their RFCs, and what the tolerant parsers make of bad ones. */
import { parseAuthenticate } from '../../src/headers/authenticate.ts';
import { parseAuthorization } from '../../src/headers/authorization.ts';
import { parseContentLength } from '../../src/headers/content-length.ts';
import { parseContentType } from '../../src/headers/content-type.ts';
import { parseDate } from '../../src/headers/date.ts';
import { parseDiversion } from '../../src/headers/diversion.ts';
import { parseEvent } from '../../src/headers/event.ts';
import { parseExpires } from '../../src/headers/expires.ts';
import { parseHistoryInfo } from '../../src/headers/history-info.ts';
import { parseMaxForwards } from '../../src/headers/max-forwards.ts';
import { parsePEarlyMedia } from '../../src/headers/p-early-media.ts';
import { parseProduct } from '../../src/headers/product.ts';
import { parseRAck } from '../../src/headers/rack.ts';
import { parseReason } from '../../src/headers/reason.ts';
import { parseRetryAfter } from '../../src/headers/retry-after.ts';
import { parseRSeq } from '../../src/headers/rseq.ts';
import { parseSessionExpires } from '../../src/headers/session-expires.ts';
import { parseSubscriptionState } from '../../src/headers/subscription-state.ts';
import { parseTokens } from '../../src/headers/tokens.ts';
import { parseWarning } from '../../src/headers/warning.ts';
import { type Rows, table } from './table.ts';

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

table('Diversion', parseDiversion, [
  [
    '"Bob" <sip:bob@example.com>;reason=No-Answer;counter=2, <tel:+12025550142>',
    [
      { display: 'Bob', uriText: 'sip:bob@example.com', reason: 'no-answer', counter: 2, defects: [] },
      { uriText: 'tel:+12025550142', reason: '', counter: 1 },
    ],
  ],
  ['<sip:bob@example.com>;counter=x', [{ reason: '', counter: 1 }]],
  ['<sip:bob@example.com>;counter=0', [{ counter: 1 }]],
  ['', []],
]);

table('History-Info', parseHistoryInfo, [
  [
    '<sip:bob@example.com>;index=1, <sip:carol@example.com;cause=302>;index=1.1;mp=1',
    [
      { uriText: 'sip:bob@example.com', index: '1', mappedFrom: undefined, cause: undefined, defects: [] },
      { index: '1.1', mappedFrom: '1', cause: '302' },
    ],
  ],
  [
    '<sip:bob@192.0.2.7?Reason=SIP%3Bcause%3D486>;index=1.1.2;rc=1.1',
    [{ index: '1.1.2', mappedFrom: undefined, cause: undefined }],
  ],
  ['<sip:bob@example.com>', [{ index: '' }]],
  ['', []],
]);
