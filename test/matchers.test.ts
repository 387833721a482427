/** The matchers in vitest itself: what passes, and what a failure says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { analyze, parseExpectations, type Report } from '../src/index.ts';
import { sipMatchers } from '../src/matchers.ts';
import { readTrace } from '../src/node/trace.ts';

const root = join(import.meta.dirname, '../fixtures/captures');
const trace = (name: string) => readTrace(join(root, `${name}.pcap`));

let answered: Report;
let busy: Report;
let transferred: Report;

beforeAll(async () => {
  expect.extend(sipMatchers);
  [answered, busy, transferred] = await Promise.all(['answered-call', 'busy-486', 'transfer-failed'].map(trace));
});

/** What the failing expectation says. */
function failure(work: () => void): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing failed');
}

const busyLadder = `
   caller                                  callee
  192.0.2.1                               192.0.2.7
      │                                       │
      ├─ INVITE (SDP) ───────────────────────▶│   0.000
      │◀───────────────────────── 100 Trying ─┤  +0.000
      │◀────────────────────── 486 Busy Here ─┤  +0.124 [1]
      ├─ ACK ────────────────────────────────▶│  +0.124`;

describe('a report', () => {
  it('is matched', () => {
    expect(answered).toHaveNoFindings();
    expect(answered).toMatchSequence('100? 18x* 200');
    expect(answered).toMatchSequence([100, 180, 200]);
    expect(answered).toAnswerWithin('3s');
    expect(answered).toAnswerWithin(2_200);
    expect(answered).toHaveOutcome('answered');
    expect(transferred).toHaveOutcome(['answered', 'busy']);
    expect(answered).toUseCodec(['opus', 'PCMA']);
    expect(answered).toMeet({ expectations: 1, calls: [{ select: { from: 'alice' }, count: 1 }] });
  });

  it('is not matched', () => {
    expect(busy).not.toMatchSequence('100? 18x* 200');
    expect(busy).not.toAnswerWithin('1min');
    expect(answered).not.toAnswerWithin(2_000);
    expect(busy).not.toHaveOutcome('answered');
    expect(answered).not.toUseCodec('opus');
    expect(busy).not.toMeet({ expectations: 1, capture: { calls: 2 } });
    expect(transferred).not.toHaveNoFindings();
  });

  it('may have findings that do not count', async () => {
    expect(await trace('trying-late')).toHaveNoFindings({ above: 'warning' });
    expect(await trace('trying-late')).toHaveNoFindings({ except: ['trying-*'] });
    expect(await trace('codecs-disjoint')).toHaveNoFindings({ above: 'warning', except: ['codec-no-overlap'] });
    expect(await trace('codecs-disjoint')).not.toHaveNoFindings({ above: 'warning' });
  });

  it('meets a file that was parsed before', async () => {
    const text = 'expectations: 1\ncalls:\n  - { outcome: busy, timings: { final: < 1s } }\n';
    expect(busy).toMeet(await parseExpectations(parse(text)));
  });
});

describe('one call', () => {
  it('is matched like a report of it alone', () => {
    const [first, second] = transferred.calls;
    expect(first).toHaveOutcome('answered');
    expect(second).toHaveOutcome('busy');
    expect(second).not.toHaveOutcome('answered');
    expect(second).toMatchSequence('100 486');
    expect(answered.calls[0]).toHaveNoFindings();
    expect(answered.calls[0]).toUseCodec('PCMA');
  });
});

