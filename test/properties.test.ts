/** What holds of every input: nothing throws, pieces make no difference, what a capture does to packets is no call. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../src/analyze.ts';
import { analyze } from '../src/index.ts';
import { en } from '../src/locales/en/index.ts';
import type { Report } from '../src/report.ts';
import { reporters } from '../src/reporters/index.ts';
import { fixturesIn } from './fixtures.ts';
import { captureOf, HEADER, RECORD_HEADER, recordsOf } from './frames.ts';

const captures = fixturesIn('captures', '.pcap');
const logs = fixturesIn('logs', '.log');
const anyCapture = fc.constantFrom(...captures.keys());
const anyInput = fc.constantFrom(...captures.keys(), ...logs.keys());

function bytesOf(name: string): Uint8Array {
  return captures.get(name) ?? logs.get(name) ?? new Uint8Array(0);
}

/** In pieces of these sizes, over and over; each is wiped afterwards, for the analysis must not keep it. */
function inPieces(bytes: Uint8Array, sizes: readonly number[]): Report {
  const analysis = createAnalysis({ messages: 'all' });
  const sink = analysis.input('input');
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const piece = bytes.slice(at, at + sizes[turn % sizes.length]);
    sink.write(piece);
    piece.fill(0xa5);
    at += sizes[turn % sizes.length];
  }
  sink.end();
  return analysis.report();
}

const whole = (bytes: Uint8Array) => inPieces(bytes, [1 << 24]);

// ── What must not change ─────────────────────────────────────────────────────────────────────────────────────────

interface Item {
  readonly findings: readonly number[];
}

function rulesOf(report: Report, items: readonly Item[]): string[][] {
  return items.map(({ findings }) => findings.map((index) => report.findings[index].rule).sort());
}

/** What is said of calls and the rest, without where it was seen. */
function story(report: Report) {
  const { calls, registrations, subscriptions, transactions } = report;
  return {
    calls: calls.map(({ callIds, from, to, outcome, finalStatus, sequence, messageCount, verdict, parties }) => ({
      callIds,
      from,
      to,
      outcome,
      finalStatus,
      sequence,
      messageCount,
      verdict: verdict.key,
      parties,
    })),
    registrations: registrations.map(({ aor, outcome, attempts }) => ({ aor, outcome, attempts })),
    subscriptions: subscriptions.map(({ event, finalStatus, notifies }) => ({ event, finalStatus, notifies })),
    transactions: transactions.map(({ method, callId, finalStatus }) => ({ method, callId, finalStatus })),
    rules: [calls, registrations, subscriptions, transactions].map((items) => rulesOf(report, items)),
    undetermined: report.undetermined.filter(({ subject }) => subject.kind !== 'capture').map(({ rule }) => rule),
  };
}

/** A call of our trace text with this start line between INVITE and 486. */
function callWith(startLine: string): string {
  const headers = [
    'Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1',
    'From: <sip:a@example.com>;tag=1',
    'To: <sip:b@example.com>',
    'Call-ID: 1',
    'CSeq: 1 INVITE',
    'Content-Length: 0',
  ].join('\r\n');
  const lines = ['INVITE sip:b@example.com SIP/2.0', startLine, 'SIP/2.0 486 Busy Here'];
  return lines
    .map((line, i) => {
      const way = i === 0 ? '192.0.2.1:5060 > 192.0.2.2:5060' : '192.0.2.2:5060 > 192.0.2.1:5060';
      return `@ ${i === 0 ? '2026-01-05T10:15:30.000000Z' : '+1.200'} udp ${way}\n${line}\r\n${headers}\r\n\r\n`;
    })
    .join('\n');
}

