/**
 * What a capture misses is no fault of the network: a clean recording that ends anywhere, lacks any packet or any direction
 * shows no error and no warning but those about the capture itself. And what a capture does to packets (twice, in another
 * order, with another clock) changes no finding. Tried exhaustively on every capture and every fixture of the rules, but for
 * the media of long ones.
 */
import { describe, expect, it } from 'vitest';
import type { Report } from '../src/report.ts';
import { allRecordings, type Packet, type Recording } from './recordings.ts';

const MILLISECOND = 1000;

const recordings = allRecordings();

/** Findings that accuse somebody: errors, and warnings about other things than the capture. */
function accusations({ findings }: Report): string[] {
  return findings.flatMap(({ rule, severity, message }) =>
    severity === 'error' || (severity === 'warning' && !rule.startsWith('capture-'))
      ? `${severity} ${rule}: ${message}`
      : [],
  );
}

/**
 * A single lost packet can look like a message that was never sent, and no rule can know better: that may be a warning,
 * which says what the trace cannot prove, but never an error.
 */
function errors({ findings }: Report): string[] {
  return findings.flatMap(({ rule, severity, message }) => (severity === 'error' ? `error ${rule}: ${message}` : []));
}

/** Nothing is to be said of it but of the capture as a whole, and nothing is left open: a call that went well, seen whole. */
function isClean(recording: Recording): boolean {
  const { findings, undetermined } = recording.report(recording.packets, true);
  return (
    undetermined.length === 0 && findings.every(({ scope, severity }) => scope === 'capture' && severity === 'info')
  );
}

/** Collects what went wrong with every change, so that one run tells all of it. */
function broken(changes: Iterable<readonly [string, Report]>, wrong: (report: Report) => readonly string[]): string[] {
  return [...changes].flatMap(([change, report]) => wrong(report).map((text) => `${change}: ${text}`));
}

/** From so many packets on most are media, of which one is as good as the next. */
const LONG = 500;
const STRIDE = 7;

/** Places of the packets to try one by one: all; of a long recording those of its messages, and every seventh. */
function placesIn(packets: readonly Packet[]): number[] {
  const places = [...packets.keys()];
  if (packets.length < LONG) return places;
  const isMessage = ({ content }: Packet) => Buffer.from(content as string | Uint8Array).includes('SIP/2.0');
  return places.filter((i) => i % STRIDE === 0 || isMessage(packets[i]));
}

// ── What is missing ──────────────────────────────────────────────────────────────────────────────────────────────

function* cuts({ packets, report }: Recording) {
  for (const i of placesIn(packets.slice(0, -1))) {
    yield [`after packet ${i}`, report(packets.slice(0, i + 1), false)] as const;
  }
}

function* drops({ packets, report }: Recording) {
  for (const i of placesIn(packets)) {
    yield [
      `without packet ${i}`,
      report(
        packets.filter((_, k) => k !== i),
        true,
      ),
    ] as const;
  }
}

/** Each way between two hosts that the capture does not see, and each way that is all it sees. */
function* directions({ packets, report }: Recording) {
  const ways = new Map(packets.map(({ from, to }) => [`${from} > ${to}`, { from, to }]));
  for (const [name, way] of ways) {
    const isOfWay = ({ from, to }: Packet) => from === way.from && to === way.to;
    yield [
      `without ${name}`,
      report(
        packets.filter((one) => !isOfWay(one)),
        true,
      ),
    ] as const;
    yield [`only ${name}`, report(packets.filter(isOfWay), true)] as const;
  }
}

/** What has lost a packet already, because the fixture is about that, may not lose one more. */
const incomplete = /good-over-tcp|good-two-ways-to-one-phone/;

const clean = recordings.filter((one) => !incomplete.test(one.name) && isClean(one));

describe('a clean recording', () => {
  it('is what most good fixtures are', () => {
    expect(clean.length).toBeGreaterThan(recordings.length / 4);
  });

  describe.each(clean.map((one) => [one.name, one] as const))('%s', (_, recording) => {
    it('cut after any packet', () => expect(broken(cuts(recording), accusations)).toEqual([]));
    it('without any one packet', () => expect(broken(drops(recording), errors)).toEqual([]));
    it('with one direction missing, or alone', () => expect(broken(directions(recording), errors)).toEqual([]));
  });
});

// ── What is captured otherwise ───────────────────────────────────────────────────────────────────────────────────

