/**
 * What a capture misses is no fault of the network: a clean recording that ends anywhere, lacks any packet or any direction
 * shows no error and no warning but those about the capture itself. And what a capture does to packets (twice, in another
 * order, with another clock) changes no finding. Tried exhaustively on every capture and every fixture of the rules.
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

function isClean(recording: Recording): boolean {
  return !recording
    .report(recording.packets, true)
    .findings.some(({ severity }) => severity === 'error' || severity === 'warning');
}

/** Collects what went wrong with every change, so that one run tells all of it. */
function broken(changes: Iterable<readonly [string, Report]>, wrong: (report: Report) => readonly string[]): string[] {
  return [...changes].flatMap(([change, report]) => wrong(report).map((text) => `${change}: ${text}`));
}

// ── What is missing ──────────────────────────────────────────────────────────────────────────────────────────────

function* cuts({ packets, report }: Recording) {
  for (let length = 1; length < packets.length; length++) {
    yield [`after packet ${length - 1}`, report(packets.slice(0, length), false)] as const;
  }
}

function* drops({ packets, report }: Recording) {
  for (let i = 0; i < packets.length; i++) {
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

const clean = recordings.filter(isClean);

describe('a clean recording', () => {
  it('is what most good fixtures are', () => {
    expect(clean.length).toBeGreaterThan(recordings.length / 4);
  });

  describe.each(clean.map((one) => [one.name, one] as const))('%s', (_, recording) => {
    it('cut after any packet', () => expect(broken(cuts(recording), accusations)).toEqual([]));
    it('without any one packet', () => expect(broken(drops(recording), accusations)).toEqual([]));
    it('with one direction missing, or alone', () => expect(broken(directions(recording), accusations)).toEqual([]));
  });
});

// ── What is captured otherwise ───────────────────────────────────────────────────────────────────────────────────

/** Rules and severities, in no order. */
function verdictsOf({ findings }: Report): string[] {
  return findings.map(({ rule, severity }) => `${severity} ${rule}`).sort();
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
  for (let i = 1; i < packets.length; i++) {
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
  for (let i = 1; i < packets.length; i++) {
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

describe('any recording', () => {
  describe.each(recordings.map((one) => [one.name, one] as const))('%s', (_, recording) => {
    const expected = verdictsOf(recording.report(recording.packets, true));
    const otherwise = (report: Report) => {
      const actual = verdictsOf(report);
      return JSON.stringify(actual) === JSON.stringify(expected) ? [] : [`${actual} instead of ${expected}`];
    };

    it('with every packet twice', () => expect(broken(twins(recording), otherwise)).toEqual([]));
    it('with two neighbours swapped', () => expect(broken(swaps(recording), otherwise)).toEqual([]));
    it('with two neighbours written in the other order', () =>
      expect(broken(misplaced(recording), otherwise)).toEqual([]));
    it('with the clock of one host shifted', () => expect(broken(clocks(recording), otherwise)).toEqual([]));
  });
});
