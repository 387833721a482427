/** Attempts to open a TCP connection to a port of SIP that are not answered yet. */
import type { NetworkEvent } from '../events.ts';
import type { Endpoint, Origin } from '../model.ts';
import type { Endpoints } from './endpoints.ts';
import { type IpPacket, uint16, uint32 } from './ip.ts';
import { isSipPort } from './sip-ports.ts';

export interface DialOptions {
  readonly input: number;
  readonly endpoints: Endpoints;
  onEvent(event: NetworkEvent): void;
}

export interface Dials {
  readonly size: number;
  /** A SYN that goes the way of `key`; `sequence` is that of the first byte behind it. */
  dial(key: number, ip: IpPacket, sequence: number): void;
  /** The connection of that way came about, or is of no interest any more. */
  forget(key: number): void;
  /** A RST that came back for what went the way of `key`. */
  refuse(key: number, ip: IpPacket): void;
  /** Gives up what was never answered. */
  end(): void;
}

interface Dial {
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly sequence: number;
  readonly origin: Origin;
  readonly first: number;
  last: number;
  sends: number;
}

const MOST = 4096;
/** A SYN is sent again after a second (RFC 6298 §2.1); what comes sooner is the capture's second look at it. */
const AGAIN = 300_000;

export function createDials({ input, endpoints, onEvent }: DialOptions): Dials {
  const open = new Map<number, Dial>();

  const dials = { size: 0, dial, forget, refuse, end };

  function dial(key: number, ip: IpPacket, sequence: number): void {
    const { bytes, start, addressLength } = ip;
    const port = uint16(bytes, start + 2);
    if (!isSipPort(port)) return;
    const known = open.get(key);
    if (known?.sequence === sequence) {
      if (Math.abs(ip.time - known.last) < AGAIN) return;
      known.sends++;
      known.last = ip.time;
      return;
    }
    if (known !== undefined) giveUp(key, known);
    else if (open.size >= MOST) giveUpOldest();
    open.set(key, {
      source: endpoints.of(bytes, ip.sourceAt, addressLength, uint16(bytes, start)),
      destination: endpoints.of(bytes, ip.destinationAt, addressLength, port),
      sequence,
      origin: { input, index: ip.number, position: ip.position, length: ip.end - start },
      first: ip.time,
      last: ip.time,
      sends: 1,
    });
    dials.size = open.size;
  }

  function forget(key: number): void {
    open.delete(key);
    dials.size = open.size;
  }

  function refuse(key: number, ip: IpPacket): void {
    const known = open.get(key);
    // RFC 9293 §3.10.7.1: it acknowledges the SYN.
    if (known === undefined || uint32(ip.bytes, ip.start + 8) !== known.sequence) return;
    forget(key);
    const { source, destination, sends, first } = known;
    const { number: index, position } = ip;
    onEvent({
      kind: 'connection',
      how: 'refused',
      time: ip.time,
      origin: { input, index, position, length: ip.end - ip.start },
      source,
      destination,
      sends,
      waited: Math.max(0, ip.time - first),
      idle: -1,
    });
  }

  function giveUpOldest(): void {
    for (const [key, oldest] of open) {
      giveUp(key, oldest);
      return;
    }
  }

  /** One SYN alone says nothing: the client may have an answer that the capture does not show. */
  function giveUp(key: number, { source, destination, sends, first, last, origin }: Dial): void {
    forget(key);
    if (sends === 1) return;
    const waited = last - first;
    onEvent({
      kind: 'connection',
      how: 'unanswered',
      time: first,
      origin,
      source,
      destination,
      sends,
      waited,
      idle: -1,
    });
  }

  function end(): void {
    for (const [key, one] of open) giveUp(key, one);
  }

  return dials;
}
