/** One TLS connection that is followed, and where in the capture its records stand. */
import type { PacketCount } from '../../events.ts';
import type { Endpoint, StreamChunk } from '../../model.ts';
import type { Linked } from '../tcp-connections.ts';
import { createDirection, type Direction, OPENED, type Segment } from '../tcp-direction.ts';
import type { Cutter } from './cutter.ts';
import { CLIENT_HELLO } from './messages.ts';
import { APPLICATION_DATA, HANDSHAKE, HEADER, looksLikeTls } from './record.ts';
import type { Session } from './session.ts';
import type { TextGate } from './text.ts';

export interface TlsConnection extends Linked {
  /** From the client, and back. */
  readonly there: Direction;
  readonly back: Direction;
  readonly session: Session<Place>;
  readonly gate: TextGate;
  readonly cutters: { readonly client: Cutter; readonly server: Cutter };
  /** One of its ports is SIP's. */
  readonly isOfSip: boolean;
  readonly sips: boolean;
  /** Its last chunks, which nothing follows. */
  readonly endings: Omit<StreamChunk, 'tls'>[];
  // What is counted should it stay closed.
  segments: number;
  data: number;
  first: PacketCount['first'];
}

/** A chunk of what a record holds, but for that. */
export type Place = Omit<StreamChunk, 'bytes' | 'start' | 'end' | 'gap' | 'last' | 'tls'>;

/** Of a client's hello that begins a segment. */
const RANDOM_AT = HEADER + 4 + 2;
const RANDOM = 32;
const nothing = new Uint8Array(0);

/** False for a segment without data. */
export function countSegment(
  connection: TlsConnection,
  { bytes, start, end }: Segment,
  between: () => PacketCount['first'],
): boolean {
  if (start === end) return false;
  connection.segments++;
  if (bytes[start] === APPLICATION_DATA && looksLikeTls(bytes, start, end)) {
    connection.data++;
    connection.first ??= between();
  }
  return true;
}

/** A direction whose first byte has this sequence number. */
export function openedAt(source: Endpoint, destination: Endpoint, sequence: number, stream: number): Direction {
  const direction = createDirection(source, destination);
  direction.state = OPENED;
  direction.next = sequence;
  direction.stream = stream;
  return direction;
}

/** The random of the client's hello that the segment begins with, empty when it is cut before; undefined without a hello. */
export function clientRandomIn({ bytes, start, end }: Segment): Uint8Array | undefined {
  if (start >= end || bytes[start] !== HANDSHAKE) return undefined;
  if (end > start + 1 && bytes[start + 1] !== 3) return undefined;
  if (end > start + HEADER && !(looksLikeTls(bytes, start, end) && bytes[start + HEADER] === CLIENT_HELLO))
    return undefined;
  const from = start + RANDOM_AT;
  return end < from + RANDOM ? nothing : bytes.slice(from, from + RANDOM);
}

/**
 * A record that the chunk completed and that begins `offset` bytes behind its start. As for TCP, the frame is the one that
 * completed it; the position is where in that frame it stands.
 */
export function placeOf(chunk: StreamChunk, length: number, offset: number): Place {
  const { stream, sequence, time, source, destination, origin } = chunk;
  const inside = Math.max(0, offset);
  return {
    stream,
    sequence: (sequence + offset) >>> 0,
    time,
    source,
    destination,
    origin: { ...origin, position: origin.position + inside, length: length + offset - inside },
  };
}
