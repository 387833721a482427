/** Every log in fixtures/logs gives what its `.expected.json` says: no message less, none more. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dialects } from '../../src/logs/dialects.ts';
import { type Expected, fixtures, isoTime } from './fixtures.ts';
import { readLog } from './read.ts';
import { table } from './table.ts';

const root = join(import.meta.dirname, '../../fixtures/logs');
const logs = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.log'))
  .map((path) => path.slice(0, -'.log'.length).replaceAll('\\', '/'))
  .sort();

describe.each(logs)('fixtures/logs/%s.log', (name) => {
  it('gives the expected messages', () => {
    const expected: Expected[] = JSON.parse(readFileSync(join(root, `${name}.expected.json`), 'utf8'));
    const { messages } = readLog(readFileSync(join(root, `${name}.log`)));
    const actual: Expected[] = messages.map((message) => ({
      startLine: message.startLine,
      time: message.log?.resolution === Infinity ? null : isoTime(message.time),
      source: message.source,
      destination: message.destination,
      transport: message.transport,
      callId: message.callId,
      line: message.line,
      dialect: message.log?.dialect ?? '',
      ...(message.truncated && { truncated: true as const }),
    }));
    expect(actual).toEqual(expected);
  });
});

describe('fixtures/logs', () => {
  it('holds what the renderers render', () => {
    for (const { name, text, expected } of fixtures) {
      expect(readFileSync(join(root, `${name}.log`)).toString('latin1'), name).toBe(text);
      expect(JSON.parse(readFileSync(join(root, `${name}.expected.json`), 'utf8')), name).toEqual(expected);
    }
  });

  it('says of each log what it can tell', () => {
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(table());
  });

  it('has logs of every dialect', () => {
    const folders = new Set(logs.map((name) => name.split('/')[0]));
    expect(dialects.map(({ id }) => id).filter((id) => !folders.has(id))).toEqual([]);
  });
});
