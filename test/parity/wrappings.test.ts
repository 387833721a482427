/** The same SIP messages as tshark, in every link type and tunnel. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pcap } from '../files/build.ts';
import { CALL_ID, type Wrapping, wrappings } from '../net/wrappings.ts';
import { lacks } from '../tools.ts';
import { readMessages } from './messages.ts';

const work = mkdtempSync(join(tmpdir(), 'sipsleuth-wrappings-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** What is read alike goes into one file; associations of SCTP have the same numbers, so they have a file each. */
const files = new Map<string, Wrapping[]>();
for (const one of wrappings) {
  if (one.tshark === false) continue;
  const key = [one.linkType, ...one.tshark, one.transport === 'sctp' ? one.name : ''].join(' ').trim();
  files.set(key, [...(files.get(key) ?? []), one]);
}

function theirs(path: string, options: readonly string[]): string[] {
  const fields = ['frame.number', 'sip.Method', 'sip.Call-ID', 'sip.CSeq'].flatMap((field) => ['-e', field]);
  return execFileSync('tshark', [...options, '-n', '-r', path, '-Y', 'sip', '-T', 'fields', ...fields], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
    .split('\n')
    .filter((line) => line !== '');
}

describe.skipIf(lacks('tshark'))('tshark', () => {
  it.each([...files])('link type and options %s', (key, list) => {
    const path = join(work, `${key.replace(/\W+/g, '-')}.pcap`);
    writeFileSync(
      path,
      pcap(
        list.flatMap(({ frames }) => frames.map((data) => ({ data }))),
        { linkType: list[0].linkType },
      ),
    );
    const ours = readMessages(path).messages.map((message) =>
      [message.origin.index, message.method, message.callId, message.header('CSeq')].join('\t'),
    );
    expect(ours).toEqual(theirs(path, list[0].tshark || []));
    expect(ours).toHaveLength(list.length);
    expect(ours.every((line) => line.includes(CALL_ID))).toBe(true);
  });
});
