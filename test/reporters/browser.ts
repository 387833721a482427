/** Pages of reports in a real browser, where anything unexpected that they do is noted. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { readViewer } from '../../src/cli/viewer.ts';
import { en } from '../../src/locales/en/index.ts';
import type { Report } from '../../src/report.ts';
import { html } from '../../src/reporters/html.ts';

export function writeHtml(report: Report): string {
  const options = { locale: en, color: false, width: 80, limitCalls: 20, limitLines: 50, failOn: 'error' as const };
  return [...html.write(report, { ...options, viewer: readViewer })].join('');
}

export interface OpenPage {
  readonly page: Page;
  /** Requests beyond the page itself, errors and warnings of the console, exceptions, dialogs. */
  readonly faults: readonly string[];
}

export class ReportBrowser {
  readonly #browser: Browser;
  readonly #folder = mkdtempSync(join(tmpdir(), 'sipsleuth-pages-'));
  #pages = 0;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async start(): Promise<ReportBrowser> {
    // Chromium's own sandbox does not work for root.
    const args = ['--disable-gpu', ...(getuid?.() === 0 ? ['--no-sandbox'] : [])];
    return new ReportBrowser(await chromium.launch({ executablePath: '/usr/bin/chromium', args }));
  }

  /** A page of its own; returns its address. */
  save(text: string): string {
    const path = join(this.#folder, `${this.#pages++}.html`);
    writeFileSync(path, text);
    return pathToFileURL(path).href;
  }

  async open(url: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
    const context = await this.#browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'en-GB',
      colorScheme: 'light',
      ...options,
    });
    const page = await context.newPage();
    const faults: string[] = [];
    const base = url.replace(/#.*$/, '');
    page.on('request', (request) => {
      // The icon stands in the page itself.
      if (request.url().replace(/#.*$/, '') !== base && !request.url().startsWith('data:'))
        faults.push(`request ${request.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
    page.on('dialog', (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      dialog.dismiss().catch(() => {});
    });
    await page.goto(url);
    return { page, faults };
  }

  async close(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
