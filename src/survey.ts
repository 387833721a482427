/** A first look at several inputs, before they are read side by side: when each begins, and how far their clocks are apart. */
import { createPcapReader } from './files/pcap.ts';
import { createPcapngReader } from './files/pcapng.ts';
import { sniff } from './files/sniff.ts';
import { openInput } from './input.ts';
import type { TlsKeys } from './keys.ts';
import { createLogReader } from './logs/reader.ts';
import type { InputSink } from './model.ts';
import { createEndpoints } from './net/endpoints.ts';
import { createKeyLog } from './net/tls/keylog.ts';
import { InputRecord } from './record/input.ts';
import { createNetwork } from './state/network.ts';
import { type PointClock, type PointMessage, pointClocks } from './state/point-clocks.ts';

/** Messages remembered of one input. All inputs remember the same ones of those that they share: the smallest hashes. */
const SAMPLE = 4_096;

/** Time of the first packet, or of the first message of a log, µs; NaN where the first bytes do not tell. */
export function beginningOf(head: Uint8Array, modified: number | undefined): number {
  let time = Number.NaN;
  const see = (one: { readonly time: number }) => {
    if (Number.isNaN(time)) time = one.time;
  };
  const tally = { count() {} };
  const kind = sniff(head);
  if (kind === 'pcap') createPcapReader({ onFrame: see, tally }).write(head);
  else if (kind === 'pcapng') createPcapngReader({ onFrame: see, tally }).write(head);
  else if (kind === 'text') {
    const endpoints = { intern: createEndpoints().named };
    const reader = createLogReader({
      input: 0,
      endpoints,
      // A log that prints no times only counts its messages.
      onPacket: (packet) => void (Number.isFinite(packet.log?.resolution) && see(packet)),
      tally,
      referenceTime: modified,
    });
    reader.write(head);
    // What begins with the newest tells when it ends.
    if (reader.end().newestFirst) return Number.NaN;
  }
  return time;
}

export interface ClockSurvey {
  /** The bytes of the next input; its times are its own. */
  input(path: string, modified?: number): InputSink;
  /** After the last input: by index of the input. */
  clocks(): readonly (PointClock | undefined)[];
}

/** FNV-1a, twice with different beginnings: 64 bits, for which no bytes of a sender are safe, nor need to be. */
function hashOf(bytes: Uint8Array, start: number, end: number, seed: number): number {
  let hash = seed;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at], 0x01000193);
  return hash >>> 0;
}

/** `tls`: as the analysis has it, for clocks are compared by what both read. */
export function createClockSurvey(tls?: TlsKeys): ClockSurvey {
  const endpoints = createEndpoints();
  const network = createNetwork();
  const keyLog = createKeyLog();
  for (const text of tls?.keylogs ?? []) keyLog.add(text);
  const inputs: Map<string, { readonly rank: number; readonly all: PointMessage[] }>[] = [];

  return {
    input(path, modified) {
      const sample = new Map<string, { readonly rank: number; readonly all: PointMessage[] }>();
      let most = Number.POSITIVE_INFINITY;
      inputs.push(sample);
      return openInput({
        record: new InputRecord(path),
        index: inputs.length - 1,
        endpoints,
        clock: { now: Number.NEGATIVE_INFINITY },
        ahead: 0,
        network,
        ciphers: tls?.ciphers,
        keyLog,
        modified,
        take(bytes, start, end, { time, source, destination, log, truncated }) {
          // A log that prints seconds tells nothing about clocks, nor do bytes that it changed.
          if (truncated || (log !== undefined && (log.resolution > 1_000 || !log.exactBytes))) return true;
          const rank = hashOf(bytes, start, end, 0x811c9dc5);
          if (rank > most) return true;
          const key = `${rank} ${hashOf(bytes, start, end, 0x1234567)} ${source.name} ${destination.name}`;
          const forward = source.address < destination.address;
          const hosts = forward
            ? `${source.address} ${destination.address}`
            : `${destination.address} ${source.address}`;
          const known = sample.get(key);
          if (known !== undefined) known.all.push({ key, time, hosts, forward });
          else sample.set(key, { rank, all: [{ key, time, hosts, forward }] });
          if (sample.size > 2 * SAMPLE) most = thin(sample);
          return true;
        },
      });
    },
    clocks: () => pointClocks(inputs.map((sample) => [...sample.values()].flatMap(({ all }) => all.slice(0, 2)))),
  };
}

/** Keeps the half with the smallest hashes; returns the largest of them. */
function thin(sample: Map<string, { readonly rank: number }>): number {
  const ranks = [...sample.values()].map(({ rank }) => rank).sort((a, b) => a - b);
  const most = ranks[SAMPLE - 1];
  for (const [key, { rank }] of sample) if (rank > most) sample.delete(key);
  return most;
}
