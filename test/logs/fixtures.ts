/** The fixtures that renderers make: files and what is expected of them, both from the abstract flow. */
import { writeTrace } from '../../src/logs/trace-writer.ts';
import { callIdOf, type FlowMessage, flow, startLineOf } from './flow.ts';
import { productCases } from './product-cases.ts';
import { latin1Bytes } from './read.ts';
import type { Rendered, ShortCase } from './render.ts';
import * as renderers from './render.ts';
import * as wrapped from './render-wrapped.ts';
import type { Sample, Shown } from './sample.ts';
import { samples } from './samples.ts';
import { shortTools, toolCases } from './tool-cases.ts';
import { uglyCases } from './ugly-cases.ts';
import { wrapperCases } from './wrapper-cases.ts';

/** One entry of `<name>.expected.json`. */
export interface Expected {
  readonly startLine: string;
  /** Null when the log prints no time. */
  readonly time: string | null;
  readonly source: string;
  readonly destination: string;
  readonly transport: string;
  readonly callId: string;
  /** From 1. */
  readonly line: number;
  readonly dialect: string;
  readonly truncated?: true;
}

export interface Fixture {
  readonly name: string;
  /** One character a byte. */
  readonly text: string;
  readonly expected: readonly Expected[];
}

export function isoTime(micros: number): string {
  const fraction = String(micros % 1_000_000).padStart(6, '0');
  return `${new Date(Math.floor(micros / 1_000_000) * 1000).toISOString().slice(0, 19)}.${fraction}Z`;
}

const messages: readonly FlowMessage[] = flow();

function expect(part: readonly FlowMessage[], rendered: Rendered, dialect: string, lineOffset = 0): Expected[] {
  const { printed } = rendered;
  return part.map((message, index) => ({
    startLine: startLineOf(message),
    time:
      rendered.resolution === Infinity
        ? null
        : isoTime(Math.floor(message.time / rendered.resolution) * rendered.resolution),
    source: message.source,
    destination: message.destination,
    transport: message.transport,
    callId: printed && !printed[index].includes('Call-ID: ') ? '' : callIdOf(message),
    line: rendered.lines[index] + lineOffset,
    dialect,
    ...(printed && isCut(printed[index], message) && { truncated: true as const }),
  }));
}

function isCut(printed: string, { text }: FlowMessage): boolean {
  return printed.replaceAll('\r', '').trimEnd().length < text.replaceAll('\r', '').trimEnd().length;
}

function whole(name: string, dialect: string, render: renderers.Renderer, order = messages): Fixture {
  const rendered = render(messages);
  return { name, text: rendered.text, expected: expect(order, rendered, dialect) };
}

/** Something is missing: `part` says which messages are printed, if only their beginnings. */
function short({ name, dialect, render, part }: ShortCase): Fixture {
  const rendered = render(messages);
  return { name, text: rendered.text, expected: expect(messages.filter(part), rendered, dialect) };
}

const linesIn = (text: string): number => text.split('\n').length - 1;

export const trace: renderers.Renderer = (part) => {
  const address = (name: string) => {
    const colon = name.lastIndexOf(':');
    return { address: name.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(name.slice(colon + 1)) };
  };
  const text = writeTrace(
    part.map((message) => ({
      time: message.time,
      transport: message.transport,
      source: address(message.source),
      destination: address(message.destination),
      bytes: latin1Bytes(message.text),
    })),
  );
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  const all = bytes.split('\n');
  return {
    text: bytes,
    lines: all.flatMap((line, index) => (line.startsWith('@ ') ? [index + 2] : [])),
    resolution: 1,
  };
};

/** A ticket in which everybody pasted what they had. */
function mixed(): Fixture {
  let text = '';
  const expected: Expected[] = [];
  const paste = (words: string, part: readonly FlowMessage[], dialect: string, render: renderers.Renderer): void => {
    text += words;
    const rendered = render(part);
    expected.push(...expect(part, rendered, dialect, linesIn(text)));
    text += rendered.text;
  };
  paste('The phone registers, the PBX says:\n\n', messages.slice(0, 4), 'asterisk-pjsip', renderers.pjsipFile);
  paste('\nand on the other machine:\n\n', messages.slice(4, 9), 'freeswitch', renderers.freeswitchB);
  paste('\nThe load generator:\n', messages.slice(9, 13), 'sipp', renderers.sipp);
  paste('\nOld box:\n', messages.slice(13, 15), 'asterisk-chan-sip', renderers.chanSip);
  paste('', messages.slice(15, 19), 'freeswitch', renderers.freeswitchA);
  paste('\nsipsleuth trace:\n', messages.slice(19), 'trace', trace);
  text += '@@ trace ends\nThank you.\n';
  return { name: 'mixed/ticket', text, expected };
}

