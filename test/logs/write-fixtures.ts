/** `npx tsx test/logs/write-fixtures.ts` writes the rendered fixtures anew. Those written by hand it leaves alone. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fixtures } from './fixtures.ts';
import { BEGIN, END, table } from './table.ts';

const root = join(import.meta.dirname, '../../fixtures/logs');
for (const { name, text, expected } of fixtures) {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.log`, Buffer.from(text, 'latin1'));
  writeFileSync(`${path}.expected.json`, `${JSON.stringify(expected, undefined, 2)}\n`);
}

const readme = join(root, 'README.md');
const words = readFileSync(readme, 'utf8');
writeFileSync(readme, words.slice(0, words.indexOf(BEGIN)) + table() + words.slice(words.indexOf(END) + END.length));