/** Rules and severities, in no order. That packets came twice or out of order is itself worth a note about the capture. */
function verdictsOf({ findings }: Report): string[] {
  return findings
    .flatMap(({ rule, severity, scope }) => (severity === 'info' || scope === 'capture' ? [] : `${severity} ${rule}`))
    .sort();
}

const inOrder = (packets: readonly Packet[]) => [...packets].sort((a, b) => a.time - b.time);

/** Everything twice: as a mirror port that copies both ways, and the same packet on two interfaces of one host. */
function* twins({ packets, report }: Recording) {
  for (const delay of [0, 1, 5, 15]) {
    const doubled = packets.flatMap((one) => [one, { ...one, time: one.time + delay * MILLISECOND }]);
    yield [`twice, ${delay} ms apart`, report(inOrder(doubled), true)] as const;
  }
}

/** Two neighbours that were seen in the other order: each has the time of the other. */
function* swaps({ packets, report }: Recording) {
  for (const i of placesIn(packets).slice(1)) {
    const [first, second] = [packets[i - 1], packets[i]];
    if (second.time - first.time > 10 * MILLISECOND) continue;
    const swapped = [...packets];
    swapped[i - 1] = { ...second, time: first.time };
    swapped[i] = { ...first, time: second.time };
    yield [`packets ${i - 1} and ${i} swapped`, report(swapped, true)] as const;
  }
}

/** Two neighbours that were written in the other order, with the times that they had. */
function* misplaced({ packets, report }: Recording) {
  for (const i of placesIn(packets).slice(1)) {
    const [first, second] = [packets[i - 1], packets[i]];
    if (second.time - first.time > 10 * MILLISECOND) continue;
    yield [
      `packets ${i - 1} and ${i} written in the other order`,
      report([...packets.slice(0, i - 1), second, first, ...packets.slice(i + 1)], true),
    ] as const;
  }
}

/** What one host sent, stamped by a clock that is a little off. */
function* clocks({ packets, report }: Recording) {
  for (const host of new Set(packets.map(({ from }) => from))) {
    for (const shift of [-8, 8]) {
      const moved = packets.map((one) => (one.from === host ? { ...one, time: one.time + shift * MILLISECOND } : one));
      yield [`${host} ${shift} ms`, report(inOrder(moved), true)] as const;
    }
  }
}

/**
 * Rules that are about which of two things came first, or about milliseconds: with these clocks the trace says something
 * else. Part of a recording's name, and the rule.
 */
const clockwork: readonly (readonly [recording: string, rule: string])[] = [
  // How long the server took for its 100.
  ['trying-late', 'trying-late'],
  ['slow-first-response', 'trying-late'],
  // Whether a branch was begun before or after the 6xx of another.
  ['global-failure-', 'global-failure-not-honoured'],
  // Which of two requests passed the same proxy first.
  ['loop-483', 'too-many-hops'],
  // Whether the INVITE was repeated, or the CSeq used, before the CANCEL or the ACK.
  ['cancel-misuse/bad-still-repeating', 'cancel-misuse'],
  ['non2xx-final-not-acked/bad-cseq', 'non2xx-final-not-acked'],
  // Whether the PRACK came before or after the final response.
  ['prack-rejected/good-late', 'dialog-unknown-481'],
];

describe('any recording', () => {
  describe.each(recordings.map((one) => [one.name, one] as const))('%s', (_, recording) => {
    const expected = verdictsOf(recording.report(recording.packets, true));
    const known = clockwork.find(([name]) => recording.name.includes(name))?.[1];
    const ofOther = (list: readonly string[]) =>
      list.filter((one) => known === undefined || !one.endsWith(` ${known}`));
    const otherwise = (report: Report) => {
      const actual = verdictsOf(report);
      return JSON.stringify(ofOther(actual)) === JSON.stringify(ofOther(expected))
        ? []
        : [`${actual} instead of ${expected}`];
    };

    it('with every packet twice', () => expect(broken(twins(recording), otherwise)).toEqual([]));
    it('with two neighbours swapped', () => expect(broken(swaps(recording), otherwise)).toEqual([]));
    it('with two neighbours written in the other order', () =>
      expect(broken(misplaced(recording), otherwise)).toEqual([]));
    it('with the clock of one host shifted', () => expect(broken(clocks(recording), otherwise)).toEqual([]));
  });
});
