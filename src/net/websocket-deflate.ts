/** permessage-deflate (RFC 7692 §7.2.2): the messages of one direction, inflated one after the other. */
import { Inflate } from 'fflate/browser';
import { inflateMessage } from './inflate.ts';

/** The farthest that DEFLATE refers back (RFC 1951 §2). */
const WINDOW = 32_768;
/** What a sender leaves out at the end of a message (§7.2.1). */
const TAIL = Uint8Array.of(0, 0, 0xff, 0xff);

export interface Inflater {
  /**
   * Undefined when the message cannot be inflated: it is damaged, absurdly large, or refers back to what was not seen.
   * Only what refers back no farther than to known bytes is handed out.
   */
  inflate(bytes: Uint8Array, length: number): Uint8Array | undefined;
}

/** `fresh`: each message begins with an empty window (`…_no_context_takeover`). */
export function createInflater(fresh: boolean): Inflater {
  let history = new Uint8Array(0);

  function unpack(packed: Uint8Array): Uint8Array | undefined {
    const window = history.length === 0 ? {} : { dictionary: history };
    return inflateMessage(packed, (onPart) => new Inflate(window, onPart), TAIL);
  }

  /** The last bytes of all that was said. */
  function remember(whole: Uint8Array): void {
    const joined = new Uint8Array(Math.min(WINDOW, history.length + whole.length));
    const known = joined.length - Math.min(WINDOW, whole.length);
    joined.set(history.subarray(history.length - known));
    joined.set(whole.subarray(whole.length - (joined.length - known)), known);
    history = joined;
  }

  return {
    inflate(bytes, length) {
      const whole = unpack(bytes.subarray(0, length));
      if (fresh) return whole;
      if (whole === undefined) history = new Uint8Array(0);
      else remember(whole);
      return whole;
    },
  };
}
