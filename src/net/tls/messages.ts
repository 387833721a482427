/** Handshake messages out of the records of one direction (RFC 8446 §4): of most, only that they were sent. */
export const CLIENT_HELLO = 1;
export const SERVER_HELLO = 2;
export const END_OF_EARLY_DATA = 5;
export const ENCRYPTED_EXTENSIONS = 8;
export const FINISHED = 20;
export const KEY_UPDATE = 24;

/** Their bodies are read. */
const read: ReadonlySet<number> = new Set([CLIENT_HELLO, SERVER_HELLO, ENCRYPTED_EXTENSIONS]);
/** Far more than a hello has. */
const LONGEST = 16_384;
const HEADER = 4;

export interface MessageReader {
  /** Bytes of handshake records, in order. */
  add(bytes: Uint8Array, start: number, end: number): void;
  /** Something is missing: what comes next begins a message, or so one hopes. */
  reset(): void;
}

/** The body is borrowed; it is empty for messages that are not read. */
export function createMessageReader(onMessage: (type: number, body: Uint8Array) => void): MessageReader {
  const header = new Uint8Array(HEADER);
  let headerLength = 0;
  let body = new Uint8Array(0);
  let bodyLength = 0;
  /** Bytes of the body still to come, read or not. */
  let left = 0;

  function begin(): void {
    left = (header[1] << 16) | (header[2] << 8) | header[3];
    body = new Uint8Array(read.has(header[0]) && left <= LONGEST ? left : 0);
    bodyLength = 0;
  }

  return {
    reset() {
      headerLength = 0;
    },
    add(bytes, start, end) {
      for (let at = start; at < end; ) {
        if (headerLength < HEADER) {
          header[headerLength++] = bytes[at++];
          if (headerLength === HEADER) begin();
        } else {
          const size = Math.min(left, end - at);
          if (body.length > 0) body.set(bytes.subarray(at, at + size), bodyLength);
          bodyLength += size;
          left -= size;
          at += size;
        }
        if (headerLength < HEADER || left > 0) continue;
        headerLength = 0;
        onMessage(header[0], body);
      }
    },
  };
}
