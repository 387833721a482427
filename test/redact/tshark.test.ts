/** What tshark says of redacted captures: no checksum became wrong, and the same SIP is in them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fixturesIn } from '../fixtures.ts';
import { lacks } from '../tools.ts';
import { optionsFor, prove, refused } from './prove.ts';

const work = mkdtempSync(join(tmpdir(), 'sipsleuth-redact-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const checks = ['ip', 'udp', 'tcp'].flatMap((protocol) => ['-o', `${protocol}.check_checksum:TRUE`]);

function fieldsOf(bytes: Uint8Array, fields: readonly string[]): string[] {
  const path = join(work, 'x.pcap');
  writeFileSync(path, bytes);
  const args = ['-r', path, ...checks, '-T', 'fields', ...fields.flatMap((field) => ['-e', field])];
  return execFileSync('tshark', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 26,
  }).split('\n');
}

/** 1 is good, 0 bad, 2 and 3 not checked. ICMP says the same of itself and of what it quotes. */
const sums = ['ip.checksum.status', 'udp.checksum.status', 'tcp.checksum.status', 'icmp.checksum.status'];
const facts = [
  'frame.time_epoch',
  'frame.len',
  'frame.cap_len',
  'ip.id',
  'udp.length',
  'tcp.seq_raw',
  'sip.Method',
  'sip.Status-Code',
  'sip.CSeq.seq',
  'sdp.media.port',
  'rtp.seq',
];

describe.skipIf(lacks('tshark'))('tshark', () => {
  it.each([...fixturesIn('captures', '.pcap')])('%s', (name, bytes) => {
    const options = optionsFor(bytes);
    if (options === undefined) throw new Error('no capture');
    const { bytes: written } = prove(bytes, options);
    expect(fieldsOf(written, sums)).toEqual(fieldsOf(bytes, sums));
    if (!refused.has(name)) expect(fieldsOf(written, facts)).toEqual(fieldsOf(bytes, facts));
  });
});
