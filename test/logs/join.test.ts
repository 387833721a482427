/** Records that a product splits: what is joined, what is not, and that nobody holds a log in memory or for ever. */
import { describe, expect, it } from 'vitest';
import { createLogReader } from '../../src/logs/reader.ts';
import { latin1Bytes, readLog } from './read.ts';
import { samples } from './samples.ts';

const message = (id: string): string =>
  `OPTIONS sip:b@192.0.2.2 SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK${id}\nCall-ID: ${id}\nCSeq: 1 OPTIONS\nContent-Length: 0\n\n`;
const ids = (text: string): string[] => readLog(latin1Bytes(text)).messages.map(({ callId }) => callId);

describe('AudioCodes records', () => {
  const escaped = message('one').replaceAll('\n', ' #012');
  const opening = '---- Incoming SIP Message from 192.0.2.1:5060 to SIPInterface #1 (LAN) UDP TO(#1) ---- #012';
  const record = (sequence: number, session: string, content: string): string =>
    `[S=${sequence}] [SID=aa:1:${session}] ${content} [Time:05-01@10:15:30.123]\n`;

  it('go on where number and session do', () => {
    expect(ids(record(1, '7', ` (N 1) ${opening}`) + record(2, '7', escaped))).toEqual(['one']);
  });

  it.each([
    ['another session', record(2, '8', escaped)],
    ['a lost record', record(3, '7', escaped)],
  ])('do not go on with %s', (_title, next) => {
    expect(ids(record(1, '7', ` (N 1) ${opening}${escaped.slice(0, 80)}`) + next)).not.toContain('one');
  });
});

describe('the order of day and month', () => {
  const at = (date: string, id: string): string =>
    `[${date}:10.15.30.000001]\nSIP IN: 192.0.2.1:5060 --> 192.0.2.2:5060 (UDP)\n${message(id)}${'-'.repeat(70)}\n`;
  const days = (text: string, reference?: number): string[] =>
    readLog(latin1Bytes(text), [65_536], reference).messages.map(({ time }) =>
      new Date(time / 1000).toISOString().slice(0, 10),
    );

  it('is told by a later day', () => {
    expect(days(at('04-05-2026', 'a') + at('13-05-2026', 'b'))).toEqual(['2026-05-04', '2026-05-13']);
    expect(days(at('04-05-2026', 'a') + at('05-13-2026', 'b'))).toEqual(['2026-04-05', '2026-05-13']);
  });

  it('is told by the time of the file, with a doubt', () => {
    const text = at('04-05-2026', 'a');
    expect(days(text, Date.UTC(2026, 4, 4, 12) * 1000)).toEqual(['2026-05-04']);
    expect(readLog(latin1Bytes(text), [65_536], Date.UTC(2026, 4, 4, 12) * 1000).summary.dateAssumed).toBe(true);
  });

  it('is the month first when nothing tells', () => {
    const text = at('04-05-2026', 'a');
    expect(days(text)).toEqual(['2026-04-05']);
    expect(readLog(latin1Bytes(text)).summary.dateAssumed).toBe(true);
    expect(readLog(latin1Bytes(at('04-04-2026', 'a'))).summary.dateAssumed).toBe(false);
  });
});

describe('hostile input', () => {
  function count(part: string, times: number): number {
    let messages = 0;
    const reader = createLogReader({
      input: 0,
      endpoints: { intern: (address, port) => ({ address, port, name: '' }) },
      onPacket: () => messages++,
      tally: { count() {} },
    });
    const chunk = latin1Bytes(part);
    for (let turn = 0; turn < times; turn++) reader.write(chunk);
    reader.end();
    return messages;
  }
  const long = (text: string): string => text.repeat(Math.ceil(250_000 / text.length));

  // The suite's own time limit is the judge.
  it.each([
    ['records that never end', '[S=1] [SID=a:1:1] ---- Incoming SIP Message #012x\n'.repeat(4000)],
    ['records of one number', '120 01052026 101530.000001:1.01.Info .SIPSG: received msg for CallId:1 \n'.repeat(4000)],
    ['parts', `${'<167>Jan  5 10:15:30 h SIPMESSAGE: -04:00 2026 1 1 .TEL | 0 [Part 02 of 02]\n'.repeat(4000)}`],
    ['SIPMSGT', `${'a SIPMSGT #012\n'}${'b SIPMSGT+ more text\n'.repeat(20_000)}`],
    ['full lines', `1mS SIP Rx: UDP 192.0.2.1:1 -> 192.0.2.2:2\n${`${'a'.repeat(255)}\n`.repeat(4000)}`],
    ['rows', '  {\n'.repeat(40_000)],
    ['braces', `${long('{ ')}\n`],
    ['braces and blanks', `{${' '.repeat(250_000)}x\n`],
    ['hexadecimal', `sip port 1 read [(0,1) (${long('a ')}z\n${`${long('a    ')}z\n`.repeat(4)}`],
    ['elements', `${'<message\n'.repeat(40_000)}`],
    ['arrows', `${long('Request received: udp:a:1<-')}\n`],
    ['dashes', `${long('---- Incoming SIP Message from a:1 to SIPInterface #1 (')}\n`],
    ['a JSON row', `{"srcIp":${'['.repeat(200_000)}\n`],
    ['blanks', `Outbound SIP message to aaa${' '.repeat(250_000)}x\n`],
  ])('%s', (_title, text) => {
    expect(count(text, 20)).toBe(0);
  });

  it('cut anywhere, nothing is lost before the cut and nothing throws', () => {
    const text = samples.map((sample) => sample.text).join('');
    for (let size = 10_007; size < text.length; size += 90_001) {
      expect(() => readLog(latin1Bytes(text.slice(size, size + 30_000)))).not.toThrow();
    }
  });
});
