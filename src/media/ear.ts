/**
 * Who listens to a stream: for tones while the call is not answered, and for keys where the two sides agreed on no other way
 * for them. Sound of G.711 only.
 */
import { g711Table } from './g711.ts';
import type { RtpHeader } from './rtp.ts';
import { type Tone, Tones } from './tones.ts';

export class Ear {
  readonly #call: { readonly answered: number };
  #early: Tones | undefined;
  #keys: Tones | undefined;

  /** `call` tells when it was answered (µs), NaN before. */
  constructor(call: { readonly answered: number }) {
    this.#call = call;
  }

  hearTones(): void {
    this.#early ??= new Tones(false);
  }

  hearKeys(): void {
    this.#keys ??= new Tones(true);
  }

  add(codec: string, { start, end, timestamp }: RtpHeader, bytes: Uint8Array, time: number): void {
    const table = g711Table(codec);
    if (table === undefined) return;
    if (!(time >= this.#call.answered)) this.#early?.add(table, bytes, start, end, timestamp, time);
    else this.#keys?.add(table, bytes, start, end, timestamp, time);
  }

  /** In order of time. */
  get tones(): readonly Tone[] {
    this.#early?.end();
    this.#keys?.end();
    return [...(this.#early?.all ?? []), ...(this.#keys?.all ?? [])];
  }
}
