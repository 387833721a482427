/** Lines that container runtimes split: what is put together, and what is left alone. */
import { describe, expect, it } from 'vitest';
import { latin1Bytes, readLog } from './read.ts';

const message = (id: string, more = ''): string =>
  `OPTIONS sip:b@192.0.2.2 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK${id}\r\nCall-ID: ${id}\r\nCSeq: 1 OPTIONS\r\n${more}Content-Length: 0\r\n\r\n`;
const read = (text: string, sizes?: readonly number[]) => readLog(latin1Bytes(text), sizes);
const ids = (text: string) => read(text).messages.map(({ callId }) => callId);

const time = '2026-01-05T10:15:30.123456789Z';
const docker = (log: string, stream = 'stdout'): string => `${JSON.stringify({ log, stream, time })}\n`;
/** A line of a program that logs objects. */
const object = (id: string, length: number): string =>
  `${JSON.stringify({ message: message(id), padding: 'x'.repeat(length) })}\n`;
const records = (line: string, size = 16_384): string[] => line.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];

describe("docker's file", () => {
  it.each([1, 2, 3, 9])('a line of %i records and a bit', (count) => {
    const text = records(object('a', count * 16_384))
      .map((log) => docker(log))
      .join('');
    const found = read(text + docker('another\n'));
    expect(found.messages.map(({ callId, text: bytes }) => [callId, bytes])).toEqual([['a', message('a')]]);
    expect(found.messages[0]).toMatchObject({ line: 1, position: 0, length: text.length, truncated: false });
    expect(read(text, [1000])).toEqual(read(text));
  });

  it('each stream for itself', () => {
    const [out, error] = ['a', 'b'].map((id) => records(object(id, 20_000)));
    const mixed = out.flatMap((log, index) => [docker(log), docker(error[index], 'stderr')]).join('');
    expect(ids(mixed)).toEqual(['a', 'b']);
  });

  it('with the attributes that docker writes behind the stream', () => {
    const text = records(object('a', 20_000))
      .map((log) => `${JSON.stringify({ log, stream: 'stdout', attrs: { tag: 'pbx' }, time })}\n`)
      .join('');
    expect(ids(text)).toEqual(['a']);
  });

  it('is not put together where whole lines have no line feed', () => {
    const bare = (log: string): string => docker(log);
    const lines = message('a').split('\r\n').map(bare).join('');
    expect(ids(lines)).toEqual(['a']);
  });

  it('a backslash before an n is no line feed', () => {
    const begin = `${'x'.repeat(16_382)}\\n`;
    expect(ids(docker(begin) + docker(`"}\n`) + docker(`${JSON.stringify({ message: message('a') })}\n`))).toEqual([
      'a',
    ]);
  });

  it('may end within a line', () => {
    const line = JSON.stringify({ padding: 'x'.repeat(40_000), message: message('b') });
    const text = records(line).map((log) => docker(log));
    expect(ids(docker(object('a', 0)) + text.slice(0, 2).join(''))).toEqual(['a']);
  });

  it('is bounded', () => {
    const part = docker('x'.repeat(16_384));
    const found = read(part.repeat(200) + docker('\n') + docker(object('a', 0)));
    expect(found.messages.map(({ callId }) => callId)).toEqual(['a']);
    expect(found.notes['line-too-long']).toBe(1);
    expect(found.summary.complete).toBe(false);
  });
});

describe('the format of the Kubernetes CRI', () => {
  const line = (tag: string, text: string, stream = 'stdout'): string => `${time} ${stream} ${tag} ${text}\n`;
  const whole = (id: string): string =>
    message(id)
      .split('\n')
      .slice(0, -1)
      .map((text) => line('F', text))
      .join('');

  it.each([1, 7, 30])('parts of %i characters', (size) => {
    const text = message('a')
      .split('\n')
      .slice(0, -1)
      .flatMap((part) =>
        records(part, size).map((piece, index, all) => line(index < all.length - 1 ? 'P' : 'F', piece)),
      )
      .join('');
    expect(read(text).messages.map(({ text: bytes }) => bytes)).toEqual([message('a')]);
    expect(read(text.replaceAll('\n', '\r\n')).messages.map(({ text: bytes }) => bytes)).toEqual([message('a')]);
  });

  it('a part may be all that there is of a line', () => {
    expect(ids(line('P', 'the beginning of a line'))).toEqual([]);
    expect(ids(line('P', 'the beginning of a line', 'stderr') + whole('a'))).toEqual(['a']);
  });

  it('is bounded', () => {
    const found = read(line('P', 'x'.repeat(16_384)).repeat(200) + line('F', '') + whole('a'));
    expect(found.messages.map(({ callId }) => callId)).toEqual(['a']);
    expect(found.notes['line-too-long']).toBe(1);
  });
});
