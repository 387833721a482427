/** Trace text: what is written is read back, whatever the bytes; marks and bounds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTraceMarks } from '../../src/logs/trace.ts';
import { writeTrace } from '../../src/logs/trace-writer.ts';
import { latin1Bytes, readLog } from './read.ts';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const address = fc.constantFrom('192.0.2.1', '2001:db8::1', 'local', 'host-1.example.com');

/** Bytes that look like messages often enough to reach the plain form, and anything else. */
const piece = fc.constantFrom(
  'INVITE sip:bob@example.com SIP/2.0\r\n',
  'Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\n',
  'Content-Length: auto\r\n',
  'Subject: Zoë "\\"quoted\\""\r\n',
  '\r\n',
  '\n',
  '\r',
  '# comment\r\n',
  '@ +1 udp 192.0.2.1:5060 > 192.0.2.2:5060\r\n',
  '@@ capture ends +5\r\n',
  ' \r\n',
  '\ttab\r\n',
  'v=0\r\n',
  'no end',
  '\\',
  '\\n',
  '\uFEFF',
  '\x1b[31m',
);
const payload = fc.oneof(
  fc.array(piece, { minLength: 1, maxLength: 12 }).map((parts) => bytesOf(parts.join(''))),
  fc.uint8Array({ minLength: 1, maxLength: 300 }),
);
const message = fc.record({
  time: fc.integer({ min: 0, max: 4_000_000_000_000_000 }),
  transport: fc.constantFrom('udp', 'tcp', 'tls', 'sctp', 'ws', 'wss'),
  source: fc.record({ address, port: fc.integer({ min: 0, max: 65_535 }) }),
  destination: fc.record({ address, port: fc.integer({ min: 0, max: 65_535 }) }),
  bytes: payload,
});

