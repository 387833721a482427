/** When the bytes count as the wire's, so that a rule may check lengths; and the streams that Asterisk prints several times. */
import { describe, expect, it } from 'vitest';
import { latin1Bytes, readLog } from './read.ts';

const message = (id: string, body = '', length = body.length): string =>
  `MESSAGE sip:b@192.0.2.2 SIP/2.0\r\nVia: SIP/2.0/TCP 192.0.2.1:5060;branch=z9hG4bK${id}\r\nCall-ID: ${id}\r\nCSeq: 1 MESSAGE\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\n\r\n${body}`;
const pjsip = (text: string, length = text.length): string =>
  `<--- Received SIP request (${length} bytes) from TCP:192.0.2.1:5060 --->\n${text}\n`;
const chanSip = (text: string): string => `<--- SIP read from TCP:192.0.2.1:5060 --->\n${text}\n<------------->\n`;
const facts = (text: string): [boolean | undefined, boolean][] =>
  readLog(latin1Bytes(text)).messages.map(({ log, truncated }) => [log?.exactBytes, truncated]);

describe('bytes are exact', () => {
  it('when the log counted as many, whatever the message says of itself', () => {
    expect(facts(pjsip(message('a', 'hello\r\n')))).toEqual([[true, false]]);
    expect(facts(pjsip(message('a', 'hello\r\n', 3)))).toEqual([[true, false]]);
    expect(facts(pjsip(message('a', 'hello\r\n', 999)))).toEqual([[true, false]]);
    expect(facts(pjsip(message('a', 'hello\r\n').replaceAll('\r', ''), message('a', 'hello\r\n').length))).toEqual([
      [true, false],
    ]);
  });

  it('not when the log counted others: somebody changed or cut it', () => {
    expect(facts(pjsip(message('a', 'hello\r\n'), 100))).toEqual([[false, false]]);
    expect(facts(pjsip(message('a', 'hello\r\n'), 900))).toEqual([[false, true]]);
  });

  it('when the wire left its line ends and the length agrees', () => {
    expect(facts(chanSip(message('a', 'hello\r\n')))).toEqual([[true, false]]);
    expect(facts(chanSip(message('a', 'hello\r\n', 4)))).toEqual([[false, false]]);
    expect(facts(chanSip(message('a', 'hello\r\n').replaceAll('\r', '')))).toEqual([[false, false]]);
  });

  it('when a file is messages and nothing else', () => {
    expect(facts(message('a', 'hello\r\n', 4))).toEqual([[true, false]]);
    expect(facts(message('a', 'hello\r\n', 99))).toEqual([[true, false]]);
    expect(facts(`See below\n${message('a', 'hello\r\n', 99)}`)).toEqual([[false, true]]);
  });

  it('not when the whole file has the line ends of Windows', () => {
    const text = chanSip(message('a', 'hello\r\n')).replaceAll('\r', '').replaceAll('\n', '\r\n');
    expect(facts(text)).toEqual([[false, false]]);
  });

  it('not when the message was printed again from its parts', () => {
    expect(
      facts(`<--- History Entry 3 Received from 192.0.2.1:5060 at 1767608130 --->\n${message('a', 'hello\r\n')}\n`),
    ).toEqual([[false, false]]);
  });
});

describe('several messages in one read of a stream', () => {
  const ids = (text: string): string[] => readLog(latin1Bytes(text)).messages.map(({ callId }) => callId);

  it('come once each, by their length', () => {
    const one = message('one', 'short\r\n');
    const two = message('two', 'a longer text\r\n');
    expect(ids(pjsip(one + two, one.length) + pjsip(one + two, two.length))).toEqual(['one', 'two']);
  });

  it('come once each, by their order when their lengths are the same', () => {
    const all = ['one', 'two', 'six'].map((id) => message(id, 'text\r\n'));
    const record = pjsip(all.join(''), all[0].length);
    expect(ids(record + record + record)).toEqual(['one', 'two', 'six']);
    expect(readLog(latin1Bytes(record + record + record)).notes).toEqual({ 'repeated-message': 6 });
  });

  it('are not made of what somebody pasted below', () => {
    const one = message('one', 'text\r\n');
    expect(ids(`${pjsip(one)}\n\n${message('pasted', 'text\r\n')}\n`)).toEqual(['one', 'pasted']);
  });
});

describe('a message in JSON', () => {
  const object = (value: unknown): string => `${JSON.stringify(value)}\n`;
  const text = message('json', 'caf\u00e9\r\n', 7);

  it('is found in any field, escaped once or twice', () => {
    for (const line of [
      object({ raw: text }),
      object({ a: { b: [{ c: text }] } }),
      object({ raw: text.replaceAll('\r\n', '\\r\\n') }),
      object({ log: text, stream: 'stdout' }),
    ]) {
      const read = readLog(new Uint8Array(Buffer.from(line, 'utf8'))).messages;
      expect(
        read.map((found) => Buffer.from(found.text, 'latin1').toString('utf8')),
        line,
      ).toEqual([text]);
    }
  });

  it('does not reach into the next object', () => {
    const cut = text.slice(0, text.indexOf('Content-Type'));
    const read = readLog(
      latin1Bytes(object({ raw: cut }) + object({ raw: 'Subject: SIP/2.0\r\nAnother: one\r\n' })),
    ).messages;
    expect(read.map((found) => found.text.includes('Another'))).toEqual([false]);
  });
});
