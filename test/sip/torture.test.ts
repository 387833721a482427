/** The messages of RFC 4475, as one analysis reads them: identity and defects by the verdict beside each. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SipMessage } from '../../src/model.ts';
import { createEndpoints } from '../../src/net/endpoints.ts';
import { createMessageParser } from '../../src/sip/parser.ts';
import { looksLikeSip } from '../../src/sip/recognise.ts';

interface Verdict {
  readonly expect: {
    readonly method?: string;
    readonly status?: number;
    readonly callId: string;
    readonly cseq?: number;
    readonly defects: readonly { readonly code: string; readonly header?: string }[];
  };
}

const folder = new URL('../../fixtures/torture/', import.meta.url);
const verdicts: Record<string, Verdict> = JSON.parse(readFileSync(new URL('verdicts.json', folder), 'utf8'));

function read(name: string): SipMessage | undefined {
  const bytes = readFileSync(new URL(name, folder));
  const endpoint = createEndpoints().named('192.0.2.1', 5060);
  return createMessageParser().parse(bytes, 0, bytes.length, {
    time: 0,
    transport: 'udp',
    source: endpoint,
    destination: endpoint,
    origin: { input: 0, index: 1, position: 0, length: bytes.length },
    truncated: false,
    ipId: -1,
  });
}

describe('RFC 4475', () => {
  it('has a verdict for each message, and a message for each verdict', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.sip'));
    expect(files.sort()).toEqual(Object.keys(verdicts).sort());
    expect(files).toHaveLength(49);
  });

  it.each(Object.entries(verdicts))('%s', (name, verdict) => {
    const bytes = readFileSync(new URL(name, folder));
    expect(looksLikeSip(bytes, 0, bytes.length)).toBe(true);
    const message = read(name);
    const wanted = verdict.expect;
    expect(message?.callId).toBe(wanted.callId);
    if (wanted.method !== undefined) expect(message?.method).toBe(wanted.method);
    if (wanted.status !== undefined) expect(message?.status).toBe(wanted.status);
    if (wanted.cseq !== undefined) expect(message?.cseq).toBe(wanted.cseq);
    const text = (code: string, header = '') => `${code} ${header}`.trim();
    const defects = message?.defects.map(({ code, args }) => text(code, args.header as string | undefined)).sort();
    expect(defects).toEqual(wanted.defects.map(({ code, header }) => text(code, header)).sort());
  });
});
