/** What two capture points tell of a call beside what either tells alone: the way between them, and what got lost on it. */
import type { Call, Evidence, SipMessage } from '../model.ts';
import { evidenceOf } from '../state/evidence.ts';
import type { Observation } from '../state/observations.ts';

export interface LostRecord {
  readonly at: Evidence;
  /** Indices of the inputs: where it was seen last, and where it should have come by next. */
  readonly seenAt: number;
  readonly missingAt: number;
}

export interface PointPairRecord {
  /** Indices of the inputs, the lower first. */
  readonly a: number;
  readonly b: number;
  /** Messages of the call that both saw. */
  readonly messages: number;
  /** Median time from one point to the other, ms; undefined where no message went that way. */
  readonly toB: number | undefined;
  readonly toA: number | undefined;
}

export interface PointsRecord {
  /** By number of the message: where else it was seen. */
  readonly also: ReadonlyMap<number, readonly Observation[]>;
  readonly pairs: readonly PointPairRecord[];
  readonly lost: readonly LostRecord[];
}

/** What is known of messages at other capture points. */
export interface Points {
  observations(message: SipMessage): readonly Observation[];
  /** When an input begins and ends, µs by the clock of the analysis; what lies outside of it cannot be missed in it. */
  coverage(input: number): { readonly start: number; readonly end: number };
}

/** µs at the ends of an input in which a message may just have been missed. */
const EDGE = 1_000_000;

/** ms; what clocks agree on at best. */
const LEAST_WAY = 0.1;

interface Seen {
  readonly message: SipMessage;
  /** In order of time; the message's own first look is the first. */
  readonly at: readonly Pick<Observation, 'input' | 'time'>[];
}

function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] / 1000;
}

/** From one input to another on the way from one host to another: delays in µs. */
function delaysOf(seen: readonly Seen[]): Map<string, { from: number; to: number; hosts: string; delays: number[] }> {
  const ways = new Map<string, { from: number; to: number; hosts: string; delays: number[] }>();
  for (const { message, at } of seen) {
    for (let i = 1; i < at.length; i++) {
      const [from, to] = [at[i - 1].input, at[i].input];
      const hosts = `${message.source.address} ${message.destination.address}`;
      const key = `${from} ${to} ${hosts}`;
      const way = ways.get(key) ?? { from, to, hosts, delays: [] };
      way.delays.push(at[i].time - at[i - 1].time);
      ways.set(key, way);
    }
  }
  return ways;
}

/** Undefined for a call that only one capture point saw. */
export function pointsOf(call: Pick<Call, 'messages'>, { observations, coverage }: Points): PointsRecord | undefined {
  const also = new Map<number, readonly Observation[]>();
  for (const message of call.messages) {
    const others = observations(message);
    if (others.length > 0) also.set(message.id, others);
  }
  if (also.size === 0) return undefined;
  const seen = call.messages.map(
    (message): Seen => ({
      message,
      at: [{ input: message.input, time: message.time }, ...(also.get(message.id) ?? [])],
    }),
  );
  const ways = [...delaysOf(seen).values()];
  const pairs = new Map<string, { a: number; b: number; messages: number; toB: number[]; toA: number[] }>();
  for (const { from, to, delays } of ways) {
    const [a, b] = [Math.min(from, to), Math.max(from, to)];
    const pair = pairs.get(`${a} ${b}`) ?? { a, b, messages: 0, toB: [], toA: [] };
    pairs.set(`${a} ${b}`, pair);
    pair.messages += delays.length;
    (to === b ? pair.toB : pair.toA).push(...delays);
  }
  const lost = seen.flatMap(({ message, at }): LostRecord[] => {
    // TCP repeats what is lost, and a gap in a capture is not one of the network.
    if (message.transport !== 'udp') return [];
    const hosts = `${message.source.address} ${message.destination.address}`;
    const { input, time } = at[at.length - 1];
    return (
      ways
        .filter((way) => way.hosts === hosts && way.from === input)
        // A way that takes no time has no direction: two ports of one switch, or copies of one capture.
        .filter((way) => (median(way.delays) ?? 0) >= LEAST_WAY)
        // Both orders of two points on one way say that the clocks do not tell which is nearer.
        .filter((way) => !ways.some((back) => back.hosts === hosts && back.from === way.to && back.to === way.from))
        .filter((way) => {
          const { start, end } = coverage(way.to);
          return time > start + EDGE && time < end - EDGE;
        })
        .map((way) => ({ at: evidenceOf(message), seenAt: input, missingAt: way.to }))
    );
  });
  return {
    also,
    pairs: [...pairs.values()].map(({ a, b, messages, toB, toA }) => ({
      a,
      b,
      messages,
      toB: median(toB),
      toA: median(toA),
    })),
    lost,
  };
}
