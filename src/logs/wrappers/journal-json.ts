/**
 * `journalctl -o json`, `-o json-sse` and `-o json-seq` (RFC 7464): one object a line, the text in MESSAGE, as an array of
 * bytes when it holds what does not print, such as CR.
 */
import type { PhysicalLine } from '../lines.ts';
import { type JournalEntry, stampOfMicros, writerOf } from './journal.ts';
import { isObject, parse, toLatin1 } from './json.ts';

/** What server-sent events begin with, and what an object of a sequence does. */
const EVENT = 'data: {';
const SEPARATOR = 0x1e;

/** `text` is what is left of the line at `place`. */
export function entryOfJsonLine(text: string, place: PhysicalLine): JournalEntry | undefined {
  const first = text.charCodeAt(0);
  if (first !== 123 && first !== SEPARATOR && !(first === 100 && text.startsWith(EVENT))) return undefined;
  if (!text.includes('"__REALTIME_TIMESTAMP"')) return undefined;
  const value = parse(text.slice(text.indexOf('{')));
  if (!isObject(value)) return undefined;
  const { MESSAGE: message, __REALTIME_TIMESTAMP: micros } = value;
  const printed = textOf(message) ?? (Array.isArray(message) ? textOf(message[0]) : undefined);
  if (printed === undefined && message !== null) return undefined;
  return {
    lines: printed === undefined ? [] : linesOf(printed, place),
    record: place.number,
    stamp: stampOfMicros(micros),
    writer: writerOf((name) => value[name]),
  };
}

/** A string, or bytes as numbers. Where an entry has several values, they are an array, and the first counts. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return toLatin1(value);
  if (!Array.isArray(value) || typeof value[0] !== 'number') return undefined;
  return value.map((byte) => (typeof byte === 'number' ? String.fromCharCode(byte & 255) : '')).join('');
}

function linesOf(text: string, place: PhysicalLine): JournalEntry['lines'] {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((line) => ({ text: line, place }));
}
