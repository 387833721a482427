/** Exactly one winner: of all dialects, alone with a fixture, only the one that it is written in finds its openings there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../src/logs/dialect.ts';
import { dialects } from '../../src/logs/dialects.ts';
import { createFramer } from '../../src/logs/framer.ts';
import { createGatherers } from '../../src/logs/gather.ts';
import { createLineSplitter } from '../../src/logs/lines.ts';
import { createWrapping } from '../../src/logs/wrapping.ts';
import type { Expected } from './fixtures.ts';

const root = join(import.meta.dirname, '../../fixtures/logs');
const logs = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.log'))
  .map((path) => path.slice(0, -'.log'.length).replaceAll('\\', '/'))
  .sort();
/** The scanner finds messages beneath every dialect; trace text is told apart line by line before dialects are asked. */
const openers = dialects.filter(({ id }) => id !== 'raw' && id !== 'trace');

function claims(dialect: Dialect, log: Uint8Array): number {
  let count = 0;
  const tally = { count() {} };
  const framer = createFramer(
    [dialect],
    ({ opening }) => {
      if (opening.dialect !== 'raw') count++;
    },
    () => {},
    tally,
  );
  const gatherers = createGatherers([dialect], framer.line);
  const wrapping = createWrapping([dialect], gatherers.line, tally);
  const splitter = createLineSplitter(wrapping.line);
  splitter.write(log);
  splitter.end();
  wrapping.end();
  gatherers.end();
  framer.end();
  return count;
}

describe.each(logs)('fixtures/logs/%s.log', (name) => {
  it('has openings of its own dialect only', () => {
    const expected: Expected[] = JSON.parse(readFileSync(join(root, `${name}.expected.json`), 'utf8'));
    const own = new Set(expected.map(({ dialect }) => dialect));
    const log = new Uint8Array(readFileSync(join(root, `${name}.log`)));
    const winners = openers.filter((dialect) => claims(dialect, log) > 0).map(({ id }) => id);
    expect(winners.sort()).toEqual(
      openers
        .map(({ id }) => id)
        .filter((id) => own.has(id))
        .sort(),
    );
  });
});

describe('a dialect with openings', () => {
  it.each(dialects.filter(({ open }) => open).map((dialect) => [dialect.id, dialect] as const))(
    '%s: names what each of them holds, or every line of every log is asked',
    (_id, { hints = [] }) => {
      expect(hints.length).toBeGreaterThan(0);
      expect(hints.filter((hint) => hint.trim() === '')).toEqual([]);
    },
  );
});
