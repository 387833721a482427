/** What a product prints, the reader gives back: messages, order, endpoints, transports, times. */
import { describe, expect, it } from 'vitest';
import { flow, startLineOf } from './flow.ts';
import { latin1Bytes, readLog } from './read.ts';
import type { Shown } from './sample.ts';
import { samples } from './samples.ts';

const floor = (time: number, resolution: number): number => Math.floor(time / resolution) * resolution;

describe.each(samples.map((sample) => [sample.name, sample] as const))('%s', (_name, sample) => {
  const shown: readonly Shown[] = sample.shown ?? flow();
  const { messages, summary } = readLog(latin1Bytes(sample.text));

  it('gives every message back', () => {
    expect(messages.map(({ text }) => text)).toEqual(shown.map(({ text }) => text));
    expect(messages.map(({ truncated }) => truncated)).toEqual(shown.map(({ truncated }) => truncated === true));
  });

  it('tells who sent it to whom, and how', () => {
    const ends = ({ source, destination, transport }: { source: string; destination: string; transport: string }) =>
      `${transport} ${source} > ${destination}`;
    expect(messages.map(ends)).toEqual(shown.map(ends));
    expect([...new Set(messages.map(({ log }) => log?.endpointsInferred))]).toEqual([sample.inferred]);
  });

  it('tells when', () => {
    const { resolution } = sample;
    if (resolution === Infinity) expect(summary.untimed).toBe(true);
    else expect(messages.map(({ time }) => time)).toEqual(shown.map(({ time }) => floor(time, resolution)));
    expect([...new Set(messages.map(({ log }) => log?.resolution))]).toEqual([resolution]);
  });

  it('knows where in the file each one stands', () => {
    expect(messages.map(({ line }) => line)).toEqual(sample.lines);
  });

  it('is read as that dialect', () => {
    expect(summary.format).toEqual([sample.dialect]);
    const sure = messages.filter(({ truncated }) => !truncated).map(({ log }) => log?.exactBytes);
    if (sample.exact !== undefined) expect(new Set(sure)).toEqual(new Set([sample.exact]));
  });

  it.each([
    ['carriage returns removed', (text: string) => text.replaceAll('\r', '')],
    ['every line ended in CR LF', (text: string) => text.replaceAll('\r', '').replaceAll('\n', '\r\n')],
    ['quoted', (text: string) => text.replace(/^|\n(?=.)/g, '$&> ')],
    ['coloured', (text: string) => text.replaceAll('\r', '').replace(/^.*$/gm, '\x1b[0;36m$&\x1b[;m')],
    ['prose around it', (text: string) => `Hi all,\n\nplease look at this:\n\n${text}\n\nThanks: see above\n`],
  ])('%s: every message is found', (_title, damage) => {
    const read = readLog(latin1Bytes(damage(sample.text)));
    expect(read.messages.map(({ startLine }) => startLine)).toEqual(shown.map(startLineOf));
    expect(read.summary.format).toEqual([sample.dialect]);
  });

  it('may end anywhere: what stands before the end is whole', () => {
    for (let size = 500; size < sample.text.length; size += 1999) {
      const read = readLog(latin1Bytes(sample.text.slice(0, size)));
      expect(read.messages.length).toBeLessThanOrEqual(shown.length);
      read.messages.slice(0, -1).forEach((message, index) => {
        expect(message.text).toBe(shown[index].text);
      });
    }
  });
});
