/** Reads a log for a test: packets copied into plain values. */

import { createLogReader, type LogSummary } from '../../src/logs/reader.ts';
import type { Endpoint, LogFacts, Transport } from '../../src/model.ts';

export interface ReadMessage {
  readonly time: number;
  readonly transport: Transport;
  readonly source: string;
  readonly destination: string;
  readonly line: number;
  readonly position: number;
  readonly length: number;
  readonly truncated: boolean;
  readonly log: LogFacts | undefined;
  /** One character a byte. */
  readonly text: string;
  readonly startLine: string;
  readonly callId: string;
}

export interface ReadLog {
  readonly messages: readonly ReadMessage[];
  readonly summary: LogSummary;
  readonly notes: Readonly<Record<string, number>>;
}

export function latin1Bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** `sizes`: lengths of the chunks, repeated to the end of the input. */
export function readLog(input: Uint8Array, sizes: readonly number[] = [65_536], referenceTime?: number): ReadLog {
  const messages: ReadMessage[] = [];
  const notes: Record<string, number> = {};
  const endpoints = new Map<string, Endpoint>();
  const reader = createLogReader({
    input: 0,
    endpoints: {
      intern(address, port) {
        const name = address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
        const known = endpoints.get(name);
        if (known) return known;
        const endpoint = { address, port, name };
        endpoints.set(name, endpoint);
        return endpoint;
      },
    },
    onPacket(packet) {
      const text = Buffer.from(packet.bytes.subarray(packet.start, packet.end)).toString('latin1');
      messages.push({
        time: packet.time,
        transport: packet.transport,
        source: packet.source.name,
        destination: packet.destination.name,
        line: packet.origin.index,
        position: packet.origin.position,
        length: packet.origin.length,
        truncated: packet.truncated,
        log: packet.log,
        text,
        startLine: text.split('\r\n', 1)[0],
        callId: /\r\n(?:Call-ID|i) ?: *(.*)\r\n/i.exec(text)?.[1] ?? '',
      });
    },
    tally: {
      count(reason) {
        notes[reason] = (notes[reason] ?? 0) + 1;
      },
    },
    ...(referenceTime !== undefined && { referenceTime }),
  });
  let at = 0;
  for (let turn = 0; at < input.length; turn++) {
    const size = Math.max(1, sizes[turn % sizes.length]);
    // A copy that is wiped afterwards: the reader must not keep a chunk's bytes.
    const chunk = new Uint8Array(input.subarray(at, at + size));
    reader.write(chunk);
    chunk.fill(0x58);
    at += size;
  }
  return { messages, summary: reader.end(), notes };
}
