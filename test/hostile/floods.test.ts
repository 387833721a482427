/** Floods that a scanner or a broken stack makes: one Call-ID for everything, one call without end, a call a packet. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/index.ts';

const COUNT = 120_000;

interface Flood {
  readonly callId: (i: number) => string;
  readonly cseq: (i: number) => number;
  readonly tags: (i: number) => readonly [from: string, to: string];
  readonly method: string;
}

/** In our own trace text: a message a millisecond. */
function text({ callId, cseq, tags, method }: Flood): Uint8Array {
  const pieces: string[] = [];
  for (let i = 0; i < COUNT; i++) {
    const [from, to] = tags(i);
    pieces.push(
      `@ ${i === 0 ? '2026-01-05T10:15:30.000000Z' : '+0.001'} udp 192.0.2.1:5060 > 192.0.2.7:5060\n` +
        `${method} sip:bob@example.com SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK${i}\nMax-Forwards: 70\n` +
        `From: <sip:alice@example.com>;tag=${from}\nTo: <sip:bob@example.com>${to === '' ? '' : `;tag=${to}`}\n` +
        `Call-ID: ${callId(i)}\nCSeq: ${cseq(i)} ${method}\nContact: <sip:alice@192.0.2.1>\nContent-Length: 0\n\n`,
    );
  }
  return new TextEncoder().encode(pieces.join(''));
}

const floods: Readonly<Record<string, Flood>> = {
  'INVITEs of one Call-ID': { callId: () => 'one', cseq: (i) => i + 1, tags: () => ['a', ''], method: 'INVITE' },
  'dialogs of one Call-ID': {
    callId: () => 'one',
    cseq: (i) => i + 1,
    tags: (i) => [`a${i}`, `b${i}`],
    method: 'INVITE',
  },
  'BYEs of one dialog': { callId: () => 'one', cseq: (i) => i + 1, tags: () => ['a', 'b'], method: 'BYE' },
  'a Call-ID for every OPTIONS': {
    callId: (i) => `c${i}`,
    cseq: () => 1,
    tags: (i) => [`a${i}`, ''],
    method: 'OPTIONS',
  },
  'a Call-ID for every INVITE': { callId: (i) => `c${i}`, cseq: () => 1, tags: (i) => [`a${i}`, ''], method: 'INVITE' },
};

describe('a flood', () => {
  it.each(Object.entries(floods))('of %s is read to its end', { timeout: 120_000 }, async (_, flood) => {
    const report = await analyze(text(flood), { path: 'flood.sip' });
    expect(report.summary.messages).toBe(COUNT);
    // What is listed has an end, whatever comes.
    expect(report.calls.length).toBeLessThanOrEqual(100_000);
    expect(report.transactions.length).toBeLessThanOrEqual(100_000);
    for (const { sequence, messages } of report.calls)
      expect(sequence.length + messages.length).toBeLessThanOrEqual(3_000);
  });
});
