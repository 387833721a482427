/** Between which hosts media was captured: what shows that media of others would have been, too. */

/** Hosts remembered. */
const HOSTS = 65_536;
/** In place of the one peer of a host. */
const SEVERAL = '';

export class Peers {
  /** By address: the only other host with which it exchanged RTP, or `SEVERAL`. */
  readonly #peers = new Map<string, string>();

  add(host: string, other: string): void {
    this.#meet(host, other);
    this.#meet(other, host);
  }

  get size(): number {
    return this.#peers.size;
  }

  /** RTP between these hosts was captured, or some of one of them with several others. */
  reaches(host: string, other: string): boolean {
    const met = this.#peers.get(host);
    return met === other || met === SEVERAL || this.#peers.get(other) === SEVERAL;
  }

  #meet(host: string, other: string): void {
    const known = this.#peers.get(host);
    if (known === undefined) {
      if (this.#peers.size < HOSTS) this.#peers.set(host, other);
    } else if (known !== other) this.#peers.set(host, SEVERAL);
  }
}
