/** Which media belongs to which call: announced, moved, shared, used again, or nobody's. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report.ts';
import { type Part, synthesise } from './synthesiser.ts';
import { Trace } from './trace.ts';

const ALICE = { address: '192.0.2.1' };
const BOB = { address: '192.0.2.7' };
const A = '192.0.2.1:40000';
const B = '192.0.2.7:40000';

const brief = ({ streams }: Report) =>
  streams.map(({ call, direction, source, packets }) => [call, direction, source, packets]);

describe('media', () => {
  it('is followed both ways, early media included', () => {
    const report = new Trace()
      .call('one', 0, 3000, ALICE, BOB)
      .rtp({ from: B, to: A, at: 50, packets: 100, ssrc: 2 })
      .rtp({ from: A, to: B, at: 120, packets: 100 })
      .report('sdp', 'all');
    expect(brief(report)).toEqual([
      [0, 'to-caller', B, 100],
      [0, 'to-callee', A, 100],
    ]);
    const [early, later] = report.streams;
    expect(early).toMatchObject({ codec: 'PCMA', ptime: 20, lost: 0, startDelay: -50, sourceAnnounced: true });
    // 200 bytes every 20 ms; a MOS of G.711 without loss: R = 93.2 − 0.024 · 40 (packet and buffer).
    expect(later.bitRate).toBeGreaterThan(80_000);
    expect(later.quality).toMatchObject({ rating: 92.24, loss: 0, delay: 40, delayFrom: 'assumed' });
    expect(early.series?.points.reduce((sum, { packets }) => sum + packets, 0)).toBe(100);
    expect(report.calls[0].streams).toEqual([0, 1]);
    expect(report.summary.metrics.media).toMatchObject({ streams: 2, packets: 200, loss: 0, unclaimed: 0 });
  });

  it('from behind a NAT is known by where it goes, and what goes back by where it comes from', () => {
    const outside = '203.0.113.9:61000';
    const report = new Trace()
      .call('nat', 0, 3000, { address: '10.0.0.5' }, BOB)
      .rtp({ from: outside, to: B, at: 150, packets: 50 })
      .rtp({ from: B, to: outside, at: 200, packets: 50, ssrc: 2 })
      .report();
    expect(brief(report)).toEqual([
      [0, 'to-callee', outside, 50],
      [0, 'to-caller', B, 50],
    ]);
    expect(report.streams.map((one) => [one.sourceAnnounced, one.destinationAnnounced])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('on ports used again within a second is of the call that is up', () => {
    const report = new Trace()
      .call('one', 0, 2000, ALICE, BOB)
      .call('two', 2500, 5000, ALICE, BOB)
      .rtp({ from: A, to: B, at: 150, packets: 80 })
      .rtp({ from: A, to: B, at: 2650, packets: 90, sequence: 500 })
      .report();
    expect(brief(report)).toEqual([
      [0, 'to-callee', A, 80],
      [1, 'to-callee', A, 90],
    ]);
    expect(report.calls.map(({ streams }) => streams)).toEqual([[0], [1]]);
  });

  it('that passes a back-to-back agent untouched is of both legs, and listed once', () => {
    const report = new Trace()
      .call('leg-a', 0, 3000, ALICE, BOB)
      .call('leg-b', 10, 3010, ALICE, BOB)
      .rtp({ from: A, to: B, at: 200, packets: 60 })
      .report();
    expect(report.streams).toHaveLength(1);
    expect(report.calls.map(({ streams }) => streams)).toEqual([[0], [0]]);
  });

  it('that nobody announced is counted, and followed when asked for', () => {
    const trace = new Trace()
      .call('one', 0, 3000, ALICE, BOB)
      .rtp({ from: '192.0.2.20:30000', to: '192.0.2.21:30000', at: 100, packets: 60 });
    expect(trace.report()).toMatchObject({ streams: [], summary: { metrics: { media: { unclaimed: 1 } } } });
    expect(brief(trace.report('heuristic'))).toEqual([[null, 'unknown', '192.0.2.20:30000', 60]]);
    expect(trace.report('off')).toMatchObject({ streams: [], summary: { metrics: { media: { unclaimed: 0 } } } });
  });

  it('before its SDP is not lost out of sight', () => {
    const report = new Trace()
      .rtp({ from: B, to: A, at: 0, packets: 100, ssrc: 2 })
      .call('late', 990, 3000, ALICE, BOB)
      .report();
    // One second of two.
    expect(report.streams).toMatchObject([{ direction: 'to-caller', packets: 50, packetsBefore: 50, lost: 0 }]);
  });

  it('of a million sources is bounded', () => {
    const trace = new Trace().call('flood', 0, 3000, ALICE, BOB);
    for (let ssrc = 1; ssrc <= 2_000; ssrc++) trace.rtp({ from: B, to: A, at: 150 + ssrc / 2, packets: 1, ssrc });
    expect(trace.report().streams.length).toBeLessThanOrEqual(64);
  });

  it('of a new source on the same socket is another stream', () => {
    const report = new Trace()
      .call('moh', 0, 5000, ALICE, BOB)
      .rtp({ from: B, to: A, at: 150, packets: 50, ssrc: 2 })
      .rtp({ from: B, to: A, at: 1200, packets: 50, ssrc: 3, sequence: 9000 })
      .report();
    expect(report.streams.map(({ ssrc, lost }) => [ssrc, lost])).toEqual([
      ['0x00000002', 0],
      ['0x00000003', 0],
    ]);
  });

  it('has keys in its sound, which are listed where no events were agreed', () => {
    const key = (row: number, column: number): Part[] => [
      [[row, column], 100],
      [[], 100],
    ];
    const [later] = new Trace()
      .call('keys', 2_000, 9_000, ALICE, BOB)
      .rtp({
        from: A,
        to: B,
        at: 2_150,
        packets: 60,
        sound: synthesise([...key(770, 1209), ...key(697, 1336), ...key(941, 1477)]),
      })
      .report().streams;
    expect(later).toMatchObject({ digits: '', soundDigits: '42#', tones: [] });
    const agreed = { media: 'm=audio 40000 RTP/AVP 8 101\r\na=rtpmap:101 telephone-event/8000' };
    const [stream] = new Trace()
      .call('events', 0, 5_000, { ...ALICE, ...agreed }, { ...BOB, ...agreed })
      .rtp({ from: A, to: B, at: 150, packets: 60, sound: synthesise(key(770, 1209)) })
      .report().streams;
    expect(stream.soundDigits).toBe('');
  });

  it('that is silent for a while has a gap', () => {
    const [stream] = new Trace()
      .call('gap', 0, 9000, ALICE, BOB)
      .rtp({ from: A, to: B, at: 150, packets: 50 })
      .rtp({ from: A, to: B, at: 5150, packets: 50, sequence: 51 })
      .report().streams;
    expect(stream.gaps).toEqual([{ at: '2026-01-05T00:00:01.130000Z', length: 4020, missing: 0 }]);
  });

  it('of another port after a re-INVITE is followed there', () => {
    const moved = { ...BOB, media: 'm=audio 41000 RTP/AVP 8' };
    const trace = new Trace().call('move', 0, 9000, ALICE, BOB, false);
    const headers = ['Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKr', 'From: <sip:b@example.com>;tag=b'];
    const more = ['To: <sip:a@example.com>;tag=a', 'Call-ID: move', 'CSeq: 7 INVITE', 'Max-Forwards: 70'];
    trace.sip(1000, '192.0.2.7:5060', '192.0.2.1:5060', 'INVITE sip:a@192.0.2.1 SIP/2.0', [...headers, ...more], moved);
    trace.rtp({ from: A, to: '192.0.2.7:41000', at: 1200, packets: 40 });
    expect(brief(trace.report())).toEqual([[0, 'to-callee', A, 40]]);
  });

  it('that is T.38 is no RTP', () => {
    const fax = { ...BOB, media: 'm=image 40000 udptl t38' };
    const trace = new Trace().call('fax', 0, 3000, { ...ALICE, media: 'm=image 40000 udptl t38' }, fax);
    for (let i = 0; i < 20; i++)
      trace.add(200 + 20 * i, A, B, Uint8Array.of(0x80, i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    expect(trace.report().streams).toEqual([]);
  });

  it('that SDP encrypts is said to be so', () => {
    const media =
      'm=audio 40000 RTP/SAVP 8\r\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj';
    const [stream] = new Trace()
      .call('srtp', 0, 3000, { ...ALICE, media }, { ...BOB, media })
      .rtp({ from: A, to: B, at: 150, packets: 60 })
      .report().streams;
    expect(stream).toMatchObject({ encrypted: true, codec: 'PCMA', packets: 60 });
  });
});
