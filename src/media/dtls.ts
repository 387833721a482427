/** How far a DTLS handshake came (RFC 6347, RFC 9147), as far as it is sent in clear. */
import { uint16 } from '../net/ip.ts';

export interface DtlsRecord {
  what: 'client-hello' | 'hello-verify' | 'server-hello' | 'handshake' | 'change-cipher' | 'alert' | 'data';
  /** Number of an alert in clear, else -1. */
  alert: number;
}

const RECORD = 13;
const CHANGE_CIPHER = 20;
const ALERT = 21;
const HANDSHAKE = 22;
const LIMIT = 16;
const FATAL = 2;
/** First byte, at the least, of what DTLS 1.3 encrypts (RFC 9147 §4): of such a datagram no more can be told. */
export const DTLS_ENCRYPTED = 0x20;

function handshakeName(type: number): DtlsRecord['what'] {
  if (type === 1) return 'client-hello';
  if (type === 2) return 'server-hello';
  return type === 3 ? 'hello-verify' : 'handshake';
}

/** Each record of a datagram. */
export function readDtls(bytes: Uint8Array, start: number, end: number, onRecord: (record: DtlsRecord) => void): void {
  if (bytes[start] >= DTLS_ENCRYPTED) {
    onRecord({ what: 'data', alert: -1 });
    return;
  }
  for (let at = start, count = 0; at + RECORD <= end && count < LIMIT; count++) {
    const type = bytes[at];
    // What follows ChangeCipherSpec is of epoch 1: its inside is not in clear.
    const clear = uint16(bytes, at + 3) === 0;
    const body = at + RECORD;
    const next = body + uint16(bytes, at + 11);
    if (next > end) return;
    if (type === CHANGE_CIPHER) onRecord({ what: 'change-cipher', alert: -1 });
    else if (type === ALERT) onRecord({ what: 'alert', alert: alertOf(bytes, body, next, clear) });
    else if (type === HANDSHAKE && clear && body < next) onRecord({ what: handshakeName(bytes[body]), alert: -1 });
    else if (type === HANDSHAKE) onRecord({ what: 'handshake', alert: -1 });
    else onRecord({ what: 'data', alert: -1 });
    at = next;
  }
}

/** A close_notify (0) is no trouble, and what is encrypted tells nothing. */
function alertOf(bytes: Uint8Array, body: number, next: number, clear: boolean): number {
  return clear && next - body === 2 && bytes[body] === FATAL ? bytes[body + 1] : -1;
}
