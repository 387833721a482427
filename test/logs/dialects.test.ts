/** What a dialect renders, the reader gives back: messages byte for byte, order, endpoints, transports, times. */
import { describe, expect, it } from 'vitest';
import { flow } from './flow.ts';
import { productCases } from './product-cases.ts';
import { latin1Bytes, readLog } from './read.ts';
import * as renderers from './render.ts';
import { toolCases } from './tool-cases.ts';
import { wrapperCases } from './wrapper-cases.ts';

const wholeFlow = flow();

/** What a dialect prints in full it must give back in full. */
const floor = (time: number, resolution: number): number => Math.floor(time / resolution) * resolution;

const cases: [string, string, renderers.Renderer, renderers.Losses?][] = [
  ['raw, as on the wire', 'raw', renderers.raw],
  ['raw, pasted into a mail', 'raw', renderers.rawPasted, { exact: false }],
  ['Asterisk PJSIP, log file', 'asterisk-pjsip', renderers.pjsipFile],
  ['Asterisk PJSIP, console with -T', 'asterisk-pjsip', renderers.pjsipConsole],
  ['Asterisk chan_sip', 'asterisk-chan-sip', renderers.chanSip],
  ['FreeSWITCH, layout A', 'freeswitch', renderers.freeswitchA],
  ['FreeSWITCH, layout B', 'freeswitch', renderers.freeswitchB],
  ['FreeSWITCH, layout B1', 'freeswitch', renderers.freeswitchB1],
  ['drachtio', 'freeswitch', renderers.drachtio],
  ['SIPp 3.4 to 3.7', 'sipp', renderers.sipp],
  ['SIPp HEAD', 'sipp', renderers.sippHead],
  ...[...toolCases, ...productCases, ...wrapperCases].map(
    ({ title, dialect, render, losses }): (typeof cases)[number] => [title, dialect, render, losses],
  ),
];

describe.each(cases)('%s', (_title, dialect, render, options = {}) => {
  const rendered = render(wholeFlow);
  const messages = options.order?.(wholeFlow) ?? wholeFlow;
  const input = latin1Bytes(rendered.text);
  const read = readLog(input);

  it('gives every message back as it was on the wire', () => {
    const { as = (text: string) => text } = options;
    expect(read.messages.map((message) => message.text)).toEqual(messages.map((message) => as(message.text)));
  });

  it('tells who sent it to whom, and how', () => {
    const ends = ({ source, destination, transport }: { source: string; destination: string; transport: string }) =>
      `${transport} ${source} > ${destination}`;
    expect(read.messages.map(ends)).toEqual(messages.map(ends));
  });

  it('tells when', () => {
    const { resolution } = rendered;
    if (resolution === Infinity) {
      expect(read.summary.untimed).toBe(true);
      expect(read.messages.map(({ time }) => time)).toEqual(messages.map((_, index) => index));
    } else {
      expect(read.messages.map(({ time }) => time)).toEqual(messages.map(({ time }) => floor(time, resolution)));
    }
    expect(read.messages.every(({ log }) => log?.resolution === resolution)).toBe(true);
  });

  it('knows where in the file each one stands', () => {
    expect(read.messages.map(({ line }) => line)).toEqual(rendered.lines);
    if (options.opaque) return;
    for (const { position, length, startLine } of read.messages) {
      const part = rendered.text.slice(position, position + length);
      expect(part.split(/\r?\n/, 1)[0].endsWith(startLine + (options.after ?? ''))).toBe(true);
    }
  });

  it('is read as that dialect, whole and without doubt', () => {
    expect(read.summary.format).toEqual([dialect]);
    expect(read.summary.complete).toBe(true);
    expect(read.messages.filter(({ truncated }) => truncated)).toEqual([]);
    const { exact = true } = options;
    const found = [...new Set(read.messages.map(({ log }) => log?.exactBytes))];
    expect(found.sort()).toEqual(exact === 'some' ? [false, true] : [exact]);
  });
});
