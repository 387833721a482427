/** STUN and TURN on the sockets of a session (RFC 8489, RFC 8656, RFC 8445): who checked whom, and how it came out. */
import { latin1 } from '../bytes.ts';
import { uint16 } from '../net/ip.ts';

export interface StunMessage {
  /** 1 is Binding, 3 Allocate. */
  method: number;
  /** 0 request, 1 indication, 2 success, 3 error. */
  class: number;
  /** `remote:local` fragments; empty without. */
  username: string;
  role: 'controlling' | 'controlled' | '';
  nominates: boolean;
  /** Of an error response, 0 without. */
  error: number;
}

const HEADER = 20;
const USERNAME = 0x0006;
const ERROR_CODE = 0x0009;
const USE_CANDIDATE = 0x0025;
const ICE_CONTROLLED = 0x8029;
const ICE_CONTROLLING = 0x802a;
const LIMIT = 32;
const LONGEST_USERNAME = 128;

export const BINDING = 1;
export const REQUEST = 0;
export const SUCCESS = 2;
export const ERROR = 3;

/** The packet must have been taken for STUN by its first bytes. */
export function readStun(bytes: Uint8Array, start: number, end: number): StunMessage {
  const type = uint16(bytes, start);
  const message: StunMessage = {
    method: (type & 0x000f) | ((type & 0x00e0) >> 1) | ((type & 0x3e00) >> 2),
    class: ((type & 0x0010) >> 4) | ((type & 0x0100) >> 7),
    username: '',
    role: '',
    nominates: false,
    error: 0,
  };
  const last = Math.min(end, start + HEADER + uint16(bytes, start + 2));
  for (let at = start + HEADER, count = 0; at + 4 <= last && count < LIMIT; count++) {
    const attribute = uint16(bytes, at);
    const length = uint16(bytes, at + 2);
    const value = at + 4;
    if (value + length > last) break;
    if (attribute === USERNAME) message.username = latin1(bytes, value, value + Math.min(length, LONGEST_USERNAME));
    else if (attribute === USE_CANDIDATE) message.nominates = true;
    else if (attribute === ICE_CONTROLLING) message.role = 'controlling';
    else if (attribute === ICE_CONTROLLED) message.role = 'controlled';
    else if (attribute === ERROR_CODE && length >= 4) message.error = (bytes[value + 2] & 7) * 100 + bytes[value + 3];
    at = value + ((length + 3) & ~3);
  }
  return message;
}
