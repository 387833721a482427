/** Requests that begin a connection or end a long silence on it, and connections that close instead of answering them. */
import type { NetworkEvent } from '../events.ts';
import { type IpPacket, uint32 } from './ip.ts';
import type { Connection } from './tcp-connections.ts';
import type { Direction } from './tcp-direction.ts';

export interface RequestOptions {
  readonly input: number;
  looksLikeSip(bytes: Uint8Array, start: number, end: number): boolean;
  onEvent(event: NetworkEvent): void;
}

export interface Requests {
  /** Data of a connection, before the connection takes the time of the segment. */
  hear(connection: Connection, direction: Direction, ip: IpPacket, start: number): void;
  /** A FIN or RST with this sequence number. */
  close(connection: Connection, direction: Direction, ip: IpPacket, sequence: number): void;
}

/** A connection that was silent for this long may have been forgotten on the way. */
const SILENT = 5_000_000;
/** An end this soon after a request is the answer to it. */
const PROMPT = 3_000_000;
/** Of `SIP/2.0`, with which responses begin. */
const SLASH = 0x2f;

export function createRequests({ input, looksLikeSip, onEvent }: RequestOptions): Requests {
  return {
    hear(connection, direction, ip, start) {
      const { waiting } = connection;
      if (waiting !== undefined) {
        // Whatever the other side sends is an answer.
        if (waiting !== direction) connection.waiting = undefined;
        return;
      }
      const idle = ip.time - connection.time;
      if (idle < SILENT || ip.bytes[start + 3] === SLASH || !looksLikeSip(ip.bytes, start, ip.end)) return;
      connection.waiting = direction;
      connection.asked = ip.time;
      connection.idle = idle === Infinity ? -1 : idle;
      connection.answerAt = uint32(ip.bytes, ip.start + 8);
    },
    close(connection, direction, ip, sequence) {
      const { waiting, asked, idle, answerAt } = connection;
      if (waiting === undefined || waiting === direction) return;
      connection.waiting = undefined;
      // Another number tells of an answer that the capture does not show.
      if (sequence !== answerAt || ip.time - asked > PROMPT) return;
      onEvent({
        kind: 'connection',
        how: 'reset',
        time: ip.time,
        origin: { input, index: ip.number, position: ip.position, length: ip.end - ip.start },
        source: waiting.source,
        destination: waiting.destination,
        sends: 0,
        waited: Math.max(0, ip.time - asked),
        idle,
      });
    },
  };
}
