/** What must hold for any input: no exception, chunks do not matter, places are those of the file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latin1Bytes, readLog } from './read.ts';

const root = join(import.meta.dirname, '../../fixtures/logs');
const logs = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.log'))
  .sort();

const chunkSizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3000 })), {
  minLength: 1,
  maxLength: 8,
});

/** The words that logs and messages are made of, in an order that nobody prints. */
const word = fc.constantFrom(
  'INVITE sip:bob@192.0.2.2 SIP/2.0',
  'BYE sip:bob@example.com SIP/2.0',
  'SIP/2.0 200 OK',
  'Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1',
  'Call-ID: 1',
  'CSeq: 1 INVITE',
  'Content-Type: application/sdp',
  'Content-Type: multipart/mixed;boundary=b',
  'Content-Type: application/pidf+xml',
  'Content-Length: 0',
  'Content-Length: 30',
  'Date: Mon, 05 Jan 2026 10:15:30 GMT',
  ' folded',
  'v=0',
  'm=audio 1 RTP/AVP 0',
  '--b',
  '--b--',
  '<?xml version="1.0"?>',
  '<a>',
  '</a>',
  '',
  '   ',
  '---',
  '<------------->',
  '[Jan  5 10:15:30] VERBOSE[1] chan_sip.c: ',
  '<--- SIP read from UDP:192.0.2.1:5060 --->',
  'Reliably Transmitting (NAT) to 192.0.2.1:5060:',
  '<--- Received SIP request (100 bytes) from TCP:192.0.2.1:5060 --->',
  '<--- Transmitting SIP response (120 bytes) to UDP:[2001:db8::1]:5060 --->',
  'recv 100 bytes from udp/[192.0.2.1]:5060 at 10:15:30.000000:',
  `   ${'-'.repeat(72)}`,
  '-'.repeat(72),
  '-'.repeat(47),
  `${'-'.repeat(47)} 2026-01-05 10:15:30.123456`,
  'UDP message sent (100 bytes):',
  'Unexpected UDP message received:',
  '2026-01-05 10:15:30.000000 [DEBUG] sofia.c:1 x',
  '2026/01/05 10:15:30.123456 192.0.2.1:5060 -> 192.0.2.2:5060',
  'U 192.0.2.1:5060 -> 192.0.2.2:5060 #3',
  'T 2026/01/05 10:15:30.123456 192.0.2.1:5060 -> 192.0.2.2:5060 [AP] #4',
  'Via: SIP/2.0/TCP 192.0.2.1.',
  'BYE sip:bob@example.com SIP/2.0.',
  '.',
  '10:15:30.123456 IP 192.0.2.1.5060 > 192.0.2.2.5060: SIP, length: 100',
  '10:15:30.123456 IP 192.0.2.1.5060 > 192.0.2.2.5060: Flags [P.], seq 1:2, length 60',
  'E..I..@.@.M..3d....BYE sip:bob@example.com SIP/2.0',
  '\t0x0000:  4500 0049 0001 4000 4011 0000 c000 0201  E..I',
  '0000  45 00 00 49 00 01 40 00 40 11 00 00 c0 00 02 01   E..I',
  'Frame 1: 343 bytes on wire (2744 bits), 343 bytes captured (2744 bits)',
  'Session Initiation Protocol (BYE)',
  '    Request-Line: BYE sip:bob@example.com SIP/2.0',
  '    Message Header',
  '        Call-ID: 1',
  '    Message Body',
  '        Session Description Protocol',
  '            Session Name (s): -',
  '    "_source": {',
  '          "sip.Request-Line": "BYE sip:bob@example.com SIP/2.0",',
  '          "sip.msg_hdr": "Call-ID: 1\\r\\nCSeq: 1 BYE\\r\\n\\r\\n",',
  'Follow: udp,ascii',
  'Follow: tcp,hex',
  'Node 0: 192.0.2.1:5060',
  'Node 1: 192.0.2.2:5060',
  '40',
  '='.repeat(20),
  'tag: rcv',
  'time: 1767608130.123456',
  '~'.repeat(20),
  '|'.repeat(20),
  'in udp 2026-01-05 10:15:30 192.0.2.1:5060 -> 192.0.2.2:5060',
  '10:15:30.123 pjsua_core.c .TX 100 bytes Request msg BYE/cseq=1 (tdta0x1) to UDP 192.0.2.1:5060:',
  '--end msg--',
  '2026-01-05 10:15:30:123 belle-sip-message-channel [0x1]: received [60] new bytes from [TCP://192.0.2.1:5060]:',
  'JsSIP:Transport received text message: BYE sip:bob@example.com SIP/2.0',
  'a=x +12ms',
  'x | sip.Transport | Sending WebSocket message:',
  '10:15:30.123#',
  'UDP 192.0.2.1:5060 -> 192.0.2.2:5060',
  '<message from="192.0.2.1:5060" to="192.0.2.2:5060" time="1767608130000">',
  '<![CDATA[BYE sip:bob@example.com SIP/2.0',
  ']]>',
  '@ +1 udp 192.0.2.1:1 > 192.0.2.2:2 ! a',
  '@@ capture ends +1',
  '@@ trace ends',
  '# comment',
  '{"log":"Via: SIP/2.0/UDP 192.0.2.1\\r\\n","time":"2026-01-05T10:15:30Z"}',
  '{"message":"BYE sip:a SIP/2.0\\r\\nVia: SIP/2.0/UDP 192.0.2.1\\r\\nCSeq: 1 BYE\\r\\nTo: a\\r\\n"}',
  'Jan  5 10:15:30 host app[1]: BYE sip:a SIP/2.0#015#012Via: x#015#012To: y#015#012CSeq: 1#015#012',
  'garbage',
  '\x1b[1m',
);
const line = fc
  .tuple(
    fc.constantFrom('', '', '', '> ', '   ', '    ', '[Jan  5 10:15:30] ', 'TX ', '\t'),
    word,
    fc.constantFrom('\n', '\r\n', '\n\r', '\r', ''),
  )
  .map((parts) => parts.join(''));
