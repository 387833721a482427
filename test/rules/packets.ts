/**
 * Packet text: fixtures of what trace text cannot say. Written like trace text, and made into a pcap of IP packets:
 *
 *   @ 2026-01-05T10:15:30.000000Z udp 192.0.2.1:5060 > 192.0.2.7:5060      ! rule-id
 *   INVITE sip:bob@example.com SIP/2.0 …            SIP as in trace text, over udp or tcp
 *   @ +0.001 udp 192.0.2.1:5060 > 192.0.2.7:5060 fragments 0-1480
 *   INVITE …                                        only these bytes of the datagram were captured (more: `0-1480 1480-`)
 *   @ +0.001 udp 192.0.2.1:40000 > 192.0.2.7:50000 hex
 *   80 00 0001 00000000 00000001                    ; any payload, in hex with comments
 *   @ +0.001 tcp 192.0.2.1:40000 > 192.0.2.7:5060 SYN,ACK 999 1000 [hex]
 *                                                   flags, sequence number, acknowledged number
 *   @ +0.001 icmp 192.0.2.7 > 192.0.2.1
 *   0303 0000 00000000                              ; type, code, checksum …, in hex
 *   @ +0.100 udp 192.0.2.7:50000 > 192.0.2.1:40000 rtp packets=250 without=10-12
 *                                                   a stream of RTP from then on (`rtp.ts`); time stands still meanwhile
 *   @ +5.000 udp 192.0.2.7:50001 > 192.0.2.1:40001 rtcp rr ssrc=2 of=1 lost=30
 *                                                   one datagram of RTCP (`rtcp.ts`)
 *
 * A whole file that is neither, such as a pcapng, is written in hex (`.hex`), as in fixtures/files.
 */
import { plainMessage } from '../../src/logs/trace-lines.ts';
import { bytes, hex, pcap, type TestFrame } from '../files/build.ts';
import { fragmentHeader, ip, ipv4, ipv6, tcp, udpHeader } from '../net/build.ts';
import { rtcpCompound } from './rtcp.ts';
import { rtpPackets } from './rtp.ts';

const RAW_IP = 101;
const OPENING = /^@ (\S+) (udp|tcp|icmp) (\S+) > (\S+)((?: [^!\s]\S*)*)\s*(?:! ?(.*))?$/;

interface Block {
  /** µs. */
  readonly time: number;
  readonly protocol: string;
  readonly from: string;
  readonly to: string;
  readonly words: readonly string[];
  readonly marks: readonly string[];
  readonly lines: string[];
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let time = 0;
  for (const line of text.split('\n')) {
    if (line.startsWith('@ ')) {
      const [, when, protocol, from, to, words, marks] = OPENING.exec(line) ?? [];
      if (when === undefined) throw new Error(`not understood: ${line}`);
      time = when.startsWith('+') ? time + Math.round(Number(when.slice(1)) * 1e6) : microseconds(when);
      const split = (list: string | undefined) => (list ?? '').split(/[\s,]+/).filter((word) => word !== '');
      const own = words
        .trim()
        .split(/\s+/)
        .filter((word) => word !== '');
      blocks.push({ time, protocol, from, to, words: own, marks: split(marks), lines: [] });
    } else blocks[blocks.length - 1]?.lines.push(line);
  }
  return blocks;
}

function microseconds(when: string): number {
  return Date.parse(`${when.slice(0, 19)}Z`) * 1000 + Number(when.slice(20, 26).padEnd(6, '0'));
}

/** Hex with comments behind `;`. */
function hexOf(lines: readonly string[]): Uint8Array {
  return hex(
    lines
      .filter((line) => !/^[#=]/.test(line))
      .map((line) => line.replace(/;.*/, ''))
      .join(''),
  );
}

const isSip = ({ protocol, words, lines }: Block) =>
  protocol !== 'icmp' &&
  !words.includes('hex') &&
  !['rtp', 'rtcp'].includes(words[0]) &&
  lines.some((line) => line.trim() !== '' && !line.startsWith('#'));

function payloadOf(block: Block): Uint8Array {
  if (block.words[0] === 'rtcp') return rtcpCompound(block.words.slice(1));
  if (!isSip(block)) return hexOf(block.lines);
  const own = block.lines.filter((line) => !line.startsWith('#'));
  const first = own.findIndex((line) => line.trim() !== '');
  let end = own.length;
  while (own[end - 1].trim() === '') end--;
  return bytes(plainMessage(own.slice(first, end)));
}

const hostOf = (socket: string) => /^\[?(.*?)\]?(?::\d+)?$/.exec(socket)?.[1] ?? '';
const portOf = (socket: string) => Number(/:(\d+)$/.exec(socket)?.[1]);

/** The IP packets of one block; `id` is the first one's identification. */
function packetsOf(block: Block, id: number): Uint8Array[] {
  const { protocol, words } = block;
  const payload = payloadOf(block);
  const icmp = protocol === 'icmp';
  const [from, to] = icmp ? [block.from, block.to] : [hostOf(block.from), hostOf(block.to)];
  if (icmp) return [ip(from, to, from.includes(':') ? 58 : 1, payload, { id })];
  const ports = [portOf(block.from), portOf(block.to)] as const;
  if (protocol === 'tcp') {
    const flags = words[0].split(',').map((name) => name[0]);
    return [tcp(from, to, Number(words[1]), payload, { flags: flags.join(''), ports, ack: Number(words[2] ?? 0) })];
  }
  const datagram = bytes(udpHeader(ports[0], ports[1], payload.length + 8), payload);
  if (words[0] !== 'fragments') return [ip(from, to, 17, datagram, { id })];
  return words.slice(1).map((range) => {
    const [start, stop] = range.split('-').map(Number);
    const end = stop === 0 ? datagram.length : stop;
    const part = datagram.slice(start, end);
    const more = end < datagram.length;
    return from.includes(':')
      ? ipv6(from, to, 44, fragmentHeader(17, id, start, more, part))
      : ipv4(from, to, 17, part, { id, offset: start, more });
  });
}

/** A stream of RTP as it comes by, packet by packet. */
function framesOf({ time, from, to, words }: Block, id: number): (TestFrame & { readonly time: number })[] {
  const ports = [portOf(from), portOf(to)] as const;
  return rtpPackets(words.slice(1)).map(({ after, payload }) => {
    const datagram = bytes(udpHeader(ports[0], ports[1], payload.length + 8), payload);
    return { data: ip(hostOf(from), hostOf(to), 17, datagram, { id }), time: time + after };
  });
}

/** Packet text → a pcap. */
export function captureOf(text: string): Uint8Array {
  let id = 1;
  const frames = blocksOf(text).flatMap((block): (TestFrame & { readonly time: number })[] => {
    if (block.words[0] === 'rtp') return framesOf(block, id++);
    const packets = packetsOf(block, id++);
    return packets.map((data, i) => ({ data, time: block.time + i * 10 }));
  });
  // Streams run beside the signalling; what is written one after the other with one time stays so.
  return pcap(
    frames.sort((a, b) => a.time - b.time),
    { linkType: RAW_IP },
  );
}

/** The rule ids that packet text expects, one list a SIP message. */
export function marksOf(text: string): readonly (readonly string[])[] {
  return blocksOf(text)
    .filter(isSip)
    .map(({ marks }) => marks);
}

/** Hex text → the bytes. */
export function bytesOf(text: string): Uint8Array {
  return hexOf(text.split('\n'));
}
