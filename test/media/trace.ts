/** Captures made in a test: SIP calls with SDP, and packets of media between the sockets that a test names. */
import { createAnalysis } from '../../src/analyze.ts';
import { en } from '../../src/locales/en/index.ts';
import type { Locale } from '../../src/locales/locale.ts';
import type { MediaMode } from '../../src/media/media.ts';
import type { Report } from '../../src/report.ts';
import { captureOf, HEADER } from '../frames.ts';

const LINKTYPE_RAW = 101;
const MS = 1000;

export interface Rtp {
  readonly from: string;
  readonly to: string;
  /** ms since the beginning of the trace. */
  readonly at: number;
  readonly packets: number;
  readonly ssrc?: number;
  readonly sequence?: number;
  readonly type?: number;
  /** PCMA, as many packets of it as come; silence without. */
  readonly sound?: Uint8Array;
}

function addressOf(text: string): { readonly octets: readonly number[]; readonly port: number } {
  const [host, port] = text.split(':');
  return { octets: host.split('.').map(Number), port: Number(port) };
}

function frameOf(from: string, to: string, payload: Uint8Array): Uint8Array {
  const [source, destination] = [addressOf(from), addressOf(to)];
  const frame = new Uint8Array(28 + payload.length);
  const view = new DataView(frame.buffer);
  frame[0] = 0x45;
  view.setUint16(2, frame.length);
  frame[8] = 64;
  frame[9] = 17;
  frame.set(source.octets, 12);
  frame.set(destination.octets, 16);
  view.setUint16(20, source.port);
  view.setUint16(22, destination.port);
  view.setUint16(24, 8 + payload.length);
  frame.set(payload, 28);
  return frame;
}

export interface Offer {
  readonly address: string;
  /** Lines behind the connection; `m=audio 40000 RTP/AVP 8` by default. */
  readonly media?: string;
}

function sdpOf({ address, media = 'm=audio 40000 RTP/AVP 8' }: Offer): string {
  return `v=0\r\no=- 1 1 IN IP4 ${address}\r\ns=-\r\nc=IN IP4 ${address}\r\nt=0 0\r\n${media}\r\n`;
}

export class Trace {
  readonly #records: { time: number; frame: Uint8Array }[] = [];

  add(at: number, from: string, to: string, payload: Uint8Array): this {
    this.#records.push({ time: Date.UTC(2026, 0, 5) * MS + Math.round(at * MS), frame: frameOf(from, to, payload) });
    return this;
  }

  sip(at: number, from: string, to: string, startLine: string, headers: readonly string[], offer?: Offer): this {
    const body = offer === undefined ? '' : sdpOf(offer);
    const type = offer === undefined ? [] : ['Content-Type: application/sdp'];
    const lines = [startLine, ...headers, ...type, `Content-Length: ${body.length}`, '', body];
    return this.add(at, from, to, new TextEncoder().encode(lines.join('\r\n')));
  }

  /** INVITE, 200, ACK, and a BYE of the caller: between the hosts that the offers name, or those told. */
  call(id: string, start: number, end: number, caller: Offer, callee: Offer, bye = true): this {
    const [a, b] = [`${caller.address}:5060`, `${callee.address}:5060`];
    const headers = (cseq: string, tag: string) => [
      `Via: SIP/2.0/UDP ${a};branch=z9hG4bK${id}${cseq.split(' ')[0]}${cseq.startsWith('1 A') ? 'a' : ''}`,
      'From: <sip:a@example.com>;tag=a',
      `To: <sip:b@example.com>${tag}`,
      `Call-ID: ${id}`,
      `CSeq: ${cseq}`,
      `Contact: <sip:x@${a}>`,
      'Max-Forwards: 70',
    ];
    this.sip(start, a, b, 'INVITE sip:b@example.com SIP/2.0', headers('1 INVITE', ''), caller);
    this.sip(start + 100, b, a, 'SIP/2.0 200 OK', headers('1 INVITE', ';tag=b'), callee);
    this.sip(start + 110, a, b, 'ACK sip:b@example.com SIP/2.0', headers('1 ACK', ';tag=b'));
    if (!bye) return this;
    this.sip(end, a, b, 'BYE sip:b@example.com SIP/2.0', headers('2 BYE', ';tag=b'));
    return this.sip(end + 5, b, a, 'SIP/2.0 200 OK', headers('2 BYE', ';tag=b'));
  }

  /** G.711, 20 ms a packet. */
  rtp({ from, to, at, packets, ssrc = 1, sequence = 1, type = 8, sound }: Rtp): this {
    for (let i = 0; i < packets; i++) {
      const payload = new Uint8Array(172).fill(0xd5);
      const view = new DataView(payload.buffer);
      if (sound !== undefined) payload.set(sound.subarray(i * 160, (i + 1) * 160), 12);
      payload[0] = 0x80;
      payload[1] = type;
      view.setUint16(2, (sequence + i) & 0xffff);
      view.setUint32(4, (sequence + i) * 160);
      view.setUint32(8, ssrc);
      this.add(at + i * 20, from, to, payload);
    }
    return this;
  }

  bytes(): Uint8Array {
    const header = new Uint8Array(HEADER);
    const view = new DataView(header.buffer);
    view.setUint32(0, 0xa1b2c3d4, true);
    view.setUint16(4, 2, true);
    view.setUint16(6, 4, true);
    view.setUint32(16, 65_535, true);
    view.setUint32(20, LINKTYPE_RAW, true);
    return captureOf(
      header,
      [...this.#records].sort((a, b) => a.time - b.time),
    );
  }

  report(media: MediaMode = 'sdp', messages: 'all' | 'none' = 'none', locale: Locale = en): Report {
    const analysis = createAnalysis({ media, messages, locale });
    const input = analysis.input('test.pcap');
    input.write(this.bytes());
    input.end();
    return analysis.report();
  }
}
