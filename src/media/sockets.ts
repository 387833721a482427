/** Sockets by address and port, found without allocating: open addressing over words of the IP header. */
import { uint32 } from '../net/ip.ts';

/** Four words of address (IPv4 stands in the last, behind the prefix of RFC 4291 §2.5.5.2) and the port. */
const KEY = 5;
const MAPPED = 0xffff;
const EMPTY = -1;
const FIRST_SIZE = 64;
/** Steps of a search. Sockets that need more were chosen to be in each other's way. */
const STEPS = 256;

export class SocketTable<T> {
  #keys = new Uint32Array(FIRST_SIZE * KEY);
  #slots = new Int32Array(FIRST_SIZE).fill(EMPTY);
  #mask = FIRST_SIZE - 1;
  readonly #values: (T | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #key = new Uint32Array(KEY);
  size = 0;

  /** The socket with the address at `bytes[at, at + length)`. */
  find(bytes: Uint8Array, at: number, length: number, port: number): T | undefined {
    if (this.size === 0) return undefined;
    this.#load(bytes, at, length, port);
    const place = this.#place();
    return place < 0 || this.#slots[place] === EMPTY ? undefined : this.#values[this.#slots[place]];
  }

  set(bytes: Uint8Array, at: number, length: number, port: number, value: T): void {
    this.#load(bytes, at, length, port);
    let place = this.#place();
    if (place < 0) return;
    if (this.#slots[place] !== EMPTY) {
      this.#values[this.#slots[place]] = value;
      return;
    }
    if (2 * (this.size + 1) > this.#slots.length) {
      this.#grow();
      this.#load(bytes, at, length, port);
      place = this.#place();
      if (place < 0) return;
    }
    const index = this.#free.pop() ?? this.#values.length;
    this.#values[index] = value;
    this.#keys.set(this.#key, place * KEY);
    this.#slots[place] = index;
    this.size++;
  }

  delete(bytes: Uint8Array, at: number, length: number, port: number): void {
    this.#load(bytes, at, length, port);
    let hole = this.#place();
    if (hole < 0) return;
    const index = this.#slots[hole];
    if (index === EMPTY) return;
    this.#values[index] = undefined;
    this.#free.push(index);
    this.#slots[hole] = EMPTY;
    this.size--;
    // Those behind it that stand there only because it was in their way move up.
    for (let next = (hole + 1) & this.#mask; this.#slots[next] !== EMPTY; next = (next + 1) & this.#mask) {
      const home = this.#home(this.#keys, next * KEY);
      if (((next - home) & this.#mask) < ((next - hole) & this.#mask)) continue;
      this.#keys.copyWithin(hole * KEY, next * KEY, next * KEY + KEY);
      this.#slots[hole] = this.#slots[next];
      this.#slots[next] = EMPTY;
      hole = next;
    }
  }

  #load(bytes: Uint8Array, at: number, length: number, port: number): void {
    const key = this.#key;
    if (length === 4) {
      key[0] = 0;
      key[1] = 0;
      key[2] = MAPPED;
      key[3] = uint32(bytes, at);
    } else {
      key[0] = uint32(bytes, at);
      key[1] = uint32(bytes, at + 4);
      key[2] = uint32(bytes, at + 8);
      key[3] = uint32(bytes, at + 12);
    }
    key[4] = port;
  }

  #home(keys: Uint32Array, at: number): number {
    let hash = Math.imul(keys[at + 3] ^ (keys[at + 4] << 7), 0x9e3779b1);
    hash ^= Math.imul(keys[at] ^ (keys[at + 1] << 3) ^ (keys[at + 2] << 5), 0x85ebca6b);
    return (hash ^ (hash >>> 15)) & this.#mask;
  }

  /** Where the key stands, or may be put; -1 when the way is too long. */
  #place(): number {
    const key = this.#key;
    const keys = this.#keys;
    let place = this.#home(key, 0);
    for (let step = 0; this.#slots[place] !== EMPTY; step++) {
      if (step >= STEPS) return -1;
      const at = place * KEY;
      if (
        keys[at + 3] === key[3] &&
        keys[at + 4] === key[4] &&
        keys[at + 2] === key[2] &&
        keys[at + 1] === key[1] &&
        keys[at] === key[0]
      ) {
        return place;
      }
      place = (place + 1) & this.#mask;
    }
    return place;
  }

  #grow(): void {
    const { length } = this.#slots;
    const keys = this.#keys;
    const slots = this.#slots;
    this.#keys = new Uint32Array(2 * length * KEY);
    this.#slots = new Int32Array(2 * length).fill(EMPTY);
    this.#mask = 2 * length - 1;
    for (let old = 0; old < length; old++) {
      if (slots[old] === EMPTY) continue;
      let place = this.#home(keys, old * KEY);
      while (this.#slots[place] !== EMPTY) place = (place + 1) & this.#mask;
      this.#keys.set(keys.subarray(old * KEY, old * KEY + KEY), place * KEY);
      this.#slots[place] = slots[old];
    }
  }
}
