/**
 * RTCP for packet text (RFC 3550 §6): words that begin packets of one datagram, and words `name=value` that fill them.
 *
 *   rr, sr    a report of a receiver, or of a sender
 *     ssrc      whose it is                                               1
 *     at        of sr: its time, ms; other reports refer to it             0
 *     sent      of sr: packets sent so far                                 0
 *     of        a report block begins: about this source
 *     fraction  lost since the last report, 0 to 1                         0
 *     lost      lost since the beginning                                   0
 *     highest   highest sequence number received                           0
 *     jitter    units of the timestamp                                     0
 *     report    of the newest sr that the receiver has: its time, ms       none
 *     delay     ms since it came                                           0
 *   bye       the source leaves (ssrc)
 *
 *   rtcp rr ssrc=1 of=2 lost=30 fraction=0.1 highest=400 jitter=96
 */
import { be16, be32, bytes } from '../files/build.ts';

const types: Readonly<Record<string, number>> = { sr: 200, rr: 201, bye: 203 };
const own = ['ssrc', 'at', 'sent'];
const ofBlocks = ['of', 'fraction', 'lost', 'highest', 'jitter', 'report', 'delay'];

type Values = Map<string, number>;

interface Packet {
  readonly type: string;
  readonly values: Values;
  readonly blocks: Values[];
}

function packetsOf(words: readonly string[]): Packet[] {
  const packets: Packet[] = [];
  for (const word of words) {
    const [name, value] = word.split('=');
    const packet = packets[packets.length - 1];
    if (value === undefined && name in types) packets.push({ type: name, values: new Map(), blocks: [] });
    else if (packet !== undefined && own.includes(name)) packet.values.set(name, Number(value));
    else if (packet !== undefined && ofBlocks.includes(name)) {
      if (name === 'of') packet.blocks.push(new Map());
      packet.blocks[packet.blocks.length - 1].set(name, Number(value));
    } else throw new Error(`not understood: ${word}`);
  }
  return packets;
}

/** Milliseconds as an NTP time has them: seconds, and their 65,536th parts in the middle 32 bits. */
const middle = (ms: number) => Math.round((ms / 1000) * 65_536) >>> 0;

function blockOf(values: Values): number[] {
  const of = (name: string) => values.get(name) ?? 0;
  const lost = of('lost') & 0xff_ffff;
  return [
    ...be32(of('of') >>> 0),
    Math.round(of('fraction') * 256),
    ...[lost >> 16, (lost >> 8) & 0xff, lost & 0xff],
    ...be32(of('highest')),
    ...be32(of('jitter')),
    ...be32(values.has('report') ? middle(of('report')) : 0),
    ...be32(middle(of('delay'))),
  ];
}

function bytesOf({ type, values, blocks }: Packet): number[] {
  const of = (name: string) => values.get(name) ?? 0;
  const time = middle(of('at'));
  // The first and the last 16 bits of the time are those that no report refers to.
  const sender = [...be16(0), ...be32(time), ...be16(0), ...be32(0), ...be32(of('sent')), ...be32(160 * of('sent'))];
  const body = [...be32((values.get('ssrc') ?? 1) >>> 0), ...(type === 'sr' ? sender : []), ...blocks.flatMap(blockOf)];
  const count = type === 'bye' ? 1 : blocks.length;
  return [0x80 | count, types[type], ...be16(body.length / 4), ...body];
}

/** The words of a block → one datagram. */
export function rtcpCompound(words: readonly string[]): Uint8Array {
  return bytes(...packetsOf(words).map(bytesOf));
}
