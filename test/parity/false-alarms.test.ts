/** No error or warning on anybody's capture or log that a look at the trace did not confirm, and no crash on any. */
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/index.ts';
import type { Severity } from '../../src/model.ts';
import { corpus } from '../tools.ts';
import { confirmed } from './confirmed.ts';

const folder = corpus();

describe.skipIf(folder === undefined)('captures and logs of others', () => {
  const files = folder === undefined ? [] : globSync('**/*', { cwd: folder, ignore: ['**/*.tsv', '*.md'] }).sort();

  it.each(files)('%s', async (name) => {
    const report = await analyze(readFileSync(`${folder}/${name}`), { path: name });
    const found = { error: {}, warning: {}, info: {} } as Record<Severity, Record<string, number>>;
    for (const { rule, severity } of report.findings) found[severity][rule] = (found[severity][rule] ?? 0) + 1;
    // The torture messages of RFC 4475 are wrong by design: their verdicts stand in fixtures/torture.
    if (name.endsWith('.dat')) return;
    expect(found.error).toEqual(confirmed[name]?.errors ?? {});
    expect(found.warning).toEqual(confirmed[name]?.warnings ?? {});
  });
});