/** The file ends within the head of its last message, as a log does that was copied while it was written. */
function cut(): Fixture {
  const { text, lines } = renderers.pjsipFile(messages);
  const kept = 7;
  const line = lines[kept - 1];
  const short = text.split('\n').slice(0, line + 4);
  const part = messages.slice(0, kept);
  const rendered = { text, lines, resolution: 1_000_000 };
  const expected = expect(part, rendered, 'asterisk-pjsip').map((entry, index) =>
    index === kept - 1 ? { ...entry, callId: '', truncated: true as const } : entry,
  );
  return { name: 'damaged/cut-within-head', text: short.join('\n').slice(0, -20), expected };
}

function damaged(name: string, dialect: string, render: renderers.Renderer, damage: (text: string) => string): Fixture {
  const fixture = whole(name, dialect, render);
  const text = damage(fixture.text);
  // Damage here changes lines, never how many there are.
  const lines = text.split('\n');
  const expected = fixture.expected.map((entry) => {
    if (!lines[entry.line - 1].includes(entry.startLine)) throw new Error(`${name}: line ${entry.line} is gone`);
    return entry;
  });
  return { name, text, expected };
}

const everyLine = (prefix: string) => (text: string) =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `${prefix}${line}`)
    .join('\n');

function fixtureOf(sample: Sample): Fixture {
  const shown: readonly Shown[] = sample.shown ?? messages;
  const expected = expect(shown, sample, sample.dialect).map((entry, index) =>
    shown[index].truncated ? { ...entry, truncated: true as const } : entry,
  );
  return { name: sample.name, text: sample.text, expected };
}

/** As `journalctl -r` and web consoles write it: records from the last to the first, the lines of each as they were. */
function newestFirst(name: string, dialect: string, render: renderers.Renderer): Fixture {
  let text = '';
  const expected = [...messages].reverse().flatMap((message) => {
    const before = linesIn(text);
    const rendered = render([message]);
    text += rendered.text;
    return expect([message], rendered, dialect, before);
  });
  return { name, text, expected: expected.reverse() };
}

/** By `tac`, lines and all: nothing in it can be read. */
function upsideDown(): Fixture {
  const part = messages.filter(({ text }) => !text.includes('sipfrag'));
  const lines = renderers.pjsipFile(part).text.trimEnd().split('\n');
  return { name: 'damaged/lines-turned-round', text: `${lines.reverse().join('\n')}\n`, expected: [] };
}

export const fixtures: readonly Fixture[] = [
  whole('raw/as-on-the-wire', 'raw', renderers.raw),
  whole('raw/pasted-into-mail', 'raw', renderers.rawPasted),
  whole('asterisk-pjsip/log-file', 'asterisk-pjsip', renderers.pjsipFile),
  whole('asterisk-pjsip/console-with-time', 'asterisk-pjsip', renderers.pjsipConsole),
  whole('asterisk-chan-sip/log-file', 'asterisk-chan-sip', renderers.chanSip),
  whole('freeswitch/layout-a', 'freeswitch', renderers.freeswitchA),
  whole('freeswitch/layout-b', 'freeswitch', renderers.freeswitchB),
  whole('freeswitch/layout-b1', 'freeswitch', renderers.freeswitchB1),
  whole('freeswitch/drachtio', 'freeswitch', renderers.drachtio),
  whole('sipp/up-to-3.7', 'sipp', renderers.sipp),
  whole('sipp/head', 'sipp', renderers.sippHead),
  whole('trace/written', 'trace', trace),
  ...[...toolCases, ...productCases, ...wrapperCases].map(({ name, dialect, render, losses }) =>
    whole(name, dialect, render, losses?.order?.(messages)),
  ),
  ...shortTools.map(short),
  ...uglyCases.map(({ name, dialect, render, cut: shortened, order }) => {
    const fixture = whole(name, dialect, render, order?.(messages));
    const last = fixture.expected.length - 1;
    const expected = fixture.expected.map((entry, index) =>
      shortened && index === last ? { ...entry, callId: '', truncated: true as const } : entry,
    );
    return { ...fixture, expected };
  }),
  mixed(),
  cut(),
  newestFirst('damaged/newest-first', 'asterisk-pjsip', wrapped.rsyslogEscapes),
  newestFirst('damaged/newest-first-ugly', 'freeswitch', (part) => {
    const rendered = renderers.freeswitchA(part);
    return { ...rendered, text: renderers.eachLine(rendered.text, (line) => `> ${line}`.trimEnd()) };
  }),
  upsideDown(),
  damaged('damaged/quoted-mail', 'raw', renderers.rawPasted, everyLine('> ')),
  damaged('damaged/quoted-twice', 'asterisk-chan-sip', renderers.chanSip, everyLine('> > ')),
  damaged('damaged/coloured-terminal', 'freeswitch', renderers.freeswitchB, (text) =>
    text
      .split('\n')
      .map((line) => (line === '' ? line : `\x1b[1;33m${line}\x1b[0m`))
      .join('\n'),
  ),
  ...samples.map(fixtureOf),
];
