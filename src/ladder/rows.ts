/** The rows of a ladder: arrows in order of time, long silences between them, and how many messages found no room. */
import type { Severity } from '../model.ts';
import type { ReportMessage } from '../report.ts';
import { toMicros } from './micros.ts';

/** A finding that points at a message. */
export interface Pin {
  /** Its number in the call, from 1. */
  readonly number: number;
  readonly severity: Severity;
}

/** Pins by the number of their message. */
export type Pins = ReadonlyMap<number, readonly Pin[]>;

export interface ArrowRow {
  readonly kind: 'arrow';
  readonly message: ReportMessage;
  /** Index into the messages of the call. */
  readonly index: number;
  /** Milliseconds since the call began. */
  readonly delta: number;
  readonly pins: readonly Pin[];
}

export interface SilenceRow {
  readonly kind: 'silence';
  readonly ms: number;
}

export interface OmissionRow {
  readonly kind: 'omission';
  readonly messages: number;
}

export type Row = ArrowRow | SilenceRow | OmissionRow;

/** Retransmissions stand on their original; of more than `limit` messages the middle is left out, as a number. */
export function withoutMiddle<T extends { readonly repeats: number }>(
  messages: readonly T[],
  limit: number,
): readonly (T | number)[] {
  const shown = messages.filter(({ repeats }) => repeats >= 0);
  if (shown.length <= limit) return shown;
  const half = Math.floor(limit / 2);
  return [...shown.slice(0, half), shown.length - 2 * half, ...shown.slice(-half)];
}

/** Longer than a response takes, and than T2 (RFC 3261 §17.1.2.2) by no more than a little: worth a row. In ms. */
const SILENCE = 4_500;
/** Longer than any call: a clock was set in between. In ms. */
const LONGEST = 7 * 24 * 3_600_000;

export interface Told {
  readonly start: string;
  readonly messages: readonly ReportMessage[];
  /** Of the whole call; more than are listed where a limit cut the list. */
  readonly messageCount: number;
}

/** At most `limit` arrows. */
export function rowsOf(call: Told, pins: Pins, limit: number): readonly Row[] {
  const rows: Row[] = [];
  const begin = toMicros(call.start);
  const indices = new Map(call.messages.map((message, index) => [message, index]));
  for (const one of withoutMiddle(call.messages, limit)) {
    if (typeof one === 'number') {
      rows.push({ kind: 'omission', messages: one });
      continue;
    }
    const time = toMicros(one.time);
    const index = indices.get(one) ?? 0;
    // A retransmission has no row of its own, but it breaks the silence.
    const before = call.messages[index - 1];
    const follows = before !== undefined && rows[rows.length - 1]?.kind === 'arrow';
    const silence = follows ? (time - toMicros(before.time)) / 1000 : 0;
    if (silence >= SILENCE && silence <= LONGEST) rows.push({ kind: 'silence', ms: silence });
    rows.push({
      kind: 'arrow',
      message: one,
      index,
      delta: (time - begin) / 1000,
      pins: pins.get(one.message) ?? [],
    });
  }
  const unlisted = call.messageCount - call.messages.length;
  if (unlisted > 0 && call.messages.length > 0) rows.push({ kind: 'omission', messages: unlisted });
  return rows;
}
