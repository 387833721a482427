/** Sound out of packets: the tables of G.711, places by timestamp, and the file as a player reads it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Track } from '../../src/media/audio.ts';
import { g711Table } from '../../src/media/g711.ts';
import { fixture, run } from '../cli/run.ts';
import { Trace } from './trace.ts';

describe('G.711', () => {
  it.each([
    ['PCMA', [0xd5, 0x55, 0xaa, 0x2a], [8, -8, 32_256, -32_256]],
    ['PCMU', [0xff, 0x7f, 0x80, 0x00], [0, 0, 32_124, -32_124]],
  ])('%s has the ends and the middle of its scale where ITU-T puts them', (codec, octets, samples) => {
    const table = g711Table(codec) ?? new Int16Array(256);
    expect(octets.map((octet) => table[octet])).toEqual(samples);
    expect(g711Table('opus')).toBeUndefined();
  });
});

describe('a track', () => {
  const packet = Uint8Array.from({ length: 160 }, () => 0xd5);
  const rtp = { payloadType: 8, marker: false, sequence: 0, timestamp: 0, ssrc: 1, start: 0, end: 160 };

  it('keeps silence, and the place of what comes late', () => {
    const track = new Track(0, 80_000);
    track.add('s', 'PCMA', { ...rtp, timestamp: 1000 }, packet, 0);
    track.add('s', 'PCMA', { ...rtp, timestamp: 1480 }, packet, 65_000);
    track.add('s', 'PCMA', { ...rtp, timestamp: 1320 }, packet, 66_000);
    expect(track.length).toBe(640);
    expect([...track.samples.subarray(158, 162)]).toEqual([8, 8, 0, 0]);
    expect([track.samples[330], track.samples[490]]).toEqual([8, 8]);
  });

  it('goes on by arrival where timestamps jump, and ends where it must', () => {
    const track = new Track(0, 8_100);
    track.add('s', 'PCMA', { ...rtp, timestamp: 1000 }, packet, 0);
    track.add('s', 'PCMA', { ...rtp, timestamp: 4_000_000_000 }, packet, 1_000_000);
    expect(track.length).toBe(8_100);
  });
});

describe('sipsleuth audio', () => {
  const work = mkdtempSync(join(tmpdir(), 'sipsleuth-audio-'));
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  it('writes both sides of a call', () => {
    const call = fixture('softphones-talk');
    expect(run(['audio', '--call', '1', '-o', 'call.wav', call], work)).toEqual({ code: 0, stdout: '', stderr: '' });
    const wav = readFileSync(join(work, 'call.wav'));
    expect([wav.toString('latin1', 0, 4), wav.readUInt16LE(22), wav.readUInt32LE(24)]).toEqual(['RIFF', 2, 8000]);
    expect(wav.length).toBe(44 + wav.readUInt32LE(40));
    // 151 packets a side, which began within 14 ms of each other.
    const samples = (wav.length - 44) / 4;
    expect(samples).toBeGreaterThanOrEqual(151 * 160);
    expect(samples).toBeLessThan(151 * 160 + 200);
    // The lab's phones hum at 440 Hz: 880 changes of sign in a second.
    for (const channel of [0, 2]) {
      let changes = 0;
      for (let i = 8_000; i < 16_000; i++) {
        const [a, b] = [wav.readInt16LE(44 + 4 * i - 4 + channel), wav.readInt16LE(44 + 4 * i + channel)];
        if (a < 0 !== b < 0) changes++;
      }
      expect(changes).toBe(880);
    }
  });

  it('says why it cannot', () => {
    const trace = (media: string, type: number) =>
      new Trace()
        .call('x', 0, 3000, { address: '192.0.2.1', media }, { address: '192.0.2.7', media })
        .rtp({ from: '192.0.2.1:40000', to: '192.0.2.7:40000', at: 150, packets: 60, type })
        .bytes();
    writeFileSync(join(work, 'srtp.pcap'), trace('m=audio 40000 RTP/SAVP 8', 8));
    writeFileSync(join(work, 'opus.pcap'), trace('m=audio 40000 RTP/AVP 96\r\na=rtpmap:96 opus/48000/2', 96));
    for (const [name, words] of [
      [fixture('busy-486'), /call 1 has no audio/],
      ['srtp.pcap', /encrypted \(SRTP\)/],
      ['opus.pcap', /is opus: only G\.711/],
      ['-', /cannot be: save it to a file/],
    ] as const) {
      const { code, stderr } = run(['audio', '-c', '1', '-o', 'no.wav', name], work);
      expect(code, stderr).toBe(2);
      expect(stderr).toMatch(words);
    }
    expect(() => readFileSync(join(work, 'no.wav'))).toThrow();
  });
});