describe('a failure says', () => {
  it('what was expected and seen, with the ladder', () => {
    expect(
      failure(() => expect(busy).toMatchSequence('100? 18x* 200')),
    ).toBe(`expected every call to match the sequence 100? 18x* 200

call 1  alice@example.com → bob@example.com  13:31:09
  sequence: expected 100? 18x* 200, seen 100 486: after 100 came 486 instead of 18x or 200 [1]
${busyLadder}`);
  });

  it('which call it was', () => {
    const said = failure(() => expect(transferred).toHaveOutcome('answered'));
    expect(said).toMatch(/^expected every call to have the outcome answered\n\ncall 2 {2}bob@example\.com → carol/);
    expect(said).toContain('outcome: expected answered, seen busy');
    expect(said).not.toContain('call 1');
  });

  it('how long it took', () => {
    const said = failure(() => expect(answered).toAnswerWithin('1.5s'));
    expect(said).toMatch(/^expected every call to be answered within 1\.5s\n/);
    expect(said).toContain('timings.setup: expected <= 1500ms, seen 2.156s');
  });

  it('which codec it was', () => {
    expect(failure(() => expect(answered).toUseCodec('opus'))).toContain('sdp.codec: expected opus, seen PCMA');
  });

  it('what was found', async () => {
    const late = await trace('trying-late');
    expect(failure(() => expect(late).toHaveNoFindings({ except: ['ringback-ambiguous'] }))).toBe(
      'expected the trace to have no findings except ringback-ambiguous\n\n' +
        'findings.allowed: expected nothing but ringback-ambiguous, seen warning trying-late: Server that is late with its first response',
    );
    expect(failure(() => expect(answered).not.toHaveNoFindings())).toBe(
      'expected the trace not to have no findings, but it does',
    );
  });

  it('with .not, which call holds', () => {
    expect(failure(() => expect(busy).not.toHaveOutcome('busy'))).toBe(`expected no call to have the outcome busy

match: expected none to hold, but 1 call does

call 1  alice@example.com → bob@example.com  13:31:09
  outcome: expected busy, seen busy
${busyLadder.replace(' [1]', '')}`);
    expect(failure(() => expect(transferred).not.toHaveOutcome('busy'))).toContain('call 2  bob@example.com');
  });

  it('what a file expects', () => {
    const file = { expectations: 1, calls: [{ name: 'Carol', select: { to: 'carol' } }] } as const;
    expect(failure(() => expect(busy).toMeet(file))).toBe(
      'expected the trace to meet the expectations\n\nselect: none of 1 call is selected',
    );
    expect(failure(() => expect(busy).not.toMeet({ expectations: 1, capture: { calls: 1 } }))).toBe(
      'expected the trace not to meet the expectations, but it does',
    );
  });
});

describe('what cannot be told fails either way', () => {
  it('a report without a call', async () => {
    const empty = await analyze(new Uint8Array(0));
    for (const work of [() => expect(empty).toHaveOutcome('busy'), () => expect(empty).not.toHaveOutcome('busy')])
      expect(failure(work)).toBe('there is no call in this report');
    expect(failure(() => expect(empty).not.toHaveNoFindings())).toBe('there is no SIP message in this report');
  });

  it('a report without messages', async () => {
    const short = await analyze(readFileSync(join(root, 'answered-call.pcap')));
    const said = 'sdp: the report does not list the messages; analyse with messages: all';
    expect(failure(() => expect(short).toUseCodec('opus'))).toContain(said);
    expect(failure(() => expect(short).not.toUseCodec('opus'))).toContain(said);
  });

  it('the findings of a call alone', async () => {
    const [call] = (await trace('trying-late')).calls;
    expect(failure(() => expect(call).toHaveNoFindings())).toContain('give expect() the report');
  });

  it.each([[undefined], [null], [3], [{}], ['call.pcap']])('%s', (received) => {
    expect(failure(() => expect(received).toHaveOutcome('busy'))).toContain('needs a report of sipsleuth');
  });

  it('words that are not known', () => {
    expect(failure(() => expect(busy).toMatchSequence('ringing'))).toContain('"ringing" is no part of a sequence');
    expect(failure(() => expect(busy).toHaveOutcome('bussy' as 'busy'))).toContain('"bussy" is not known');
    expect(failure(() => expect(busy).toHaveNoFindings({ except: ['nothing'] }))).toContain('"nothing" is not known');
    expect(failure(() => expect(busy).toAnswerWithin('soon'))).toContain('"soon" is no duration');
    expect(failure(() => expect(busy).toAnswerWithin(Number.NaN))).toContain('"NaN" is no duration');
    expect(failure(() => expect(busy).toMeet({ expectations: 2 } as never))).toContain('the version of this language');
  });
});

describe('readTrace', () => {
  it('says which path leads nowhere', async () => {
    await expect(readTrace('none.pcap')).rejects.toThrow('none.pcap: there is no such file or directory');
    await expect(readTrace('none-*.pcap')).rejects.toThrow('none-*.pcap: no file matches this pattern');
  });

  it('reads several files into one report', async () => {
    const report = await readTrace([join(root, 'busy-486.pcap'), join(root, 'answered-call.pcap')]);
    expect(report.calls).toHaveLength(2);
    expect(report.inputs).toHaveLength(2);
  });
});
