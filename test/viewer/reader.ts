/** A reader of reports: the browser of a test file, in which no page may do anything unexpected. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type OpenPage, ReportBrowser, writeHtml } from '../reporters/browser.ts';
import { reportOf } from '../reporters/captures.ts';
import { lacks } from '../tools.ts';

export const skipped = lacks('chromium');

export interface Reader {
  /** Writes a page of its own; returns its address. */
  save(text: string): string;
  /** Opens a page; a fragment, or nothing, is that of a report on six captures. It is closed after the test. */
  open(address?: string, options?: BrowserContextOptions): Promise<Page>;
}

/** Call it in the `describe` that reads: it starts the browser before the tests and ends it behind them. */
export function createReader(): Reader {
  let browser: ReportBrowser;
  let report: string;
  let opened: OpenPage[] = [];

  beforeAll(async () => {
    browser = await ReportBrowser.start();
    report = browser.save(
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

  return {
    save: (text) => browser.save(text),
    async open(address = '', options = {}) {
      const one = await browser.open(new URL(address, report).href, options);
      opened.push(one);
      // Without scripts there is nothing but the text.
      if (options.javaScriptEnabled !== false)
        await one.page.getByRole('navigation').or(one.page.getByRole('alert')).first().waitFor();
      return one.page;
    },
  };
}
