/** The same RTP streams as tshark: packets and loss exactly, jitter within 1 % or 0.1 ms, digits by their events. */
import { execFileSync } from 'node:child_process';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import type { StreamFacts } from '../../src/media/facts.ts';
import { corpus, lacks } from '../tools.ts';
import { readStreams } from './media.ts';
import { rtpDifferences } from './rtp-differences.ts';

const lab = new URL('../../fixtures/captures/', import.meta.url).pathname;
const folder = corpus();
const captures = [
  ...globSync('*.pcap', { cwd: lab }).map((name) => ({ name, path: lab + name })),
  ...(folder === undefined ? [] : globSync('**/*.{pcap,pcapng,cap}', { cwd: folder })).map((name) => ({
    name,
    path: `${folder}/${name}`,
  })),
].sort((a, b) => (a.name < b.name ? -1 : 1));

/** Fewer packets between sockets that no SDP names are chance as likely as RTP. */
const PROVEN = 4;

interface Theirs {
  readonly packets: number;
  readonly lost: number;
  readonly maxDelta: number;
  readonly jitter: number;
  readonly maxJitter: number;
}

function tshark(path: string, ...options: readonly string[]): string {
  return execFileSync('tshark', ['-n', '-o', 'rtp.heuristic_rtp:TRUE', '-r', path, ...options], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 28,
  });
}

const row =
  /^\s*[\d.]+\s+[\d.]+\s+(\S+)\s+(\d+)\s+(\S+)\s+(\d+)\s+0x(\w+)\s+.*?\s+(\d+)\s+(-?\d+) \(\s*-?[\d.]+%\)((?:\s+-?[\d.]+){6})/;

function nameOf(address: string, port: string): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

function theirs(path: string): Map<string, Theirs> {
  const streams = new Map<string, Theirs>();
  for (const line of tshark(path, '-q', '-z', 'rtp,streams').split('\n')) {
    const [, from, fromPort, to, toPort, ssrc, packets, lost, rest] = row.exec(line) ?? [];
    if (from === undefined) continue;
    const [, , maxDelta, , jitter, maxJitter] = rest.trim().split(/\s+/).map(Number);
    const key = `${nameOf(from, fromPort)} > ${nameOf(to, toPort)} ${ssrc.toLowerCase()}`;
    streams.set(key, { packets: Number(packets), lost: Number(lost), maxDelta, jitter, maxJitter });
  }
  return streams;
}

function keyOf({ source, destination, ssrc }: StreamFacts): string {
  return `${source.name} > ${destination.name} ${ssrc.toString(16).padStart(8, '0')}`;
}

function isNear(ours: number, wanted: number): boolean {
  return Math.abs(ours - wanted) <= Math.max(0.1, wanted / 100);
}

/** What differs, by stream. */
function compare(path: string): Record<string, string> {
  const wanted = theirs(path);
  const faults: Record<string, string> = {};
  for (const stream of readStreams(path)) {
    const key = keyOf(stream);
    const other = wanted.get(key);
    wanted.delete(key);
    if (other === undefined) {
      faults[key] = `only ours, ${stream.packets} packets`;
      continue;
    }
    const { packets, expected, jitter, maxJitter, maxDelta } = stream;
    const found = [
      packets === other.packets ? '' : `packets ${packets}, not ${other.packets}`,
      // tshark takes doubles for what was lost: we count them apart.
      expected - packets === other.lost ? '' : `lost ${expected - packets}, not ${other.lost}`,
      isNear(maxDelta, other.maxDelta) ? '' : `longest gap ${maxDelta}, not ${other.maxDelta}`,
      isNear(jitter ?? 0, other.jitter) && isNear(maxJitter ?? 0, other.maxJitter)
        ? ''
        : `jitter ${jitter?.toFixed(3)}/${maxJitter?.toFixed(3)}, not ${other.jitter}/${other.maxJitter}`,
    ].filter((text) => text !== '');
    if (found.length > 0) faults[key] = found.join('; ');
  }
  for (const [key, { packets }] of wanted) if (packets >= PROVEN) faults[key] = `only tshark, ${packets} packets`;
  return faults;
}

/** Events by stream and timestamp: digit after digit. */
function digitsOf(path: string): Record<string, string> {
  const fields = ['ip.src', 'udp.srcport', 'ip.dst', 'udp.dstport', 'rtp.ssrc', 'rtp.timestamp', 'rtpevent.event_id'];
  const columns = fields.flatMap((field) => ['-e', field]);
  const events = new Map<string, Map<string, string>>();
  for (const line of tshark(path, '-Y', 'rtpevent', '-T', 'fields', ...columns).split('\n')) {
    const [from, fromPort, to, toPort, ssrc, timestamp, code] = line.split('\t');
    if (code === undefined) continue;
    const key = `${nameOf(from, fromPort)} > ${nameOf(to, toPort)} ${ssrc.slice(2)}`;
    const known = events.get(key) ?? new Map<string, string>();
    events.set(key, known.set(timestamp, '0123456789*#ABCD'[Number(code)] ?? ''));
  }
  return Object.fromEntries([...events].map(([key, digits]) => [key, [...digits.values()].join('')]));
}

describe.skipIf(lacks('tshark'))('RTP as tshark sees it', () => {
  it.each(captures.map(({ name, path }) => [name, path]))('%s', (name, path) => {
    expect(compare(path)).toEqual(rtpDifferences[name]?.streams ?? {});
  });

  it('digits', () => {
    const withDigits = captures.filter(({ path }) => readStreams(path).some(({ digits }) => digits !== ''));
    expect(withDigits.length).toBeGreaterThan(0);
    for (const { name, path } of withDigits) {
      const ours = Object.fromEntries(
        readStreams(path)
          .filter(({ events }) => events.length > 0)
          .map((stream) => [keyOf(stream), stream.digits]),
      );
      expect(ours, name).toEqual(digitsOf(path));
    }
  });
});
