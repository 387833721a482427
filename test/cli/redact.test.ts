/** `sipsleuth redact` as a user meets it: keys, wrong usage, files that stay as they were, and what pcapng holds beside packets. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { pcapngHeader, pcapngInterface, pcapngPacket } from '../../src/files/pcapng-writer.ts';
import { recordsOf } from '../frames.ts';
import { analyse } from '../slice/slice.ts';
import { fixture, run } from './run.ts';

const work = mkdtempSync(join(tmpdir(), 'sipsleuth-redact-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const at = (name: string) => join(work, name);
const call = fixture('b2bua-call');
const whole = new Uint8Array(readFileSync(call));

/** A pcapng with a comment, a name resolution block and the secrets of a TLS session. */
function talkativePcapng(): Uint8Array {
  const block = (type: number, text: string) => {
    const body = Buffer.from(text.padEnd((text.length + 3) & ~3, '\0'));
    const out = Buffer.alloc(12 + body.length);
    out.writeUInt32LE(type, 0);
    out.writeUInt32LE(out.length, 4);
    body.copy(out, 8);
    out.writeUInt32LE(out.length, out.length - 4);
    return out;
  };
  const packets = recordsOf(whole).map(({ time, frame }) =>
    pcapngPacket(
      { time, nanoseconds: 0, bytes: frame, start: 0, end: frame.length, wireLength: frame.length },
      0,
      false,
    ),
  );
  const names = block(4, '\x01\0\x18\0\xc0\0\x02\x05secretary.example.com\0\0');
  return new Uint8Array(
    Buffer.concat([pcapngHeader(), pcapngInterface(1, false), names, block(10, 'TLSKCLIENT_RANDOM'), ...packets]),
  );
}

describe('redact', () => {
  it('writes a copy that says the same and names nobody', () => {
    const { code, stdout, stderr } = run(['redact', '-o', 'a.pcap', call], work);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toBe(
      'sipsleuth: the key was made up: with --key, another run or another file gives the same names\n',
    );
    const written = readFileSync(at('a.pcap'));
    expect(written).toHaveLength(whole.length);
    expect(analyse(new Uint8Array(written)).calls.map(({ sequence }) => sequence)).toEqual(
      analyse(whole).calls.map(({ sequence }) => sequence),
    );
    expect(written.toString('latin1')).not.toMatch(/alice|192\.0\.2\./i);
  });

  it('gives the same bytes for the same key, wherever it stands, and packs what is called so', () => {
    writeFileSync(at('key'), 'a long secret\n');
    for (const [name, ...more] of [
      ['b.pcap', '--key', 'a long secret'],
      ['c.pcap', '--key-file', 'key'],
      ['d.pcap.gz', '--key-file', 'key'],
    ]) {
      const { code, stderr } = run(['redact', '-o', name, ...more, call], work);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    }
    expect(readFileSync(at('c.pcap'))).toEqual(readFileSync(at('b.pcap')));
    expect(gunzipSync(readFileSync(at('d.pcap.gz')))).toEqual(readFileSync(at('b.pcap')));
  });

  it('leaves out what a pcapng holds beside packets', () => {
    writeFileSync(at('talk.pcapng'), talkativePcapng());
    expect(run(['redact', '--key', 'a long secret', '-o', 'e.pcapng', 'talk.pcapng'], work).code).toBe(0);
    const written = readFileSync(at('e.pcapng')).toString('latin1');
    expect(written).not.toMatch(/secretary|CLIENT_RANDOM/);
    expect(analyse(new Uint8Array(readFileSync(at('e.pcapng')))).inputs[0].format).toBe('pcapng');
  });

  it('--also takes a word out that only the user knows, --keep leaves one', () => {
    const log =
      '@ 2026-01-05T10:15:30Z udp 192.0.2.1:5060 > 192.0.2.2:5060\nOPTIONS sip:gold@example.com SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\nFrom: <sip:a@b.org>;tag=1\nTo: <sip:b@b.org>\nCall-ID: 1\nCSeq: 1 OPTIONS\nUser-Agent: Rosebud Phone\n';
    writeFileSync(at('w.sip'), log);
    const { code, stderr } = run(
      ['redact', '-q', '--also', 'Rosebud', '--keep', 'gold', '-o', 'w2.sip', 'w.sip'],
      work,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const written = readFileSync(at('w2.sip'), 'utf8');
    expect(written).toMatch(/User-Agent: (?!Rosebud)[A-Z][a-z]{6} Phone/);
    expect(written).toContain('sip:gold@');
  });

  it('overwrites no input', () => {
    copyFileSync(call, at('in.pcap'));
    const { code, stderr } = run(['redact', '-o', 'in.pcap', 'in.pcap'], work);
    expect(code).toBe(2);
    expect(stderr).toContain('in.pcap is an input');
    expect(new Uint8Array(readFileSync(at('in.pcap')))).toEqual(whole);
  });

  it.each([
    [[call], /where to\?/],
    [['-o', 'n.pcap', '--key', 'short', call], /guessed too easily/],
    [['-o', 'n.pcap', '--key', 'a long secret', '--key-file', 'key', call], /one key is enough/],
    [['-o', 'n.pcap', '--key-file', 'nowhere', call], /nowhere cannot be read: no such file/],
    [['-o', 'no/such/n.pcap', call], /cannot be written: no such file or directory/],
  ])('%j is wrong usage', (args, sentence) => {
    const { code, stdout, stderr } = run(['redact', ...args], work);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(work)).not.toContain('n.pcap');
  });

  it('of what is not there, and of what holds no SIP, writes nothing', () => {
    writeFileSync(at('note.txt'), 'hello\n');
    for (const name of ['note.txt', 'missing.pcap']) {
      const { code, stderr } = run(['redact', '-o', 'none.pcap', name], work);
      expect(code).toBe(3);
      expect(stderr).toContain(name);
    }
    expect(readdirSync(work)).not.toContain('none.pcap');
  });
});
