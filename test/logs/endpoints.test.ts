/** Endpoints where a log prints one side or none. */
import { describe, expect, it } from 'vitest';
import { latin1Bytes, readLog } from './read.ts';

const pjsip = (verb: string, peer: string, message: string): string =>
  `<--- ${verb} SIP request (${message.replaceAll('\n', '\r\n').length} bytes) ${verb === 'Received' ? 'from' : 'to'} ${peer} --->\n${message}\n`;
const head = (start: string, via: string, extra = ''): string =>
  `${start}\nVia: SIP/2.0/${via}\nFrom: <sip:a@example.com>;tag=1\nTo: <sip:b@example.com>\nCall-ID: 1\nCSeq: 1 INVITE\n${extra}Content-Length: 0\n\n`;
const ends = (text: string): string[] =>
  readLog(latin1Bytes(text)).messages.map(({ source, destination }) => `${source} > ${destination}`);

describe('the local side', () => {
  it('is a symbol until something tells it', () => {
    const invite = head('INVITE sip:bob@example.com SIP/2.0', 'UDP 192.0.2.1;branch=z9hG4bKa');
    const onward = head('INVITE sip:bob@192.0.2.3 SIP/2.0', 'UDP 192.0.2.2:5080;branch=z9hG4bKb');
    const second = head('OPTIONS sip:example.com SIP/2.0', 'UDP 192.0.2.1;branch=z9hG4bKc');
    const text =
      pjsip('Received', 'UDP:192.0.2.1:5060', invite) +
      pjsip('Transmitting', 'UDP:192.0.2.3:5060', onward) +
      pjsip('Received', 'UDP:192.0.2.1:5060', second);
    expect(ends(text)).toEqual([
      '192.0.2.1:5060 > local:0',
      '192.0.2.2:5080 > 192.0.2.3:5060',
      '192.0.2.1:5060 > 192.0.2.2:5080',
    ]);
  });

  it('is told by the Request-URI or Contact as long as no Via does', () => {
    const invite = head('INVITE sip:bob@192.0.2.2:5070 SIP/2.0', 'UDP 192.0.2.1;branch=z9hG4bKa');
    const answer = head('SIP/2.0 200 OK', 'UDP 192.0.2.1;branch=z9hG4bKother', 'Contact: <sip:b@192.0.2.9:5070>\n');
    expect(ends(pjsip('Received', 'UDP:192.0.2.1:5060', invite))).toEqual(['192.0.2.1:5060 > 192.0.2.2:5070']);
    expect(ends(pjsip('Transmitting', 'UDP:192.0.2.1:5060', answer))).toEqual(['192.0.2.9:5070 > 192.0.2.1:5060']);
  });

  it('is one for each transport', () => {
    const udp = head('INVITE sip:bob@192.0.2.3 SIP/2.0', 'UDP 192.0.2.2:5060;branch=z9hG4bKa');
    const tls = head('INVITE sip:bob@192.0.2.3 SIP/2.0', 'TLS 192.0.2.2:5061;branch=z9hG4bKb');
    const received = head('BYE sip:pbx@example.com SIP/2.0', 'TLS 192.0.2.3;branch=z9hG4bKc');
    const text =
      pjsip('Transmitting', 'UDP:192.0.2.3:5060', udp) +
      pjsip('Transmitting', 'TLS:192.0.2.3:5061', tls) +
      pjsip('Received', 'TLS:192.0.2.3:5061', received);
    expect(ends(text).at(-1)).toBe('192.0.2.3:5061 > 192.0.2.2:5061');
  });

  it('answers on the address that was asked', () => {
    const asked = head('OPTIONS sip:192.0.2.20:5060 SIP/2.0', 'UDP 192.0.2.1;branch=z9hG4bKx');
    const answer = head('SIP/2.0 200 OK', 'UDP 192.0.2.1;branch=z9hG4bKx');
    expect(
      ends(pjsip('Received', 'UDP:192.0.2.1:5060', asked) + pjsip('Transmitting', 'UDP:192.0.2.1:5060', answer)),
    ).toEqual(['192.0.2.1:5060 > 192.0.2.20:5060', '192.0.2.20:5060 > 192.0.2.1:5060']);
  });
});

