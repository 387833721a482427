/** Where the fixtures are, and what is in their folders. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../fixtures');

/** By path within the folder, in order. */
export function fixturesIn(folder: string, ending: string): Map<string, Uint8Array> {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(ending),
  );
  return new Map(names.sort().map((name) => [name, new Uint8Array(readFileSync(join(root, folder, name)))]));
}
