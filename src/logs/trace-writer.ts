/** Writes trace text (`trace.ts`): readable where that loses nothing, escaped where it would. */
import { encodeUtf8, equalBytes, latin1, utf8 } from '../bytes.ts';
import type { LogFacts, Transport } from '../model.ts';
import type { Address } from './dialect.ts';
import { writeHints } from './trace-hints.ts';
import { encodeEscaped, isPaddingText, plainMessage } from './trace-lines.ts';

/** Longer lines are for the escaped form, which can break them. */
const LONGEST_PLAIN = 65_536;

export interface WritableMessage {
  /** Microseconds since 1970. */
  readonly time: number;
  readonly transport: Transport;
  readonly source: Address;
  readonly destination: Address;
  readonly bytes: Uint8Array;
  readonly truncated?: boolean;
  readonly log?: LogFacts | undefined;
}

/** When the recording that the messages come from began and ended, µs. */
export interface TraceBounds {
  readonly start: number;
  readonly end: number;
}

/** The text is to be stored as UTF-8. Times get whole microseconds. */
export function writeTrace(messages: Iterable<WritableMessage>, bounds?: TraceBounds): string {
  const parts: string[] = [];
  let before = Number.NaN;
  if (bounds !== undefined) parts.push(`@@ capture starts ${timeText(bounds.start, before)}`);
  for (const message of messages) {
    const { bytes, transport } = message;
    if (bytes.length === 0) continue;
    const time = Math.round(message.time);
    const readable = asPlain(bytes);
    const opening = `@ ${timeText(time, before)} ${transport} ${nameOf(message.source)} > ${nameOf(message.destination)}`;
    const { truncated = false, log } = message;
    const hints = writeHints({
      escaped: readable === undefined,
      cut: truncated,
      inferred: log?.endpointsInferred === true,
      rebuilt: log !== undefined && !log.exactBytes && !truncated,
      resolution: log?.resolution ?? 1,
    });
    if (readable === undefined) parts.push(`${opening}${hints}`, ...encodeEscaped(latin1(bytes, 0, bytes.length)));
    else parts.push(`${opening}${hints}`, readable);
    before = time;
  }
  if (bounds !== undefined) parts.push(`@@ capture ends ${timeText(bounds.end, Number.NaN)}`);
  return parts.length === 0 ? '' : `${parts.join('\n')}\n`;
}

/** Undefined when the plain form would not give the same bytes back, or would act on a terminal. */
function asPlain(bytes: Uint8Array): string | undefined {
  const text = utf8(bytes, 0, bytes.length);
  const again = encodeUtf8(text);
  if (!equalBytes(bytes, 0, bytes.length, again, 0, again.length)) return undefined;
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/.test(text)) return undefined;
  const original = latin1(bytes, 0, bytes.length);
  const lines = original.split('\r\n');
  while (lines.length > 0 && isPaddingText(lines[lines.length - 1])) lines.pop();
  if (lines.length === 0 || isPaddingText(lines[0])) return undefined;
  if (lines.some((line) => line.length > LONGEST_PLAIN || /^@@? |[\r\n]/.test(line))) return undefined;
  if (plainMessage(lines) !== original) return undefined;
  // A blank line between messages is padding to the reader and a help to the eye.
  return `${text.split('\r\n').slice(0, lines.length).join('\n')}\n`;
}

function timeText(time: number, before: number): string {
  const step = time - before;
  if (step >= 0 && step < 1e14) return `+${Math.floor(step / 1e6)}.${String(step % 1e6).padStart(6, '0')}`;
  const micros = ((time % 1000) + 1000) % 1000;
  const iso = new Date((time - micros) / 1000).toISOString();
  return `${iso.slice(0, -1)}${String(micros).padStart(3, '0')}Z`;
}

function nameOf(endpoint: Address): string {
  const address = endpoint.address.includes(':') ? `[${endpoint.address}]` : endpoint.address;
  return `${address}:${endpoint.port}`;
}
