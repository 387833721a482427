/** The ladder as data: lanes, rows, labels, coordinates. */
import { describe, expect, it } from 'vitest';
import { type DrawingTexts, drawingOf } from '../../src/ladder/drawing.ts';
import { labelOf } from '../../src/ladder/label.ts';
import { lanesOf } from '../../src/ladder/lanes.ts';
import { numbered, sorted } from '../../src/ladder/order.ts';
import { rowsOf } from '../../src/ladder/rows.ts';
import { pinsOf } from '../../src/ladder/subject.ts';
import { widthOf } from '../../src/ladder/widths.ts';
import type { Party, ReportMessage } from '../../src/report.ts';

const START = Date.UTC(2026, 0, 5, 10, 0, 0);

function message(number: number, ms: number, from: string, to: string, startLine: string, repeats = 0): ReportMessage {
  const time = new Date(START + ms).toISOString().replace('Z', '000Z');
  return {
    message: number,
    input: 0,
    frame: number + 1,
    time,
    transport: 'udp',
    source: from,
    destination: to,
    startLine,
    cseq: '1 INVITE',
    sdp: false,
    repeats,
    text: '',
  };
}

const party = (role: Party['role'], ...addresses: string[]): Party => ({
  role,
  address: addresses[0],
  addresses,
  product: '',
});

const [A, B, C] = ['192.0.2.1:5060', '192.0.2.2:5060', '192.0.2.3:5080'];
const INVITE = 'INVITE sip:bob@example.com SIP/2.0';
const start = message(0, 0, A, B, INVITE).time;

const texts: DrawingTexts = {
  phraseOf: () => '',
  role: (role) => role,
  time: (delta) => String(delta),
  silence: (ms) => `${ms} ms`,
  omission: (n) => `${n} more`,
  others: (n) => `${n} hosts`,
  shown: (text) => text,
};

describe('lanes', () => {
  it('are one a device, in the order of the parties, others behind', () => {
    const lanes = lanesOf({
      parties: [party('caller', '192.0.2.1'), party('b2bua', '192.0.2.2', '192.0.2.3', '2001:db8::2')],
      messages: [message(0, 0, '198.51.100.9:5060', A, INVITE), message(1, 1, C, '[2001:db8::2]:5060', INVITE)],
    });
    expect(lanes.list.map(({ name }) => name)).toEqual(['192.0.2.1', '192.0.2.2', '198.51.100.9']);
    expect([A, B, C, '[2001:db8::2]:5061', '198.51.100.9:1'].map((one) => lanes.indexOf(one))).toEqual([0, 1, 1, 1, 2]);
    expect(lanes.list[1].party?.role).toBe('b2bua');
  });

  it('are bounded; hosts beyond share the last', () => {
    const messages = Array.from({ length: 100_000 }, (_, i) =>
      message(i, i, `198.51.100.1:${i}`, `host${i}:5060`, INVITE),
    );
    const lanes = lanesOf({ parties: [], messages }, 12);
    expect(lanes.list).toHaveLength(12);
    expect(lanes.shared).toBe(100_001 - 12);
    expect(lanes.indexOf('host99999:5060')).toBe(11);
  });
});

describe('labels', () => {
  it.each([
    [INVITE, '1 INVITE', 'INVITE', 0],
    ['SIP/2.0 183 Session Progress', '1 INVITE', '183 Session Progress', 183],
    ['SIP/2.0 200 OK', '2 BYE', '200 OK (BYE)', 200],
    ['SIP/2.0', '1 INVITE', '?', 0],
    ['SIP/2.0 999 Odd', '1 INVITE', '999 Odd', 0],
    ['', '', '', 0],
  ])('%j', (startLine, cseq, expected, status) => {
    const label = labelOf({ startLine, cseq, sdp: false, repeats: 0 }, () => '');
    expect(label.name + label.tail).toBe(expected);
    expect(label.status).toBe(status);
  });

  it('say SDP and how often it was sent; the shorter phrase is taken', () => {
    const label = labelOf(
      { startLine: 'SIP/2.0 100 trying -- your call is important to us', cseq: '1 INVITE', sdp: true, repeats: 2 },
      () => 'Trying',
    );
    expect(label.name + label.tail).toBe('100 Trying (SDP) ×3');
  });
});

