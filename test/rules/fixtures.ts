/** The fixtures of the rules: trace text, packet text (`packets.ts`) or hex, all as bytes that can be analysed. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { parseTraceMarks } from '../../src/logs/trace.ts';
import { bytesOf, captureOf, marksOf } from './packets.ts';

const FIXTURES = new URL('../../fixtures/rules/', import.meta.url);

export interface Fixture {
  /** `<theme>/<rule>/<name>.<kind>`. */
  readonly path: string;
  readonly rule: string;
  readonly bad: boolean;
  readonly text: string;
}

/** How fixtures are written, by the ending of their names. */
interface Kind {
  input(text: string): Uint8Array;
  marks(text: string): readonly (readonly string[])[];
}

const kinds: Readonly<Record<string, Kind>> = {
  '.sip': { input: (text) => new TextEncoder().encode(text), marks: parseTraceMarks },
  '.packets': { input: captureOf, marks: marksOf },
  '.hex': { input: bytesOf, marks: () => [] },
};

export function listFiles(root: URL, endings: readonly string[]): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => endings.includes(extname(path)))
    .sort();
}

export const fixtures: readonly Fixture[] = listFiles(FIXTURES, Object.keys(kinds)).map((path) => ({
  path,
  rule: path.split('/')[1],
  bad: basename(path).startsWith('bad'),
  text: readFileSync(new URL(path, FIXTURES), 'utf8'),
}));

export function inputOf({ path, text }: Fixture): Uint8Array {
  return kinds[extname(path)].input(text);
}

/** Rules that are marked beside each message. */
export function marksIn({ path, text }: Fixture): readonly (readonly string[])[] {
  return kinds[extname(path)].marks(text);
}
