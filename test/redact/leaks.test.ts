/** Names in every place where SIP and SDP have room for them: none may come through, in any spelling. */
import { describe, expect, it } from 'vitest';
import { logLine } from '../../src/redact/log.ts';
import { message } from '../../src/redact/message.ts';
import { createCollector } from '../../src/redact/names.ts';
import { createPseudonyms } from '../../src/redact/pseudonyms.ts';
import { keyedBy } from './prove.ts';

/** What must not be seen afterwards, whatever stands around it. */
const secrets =
  /kowalski|krystyna|tajemnica|48123456789|123456789|123-45-67|sekret|7f3a9c21|203\.0\.113\.77|192\.168\.77|2001:db8:cafe|6b6f77616c736b69/i;

const head = [
  'INVITE sip:kowalski:sekret@tajemnica.example.org:5070;user=phone;x-user=kowalski SIP/2.0',
  'Via: SIP/2.0/UDP tajemnica.example.org:5070;branch=z9hG4bKkowalski7f3a9c21;received=203.0.113.77;rport=5070',
  'v: SIP/2.0/TCP [2001:db8:cafe::1]:5070 ; branch = z9hG4bKsekret',
];

const fields = [
  'From: "Krystyna Kowalski" <sip:+48123456789@tajemnica.example.org>;tag=7f3a9c21',
  'From: Krystyna <sip:%6Bowalski@203.0.113.77>;tag=sekret',
  'To: sip:kowalski@tajemnica.example.org',
  'To: <tel:+48-123-45-67-89;phone-context=tajemnica.example.org>',
  'Call-ID: 7f3a9c21@tajemnica.example.org',
  'Contact: <sip:kowalski@203.0.113.77:5070;transport=udp;ob>;+sip.instance="<urn:uuid:7f3a9c21-1111-4222-8333-444455556666>";expires=3600',
  'm: *',
  'Route: <sip:sekret@tajemnica.example.org;lr;kowalski=1>, "Krystyna" <sip:tajemnica.example.org;maddr=203.0.113.77>',
  'P-Asserted-Identity: "Kowalski, Krystyna" <sip:+48123456789@tajemnica.example.org>, <tel:+48123456789>',
  'P-Preferred-Identity: <sip:kowalski@tajemnica.example.org>',
  'Remote-Party-ID: "Krystyna" <sip:kowalski@tajemnica.example.org>;party=calling;privacy=off;screen=no;id-type=sekret',
  'Diversion: <tel:+48123456789>;reason=user-busy;counter=1;sekret=kowalski',
  'History-Info: <sip:kowalski@tajemnica.example.org?Reason=SIP%3Bcause%3D302%3Btext%3D%22kowalski%22>;index=1.1;mp=1',
  'Refer-To: <sip:kowalski@203.0.113.77?Replaces=7f3a9c21%40tajemnica.example.org%3Bto-tag%3Dsekret>',
  'Referred-By: <sip:kowalski@tajemnica.example.org>;cid="7f3a9c21@tajemnica.example.org"',
  'Replaces: 7f3a9c21@tajemnica.example.org;to-tag=sekret;from-tag=7f3a9c21',
  'Authorization: Digest username="kowalski", realm="tajemnica.example.org", nonce="sekret+7f3a9c21/x==", uri="sip:tajemnica.example.org", response="7f3a9c217f3a9c217f3a9c217f3a9c21", cnonce="sekret", opaque="kowalski", qop=auth, nc=00000001, kowalski="x"',
  'WWW-Authenticate: Digest realm="Kowalski PBX", nonce="7f3a9c21", domain="sip:tajemnica.example.org"',
  'Proxy-Authorization: Basic a293YWxza2k6c2VrcmV0',
  'Subject: Krystyna Kowalski is calling from 203.0.113.77',
  'Organization: Kowalski i Tajemnica',
  'User-to-User: 6b6f77616c736b69;encoding=hex',
  'Session-ID: 7f3a9c217f3a9c217f3a9c217f3a9c21;remote=00000000000000000000000000000000',
  'Alert-Info: <https://tajemnica.example.org/ring/kowalski.wav>',
  'Call-Info: <https://tajemnica.example.org/~kowalski/photo.jpg>;purpose=icon, <cid:7f3a9c21@tajemnica.example.org>;purpose=card',
  'Geolocation: <cid:kowalski@tajemnica.example.org>',
  'P-Access-Network-Info: 3GPP-E-UTRAN-FDD; utran-cell-id-3gpp=7f3a9c21',
  'P-Charging-Vector: icid-value="7f3a9c21"; icid-generated-at=203.0.113.77; orig-ioi="tajemnica.example.org"',
  'P-Charging-Function-Addresses: ccf=[2001:db8:cafe::9]; ecf="tajemnica.example.org"',
  'P-Called-Party-ID: <sip:kowalski@tajemnica.example.org>',
  'P-Served-User: <sip:kowalski@tajemnica.example.org>;sescase=orig;regstate=reg',
  'P-Visited-Network-ID: "Tajemnica network of Kowalski"',
  'Reason: Q.850;cause=16;text="Kowalski hung up"',
  'Warning: 399 tajemnica.example.org "Krystyna has no credit"',
  'Retry-After: 120 (kowalski is out)',
  'User-Agent: Kowalski Phone 192.168.77.77 00:1a:7f:3a:9c:21',
  'Server: tajemnica.example.org 48123456789',
  'X-Caller: Krystyna +48 123456789',
  'X-Kowalski: sekret',
  'Accept: application/kowalski',
  'Supported: replaces, tajemnica',
  'Allow: INVITE, KOWALSKI',
  'Event: dialog;id=7f3a9c21;call-id="7f3a9c21@tajemnica.example.org"',
  'Cookie: session=7f3a9c21',
  'Content-ID: <7f3a9c21@tajemnica.example.org>',
  'Identity-Info: <https://tajemnica.example.org/kowalski.cer>;alg=rsa-sha1',
];