describe('nothing throws', () => {
  const check = async (bytes: Uint8Array) => {
    const report = await analyze(bytes);
    expect(report.inputs).toHaveLength(1);
    expect(JSON.parse(JSON.stringify(report))).toStrictEqual(report);
    const options = {
      locale: en,
      color: false,
      width: 80,
      limitCalls: 0,
      limitLines: 0,
      failOn: 'error' as const,
      // What the report puts into its page is looked at, not the page.
      viewer: () => '<title><!--title--></title>\n<!--summary-->\n<!--data-->\n',
    };
    for (const reporter of reporters) {
      const text = [...reporter.write(report, options)].join('');
      expect(text, reporter.id).not.toMatch(/\bundefined\b|\bNaN\b|\[object /);
      // Whatever the trace says, no byte of it moves a cursor; lines of CSV end with CR LF (RFC 4180 §2).
      const lines = reporter.id === 'csv' ? text.replaceAll('\r\n', '\n') : text;
      expect(lines, reporter.id).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  };

  it('on any bytes', () => fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 6000 }), check), { numRuns: 100 }));

  it('on any text', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => check(new TextEncoder().encode(text))),
      { numRuns: 60 },
    ));

  it('on any bytes behind what begins a format', () => {
    const beginnings = [
      'd4c3b2a1020004000000000000000000ffff000001000000',
      'a1b2c3d400020004000000000000000000040000000000e4',
      '4d3cb2a1020004000000000000000000ffff000065000000',
      '0a0d0d0a1c0000004d3c2b1a01000000ffffffffffffffff1c000000',
      '1f8b08000000000000',
      'efbbbf',
    ].map((text) => Uint8Array.from(Buffer.from(text, 'hex')));
    return fc.assert(
      fc.asyncProperty(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 3000 }), (head, rest) =>
        check(Uint8Array.from([...head, ...rest])),
      ),
      { numRuns: 120 },
    );
  });

  it.each([
    ['a status line without a status', 'SIP/2.0'],
    ['a status that is no number', 'SIP/2.0 OK'],
    ['a status of four digits', 'SIP/2.0 2000 OK'],
    ['a phrase of control characters', 'SIP/2.0 486 \x1b[2J\x07\x9b31m\u202e'],
    ['a request without a URI', 'INVITE  SIP/2.0'],
  ])('on %s', (_, startLine) => check(new TextEncoder().encode(callWith(startLine))));

  it('on clocks that jump', () =>
    fc.assert(
      fc.asyncProperty(anyCapture, fc.infiniteStream(fc.nat(0xffff_ffff)), (name, seconds) => {
        const capture = bytesOf(name);
        return check(
          captureOf(
            capture,
            recordsOf(capture).map((one) => ({ ...one, time: seconds.next().value * 1e6 })),
          ),
        );
      }),
      { numRuns: 40 },
    ));

  it('on fixtures with some bytes overwritten', () => {
    const change = fc.record({ at: fc.nat(), value: fc.nat(255) });
    return fc.assert(
      fc.asyncProperty(anyInput, fc.array(change, { minLength: 1, maxLength: 60 }), (name, changes) => {
        const bytes = bytesOf(name).slice();
        for (const { at, value } of changes) bytes[at % bytes.length] = value;
        return check(bytes);
      }),
      { numRuns: 120 },
    );
  });

  it('on fixtures with pieces taken out, doubled and swapped', () => {
    const piece = fc.record({ from: fc.nat(), length: fc.nat(400), to: fc.nat() });
    return fc.assert(
      fc.asyncProperty(anyInput, fc.array(piece, { minLength: 1, maxLength: 6 }), (name, pieces) => {
        const bytes = [...bytesOf(name)];
        for (const { from, length, to } of pieces) {
          const start = from % bytes.length;
          const taken = bytes.slice(start, start + length);
          if (to % 2 === 0) bytes.splice(start, length);
          bytes.splice(to % (bytes.length + 1), 0, ...taken);
        }
        return check(Uint8Array.from(bytes));
      }),
      { numRuns: 80 },
    );
  });
});

describe('pieces', () => {
  it('of any size give the same report', () => {
    const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 5000 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(anyInput, sizes, (name, sizes) => {
        expect(inPieces(bytesOf(name), sizes)).toEqual(whole(bytesOf(name)));
      }),
      { numRuns: 60 },
    );
  });

  it('of one byte give the same report', () => {
    for (const name of ['answered-over-tcp.pcap', 'busy-everywhere.pcap', ...logs.keys()]) {
      expect(inPieces(bytesOf(name), [1]), name).toEqual(whole(bytesOf(name)));
    }
  });

  it('by way of analyze() give what createAnalysis() gives', async () => {
    for (const [name, bytes] of captures) {
      expect(await analyze(bytes, { path: 'input', messages: 'all' }), name).toEqual(whole(bytes));
    }
  });
});