const nonsense = fc.array(line, { maxLength: 60 }).map((lines) => latin1Bytes(lines.join('')));

describe('chunks', () => {
  it.each(logs)('%s gives the same however it is cut', (path) => {
    const input = readFileSync(join(root, path));
    const whole = readLog(input, [input.length]);
    fc.assert(
      fc.property(chunkSizes, (sizes) => {
        expect(readLog(input, sizes)).toEqual(whole);
      }),
      { numRuns: 12 },
    );
  });

  it('do not matter for nonsense either', () => {
    fc.assert(
      fc.property(nonsense, chunkSizes, (input, sizes) => {
        expect(readLog(input, sizes)).toEqual(readLog(input, [Math.max(1, input.length)]));
      }),
      { numRuns: 15000 },
    );
  });
});

describe('any bytes', () => {
  const check = (input: Uint8Array): void => {
    const { messages, summary } = readLog(input);
    expect(summary.messages).toBe(messages.length);
    let before = -1;
    for (const message of summary.newestFirst ? messages.toReversed() : messages) {
      expect(message.line).toBeGreaterThanOrEqual(1);
      expect(message.line).toBeLessThanOrEqual(summary.lines);
      expect(message.position).toBeGreaterThanOrEqual(before);
      expect(message.position + message.length).toBeLessThanOrEqual(input.length);
      expect(message.length).toBeGreaterThan(0);
      expect(message.text.length).toBeGreaterThan(0);
      expect(Number.isFinite(message.time)).toBe(true);
      expect(message.time).toBeGreaterThanOrEqual(summary.firstTime);
      expect(message.time).toBeLessThanOrEqual(summary.lastTime);
      before = message.position;
    }
  };

  it('never throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), check), { numRuns: 300 });
  });

  it('never throw when they look like logs', () => {
    fc.assert(fc.property(nonsense, check), { numRuns: 1500 });
  });

  it('never throw when a log is damaged', () => {
    const inputs = logs.map((path) => readFileSync(join(root, path)));
    const change = fc.record({ at: fc.nat(), remove: fc.nat(40), insert: fc.uint8Array({ maxLength: 12 }) });
    fc.assert(
      fc.property(fc.nat(), fc.array(change, { minLength: 1, maxLength: 10 }), (which, changes) => {
        let input = new Uint8Array(inputs[which % inputs.length]);
        for (const { at, remove, insert } of changes) {
          const start = at % (input.length + 1);
          input = new Uint8Array([...input.subarray(0, start), ...insert, ...input.subarray(start + remove)]);
        }
        check(input);
      }),
      { numRuns: 200 },
    );
  });
});
