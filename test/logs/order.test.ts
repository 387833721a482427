/** Logs that begin with their newest record, as web consoles and `journalctl -r` export them. */
import { describe, expect, it } from 'vitest';
import { type FlowMessage, flow } from './flow.ts';
import { productCases } from './product-cases.ts';
import { latin1Bytes, readLog } from './read.ts';
import * as renderers from './render.ts';
import { wrapperCases } from './wrapper-cases.ts';

const messages = flow();
type Part = readonly FlowMessage[];

/** Each record rendered alone, the newest first: what a tool does that turns round records and not lines. */
const reversed = (render: renderers.Renderer, part: Part = messages): string =>
  [...part]
    .reverse()
    .map((message) => render([message]).text)
    .join('');
const read = (text: string) => readLog(latin1Bytes(text));
const show = (text: string) =>
  read(text).messages.map(({ time, source, destination, transport, startLine, callId, truncated }) => ({
    time,
    source,
    destination,
    transport,
    startLine,
    callId,
    truncated,
  }));

const cases: readonly (readonly [string, renderers.Renderer])[] = [
  ['Asterisk PJSIP, log file', renderers.pjsipFile],
  ['Asterisk PJSIP, console with -T', renderers.pjsipConsole],
  ['Asterisk chan_sip', renderers.chanSip],
  ['FreeSWITCH, layout A', renderers.freeswitchA],
  ['FreeSWITCH, layout B', renderers.freeswitchB],
  ['SIPp HEAD', renderers.sippHead],
  // Those that print no times give nothing to recognise the order by.
  ...[...productCases, ...wrapperCases]
    .filter(({ render }) => render(messages).resolution !== Infinity)
    .map(({ title, render }) => [title, render] as const),
];

describe.each(cases)('%s, newest first', (_title, render) => {
  const text = reversed(render);

  it('gives the same messages in the same order as oldest first', () => {
    expect(show(text)).toEqual(show(messages.map((message) => render([message]).text).join('')));
    expect(read(text).summary.newestFirst).toBe(true);
  });

  it('knows where in the file each one stands', () => {
    const positions = read(text).messages.map(({ position }) => position);
    expect(positions).toEqual([...positions].sort((a, b) => b - a));
  });
});

describe('the order of a log', () => {
  it('is its own where times rise', () => {
    for (const [, render] of cases) expect(read(render(messages).text).summary.newestFirst).toBe(false);
  });

  it('is told by three times that fall', () => {
    const last = (count: number): Part => messages.slice(0, count);
    const isTold = (part: Part): boolean => read(reversed(renderers.sipp, part)).summary.newestFirst;
    expect([2, 3, 4].map((count) => isTold(last(count)))).toEqual([false, false, true]);
  });

  it('is told by requests below their responses where times are equal', () => {
    const equal = messages.map((message) => ({ ...message, time: messages[0].time }));
    const { summary, messages: found } = read(reversed(renderers.sipp, equal));
    expect(summary.newestFirst).toBe(true);
    expect(found.map(({ text }) => text)).toEqual(messages.map(({ text }) => text));
    expect(read(renderers.sipp(equal).text).summary.newestFirst).toBe(false);
  });

  it('bears a few that rise, and no more', () => {
    // Every eleventh pair is exchanged, then every second one.
    const exchanged = (every: number): FlowMessage[] => {
      const part = Array.from({ length: 44 }, (_, index) => ({
        ...messages[4],
        time: messages[4].time + index * 1_000_000,
      }));
      for (let at = 1; at < part.length; at += every) [part[at - 1], part[at]] = [part[at], part[at - 1]];
      return part;
    };
    expect(read(reversed(renderers.sipp, exchanged(22))).summary.newestFirst).toBe(true);
    expect(read(reversed(renderers.sipp, exchanged(2))).summary.newestFirst).toBe(false);
  });

  it('is that of the file where one newer log stands before an older one', () => {
    const later = messages.map((message) => ({ ...message, time: message.time + 86_400_000_000 }));
    const { summary, messages: found } = read(renderers.sipp(later).text + renderers.sipp(messages).text);
    expect(summary.newestFirst).toBe(false);
    expect(found.map(({ time }) => time)).toEqual([...later, ...messages].map(({ time }) => time));
  });

  it('holds over midnight, and over the year, where dates are not printed', () => {
    const shift = Date.UTC(2026, 0, 1) * 1000 - messages[12].time;
    const night = messages.map((message) => ({
      ...message,
      time: message.time + shift,
      text: message.text.replace(/Date: .*\r\n/, `Date: ${new Date((message.time + shift) / 1000).toUTCString()}\r\n`),
    }));
    for (const render of [renderers.freeswitchB, renderers.pjsipFile]) {
      const { summary, messages: found } = read(reversed(render, night));
      expect(summary.newestFirst).toBe(true);
      const { resolution } = render(night);
      expect(found.map(({ time }) => time)).toEqual(
        night.map(({ time }) => Math.floor(time / resolution) * resolution),
      );
    }
  });

  it('lets a date that stands behind the first message date it, before the time of the file does', () => {
    const later = Date.UTC(2026, 10, 20) * 1000;
    const { messages: found, summary } = readLog(latin1Bytes(renderers.freeswitchB(messages).text), [65_536], later);
    expect(found.map(({ time }) => time)).toEqual(messages.map(({ time }) => time));
    expect(summary.dateAssumed).toBe(false);
  });

  it('does not depend on chunks', () => {
    const bytes = latin1Bytes(reversed(renderers.chanSip));
    expect(readLog(bytes, [97])).toEqual(readLog(bytes));
  });

  it('is bounded: a log that is too long is left as it is, and says so', () => {
    const one = (time: number): string => {
      const at = renderers.parts(time);
      return `${at.date}T${at.time}.${at.micros}Z\nOPTIONS sip:b@192.0.2.2 SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1\nCall-ID: a\nCSeq: 1 OPTIONS\n\n`;
    };
    const count = 20_010;
    const text = Array.from({ length: count }, (_, index) => one(messages[0].time - index * 1000)).join('');
    const { summary, notes, messages: found } = read(text);
    expect(summary.newestFirst).toBe(false);
    expect(found.length).toBe(count);
    expect(found[1].time).toBeLessThan(found[0].time);
    expect(notes['newest-first-limit']).toBe(count);
  });
});

describe('a log whose lines are turned round', () => {
  const tac = (text: string): string => text.trimEnd().split('\n').reverse().join('\n').concat('\n');

  it.each([
    ['raw', renderers.raw],
    ['raw, pasted', renderers.rawPasted],
    ...cases.filter(
      ([title]) =>
        !/JSON|quoted|OpenSIPS tracer, syslog|own file|escapes|a record a line|a line an entry|in parts/.test(title),
    ),
  ] as const)('%s: holds no message, and says why', (_title, render) => {
    // A part of a message in a body is followed by header fields whichever way lines go.
    const part = messages.filter(({ text }) => !text.includes('sipfrag'));
    const { messages: found, notes } = read(tac(render(part).text));
    expect(found).toEqual([]);
    expect(notes['lines-reversed']).toBeGreaterThan(0);
  });
});
