/** Runs packets through the decoder and notes what comes out. */

import type { NetworkEvent } from '../../src/events.ts';
import { createFrame } from '../../src/files/capture.ts';
import type { Packet, StreamChunk } from '../../src/model.ts';
import { createNetDecoder, type NetDecoder } from '../../src/net/decoder.ts';
import { createEndpoints } from '../../src/net/endpoints.ts';
import { START } from '../files/build.ts';
import { createTally } from '../files/read.ts';
import { ethernet } from './build.ts';

/** A stand-in for the recogniser: as that one does, it wants a request line to its end. */
export function looksLikeSip(bytes: Uint8Array, start: number, end: number): boolean {
  const text = latin1(bytes.subarray(start, Math.min(end, start + 200)));
  return /^[\r\n]*(SIP\/2\.0 \d|[A-Z]+ \S+ SIP\/2\.0\r)/.test(text);
}

export const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

export interface TestPacket {
  readonly data: Uint8Array;
  readonly time?: number;
  readonly wire?: number;
  readonly linkType?: number;
}

export interface Chunk extends Omit<StreamChunk, 'bytes' | 'start' | 'end'> {
  readonly text: string;
}

export interface Decoded {
  readonly datagrams: (Omit<Packet, 'bytes' | 'start' | 'end'> & { readonly text: string })[];
  readonly chunks: Chunk[];
  readonly events: NetworkEvent[];
  readonly counters: NetDecoder['counters'];
  readonly tally: ReturnType<typeof createTally>;
}

/** Frames with their link layer. */
export function decodeFrames(frames: readonly TestPacket[]): Decoded {
  const tally = createTally();
  const datagrams: Decoded['datagrams'] = [];
  const chunks: Chunk[] = [];
  const events: NetworkEvent[] = [];
  const decoder = createNetDecoder({
    input: 7,
    endpoints: createEndpoints(),
    looksLikeSip,
    tally,
    onDatagram: ({ bytes, start, end, ...rest }) =>
      void datagrams.push({ ...rest, text: latin1(bytes.slice(start, end)) }),
    onEvent: (event) => void events.push(event),
    onStream: ({ bytes, start, end, ...rest }) => void chunks.push({ ...rest, text: latin1(bytes.slice(start, end)) }),
  });
  const frame = createFrame();
  let position = 1000;
  let last = START;
  frames.forEach(({ data, time, wire = data.length, linkType = 1 }, index) => {
    last = time ?? START + index * 1000;
    Object.assign(frame, { bytes: data.slice(), start: 0, end: data.length, wireLength: wire, time: last });
    Object.assign(frame, { number: index + 1, linkType, position });
    decoder.frame(frame);
    frame.bytes.fill(0xee);
    position += data.length;
  });
  decoder.end(last);
  return { datagrams, chunks, events, counters: decoder.counters, tally };
}

/** IP packets, on Ethernet. */
export function decode(packets: readonly (Uint8Array | TestPacket)[]): Decoded {
  return decodeFrames(
    packets.map((packet) =>
      packet instanceof Uint8Array ? { data: ethernet(packet) } : { ...packet, data: ethernet(packet.data) },
    ),
  );
}

/** The text of each stream, a `|` where bytes are missing. */
export function streams(chunks: readonly Chunk[]): string[] {
  const texts: string[] = [];
  for (const { stream, text, gap } of chunks) texts[stream] = `${texts[stream] ?? ''}${gap ? '|' : ''}${text}`;
  return texts;
}