describe('rows', () => {
  it('are in order of time with long silences; retransmissions stand on their original', () => {
    const messages = [
      message(0, 0, A, B, INVITE, 1),
      message(1, 500, A, B, INVITE, -1),
      message(2, 600, B, A, 'SIP/2.0 180 Ringing'),
      message(3, 8_600, B, A, 'SIP/2.0 486 Busy Here'),
    ];
    const rows = rowsOf({ start, messages, messageCount: 4 }, new Map(), 10);
    expect(rows.map((row) => (row.kind === 'arrow' ? [row.index, row.delta] : row))).toEqual([
      [0, 0],
      [2, 600],
      { kind: 'silence', ms: 8_000 },
      [3, 8_600],
    ]);
  });

  it('tell no silence in which something was sent again', () => {
    const messages = [0, 4_000, 8_000].map((ms, i) => message(i, ms, B, A, 'SIP/2.0 200 OK', i === 0 ? 2 : -1));
    const rows = rowsOf(
      { start, messages: [...messages, message(3, 12_000, B, A, 'BYE sip:a SIP/2.0')], messageCount: 4 },
      new Map(),
      10,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['arrow', 'arrow']);
  });

  it('are bounded, and say what is left out', () => {
    const messages = Array.from({ length: 100_000 }, (_, i) => message(i, i, A, B, INVITE));
    const rows = rowsOf({ start, messages, messageCount: 250_000 }, new Map(), 100);
    expect(rows.filter(({ kind }) => kind === 'arrow')).toHaveLength(100);
    expect(rows.filter((row) => row.kind === 'omission').map(({ messages }) => messages)).toEqual([99_900, 150_000]);
  });
});

describe('findings', () => {
  const findings = [
    { severity: 'warning', at: [{ message: 2 }] },
    { severity: 'error', at: [{ message: 9 }, { message: 0 }] },
    { severity: 'error', absorbedBy: 0, at: [{ message: 0 }] },
    { severity: 'info', at: [] },
  ] as const;

  it('are ordered by how bad they are, explained ones behind their cause and without a number', () => {
    expect(sorted([0, 1, 2, 3], findings)).toEqual([1, 0, 2, 3]);
    expect([...numbered([0, 1, 2, 3], findings)]).toEqual([
      [1, 1],
      [0, 2],
      [3, 3],
    ]);
  });

  it('are pinned to their first message that is drawn', () => {
    const messages = [message(0, 0, A, B, INVITE), message(2, 1, B, A, 'SIP/2.0 180 Ringing')];
    expect([...pinsOf({ findings: [0, 1, 2, 3], messages }, findings)]).toEqual([
      [0, [{ number: 1, severity: 'error' }]],
      [2, [{ number: 2, severity: 'warning' }]],
    ]);
  });
});

describe('a drawing', () => {
  const long = 'SIP/2.0 486 The subscriber has left the building and will not be back before the end of the year';
  const messages = [
    message(0, 0, A, B, INVITE),
    message(1, 1, B, C, INVITE),
    message(2, 2, C, C, INVITE),
    message(3, 3, A, A, long),
    message(4, 4, C, A, long),
    message(5, 5, B, A, `SIP/2.0 180 ${'漢字'.repeat(40)}`),
  ];
  const parties = [party('caller', '192.0.2.1'), party('b2bua', '192.0.2.2')].map((one) => ({
    ...one,
    product: 'A very long name of a product that nobody ever reads to its end 1.2.3',
  }));
  const pins = new Map([[4, [1, 2, 3, 4, 5, 6].map((number) => ({ number, severity: 'error' as const }))]]);
  const drawing = drawingOf({ start, parties, messages, messageCount: 6 }, pins, 100, texts);

  it('puts no label beyond its lanes and no name over its neighbour', () => {
    const [first, second, third] = drawing.lanes.map(({ x }) => x);
    for (const row of drawing.rows) {
      if (row.kind !== 'arrow') continue;
      const width = widthOf(row.label, 12);
      if (row.loop === 0) expect(width).toBeLessThanOrEqual(Math.abs(row.to - row.from));
      else expect(26 + width).toBeLessThanOrEqual(row.loop === 1 ? second - first : third - second);
    }
    const half = ({ name, product, role }: (typeof drawing.lanes)[number]) =>
      Math.max(widthOf(name, 12), widthOf(product, 11), widthOf(role, 12)) / 2;
    expect(first - half(drawing.lanes[0])).toBeGreaterThan(drawing.timeX);
    expect(first + half(drawing.lanes[0])).toBeLessThan(second - half(drawing.lanes[1]));
    expect(second + half(drawing.lanes[1])).toBeLessThan(third - half(drawing.lanes[2]));
    expect(third + half(drawing.lanes[2])).toBeLessThanOrEqual(drawing.width);
  });

  it('keeps pins within its frame, and says when there are more', () => {
    const row = drawing.rows.find((one) => one.kind === 'arrow' && one.pins.length > 0);
    const drawn = row?.kind === 'arrow' ? row.pins : [];
    expect(drawn.map(({ text }) => text)).toEqual(['1', '2', '3', '…']);
    expect(Math.max(...drawn.map(({ x }) => x + 9))).toBeLessThanOrEqual(drawing.width);
  });

  it('of nothing is empty', () => {
    const empty = drawingOf({ start, parties: [], messages: [], messageCount: 0 }, new Map(), 10, texts);
    expect([empty.lanes, empty.rows]).toEqual([[], []]);
    expect(Number.isFinite(empty.width + empty.height)).toBe(true);
  });
});
