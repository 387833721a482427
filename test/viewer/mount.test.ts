/** The viewer as other pages use it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/index.ts';
import { createReader, skipped } from './reader.ts';

const root = join(import.meta.dirname, '../..');

describe.skipIf(skipped)('the viewer', () => {
  const { open, save } = createReader();

  it('shows any report in any element, which is how other pages use it', async () => {
    const built = await build({
      root: join(root, 'src/viewer'),
      configFile: false,
      logLevel: 'error',
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      build: { write: false, lib: { entry: 'mount.tsx', formats: ['iife'], name: 'viewer' } },
    });
    const [{ output }] = Array.isArray(built) ? built : [];
    const report = await analyze(readFileSync(join(root, 'fixtures/captures/busy-everywhere.pcap')), {
      path: 'dropped.pcap',
    });
    const page = await open(save('<!doctype html><nav>shop</nav><div id="here"></div>'));
    await page.addScriptTag({ content: output[0].code });
    await page.evaluate(
      (dropped) => {
        const { viewer } = window as unknown as { viewer: { mount(element: Element, report: unknown): () => void } };
        const unmount = viewer.mount(document.querySelector('#here') as Element, dropped);
        Object.assign(window, { unmount });
      },
      report as unknown as null,
    );
    await page.getByRole('heading', { name: 'dropped.pcap' }).waitFor();
    await page.evaluate(() => {
      (window as unknown as { unmount(): void }).unmount();
    });
    expect(await page.locator('#here').innerHTML()).toBe('');
  });
});
