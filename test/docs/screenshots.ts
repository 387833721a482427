/** `npm run screenshots`: the pictures of README.md, of our own captures. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnalysis } from '../../src/analyze.ts';
import { ReportBrowser, writeHtml } from '../reporters/browser.ts';

const root = join(import.meta.dirname, '../..');

/** A day in the lab, with enough trouble to show. */
const names = [
  'answered-through-proxy',
  'busy-everywhere',
  'contact-unroutable-ack-lost',
  'answered-call',
  'invite-fragment-lost',
  'declined-603',
  'codecs-disjoint',
  'forked-three-phones',
  'bye-unanswered',
  'cancelled-while-ringing',
  'challenge-unanswered',
  'hold-and-resume',
  'registration-wrong-password',
  'media-one-way',
];

const analysis = createAnalysis({ messages: 'all' });
for (const name of names) {
  const sink = analysis.input(`${name}.pcap`);
  sink.write(readFileSync(join(root, 'fixtures/captures', `${name}.pcap`)));
  sink.end();
}
const report = analysis.report();
const shown = report.findings.find(({ rule }) => rule === 'contact-unroutable');

const browser = await ReportBrowser.start();
const url = browser.save(writeHtml(report));
for (const [name, hash, height] of [
  ['overview', '#overview', 800],
  ['ladder', `#call=${(shown?.subject.id ?? 0) + 1}`, 800],
] as const) {
  const { page, faults } = await browser.open(`${url}${hash}`, { viewport: { width: 1280, height } });
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (name === 'ladder')
    await page
      .getByRole('button', { name: /^INVITE/ })
      .first()
      .waitFor();
  await page.screenshot({ path: join(root, 'docs', `${name}.png`) });
  if (faults.length > 0) throw new Error(faults.join('\n'));
  await page.context().close();
}
await browser.close();
