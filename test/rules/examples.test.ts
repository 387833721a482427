/** `examples/rules.json` is made from the fixtures; `UPDATE_GOLDENS=1` makes it again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { expect, it } from 'vitest';
import { makeExamples } from './examples.ts';

const path = join(import.meta.dirname, '../../examples/rules.json');

it('the examples of the rules are those of the fixtures', async () => {
  const examples = await makeExamples();
  const lines = Object.entries(examples).map(([id, one]) => `${JSON.stringify(id)}: ${JSON.stringify(one)}`);
  const text = `{\n${lines.join(',\n')}\n}\n`;
  if (env.UPDATE_GOLDENS === '1') writeFileSync(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
  for (const [id, { bad, good }] of Object.entries(examples)) {
    expect(bad?.title, id).toBeTruthy();
    expect(good?.title, id).toBeTruthy();
  }
});
