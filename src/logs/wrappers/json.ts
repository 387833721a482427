/** Log collectors that write one JSON object a line: a whole message in one field, or (docker) one line a line. */
import { encodeUtf8, latin1, utf8 } from '../../bytes.ts';

/** A physical line that held several, carriage returns kept. */
export interface Expansion {
  readonly lines: readonly string[];
  readonly stamp: string;
}

const MAX_DEPTH = 4;
const MAX_FIELDS = 256;
const TIME_KEYS = ['time', 'timestamp', '@timestamp', 'ts', 'date', 'datetime'];

interface DockerField {
  readonly text: string;
  readonly stamp: string;
  /** Standard output and standard error are written side by side. */
  readonly writer: string;
}

/** docker's json-file driver: `{"log":"Via: …\r\n","stream":"stdout","time":"…Z"}`. */
export function fieldOfDockerLine(text: string): DockerField | undefined {
  if (!text.startsWith('{"log":"')) return undefined;
  const value = parse(text);
  if (!isObject(value) || typeof value.log !== 'string') return undefined;
  const log = toLatin1(value.log).replace(/\n$/, '');
  // A whole message in one entry is for `messageInJson`.
  if (log.includes('\n')) return undefined;
  const { time, stream } = value;
  return {
    text: log,
    stamp: typeof time === 'string' ? toLatin1(time) : '',
    writer: typeof stream === 'string' ? stream : '',
  };
}

/** The lines of the longest string field that holds `SIP/2.0`. `text` does. */
export function messageInJson(text: string): Expansion | undefined {
  if (text.charCodeAt(0) !== 123 || !text.includes('\\n')) return undefined;
  // Wireshark's own objects have start line and headers apart.
  if (text.includes('"layers":{')) return undefined;
  const value = parse(text);
  if (!isObject(value)) return undefined;
  let found = '';
  let fields = 0;
  let level: unknown[] = [value];
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const object of level) {
      for (const field of Object.values(object as object)) {
        if (++fields > MAX_FIELDS) break;
        if (typeof field === 'object' && field !== null) next.push(field);
        else if (typeof field === 'string' && field.includes('SIP/2.0') && field.length > found.length) found = field;
      }
    }
    level = next;
  }
  // Escaped twice: the field holds backslash and letter.
  if (!found.includes('\n')) found = unescaped(found);
  if (!found.includes('\n')) return undefined;
  return { lines: toLatin1(found).split('\n'), stamp: timeOf(value) };
}

function unescaped(field: string): string {
  try {
    return String(JSON.parse(`"${field}"`));
  } catch {
    return field.replaceAll('\\r\\n', '\r\n').replaceAll('\\n', '\n');
  }
}

/** A JSON value of a line, its strings one character a byte again; undefined when it is none. */
export function parseJsonBytes(text: string): unknown {
  return bytewise(parse(text));
}

function bytewise(value: unknown): unknown {
  if (typeof value === 'string') return toLatin1(value);
  if (Array.isArray(value)) return value.map(bytewise);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, bytewise(field)]));
}

function timeOf(value: Record<string, unknown>): string {
  for (const key of TIME_KEYS) {
    const time = value[key];
    if (typeof time === 'string') return toLatin1(time.slice(0, 40));
  }
  return '';
}

export function parse(text: string): unknown {
  // The reader keeps one character a byte; JSON is UTF-8.
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  try {
    return JSON.parse(utf8(bytes, 0, bytes.length));
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export function toLatin1(text: string): string {
  const bytes = encodeUtf8(text);
  return latin1(bytes, 0, bytes.length);
}
