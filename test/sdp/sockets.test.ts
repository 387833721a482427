/** The sockets of a description, against those that the full parse finds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSdp } from '../../src/sdp/session.ts';
import { socketsOf } from '../../src/sdp/sockets.ts';

const read = (text: string) => {
  const bytes = new Uint8Array(Buffer.from(text, 'latin1'));
  return socketsOf(bytes, 0, bytes.length);
};

describe('sockets of a description', () => {
  it('are those of each section, or of the session', () => {
    const lines = [
      'v=0',
      'o=- 1 1 IN IP4 192.0.2.1',
      's=-',
      'c=IN IP4 192.0.2.1',
      't=0 0',
      'm=audio 40000 RTP/AVP 8',
      'a=rtcp:40009 IN IP4 192.0.2.3',
      'a=candidate:1 1 UDP 2130706431 192.0.2.4 8998 typ host',
      'a=candidate:2 1 tcp 2130706431 192.0.2.5 9 typ host',
      'm=video 40002/2 RTP/AVP 99',
      'c=IN IP4 233.252.0.1/127',
      'a=rtcp-mux',
      'm=image 0 udptl t38',
    ];
    expect(read(lines.join('\r\n'))).toEqual([
      {
        index: 0,
        kind: 'audio',
        address: '192.0.2.1',
        port: 40_000,
        rtcpPort: 40_009,
        rtcpAddress: '192.0.2.3',
        mux: false,
        candidates: [{ address: '192.0.2.4', port: 8998 }],
      },
      {
        index: 1,
        kind: 'video',
        address: '233.252.0.1',
        port: 40_002,
        rtcpPort: 40_002,
        rtcpAddress: '233.252.0.1',
        mux: true,
        candidates: [],
      },
      {
        index: 2,
        kind: 'image',
        address: '192.0.2.1',
        port: 0,
        rtcpPort: 0,
        rtcpAddress: '192.0.2.1',
        mux: false,
        candidates: [],
      },
    ]);
  });

  it('are the same that a full parse finds, in every fixture of text', () => {
    const folder = join(import.meta.dirname, '../../fixtures/rules');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.sip'));
    let compared = 0;
    for (const name of names) {
      const text = readFileSync(join(folder, name), 'latin1');
      for (const [body] of text.matchAll(/^v=0\r?\n(?:[a-z]=.*\r?\n?)+/gm)) {
        const session = parseSdp(body);
        if (session === undefined || session.defects.length > 0) continue;
        const wanted = session.media.map(({ kind, port, connection }) => [kind, port, connection?.address ?? '']);
        expect(
          read(body).map(({ kind, port, address }) => [kind, port, address]),
          name,
        ).toEqual(wanted);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(50);
  });

  it('are none of any bytes, without complaint', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('m', 'c', 'a', '=', ' ', '\n', 'I', '4', ':', 'r', 't', 'p') }),
        (text) => {
          for (const { port, rtcpPort } of read(text)) {
            expect(port).toBeLessThanOrEqual(65_535);
            expect(rtcpPort).toBeLessThanOrEqual(65_536);
          }
        },
      ),
    );
  });
});
