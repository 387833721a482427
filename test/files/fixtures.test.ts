import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hex } from './build.ts';
import { type Reading, read } from './read.ts';

const folder = new URL('../../fixtures/files/', import.meta.url);

/** A capture in hex with comments behind `;`, and what `describe` says of it, each line after `= `. */
for (const name of readdirSync(folder)) {
  const lines = readFileSync(new URL(name, folder), 'utf8').trim().split('\n');
  const capture = hex(
    lines
      .filter((line) => !/^[#=]/.test(line))
      .map((line) => line.replace(/;.*/, ''))
      .join(''),
  );
  test(`${name}: ${lines[0].slice(2)}`, () => {
    expect(describe(read(capture))).toEqual(lines.filter((line) => line.startsWith('= ')).map((line) => line.slice(2)));
  });
}

function describe({ frames, facts, noted }: Reading): string[] {
  return [
    ...frames.map(
      ({ number, time, linkType, bytes, wireLength }) =>
        `frame ${number} at ${(time / 1_000_000).toFixed(6)} link ${linkType}, ${bytes.length} of ${wireLength} bytes: ${Buffer.from(bytes).toString('hex')}`,
    ),
    ...(facts.drops > 0 ? [`drops ${facts.drops}`] : []),
    ...facts.skippedBlocks.map(({ type, count }) => `skipped ${type}: ${count}`),
    ...noted.map(({ reason }) => reason),
    ...(facts.complete ? ['complete'] : []),
  ];
}
