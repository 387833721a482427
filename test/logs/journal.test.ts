/** systemd's journal, in the forms in which `journalctl` prints it (systemd.io, Journal Export Formats; journalctl(1)). */
import { describe, expect, it } from 'vitest';
import { latin1Bytes, readLog } from './read.ts';
import { exportField } from './render-collected.ts';

const message = (id: string, more = ''): string =>
  `OPTIONS sip:b@192.0.2.2 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK${id}\r\nCall-ID: ${id}\r\nCSeq: 1 OPTIONS\r\n${more}Content-Length: 0\r\n\r\n`;
const opening = (text: string): string =>
  `<--- Received SIP request (${text.length} bytes) from UDP:192.0.2.1:5060 --->\n`;
const record = (id: string, more = ''): string => opening(message(id, more)) + message(id, more);

const TIME = 1_767_608_130_123_456;
const time = `__REALTIME_TIMESTAMP=${TIME}\n`;
const cursor = '__CURSOR=s=4b5a;i=1\n';
const read = (text: string, sizes?: readonly number[]) => readLog(latin1Bytes(text), sizes);
const seen = (text: string) =>
  read(text).messages.map(({ callId, time: at, truncated, log }) => [callId, at, truncated, log?.dialect]);

describe('the export format', () => {
  it('has its fields in any order', () => {
    const text = exportField('MESSAGE', record('a'));
    for (const entry of [cursor + time + text, time + text + cursor, `${cursor}${text}_PID=1\n${time}`]) {
      expect(seen(`${entry}\n`)).toEqual([['a', TIME, false, 'asterisk-pjsip']]);
    }
  });

  // 522 is 0x020a: a line feed stands within the length.
  it.each([266, 522, 2570, 10 * 256 + 13])('may have a length of %i bytes', (size) => {
    const bare = record('a', 'X: \r\n').length;
    const text = record('a', `X: ${'x'.repeat(Math.max(0, size - bare))}\r\n`).slice(0, size);
    const padded = text.length < size ? text + '\n'.repeat(size - text.length) : text;
    const found = read(`${cursor}${time}${exportField('MESSAGE', padded)}_PID=1\n\n${cursor}${time}MESSAGE=x\n\n`);
    expect(found.messages.map(({ callId }) => callId)).toEqual(['a']);
    expect(found.notes).toEqual({});
  });

  it('is the same in whatever chunks it comes', () => {
    const text = `${cursor}${time}${exportField('MESSAGE', record('a'))}\n${cursor}${time}${exportField('MESSAGE', record('b'))}\n`;
    expect(read(text, [1])).toEqual(read(text));
    expect(read(text, [7, 3])).toEqual(read(text));
  });

  it('may hold binary fields that are none of ours, which may hold anything', () => {
    const text = exportField('COREDUMP', `\n\n__CURSOR=x\n${record('inner')}\0\n`);
    expect(seen(`${cursor}${time}${text}${exportField('MESSAGE', record('a'))}\n`)).toEqual([
      ['a', TIME, false, 'asterisk-pjsip'],
    ]);
  });

  it('keeps what a message says of fields, and of traces, to the message', () => {
    const body = '\n__REALTIME_TIMESTAMP=1000000000000000\nsipsleuth trace:\n';
    const found = read(`${cursor}${time}${exportField('MESSAGE', record('a') + body)}\n`);
    expect(found.messages.map(({ callId, time: at }) => [callId, at])).toEqual([['a', TIME]]);
  });

  it('tells which process a line is from', () => {
    const entry = (pid: number, line: string): string => `${cursor}${time}_PID=${pid}\nMESSAGE=${line}\n\n`;
    const lines = record('a').replaceAll('\r', '').split('\n');
    // Whatever others print is none of the message, header fields least of all.
    const text = lines.map((line) => entry(7, line) + entry(8, 'Subject: none of yours')).join('');
    const [found] = read(text).messages;
    expect(found.text).toBe(message('a'));
  });

  it('is read on behind a wrong length, and says so', () => {
    // A tool that changes line ends makes them all wrong.
    const entry = (id: string): string => `${cursor}${time}${exportField('MESSAGE', record(id))}_PID=7\n\n`;
    const text = (entry('a') + entry('b') + entry('c')).replaceAll('\r', '');
    const found = read(text);
    expect(found.messages.map(({ callId, truncated }) => [callId, truncated])).toEqual([
      ['a', false],
      ['b', false],
      ['c', false],
    ]);
    expect(found.notes).toEqual({ 'journal-damaged': 1 });
  });

  it('may claim any length', () => {
    for (const length of ['\xff'.repeat(8), '\0\0\0\0\0\x01\0\0', '\xff\xff\xff\x2f\0\0\0\0']) {
      const found = read(
        `${cursor}${time}MESSAGE\n${length}${record('a')}\n_PID=7\n\n${cursor}${time}${exportField('MESSAGE', record('b'))}\n`,
      );
      expect(found.messages.map(({ callId }) => callId)).toEqual(['a', 'b']);
      expect(found.notes['journal-damaged']).toBe(1);
    }
  });

  it('is not what any line with an equals sign is', () => {
    const found = read(`__CURSOR=x\nno field at all\n${message('a')}`);
    expect(found.messages.map(({ callId }) => callId)).toEqual(['a']);
    expect(found.notes['journal-damaged']).toBe(1);
  });

  it('may end anywhere', () => {
    const entry = (id: string): string => `${cursor}${time}${exportField('MESSAGE', record(id))}_PID=7\n\n`;
    const text = entry('a') + entry('b');
    const whole = entry('a').length;
    for (let size = whole; size < text.length; size += 7) {
      const { messages } = read(text.slice(0, size));
      expect(messages[0].text).toBe(message('a'));
      expect(messages.length).toBeLessThanOrEqual(2);
    }
    const cut = read(text.slice(0, whole + 250));
    expect(cut.messages.map(({ truncated }) => truncated)).toEqual([false, true]);
    expect(cut.summary.complete).toBe(false);
  });

  it('does not hold what has no end', () => {
    const field = `${cursor}${time}${exportField('MESSAGE', `${record('a', 'X-Long: y\r\n'.repeat(200_000))}`)}\n`;
    const { messages, notes } = read(field);
    expect(messages.map(({ callId, truncated }) => [callId, truncated])).toEqual([['a', true]]);
    expect(notes['message-too-long']).toBe(1);
  });
});

