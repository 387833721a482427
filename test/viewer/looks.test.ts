/** Languages and colours of the report, and that it remembers them. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createReader, skipped } from './reader.ts';

describe.skipIf(skipped)('the report in the browser', () => {
  const { open } = createReader();

  it('speaks four languages and remembers which', async () => {
    const page = await open('#calls');
    const language = page.getByLabel(/Language|Langue|Ngôn ngữ|Язык/);
    for (const [tag, heading, shown] of [
      ['fr', 'Appels', '5 sur 5 appels'],
      ['vi', 'Cuộc gọi', '5 trên 5 cuộc gọi'],
      ['ru', 'Вызовы', '5 из 5 вызовов'],
    ]) {
      await language.selectOption(tag);
      await page.getByRole('table', { name: heading, exact: true }).waitFor();
      expect(await page.getByRole('status').textContent()).toBe(shown);
      expect(await page.locator('html').getAttribute('lang')).toBe(tag);
    }
    // Russian has three forms.
    await page.getByRole('link', { name: 'Обзор' }).click();
    expect(await page.locator('.tiles').textContent()).toMatch(/1 регистрация|\d+ регистраци[ий]/);
    await page.reload();
    await page.getByRole('link', { name: 'Обзор' }).waitFor();
    // Labels and sentences go together, whatever the browser speaks.
    const french = await open('', { locale: 'fr-CA' });
    await french.getByRole('heading', { name: 'Outcomes' }).waitFor();
  });

  it('is dark where the system is, and where it is chosen', async () => {
    const background = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await open('', { colorScheme: 'dark' });
    const night = await background(dark);
    await dark.getByLabel('Colours').selectOption('light');
    const day = await background(dark);
    expect(day).not.toBe(night);
    const light = await open();
    expect(await background(light)).toBe(day);
    await light.getByLabel('Colours').selectOption('dark');
    expect(await background(light)).toBe(night);
    await light.reload();
    await light.getByRole('navigation').waitFor();
    expect(await background(light)).toBe(night);
  });
});
