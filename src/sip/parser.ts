/** Bytes in, messages out: the only place that makes a `Message`. */
import type { SipMessage } from '../model.ts';
import { Interner } from './interner.ts';
import { type Arrival, Message } from './message.ts';
import { skipLineEnds } from './recognise.ts';
import { Scan, scanMessage, seen } from './scan.ts';
import { ByteStore, released } from './store.ts';

const anyIdentity = seen.via | seen.from | seen.to | seen.callId | seen.cseq;

/** Message objects kept for use again. */
const SPARE = 100_000;
/** Larger payloads are cut: no SIP message of this size is one (UDP carries 65,535 at the most). */
const SIZE_LIMIT = 1 << 20;

export interface MessageParser {
  /** Undefined when no header field of a SIP message follows the start line. The bytes are copied. */
  parse(bytes: Uint8Array, start: number, end: number, arrival: Arrival): Message | undefined;
  /** Nobody needs these messages any more. */
  release(messages: readonly SipMessage[]): void;
}

export function createMessageParser(): MessageParser {
  const scan = new Scan();
  const store = new ByteStore();
  const interner = new Interner();
  // Objects to be used again: the collector need not move and free what lives from call to call.
  const spare: Message[] = [];
  let count = 0;
  return {
    release(messages) {
      for (const message of messages) {
        if (!(message instanceof Message)) continue;
        const slab = message.letGo();
        if (slab === released) continue;
        store.release(slab);
        if (spare.length < SPARE) spare.push(message);
      }
    },
    parse(bytes, start, end, arrival) {
      const first = skipLineEnds(bytes, start, end);
      const last = Math.min(end, first + SIZE_LIMIT);
      scanMessage(scan, bytes, first, last);
      if ((scan.seen & anyIdentity) === 0) return undefined;
      const offset = store.copy(bytes, first, last);
      return (spare.pop() ?? new Message()).fill(count++, arrival, scan, bytes, store.slab, offset, interner);
    },
  };
}
