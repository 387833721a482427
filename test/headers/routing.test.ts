/** One table a header field: those that say who, where to and in which dialog. */
import { isCallId } from '../../src/headers/call-id.ts';
import { parseContact } from '../../src/headers/contact.ts';
import { parseCSeq } from '../../src/headers/cseq.ts';
import { parseFromTo } from '../../src/headers/from-to.ts';
import { parseReferTo } from '../../src/headers/refer-to.ts';
import { parseReplaces } from '../../src/headers/replaces.ts';
import { parseRoute } from '../../src/headers/route.ts';
import { parseVia } from '../../src/headers/via.ts';
import { table } from './table.ts';

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

table('Call-ID', isCallId, [
  ['a84b4c76e66710@pc33.example.com', true],
  ['a', true],
  ['a@b@c', false],
  ['@b', false],
  ['a@', false],
  ['a b', false],
  ['', false],
]);
