/** The HTML report in a real browser, opened from a file as its readers do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAnalysis } from '../../src/analyze.ts';
import { analyze } from '../../src/index.ts';
import type { Report } from '../../src/report.ts';
import { safe } from '../../src/reporters/safe.ts';
import { lacks } from '../tools.ts';
import { type OpenPage, ReportBrowser, writeHtml } from './browser.ts';
import { hostileStrings, poisoned } from './hostile.ts';
import { manyCalls } from './many-calls.ts';

const root = join(import.meta.dirname, '../../fixtures/captures');

/** Several captures as one report, all messages kept. */
function reportOf(...names: readonly string[]): Report {
  const analysis = createAnalysis({ messages: 'all' });
  for (const name of names) {
    const sink = analysis.input(`${name}.pcap`);
    sink.write(readFileSync(join(root, `${name}.pcap`)));
    sink.end();
  }
  return analysis.report();
}

describe('the page', () => {
  const text = writeHtml(reportOf('busy-everywhere', 'bye-unanswered'));

  it('is the same twice', () => {
    expect(writeHtml(reportOf('busy-everywhere', 'bye-unanswered'))).toBe(text);
  });

  it('allows nothing from elsewhere and nothing inline but its own', () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(text)?.[1] ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[\w+/=]{44}'; style-src 'sha256-[\w+/=]{44}'; img-src data:; /,
    );
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    // Before anything that it concerns.
    expect(text.indexOf('Content-Security-Policy')).toBeLessThan(text.search(/<(style|script|link)/));
    expect(text.replace(/<script type="module">[\s\S]*?<\/script>/, '')).not.toMatch(
      /\s(?:style|on\w+)="|(?:src|href)="(?!data:|#)/,
    );
  });

  it('carries the whole report, compressed', async () => {
    const report = reportOf('busy-everywhere', 'bye-unanswered');
    const blocks = [...text.matchAll(/<script type="application\/octet-stream" id="([\w-]+)">([\w+/=]+)<\/script>/g)];
    const unpacked = new Map(
      blocks.map(([, id, data]) => [id, JSON.parse(gunzipSync(Buffer.from(data, 'base64')).toString())]),
    );
    expect(unpacked.get('report-calls-0')).toEqual(JSON.parse(JSON.stringify(report.calls)));
    expect(unpacked.get('report-findings-0')).toEqual(JSON.parse(JSON.stringify(report.findings)));
    expect(unpacked.get('report-overview').summary).toEqual(report.summary);
  });

  it('says the summary as text for whoever runs no script', () => {
    expect(text).toContain('call 1, alice@example.com → +12025550142@example.net');
    expect(text).toContain('bye-unanswered.pcap');
  });
});

const skipped = lacks('chromium');

describe.skipIf(skipped)('in the browser', () => {
  let browser: ReportBrowser;
  let opened: OpenPage[] = [];
  let url: string;

  beforeAll(async () => {
    browser = await ReportBrowser.start();
    url = browser.save(
      writeHtml(
        reportOf(
          'busy-everywhere',
          'bye-unanswered',
          'contact-unroutable-ack-lost',
          'answered-through-proxy',
          'codecs-disjoint',
          'registration-wrong-password',
        ),
      ),
    );
  });
  afterEach(async () => {
    const pages = opened;
    opened = [];
    for (const { page } of pages) await page.context().close();
    for (const { faults } of pages) expect(faults).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });

  async function open(address = url, options: BrowserContextOptions = {}): Promise<Page> {
    const one = await browser.open(address, options);
    opened.push(one);
    await one.page.getByRole('navigation').or(one.page.getByRole('alert')).first().waitFor();
    return one.page;
  }

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
    const page = await open(`${url}#calls`);
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

  it('sorts by each column, both ways', async () => {
    const page = await open(`${url}#calls`);
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
    const page = await open(`${url}#calls`);
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
    const page = await open(`${url}#call=1&message=5`);
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
    await page.goto(`${url}#call=999`);
    await page.getByText('The report has no such item.').waitFor();
  });

  it('tells a call: verdict, ladder with findings, story, legs, offer and answer side by side', async () => {
    const page = await open(`${url}#calls`);
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
    const page = await open(`${url}#call=1`);
    await page
      .getByRole('button', { name: /^INVITE/ })
      .first()
      .hover();
    expect(await page.locator('.preview').textContent()).toContain('Call-ID: ');
    await page.mouse.move(5, 5);
    await page.locator('.preview').waitFor({ state: 'detached' });
  });

  it('speaks four languages and remembers which', async () => {
    const page = await open(`${url}#calls`);
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
    const french = await open(url, { locale: 'fr-CA' });
    await french.getByRole('heading', { name: 'Outcomes' }).waitFor();
  });

  it('is dark where the system is, and where it is chosen', async () => {
    const background = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await open(url, { colorScheme: 'dark' });
    const night = await background(dark);
    await dark.getByLabel('Colours').selectOption('light');
    const day = await background(dark);
    expect(day).not.toBe(night);
    const light = await open(url);
    expect(await background(light)).toBe(day);
    await light.getByLabel('Colours').selectOption('dark');
    expect(await background(light)).toBe(night);
    await light.reload();
    await light.getByRole('navigation').waitFor();
    expect(await background(light)).toBe(night);
  });

  it('prints the open call with everything that matters and no controls', async () => {
    const page = await open(`${url}#call=2`, { colorScheme: 'dark' });
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

  it.each(hostileStrings.map((text) => [JSON.stringify(text.slice(0, 40)), text]))(
    'runs nothing of %s',
    async (_, text) => {
      const page = await open(
        browser.save(writeHtml(poisoned(reportOf('bye-unanswered', 'registration-wrong-password'), text))),
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
    const page = await open(browser.save(broken));
    expect(await page.getByRole('alert').textContent()).toContain('damaged');
    await page.getByText('call 1, alice@example.com').waitFor();
    const old = writeHtml(reportOf('busy-everywhere'));
    const context = await browser.open(browser.save(old), { javaScriptEnabled: false });
    opened.push(context);
    await context.page.getByText('call 1, alice@example.com').waitFor();
  });

  it('opens and filters 50,000 calls, of which only those in sight are drawn', async () => {
    const page = await open(`${browser.save(writeHtml(manyCalls(50_000)))}#calls`);
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

  it('shows any report in any element, which is how other pages use it', async () => {
    const built = await build({
      root: join(import.meta.dirname, '../../src/viewer'),
      configFile: false,
      logLevel: 'error',
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      build: { write: false, lib: { entry: 'mount.tsx', formats: ['iife'], name: 'viewer' } },
    });
    const [{ output }] = Array.isArray(built) ? built : [];
    const report = await analyze(readFileSync(join(root, 'busy-everywhere.pcap')), { path: 'dropped.pcap' });
    const page = await open(browser.save('<!doctype html><nav>shop</nav><div id="here"></div>'));
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
