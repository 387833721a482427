/** Reports whose calls mean harm, and reports that are damaged. */
import { describe, expect, it } from 'vitest';
import { safe } from '../../src/reporters/safe.ts';
import { writeHtml } from '../reporters/browser.ts';
import { reportOf } from '../reporters/captures.ts';
import { hostileStrings, poisoned } from '../reporters/hostile.ts';
import { createReader, skipped } from './reader.ts';

describe.skipIf(skipped)('the report in the browser', () => {
  const { open, save } = createReader();

  it.each(hostileStrings.map((text) => [JSON.stringify(text.slice(0, 40)), text]))(
    'runs nothing of %s',
    async (_, text) => {
      const page = await open(
        save(writeHtml(poisoned(reportOf('bye-unanswered', 'registration-wrong-password'), text))),
      );
      const places = ['overview', 'calls', 'call=1', 'call=1&message=1', 'registrations', 'registration=1', 'capture'];
      for (const place of places) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, place);
        await page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        );
        const seen = await page.evaluate(() => ({
          pwned: 'pwned' in window,
          elements: document.querySelectorAll(
            '#app script, #app img, #app iframe, #app object, #app [onclick], #app [onerror], #app [onload]',
          ).length,
          links: [...document.querySelectorAll('a')]
            .map((link) => link.getAttribute('href') ?? '')
            .filter((href) => !href.startsWith('#')),
          marks: /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u0000-\u0008\u007f-\u009f]/.test(document.body.innerText),
        }));
        expect(seen, place).toEqual({ pwned: false, elements: 0, links: [], marks: false });
      }
      if (text.length < 100 && !text.includes('\n')) {
        await page.evaluate(() => {
          location.hash = 'call=1';
        });
        // What is markup elsewhere is text here, and what orders the screen about is seen.
        const said = safe(text).slice(0, 12);
        await page.getByText(said, { exact: false }).first().waitFor();
      }
    },
  );

  it('says so when its data is damaged, and keeps the summary', async () => {
    const broken = writeHtml(reportOf('busy-everywhere')).replace(/(id="report-overview">).{40}/, '$1AAAA');
    const page = await open(save(broken));
    expect(await page.getByRole('alert').textContent()).toContain('damaged');
    await page.getByText('call 1, alice@example.com').waitFor();
  });

  it('shows the summary to whoever runs no script', async () => {
    const page = await open(save(writeHtml(reportOf('busy-everywhere'))), { javaScriptEnabled: false });
    await page.getByText('call 1, alice@example.com').waitFor();
  });
});
