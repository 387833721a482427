/** A slice, read again, tells of its call what the whole told: of every call of every fixture. */
import { describe, expect, it } from 'vitest';
import { sniff } from '../../src/files/sniff.ts';
import type { Report, ReportCall, ReportFinding } from '../../src/report.ts';
import type { SliceKind } from '../../src/slice/find.ts';
import { fixturesIn } from '../fixtures.ts';
import { analyse, slice } from './slice.ts';

/** What a call is, without what counts from the beginning of its file. */
function tell(report: Report, call: ReportCall) {
  const when = ({ time, source, destination, startLine }: { [key: string]: unknown }) => ({
    time,
    source,
    destination,
    startLine,
  });
  const tellFinding = ({ rule, severity, confidence, count, at, title }: ReportFinding) => ({
    rule,
    severity,
    confidence,
    count,
    title,
    at: at.map((one) => when({ ...one })),
  });
  return {
    callIds: call.callIds,
    from: call.from,
    to: call.to,
    start: call.start,
    end: call.end,
    outcome: call.outcome,
    finalStatus: call.finalStatus,
    sequence: call.sequence,
    timings: call.timings,
    verdict: call.verdict.key,
    steps: call.steps.map(({ key, status, delta, at }) => ({ key, status, delta, at: when({ ...at }) })),
    messages: call.messages.map((one) => ({ ...when({ ...one }), text: one.text, repeats: one.repeats })),
    // That other calls have media where this one has none is not in a slice of this one.
    findings: call.findings
      .map((index) => tellFinding(report.findings[index]))
      .filter(({ rule }) => rule !== 'media-none'),
  };
}

/** With all legs of all calls, joined as before. */
function expectLegs(whole: Uint8Array, kind: SliceKind, report: Report, call: ReportCall): void {
  const again = analyse(
    slice(
      whole,
      kind,
      report.calls.flatMap(({ callIds }) => callIds),
    ).bytes,
  );
  const same = again.calls.find(({ callIds, start }) => callIds[0] === call.callIds[0] && start === call.start);
  expect(same?.parties).toEqual(call.parties);
  expect(same?.legs.map(({ relation, score }) => ({ relation, score }))).toEqual(
    call.legs.map(({ relation, score }) => ({ relation, score })),
  );
}

function expectSame(whole: Uint8Array): void {
  const kind = sniff(whole);
  if (kind !== 'pcap' && kind !== 'pcapng' && kind !== 'text') return;
  const report = analyse(whole);
  for (const call of report.calls) {
    const again = analyse(slice(whole, kind, call.callIds).bytes);
    const same = again.calls.find(({ callIds, start }) => callIds[0] === call.callIds[0] && start === call.start);
    expect(same && tell(again, same)).toEqual(tell(report, call));
    // Who is a back-to-back user agent shows in the other leg.
    if (call.legs.length === 0) expect(same?.parties).toEqual(call.parties);
    else expectLegs(whole, kind, report, call);
  }
}

describe.each([
  ['captures', '.pcap'],
  ['logs', '.log'],
  ['rules', '.sip'],
])('fixtures/%s/*%s', (folder, ending) => {
  it.each([...fixturesIn(folder, ending)])('%s', (_name, bytes) => expectSame(bytes));
});
