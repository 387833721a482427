/** Damage that logs suffer on the way: each kind, on each dialect, must leave the messages findable and loss visible. */
import { describe, expect, it } from 'vitest';
import { flow, startLineOf } from './flow.ts';
import { latin1Bytes, readLog } from './read.ts';
import * as renderers from './render.ts';
import { kiwi } from './render-collected.ts';
import * as phones from './render-phones.ts';
import * as servers from './render-servers.ts';
import * as tools from './render-tools.ts';

const messages = flow();
const startLines = messages.map(startLineOf);

const dialects: [string, renderers.Renderer][] = [
  ['raw', renderers.raw],
  ['raw, pasted', renderers.rawPasted],
  ['asterisk-pjsip, file', renderers.pjsipFile],
  ['asterisk-pjsip, console', renderers.pjsipConsole],
  ['asterisk-chan-sip', renderers.chanSip],
  ['freeswitch A', renderers.freeswitchA],
  ['freeswitch B', renderers.freeswitchB],
  ['freeswitch B1', renderers.freeswitchB1],
  ['drachtio', renderers.drachtio],
  ['sipp', renderers.sipp],
  ['sipp HEAD', renderers.sippHead],
  ['sngrep', tools.sngrep],
  ['Kamailio sipdump', servers.sipdump],
  ['OpenSIPS tracer', servers.tracerFile],
  ['PJSIP', phones.pjsip],
  ['JsSIP', phones.jssip],
  ['SIP.js', phones.sipJs],
  ['baresip', phones.baresip],
  ['reSIProcate', phones.resiprocate],
  ['Twinkle', phones.twinkle],
  ['Yate', servers.yate],
  ['sip-viewer', servers.jainText],
  ['snom', phones.snom],
];

const eachLine = (text: string, change: (line: string) => string): string =>
  text.replace(/\n$/, '').split('\n').map(change).join('\n').concat('\n');

const damages: [string, (text: string) => string][] = [
  ['carriage returns removed', (text) => text.replaceAll('\r', '')],
  ['carriage returns doubled', (text) => text.replaceAll('\r\n', '\r\r\n')],
  ['every line ended in CR LF', (text) => text.replaceAll('\r', '').replaceAll('\n', '\r\n')],
  ['carriage return before each line', (text) => text.replaceAll('\r', '').replaceAll('\n', '\n\r')],
  ['carriage returns spelled out', (text) => text.replaceAll('\r', '^M')],
  ['quoted', (text) => eachLine(text, (line) => `> ${line}`)],
  ['quoted, blank lines stripped', (text) => eachLine(text.replaceAll('\r', ''), (line) => `> ${line}`.trimEnd())],
  ['coloured', (text) => eachLine(text, (line) => `\x1b[0;36m${line}\x1b[;m`)],
  ['console time on each line', (text) => eachLine(text.replaceAll('\r', ''), (line) => `[Jan  5 10:15:30] ${line}`)],
  ['syslog prefix on each line', (text) => eachLine(text, (line) => `<134>Jan  5 10:15:30 pbx app[12]: ${line}`)],
  [
    'RFC 5424 prefix on each line',
    (text) => eachLine(text, (line) => `<134>1 2026-01-05T10:15:30.123Z pbx app 12 - - ${line}`),
  ],
  [
    'Kubernetes prefix on each line',
    (text) => eachLine(text, (line) => `2026-01-05T10:15:30.123456789Z stdout F ${line}`),
  ],
  ['prose around it', (text) => `Hi all,\n\nplease look at this:\n\n${text}\n\nThanks: see above\n`],
  [
    'blank line lost before SDP',
    (text) => text.replace(/\n[ \t]*(?:\[[^\]\n]*\] )?\r?\n((?:\[[^\]\n]*\] )?(?: {3})?v=0)/g, '\n$1'),
  ],
];

describe.each(damages)('%s', (_title, damage) => {
  it.each(dialects)('%s: every message is found', (_dialect, render) => {
    const { messages: read } = readLog(latin1Bytes(damage(render(messages).text)));
    expect(read.map(({ startLine }) => startLine)).toEqual(startLines);
    expect(read.filter(({ truncated }) => truncated)).toEqual([]);
    expect(read.map(({ callId }) => callId)).not.toContain('');
  });
});

describe('UTF-16', () => {
  it.each(['utf-16le', 'utf-16be'])('%s: the same messages as in UTF-8', (encoding) => {
    const text = Buffer.from(renderers.pjsipConsole(messages).text, 'latin1').toString('utf8');
    const encoded = Buffer.from(`\uFEFF${text}`, 'utf16le');
    if (encoding === 'utf-16be') encoded.swap16();
    const { messages: read } = readLog(encoded);
    expect(read.map((message) => message.text)).toEqual(messages.map((message) => message.text));
    // Places are those of the file, not of the decoded text.
    for (const { position, length, startLine } of read) {
      const part = Buffer.from(encoded.subarray(position, position + length));
      if (encoding === 'utf-16be') part.swap16();
      expect(part.toString('utf16le').split('\n', 1)[0].endsWith(startLine)).toBe(true);
    }
  });
});

