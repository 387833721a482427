/** What a slice holds of connections, fragments, errors and media, against frames counted by hand. */
import { describe, expect, it } from 'vitest';
import { createPcapReader } from '../../src/files/pcap.ts';
import { createPcapngReader } from '../../src/files/pcapng.ts';
import { fixturesIn } from '../fixtures.ts';
import { analyse, slice } from './slice.ts';

const captures = fixturesIn('captures', '.pcap');
const nothing = { count() {} };

function framesOf(bytes: Uint8Array) {
  const frames: { time: number; nanoseconds: number; linkType: number; hex: string; wire: number }[] = [];
  const kind = bytes[0] === 0x0a ? createPcapngReader : createPcapReader;
  const reader = kind({
    onFrame({ bytes: from, start, end, time, nanoseconds, linkType, wireLength }) {
      const hex = Buffer.from(from.subarray(start, end)).toString('hex');
      frames.push({ time, nanoseconds, linkType, hex, wire: wireLength });
    },
    tally: nothing,
  });
  reader.write(bytes);
  const facts = reader.end();
  return { frames, facts };
}

/** The capture with nanoseconds: a big-endian pcap of the same frames, each 7 ns later than its microsecond. */
function inNanoseconds(bytes: Uint8Array): Uint8Array {
  const { frames } = framesOf(bytes);
  const out = [Buffer.from('a1b23c4d00020004000000000000000000040000', 'hex'), Buffer.alloc(4)];
  out[1].writeUInt32BE(frames[0].linkType);
  for (const { time, hex, wire } of frames) {
    const header = Buffer.alloc(16);
    header.writeUInt32BE(Math.floor(time / 1e6), 0);
    header.writeUInt32BE((time % 1e6) * 1000 + 7, 4);
    header.writeUInt32BE(hex.length / 2, 8);
    header.writeUInt32BE(wire, 12);
    out.push(header, Buffer.from(hex, 'hex'));
  }
  return new Uint8Array(Buffer.concat(out));
}

describe('a slice', () => {
  it.each([...captures])('of all calls of %s holds frames of the capture, as they are and in order', (_name, whole) => {
    const { calls } = analyse(whole);
    const ids = calls.flatMap(({ callIds }) => callIds);
    const all = framesOf(whole).frames;
    const own = framesOf(slice(whole, 'pcap', ids).bytes).frames;
    let at = 0;
    for (const frame of own) {
      // The ends of the capture stay without their bytes.
      while (at < all.length && (all[at].time !== frame.time || (frame.hex !== '' && all[at].hex !== frame.hex))) at++;
      expect(at).toBeLessThan(all.length);
      expect(frame.wire).toBe(all[at].wire);
      at++;
    }
    expect(own[0]?.time).toBe(all.length === 0 ? undefined : Math.min(...all.map(({ time }) => time)));
  });

  it('keeps nanoseconds and link type', () => {
    const whole = inNanoseconds(captures.get('answered-call.pcap') ?? new Uint8Array());
    const [call] = analyse(whole).calls;
    const { bytes } = slice(whole, 'pcap', call.callIds);
    expect([...bytes.subarray(0, 4)]).toEqual([0x4d, 0x3c, 0xb2, 0xa1]);
    const { frames, facts } = framesOf(bytes);
    expect(frames.every(({ nanoseconds }) => nanoseconds === 7)).toBe(true);
    expect(facts.linkTypes).toEqual(framesOf(whole).facts.linkTypes);
  });

  it.each(['websocket-call', 'websocket-compressed', 'hep-3-mirrored', 'hep-2-mirrored', 'turn-relayed'])(
    'of one Call-ID of %s tells the same of it',
    (name) => {
      const whole = captures.get(`${name}.pcap`) ?? new Uint8Array();
      const all = analyse(whole);
      for (const one of [...all.calls, ...all.transactions]) {
        const ids = 'callIds' in one ? one.callIds : [one.callId];
        const { calls, transactions } = analyse(slice(whole, 'pcap', ids).bytes);
        const told = [...calls, ...transactions].find(({ start }) => start === one.start);
        const plain = ({ messages }: typeof one) =>
          messages.map(({ transport, source, destination, text }) => ({ transport, source, destination, text }));
        expect(told && plain(told)).toEqual(plain(one));
      }
    },
  );

  it('holds media of its call unless told otherwise, in both directions', () => {
    const whole = captures.get('softphones-talk.pcap') ?? new Uint8Array();
    const [call] = analyse(whole).calls;
    // tshark -Y sip: 6; -Y icmp: 1, which quotes RTP of the call; -Y 'udp && !sip && !icmp': 306.
    expect(slice(whole, 'pcap', call.callIds, false).frames).toBe(6 + 1);
    expect(slice(whole, 'pcap', call.callIds).frames).toBe(6 + 1 + 306);
  });

  it('of nothing holds no frame', () => {
    const whole = captures.get('answered-call.pcap') ?? new Uint8Array();
    expect(slice(whole, 'pcap', ['nobody']).frames).toBe(0);
  });
});
