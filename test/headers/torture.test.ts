/** Our torture messages: the files are what the verdicts say, and `checkHeader` finds what a header value can tell. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkHeader } from '../../src/headers/check.ts';
import { canonicalName } from '../../src/headers/names.ts';
import { corpus } from '../tools.ts';

const folder = new URL('../../fixtures/torture/', import.meta.url);
const others = corpus();

interface Verdict {
  section: string;
  verdict: string;
  expect: {
    method?: string;
    status?: number;
    callId: string;
    cseq?: number;
    messages: number;
    messagesOnStream?: number;
    defects: { code: string; header?: string }[];
  };
  why: string;
}

const verdicts: Record<string, Verdict> = JSON.parse(readFileSync(new URL('verdicts.json', folder), 'utf8'));

/** Codes that need more than one header value. */
const ofMessage = new Set(
  (
    'version-unsupported whitespace-in-request-line trailing-whitespace-in-request-line request-uri-headers ' +
    'status-out-of-range header-missing header-repeated branch-missing cseq-method-mismatch content-length-too-large'
  ).split(' '),
);
/** Codes that name the header field. */
const named = /^(header|uri|angle|display|quoted|param)-/;

/** Start line, unfolded header fields and body; quick and trusting, for these files only. */
function read(bytes: Buffer) {
  const text = bytes.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const [startLine, ...lines] = text
    .slice(0, end < 0 ? text.length : end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const fields = lines
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      const value = Buffer.from(line.slice(colon + 1), 'latin1').toString('utf8');
      return { name: canonicalName(line.slice(0, colon).trimEnd()), value: value.trim() };
    });
  return { startLine, fields, body: text.slice(end + 4) };
}

function headerDefects(fields: { name: string; value: string }[]): string[] {
  const found = fields.map(({ name, value }) => {
    const code = checkHeader(name, value);
    return code && (named.test(code) ? `${code} ${name}` : code);
  });
  return [...new Set(found.filter((defect) => defect !== undefined))].sort();
}

function expectedOf(verdict: Verdict): string[] {
  return verdict.expect.defects
    .filter(({ code, header }) => !ofMessage.has(code) && header !== 'Request-URI')
    .map(({ code, header }) => (header ? `${code} ${header}` : code))
    .sort();
}

test('there is a verdict for each file and a file for each verdict', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sip'));
  expect(Object.keys(verdicts).sort()).toEqual(files.sort());
  expect(files).toHaveLength(49);
  expect(new Set(Object.values(verdicts).map(({ section }) => section)).size).toBe(49);
});

describe.each(Object.entries(verdicts))('%s', (name, verdict) => {
  const message = read(readFileSync(new URL(name, folder)));

  test('is what its verdict says', () => {
    const { expect: expected } = verdict;
    const first = (header: string) => message.fields.find((field) => field.name === header)?.value;
    if (expected.method) expect(message.startLine.startsWith(`${expected.method} `)).toBe(true);
    if (expected.status) expect(message.startLine.startsWith(`SIP/2.0 ${expected.status} `)).toBe(true);
    expect(first('Call-ID') ?? '').toBe(expected.callId);
    if (expected.cseq !== undefined) expect(Number.parseInt(first('CSeq') ?? '', 10)).toBe(expected.cseq);
    const oneLength = !expected.defects.some(
      ({ code, header }) => code.startsWith('content-length') || header === 'Content-Length',
    );
    const length = first('Content-Length');
    if (oneLength && length !== undefined && !expected.messagesOnStream)
      expect(Number(length)).toBe(message.body.length);
    expect(verdict.verdict).toBe(
      verdict.section.startsWith('3.1.1.') ? 'valid' : verdict.section.startsWith('3.1.2.') ? 'invalid' : 'odd',
    );
  });

  test('its header values have the defects of the verdict, and no others', () => {
    expect(headerDefects(message.fields)).toEqual(expectedOf(verdict));
  });

  // Not skipped but absent where the corpus is: a checkout alone is whole.
  if (others === undefined) return;
  test('so has the message of the RFC itself (../shared/corpus)', () => {
    const original = ['valid', 'invalid']
      .map((kind) => join(others, 'emiago__sipgo', `${kind}__${name.replace('.sip', '.dat')}`))
      .find(existsSync);
    if (original === undefined) throw new Error(`the corpus has no original of ${name}`);
    expect(headerDefects(read(readFileSync(original)).fields)).toEqual(expectedOf(verdict));
  });
});