describe('where nothing is printed', () => {
  const raw = (...messages: string[]): string => `paste:\n${messages.join('\n')}`;

  it('requests go from their Via to their URI, responses back', () => {
    expect(
      ends(
        raw(
          head('INVITE sip:bob@192.0.2.2:5070 SIP/2.0', 'UDP 192.0.2.1:5062;branch=z9hG4bKa'),
          head('SIP/2.0 180 Ringing', 'UDP 192.0.2.1:5062;branch=z9hG4bKa', 'Contact: <sip:b@192.0.2.9>\n'),
        ),
      ),
    ).toEqual(['192.0.2.1:5062 > 192.0.2.2:5070', '192.0.2.2:5070 > 192.0.2.1:5062']);
  });

  it('what the receiver saw beats what the sender says', () => {
    expect(
      ends(
        raw(
          head('INVITE sip:b@192.0.2.2 SIP/2.0', 'UDP 10.0.0.1:5062;rport=40001;received=198.51.100.1;branch=z9hG4bKa'),
        ),
      ),
    ).toEqual(['198.51.100.1:40001 > 192.0.2.2:5060']);
  });

  it('a Route goes before the URI', () => {
    expect(
      ends(
        raw(
          head(
            'INVITE sip:b@example.com SIP/2.0',
            'TLS 192.0.2.1;branch=z9hG4bKa',
            'Route: <sip:192.0.2.77;lr>, <sip:192.0.2.78;lr>\n',
          ),
        ),
      ),
    ).toEqual(['192.0.2.1:5061 > 192.0.2.77:5061']);
  });

  it('a response alone comes from its Contact', () => {
    expect(
      ends(
        raw(
          head('SIP/2.0 200 OK', 'UDP [2001:db8::1];branch=z9hG4bKa', 'm: <sip:b@[2001:db8::2]:5070;transport=udp>\n'),
        ),
      ),
    ).toEqual(['[2001:db8::2]:5070 > [2001:db8::1]:5060']);
  });

  it('a cancelled request goes the way of its INVITE', () => {
    const invite = head('INVITE sip:b@192.0.2.2 SIP/2.0', 'UDP 192.0.2.1;branch=z9hG4bKa');
    const cancel = head('CANCEL sip:b@192.0.2.2:5099 SIP/2.0', 'UDP 192.0.2.1;branch=z9hG4bKa');
    expect(new Set(ends(raw(invite, cancel))).size).toBe(1);
  });

  it('an address of which only the port is printed is inferred, too', () => {
    const fields = ['tag: rcv', 'time: 1767608130.123456', 'proto: udp ipv4', 'srcport: 5060', 'dstport: 5070'];
    const message = head('OPTIONS sip:b@192.0.2.2:5070 SIP/2.0', 'UDP 192.0.2.1;branch=z9hG4bKa');
    const block = ['='.repeat(20), ...fields, '~'.repeat(20), message, '|'.repeat(20), ''].join('\n');
    expect(ends(block)).toEqual(['192.0.2.1:5060 > 192.0.2.2:5070']);
  });

  it('remembers only so many branches', () => {
    let text = 'x\n';
    for (let index = 0; index < 21_000; index++)
      text += head('BYE sip:b@192.0.2.2 SIP/2.0', `UDP 192.0.2.1;branch=z9hG4bK${index}`);
    text +=
      head('SIP/2.0 200 OK', 'UDP 192.0.2.1;branch=z9hG4bK0') +
      head('SIP/2.0 200 OK', 'UDP 192.0.2.1;branch=z9hG4bK20999');
    expect(ends(text).slice(-2)).toEqual(['unknown:0 > 192.0.2.1:5060', '192.0.2.2:5060 > 192.0.2.1:5060']);
  });
});
