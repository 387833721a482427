/** Fingerprints: the same in another capture of the same scenario, and never twice in one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/index.ts';

const root = join(import.meta.dirname, '../../fixtures/rules');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /bad[^/]*\.sip$/.test(name))
  .sort();

async function printsOf(text: string): Promise<string[]> {
  const { findings } = await analyze(new TextEncoder().encode(text));
  return findings.map(({ fingerprint, severity }) => `${severity} ${fingerprint}`);
}

describe('a fingerprint', () => {
  it('stands for one finding of a report', async () => {
    for (const file of files) {
      const prints = await printsOf(readFileSync(join(root, file), 'utf8'));
      expect(new Set(prints).size, file).toBe(prints.length);
    }
  });

  it('outlives another Call-ID and another network', async () => {
    let compared = 0;
    for (const file of files) {
      const text = readFileSync(join(root, file), 'utf8');
      // Whose addresses or Call-IDs are what the rule is about is left out: signatures, digests and loops.
      const again = text
        .replace(/^(call-id|i)(\s*:\s*)/gim, '$1$2another-')
        .replace(/\b192\.0\.2\.(\d+)\b/g, '203.0.113.$1');
      const [before, after] = [await printsOf(text), await printsOf(again)];
      if (before.length !== after.length) continue;
      expect(after, file).toEqual(before);
      compared++;
    }
    expect(compared).toBeGreaterThan(0.9 * files.length);
  });

  it('differs for other users', async () => {
    const text = readFileSync(join(root, 'dialog/ack-missing-for-2xx/bad-no-ack.sip'), 'utf8');
    const [before, after] = [await printsOf(text), await printsOf(text.replaceAll('alice', 'carol'))];
    expect(before.length).toBeGreaterThan(0);
    for (const print of after) expect(before).not.toContain(print);
  });
});
