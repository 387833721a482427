/** Headers of RTP, RTCP, STUN and DTLS, from bytes that the RFCs lay out, and from any bytes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DTLS, DTLS_RECORD, demultiplex, NOTHING, RTCP, RTP, STUN, TURN_CHANNEL } from '../../src/media/demultiplex.ts';
import { readDtls } from '../../src/media/dtls.ts';
import { type ReportBlock, type RtcpSink, readRtcp, type VoipMetrics } from '../../src/media/rtcp.ts';
import { createRtpHeader, readRtp } from '../../src/media/rtp.ts';
import { readStun } from '../../src/media/stun.ts';
import { rtcpCompound } from '../rules/rtcp.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

describe('RTP (RFC 3550 §5.1)', () => {
  const rtp = createRtpHeader();
  const read = (bytes: Uint8Array, whole = true) => readRtp(bytes, 0, bytes.length, whole, rtp);

  it('is read', () => {
    expect(read(hex('80 88 ffff 00000140 1a0f31b2 d5d5d5d5'))).toBe(true);
    expect(rtp).toEqual({
      payloadType: 8,
      marker: true,
      sequence: 65_535,
      timestamp: 320,
      ssrc: 0x1a0f31b2,
      start: 12,
      end: 16,
    });
  });

  it('leaves out contributing sources, extension and padding', () => {
    // P, X, one CSRC; extension of one word; two bytes of padding.
    expect(read(hex('b1 00 0001 00000000 00000001 00000002 bede0001 11223344 d5d5 0002'))).toBe(true);
    expect([rtp.start, rtp.end]).toEqual([24, 26]);
  });

  it('is none with another version, or where lengths do not fit', () => {
    expect(read(hex('40 00 0001 00000000 00000001'))).toBe(false);
    expect(read(hex('a0 00 0001 00000000 00000001 d5d5d5ff'))).toBe(false);
    expect(read(hex('8f 00 0001 00000000 00000001'))).toBe(false);
    // A capture that cut the packet does not know its padding.
    expect(read(hex('a0 00 0001 00000000 00000001 d5d5d5ff'), false)).toBe(true);
  });
});

describe('what shares a socket (RFC 7983, RFC 5761)', () => {
  it.each([
    ['RTP', '80 00 0001 00000000 00000001', RTP],
    ['RTCP', '80 c9 0001 00000001', RTCP],
    ['STUN', '0001 0000 2112a442 000102030405060708090a0b', STUN],
    ['STUN of old', '0001 0000 00000000 000102030405060708090a0b', STUN],
    ['DTLS', '16 fefd 0000 000000000000 0000', DTLS],
    ['what DTLS 1.3 encrypts', '2c 0001 0010 000102030405060708090a0b0c0d0e0f', DTLS_RECORD],
    ['a TURN channel', '4000 0004 00000000', TURN_CHANNEL],
    ['a keep-alive', '00000000', NOTHING],
    ['TLS over UDP', '16 0303 0000 000000000000 0000', NOTHING],
  ])('%s', (_, bytes, kind) => {
    expect(demultiplex(hex(bytes), 0, hex(bytes).length)).toBe(kind);
  });
});

function collect(bytes: Uint8Array, encrypted = false) {
  const blocks: ReportBlock[] = [];
  const senders: number[][] = [];
  const names: string[] = [];
  const byes: number[] = [];
  const metrics: VoipMetrics[] = [];
  const others: number[] = [];
  const sink: RtcpSink = {
    sender: (...words) => void senders.push(words),
    block: (block) => void blocks.push({ ...block }),
    name: (_, name) => void names.push(name),
    bye: (ssrc) => void byes.push(ssrc),
    metrics: (one) => void metrics.push(one),
    other: (type) => void others.push(type),
  };
  const read = readRtcp(bytes, 0, bytes.length, encrypted, sink);
  return { read, blocks, senders, names, byes, metrics, others };
}

const SENDER_REPORT = '81 c8 000c 00000001 aaaabbbb ccccdddd 00000140 00000064 00003e80';
const BLOCK = '00000002 40 fffffe 00010005 00000050 11112222 00010000';
const DESCRIPTION = '81 ca 0003 00000001 01 05 6140622e63 00';

describe('RTCP', () => {
  it('of packet text is read as it was written', () => {
    const words = 'sr ssrc=7 at=1500 sent=100 of=2 fraction=0.25 lost=30 highest=400 jitter=96 report=500 delay=250';
    const found = collect(rtcpCompound([...words.split(' '), 'rr', 'ssrc=7', 'of=3', 'lost=-2', 'bye', 'ssrc=7']));
    expect(found.read).toBe(true);
    // The middle of NTP times: 65,536 a second.
    expect(found.senders).toEqual([[7, 98_304, 100, 16_000]]);
    expect(found.blocks).toEqual([
      {
        reporter: 7,
        ssrc: 2,
        fractionLost: 0.25,
        lost: 30,
        highest: 400,
        jitter: 96,
        lastReport: 32_768,
        delay: 16_384,
      },
      { reporter: 7, ssrc: 3, fractionLost: 0, lost: -2, highest: 0, jitter: 0, lastReport: 0, delay: 0 },
    ]);
    expect(found.byes).toEqual([7]);
    expect(() => rtcpCompound(['rr', 'loss=1'])).toThrow('not understood: loss=1');
  });

  it('compounds are read (RFC 3550 §6)', () => {
    const found = collect(hex(`${SENDER_REPORT} ${BLOCK} ${DESCRIPTION} 81 cb 0001 00000001`));
    expect(found.read).toBe(true);
    expect(found.senders).toEqual([[1, 0xbbbbcccc, 100, 16_000]]);
    expect(found.blocks).toEqual([
      {
        reporter: 1,
        ssrc: 2,
        fractionLost: 0.25,
        lost: -2,
        highest: 65_541,
        jitter: 80,
        lastReport: 0x11112222,
        delay: 65_536,
      },
    ]);
    expect(found.names).toEqual(['a@b.c']);
    expect(found.byes).toEqual([1]);
  });

  it('carries VoIP metrics (RFC 3611 §4.7)', () => {
    const body = '07 00 0008 00000002 40 20 80 01 0064 03e8 0064 000a 00 00 00 10 5d 7f 2b 7f 00 00 003c 0078 00b4';
    const { metrics } = collect(hex(`80 cf 000a 00000001 ${body}`));
    expect(metrics).toEqual([
      {
        reporter: 1,
        ssrc: 2,
        lossRate: 0.25,
        discardRate: 0.125,
        burstDensity: 0.5,
        gapDensity: 1 / 256,
        roundTrip: 100,
        endSystemDelay: 10,
        rating: 93,
        mosListening: 4.3,
        mosConversation: undefined,
      },
    ]);
  });

  it('tells nothing but its sender when encrypted, and ends where it does not hold together', () => {
    expect(collect(hex(`${SENDER_REPORT} ${BLOCK}`), true)).toMatchObject({ read: true, blocks: [], others: [200] });
    expect(collect(hex('80 c8 ffff 00000001')).read).toBe(false);
  });
});

describe('STUN (RFC 8489)', () => {
  it('shows who checks whom', () => {
    const message = '0001 0020 2112a442 000102030405060708090a0b 0006 0009 61626364 3a65666768 000000';
    expect(readStun(hex(`${message} 0025 0000 802a 0008 0000000000000001`), 0, 56)).toMatchObject({
      method: 1,
      class: 0,
      username: 'abcd:efgh',
      nominates: true,
      role: 'controlling',
      error: 0,
    });
  });

  it('shows errors', () => {
    const role = '0111 0008 2112a442 000102030405060708090a0b 0009 0004 00000457';
    expect(readStun(hex(role), 0, hex(role).length)).toMatchObject({ class: 3, error: 487 });
  });
});

describe('DTLS (RFC 6347)', () => {
  it('is followed as far as it is in clear', () => {
    const records: string[] = [];
    const hello = '16 feff 0000 000000000000 0001 01';
    const alert = '15 fefd 0000 000000000001 0002 0228';
    const changed = '14 fefd 0000 000000000002 0001 01 16 fefd 0001 000000000000 0002 aaaa';
    const encrypted = '2c 0001 0010 000102030405060708090a0b0c0d0e0f';
    for (const bytes of [hello, alert, changed, encrypted]) {
      readDtls(hex(bytes), 0, hex(bytes).length, ({ what, alert: code }) => void records.push(`${what} ${code}`));
    }
    expect(records).toEqual(['client-hello -1', 'alert 40', 'change-cipher -1', 'handshake -1', 'data -1']);
  });
});

describe('any bytes', () => {
  it('are taken without complaint', () => {
    const rtp = createRtpHeader();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, whole) => {
        demultiplex(bytes, 0, bytes.length);
        if (readRtp(bytes, 0, bytes.length, whole, rtp)) {
          expect(rtp.start).toBeLessThanOrEqual(rtp.end);
          expect(rtp.end).toBeLessThanOrEqual(bytes.length);
        }
        collect(bytes);
        readStun(bytes, 0, bytes.length);
        readDtls(bytes, 0, bytes.length, () => {});
      }),
    );
  });
});
