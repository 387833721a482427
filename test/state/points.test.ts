/** Two capture points of one call: clocks, one story, what got lost between them. Times are those that the test gave. */
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../src/analyze.ts';
import { createLanes } from '../../src/state/lanes.ts';
import { type PointMessage, pointClocks } from '../../src/state/point-clocks.ts';
import { createClockSurvey } from '../../src/survey.ts';

const START = Date.parse('2026-01-05T10:15:30Z') * 1000;
const ALICE = '192.0.2.1:5060';
const BOB = '198.51.100.7:5060';

interface Sent {
  /** µs since the beginning, when the sender's side saw it. */
  readonly at: number;
  readonly from: 'alice' | 'bob';
  readonly text: string;
}

function request(method: string, cseq: number, branch: string, toTag = ''): string {
  return [
    `${method} sip:bob@${toTag === '' ? 'example.com' : BOB} SIP/2.0`,
    `Via: SIP/2.0/UDP ${ALICE};branch=z9hG4bK${branch}`,
    'Max-Forwards: 70',
    'From: <sip:alice@example.com>;tag=a1',
    `To: <sip:bob@example.com>${toTag}`,
    'Call-ID: points@example.com',
    `CSeq: ${cseq} ${method}`,
    `Contact: <sip:alice@${ALICE}>`,
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
}

function response(status: string, cseq: string, branch: string): string {
  return [
    `SIP/2.0 ${status}`,
    `Via: SIP/2.0/UDP ${ALICE};branch=z9hG4bK${branch}`,
    'From: <sip:alice@example.com>;tag=a1',
    `To: <sip:bob@example.com>${status.startsWith('100') ? '' : ';tag=b1'}`,
    'Call-ID: points@example.com',
    `CSeq: ${cseq}`,
    `Contact: <sip:bob@${BOB}>`,
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
}

// The INVITE is lost on its way and sent again after T1 (RFC 3261 §17.1.1.2).
const call: readonly Sent[] = [
  { at: 0, from: 'alice', text: request('INVITE', 1, 'i') },
  { at: 500_000, from: 'alice', text: request('INVITE', 1, 'i') },
  { at: 530_000, from: 'bob', text: response('100 Trying', '1 INVITE', 'i') },
  { at: 700_000, from: 'bob', text: response('180 Ringing', '1 INVITE', 'i') },
  { at: 2_500_000, from: 'bob', text: response('200 OK', '1 INVITE', 'i') },
  { at: 2_600_000, from: 'alice', text: request('ACK', 1, 'k', ';tag=b1') },
  { at: 6_000_000, from: 'alice', text: request('BYE', 2, 'y', ';tag=b1') },
  { at: 6_030_000, from: 'bob', text: response('200 OK', '2 BYE', 'y') },
];

/** A ping long before and long after: the capture points were there all the time. */
function ping(at: number, branch: string): Sent {
  return { at, from: 'alice', text: request('OPTIONS', 1, branch).replace('points@', `${branch}@`) };
}
const all = [ping(-5_000_000, 'p1'), ...call, ping(12_000_000, 'p2')];

/** Trace text of what one point saw: `near` adds nothing to what alice sends, and the way to what comes from bob. */
function trace(point: 'near' | 'far', way: number, ahead: number, lost: readonly number[] = []): Uint8Array {
  const seen = all
    .map((message, index) => ({ ...message, index }))
    .filter(({ index }) => !lost.includes(index))
    .map(({ at, from, text }) => ({
      at: at + ((from === 'alice') === (point === 'near') ? 0 : way) + ahead,
      from,
      text,
    }))
    .sort((a, b) => a.at - b.at);
  const page = seen.map(({ at, from, text }) => {
    const time = new Date(Math.floor((START + at) / 1000))
      .toISOString()
      .replace('Z', `${String((START + at) % 1000).padStart(3, '0')}Z`);
    const [source, destination] = from === 'alice' ? [ALICE, BOB] : [BOB, ALICE];
    return `@ ${time} udp ${source} > ${destination}\n${text.replaceAll('\r', '')}`;
  });
  return new TextEncoder().encode(page.join(''));
}

/** In pieces, one after the other or by turns: the report must be the same. */
function analyse(inputs: readonly Uint8Array[], size: number) {
  const survey = createClockSurvey();
  for (const [index, bytes] of inputs.entries()) {
    const sink = survey.input(`${index}.sip`);
    sink.write(bytes);
    sink.end();
  }
  const clocks = survey.clocks();
  const analysis = createAnalysis({ messages: 'all' });
  const open = inputs.map((bytes, index) => ({
    bytes,
    at: 0,
    sink: analysis.input(`${index}.sip`, { clock: clocks[index] }),
  }));
  while (open.length > 0) {
    open.sort((a, b) => a.sink.now - b.sink.now);
    const [{ bytes, at, sink }] = open;
    sink.write(bytes.subarray(at, at + size));
    open[0].at += size;
    if (open[0].at < bytes.length) continue;
    sink.end();
    open.shift();
  }
  return { clocks, report: analysis.report() };
}

describe('two points of one call', () => {
  // The way takes 20 ms, the clock of the far one is an hour and 3 ms ahead, and the first INVITE never gets there.
  const near = trace('near', 20_000, 0);
  const far = trace('far', 20_000, 3_600_003_000, [1]);
  const { clocks, report } = analyse([near, far], 1 << 20);

  it('finds how far the clocks are apart, and how long the way is', () => {
    // Of 20 ms there and 20 ms back, the half of the sum is the clocks, the half of the difference the way.
    expect(clocks).toEqual([undefined, { ahead: 3_600_003_000, way: 20_000, messages: 8, against: 0 }]);
    expect(report.inputs[1].clock).toEqual({ ahead: 3_600_003, against: 0, way: 20, messages: 8 });
  });

  it('makes one call of it, with every message once', () => {
    expect(report.calls).toHaveLength(1);
    const [{ messages, outcome, sequence }] = report.calls;
    expect({ outcome, sequence }).toEqual({ outcome: 'answered', sequence: [100, 180, 200] });
    expect(messages).toHaveLength(call.length);
    // Of bob, 100, 180, 200 and 200 (BYE) come to the near point second; of alice, two pings, INVITE, ACK and BYE to the far one.
    expect(report.inputs.map(({ shared }) => shared)).toEqual([4, 5]);
    const invites = messages.filter(({ cseq, startLine }) => cseq === '1 INVITE' && startLine.startsWith('INVITE'));
    expect(invites.map(({ repeats, observations }) => [repeats, observations?.length ?? 0])).toEqual([
      [1, 0],
      [-1, 1],
    ]);
  });

  it('says how long messages took from one to the other, and which was lost between them', () => {
    const { points } = report.calls[0];
    expect(points?.pairs).toEqual([
      {
        a: 0,
        b: 1,
        messages: 7,
        toB: 20,
        toA: 20,
        text: '7 messages seen at both 0.sip and 1.sip: 20 ms from 0.sip to 1.sip, 20 ms from 1.sip to 0.sip.',
      },
    ]);
    expect(points?.lost.map(({ at, seenAt, missingAt, text }) => [at.startLine, seenAt, missingAt, text])).toEqual([
      [
        'INVITE sip:bob@example.com SIP/2.0',
        0,
        1,
        '"INVITE sip:bob@example.com SIP/2.0" (0 s into the call) passed 0.sip and never came to 1.sip: it was lost between the two.',
      ],
    ]);
  });

  it('finds nothing wrong with two looks at a call', () => {
    expect(report.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(report.findings.map(({ rule }) => rule)).not.toContain('capture-duplicates');
  });

  it.each([1, 7, 100, 999])('tells the same in pieces of %i bytes', (size) => {
    expect(analyse([near, far], size).report).toEqual(report);
  });

  it('takes both for one when the order of the inputs is another', () => {
    const turned = analyse([far, near], 512).report;
    expect(turned.calls[0].sequence).toEqual([100, 180, 200]);
    expect(turned.inputs[1].clock?.ahead).toBe(-3_600_003);
  });
});

describe('clocks', () => {
  const message = (key: string, time: number, forward = true): PointMessage => ({ key, time, hosts: 'a b', forward });

  it('are not compared by a single message', () => {
    expect(pointClocks([[message('x', 0)], [message('x', 50)]])).toEqual([undefined, undefined]);
  });

  it('do not tell the way where one direction only is seen', () => {
    const here = [message('x', 0), message('y', 1_000)];
    const there = [message('x', 90), message('y', 1_040)];
    expect(pointClocks([here, there])[1]).toEqual({ ahead: 40, way: undefined, messages: 2, against: 0 });
  });

  it('leave out what was sent twice', () => {
    const here = [message('x', 0), message('x', 500), message('y', 0)];
    expect(pointClocks([here, here])[1]).toBeUndefined();
  });

  it('are compared through another point, where two have nothing in common', () => {
    const [one, two, three] = [
      [message('x', 0), message('y', 10, false)],
      [message('x', 100), message('y', 110, false), message('v', 500), message('w', 510, false)],
      [message('v', 1_500), message('w', 1_510, false)],
    ];
    expect(pointClocks([one, three, two]).map((clock) => clock?.ahead)).toEqual([undefined, 1_100, 100]);
  });
});

describe('inputs side by side', () => {
  it('come out in order of time, whatever comes in first', () => {
    const out: number[] = [];
    const lanes = createLanes<{ time: number }>(({ time }) => out.push(time));
    const second = 1_000_000;
    const [a, b] = [lanes.open(0), lanes.open(0)];
    for (const time of [1, 4, 5, 9]) {
      a.now = time * second;
      lanes.add({ time: time * second }, a);
    }
    for (const time of [2, 3, 6, 8]) {
      b.now = time * second;
      lanes.add({ time: time * second }, b);
    }
    lanes.close(a);
    lanes.close(b);
    expect(out.map((time) => time / second)).toEqual([1, 2, 3, 4, 5, 6, 8, 9]);
    expect(lanes.now).toBe(9 * second);
  });

  it('let one alone pass straight through', () => {
    const out: number[] = [];
    const lanes = createLanes<{ time: number }>(({ time }) => out.push(time));
    const lane = lanes.open();
    lanes.add({ time: 5 }, lane);
    lanes.add({ time: 3 }, lane);
    expect(out).toEqual([5, 3]);
  });
});
