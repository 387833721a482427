/** What a dialect is: how a product's log opens a message. Framing itself is common (`framer.ts`). */
import type { Transport } from '../model.ts';
import type { PhysicalLine } from './lines.ts';
import type { Stamp } from './stamps.ts';
import type { Line } from './unwrap.ts';

export interface Address {
  readonly address: string;
  readonly port: number;
}

export type Direction = 'in' | 'out';

/** Everything that a log says about a message beside the message. */
export interface Opening {
  readonly dialect: string;
  readonly direction?: Direction;
  readonly peer?: Address;
  readonly source?: Address;
  readonly destination?: Address;
  readonly transport?: Transport;
  readonly time?: Stamp;
  /** Bytes of the message on the wire, as printed. */
  readonly length?: number;
  /** The line that closes the message, or the end of its last line. Absent where a dialect has none. */
  readonly closer?: RegExp;
  /** The closer is not always there: its absence says nothing. */
  readonly closerOptional?: boolean;
  /** The start line may stand on the opening's own line: behind the lead, or anywhere where there is none. */
  readonly inline?: boolean;
  /** Lines behind the opening that cannot be the start line, nor the closer. */
  readonly skip?: number;
  /** The start line stands within so many lines; 4 unless said, 0: only on the opening's own. */
  readonly within?: number;
  /** What must stand before the start line on its own line. */
  readonly lead?: RegExp;
  /** The same message was printed before: frame it and leave it out. */
  readonly repeated?: boolean;
  /** The text may be a whole read of a stream, several messages, printed once for each of them (`shared-record.ts`). */
  readonly shared?: boolean;
  /** The text is what was read from a stream at once: one message, or several. They all have this opening. */
  readonly stream?: boolean;
  /** The message was parsed and printed again, so that its bytes are not the wire's. */
  readonly reprinted?: boolean;
  /** Something is known to be missing. */
  readonly cut?: boolean;
  /** Other records may stand between the message's lines. */
  readonly interleaved?: boolean;
  /** The endpoints are guessed from nearby text. */
  readonly guessed?: boolean;
  /** Takes off what the product puts around each line of a message; undefined when the line is not the message's. */
  readonly strip?: (text: string) => string | undefined;
  /** A line of the log's own, which ends the message without being its closing line. */
  readonly ends?: RegExp;
  /** Long messages are cut without a mark, so that what is shorter than it says itself counts as cut. */
  readonly cutsSilently?: boolean;
  /** Credentials and keys are left out or written as asterisks, so that lengths may exceed the text. */
  readonly masked?: boolean;
}

/** Sees the physical lines before anything else does, and hands on others in their place. It may hold a few back. */
export interface Joiner {
  /** It is within a record: it must see the next line, too. */
  readonly busy: boolean;
  line(line: PhysicalLine): void;
  end(): void;
}

export interface Dialect {
  readonly id: string;
  readonly title: string;
  /** Every opening holds one of these. Lines that hold none of any dialect are not looked at further. */
  readonly hints?: readonly string[];
  /** Recognises an opening line. `next` are the lines after it. It is asked for every line: test a literal first. */
  open?(line: Line, next: (distance: number) => Line | undefined): Opening | undefined;
  /**
   * Puts together what the product prints in several records, while each still has what a collector put before it. A new one
   * for each log; `mark`: what the first of them holds.
   */
  readonly join?: { readonly mark: RegExp; create(emit: (line: PhysicalLine) => void): Joiner };
  /** For dumps, trees and reads of a stream, whose lines are not those of messages, whatever stood before them. A new one for each log. */
  gather?(emit: (line: Line) => void): Gatherer;
}

/** Takes the lines of a dump and gives the lines of the messages in it. */
export interface Gatherer {
  /** False when the line is not the dump's: what was held is out by then. Most lines of a log come here: test a literal first. */
  line(line: Line): boolean;
  end(): void;
}

const TRANSPORTS: Readonly<Record<string, Transport>> = {
  udp: 'udp',
  udp6: 'udp',
  tcp: 'tcp',
  tcp6: 'tcp',
  tls: 'tls',
  tls6: 'tls',
  'tls-tcp': 'tls',
  sctp: 'sctp',
  ws: 'ws',
  wss: 'wss',
};

export function transportOf(name: string): Transport | undefined {
  return TRANSPORTS[name.toLowerCase()];
}

/** Host and port that are printed apart; undefined when one of them is not printed. */
export function addressOf(host: string | undefined, port: string | undefined): Address | undefined {
  return host === undefined || port === undefined ? undefined : parseAddress(`${host}:${port}`);
}

/** `192.0.2.1:5060`, `[2001:db8::1]:5060`, and `2001:db8::1:5060` as some print it. */
export function parseAddress(text: string): Address | undefined {
  const colon = text.lastIndexOf(':');
  const port = text.slice(colon + 1);
  if (colon < 1 || !/^\d{1,5}$/.test(port) || Number(port) > 65_535) return undefined;
  let address = text.slice(0, colon);
  if (address.startsWith('[') && address.endsWith(']')) address = address.slice(1, -1);
  // A scope (`fe80::1%eth0`) names an interface of the machine that logged, not the peer.
  const scope = address.indexOf('%');
  if (scope > 0) address = address.slice(0, scope);
  if (!/^[0-9A-Za-z.:_-]{1,255}$/.test(address)) return undefined;
  return { address: address.toLowerCase(), port: Number(port) };
}