describe('trace text', () => {
  it('gives back the messages that were written', () => {
    const name = (end: { address: string; port: number }): string =>
      end.address.includes(':') ? `[${end.address}]:${end.port}` : `${end.address}:${end.port}`;
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), (written) => {
        const text = writeTrace(written);
        const { messages, notes } = readLog(bytesOf(text));
        expect(notes).toEqual({});
        expect(
          messages.map(({ time, transport, source, destination, text: bytes }) => [
            time,
            transport,
            source,
            destination,
            bytes,
          ]),
        ).toEqual(
          written.map(({ time, transport, source, destination, bytes }) => [
            time,
            transport,
            name(source),
            name(destination),
            Buffer.from(bytes).toString('latin1'),
          ]),
        );
        expect(messages.every(({ log }) => log?.exactBytes === true && log.endpointsInferred === false)).toBe(true);
        expect(parseTraceMarks(text)).toEqual(written.map(() => []));
      }),
      { numRuns: 500 },
    );
  });

  it('holds nothing that acts on a terminal', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 3 }), (written) => {
        expect(writeTrace(written)).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
      }),
    );
  });

  it('prints an ordinary message as it is read', () => {
    const text = writeTrace([
      {
        time: Date.UTC(2026, 0, 5, 10, 15, 30) * 1000 + 7,
        transport: 'udp',
        source: { address: '192.0.2.1', port: 5060 },
        destination: { address: '2001:db8::2', port: 5080 },
        bytes: bytesOf('OPTIONS sip:b@example.com SIP/2.0\r\nCall-ID: 1\r\nContent-Length: 0\r\n\r\n'),
      },
      {
        time: Date.UTC(2026, 0, 5, 10, 15, 31) * 1000 + 500_007,
        transport: 'udp',
        source: { address: '2001:db8::2', port: 5080 },
        destination: { address: '192.0.2.1', port: 5060 },
        bytes: bytesOf('SIP/2.0 200 OK\r\nCall-ID: 1\r\n\r\nv=0\r\n'),
      },
    ]);
    expect(text).toBe(
      [
        '@ 2026-01-05T10:15:30.000007Z udp 192.0.2.1:5060 > [2001:db8::2]:5080',
        'OPTIONS sip:b@example.com SIP/2.0',
        'Call-ID: 1',
        'Content-Length: 0',
        '',
        '@ +1.500000 udp [2001:db8::2]:5080 > 192.0.2.1:5060',
        'SIP/2.0 200 OK',
        'Call-ID: 1',
        '',
        'v=0',
        '',
        '',
      ].join('\n'),
    );
  });

  it('ends lines in CR LF, adds the blank line and computes an automatic length', () => {
    const { messages } = readLog(
      bytesOf(
        '@ +1 udp 192.0.2.1:1 > 192.0.2.2:2\nMESSAGE sip:b SIP/2.0\nContent-Length: auto\n\ntwo\nlines\n\n# end\n\n@ +1 udp 192.0.2.1:1 > 192.0.2.2:2\nBYE sip:b SIP/2.0\nContent-Length: auto\n',
      ),
    );
    expect(messages.map(({ text }) => text)).toEqual([
      'MESSAGE sip:b SIP/2.0\r\nContent-Length: 12\r\n\r\ntwo\r\nlines\r\n',
      'BYE sip:b SIP/2.0\r\nContent-Length: 0\r\n\r\n',
    ]);
    expect(messages.map(({ time }) => time)).toEqual([1_000_000, 2_000_000]);
  });

  it('reads the same from a checkout with Windows line ends', () => {
    const text =
      '@ +1 udp 192.0.2.1:1 > 192.0.2.2:2 ! a\nMESSAGE sip:b SIP/2.0\nContent-Length: auto\n\nhello\n@ +1 udp 192.0.2.1:1 > 192.0.2.2:2 escaped\na\\nb\\\n';
    const windows = text.replaceAll('\n', '\r\n');
    expect(readLog(bytesOf(windows)).messages.map((m) => m.text)).toEqual(
      readLog(bytesOf(text)).messages.map((m) => m.text),
    );
    expect(parseTraceMarks(windows)).toEqual(parseTraceMarks(text));
  });

  it('takes the bounds of the capture from its own lines', () => {
    const { summary } = readLog(
      bytesOf(
        '@@ capture starts 2026-01-05T10:00:00Z\n@ +5 udp 192.0.2.1:1 > 192.0.2.2:2\nBYE sip:b SIP/2.0\n@@ capture ends +32\n',
      ),
    );
    const start = Date.UTC(2026, 0, 5, 10) * 1000;
    expect([summary.firstTime, summary.lastTime]).toEqual([start, start + 37_000_000]);
  });

  it('lists the marks of each message', () => {
    const text = [
      '# file',
      '@ 2026-01-05T10:00:00Z udp 192.0.2.1:1 > 192.0.2.2:2   ! one-rule, another-rule',
      'BYE sip:b SIP/2.0',
      '@ +1 udp 192.0.2.1:1 > 192.0.2.2:2',
      '@ +1 udp 192.0.2.1:1 > 192.0.2.2:2 escaped !third',
      'x\\',
      '@ +1 udp 192.0.2.1:1 > 192.0.2.2:2',
      'BYE sip:b SIP/2.0',
    ].join('\n');
    // The second opening has no message, and so no ordinal.
    expect(parseTraceMarks(text)).toEqual([['one-rule', 'another-rule'], ['third'], []]);
    expect(readLog(bytesOf(text)).messages).toHaveLength(3);
  });

  it('counts what it does not understand', () => {
    const { messages, notes } = readLog(
      bytesOf('@ +1 udp 192.0.2.1:1 > 192.0.2.2:2\nBYE sip:b SIP/2.0\n@ tomorrow udp a > b\nBYE sip:c SIP/2.0\n'),
    );
    expect(messages).toHaveLength(1);
    expect(notes).toEqual({ 'trace-line-not-understood': 2 });
  });

  it('returns to other dialects when it ends', () => {
    const text =
      '@ +1 udp 192.0.2.1:1 > 192.0.2.2:2\nBYE sip:b SIP/2.0\n@@ trace ends\n<--- Received SIP request (9 bytes) from UDP:192.0.2.1:5060 --->\nBYE sip:c@192.0.2.2 SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1\n\n';
    expect(readLog(latin1Bytes(text)).summary.format).toEqual(['trace', 'asterisk-pjsip']);
  });
});
