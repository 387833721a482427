/**
 * What both sides of a call agreed for their media, and what flowed while they did: nouns for the rules about RTP.
 * Times are µs.
 */
import type { IcmpError } from '../events.ts';
import type { CallMedia, MediaDirection, MediaEpoch, Side, StreamFacts } from '../media/facts.ts';
import type { Call, Endpoint, SipMessage } from '../model.ts';
import type { Payload } from '../sdp/payloads.ts';
import type { Context } from './define.ts';

/** What the two sides of a hop said of one m= section, for as long as both stood by it after the answer. */
export interface Agreement {
  /** Number of the m= section, from 0. */
  readonly index: number;
  /** `audio`, `video` … */
  readonly kind: string;
  readonly caller: MediaEpoch;
  readonly callee: MediaEpoch;
  readonly start: number;
  /** Something else was said, the call was over, or the capture was. */
  readonly end: number;
}

/** Media that goes one way: to the side that hears it. */
export type Way = Exclude<MediaDirection, 'unknown'>;

export const ways: readonly Way[] = ['to-caller', 'to-callee'];

export const opposite: Readonly<Record<Way, Way>> = { 'to-caller': 'to-callee', 'to-callee': 'to-caller' };

const hearer: Readonly<Record<Way, Side>> = { 'to-caller': 'caller', 'to-callee': 'callee' };
const speaker: Readonly<Record<Way, Side>> = { 'to-caller': 'callee', 'to-callee': 'caller' };

/** What the side that hears announced. */
export function receiverOf(agreement: Agreement, way: Way): MediaEpoch {
  return agreement[hearer[way]];
}

/** What the side that speaks announced. */
export function senderOf(agreement: Agreement, way: Way): MediaEpoch {
  return agreement[speaker[way]];
}

/** `192.0.2.1:5060>192.0.2.9:5060` without the ports, which differ from way to way over TCP. */
function hostsOf(hop: string): readonly [source: string, destination: string] {
  const [source, destination] = hop.split('>');
  return [source.slice(0, source.lastIndexOf(':')), destination.slice(0, destination.lastIndexOf(':'))];
}

/** A request between these two was on the hop on which the side announced itself. */
export function isOnHop({ hop }: MediaEpoch, announcer: Endpoint, other: Endpoint): boolean {
  const [source, destination] = hostsOf(hop);
  return source === hostOf(announcer) && destination === hostOf(other);
}

const hostOf = ({ name }: Endpoint) => name.slice(0, name.lastIndexOf(':'));

function isSameHop(one: MediaEpoch, other: MediaEpoch): boolean {
  const [source, destination] = hostsOf(one.hop);
  const [back, forth] = hostsOf(other.hop);
  return source === forth && destination === back;
}

/** An offer that was refused, or not answered with a description, changed nothing, whatever it said (RFC 3264 §4). */
function isInForce(message: SipMessage | undefined, call: Call): boolean {
  if (message === undefined || !message.isRequest || message.method === 'ACK' || message.method === 'PRACK')
    return true;
  const { final } = call.transactions.find(({ request }) => request === message) ?? {};
  return final !== undefined && final.status < 300 && final.hasSdp;
}

function agreementsIn({ epochs, answered, ended }: CallMedia, call: Call, now: number): Agreement[] {
  if (Number.isNaN(answered)) return [];
  const over = Number.isNaN(ended) ? now : ended;
  const until = ({ end }: MediaEpoch) => (Number.isNaN(end) ? over : end);
  const found: Agreement[] = [];
  for (const callee of epochs) {
    if (callee.side !== 'callee' || callee.port === 0) continue;
    for (const caller of epochs) {
      const { side, index, kind, port } = caller;
      if (side !== 'caller' || index !== callee.index || kind !== callee.kind || port === 0) continue;
      const start = Math.max(answered, caller.start, callee.start);
      const end = Math.min(over, until(caller), until(callee));
      if (end <= start || !isSameHop(caller, callee)) continue;
      const later = caller.start > callee.start ? caller : callee;
      if (!isInForce(later.message, call)) continue;
      // A proxy that leaves the description alone shows the same sockets on its other hop.
      const known = found.some(
        (one) =>
          one.index === index &&
          isSameSocket(one.caller, caller) &&
          isSameSocket(one.callee, callee) &&
          one.start < end &&
          one.end > start,
      );
      if (!known) found.push({ index, kind, caller, callee, start, end });
    }
  }
  return found;
}

function isSameSocket(one: MediaEpoch, other: MediaEpoch): boolean {
  return one.address === other.address && one.port === other.port;
}

