/** The universal scanner: what is a message, what only mentions one, and where a message ends. */
import { describe, expect, it } from 'vitest';
import { findStartLine, looksLikeStartLine } from '../../src/logs/start-line.ts';
import { latin1Bytes, readLog } from './read.ts';

const headers =
  'Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\nFrom: <sip:a@example.com>;tag=1\nTo: <sip:b@example.com>\nCall-ID: 1\nCSeq: 1 INVITE\n';
const read = (text: string) => readLog(latin1Bytes(text));
const startLines = (text: string) => read(text).messages.map(({ startLine }) => startLine);

describe('a start line', () => {
  it.each([
    ['INVITE sip:bob@example.com SIP/2.0', 0],
    ['SIP/2.0 200 OK', 0],
    ['SIP/2.0 100', 0],
    ['OPTIONS * SIP/2.0', 0],
    ['INVITE urn:service:sos SIP/2.0  ', 0],
    ['NEWMETHOD tel:+3312345 SIP/2.0', 0],
    ['TX INVITE sip:bob@[fe80::1]:5060 SIP/2.0', 3],
    ['app[12]: <--- SIP/2.0 180 Ringing', 14],
    ['E..@.....AZINVITE sip:bob@example.com SIP/2.0', 11],
    ['INVITE sip:<<REMOVED>>@192.0.2.1 SIP/2.0', 0],
  ])('stands in %j', (text, column) => {
    expect(findStartLine(text)).toBe(column);
  });

  it.each([
    'Via: SIP/2.0/UDP 192.0.2.1',
    'SIP/2.0 is a version',
    'SIP/2.0 999 x',
    'SIP/2.0 20 x',
    'SIP/2.0 2000 x',
    'invite sip:bob@example.com SIP/2.0',
    'we sent INVITE sip:bob@example.com SIP/2.0 and waited',
    'GET http://example.com SIP/2.0',
    '"INVITE sip:bob@example.com SIP/2.0',
    "'SIP/2.0 200 OK'",
    'INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0',
    'INVITE sip:{user}@{host} SIP/2.0',
    'INVITE sip:%s@%s SIP/2.0',
    ' SIP/2.0',
    'SIP/2.0',
  ])('does not stand in %j', (text) => {
    expect(findStartLine(text)).toBe(-1);
  });

  it.each([
    'INVITE sip:user@example.com; lr SIP/2.0',
    'INVITE  <sip:user@example.com>  SIP/2.0',
    'OPTIONS sip:t.watson@example.org SIP/7.0',
    'SIP/2.0 4294967301 better not',
    "!odd-Method%indeed'~ nobodyKnows:content SIP/2.0",
    'INVITE sip:alan@example.com',
  ])('is meant by %j', (text) => {
    expect(looksLikeStartLine(text)).toBe(true);
  });

  it.each(['', 'Hello there', 'SIP/2.0', 'To: sip:a SIP', 'Dear SIP/2.0 users, hello'])(
    'is not meant by %j',
    (text) => {
      expect(looksLikeStartLine(text)).toBe(false);
    },
  );
});

