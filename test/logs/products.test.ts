/** What single products do that no other does. */
import { describe, expect, it } from 'vitest';
import { latin1Bytes, readLog } from './read.ts';

const message = (id: string, more = ''): string =>
  `MESSAGE sip:b@192.0.2.2 SIP/2.0\r\nVia: SIP/2.0/TCP 192.0.2.1:5060;branch=z9hG4bK${id}\r\nCall-ID: ${id}\r\nCSeq: 1 MESSAGE\r\n${more}Content-Length: 0\r\n\r\n`;
const read = (text: string) => readLog(latin1Bytes(text)).messages;

describe('tshark cuts long headers', () => {
  const tree = (header: string): string =>
    `Session Initiation Protocol (MESSAGE)\n    Request-Line: MESSAGE sip:b@192.0.2.2 SIP/2.0\n    Message Header\n        ${header}\n        Call-ID: a\n        CSeq: 1 MESSAGE\n        Content-Length: 0\n`;

  it.each([
    ['[truncated]Via: SIP/2.0/UDP 192.0.2.1', true],
    ['Via [truncated]: SIP/2.0/UDP 192.0.2.1', true],
    ['Via: SIP/2.0/UDP 192.0.2.1', false],
  ])('%s', (header, truncated) => {
    expect(read(tree(header)).map((one) => [one.callId, one.truncated])).toEqual([['a', truncated]]);
    expect(read(tree(header))[0].text).toContain('\r\nVia: SIP/2.0/UDP 192.0.2.1\r\n');
  });
});

describe('belle-sip logs what it reads', () => {
  const line = (text: string): string => `2026-01-05 10:15:30:123 belle-sip-message-${text}\n`;
  const received = (text: string, size = text.length): string =>
    `${line(`channel [0x7f1c]: received [${size}] new bytes from [TCP://192.0.2.1:5060]:`)}${text}\n`;

  it('several messages at once', () => {
    const text = message('one') + message('two');
    expect(read(received(text) + line('x')).map((one) => [one.callId, one.source, one.log?.dialect])).toEqual([
      ['one', '192.0.2.1:5060', 'linphone'],
      ['two', '192.0.2.1:5060', 'linphone'],
    ]);
  });

  it('one message and a half, and the rest', () => {
    const text = message('one') + message('two');
    for (const at of [20, 180, message('one').length, 190, 230]) {
      const found = read(
        received(text.slice(0, at)) + line('channel [0x7f1c]: parsed') + received(text.slice(at)) + line('x'),
      );
      expect(found.map(({ callId, text: bytes }) => [callId, bytes])).toEqual([
        ['one', message('one')],
        ['two', message('two')],
      ]);
    }
  });

  it('and stops at what does not print', () => {
    const begun =
      'MESSAGE sip:b@192.0.2.2 SIP/2.0\r\nVia: SIP/2.0/TCP 192.0.2.1:5060\r\nCall-ID: a\r\nCSeq: 1 MESSAGE\r\nContent-Length: 90\r\n\r\n';
    const [found] = read(`${received(begun, begun.length + 90)}... (binary data)\n${line('x')}`);
    expect([found.callId, found.truncated]).toEqual(['a', true]);
  });
});

describe('tcpdump prints times in five ways', () => {
  const packet = (stamp: string): string =>
    `${stamp}IP 192.0.2.1.5060 > 192.0.2.2.5060: SIP: MESSAGE sip:b@192.0.2.2 SIP/2.0\nE..I.d@.@.M..3d..........5..${message('a').replaceAll('\r', '')}\n`;

  it.each([
    ['-tttt', '2026-01-05 10:15:30.123456 ', 1_767_608_130_123_456],
    ['-tt', '1767608130.123456 ', 1_767_608_130_123_456],
    ['-t', '', 0],
  ])('%s', (_flag, stamp, time) => {
    expect(read(packet(stamp)).map((one) => one.time)).toEqual([time]);
  });

  it('-ttt, since the packet before', () => {
    const text = packet(' 00:00:00.000000 ') + packet(' 00:00:01.500000 ') + packet(' 00:00:00.500000 ');
    expect(read(text).map((one) => one.time)).toEqual([0, 1_500_000, 2_000_000]);
  });
});

describe('reSIProcate', () => {
  it('does not take a socket that listens everywhere for the sender', () => {
    const [found] = read(
      `DEBUG | 20260105-101530.123 | app | RESIP:TRANSPORT | 1 | TransportSelector.cxx:1365 | Transmitting to [ V4 192.0.2.2:5060 TCP target domain=unspecified mFlowKey=0 ] tlsDomain= via [ V4 0.0.0.0:0 TCP target domain=unspecified mFlowKey=0 ]\n\n${message('a')}sigcomp id=\n`,
    );
    expect([found.source, found.destination, found.truncated]).toEqual(['192.0.2.1:5060', '192.0.2.2:5060', false]);
  });
});

describe('PJSIP', () => {
  it('loses the end of what its buffer does not hold', () => {
    const opener =
      '10:15:30.123 pjsua_core.c .RX 900 bytes Request msg MESSAGE/cseq=1 (rdata0x1) from UDP 192.0.2.1:5060:\n';
    const [found] = read(
      `${opener}${message('a', 'X-Long: xxx').slice(0, 150)}\n10:15:31.000 sip_endpoint.c !Processing\n`,
    );
    expect([found.log?.dialect, found.truncated]).toEqual(['pjsip', true]);
  });
});
