/** One capture or log with other names in it: first all names are noted, then each gets its pseudonym. */
import { encodeUtf8, latin1 } from '../bytes.ts';
import { createCaptureWriter } from '../files/capture-writer.ts';
import { takeApart } from './capture.ts';
import { logLine } from './log.ts';
import { type Collected, createCollector, type Names, type Wishes } from './names.ts';
import { createPseudonyms, type Keyed } from './pseudonyms.ts';
import type { TakenApart } from './taken-apart.ts';

export type RedactKind = 'pcap' | 'pcapng' | 'text';

export interface RedactOptions extends Wishes {
  readonly kind: RedactKind;
  readonly keyed: Keyed;
  readonly keepMedia: boolean;
  readonly keepText: boolean;
}

export interface Redacted {
  readonly pieces: readonly Uint8Array[];
  /** Names of the original. */
  readonly collected: Collected;
  /** Names of the original that are pseudonyms, too: too little room. */
  readonly reused: ReadonlySet<string>;
}

/** What can be asked for its names, and written with others. */
interface Source {
  collect(names: Names): void;
  rewrite(names: Names): readonly Uint8Array[];
}

export function redact(bytes: Uint8Array, options: RedactOptions): Redacted {
  const source = sourceOf(bytes, options);
  const collector = createCollector(options);
  source.collect(collector.names);
  // What is known only now may have been passed over before.
  source.collect(collector.names);
  const names = createPseudonyms(options.keyed, collector);
  return { pieces: source.rewrite(names), collected: collector.collected, reused: names.reused() };
}

/** The names that are in a capture or log; what a user named is no name unless it is there. */
export function collect(bytes: Uint8Array, options: Omit<RedactOptions, 'keyed'>): Collected {
  const collector = createCollector({ also: [], keep: options.keep });
  const source = sourceOf(bytes, options);
  source.collect(collector.names);
  source.collect(collector.names);
  return collector.collected;
}

type Reading = Omit<RedactOptions, 'keyed'>;

function sourceOf(bytes: Uint8Array, options: Reading): Source {
  return options.kind === 'text' ? logOf(bytes, options) : captureOf(bytes, options, options.kind);
}

function logOf(bytes: Uint8Array, options: Reading): Source {
  const lines = textOf(bytes).split('\n');
  return {
    collect(names) {
      for (const line of lines) logLine(line, names, options);
    },
    rewrite(names) {
      const text = lines.map((line) => logLine(line, names, options)).join('\n');
      return [Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))];
    },
  };
}

/** One character a byte. UTF-16 becomes UTF-8, as for the reader of logs; a byte order mark goes. */
function textOf(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (wide) {
    const text = new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
    const utf8 = encodeUtf8(text);
    return latin1(utf8, 0, utf8.length);
  }
  const skip = first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
  return latin1(bytes, skip, bytes.length);
}

function captureOf(bytes: Uint8Array, { keepMedia }: Reading, kind: 'pcap' | 'pcapng'): Source {
  const apart = takeApart(bytes, { kind, keepMedia });
  return { collect: apart.collect, rewrite: (names) => written(apart, kind, apart.rewrite(names)) };
}

/** Whatever else the file held, options, comments, names and keys of pcapng, is left out. */
function written({ frames, drops, linkTypes }: TakenApart, kind: 'pcap' | 'pcapng', out: Uint8Array): Uint8Array[] {
  const interfaces: string[] = [];
  const known = new Map<string, number>();
  const ids = frames.map(({ interfaceId, linkType }) => {
    const key = `${interfaceId} ${linkType}`;
    const id = known.get(key) ?? interfaces.push(key) - 1;
    known.set(key, id);
    return id;
  });
  const writer = createCaptureWriter({
    format: kind,
    interfaces: interfaces.length === 0 ? linkTypes : interfaces.map((key) => Number(key.split(' ')[1])),
    nanoseconds: frames.some(({ nanoseconds }) => nanoseconds > 0),
  });
  const pieces = [writer.head(), ...frames.map((frame, index) => writer.frame({ ...frame, bytes: out }, ids[index]))];
  if (drops > 0 && interfaces.length > 0) pieces.push(writer.drops(0, drops));
  return pieces;
}