describe('JSON', () => {
  const object = (message: unknown): string =>
    JSON.stringify({ __REALTIME_TIMESTAMP: `${TIME}`, _PID: '7', MESSAGE: message });
  const bytes = [...Buffer.from(record('a'), 'latin1')];

  it.each([
    ['a string', object(record('a'))],
    ['bytes', object(bytes)],
    ['several values', object([record('a'), 'another'])],
    ['several values of bytes', object([bytes, bytes.slice(9)])],
    ['of a sequence (RFC 7464)', `\x1e${object(bytes)}`],
    ['as server-sent events', `data: ${object(bytes)}\n`],
  ])('%s', (_title, text) => {
    expect(seen(`${text}\n`)).toEqual([['a', TIME, false, 'asterisk-pjsip']]);
  });

  it('counts the long messages that journalctl leaves out', () => {
    expect(read(`${object(null)}\n${object(bytes)}\n${object(null)}\n`).notes).toEqual({
      'journal-message-left-out': 2,
    });
  });

  it.each([
    ['nested', `{"__REALTIME_TIMESTAMP":"1","MESSAGE":${'['.repeat(100_000)}`],
    ['no text', object({})],
    ['no bytes', object([true])],
  ])('is not read into what it is not: %s', (_title, text) => {
    expect(read(`${text}\n`).messages).toEqual([]);
  });
});
