/**
 * TLS handshakes on ports of SIP, watched until they are through or fail (RFC 8446, RFC 5246 §7). Without keys the
 * beginning is readable, and how long a record is: enough to tell who gave up, and often why.
 */
import type { HandshakeEnd, NetworkEvent } from '../../events.ts';
import type { Endpoint } from '../../model.ts';
import type { Endpoints } from '../endpoints.ts';
import { type IpPacket, uint16, uint32 } from '../ip.ts';
import { isSipPort } from '../sip-ports.ts';
import { readHello } from './hello.ts';
import { ALERT, APPLICATION_DATA, CHANGE_CIPHER, HANDSHAKE, HEADER, looksLikeTls } from './record.ts';

export interface HandshakeOptions {
  readonly input: number;
  readonly endpoints: Endpoints;
  onEvent(event: NetworkEvent): void;
}

export interface Handshakes {
  readonly size: number;
  /** Data between ports of which one is SIP's; `sequence` is that of its first byte, `hash` the connection's. */
  data(hash: number, ip: IpPacket, start: number, sequence: number): void;
  /** A FIN or RST with this sequence number. */
  close(hash: number, ip: IpPacket, sequence: number): void;
}

interface Handshake {
  readonly client: Endpoint;
  readonly server: Endpoint;
  readonly serverName: string;
  readonly offered: number;
  chosen: number;
  /** Sequence numbers behind the client's hello, and where the server's answer begins. */
  helloEnd: number;
  readonly answerAt: number;
  /** The client sent what follows its hello. */
  answered: boolean;
  /** The server sent its last message; captures of several queues may write it before the client's. */
  confirmed: boolean;
  /** The last frame that counts, should the connection close now. */
  hidden: 'client' | 'server' | undefined;
}

const CLIENT_HELLO = 1;
const SERVER_HELLO = 2;
const FATAL = 2;
const TLS_1_3 = 0x0304;
/**
 * An encrypted alert of TLS 1.3: level, description, type and a tag of 16 bytes, or of 8 (RFC 8446 §5.2). A Finished, the
 * shortest message that could stand in its place, has 53 bytes at least.
 */
const HIDDEN_ALERTS: readonly number[] = [19, 11];

const MOST = 4096;