const sdp = [
  'v=0',
  'o=kowalski 48123456789 48123456790 IN IP4 203.0.113.77',
  's=Call of Krystyna',
  'i=Kowalski speaks',
  'u=https://tajemnica.example.org/kowalski',
  'e=kowalski@tajemnica.example.org (Krystyna)',
  'p=+48 123456789',
  'c=IN IP6 2001:db8:cafe::1',
  't=0 0',
  'k=clear:sekret',
  'm=audio 40000 RTP/SAVPF 0 96',
  'a=tool:kowalski-phone',
  'a=rtcp:40001 IN IP4 203.0.113.77',
  'a=ice-ufrag:sekret',
  'a=ice-pwd:kowalskitajemnicasekret0',
  'a=fingerprint:sha-256 7F:3A:9C:21:7F:3A:9C:21:7F:3A:9C:21:7F:3A:9C:21:7F:3A:9C:21:7F:3A:9C:21:7F:3A:9C:21:7F:3A:9C:21',
  'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:c2VrcmV0a293YWxza2l0YWplbW5pY2Ew|2^20|1:32',
  'a=candidate:7f3a9c21 1 UDP 2130706431 203.0.113.77 40000 typ srflx raddr 2001:db8:cafe::1 rport 40000 ufrag sekret',
  'a=ssrc:12345 cname:kowalski@tajemnica.example.org',
  'a=msid:7f3a9c21 sekret',
  'a=label:kowalski',
  'a=x-secret:kowalski',
  'a=rtpmap:96 opus/48000/2',
];

function redacted(text: string): string {
  const collector = createCollector();
  for (let pass = 0; pass < 2; pass++) message(text, collector.names);
  return message(text, createPseudonyms(keyedBy('key'), collector));
}

const whole = (lines: readonly string[], type: string, body: string) =>
  [...lines, ...(body === '' ? [] : [`Content-Type: ${type}`]), '', body].join('\r\n');

function expectGone(text: string): void {
  const made = redacted(text);
  expect(made).toHaveLength(text.length);
  expect(secrets.exec(made)?.[0]).toBeUndefined();
  expect(made.split('\r\n')).toHaveLength(text.split('\r\n').length);
}

describe('no name is left', () => {
  it.each(head)('of %s', (line) => expectGone(whole([line], '', '')));
  it.each(fields)('of %s', (line) => expectGone(whole([head[0], line], '', '')));
  it('of all of them together', () =>
    expectGone(whole([...head, ...fields], 'application/sdp', `${sdp.join('\r\n')}\r\n`)));
  it.each(sdp)('of %s', (line) => expectGone(whole(head, 'application/sdp', `v=0\r\n${line}\r\n`)));

  it.each([
    ['text/plain', 'Krystyna, the code is 48123456789. Kowalski'],
    [
      'application/pidf+xml',
      '<presence entity="pres:kowalski@tajemnica.example.org"><tuple id="7f3a9c21"><note>Krystyna</note><contact>sip:+48123456789@203.0.113.77</contact></tuple></presence>',
    ],
    [
      'application/rs-metadata+xml',
      '<recording><participant><nameID aor="sip:kowalski@tajemnica.example.org"><name xml:lang="it">Krystyna</name></nameID></participant></recording>',
    ],
    ['text/vcard', 'BEGIN:VCARD\r\nFN:Krystyna Kowalski\r\nTEL:+48123456789\r\nEND:VCARD'],
    ['application/dtmf-relay', 'Signal=5\r\nDuration=160'],
    [
      'application/simple-message-summary',
      'Messages-Waiting: yes\r\nMessage-Account: sip:kowalski@tajemnica.example.org\r\nVoice-Message: 2/8',
    ],
    ['message/sipfrag', 'SIP/2.0 200 OK\r\nTo: <sip:kowalski@tajemnica.example.org>;tag=sekret'],
    [
      'multipart/mixed;boundary=kowalski',
      '--kowalski\r\nContent-Type: application/sdp\r\n\r\nv=0\r\no=kowalski 1 1 IN IP4 203.0.113.77\r\n--kowalski\r\nContent-Type: text/plain\r\n\r\nKrystyna\r\n--kowalski--\r\n',
    ],
    ['application/json', '{"user":"kowalski","secret":"sekret"}'],
  ])('of a body of %s', (type, body) => expectGone(whole(head, type, body)));

  it('of lines of a log', () => {
    const lines = [
      '[2026-01-05 10:15:30] NOTICE[123] chan_sip.c: Registration from "Krystyna" <sip:kowalski@tajemnica.example.org> failed for 203.0.113.77:5060',
      'Jan  5 10:15:30 tajemnica asterisk[99]: -- Called PJSIP/kowalski (48123456789)',
      '{"host":"tajemnica.example.org","message":"INVITE sip:kowalski@tajemnica.example.org SIP/2.0\\r\\nFrom: \\"Krystyna\\" <sip:+48123456789@203.0.113.77>;tag=7f3a9c21\\r\\n"}',
      'password for kowalski is sekret',
      '10:15:30 +48123456789 calls from [2001:db8:cafe::1]:5060',
    ];
    const collector = createCollector();
    for (const line of lines) logLine(line, collector.names, { keepText: false });
    for (const line of lines) logLine(line, collector.names, { keepText: false });
    const names = createPseudonyms(keyedBy('key'), collector);
    for (const line of lines) {
      const made = logLine(line, names, { keepText: false });
      expect(made).toHaveLength(line.length);
      expect(secrets.exec(made)?.[0]).toBeUndefined();
    }
  });
});
