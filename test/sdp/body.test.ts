import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../../src/bytes.ts';
import { findSdp } from '../../src/sdp/body.ts';
import { runs } from '../syntax/runs.ts';

const SDP = 'v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=café\r\nt=0 0\r\n';
const part = (type: string, body: string, ...headers: string[]) =>
  [`Content-Type: ${type}`, ...headers, '', body].join('\r\n');
const multipart = (boundary: string, ...parts: string[]) =>
  `${parts.map((one) => `--${boundary}\r\n${one}\r\n`).join('')}--${boundary}--\r\n`;
const MIXED = 'multipart/mixed;boundary="b 1"';

describe('findSdp', () => {
  test.each([
    ['application/sdp', SDP, SDP],
    ['Application/SDP; charset=utf-8', SDP, SDP],
    [undefined, SDP, SDP],
    ['', SDP, SDP],
    [undefined, 'hello', undefined],
    ['text/plain', SDP, undefined],
    ['application/isup', SDP, undefined],
    ['nonsense', SDP, undefined],
    [
      MIXED,
      multipart('b 1', part('text/plain', 'hi'), part('application/sdp', SDP), part('application/sdp', 'v=2')),
      SDP,
    ],
    [
      'multipart/alternative;boundary=b',
      multipart('b', part('application/sdp', 'v=1'), part('application/sdp', SDP), part('application/other', 'x')),
      SDP,
    ],
    [
      MIXED,
      multipart(
        'b 1',
        part('multipart/alternative;boundary=in', multipart('in', part('application/sdp', SDP))),
        part('text/plain', 'hi'),
      ),
      SDP,
    ],
    // Without Content-Type a part is plain text; folded and compact names count.
    [MIXED, `preamble\r\n${multipart('b 1', '\r\nv=1', `c:\r\n application/sdp\r\n\r\n${SDP}`)}epilogue`, SDP],
    [
      MIXED,
      multipart(
        'b 1',
        part('application/sdp', 'v=1', 'Content-Disposition: early-session'),
        part('application/sdp', SDP),
      ),
      SDP,
    ],
    // A cut body, and line ends of LF.
    [MIXED, `--b 1\r\n${part('application/sdp', SDP)}`, SDP],
    [MIXED, multipart('b 1', part('application/sdp', SDP)).replaceAll('\r\n', '\n'), SDP.replaceAll('\r\n', '\n')],
    [MIXED, '--b 1', undefined],
    [MIXED, '--b 1--', undefined],
    [MIXED, '', undefined],
    ['multipart/mixed', multipart('b', part('application/sdp', SDP)), undefined],
  ])('%s in %.40j', (contentType, body, expected) => {
    expect(findSdp(contentType, body)).toBe(expected);
    expect(findSdp(contentType, encodeUtf8(body))).toBe(expected);
  });

  test('binary parts before it do no harm', () => {
    const start = encodeUtf8(`--b 1\r\nContent-Type: application/x\r\n\r\n`);
    const binary = Uint8Array.from({ length: 256 }, (_, index) => index);
    const end = encodeUtf8(`\r\n--b 1\r\n${part('application/sdp', SDP)}\r\n--b 1--`);
    expect(findSdp(MIXED, Uint8Array.from([...start, ...binary, ...end]))).toBe(SDP);
  });

  test('depth and number of parts are bounded', () => {
    let body = part('application/sdp', SDP);
    for (let depth = 0; depth < 10; depth++)
      body = part(`multipart/mixed;boundary=b${depth}`, multipart(`b${depth}`, body));
    expect(findSdp('multipart/mixed;boundary=x', multipart('x', body))).toBeUndefined();
    const many = multipart('x', ...Array(1000).fill(part('text/plain', '')), part('application/sdp', SDP));
    expect(findSdp('multipart/mixed;boundary=x', many)).toBeUndefined();
  });

  test('nothing throws', () => {
    const piece = fc.constantFrom(
      '--b',
      '--',
      '\r\n',
      '\n',
      'Content-Type: ',
      'application/sdp',
      'multipart/mixed;boundary=b',
      ':',
      ' ',
      '\0',
      'v=0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const found = findSdp('multipart/mixed;boundary=b', pieces.join(''));
        expect(found === undefined || pieces.join('').includes(found)).toBe(true);
      }),
      runs,
    );
  });
});
