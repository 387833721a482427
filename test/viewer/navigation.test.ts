/** Finding one's way through the report: overview, lists, keys, links and the back button. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { writeHtml } from '../reporters/browser.ts';
import { manyCalls } from '../reporters/many-calls.ts';
import { createReader, skipped } from './reader.ts';

describe.skipIf(skipped)('the report in the browser', () => {
  const { open, save } = createReader();

  const rows = (page: Page) => page.getByRole('table').getByRole('row');
  const visible = async (page: Page) => (await rows(page).count()) - 1;

  it('opens with an overview: outcomes, findings, inputs, times', async () => {
    const page = await open();
    for (const name of ['Outcomes', 'Findings by rule', 'Inputs', 'Times', 'Calls over time'])
      await page.getByRole('heading', { name, exact: true }).waitFor();
    await page.getByRole('img', { name: /^13:.* UTC: 5 calls; answered or cancelled: \d, all others: \d$/ }).waitFor();
    expect(await page.title()).toContain('busy-everywhere.pcap');
    // What is found leads to the calls that have it.
    await page.getByRole('link', { name: /bye-unanswered/ }).click();
    await page.getByRole('heading', { name: 'Calls' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#calls&rule=bye-unanswered');
    expect(await visible(page)).toBe(1);
  });

  it('searches, and clears the search', async () => {
    const page = await open('#calls');
    const all = await visible(page);
    expect(all).toBe(5);
    await page.keyboard.press('/');
    await page.keyboard.type('12025550142');
    expect(await visible(page)).toBe(1);
    expect(await page.getByRole('status').textContent()).toBe(`1 of ${all} calls`);
    await page.getByRole('searchbox').fill('nobody at all');
    await page.getByText('No call matches the filter.').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await visible(page)).toBe(all);
    await page.getByRole('button', { name: /^busy 1$/ }).click();
    expect(await visible(page)).toBe(1);
    expect(await page.getByRole('button', { name: /^busy/ }).getAttribute('aria-pressed')).toBe('true');
  });

  it.each(['#overview', '#call=1', '#calls', '#capture'])('comes to the search from %s by one key', async (from) => {
    const page = await open(from);
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
    await page.keyboard.press('/');
    const search = page.getByRole('searchbox');
    await search.waitFor();
    await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('12025550142');
    expect(await search.inputValue()).toBe('12025550142');
    expect(await visible(page)).toBe(1);
  });

  it('sorts by each column, both ways', async () => {
    const page = await open('#calls');
    const cells = async (column: number) =>
      (await page.locator(`tbody tr td:nth-child(${column})`).allTextContents()).map((text) => text.trim());
    const table = page.getByRole('table', { name: 'Calls' });
    expect(await table.getAttribute('aria-rowcount')).toBe('6');
    await page.getByRole('button', { name: 'Status' }).click();
    const ascending = await cells(6);
    expect(ascending).toEqual([...ascending].sort());
    expect(await page.getByRole('columnheader', { name: 'Status' }).getAttribute('aria-sort')).toBe('ascending');
    await page.getByRole('button', { name: 'Status' }).click();
    expect(await cells(6)).toEqual([...ascending].reverse());
    expect(await page.getByRole('columnheader', { name: 'Status' }).getAttribute('aria-sort')).toBe('descending');
    // Findings: the worst first.
    await page.getByRole('button', { name: 'Findings' }).click();
    expect((await cells(9))[0]).not.toBe('');
    expect((await cells(9)).at(-1)).toBe('');
  });

  it('goes by keyboard from the list to a call, its messages, and back', async () => {
    const page = await open('#calls');
    await page.getByRole('table', { name: 'Calls' }).waitFor();
    await page.keyboard.press('j');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent?.slice(0, 20))).toBe('1');
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Call 1 / }).waitFor();
    // Its messages are unpacked after the page has turned.
    await page.locator('[aria-label^="100 Trying, "]').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(focused).toBe('100 Trying, 192.0.2.5 → 192.0.2.1, +0.001');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Message 2' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#call=1&message=2');
    await page.keyboard.press('j');
    await page.getByRole('dialog', { name: 'Message 3' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => new URL(page.url()).hash).toBe('#call=1');
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: /^Call 2 / }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('table', { name: 'Calls' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard help' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('opens deep links, and the back button goes back', async () => {
    const page = await open('#call=1&message=5');
    const dialog = page.getByRole('dialog', { name: 'Message 5' });
    await dialog.getByRole('heading', { name: /183 Session Progress/ }).waitFor();
    // Header fields are explained.
    await dialog
      .getByRole('row', { name: /^Call-ID .* names the call; equal in all its messages RFC 3261 §20\.8$/ })
      .waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('heading', { name: 'Outcomes' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: /^Call 1 / }).waitFor();
    await page.goForward();
    await page.getByRole('heading', { name: 'Outcomes' }).waitFor();
    await page.goto(new URL('#call=999', page.url()).href);
    await page.getByText('The report has no such item.').waitFor();
  });

  it('lists registrations and other requests, each with its ladder', async () => {
    const page = await open();
    await page.getByRole('link', { name: /^Registrations/ }).click();
    await page.locator('tbody a').first().click();
    await page.getByRole('heading', { name: /^Registration 1/ }).waitFor();
    await page
      .getByRole('button', { name: /^REGISTER/ })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('table', { name: 'Registrations' }).waitFor();
    await page.getByRole('link', { name: 'Capture' }).click();
    await page.getByRole('heading', { name: 'About the capture' }).waitFor();
  });

  it('opens and filters 50,000 calls, of which only those in sight are drawn', async () => {
    const page = await open(`${save(writeHtml(manyCalls(50_000)))}#calls`);
    expect(await page.getByRole('status').textContent()).toBe('50,000 of 50,000 calls');
    expect(await visible(page)).toBeLessThan(80);
    await page.keyboard.press('End');
    await page.getByRole('link', { name: '50000', exact: true }).waitFor();
    await page.getByRole('searchbox').fill('user4095@');
    // 50,000 calls of 4,096 users: users 0 to 847 have thirteen, the others twelve.
    expect(await page.getByRole('status').textContent()).toBe('12 of 50,000 calls');
    await page.locator('tbody a').last().click();
    await page.getByRole('heading', { name: /user4095@example\.com/ }).waitFor();
    await page.getByRole('button', { name: /^INVITE/ }).waitFor();
  }, 180_000);
});
