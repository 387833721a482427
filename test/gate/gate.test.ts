/** What a baseline and suppressions take from a report, and what they leave. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flaggedOnly } from '../../src/cli/flagged.ts';
import { accept } from '../../src/gate/accepted.ts';
import { baselineOf, inBaseline } from '../../src/gate/baseline.ts';
import { type Suppression, suppressedBy } from '../../src/gate/suppressions.ts';
import { analyze } from '../../src/index.ts';
import { isNews, type Report } from '../../src/report.ts';

const root = join(import.meta.dirname, '../../fixtures');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /^(rules\/.*bad[^/]*\.sip|captures\/.*\.pcap)$/.test(name))
  .sort();
const read = (path: string) => analyze(readFileSync(join(root, path)), { path });
const total = ({ summary }: Report) => Object.values(summary.findings).reduce((sum, n) => sum + n, 0);

describe('a baseline', () => {
  it('of a report leaves nothing of it, and everything of another', async () => {
    const empty = inBaseline({ schema: 'sipsleuth/baseline@1', findings: [] });
    for (const file of files) {
      const report = await read(file);
      const gated = accept(report, inBaseline(baselineOf(report)));
      expect(total(gated), file).toBe(0);
      expect(gated.summary.accepted, file).toBe(total(report));
      expect(gated.findings.some(isNews), file).toBe(false);
      expect(accept(report, empty), file).toBe(report);
    }
  });

  it('names each finding once, in an order that does not depend on the trace', async () => {
    for (const file of files) {
      const { findings } = baselineOf(await read(file));
      const keys = findings.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`);
      expect(keys, file).toEqual([...new Set(keys)].sort());
    }
  });

  it('knows the trouble, not how often it comes: once more is new', async () => {
    const text = readFileSync(join(root, 'rules/dialog/ack-missing-for-2xx/bad-no-ack.sip'), 'utf8');
    const baseline = inBaseline(baselineOf(await analyze(new TextEncoder().encode(text))));
    const again = text
      .replace(/^(call-id|i)(\s*:\s*)/gim, '$1$2other-')
      .replaceAll('branch=z9hG4bK', 'branch=z9hG4bKo');
    const twice = await analyze(new TextEncoder().encode(`${text}\n${again}`));
    const gated = accept(twice, baseline);
    expect(total(twice)).toBeGreaterThan(1);
    expect(total(gated)).toBe(total(twice) - gated.summary.accepted);
    expect(total(gated)).toBeGreaterThan(0);
    expect(gated.summary.accepted).toBeGreaterThan(0);
  });

  it('takes the symptoms along with their cause', async () => {
    let symptoms = 0;
    for (const file of files) {
      const report = await read(file);
      const gated = accept(report, inBaseline(baselineOf(report)));
      for (const finding of gated.findings) {
        if (finding.absorbedBy === undefined) continue;
        expect(finding.accepted, `${file} ${finding.rule}`).toBeDefined();
        symptoms++;
      }
    }
    expect(symptoms).toBeGreaterThan(0);
  });
});

describe('a suppression', () => {
  const suppression = (other: Partial<Suppression>): Suppression => ({
    rule: 'bye-unanswered',
    reason: 'known',
    expires: undefined,
    only: {},
    ...other,
  });

  it.each<[string, Partial<Suppression>, boolean]>([
    ['of the rule', {}, true],
    ['of another rule', { rule: 'ack-missing-for-2xx' }, false],
    ['on its last day', { expires: '2026-11-20' }, true],
    ['after its last day', { expires: '2026-11-19' }, false],
    ['of its user', { only: { user: 'alice@example.com' } }, true],
    ['of users like it', { only: { user: 'AL*@*.com' } }, true],
    ['of a part of its user', { only: { user: 'alice' } }, false],
    ['of another user', { only: { user: 'carol*' } }, false],
    ['of its user, but another device', { only: { user: 'alice@*', device: '192.0.2.66' } }, false],
    ['of any Call-ID', { only: { 'call-id': '*' } }, true],
    ['of another fingerprint', { only: { fingerprint: '0000000000000000' } }, false],
    ['that overlaps itself', { only: { user: 'alice@*@example.com' } }, false],
  ])('%s: %j', async (_, other, fits) => {
    const report = await read('captures/bye-unanswered.pcap');
    const gated = accept(report, suppressedBy([suppression(other)], '2026-11-20'));
    expect(gated.summary.accepted).toBe(fits ? 1 : 0);
    const [accepted] = gated.findings.flatMap((one) => one.accepted ?? []);
    expect(accepted).toEqual(fits ? { by: 'suppression', reason: 'known' } : undefined);
  });

  it('does not stall on a pattern of many stars', async () => {
    const report = await read('captures/bye-unanswered.pcap');
    const user = `${'a*'.repeat(5_000)}b`;
    expect(accept(report, suppressedBy([suppression({ only: { user } })], '2026-11-20'))).toBe(report);
  });
});

describe('what is accepted', () => {
  it('is told in a line, and a call that went well but for it is no longer told in full', async () => {
    const report = await read('captures/bye-unanswered.pcap');
    const gated = accept(report, inBaseline(baselineOf(report)));
    expect(flaggedOnly(report).calls[0].messages).toEqual(report.calls[0].messages);
    expect(report.calls[0].messages.length).toBeGreaterThan(0);
    expect(flaggedOnly(gated).calls[0].messages).toEqual([]);
  });
});