const known = new WeakMap<CallMedia, readonly Agreement[]>();

/** In order of the callee's descriptions; none of calls that were not answered. */
export function agreementsOf(call: Call, context: Context): readonly Agreement[] {
  const media = context.media.of(call);
  let agreements = known.get(media);
  if (agreements === undefined) {
    agreements = agreementsIn(media, call, context.now);
    known.set(media, agreements);
  }
  return agreements;
}

/** Old stacks hold a call by the address 0.0.0.0 (RFC 3264 §8.4); with ICE it means that addresses come later. */
function isNowhere({ address, candidates }: MediaEpoch): boolean {
  return candidates === 0 && (address === '0.0.0.0' || address === '::');
}

/** Both said that media goes this way: nobody is on hold, and there is an address to send it to. */
export function isExpected(agreement: Agreement, way: Way): boolean {
  const from = senderOf(agreement, way);
  const to = receiverOf(agreement, way);
  const sends = from.direction === 'sendrecv' || from.direction === 'sendonly';
  const takes = to.direction === 'sendrecv' || to.direction === 'recvonly';
  return sends && takes && !isNowhere(to) && !isNowhere(from);
}

/** The streams of an agreement that go one way, on its hop. With ICE their sockets are not those of the m= lines. */
export function streamsOf(agreement: Agreement, way: Way, { streams }: CallMedia): readonly StreamFacts[] {
  const from = senderOf(agreement, way);
  const to = receiverOf(agreement, way);
  const anywhere = from.candidates > 0 || to.candidates > 0;
  return streams.filter(
    ({ direction, index, source, destination, start, end }) =>
      direction === way &&
      index === agreement.index &&
      start < agreement.end &&
      end > agreement.start &&
      (anywhere || isAt(destination, to) || isAt(source, from) || destination.address === to.address),
  );
}

/**
 * What the side that is silent sends, or what the other one gets, is in the capture: its silence means something
 * (G-ONESIDED). `back` are the streams of the other way.
 */
export function isInView(agreement: Agreement, way: Way, back: readonly StreamFacts[], { messages }: Call): boolean {
  const speakers = new Set([senderOf(agreement, way).address, ...back.map(({ destination }) => destination.address)]);
  const hearers = new Set([receiverOf(agreement, way).address, ...back.map(({ source }) => source.address)]);
  return messages.some(({ source, destination }) => speakers.has(source.address) || hearers.has(destination.address));
}

function isAt({ address, port }: StreamFacts['source'], epoch: MediaEpoch): boolean {
  return port === epoch.port && address === epoch.address;
}

/** Packets of one way that go from host to host in both directions are those of a host with another address for its media. */
export function isMixed(streams: readonly StreamFacts[]): boolean {
  return streams.some((one) =>
    streams.some(
      (other) => other.source.address === one.destination.address && other.destination.address === one.source.address,
    ),
  );
}

/** Payload types of all sections: with BUNDLE (RFC 9143) what one of them lists may come where another one points. */
export function listedBy(epoch: MediaEpoch, { epochs }: CallMedia): readonly Payload[] {
  const { side, start, hop } = epoch;
  return epochs
    .filter((one) => one.side === side && one.start === start && one.hop === hop)
    .flatMap((one) => one.payloads);
}

/** The message that announced it, or else the one that the call begins with: evidence must be a message. */
export function announcementOf({ message }: MediaEpoch, call: Call): SipMessage {
  return message ?? call.messages[0];
}

/** The message that named where a stream goes to, or else what its hearer said last. */
export function describedBy(stream: StreamFacts, { epochs }: CallMedia, call: Call): SipMessage {
  const side = stream.direction === 'to-caller' ? 'caller' : 'callee';
  const own = epochs.filter((one) => one.side === side && one.index === stream.index && one.start <= stream.end);
  const epoch = own.findLast((one) => isAt(stream.destination, one)) ?? own[own.length - 1];
  return epoch?.message ?? call.messages[0];
}

/** Percentages and milliseconds, as args hold them. */
export function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Errors by which the host or its router sent back what went to an announced socket while the agreement stood. */
export function refusalsOf(epoch: MediaEpoch, { start, end }: Agreement, { network }: Context): readonly IcmpError[] {
  const name = socketName(epoch);
  return network
    .otherIcmp(start, end)
    .filter(
      ({ transport, reason, destination }) => transport === 'udp' && reason !== 'too-big' && destination.name === name,
    );
}

/** `192.0.2.1:40000`, `[2001:db8::1]:40000`. */
export function socketName({ address, port }: MediaEpoch): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
