/** Logs of others: a scanner that knows no dialect counts start lines, and ours must find as many messages, or the table says why not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { readLog } from '../logs/read.ts';
import { corpus } from '../tools.ts';

/** Knows the shape of a line and nothing of what surrounds it. */
const START =
  /(?:^|[^"'\w])(?:(?:[A-Z]{3,10} (?:sips?|tel|urn|im|pres):[^\s"]+ SIP\/2\.0)|SIP\/2\.0 [1-6]\d\d(?: [^\r]*)?)[\s.]*$/;

interface Difference {
  /** What the scanner counts beyond the messages. */
  readonly more: number;
  readonly because: string;
}

const differences: Readonly<Record<string, Difference>> = {
  'DevEntities__gb28181-restreamer/app.log': {
    more: 4,
    because: 'the program prints the status line of a response once more, as a message of its own about it',
  },
  'drgyl__sip/ade_J169fw40103_syslog.txt': {
    more: 4,
    because: 'bodies of NOTIFY requests of type message/sipfrag (RFC 3420)',
  },
};

const folder = corpus();

describe.skipIf(folder === undefined)('start lines in logs of others', () => {
  const files = folder === undefined ? [] : globSync('**/*.{txt,log}', { cwd: folder }).sort();

  it('there are some', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('%s', (name) => {
    const bytes = readFileSync(join(folder ?? '', name));
    const lines = bytes.toString('latin1').split(/\r*\n/);
    const counted = lines.flatMap((line, index) => (START.test(line) ? [index + 1] : []));
    const { messages } = readLog(bytes);
    const found = new Set(messages.map(({ line }) => line));
    const missed = counted.filter((line) => !found.has(line));
    expect({ file: name, missed: missed.length, lines: missed }).toMatchObject({
      missed: differences[name]?.more ?? 0,
    });
    // Nothing is made up either.
    expect(messages.filter(({ line }) => !counted.includes(line)).map(({ line }) => line)).toEqual([]);
  });
});
