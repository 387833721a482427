/** The page of a call: on the screen, under the pointer, on a telephone and on paper. */
import { describe, expect, it } from 'vitest';
import { writeHtml } from '../reporters/browser.ts';
import { reportOf } from '../reporters/captures.ts';
import { createReader, skipped } from './reader.ts';

describe.skipIf(skipped)('the page of a call', () => {
  const { open, save } = createReader();

  it('tells a call: verdict, ladder with findings, story, legs, offer and answer side by side', async () => {
    const page = await open('#calls');
    await page.getByRole('button', { name: /^Error/ }).click();
    await page.getByRole('searchbox').fill('contact-unroutable');
    await page.locator('tbody a').first().click();
    await page.getByRole('heading', { name: 'Findings' }).waitFor();
    await page.getByText('Follows from “Contact that cannot be reached”').first().waitFor();
    // The pin of the ladder leads to its finding.
    await page.locator('g.pin').first().click();
    expect(await page.evaluate(() => document.activeElement?.querySelector('code')?.textContent)).toBe(
      'contact-unroutable',
    );
    for (const name of ['Step by step', 'Media: offer and answer']) await page.getByRole('heading', { name }).waitFor();
    const [offer, answer] = await page
      .locator('.sdp pre')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x));
    expect(offer).toBeLessThan(answer);
    const chosen = await page
      .locator('.sdp select')
      .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).selectedOptions[0].text));
    expect(chosen[0]).toContain('INVITE');
    expect(chosen[1]).toContain('200 OK');
    // What the report says is marked with its language.
    expect(await page.locator('.verdict .what [lang=en]').count()).toBe(1);
  });

  it('shows the message beside the pointer', async () => {
    const page = await open('#call=1');
    await page
      .getByRole('button', { name: /^INVITE/ })
      .first()
      .hover();
    expect(await page.locator('.preview').textContent()).toContain('Call-ID: ');
    await page.mouse.move(5, 5);
    await page.locator('.preview').waitFor({ state: 'detached' });
  });

  it.each([
    [1280, 'in rows'],
    [400, 'folded'],
  ])('shows all of its media at %i pixels, %s', async (width, how) => {
    const page = await open(`${save(writeHtml(reportOf('media-impaired')))}#call=1`, {
      viewport: { width, height: 900 },
    });
    const cells = page
      .getByRole('region', { name: 'Media', exact: true })
      .locator('tbody tr:first-child td:not(:empty)');
    await cells.first().waitFor();
    // As tshark counts them (rtp,streams): 128 packets, 12 of 140 lost, the mean of the jitter.
    const figures = ['audio PCMA', '192.0.2.1:40010', '192.0.2.7:40010', '128', '8.6 %', '18.4 ms'];
    expect((await cells.allTextContents()).slice(0, figures.length)).toEqual(figures);
    const boxes = await cells.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
    expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThanOrEqual(width);
    expect(new Set(boxes.map(({ y }) => y)).size > 1).toBe(how === 'folded');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  it('prints the open call with everything that matters and no controls', async () => {
    const page = await open('#call=2', { colorScheme: 'dark' });
    await page.getByRole('heading', { name: /^Call 2 / }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    for (const name of ['Ladder', 'Findings', 'Step by step', 'Media: offer and answer', 'Messages as a table'])
      expect(await page.getByRole('heading', { name }).isVisible(), name).toBe(true);
    expect(await page.getByRole('table', { name: 'Messages as a table' }).isVisible()).toBe(true);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).color)).toBe('rgb(0, 0, 0)');
    const paper = await page.pdf({ format: 'A4' });
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
