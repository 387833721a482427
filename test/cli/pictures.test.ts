/** Reports that draw calls: their messages are there, and what other reports say stays the same. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report, ReportCall } from '../../src/report.ts';
import { fixture, run as runIn } from './run.ts';

const work = mkdtempSync(join(tmpdir(), 'sipsleuth-pictures-'));
const captures = join(import.meta.dirname, '../../fixtures/captures');
const run = (...args: string[]) => runIn(args, work);
const contentOf = (name: string) => readFileSync(join(work, name), 'utf8');

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

function callsOf(page: string): ReportCall[] {
  const packed = /id="report-calls-0">([\w+/=]+)</.exec(page)?.[1] ?? '';
  return JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString());
}

describe('pictures', () => {
  it('hold the messages of clean calls, as far as the user does not say otherwise', () => {
    const clean = fixture('answered-call');
    expect(run('--format', 'html', '--output', 'all.html', clean).code).toBe(0);
    expect(callsOf(contentOf('all.html'))[0].messages.length).toBe(7);
    expect(run('--format', 'html', '--output', 'none.html', '--messages', 'none', clean).code).toBe(0);
    expect(callsOf(contentOf('none.html'))[0].messages).toEqual([]);
    expect(run('--format', 'svg', clean).stdout.match(/class="head"/g)).toHaveLength(7);
    expect(run('--format', 'mermaid', clean).stdout.match(/>>p\d/g)).toHaveLength(7);
  });

  it('are of the call that is selected', () => {
    const { stdout } = run('--format', 'svg', '--call', '1', fixture('bye-unanswered'), fixture('busy-486'));
    expect(stdout).toMatch(/<title id="title">call 1: .*, busy<\/title>/);
    const first = run(
      '--format',
      'svg',
      fixture('answered-call'),
      fixture('bye-unanswered'),
      fixture('invite-no-response'),
    );
    expect(first.stdout).toMatch(/<title id="title">call \d \/ 3: .*, failed<\/title>/);
  });

  it('change nothing of the reports beside them', () => {
    const alone = run('--quiet', '--format', 'json', captures);
    const beside = run(
      '--quiet',
      '--format',
      'json',
      '--report',
      'html=page.html',
      '--report',
      'svg=call.svg',
      captures,
    );
    // A registration with a finding shows its good exchanges, too.
    const withoutThose = (text: string) => {
      const report: Report = JSON.parse(text);
      return { ...report, registrations: report.registrations.map((one) => ({ ...one, messages: [] })) };
    };
    expect(withoutThose(beside.stdout)).toEqual(withoutThose(alone.stdout));
    expect(run('--quiet', captures, '--report', 'html=page.html', '--format', 'terminal').stdout).toBe(
      run('--quiet', captures).stdout,
    );
  });

  it('of an input without SIP say that there is none', () => {
    for (const format of ['html', 'svg', 'mermaid']) {
      const { code, stdout } = run('--quiet', '--format', format, join(captures, '../../README.md'));
      expect(code, format).toBe(3);
      expect(stdout, format).not.toBe('');
    }
  });
});
