/** The HTML report as a file: what stands in it, and what it lets a browser do. */
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeHtml } from './browser.ts';
import { reportOf } from './captures.ts';

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
