import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSdp } from '../../src/sdp/session.ts';
import { runs } from '../syntax/runs.ts';

const head = ['v=0', 'o=ana 2890844526 2890842807 IN IP4 192.0.2.1', 's=-', 'c=IN IP4 192.0.2.1', 't=0 0'];
const sdp = (...lines: string[]) => `${[...head, ...lines].join('\r\n')}\r\n`;
const codes = (text: string) =>
  parseSdp(text)?.defects.map(({ code, args }) => [code, ...Object.values(args)].join(' '));

describe('parseSdp', () => {
  test('an audio call', () => {
    const session = parseSdp(
      sdp(
        'm=audio 49170 RTP/AVP 8 0 96 101 18',
        'a=rtpmap:96 opus/48000/2',
        'a=fmtp:96 useinbandfec=1',
        'a=rtpmap:101 telephone-event/8000',
        'a=fmtp:101 0-15',
        'a=fmtp:18 annexb=no',
        'a=ptime:20',
        'a=maxptime:60',
        'a=sendonly',
        'a=rtcp:53020 IN IP4 192.0.2.9',
      ),
    );
    expect(session).toMatchObject({
      origin: { username: 'ana', sessionId: '2890844526', version: '2890842807', address: '192.0.2.1' },
      connection: { version: 4, address: '192.0.2.1' },
      defects: [],
    });
    expect(session?.media).toEqual([
      {
        kind: 'audio',
        port: 49170,
        protocol: 'RTP/AVP',
        formats: ['8', '0', '96', '101', '18'],
        payloads: [
          { id: 8, encoding: 'PCMA', clockRate: 8000, channels: 1, fmtp: '' },
          { id: 0, encoding: 'PCMU', clockRate: 8000, channels: 1, fmtp: '' },
          { id: 96, encoding: 'opus', clockRate: 48000, channels: 2, fmtp: 'useinbandfec=1' },
          { id: 101, encoding: 'telephone-event', clockRate: 8000, channels: 1, fmtp: '0-15' },
          { id: 18, encoding: 'G729', clockRate: 8000, channels: 1, fmtp: 'annexb=no' },
        ],
        connection: { version: 4, address: '192.0.2.1' },
        direction: 'sendonly',
        ptime: 20,
        maxptime: 60,
        rtcp: { port: 53020, address: '192.0.2.9' },
        rtcpMux: false,
        rtcpOff: false,
        mid: undefined,
        crypto: [],
        fingerprint: undefined,
        setup: undefined,
        candidates: 0,
        rejected: false,
      },
    ]);
  });

  test('defaults of the session reach the media, and their own values win', () => {
    const session = parseSdp(
      sdp(
        'a=recvonly',
        'a=setup:ActPass',
        'a=fingerprint:SHA-256 AA:BB',
        'm=audio 4000 RTP/AVP 0',
        'm=video 4002 RTP/SAVPF 99',
        'c=IN IP6 2001:db8::2',
        'a=inactive',
        'a=setup:active',
        'a=rtcp-mux',
        'a=mid:1',
      ),
    );
    expect(session?.media).toMatchObject([
      {
        direction: 'recvonly',
        connection: { version: 4, address: '192.0.2.1' },
        setup: 'actpass',
        fingerprint: { hash: 'sha-256', value: 'AA:BB' },
      },
      {
        direction: 'inactive',
        connection: { version: 6, address: '2001:db8::2' },
        setup: 'active',
        rtcpMux: true,
        mid: '1',
        payloads: [{ id: 99, encoding: '', clockRate: 0 }],
      },
    ]);
  });

  test('keys, candidates, refusals and protocols other than RTP', () => {
    const session = parseSdp(
      sdp(
        'm=audio 0 RTP/SAVP 0',
        'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:MDEyMzQ1|2^20|1:32 UNENCRYPTED_SRTCP',
        'a=crypto:2 AES_CM_128_HMAC_SHA1_32 inline:YWJj',
        'a=candidate:1 1 UDP 2130706431 192.0.2.1 4000 typ host',
        'a=candidate:2 1 UDP 1694498815 192.0.2.3 4001 typ srflx raddr 192.0.2.1 rport 4000',
        'm=image 4004 udptl t38',
        'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
        'm=audio 49170/2 RTP/AVP 0',
      ),
    );
    expect(session?.defects).toEqual([]);
    expect(session?.media).toMatchObject([
      {
        rejected: true,
        port: 0,
        candidates: 2,
        crypto: [
          {
            tag: 1,
            suite: 'AES_CM_128_HMAC_SHA1_80',
            keyParams: 'inline:MDEyMzQ1|2^20|1:32',
            sessionParams: 'UNENCRYPTED_SRTCP',
          },
          { tag: 2, sessionParams: '' },
        ],
      },
      { kind: 'image', protocol: 'udptl', formats: ['t38'], payloads: [] },
      { kind: 'application', formats: ['webrtc-datachannel'], payloads: [] },
      { port: 49170, payloads: [{ id: 0 }] },
    ]);
  });

  test('numbers beyond 2^53 and multicast addresses', () => {
    const text = sdp('m=audio 4000 RTP/AVP 0', 'c=IN IP4 233.252.0.1/127/3').replace(
      '2890844526',
      '18446744073709551615',
    );
    expect(parseSdp(text)).toMatchObject({
      origin: { sessionId: '18446744073709551615' },
      media: [{ connection: { address: '233.252.0.1' } }],
    });
  });

  test('line ends may be LF or CR', () => {
    const text = sdp('m=audio 4000 RTP/AVP 0');
    expect(parseSdp(text.replaceAll('\r\n', '\n'))?.media).toEqual(parseSdp(text)?.media);
    expect(parseSdp(text.replaceAll('\r\n', '\r'))?.media).toEqual(parseSdp(text)?.media);
  });

  test.each([
    ['m=audio 4000 RTP/AVP', ['sdp-media-malformed audio 4000 RTP/AVP']],
    ['m=audio x RTP/AVP 0', ['sdp-media-malformed audio x RTP/AVP 0']],
    ['m=audio 4000 RTP/AVP pcmu', ['sdp-media-malformed audio 4000 RTP/AVP pcmu']],
    ['m=audio 4000 RTP/AVP 200', ['sdp-media-malformed audio 4000 RTP/AVP 200']],
    ['m =video 3227 RTP/AVP 31', ['sdp-line-malformed m =video 3227 RTP/AVP 31']],
    ['m=audio 4000 RTP/AVP 96\r\na=rtpmap:96', ['sdp-attribute-malformed rtpmap']],
    ['m=audio 4000 RTP/AVP 96\r\nb=AS:64\r\nc=IN IP4 192.0.2.3', ['sdp-line-misplaced c']],
    ['x', ['sdp-line-malformed x']],
    [`a=${'x'.repeat(5000)}`, ['sdp-too-long 5002']],
  ])('defects of %.60j', (line, expected) => expect(codes(sdp(line))).toEqual(expected));

  test.each([
    ['v=0', ['sdp-line-missing o', 'sdp-line-missing s', 'sdp-line-missing t']],
    [
      'm=audio 4000 RTP/AVP 0',
      [
        'sdp-line-missing v',
        'sdp-line-missing o',
        'sdp-line-missing s',
        'sdp-line-missing t',
        'sdp-connection-missing audio',
      ],
    ],
    [
      sdp('m=audio 4000 RTP/AVP 0').replace('IN IP4', 'INIP4'),
      ['sdp-origin-malformed ana 2890844526 2890842807 INIP4 192.0.2.1'],
    ],
    [
      sdp('m=audio 4000 RTP/AVP 0').replace('c=IN IP4', 'c=IN'),
      ['sdp-connection-missing audio', 'sdp-connection-malformed IN 192.0.2.1'],
    ],
    [`${sdp('m=audio 4000 RTP/AVP 0')}${'a=x\r\n'.repeat(5000)}`, ['sdp-too-long 4096']],
  ])('defects of %.60j', (text, expected) => expect(codes(text)).toEqual(expected));

  test.each(['', 'hello', '{"a":1}', 'o=- 1 1 IN IP4 192.0.2.1', 'a=candidate:1 1 UDP 1 192.0.2.1 1 typ host'])(
    '%j is no session',
    (text) => {
      expect(parseSdp(text)).toBeUndefined();
    },
  );

  test('nothing throws, and each m= line is one section', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .tuple(fc.constantFrom(...'vosiuepcbtrzkamxq'), fc.string({ maxLength: 30 }))
        .map(([type, value]) => `${type}=${value}`),
      fc
        .tuple(
          fc.constantFrom(
            'rtpmap',
            'fmtp',
            'crypto',
            'candidate',
            'fingerprint',
            'rtcp',
            'ptime',
            'constructor',
            '__proto__',
          ),
          fc.string({ unit: fc.constantFrom(...'0123 /:;=.ab-|'), maxLength: 30 }),
        )
        .map(([name, value]) => `a=${name}:${value}`),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = `v=0\n${lines.join('\r\n')}`;
        const session = parseSdp(text);
        expect(session?.media.length).toBe(text.split(/[\r\n]/).filter((one) => one.startsWith('m=')).length);
        expect(JSON.stringify(session)).toBeTypeOf('string');
      }),
      runs,
    );
  });

  test('time is linear in the length of the text', () => {
    const started = performance.now();
    const pieces = [' ', '[a] ', 'a', '1 ', 'x=1,', '\\', '/', ':', ';~'];
    for (const name of [
      'imageattr:1 send ',
      'simulcast:send ',
      'candidate:',
      'floorid:',
      'rtpmap:1 ',
      'ptime:1',
      'source-filter: incl ',
      'mediaclk:',
      'extmap:1 ',
    ]) {
      for (const piece of pieces)
        parseSdp(sdp('m=audio 4000 RTP/AVP 0', ...Array(16).fill(`a=${name}${piece.repeat(4000 / piece.length)}`)));
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