describe('a message in any text', () => {
  it('needs three header lines, one of which names the transaction', () => {
    const text = (lines: string) => `prose\n\nBYE sip:b@example.com SIP/2.0\n${lines}\n\nprose\n`;
    expect(startLines(text('To: a\nFrom: b\nCall-ID: 1'))).toHaveLength(1);
    expect(startLines(text('To: a\nFrom: b\nSubject: 1'))).toEqual([]);
    expect(startLines(text('To: a\nCall-ID: 1'))).toEqual([]);
    expect(read(text('To: a\nCall-ID: 1')).notes).toEqual({ 'start-line-without-message': 1 });
  });

  it('may be broken where the file begins with it', () => {
    expect(startLines('BYE sip:b@example.com SIP/2.0\nTo: a\n\n')).toHaveLength(1);
    expect(startLines('BYE b example SIP/3.0\nTo: a\n\n')).toHaveLength(1);
    expect(startLines('BYE sip:b@example.com SIP/2.0\nis what we sent\n')).toEqual([]);
  });

  it('ends where its length says, although line ends were changed', () => {
    const body = 'one\r\ntwo\r\n';
    const text = `note\nMESSAGE sip:b@example.com SIP/2.0\n${headers}Content-Type: text/plain\nContent-Length: ${body.length}\n\none\ntwo\nand this is not in it\n`;
    expect(read(text).messages[0].text.split('\r\n\r\n')[1]).toBe(body);
  });

  it('keeps line feeds in a body whose length counts them', () => {
    const body = '<?xml version="1.0"?>\n<a>\n <b/>\n</a>\n';
    const text = `note\nNOTIFY sip:b@example.com SIP/2.0\n${headers}Content-Type: application/xml\nContent-Length: ${body.length}\n\n${body}\nmore prose\n`;
    expect(read(text).messages[0].text.split('\r\n\r\n')[1]).toBe(body);
  });

  it('keeps both line ends of a multipart body', () => {
    const xml = '<?xml version="1.0"?>\n<a>\n<b/>\n</a>';
    const body = `--B\r\nContent-Type: application/sdp\r\n\r\nv=0\r\ns=-\r\n--B\r\nContent-Type: application/xml\r\n\r\n${xml}\r\n--B--\r\n`;
    const text = `note\nINVITE sip:b@example.com SIP/2.0\n${headers}Content-Type: Multipart/Mixed;boundary="B"\nContent-Length: ${body.length}\n\n${body.replaceAll('\r', '')}\nprose\n`;
    expect(read(text).messages[0].text.endsWith(`\r\n\r\n${body}`)).toBe(true);
  });

  it('ends its SDP where the SDP ends, whatever the length says', () => {
    const text = `note\nINVITE sip:b@example.com SIP/2.0\n${headers}Content-Type: application/sdp\nContent-Length: 500\n\nv=0\ns=-\n2026-01-05 10:15:30 next record\nof several lines\n`;
    const [message] = read(text).messages;
    expect(message.text.endsWith('\r\n\r\nv=0\r\ns=-\r\n')).toBe(true);
    expect(message.truncated).toBe(true);
  });

  it('does not begin in the body of another', () => {
    const fragment = `SIP/2.0 180 Ringing\r\n${headers.replaceAll('\n', '\r\n')}\r\n`;
    const notify = (type: string, length: number) =>
      `note\nNOTIFY sip:b@example.com SIP/2.0\n${headers}Content-Type: ${type}\nContent-Length: ${length}\n\n${fragment}\nBYE sip:c@example.com SIP/2.0\n${headers}\n`;
    expect(startLines(notify('message/sipfrag', fragment.length))).toEqual([
      'NOTIFY sip:b@example.com SIP/2.0',
      'BYE sip:c@example.com SIP/2.0',
    ]);
  });

  it('goes on behind lines of others', () => {
    const text = `x\nINVITE sip:b@example.com SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1\n[2026-01-05 10:15:30] [DEBUG] SIP response: SIP/2.0 200 OK\n2026-01-05 10:15:30.123 other thread\nCall-ID: 1\nCSeq: 1 INVITE\n\n`;
    const { messages, notes } = read(text);
    expect(messages.map((message) => message.text)).toEqual([
      'INVITE sip:b@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1\r\nCall-ID: 1\r\nCSeq: 1 INVITE\r\n\r\n',
    ]);
    expect(notes).toEqual({ 'foreign-line': 2 });
  });

  it('is found behind a learned prefix', () => {
    const prefixed = (text: string) =>
      text
        .split('\n')
        .map((line, index) => `12-18 13:20:40.${100 + index}  9915 ${9980 + index * 7} D SipLog: ${line}`.trimEnd())
        .join('\n');
    const { messages } = read(
      prefixed(`something\nINVITE sip:b@example.com SIP/2.0\n${headers}Subject: x\n  folded\n\nend`),
    );
    expect(messages[0].text).toBe(
      `INVITE sip:b@example.com SIP/2.0\n${headers}Subject: x\n  folded\n\n`.replaceAll('\n', '\r\n'),
    );
    expect(messages[0].log?.resolution).toBe(1000);
  });

  it('takes the rest of a wrapped header for a fold', () => {
    const text = `mail:\nINVITE sip:b@example.com SIP/2.0\n${headers}Contact: <sip:alice@192.0.2.1:5060;transport=udp>;a-rather-long\n=parameter\nMax-Forwards: 70\n\n`;
    expect(read(text).messages[0].text).toContain('a-rather-long\r\n =parameter\r\nMax-Forwards');
  });
});

describe('what stands above a message', () => {
  const bye = `BYE sip:b@example.com SIP/2.0\n${headers}\n`;
  const ends = (above: string) => {
    const [message] = read(`${above}\n${bye}`).messages;
    return [message.transport, message.source, message.destination, message.log?.endpointsInferred];
  };

  it('tells both endpoints', () => {
    expect(ends('10:15:30 TLS 192.0.2.7:5061 -> 192.0.2.8:5061')).toEqual([
      'tls',
      '192.0.2.7:5061',
      '192.0.2.8:5061',
      false,
    ]);
    expect(ends('IN [2001:db8::7]:5061 <-- [2001:db8::8]:5061')).toEqual([
      'udp',
      '[2001:db8::8]:5061',
      '[2001:db8::7]:5061',
      false,
    ]);
  });

  it('tells the peer and the direction', () => {
    expect(ends('pjsua_core.c .RX 528 bytes Request msg BYE/cseq=1 from TCP 192.0.2.7:5062:').slice(0, 2)).toEqual([
      'tcp',
      '192.0.2.7:5062',
    ]);
    expect(ends('SENT to 192.0.2.7:5061. Length= 894.')).toEqual(['udp', '192.0.2.1:5060', '192.0.2.7:5061', true]);
  });

  it('tells the time', () => {
    const { messages, summary } = read(`2026-01-05T10:15:30.250+01:00 trace\n${bye}`);
    expect(messages[0].time).toBe(Date.UTC(2026, 0, 5, 9, 15, 30, 250) * 1000);
    expect(messages[0].log?.resolution).toBe(1000);
    expect(summary.zoneAssumed).toBe(false);
  });
});
