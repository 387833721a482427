/** Which files are read, what is said of those that give nothing, and what a file's own time is good for. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { damages, sentenceOf } from '../../src/cli/input-sentences.ts';
import { reasons } from '../../src/locales/en/reasons.ts';
import type { ReportInput } from '../../src/report.ts';
import { fixture, run as runIn } from './run.ts';

const work = mkdtempSync(join(tmpdir(), 'sipsleuth-inputs-'));
const run = (...args: string[]) => runIn(args, work);

/** A log that prints the time of day and nothing more. */
const undated = `recv 300 bytes from udp/[198.51.100.7]:5060 at 10:15:30.123456:
   ------------------------------------------------------------------------
   OPTIONS sip:192.0.2.5 SIP/2.0
   Via: SIP/2.0/UDP 198.51.100.7:5060;branch=z9hG4bKopt
   From: <sip:alice@example.com>;tag=o1
   To: <sip:192.0.2.5>
   Call-ID: options-1@198.51.100.7
   CSeq: 1 OPTIONS
   Max-Forwards: 70
   Content-Length: 0

   ------------------------------------------------------------------------
`;

beforeAll(() => {
  for (const folder of ['quiet', 'ticket', 'cut']) mkdirSync(join(work, folder));
  const put = (name: string, content: string | Uint8Array) => writeFileSync(join(work, name), content);
  put('quiet/one.log', 'Nobody calls.\n');
  put('quiet/two.txt', 'Nobody ever calls.\n');
  cpSync(fixture('busy-486'), join(work, 'ticket/busy.pcap'));
  put('ticket/notes.txt', 'Nobody answers.\n');
  put(
    'ticket/picture.png',
    Uint8Array.from({ length: 100 }, (_, index) => index),
  );
  cpSync(fixture('busy-486'), join(work, 'cut/whole.pcap'));
  put('cut/tail.pcap', readFileSync(fixture('busy-486')).subarray(0, -5));
  put('undated.log', undated);
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe('files that nobody named', () => {
  it('and that hold no SIP are passed over', () => {
    for (const argument of ['ticket', 'ticket/*', 'ticket/{notes,busy}.*']) {
      const { code, stdout, stderr } = run(argument);
      expect({ code, stderr }, argument).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('486');
    }
  });

  it('count once they are named', () => {
    for (const args of [
      ['ticket', 'ticket/notes.txt'],
      ['ticket/notes.txt', 'ticket'],
      ['ticket/notes.txt', 'ticket/*.pcap'],
    ]) {
      const { code, stderr } = run(...args);
      expect({ code, stderr }).toEqual({
        code: 4,
        stderr: 'sipsleuth: ticket/notes.txt: no SIP message in 1 line\n',
      });
    }
  });

  it('are told together when none of them holds SIP', () => {
    expect(run('quiet')).toMatchObject({
      code: 3,
      stderr: 'sipsleuth: quiet: no SIP message in the 2 files read from there\n',
    });
    expect(run('quiet/o*')).toMatchObject({
      code: 3,
      stderr: 'sipsleuth: quiet/o*: no SIP message in the one file read from there\n',
    });
  });

  it('count when they hold SIP and are cut', () => {
    const { code, stderr } = run('cut');
    expect(code).toBe(4);
    expect(stderr).toMatch(
      /^sipsleuth: cut\/tail\.pcap: only partly readable: [^\n]+, at frame \d+, byte \d+; [^\n]+\n$/,
    );
  });
});

describe('a log without dates', () => {
  const start = (time: string) => {
    utimesSync(join(work, 'undated.log'), new Date(time), new Date(time));
    return JSON.parse(run('--format', 'json', 'undated.log').stdout).inputs[0].start;
  };

  it('is of the day on which it was last written', () => {
    expect(start('2026-03-05T12:00:00Z')).toBe('2026-03-05T10:15:30.123456Z');
    expect(start('2024-02-29T18:00:00Z')).toBe('2024-02-29T10:15:30.123456Z');
  });
});

// ── Sentences ────────────────────────────────────────────────────────────────────────────────────────────────────

const whole: ReportInput = {
  path: 'x.pcap',
  kind: 'capture',
  format: 'pcap',
  links: ['Ethernet'],
  bytes: 1000,
  frames: 12,
  sipMessages: 4,
  duplicates: 0,
  start: null,
  end: null,
  complete: true,
  notDecoded: [],
};

const reason = (name: string, frame: number, position: number, count = 1) => ({
  reason: name,
  text: reasons[name],
  count,
  firstAt: { frame, position },
});

describe('the sentence about an input', () => {
  it.each<[string, Partial<ReportInput>, string | undefined]>([
    ['nothing to say', {}, undefined],
    ['what is merely counted', { notDecoded: [reason('udp-header-cut', 2, 80)] }, undefined],
    ['no SIP', { sipMessages: 0 }, 'no SIP message in 12 frames'],
    ['no SIP in one line', { sipMessages: 0, kind: 'log', frames: 1 }, 'no SIP message in 1 line'],
    [
      'cut',
      { complete: false, notDecoded: [reason('frames-cut-short', 1, 0), reason('capture-cut', 13, 990)] },
      'only partly readable: end of the file within a packet record, at frame 13, byte 990; everything before it is reported',
    ],
    [
      'damaged in the middle',
      { complete: false, notDecoded: [reason('fragment-damaged', 2, 80), reason('capture-damaged', 5, 400)] },
      'only partly readable: damaged place in the file, at frame 5, byte 400; everything before and after it is reported',
    ],
    [
      'damaged in several places',
      { complete: false, notDecoded: [reason('capture-damaged', 5, 400, 3)] },
      'only partly readable: damaged place in the file, at frame 5, byte 400 and 2 further places; everything before and after it is reported',
    ],
    [
      'damaged to the end',
      { complete: false, notDecoded: [reason('capture-damaged', 13, 900)] },
      'only partly readable: damaged place in the file, at frame 13, byte 900; everything before it is reported',
    ],
    [
      'damaged without SIP',
      { complete: false, sipMessages: 0, notDecoded: [reason('capture-cut', 13, 990)] },
      'no SIP message in 12 frames; only partly readable: end of the file within a packet record, at frame 13, byte 990',
    ],
    [
      'gzip damage, and what it did to the capture',
      { complete: false, notDecoded: [reason('capture-damaged', 5, 400), reason('gzip-damaged', 12, 1000)] },
      'only partly readable: damaged gzip data, after frame 12; everything before it is reported',
    ],
    [
      'a log cut within a message',
      { complete: false, kind: 'log', frames: 50, notDecoded: [reason('log-cut', 50, 2000)] },
      'only partly readable: end of the file within a message, at line 50, byte 2000; everything before it is reported',
    ],
    [
      'a log with a line that is too long',
      { complete: false, kind: 'log', frames: 50, notDecoded: [reason('line-too-long', 7, 300)] },
      'only partly readable: line beyond the length that is read, at line 7, byte 300; everything before and after it is reported',
    ],
    [
      'nothing unpacked',
      { complete: false, sipMessages: 0, frames: 0, problem: { code: 'gzip-damaged', text: 'damaged gzip data' } },
      'damaged gzip data',
    ],
  ])('%s', (_, facts, sentence) => {
    expect(sentenceOf({ ...whole, ...facts })).toBe(sentence);
  });
});

describe('reasons that make an input incomplete', () => {
  const sources = (folder: string) => {
    const path = join(import.meta.dirname, '../../src', folder);
    return readdirSync(path)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(path, name), 'utf8'))
      .join('\n');
  };

  it('are those of the readers, and no other', () => {
    // Both capture readers count by way of `report`, which marks the file as incomplete.
    const captures = [...sources('files').matchAll(/\breport\((?:\w+ \? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g)];
    const limits = /const LIMITS = new Set\(\[(.*?)\]\)/.exec(sources('logs'))?.[1].match(/[a-z-]+/g) ?? [];
    const found = [...captures.flatMap(([, one, other]) => [one, other ?? one]), ...limits, 'log-cut'];
    expect([...new Set(found)].sort()).toEqual([...damages].sort());
  });

  it('have words', () => {
    expect(damages.filter((name) => !(name in reasons))).toEqual([]);
  });
});
