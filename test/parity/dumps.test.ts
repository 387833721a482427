/** What tcpdump and tshark print of a capture holds the same messages as the capture: the programs run, nothing is rendered. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readLog } from '../logs/read.ts';
import { lacks } from '../tools.ts';
import { readMessages } from './messages.ts';

const captures = [
  'answered-call',
  'answered-over-ipv6',
  'answered-over-tcp',
  'attended-transfer',
  'b2bua-call',
  'busy-486',
  'delayed-offer',
].map((name) => `fixtures/captures/${name}.pcap`);

/** Start line, CSeq and Call-ID, in an order that streams do not change. */
function linesOf(texts: readonly string[]): string[] {
  const value = (text: string, name: RegExp): string => name.exec(text)?.[1].trim() ?? '';
  return texts
    .map((text) =>
      [
        text.split('\r\n', 1)[0].trim(),
        value(text, /\r\nCSeq *:(.*)\r/i),
        value(text, /\r\n(?:Call-ID|i) *:(.*)\r/i),
      ].join(' | '),
    )
    .sort();
}

function ofCapture(path: string): string[] {
  return readMessages(path).messages.map((message) =>
    [
      `${message.startLine}\r\nCSeq: ${message.header('CSeq') ?? ''}\r\nCall-ID: ${message.header('Call-ID') ?? ''}\r\n`,
    ].join(''),
  );
}

const run = (tool: string, ...words: readonly string[]): Uint8Array =>
  new Uint8Array(execFileSync(tool, words, { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }));

describe.each(captures)('%s', (path) => {
  const wanted = linesOf(ofCapture(path));
  const found = (text: Uint8Array): string[] => linesOf(readLog(text).messages.map((message) => message.text));

  it.skipIf(lacks('tcpdump')).each([['-A'], ['-A', '-v'], ['-X'], ['-XX', '-e'], ['-x', '-tttt', '-v']])(
    'tcpdump %s %s %s',
    (...flags) => {
      const words = flags.filter((flag) => flag !== undefined);
      expect(found(run('tcpdump', '-nn', '-r', path, ...words))).toEqual(wanted);
    },
  );

  it
    .skipIf(lacks('tshark'))
    .each([['-V'], ['-x'], ['-V', '-x'], ['-O', 'sip'], ['-T', 'json'], ['-T', 'jsonraw'], ['-T', 'ek']])(
    'tshark %s %s',
    (...flags) => {
      const words = flags.filter((flag) => flag !== undefined);
      expect(found(run('tshark', '-r', path, ...words))).toEqual(wanted);
    },
  );
});