describe('what a capture does to packets', () => {
  it.each([...captures.keys()])('every frame of %s twice: no other call, no other finding', (name) => {
    const capture = bytesOf(name);
    const doubled = recordsOf(capture).flatMap((one) => [one, { ...one, time: one.time + 50 }]);
    expect(story(whole(captureOf(capture, doubled)))).toEqual(story(whole(capture)));
  });

  it('some frames twice, some µs apart: no other call, no other finding', () => {
    fc.assert(
      fc.property(
        anyCapture,
        fc.infiniteStream(fc.option(fc.integer({ min: 1, max: 900 }), { freq: 3 })),
        (name, delays) => {
          const capture = bytesOf(name);
          const some = recordsOf(capture).flatMap((one) => {
            const delay = delays.next().value;
            return delay === null ? [one] : [one, { ...one, time: one.time + delay }];
          });
          some.sort((a, b) => a.time - b.time);
          expect(story(whole(captureOf(capture, some)))).toEqual(story(whole(capture)));
        },
      ),
      { numRuns: 60 },
    );
  });

  // A capture of several queues or interfaces writes frames that are near in time in any order.
  const expectSameCalls = (actual: Report, expected: Report) => {
    expect(actual.summary.messages).toBe(expected.summary.messages);
    expect({ ...story(actual), rules: [], undetermined: [] }).toEqual({
      ...story(expected),
      rules: [],
      undetermined: [],
    });
    // A rule may lose its certainty, but not find more.
    const found = new Set(expected.findings.map(({ rule }) => rule));
    expect(actual.findings.map(({ rule }) => rule).filter((rule) => !found.has(rule))).toEqual([]);
  };

  it.each([...captures.keys()])(
    'two neighbours of %s, a millisecond apart at most, in the other order: the same calls',
    (name) => {
      const capture = bytesOf(name);
      const records = recordsOf(capture);
      const expected = whole(capture);
      for (let i = 1; i < records.length; i++) {
        if (records[i].time - records[i - 1].time > 1000) continue;
        const swapped = [...records];
        [swapped[i - 1], swapped[i]] = [records[i], records[i - 1]];
        expectSameCalls(whole(captureOf(capture, swapped)), expected);
      }
    },
  );

  it('frames in any order within a millisecond: the same calls', () => {
    fc.assert(
      fc.property(anyCapture, fc.infiniteStream(fc.nat(1000)), (name, jitter) => {
        const capture = bytesOf(name);
        const moved = recordsOf(capture).map((one) => ({ one, place: one.time + jitter.next().value }));
        moved.sort((a, b) => a.place - b.place);
        expectSameCalls(
          whole(
            captureOf(
              capture,
              moved.map(({ one }) => one),
            ),
          ),
          whole(capture),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('a capture that is rotated', () => {
  it('in the middle gives the same calls', () => {
    fc.assert(
      fc.property(anyCapture, fc.nat(), (name, at) => {
        const capture = bytesOf(name);
        const records = recordsOf(capture);
        const analysis = createAnalysis({ messages: 'all' });
        const middle = at % (records.length + 1);
        for (const part of [records.slice(0, middle), records.slice(middle)]) {
          const sink = analysis.input('part');
          sink.write(captureOf(capture, part));
          sink.end();
        }
        // Two files may come from two machines with clocks of their own: a lapse of time between them proves nothing. Nor
        // does one file prove that the other would show media: it may have been taken with another filter.
        const ofAbsence = ['media-none', 'ringback-ambiguous', 't38-failure', 'media-timeout-drop'];
        const told = (report: Report) => {
          const { rules, ...rest } = story(report);
          const between = ['registration-binding-lost', 'register-refresh-too-late', ...ofAbsence];
          const ofOne = (ids: readonly string[]) => ids.filter((id) => !between.includes(id));
          return { ...rest, rules: rules.map((kinds) => kinds.map(ofOne)) };
        };
        expect(told(analysis.report())).toEqual(told(whole(capture)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a capture that is cut', () => {
  it('anywhere is reported up to there', () => {
    fc.assert(
      fc.property(anyCapture, fc.nat(), (name, at) => {
        const capture = bytesOf(name);
        const cut = capture.subarray(0, HEADER + (at % (capture.length - HEADER)));
        let rest = cut.length - HEADER;
        const before = recordsOf(capture).filter(({ frame }) => {
          rest -= RECORD_HEADER + frame.length;
          return rest >= 0;
        });
        const [actual, expected] = [whole(cut), whole(captureOf(capture, before))];
        expect(actual.inputs[0].frames).toBe(before.length);
        expect(actual.inputs[0].complete).toBe(cut.length === captureOf(capture, before).length);
        expect(story(actual)).toEqual(story(expected));
      }),
      { numRuns: 80 },
    );
  });

  it('within its header is no reason to throw', () => {
    for (const [name, capture] of captures) {
      for (let length = 0; length < HEADER; length++) {
        expect(whole(capture.subarray(0, length)).summary.messages, `${name} ${length}`).toBe(0);
      }
      break;
    }
  });

  it.each([...logs.keys()].slice(0, 3))('the log %s too', (name) => {
    fc.assert(
      fc.property(fc.nat(), (at) => {
        const log = bytesOf(name);
        const cut = log.subarray(0, at % log.length);
        expect(whole(cut).summary.messages).toBeLessThanOrEqual(whole(log).summary.messages);
      }),
      { numRuns: 20 },
    );
  });
});
