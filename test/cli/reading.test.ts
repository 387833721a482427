/** What the program reads, and what it says of inputs that it cannot read, or only in part. */
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, captureNames, createProgram, expectSentence } from './built.ts';
import { fixture } from './run.ts';

const { run, runJson, put, putCaptures } = createProgram();

/** Start of the record header of frame `number`, in a little-endian capture. */
function startOf(capture: Uint8Array, number: number): number {
  const view = new DataView(capture.buffer, capture.byteOffset, capture.byteLength);
  let at = 24;
  for (let frame = 1; frame < number; frame++) at += 16 + view.getUint32(at + 8, true);
  return at;
}

/** Bytes that look like nothing, always the same. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
}

beforeAll(() => {
  const capture = bytesOf('busy-everywhere');
  const packed = gzipSync(capture);

  put('empty.pcap', '');
  put('papers/README.md', 'No capture here.\n');
  put('random.bin', noise(5000));
  put('cut.pcap', capture.subarray(0, startOf(capture, 8) + 40));
  const corrupt = Uint8Array.from(capture);
  corrupt.set([0xff, 0xff, 0xff, 0x7f], startOf(capture, 5) + 8);
  put('corrupt.pcap', corrupt);
  put('busy.pcap.gz', packed);
  put('cut.pcap.gz', packed.subarray(0, packed.length >> 1));
  const damaged = Uint8Array.from(packed);
  for (let at = 40; at < 80; at++) damaged[at] ^= 0x55;
  put('damaged.pcap.gz', damaged);
  put('header-only.pcap', capture.subarray(0, 24));
  const media = Uint8Array.from(capture.subarray(0, startOf(capture, 2)));
  // Whatever was said on the first frame is no SIP any more.
  media.fill(0x80, 24 + 16 + 42);
  put('no-sip.pcap', media);
  put('notes.txt', 'Nobody ever calls.\n');
  putCaptures('all');
  put('ticket/busy-486.pcap', bytesOf('busy-486'));
  put('ticket/notes.txt', 'The customer says that nobody answers.\n');
  put('two-0.pcap', bytesOf('busy-486'));
  put('two-1.pcap', bytesOf('not-found-404'));
});

describe('input that cannot be read', () => {
  it.each([
    ['a missing file', ['missing.pcap'], /missing\.pcap: no such file/],
    ['a directory without captures', ['papers'], /papers: no capture or log in this directory/],
    ['a pattern that matches nothing', ['*.cap'], /\*\.cap: no file matches/],
  ])('%s: exit code 3, no report', (_, args, sentence) => {
    const { code, stdout, stderr } = run(args);
    expectSentence(stderr, sentence);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  });

  it.each([
    ['an empty file', 'empty.pcap', /empty\.pcap: .*empty/],
    ['bytes that are no capture', 'random.bin', /random\.bin: not a capture/],
    ['a capture without SIP', 'no-sip.pcap', /no-sip\.pcap: no SIP .*1 frame(?!s)/],
    ['a capture without packets', 'header-only.pcap', /header-only\.pcap: no SIP .*0 frames/],
    ['a text without SIP', 'notes.txt', /notes\.txt: no SIP .*1 line(?!s)/],
    ['gzip that is damaged at its beginning', 'damaged.pcap.gz', /damaged\.pcap\.gz: .*damaged gzip/],
  ])('%s: exit code 3, a report that says so', (_, name, sentence) => {
    const { code, stdout, stderr } = run([name]);
    expectSentence(stderr, sentence);
    expect(code).toBe(3);
    expect(stdout).toContain(name);
    expect(stdout).toContain('0 SIP messages');
  });

  it('says nothing of a cut where there is no capture', () => {
    expect(run(['random.bin']).stdout).not.toMatch(/incomplete|cut off|damaged/);
  });
});

describe('input that can be read in part: exit code 4, a report of that part', () => {
  it.each([
    ['a cut capture', 'cut.pcap', /cut\.pcap: only partly readable.* frame 8, byte \d+/],
    ['a corrupt capture', 'corrupt.pcap', /corrupt\.pcap: only partly readable.*damaged.* frame 5, byte \d+/],
    ['gzip that is cut in the middle', 'cut.pcap.gz', /cut\.pcap\.gz: .*gzip/],
  ])('%s', (_, name, sentence) => {
    const { code, stdout, stderr } = run([name]);
    expectSentence(stderr, sentence);
    expect(code).toBe(4);
    expect(stdout).toContain('call 1  alice');
    expect(runJson([name]).calls.map(({ from }) => from)).toEqual(['alice@example.com']);
    expect(run(['--quiet', name])).toEqual({ code: 4, stdout, stderr: '' });
  });

  it('one good file, one that is missing, one without SIP: a sentence for each bad one', () => {
    const { code, stdout, stderr } = run([fixture('busy-486'), 'missing.pcap', 'notes.txt']);
    expect(code).toBe(4);
    expect(stdout).toContain('486');
    expect(stderr.match(/^sipsleuth: (?:missing\.pcap|notes\.txt): [^\n]+$/gm)).toHaveLength(2);
    expect(stderr.split('\n')).toHaveLength(3);
  });

  it('findings count for more', () => {
    expect(run([fixture('ack-missing'), 'missing.pcap']).code).toBe(1);
  });
});

describe('inputs', () => {
  it('standard input, packed or not', () => {
    const plain = runJson(['-'], { input: bytesOf('busy-everywhere') });
    const packed = runJson(['-'], { input: gzipSync(bytesOf('busy-everywhere')) });
    expect(plain.inputs).toMatchObject([{ path: 'standard input', format: 'pcap', sipMessages: 10, complete: true }]);
    expect(packed).toEqual(plain);
  });

  it('nothing on standard input', () => {
    const { code, stderr } = run(['-']);
    expectSentence(stderr, /standard input: .*empty/);
    expect(code).toBe(3);
  });

  it('gzip', () => {
    const plain = runJson([fixture('busy-everywhere')]);
    const packed = runJson(['busy.pcap.gz']);
    expect(packed.calls).toEqual(plain.calls);
    expect(packed.inputs).toEqual([{ ...plain.inputs[0], path: 'busy.pcap.gz' }]);
  });

  it('several files, in the order of their time', () => {
    const report = runJson([fixture('not-found-404'), fixture('busy-486')]);
    expect(report.calls).toHaveLength(2);
    expect(report.inputs.map(({ start }) => start)).toEqual(report.inputs.map(({ start }) => start).sort());
    expect(report).toEqual(runJson([fixture('busy-486'), fixture('not-found-404')]));
  });

  it('a directory: every capture in it', () => {
    const report = runJson(['all']);
    expect(report.inputs.map(({ path }) => path).sort()).toEqual(captureNames.map((name) => `all/${name}`));
    expect(report.summary.messages).toBeGreaterThan(200);
    expect(report.summary.messages).toBe(report.inputs.reduce((sum, { sipMessages }) => sum + sipMessages, 0));
  });

  it('a directory that also holds a text without SIP, which nobody asked for', () => {
    expect(run(['ticket/busy-486.pcap']).code).toBe(0);
    const { code, stderr } = run(['ticket']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('a pattern in quotes', () => {
    expect(
      runJson(['two-*.pcap'])
        .inputs.map(({ path }) => path)
        .sort(),
    ).toEqual(['two-0.pcap', 'two-1.pcap']);
    expect(runJson(['two-[1].pcap', 'two-1.pcap']).inputs.map(({ path }) => path)).toEqual(['two-1.pcap']);
  });

  it('the command may be named', () => {
    expect(run(['analyze', fixture('busy-486')])).toEqual(run([fixture('busy-486')]));
  });
});
