import type { StreamFacts } from '../../media/facts.ts';
import type { Call, SipMessage } from '../../model.ts';
import { describedBy } from '../agreements.ts';
import { defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { count, duration } from '../phrases.ts';

type Shown = {
  /** Who still sends. */
  side: 'caller' | 'callee';
  /** `audio`, `video` … */
  kind: string;
  source: string;
  destination: string;
  /** From the answer to the BYE to the last packet, ms. */
  after: number;
  /** Packets meanwhile, at the least. */
  packets: number;
  /** It had not stopped when the capture ended, or the call was let go. */
  goesOn: boolean;
};

const SECOND = 1_000_000;
/** Packets a second that make a stream; fewer keep a NAT binding open (RFC 6263). */
const LEAST_RATE = 5;

/** The answer to the last BYE, when all that was answered is released and every BYE was answered. */
function releaseOf({ dialogs, transactions }: Call): SipMessage | undefined {
  if (dialogs.some(({ state }) => state === 'confirmed')) return undefined;
  let last: SipMessage | undefined;
  for (const { method, final } of transactions) {
    if (method !== 'BYE') continue;
    // Who did not hear of the BYE rightly goes on: rule `bye-unanswered` tells of it.
    if (final === undefined) return undefined;
    if (final.status < 300 && (last === undefined || final.time > last.time)) last = final;
  }
  return last;
}

/** µs. What comes after a pause is another call with the same numbers, as some devices make them. */
function lastWithoutPause({ gaps, end }: StreamFacts, released: number): number {
  return gaps.find(({ at, length }) => at + length * 1000 > released)?.at ?? end;
}

/** Rule 98: a side still sends media when the call is over. */
export const rtpAfterBye = defineRule<'call', Shown>({
  id: 'rtp-after-bye',
  severity: 'info',
  scope: 'call',
  title: 'Media after the end of the call',
  spec: ['RFC 3261 §15.1.1', 'RFC 3261 §15.1.2'],
  example: {
    side: 'callee',
    kind: 'audio',
    source: '192.0.2.9:30000',
    destination: '192.0.2.1:40000',
    after: 12_400,
    packets: 570,
    goesOn: false,
  },
  why: ({ goesOn }) =>
    goesOn
      ? 'A port that is not let go is lost for later calls, and when the other side uses its own again, the next caller hears this one.'
      : 'Until it stops, a call that gets the same port hears what is left of this one.',
  fix: ({ source, side }) => [
    `Find out what ${source} belongs to and why the end of the call does not reach it: a media server, conference or recorder behind the ${side} that is released later, or never.`,
    'If a back-to-back user agent stands between, check that it sends a BYE on each of its legs.',
    `Watch the number of open RTP ports of that host over a day: if it grows, ports leak.`,
  ],
  message: ({ side, kind, source, destination, after, packets, goesOn }) =>
    `The ${side} went on sending ${kind} from ${source} to ${destination} for ${duration(after)} after the BYE was answered, ` +
    `at least ${count(packets, 'packet', 'packets')}` +
    (goesOn ? '; it had not stopped when it was last looked at.' : '.'),
  limits: ({ goesOn }) =>
    goesOn
      ? 'How long it went on is not known: the capture ended, or the 40 s had passed for which a call is followed after its end.'
      : '',
  concerns: (method, end) => method === 'BYE' && end === 'success',
  when: ({ call }, { media }) => media.of(call).streams.length > 0,
  *check({ call }, context) {
    const { thresholds } = context;
    const media = context.media.of(call);
    const release = releaseOf(call);
    if (release === undefined) return;
    const worst = new Map<string, { readonly stream: StreamFacts; readonly last: number; readonly after: number }>();
    for (const stream of media.streams) {
      const { direction, start, elsewhere, source } = stream;
      // Another call may have taken it over, or be the other leg of this one.
      const released = Number.isNaN(elsewhere) ? release.time : Math.max(release.time, elsewhere);
      if (direction === 'unknown' || start >= release.time || stream.end <= released) continue;
      const last = lastWithoutPause(stream, released);
      const after = milliseconds(released, last);
      if (!(after >= thresholds.mediaAfterBye)) continue;
      if (after > (worst.get(source.address)?.after ?? 0)) worst.set(source.address, { stream, last, after });
    }
    for (const { stream, last, after } of worst.values()) {
      // The step of the series in which the call ended is of before and after: the next one is the first to count.
      const begins = last - after * 1000 + stream.series.step * SECOND;
      const packets = stream.series.packetsBetween(begins, last);
      if (begins <= last && packets < (LEAST_RATE * (last - begins)) / SECOND) continue;
      yield {
        at: [release, describedBy(stream, media, call)],
        args: {
          side: stream.direction === 'to-caller' ? 'callee' : 'caller',
          kind: stream.kind,
          source: stream.source.name,
          destination: stream.destination.name,
          after: Math.round(after),
          packets,
          goesOn: last === stream.end && context.now - last < SECOND,
        },
        severity: after > thresholds.mediaAfterByeLong ? 'warning' : 'info',
        confidence: 'likely',
        device: stream.source.address,
      };
    }
  },
});
