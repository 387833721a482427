/** Between which hosts media was captured: what shows that media of others would have been, too. */

/** Hosts remembered, of all inputs. */
const HOSTS = 65_536;
/** In place of the one peer of a host. */
const SEVERAL = '';

export class Peers {
  /** By input and address: the only other host with which it exchanged RTP there, or `SEVERAL`. */
  readonly #peers = new Map<number, Map<string, string>>();
  #size = 0;

  add(input: number, host: string, other: string): void {
    let peers = this.#peers.get(input);
    if (peers === undefined) {
      peers = new Map();
      this.#peers.set(input, peers);
    }
    this.#meet(peers, host, other);
    this.#meet(peers, other, host);
  }

  /** RTP was captured in this input. */
  has(input: number): boolean {
    return this.#peers.has(input);
  }

  /** RTP between these hosts was captured in this input, or some of one of them with several others. */
  reaches(input: number, host: string, other: string): boolean {
    const peers = this.#peers.get(input);
    const met = peers?.get(host);
    return peers !== undefined && (met === other || met === SEVERAL || peers.get(other) === SEVERAL);
  }

  #meet(peers: Map<string, string>, host: string, other: string): void {
    const known = peers.get(host);
    if (known !== undefined) {
      if (known !== other) peers.set(host, SEVERAL);
    } else if (this.#size < HOSTS) {
      peers.set(host, other);
      this.#size++;
    }
  }
}
