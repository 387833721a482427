/** Fax over UDPTL (ITU-T T.38 §9): sequence numbers counted, nothing decoded. */
import { uint16 } from '../net/ip.ts';

export class UdptlCount {
  packets = 0;
  lost = 0;
  duplicates = 0;
  first = Number.NaN;
  last = Number.NaN;
  #highest = -1;

  add(bytes: Uint8Array, start: number, end: number, time: number): void {
    if (end - start < 3) return;
    const sequence = uint16(bytes, start);
    this.packets++;
    if (this.#highest < 0) this.first = time;
    this.last = time;
    const ahead = this.#highest < 0 ? 1 : ((sequence - this.#highest) << 16) >> 16;
    if (ahead <= 0) {
      // One that comes late was counted as lost.
      if (ahead < 0 && this.lost > 0) this.lost--;
      else this.duplicates++;
      return;
    }
    this.lost += ahead - 1;
    this.#highest = sequence;
  }
}
