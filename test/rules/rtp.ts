/**
 * Streams of RTP for packet text, told by words `name=value` (RFC 3550 §5.1):
 *
 *   packets   how many the sender sends                            100
 *   every     ms from one to the next                               20
 *   type      payload type                                           8
 *   ssrc, seq, ts   of the first packet                       1, 1, 0
 *   step      units of the timestamp from one to the next          160
 *   size      bytes of payload                                     160
 *   without   packets that get lost, from 0: `10-12,50`
 *   late      packets that come later than due, ms: `40:80,41:60`
 *   jitter    ms that a packet is late at the most, by a fixed pattern  0
 *   grouped   ms: packets are held until a multiple of this, as a radio that sleeps does   0
 *   drift     parts per million that the sender's clock is fast      0
 *   marker    packets with the marker bit: `0,100`
 *   event     one event instead of sound (RFC 4733 §2.3): 0-9, 10 for *, 11 for #; the timestamp stays unless `step` is told
 *   grows     units of its duration from one packet to the next    160
 *   ends      packets at its end with the end bit                    3
 *
 * A fault that these cannot say is written in hex.
 */
import { be16, be32, bytes } from '../files/build.ts';

export interface RtpPacket {
  /** µs since the first was due. */
  readonly after: number;
  readonly payload: Uint8Array;
}

const numbers = {
  packets: 100,
  every: 20,
  type: 8,
  ssrc: 1,
  seq: 1,
  ts: 0,
  step: 160,
  size: 160,
  jitter: 0,
  grouped: 0,
  drift: 0,
  event: 0,
  grows: 160,
  ends: 3,
};
const lists = ['without', 'late', 'marker'];

/** `10-12,50` as 10, 11, 12, 50. */
function indices(list: string | undefined): Set<number> {
  const all = new Set<number>();
  for (const range of (list ?? '').split(',').filter((part) => part !== '')) {
    const [first, last = first] = range.split('-').map(Number);
    for (let i = first; i <= last; i++) all.add(i);
  }
  return all;
}

/** Payload of the packet `i` of an event: what is told last is told again at the end. */
function eventOf(i: number, of: (name: 'event' | 'grows' | 'ends' | 'packets') => number): number[] {
  const told = Math.max(1, of('packets') - of('ends'));
  const duration = Math.max(1, Math.min(i + 1, told + 1) * of('grows'));
  return [of('event'), 10 | (i >= told ? 0x80 : 0), ...be16(Math.min(duration, 0xffff))];
}

/** The words of a block → what is sent, in the order of arrival. */
export function rtpPackets(words: readonly string[]): RtpPacket[] {
  const told = new Map(words.map((word) => word.split('=') as [string, string]));
  for (const name of told.keys()) {
    if (!(name in numbers) && !lists.includes(name)) throw new Error(`not understood: ${name}`);
  }
  const of = (name: keyof typeof numbers) => Number(told.get(name) ?? numbers[name]);
  const lost = indices(told.get('without'));
  const marked = indices(told.get('marker'));
  const late = new Map(
    (told.get('late') ?? '').split(',').map((one) => one.split(':').map(Number) as [number, number]),
  );
  const isEvent = told.has('event');
  const step = isEvent && !told.has('step') ? 0 : of('step');
  const fill = new Uint8Array(of('size')).fill(0xd5);
  const packets: RtpPacket[] = [];
  for (let i = 0; i < of('packets'); i++) {
    if (lost.has(i)) continue;
    // 37 and 101 have no common divisor: the pattern is spread over all of its values.
    const waits = (late.get(i) ?? 0) + (of('jitter') * ((i * 37) % 101)) / 100;
    const due = i * of('every') * (1 - of('drift') / 1e6);
    const grid = of('grouped');
    const comes = grid > 0 ? Math.ceil((due + waits) / grid) * grid : due + waits;
    const head = [
      ...[0x80, of('type') | (marked.has(i) ? 0x80 : 0)],
      ...be16((of('seq') + i) & 0xffff),
      ...be32((of('ts') + i * step) >>> 0),
      ...be32(of('ssrc') >>> 0),
    ];
    packets.push({ after: Math.round(comes * 1000), payload: bytes(head, isEvent ? eventOf(i, of) : fill) });
  }
  return packets.sort((a, b) => a.after - b.after);
}