describe('records cut at 4000 bytes', () => {
  const long = messages.map((message) =>
    message.text.includes('v=0')
      ? {
          ...message,
          text: message.text.replace('Max-Forwards: 70', `Max-Forwards: 70\r\nX-Long: ${'x'.repeat(4000)}`),
        }
      : message,
  );

  // Each of these prints a record as one piece, so that a limit on records cuts it and the next begins as if nothing were.
  it.each([
    ['asterisk-pjsip', renderers.pjsipFile, /(?=\[Jan)/],
    ['asterisk-chan-sip', renderers.chanSip, /(?=\[2026)/],
    ['freeswitch B', renderers.freeswitchB, /(?=(?:recv|send) |2026-)/],
    ['sipp', renderers.sipp, /(?=-{47} )/],
    ['sngrep', tools.sngrep, /(?=2026\/)/],
    ['Kamailio sipdump', servers.sipdump, /(?=={20}\n)/],
    ['PJSIP', phones.pjsip, /(?=\d\d:\d\d:\d\d\.\d{3} )/],
    ['Twinkle', phones.twinkle, /(?=\+\+\+ )/],
    ['snom', phones.snom, /(?=(?:Sent to|Received from) )/],
  ] as const)('%s: what is cut says so', (_dialect, render, records) => {
    const text = render(long)
      .text.split(records)
      .map((record) => (record.length > 4000 ? `${record.slice(0, 4000)}\n` : record))
      .join('');
    const { messages: read } = readLog(latin1Bytes(text));
    expect(read.map(({ startLine }) => startLine)).toEqual(startLines);
    expect(read.map(({ truncated }) => truncated)).toEqual(long.map((message) => message.text.length > 4000));
  });
});

describe('a line that may begin a dump, and begins none', () => {
  it.each([
    'Session Initiation Protocol',
    'Session Initiation Protocol (INVITE)',
    'Frame 1: 343 bytes on wire',
    'Follow: udp,ascii',
    'U 192.0.2.1:5060 -> 192.0.2.2:5060',
    '10:15:30.123456 IP 192.0.2.1.5060 > 192.0.2.2.5060: SIP: x',
    '0000  45 00',
    '    "_source": {',
  ])('%s: nothing behind it is lost', (line) => {
    for (const render of [renderers.freeswitchA, renderers.freeswitchB, renderers.rawPasted]) {
      const { messages: read } = readLog(latin1Bytes(`${line}\n${render(messages).text}`));
      expect(read.map(({ startLine }) => startLine)).toEqual(startLines);
    }
  });
});

describe('syslog lines cut at 480 bytes', () => {
  it('a message in one line, escaped, says that it is cut', () => {
    const lines = servers.tracerSyslog(messages).text.trimEnd().split('\n');
    const text = lines.map((line) => `${line.slice(0, 480)}\n`).join('');
    const { messages: read } = readLog(latin1Bytes(text));
    expect(read.map(({ startLine }) => startLine)).toEqual(startLines);
    expect(read.map(({ truncated }) => truncated)).toEqual(lines.map(({ length }) => length > 480));
    expect(read.map(({ log }) => log?.exactBytes)).toEqual(lines.map(({ length }) => length <= 480));
  });

  it('a message with a line each, too', () => {
    const long = messages.map((message) => ({
      ...message,
      text: message.text.replace('Max-Forwards: 70', `Max-Forwards: 70\r\nX-Long: ${'x'.repeat(600)}`),
    }));
    const text = kiwi(long)
      .text.split('\n')
      .map((line) => `${line.slice(0, 480)}\n`)
      .join('');
    const { messages: read } = readLog(latin1Bytes(text));
    expect(read.map(({ startLine }) => startLine)).toEqual(startLines);
    expect(read.map(({ truncated }) => truncated)).toEqual(long.map((message) => message.text.includes('X-Long')));
  });
});

describe('a file that ends anywhere', () => {
  it.each(dialects)('%s: all messages before the end are whole, the last says that it is not', (_dialect, render) => {
    const { text, lines } = render(messages);
    for (let size = 500; size < text.length; size += 997) {
      const cut = text.slice(0, size);
      const { messages: read, summary } = readLog(latin1Bytes(cut));
      const begun = lines.filter((line) => line <= cut.split('\n').length - 1).length;
      expect(read.length).toBeGreaterThanOrEqual(begun - 1);
      expect(read.length).toBeLessThanOrEqual(begun + 1);
      expect(read.slice(0, -1).some(({ truncated }) => truncated)).toBe(false);
      read.slice(0, -1).forEach((message, index) => {
        expect(message.text).toBe(messages[index].text);
      });
      if (read.at(-1)?.truncated) expect(summary.complete).toBe(false);
    }
  });
});
