/** RFC 6076 on a trace whose times add up by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/index.ts';
import { SessionTally } from '../../src/metrics/sessions.ts';

const path = join(import.meta.dirname, '../../fixtures/metrics/known-times.sip');
const read = () => analyze(readFileSync(path), { path: 'known-times.sip' });
const figures = (n: number, median: number, p95: number, max: number) => ({ n, median, p95, max });

/*
 * call  begins  what                                             SRD     SDD    SDT   ring
 *    1       0  180 +0.5, 200 +2.5, BYE +12.5, its 200 +12.52    500 ok   20 ok  10 s  2.0 s
 *    2      20  486 +0.8                                         800 failed
 *    3      25  503 +0.1                                         100 failed
 *    4      30  302 +0.2, not followed
 *    5      35  200 +1.0, BYE +21, its 481 +21.05               1000 ok   50 failed  20 s
 *    6      60  180 +1, CANCEL, 487 +6                          1000 failed            5.0 s
 *    7      70  seven INVITEs until +31.5, no answer; the trace ends at 115.2, after timer B at 102
 */
describe('RFC 6076', () => {
  it('counts what the table says', async () => {
    const { sessions } = (await read()).summary.metrics;
    expect(sessions).toEqual({
      attempts: 7,
      answered: 2,
      redirected: 1,
      undetermined: 0,
      // 2 / (7 − 1)
      establishmentRatio: 33.3,
      // (2 + the 486) / (7 − 1)
      effectivenessRatio: 50,
      // (the 503 + the silence) / 7
      ineffectiveAttempts: 28.6,
      // call 1 / 7
      completionRatio: 14.3,
      // (2 + the 486 + the 487 after ringing) / (7 − 1)
      networkEffectivenessRatio: 66.7,
      // Nearest rank: of 500 and 1000 the first is the median, the second stands for 95 %.
      requestDelay: { success: figures(2, 500, 1000, 1000), failure: figures(3, 800, 1000, 1000) },
      disconnectDelay: { success: figures(1, 20, 20, 20), failure: figures(1, 50, 50, 50) },
      duration: figures(2, 10_000, 20_000, 20_000),
      averageDuration: 15_000,
      ringTime: figures(2, 2_000, 5_000, 5_000),
    });
  });

  it('of registrations', async () => {
    const { registrations } = (await read()).summary.metrics;
    // REGISTER, challenged; REGISTER, 200 at 0.3 s after the first; REGISTER, 403: one of three.
    expect(registrations).toEqual({
      requests: 3,
      ineffective: 1,
      ineffectiveAttempts: 33.3,
      requestDelay: figures(1, 300, 300, 300),
    });
  });

  it('of each pair of hosts', async () => {
    const { sessions, peers } = (await read()).summary.metrics;
    expect(peers).toEqual([{ client: '192.0.2.1', server: '192.0.2.7', ...sessions }]);
  });
});

describe('a call', () => {
  it('behind a B2BUA is one attempt, and one of each pair of hosts', async () => {
    const capture = readFileSync(join(import.meta.dirname, '../../fixtures/captures/b2bua-call.pcap'));
    const { summary } = await analyze(capture);
    expect(summary.calls).toBe(2);
    expect(summary.metrics.sessions).toMatchObject({ attempts: 1, answered: 1, establishmentRatio: 100 });
    expect(summary.metrics.peers.map(({ attempts }) => attempts)).toEqual([1, 1]);
  });

  it('of a scanner is none', async () => {
    const text = readFileSync(path, 'utf8').replace(/^(Max-Forwards: 70)$/gm, '$1\nUser-Agent: friendly-scanner');
    const { metrics } = (await analyze(new TextEncoder().encode(text))).summary;
    expect(metrics.sessions.attempts).toBe(0);
    expect(metrics.registrations.requests).toBe(0);
  });

  it('whose end the trace does not show counts apart', async () => {
    const text = readFileSync(path, 'utf8');
    const cut = text.slice(0, text.indexOf('SIP/2.0 200 OK\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKm1i'));
    const { sessions } = (await analyze(new TextEncoder().encode(cut))).summary.metrics;
    expect(sessions).toMatchObject({ attempts: 0, undetermined: 1, establishmentRatio: null, completionRatio: null });
  });
});

describe('without attempts', () => {
  it('there is no ratio', () => {
    const { establishmentRatio, ineffectiveAttempts, averageDuration, duration } = new SessionTally().figures();
    expect([establishmentRatio, ineffectiveAttempts, averageDuration, duration]).toEqual([null, null, null, null]);
  });
});
