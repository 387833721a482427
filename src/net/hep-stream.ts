/** HEP3 over TCP: packets one after the other, cut by the length that each begins with. */
import type { StreamChunk, Tally } from '../model.ts';
import { type Carrier, outerOf } from './carrier.ts';
import { createCutStream } from './cut-stream.ts';
import { HEP3_HEADER, type Hep, isHep3 } from './hep.ts';
import { uint16 } from './ip.ts';

const H = 0x48;

export function createHepStream(hep: Hep, tally: Tally): Carrier {
  /** Hands on the packets of `bytes[start, end)`; returns where the rest begins. */
  function cut(bytes: Uint8Array, start: number, end: number, sequence: number, chunk: StreamChunk): number {
    let at = start;
    let lost = false;
    while (end - at >= HEP3_HEADER) {
      if (!isHep3(bytes, at, end)) {
        if (!lost) tally.count('hep-damaged', chunk.origin.index, chunk.origin.position);
        lost = true;
        const next = bytes.indexOf(H, at + 1);
        at = next < 0 || next > end ? end : next;
        continue;
      }
      lost = false;
      const stop = at + uint16(bytes, at + 4);
      if (stop > end) break;
      hep.take(bytes, at, stop, outerOf(chunk, sequence + at - start, sequence + stop - start, false));
      at = stop;
    }
    return at;
  }

  return createCutStream(cut);
}
