/** The same SIP messages as tshark, in every capture of others that is at hand and in every one of our lab. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { corpus, lacks } from '../tools.ts';
import { differences } from './differences.ts';
import { lineOf, readMessages } from './messages.ts';

/** What is left of `a` when each line of `b` takes one away. */
function without(a: readonly string[], b: readonly string[]): string[] {
  const rest = new Map<string, number>();
  for (const line of b) rest.set(line, (rest.get(line) ?? 0) + 1);
  return a.filter((line) => {
    const n = rest.get(line) ?? 0;
    rest.set(line, n - 1);
    return n <= 0;
  });
}

/** Rows of tshark's view: frame, Request-Line or Status-Line, CSeq, Call-ID. */
function theirs(
  rows: string,
  columns: readonly [request: number, status: number, cseq: number, callId: number],
): string[] {
  const [request, status, cseq, callId] = columns;
  return rows
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => {
      const cells = row.split('\t');
      const line = (cells[request] || cells[status] || '').trim();
      return [cells[0], line, (cells[cseq] ?? '').trim().replace(/\s+/g, ' '), cells[callId] ?? ''].join(' | ');
    });
}

const folder = corpus();

describe.skipIf(folder === undefined)('captures of others', () => {
  const tables = folder === undefined ? [] : globSync('**/*.tshark.tsv', { cwd: folder }).sort();

  it.each(tables.map((table) => table.replace(/\.tshark\.tsv$/, '')))('%s', (name) => {
    const { messages } = readMessages(`${folder}/${name}`);
    const rows = readFileSync(`${folder}/${name}.tshark.tsv`, 'utf8').split('\n').slice(1).join('\n');
    const ours = messages.map(lineOf);
    const wanted = theirs(rows, [13, 14, 15, 16]);
    const known = differences[name];
    const onlyTshark = without(wanted, ours);
    const onlyOurs = without(ours, wanted);
    if (known === undefined) expect({ onlyTshark, onlyOurs }).toEqual({ onlyTshark: [], onlyOurs: [] });
    else expect([onlyTshark.length, onlyOurs.length]).toEqual([known.onlyTshark, known.onlyOurs]);
  });
});

/** Where tshark must be told to see what is there: it shows nothing of a message whose other fragments are lost. */
const told: { readonly [name: string]: readonly string[] } = {
  'invite-fragment-lost.pcap': ['-o', 'ip.defragment:FALSE'],
};

describe.skipIf(lacks('tshark'))('captures of the lab', () => {
  const root = new URL('../../fixtures/captures/', import.meta.url).pathname;

  it.each(globSync('*.{pcap,pcapng}', { cwd: root }).sort())('%s', (name) => {
    const { [name]: options = [] } = told;
    const keylog = `${root}${name.replace(/\.pcap(ng)?$/, '')}.keylog`;
    const keys = existsSync(keylog) ? ['-o', `tls.keylog_file:${keylog}`] : [];
    const fields = ['frame.number', 'sip.Request-Line', 'sip.Status-Line', 'sip.CSeq', 'sip.Call-ID'];
    const columns = fields.flatMap((field) => ['-e', field]);
    const rows = execFileSync(
      'tshark',
      // What an ICMP error quotes is no message.
      [...options, ...keys, '-n', '-r', root + name, '-Y', 'sip && !icmp && !icmpv6', '-T', 'fields', ...columns],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const keylogs = keys.length > 0 ? [readFileSync(keylog, 'latin1')] : [];
    const ours = readMessages(root + name, keylogs).messages.map(lineOf);
    const wanted = theirs(rows, [1, 2, 3, 4]);
    const { beyondTshark = 0 } = JSON.parse(readFileSync(root + name.replace(/pcap(ng)?$/, 'expected.json'), 'utf8'));
    const beyond = without(ours, wanted);
    expect(beyond).toHaveLength(beyondTshark);
    expect(without(ours, beyond)).toEqual(wanted);
  });
});
