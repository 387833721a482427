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

/** In our own trace text: `after` seconds since the message before, the first at a time of its own. */
function message({ callId, cseq, tags, method }: Flood, i: number, after: string): string {
  const [from, to] = tags(i);
  return (
    `@ ${i === 0 ? '2026-01-05T10:15:30.000000Z' : `+${after}`} udp 192.0.2.1:5060 > 192.0.2.7:5060\n` +
    `${method} sip:bob@example.com SIP/2.0\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK${callId(i)}.${i}\n` +
    `Max-Forwards: 70\nFrom: <sip:alice@example.com>;tag=${from}\n` +
    `To: <sip:bob@example.com>${to === '' ? '' : `;tag=${to}`}\n` +
    `Call-ID: ${callId(i)}\nCSeq: ${cseq(i)} ${method}\nContact: <sip:alice@192.0.2.1>\nContent-Length: 0\n\n`
  );
}

function flooded(flood: Flood, after: string): string[] {
  return Array.from({ length: COUNT }, (_, i) => message(flood, i, after));
}

const bytes = (pieces: readonly string[]) => new TextEncoder().encode(pieces.join(''));

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
    const report = await analyze(bytes(flooded(flood, '0.001')), { path: 'flood.sip' });
    expect(report.summary.messages).toBe(COUNT);
    // What is listed has an end, whatever comes.
    expect(report.calls.length).toBeLessThanOrEqual(100_000);
    expect(report.transactions.length).toBeLessThanOrEqual(100_000);
    for (const { sequence, messages } of report.calls)
      expect(sequence.length + messages.length).toBeLessThanOrEqual(3_000);
  });

  it('of calls does not hide the fault that comes after it', { timeout: 120_000 }, async () => {
    const flood = floods['a Call-ID for every INVITE'];
    const late = { ...flood, callId: () => 'late', tags: () => ['late', ''] as const };
    // Within 1.2 s nothing can be said of the flood; three copies on timer A are proof (RFC 3261 §17.1.1.2).
    const copies = ['0.1', '0.5', '1'].map((after) => message(late, COUNT, after));
    const report = await analyze(bytes([...flooded(flood, '0.00001'), ...copies]), { path: 'flood.sip' });
    expect(report.summary.calls).toBe(COUNT + 1);
    const [fault] = report.findings.filter(({ rule }) => rule === 'invite-no-response');
    expect(report.calls[fault?.subject.id ?? -1]?.callIds).toEqual(['late']);
    // The other calls of which nothing is known, and the one with the fault, stand beside those that were left out.
    expect(report.summary.omitted.calls + report.calls.length).toBe(COUNT + 1);
    expect(report.calls.length).toBe(100_001);
  });
});
