/**
 * How far the clocks of capture points are apart, from messages that more than one of them saw (knowledge: wish 4 of
 * peers.md). A message takes some time from one point to the other; where both directions are seen, what is the same in
 * both is the clocks, and what differs is the way (as NTP does it, RFC 5905 §8).
 */

/** A message as one input saw it. */
export interface PointMessage {
  /** Equal for equal bytes with equal ends. */
  readonly key: string;
  /** µs, by the clock of the input. */
  readonly time: number;
  /** Equal for both directions between the same two hosts. */
  readonly hosts: string;
  /** Which of the two hosts sent it. */
  readonly forward: boolean;
}

export interface PointClock {
  /** By how much the clock of the input is ahead of that of `against`, µs. */
  readonly ahead: number;
  /** Index of the input that it was compared with. */
  readonly against: number;
  /** The least time on the way between the two, µs; undefined where only one direction was seen: it is part of `ahead` then. */
  readonly way: number | undefined;
  /** Messages that both saw once. */
  readonly messages: number;
}

/** Fewer messages in common are chance: a copy in another trace, a keep-alive that is always the same. */
const LEAST = 2;

interface Differences {
  forward: number;
  backward: number;
}

/** Messages seen exactly once: of a retransmission it cannot be told which copy is which. */
function unique(messages: readonly PointMessage[]): Map<string, PointMessage> {
  const found = new Map<string, PointMessage>();
  const twice = new Set<string>();
  for (const message of messages) {
    if (found.has(message.key)) twice.add(message.key);
    else found.set(message.key, message);
  }
  for (const key of twice) found.delete(key);
  return found;
}

function compare(
  a: ReadonlyMap<string, PointMessage>,
  b: ReadonlyMap<string, PointMessage>,
): Omit<PointClock, 'against'> | undefined {
  const byHosts = new Map<string, Differences>();
  let messages = 0;
  for (const [key, { time, hosts, forward }] of b) {
    const other = a.get(key);
    if (other === undefined) continue;
    messages++;
    const least = byHosts.get(hosts) ?? { forward: Number.POSITIVE_INFINITY, backward: Number.POSITIVE_INFINITY };
    byHosts.set(hosts, least);
    const direction = forward ? 'forward' : 'backward';
    // The quickest of each direction waited in no queue.
    least[direction] = Math.min(least[direction], time - other.time);
  }
  if (messages < LEAST) return undefined;
  const all = [...byHosts.values()];
  const both = all
    .filter(({ forward, backward }) => Number.isFinite(forward) && Number.isFinite(backward))
    .map(({ forward, backward }) => ({ ahead: (forward + backward) / 2, way: Math.abs(forward - backward) / 2 }))
    .sort((one, other) => one.way - other.way);
  if (both.length > 0) return { ahead: Math.round(both[0].ahead), way: Math.round(both[0].way), messages };
  const least = Math.min(...all.flatMap(({ forward, backward }) => [forward, backward]).filter(Number.isFinite));
  return { ahead: Math.round(least), way: undefined, messages };
}

/**
 * By index of the input; undefined for the one that the others are compared with, and for those that have nothing in
 * common with any. `ahead` is against the first input of those that hang together.
 */
export function pointClocks(inputs: readonly (readonly PointMessage[])[]): readonly (PointClock | undefined)[] {
  const seen = inputs.map(unique);
  const clocks: (PointClock | undefined)[] = inputs.map(() => undefined);
  const settled = new Set<number>();
  for (let root = 0; root < inputs.length; root++) {
    if (settled.has(root)) continue;
    settled.add(root);
    const reached = [{ input: root, ahead: 0 }];
    // Each is compared with the one through which it was reached: what they have in common need not be in the first.
    for (let from = reached.shift(); from !== undefined; from = reached.shift()) {
      for (let input = root + 1; input < inputs.length; input++) {
        if (settled.has(input)) continue;
        const found = compare(seen[from.input], seen[input]);
        if (found === undefined) continue;
        settled.add(input);
        const ahead = from.ahead + found.ahead;
        clocks[input] = { ...found, ahead, against: root };
        reached.push({ input, ahead });
      }
    }
  }
  return clocks;
}
