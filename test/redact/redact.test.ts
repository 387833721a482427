/** Every capture and log that is at hand is redacted and passes its own proof. */
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { fixturesIn } from '../fixtures.ts';
import { analyse } from '../slice/slice.ts';
import { corpus } from '../tools.ts';
import { keyedBy, optionsFor, prove, refused } from './prove.ts';

function expectProven(bytes: Uint8Array): void {
  const options = optionsFor(bytes);
  expect(options).toBeDefined();
  if (options !== undefined) expect(prove(bytes, options).failures).toEqual([]);
}

/**
 * Logs are redacted line by line, so what no line shows whole cannot be: bytes as numbers, messages in two pieces of a stream or in two
 * records, trees, marks glued to a reason phrase. The proof finds out, and the command writes nothing.
 */
const refusedLogs = new Set([
  'audiocodes/one-line-records.log',
  'avaya-phone/syslog.log',
  'fortigate/debug.log',
  'fortigate/wrapped.log',
  'jssip/saved.log',
  'ngrep/byline.log',
  'ribbon-sbc/trace.log',
  'tcpdump/ascii.log',
  'tcpdump/hex-with-link-header.log',
  'tcpdump/hex.log',
  'wireshark-follow/raw.log',
  'wireshark/tree-and-bytes.log',
  'wireshark/tree.log',
  'wrapped/docker-parts.log',
  'wrapped/journal-json.log',
  'wrapped/kubernetes-parts.log',
]);

function expectRefused(bytes: Uint8Array): void {
  const options = optionsFor(bytes);
  expect(options && prove(bytes, options).failures).not.toEqual([]);
}

describe.each([
  ['captures', '.pcap'],
  ['logs', '.log'],
  ['rules', '.sip'],
  ['torture', '.sip'],
])('fixtures/%s/*%s', (folder, ending) => {
  it.each([...fixturesIn(folder, ending)].filter(([name]) => !refused.has(name)))('%s', (name, bytes) =>
    refusedLogs.has(name.replace('-ugly', '')) ? expectRefused(bytes) : expectProven(bytes),
  );
});

describe('what cannot be rewritten', () => {
  const captures = [...fixturesIn('captures', '.pcap')].filter(([name]) => refused.has(name));

  it.each(captures)('is wiped, and %s is not written', (_name, bytes) => {
    const options = optionsFor(bytes);
    if (options === undefined) throw new Error('no capture');
    // Nobody is given away even so: only the report says something else.
    expect(prove(bytes, options).failures.map(({ kind }) => kind)).toEqual(['report']);
  });
});

const folder = corpus();

describe.skipIf(folder === undefined)('captures and logs of others', () => {
  const files = folder === undefined ? [] : globSync('**/*', { cwd: folder, ignore: ['**/*.tsv', '*.md'] }).sort();

  it.each(files)('%s', (name) => {
    const bytes = new Uint8Array(readFileSync(`${folder}/${name}`));
    // Without SIP, and of what is neither capture nor text, the command writes nothing.
    if (optionsFor(bytes) === undefined || analyse(bytes).inputs[0].sipMessages === 0) return;
    expectProven(bytes);
  });
});

describe('names', () => {
  const bytes = fixturesIn('captures', '.pcap').get('b2bua-call.pcap') ?? new Uint8Array();
  const redacted = (key: string) => {
    const options = optionsFor(bytes, { keyed: keyedBy(key) });
    if (options === undefined) throw new Error('no capture');
    return prove(bytes, options).bytes;
  };

  it('are the same for the same key', () => expect(redacted('one')).toEqual(redacted('one')));

  it('are others for another key, all of them', () => {
    const from = (key: string) => analyse(redacted(key)).calls.map(({ from: caller }) => caller);
    expect(from('one')).not.toEqual(from('two'));
    expect(from('one')).toHaveLength(2);
  });

  it('are the same in every file', () => {
    const log = fixturesIn('logs', '.log').get('asterisk-pjsip/log-file.log') ?? new Uint8Array();
    const other = fixturesIn('logs', '.log').get('wrapped/docker.log') ?? new Uint8Array();
    const callers = [log, other].map((one) => {
      const options = optionsFor(one);
      if (options === undefined) throw new Error('no log');
      return analyse(prove(one, options).bytes).calls.map(({ from }) => from);
    });
    expect(callers[0]).toEqual(callers[1]);
    expect(callers[0].join()).not.toContain('alice');
  });
});
