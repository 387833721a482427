/** Streams of RTP that take over from one another, and the signalling that explains it. Times are µs. */
import type { CallMedia, StreamFacts } from '../media/facts.ts';
import type { Call, SipMessage } from '../model.ts';
import type { Context } from './define.ts';
import { firstAt } from './session-changes.ts';

export interface Succession {
  readonly before: StreamFacts;
  readonly after: StreamFacts;
}

/** The last packets of the one may come after the first ones of the other. */
const OVERLAP = 200_000;

/**
 * One stream after the other, of those given; two that run at the same time are none. The streams go one way and to one
 * place: they differ in what `isSame` looks at.
 */
export function successionsOf(
  streams: readonly StreamFacts[],
  isSame: (one: StreamFacts, other: StreamFacts) => boolean,
): readonly Succession[] {
  const found: Succession[] = [];
  let current: StreamFacts | undefined;
  for (const after of [...streams].sort((a, b) => a.start - b.start)) {
    if (current !== undefined && !isSame(current, after) && after.start >= current.end - OVERLAP) {
      found.push({ before: current, after });
    }
    if (current === undefined || after.end > current.end) current = after;
  }
  return found;
}

/** Streams that lead to one place, by the way that they go; noise of a few packets left out. */
export function streamsByPlace(
  { streams }: CallMedia,
  { thresholds }: Context,
  keyOf: (stream: StreamFacts) => string,
): ReadonlyMap<string, readonly StreamFacts[]> {
  const places = new Map<string, StreamFacts[]>();
  for (const stream of streams) {
    if (stream.direction === 'unknown' || stream.packets < thresholds.countedPackets) continue;
    const key = `${stream.direction} ${stream.index} ${stream.destination.name} ${keyOf(stream)}`;
    const place = places.get(key);
    if (place === undefined) places.set(key, [stream]);
    else place.push(stream);
  }
  return places;
}

/** Methods that change a session, or tell of a transfer that does. */
const changing: ReadonlySet<string> = new Set(['INVITE', 'ACK', 'PRACK', 'UPDATE', 'REFER', 'NOTIFY', 'BYE']);

/** A message that may have made media change between these times, or just before or after them. */
export function signalBetween({ messages }: Call, from: number, to: number, context: Context): SipMessage | undefined {
  const around = context.thresholds.changeAround * 1000;
  for (let i = firstAt(messages, from - around, ({ time }) => time); i < messages.length; i++) {
    const message = messages[i];
    if (message.time > to + around) return undefined;
    if (changing.has(message.method)) return message;
  }
  return undefined;
}

/** Media settles while the call is answered, and what comes after its end is no part of it. */
export function isWithinTalk(time: number, { answered, ended }: CallMedia, { thresholds }: Context): boolean {
  return time >= answered + thresholds.changeAround * 1000 && !(time >= ended);
}