export function createHandshakes({ input, endpoints, onEvent }: HandshakeOptions): Handshakes {
  const open = new Map<number, Handshake>();

  const handshakes = { size: 0, data, close };

  function find(hash: number, ip: IpPacket): { readonly one: Handshake; readonly byClient: boolean } | undefined {
    const one = open.get(hash);
    if (one === undefined) return undefined;
    const { port } = endpoints.of(ip.bytes, ip.sourceAt, ip.addressLength, uint16(ip.bytes, ip.start));
    if (port === one.client.port) return { one, byClient: true };
    return port === one.server.port ? { one, byClient: false } : undefined;
  }

  function forget(hash: number): void {
    open.delete(hash);
    handshakes.size = open.size;
  }

  function finish(hash: number, one: Handshake, ip: IpPacket, how: HandshakeEnd['how'], byClient: boolean, alert = -1) {
    forget(hash);
    onEvent({
      kind: 'handshake',
      how,
      time: ip.time,
      origin: { input, index: ip.number, position: ip.position, length: ip.end - ip.start },
      source: one.client,
      destination: one.server,
      byClient,
      alert,
      serverName: one.serverName,
      offered: one.offered,
      chosen: one.chosen,
    });
  }

  function data(hash: number, ip: IpPacket, start: number, sequence: number): void {
    if (!looksLikeTls(ip.bytes, start, ip.end)) return;
    const isHello = ip.bytes[start] === HANDSHAKE && ip.bytes[start + HEADER] === CLIENT_HELLO;
    const found = open.size === 0 ? undefined : find(hash, ip);
    if (found === undefined) {
      if (isHello) begin(hash, ip, start, sequence);
    } else if (found.byClient) fromClient(hash, found.one, ip, start, sequence, isHello);
    else fromServer(hash, found.one, ip, start);
  }

  function begin(hash: number, ip: IpPacket, start: number, sequence: number): void {
    const { bytes, start: at, end, addressLength } = ip;
    const port = uint16(bytes, at + 2);
    if (!isSipPort(port)) return;
    if (open.size >= MOST) {
      for (const oldest of open.keys()) {
        forget(oldest);
        break;
      }
    }
    const length = uint16(bytes, start + 3);
    const hello = readHello(bytes, start + HEADER + 4, Math.min(end, start + HEADER + length), true);
    open.set(hash, {
      client: endpoints.of(bytes, ip.sourceAt, addressLength, uint16(bytes, at)),
      server: endpoints.of(bytes, ip.destinationAt, addressLength, port),
      serverName: hello.serverName,
      offered: hello.version,
      chosen: 0,
      helloEnd: (sequence + HEADER + length) >>> 0,
      answerAt: uint32(bytes, at + 8),
      answered: false,
      confirmed: false,
      hidden: undefined,
    });
    handshakes.size = open.size;
  }

  function fromClient(hash: number, one: Handshake, ip: IpPacket, start: number, sequence: number, isHello: boolean) {
    // The hello again, or its second half.
    if (((sequence - one.helloEnd) | 0) < 0) return;
    const length = uint16(ip.bytes, start + 3);
    if (isHello) {
      // RFC 8446 §4.1.4: the server asked for another one.
      one.helloEnd = (sequence + HEADER + length) >>> 0;
      return;
    }
    let at = start;
    if (ip.bytes[at] === CHANGE_CIPHER) {
      at += HEADER + length;
      // It may stand alone in its segment: what follows it still counts as the first answer.
      if (at >= ip.end) {
        if (sequence === one.helloEnd) one.helloEnd = (sequence + HEADER + length) >>> 0;
        return;
      }
    }
    const alert = alertAt(ip.bytes, at, ip.end);
    if (alert >= 0) finish(hash, one, ip, 'alert', true, alert);
    else if (!one.answered && (sequence | 0) === (one.helloEnd | 0) && isHiddenAlert(ip.bytes, at, ip.end))
      one.hidden = 'client';
    else if (one.confirmed) finish(hash, one, ip, 'completed', true);
    else one.answered = true;
  }

  function fromServer(hash: number, one: Handshake, ip: IpPacket, start: number): void {
    for (let at = start; at + HEADER <= ip.end && looksLikeTls(ip.bytes, at, ip.end); ) {
      const alert = alertAt(ip.bytes, at, ip.end);
      if (alert >= 0) {
        finish(hash, one, ip, 'alert', false, alert);
        return;
      }
      const type = ip.bytes[at];
      if (type === HANDSHAKE && ip.bytes[at + HEADER] === SERVER_HELLO && !one.answered) {
        const length = uint16(ip.bytes, at + 3);
        const hello = readHello(ip.bytes, at + HEADER + 4, Math.min(ip.end, at + HEADER + length), false);
        one.chosen = hello.version;
      } else if (type === CHANGE_CIPHER && !one.answered && one.chosen > 0 && one.chosen < TLS_1_3) {
        one.confirmed = true;
      } else if (one.answered && type !== ALERT) {
        if (isHiddenAlert(ip.bytes, at, ip.end)) one.hidden = 'server';
        else if (one.hidden === undefined) {
          finish(hash, one, ip, 'completed', false);
          return;
        }
      }
      at += HEADER + uint16(ip.bytes, at + 3);
    }
  }

  function close(hash: number, ip: IpPacket, sequence: number): void {
    const found = find(hash, ip);
    if (found === undefined) return;
    const { one, byClient } = found;
    if (one.hidden !== undefined) finish(hash, one, ip, 'hidden', one.hidden === 'client');
    // The sequence number tells that nothing was sent since that the capture does not show.
    else if (byClient && one.chosen > 0 && sequence === one.helloEnd) finish(hash, one, ip, 'closed', true);
    else if (!byClient && one.chosen === 0 && sequence === one.answerAt) finish(hash, one, ip, 'closed', false);
    else forget(hash);
  }

  return handshakes;
}

/** The number of a fatal alert in clear that stands at `at`; -1 when there is none. */
function alertAt(bytes: Uint8Array, at: number, end: number): number {
  const here = at + HEADER + 2 <= end && bytes[at] === ALERT && uint16(bytes, at + 3) === 2;
  return here && bytes[at + HEADER] === FATAL ? bytes[at + HEADER + 1] : -1;
}

/** Nothing but a record that is as long as an encrypted alert. */
function isHiddenAlert(bytes: Uint8Array, at: number, end: number): boolean {
  if (at + HEADER > end || bytes[at] !== APPLICATION_DATA) return false;
  const length = uint16(bytes, at + 3);
  return HIDDEN_ALERTS.includes(length) && at + HEADER + length === end;
}
