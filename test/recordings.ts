/**
 * Fixtures as lists of packets that can be left out, repeated or moved in time, and analysed again: captures frame by
 * frame, trace text message by message.
 */
import { createAnalysis } from '../src/analyze.ts';
import type { Report } from '../src/report.ts';
import { fixturesIn } from './fixtures.ts';
import { captureOf, recordsOf } from './frames.ts';

export interface Packet {
  /** µs. */
  readonly time: number;
  /** Addresses without port. */
  readonly from: string;
  readonly to: string;
  /** A frame, or the text of a message with the addresses before it. */
  readonly content: Uint8Array | string;
}

export interface Recording {
  readonly name: string;
  readonly packets: readonly Packet[];
  /** What the tool says of these packets; `wholeTime`: the capture lasts as long as the original. */
  report(packets: readonly Packet[], wholeTime: boolean): Report;
}

function analyse(name: string, bytes: Uint8Array): Report {
  const analysis = createAnalysis({ messages: 'none' });
  const sink = analysis.input(name);
  sink.write(bytes);
  sink.end();
  return analysis.report();
}

// ── Captures ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Addresses of IPv4 or IPv6 in an Ethernet frame, in hexadecimal. */
function addressesOf(frame: Uint8Array): readonly [string, string] {
  const [from, length] = frame[12] === 0x08 ? [26, 4] : [22, 16];
  const hex = (at: number) => Buffer.from(frame.subarray(at, at + length)).toString('hex');
  return [hex(from), hex(from + length)];
}

function recordingOfCapture(name: string, bytes: Uint8Array): Recording {
  const packets = recordsOf(bytes).map(({ time, frame }) => {
    const [from, to] = addressesOf(frame);
    return { time, from, to, content: frame };
  });
  return {
    name,
    packets,
    report: (chosen) => {
      const records = chosen.flatMap(({ time, content }) =>
        typeof content === 'string' ? [] : { time, frame: content },
      );
      return analyse(name, captureOf(bytes, records));
    },
  };
}

// ── Trace text ───────────────────────────────────────────────────────────────────────────────────────────────────

const OPENING = /^@ (\S+) (\S+ (\S+):\d+ > (\S+):\d+.*)$/;
const DIRECTIVE = /^@@ (capture starts|capture ends) (\S+)$/;

/** µs; `+` counts from the message before. */
function timeOf(text: string, before: number): number {
  if (text.startsWith('+')) return before + Math.round(Number(text.slice(1)) * 1e6);
  const micros = /\.\d{3}(\d{3})Z$/.exec(text)?.[1] ?? '0';
  return Date.parse(text) * 1000 + Number(micros);
}

function timeText(time: number): string {
  const micros = String(time % 1000).padStart(3, '0');
  return `${new Date(Math.floor(time / 1000)).toISOString().slice(0, -1)}${micros}Z`;
}

/** Undefined when the fixture is no trace text. */
function recordingOfTrace(name: string, bytes: Uint8Array): Recording | undefined {
  const found: { time: number; from: string; to: string; lines: string[] }[] = [];
  const starts: string[] = [];
  const ends: string[] = [];
  let time = 0;
  for (const line of new TextDecoder().decode(bytes).replace(/\n$/, '').split('\n')) {
    const directive = DIRECTIVE.exec(line);
    const opening = OPENING.exec(line);
    if (directive !== null) {
      const at = timeOf(directive[2], time);
      if (directive[1] === 'capture starts') time = at;
      (directive[1] === 'capture starts' ? starts : ends).push(`@@ ${directive[1]} ${timeText(at)}`);
    } else if (opening !== null) {
      time = timeOf(opening[1], time);
      found.push({ time, from: opening[3], to: opening[4], lines: [opening[2]] });
    } else found[found.length - 1]?.lines.push(line);
  }
  if (found.length === 0) return undefined;
  return {
    name,
    packets: found.map(({ lines, ...rest }) => ({ ...rest, content: lines.join('\n') })),
    report: (chosen, wholeTime) => {
      const messages = chosen.map(({ time, content }) => `@ ${timeText(time)} ${content}`);
      return analyse(
        name,
        new TextEncoder().encode([...starts, ...messages, ...(wholeTime ? ends : []), ''].join('\n')),
      );
    },
  };
}

/** All captures, and all fixtures of rules that are trace text. */
export function allRecordings(): Recording[] {
  const captures = [...fixturesIn('captures', '.pcap')].map(([name, bytes]) => recordingOfCapture(name, bytes));
  const traces = [...fixturesIn('rules', '.sip')].flatMap(([name, bytes]) => recordingOfTrace(name, bytes) ?? []);
  return [...captures, ...traces];
}
