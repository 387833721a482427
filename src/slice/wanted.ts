/** What belongs to the selected calls, beside the frames that are known by number: connections, datagrams, media. */
import type { Endpoint, StreamChunk } from '../model.ts';

/** First and last time, µs. */
export interface Span {
  first: number;
  last: number;
}

type Decrypted = NonNullable<StreamChunk['tls']>;

/** ICMP errors come late when a router tries for long; media may go on long after the BYE, until another call has its ports. */
const ICMP_AFTER = 40_000_000;
const MEDIA_BEFORE = 2_000_000;
const MEDIA_AFTER = 40_000_000;

/** Half-open ranges of sequence numbers, `first` modulo 2^32. */
interface Range {
  readonly first: number;
  readonly length: number;
}

function between(source: Endpoint, destination: Endpoint): string {
  return `${source.name} ${destination.name}`;
}

export class Wanted {
  /** By input; frames that hold a message, or a fragment of one. */
  readonly #frames = new Map<number, Set<number>>();
  readonly #bytes = new Map<string, Range[]>();
  /** Connections of which nothing can be left out, with what is known of their TLS. */
  readonly #whole = new Map<string, Set<Decrypted>>();
  readonly #flows = new Map<string, Span>();
  readonly #sockets = new Map<string, Span>();
  /** When other calls named these sockets. */
  readonly #taken = new Map<string, number[]>();
  /** Time of all messages. */
  readonly span: Span = { first: Infinity, last: -Infinity };

  addFrame(input: number, frame: number): void {
    const known = this.#frames.get(input);
    if (known === undefined) this.#frames.set(input, new Set([frame]));
    else known.add(frame);
  }

  hasFrame(input: number, frame: number): boolean {
    return this.#frames.get(input)?.has(frame) === true;
  }

  /** A message from one socket to another. */
  addMessage(source: Endpoint, destination: Endpoint, time: number): void {
    extend(this.#flows, between(source, destination), time);
    this.span.first = Math.min(this.span.first, time);
    this.span.last = Math.max(this.span.last, time);
  }

  /** Bytes of a message on a TCP connection. */
  addBytes(source: Endpoint, destination: Endpoint, first: number, length: number): void {
    const key = between(source, destination);
    const known = this.#bytes.get(key);
    if (known === undefined) this.#bytes.set(key, [{ first, length }]);
    else known.push({ first, length });
  }

  /**
   * A connection of which nothing can be left out, as what comes later is read by what came before: frames of WebSocket, or
   * records of TLS, whose keys follow from all in front of them.
   */
  addWhole(source: Endpoint, destination: Endpoint, tls?: Decrypted): void {
    for (const key of [between(source, destination), between(destination, source)]) {
      const known = this.#whole.get(key) ?? new Set();
      this.#whole.set(key, known);
      if (tls !== undefined) known.add(tls);
    }
  }

  hasWhole(source: Endpoint, destination: Endpoint): boolean {
    return this.#whole.has(between(source, destination));
  }

  /** Of the TLS connections, each once. */
  get clientRandoms(): readonly string[] {
    return [...new Set([...this.#whole.values()].flatMap((all) => [...all].flatMap((one) => one.clientRandoms)))];
  }

  /** A socket where media is expected: with or without a message to it. */
  addSocket(name: string, time: number): void {
    extend(this.#sockets, name, time);
  }

  /** Does the connection carry any of the messages, in either direction? */
  hasConnection(source: Endpoint, destination: Endpoint): boolean {
    return this.#bytes.has(between(source, destination)) || this.#bytes.has(between(destination, source));
  }

  /** Does a segment carry bytes of a message? */
  hasBytes(source: Endpoint, destination: Endpoint, sequence: number, length: number): boolean {
    const ranges = this.#bytes.get(between(source, destination));
    return ranges?.some((one) => overlap(one, sequence, length)) === true;
  }

  /** An ICMP error that quotes a packet from `source` to `destination`. */
  hasError(source: Endpoint, destination: Endpoint, time: number): boolean {
    const span = this.#flows.get(between(source, destination));
    if (span !== undefined && time >= span.first && time <= span.last + ICMP_AFTER) return true;
    return this.hasMedia(source, destination, time);
  }

  hasMedia(source: Endpoint, destination: Endpoint, time: number): boolean {
    if (time < this.span.first - MEDIA_BEFORE || time > this.span.last + MEDIA_AFTER) return false;
    return [source, destination].some(({ name }) => {
      const span = this.#sockets.get(name);
      if (span === undefined || time < span.first - MEDIA_BEFORE || time > span.last + MEDIA_AFTER) return false;
      return time <= span.last || !this.#taken.get(name)?.some((taken) => taken > span.last && taken <= time);
    });
  }

  /** Another call names a socket: from then on, if these are over, its media is not theirs. */
  takeSocket(name: string, time: number): void {
    if (!this.#sockets.has(name)) return;
    const known = this.#taken.get(name);
    if (known === undefined) this.#taken.set(name, [time]);
    else known.push(time);
  }

  /** True when media is expected anywhere. */
  get hasSockets(): boolean {
    return this.#sockets.size > 0;
  }

  /** The sockets are in use until the call that named them ends. */
  endSockets(names: Iterable<string>, time: number): void {
    for (const name of names) if (this.#sockets.has(name)) extend(this.#sockets, name, time);
  }
}

function extend(spans: Map<string, Span>, key: string, time: number): void {
  const known = spans.get(key);
  if (known === undefined) {
    spans.set(key, { first: time, last: time });
    return;
  }
  known.first = Math.min(known.first, time);
  known.last = Math.max(known.last, time);
}

function overlap({ first, length }: Range, sequence: number, size: number): boolean {
  const ahead = (sequence - first) | 0;
  return ahead < length && ahead + size > 0;
}
