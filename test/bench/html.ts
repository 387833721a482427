/** `tsx test/bench/html.ts`: how long the HTML report of 50,000 calls takes to be written, opened and filtered. */
import { readViewer } from '../../src/cli/viewer.ts';
import { en } from '../../src/locales/en/index.ts';
import { html } from '../../src/reporters/html.ts';
import { ReportBrowser } from '../reporters/browser.ts';
import { manyCalls } from '../reporters/many-calls.ts';

const CALLS = 50_000;
const ROUNDS = 5;

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const report = manyCalls(CALLS);
const began = performance.now();
const options = { locale: en, color: false, width: 80, limitCalls: 20, limitLines: 50, failOn: 'error' as const };
const text = [...html.write(report, { ...options, viewer: readViewer })].join('');
console.log(`written in ${((performance.now() - began) / 1000).toFixed(1)} s, ${(text.length / 1e6).toFixed(1)} MB`);

const browser = await ReportBrowser.start();
const url = browser.save(text);
const opened: number[] = [];
const details: number[] = [];
const filtered = new Map<string, number[]>();
for (let round = 0; round < ROUNDS; round++) {
  const { page } = await browser.open('about:blank');
  const start = performance.now();
  await page.goto(`${url}#calls`, { waitUntil: 'commit' });
  await page.locator('tbody a').first().waitFor();
  opened.push(performance.now() - start);
  // From the key to the next picture on the screen.
  for (const words of ['4', 'user4095@', 'user1 busy', 'call-dropped-32s', '']) {
    const ms = await page.evaluate(async (value) => {
      const input = document.querySelector<HTMLInputElement>('#search');
      if (input === null) return Number.NaN;
      const from = performance.now();
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return performance.now() - from;
    }, words);
    filtered.set(words, [...(filtered.get(words) ?? []), ms]);
  }
  const click = performance.now();
  await page.locator('tbody a').first().click();
  await page.getByRole('button', { name: /^INVITE/ }).waitFor();
  details.push(performance.now() - click);
  await page.context().close();
}
await browser.close();
console.log(`opened in ${Math.round(median(opened))} ms (wanted: under 3,000)`);
for (const [words, values] of filtered)
  console.log(`filtered by ${JSON.stringify(words)} in ${Math.round(median(values))} ms (wanted: under 100)`);
console.log(`a call opened in ${Math.round(median(details))} ms`);
