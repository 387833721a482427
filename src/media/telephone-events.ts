/** Digits and tones sent as events (RFC 4733): many packets with one timestamp are one event. */
import { uint16 } from '../net/ip.ts';

export interface TelephoneEvent {
  /** `0`–`9`, `*`, `#`, `A`–`D`, `flash`; of others the number (RFC 4733 §7). */
  readonly name: string;
  /** First and last packet, µs. */
  readonly at: number;
  last: number;
  readonly payloadType: number;
  readonly timestamp: number;
  /** The longest that was told, in timestamp units. */
  duration: number;
  packets: number;
  /** Packets with the end bit: three are sent (§2.5.1.4), by some senders with one sequence number. */
  ends: number;
  /** Packets before the end that told no longer duration than the one before (§2.5.1.2). */
  stalled: number;
  /** Power below 0 dBm0: 10 is loud. */
  readonly volume: number;
}

const NAMES = [...'0123456789*#ABCD', 'flash'];
const SIZE = 4;
const END = 0x80;
/** Of one stream; a hand that types for a day stays below. */
const LIMIT = 1_000;

export function eventName(code: number): string {
  return NAMES[code] ?? String(code);
}

export class TelephoneEvents {
  readonly events: TelephoneEvent[] = [];
  /** Beyond the limit, counted only. */
  omitted = 0;

  /**
   * A payload of type telephone-event; several in one packet stand one after the other (§2.5.1.5), the first is the newest.
   * `inOrder` is false where the packet came later than the next.
   */
  add(
    bytes: Uint8Array,
    start: number,
    end: number,
    timestamp: number,
    payloadType: number,
    time: number,
    inOrder: boolean,
  ): void {
    if (end - start < SIZE) return;
    const code = bytes[start];
    const flags = bytes[start + 1];
    const duration = uint16(bytes, start + 2);
    const ended = (flags & END) !== 0 ? 1 : 0;
    const name = eventName(code);
    const known = this.#find(timestamp, name);
    if (known !== undefined) {
      known.packets++;
      known.last = time;
      if (inOrder && ended === 0 && known.ends === 0 && duration <= known.duration) known.stalled++;
      known.ends += ended;
      if (duration > known.duration) known.duration = duration;
    } else if (this.events.length >= LIMIT) this.omitted++;
    else {
      const volume = flags & 0x3f;
      this.events.push({
        name,
        at: time,
        last: time,
        payloadType,
        timestamp,
        duration,
        packets: 1,
        ends: ended,
        stalled: 0,
        volume,
      });
    }
  }

  /** A packet with the number of one before it: of these only the ends of an event tell something new. */
  again(bytes: Uint8Array, start: number, end: number, timestamp: number): void {
    if (end - start < SIZE || (bytes[start + 1] & END) === 0) return;
    const known = this.#find(timestamp, eventName(bytes[start]));
    if (known !== undefined) known.ends++;
  }

  /** The ends of one event may come after the beginning of the next. */
  #find(timestamp: number, name: string): TelephoneEvent | undefined {
    for (let at = this.events.length - 1; at >= 0 && at >= this.events.length - 3; at--) {
      const event = this.events[at];
      if (event.timestamp === timestamp && event.name === name) return event;
    }
    return undefined;
  }

  /** Keys of a telephone in the order in which they were pressed. */
  get digits(): string {
    return this.events
      .map(({ name }) => name)
      .filter((name) => name.length === 1 && NAMES.includes(name))
      .join('');
  }
}
