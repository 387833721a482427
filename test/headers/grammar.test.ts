/** The scanners of this project and the grammar of JsSIP give the same verdict, but for a table of known differences. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkHeader } from '../../src/headers/check.ts';
import { loadGrammar } from '../../src/syntax/grammar.ts';
import { trimSpace } from '../../src/syntax/scanner.ts';
import { parseUri } from '../../src/syntax/uri.ts';
import { runs } from '../syntax/runs.ts';
import { differences } from './differences.ts';
import { absoluteUri, mutated, sipUri, values } from './values.ts';

const grammar = await loadGrammar();

/** Asserts the same verdict, or a known difference. */
function agree(name: string, value: string, code: string | undefined): void {
  const verdict = grammar.judge(name, value);
  if (verdict === 'unsupported') return;
  const accepts = verdict === 'valid' ? 'grammar' : 'scanners';
  if ((code === undefined) === (verdict === 'valid')) return;
  const known = differences.some(
    (difference) => difference.accepts === accepts && difference.applies(value, code, name),
  );
  expect(
    known,
    `${name}: ${JSON.stringify(value)} is ${code ?? 'fine'} to the scanners, ${verdict} to the grammar`,
  ).toBe(true);
}

const uriCode = (value: string) => {
  const uri = parseUri(value);
  return uri && uri.defects.length === 0 ? undefined : 'uri-invalid';
};

describe.each(Object.entries(values))('%s', (name, value) => {
  test('valid values', () => {
    fc.assert(
      fc.property(value.map(trimSpace), (text) => agree(name, text, checkHeader(name, text))),
      runs,
    );
  });
  test('nearly valid values', () => {
    fc.assert(
      fc.property(mutated(value).map(trimSpace), (text) => agree(name, text, checkHeader(name, text))),
      runs,
    );
  });
});

describe('URIs', () => {
  test.each([
    ['sip', sipUri],
    ['nearly sip', mutated(sipUri)],
    ['absolute', absoluteUri],
    ['nearly absolute', mutated(absoluteUri)],
  ])('%s', (_, uri) => {
    fc.assert(
      fc.property(uri, (text) => agree('Request-URI', text, uriCode(text))),
      runs,
    );
  });
});

test.each(differences)('known difference: $why', (difference) => {
  const [name, value] = difference.example;
  const code = name === 'Request-URI' ? uriCode(value) : checkHeader(name, value);
  expect(grammar.judge(name, value)).toBe(difference.accepts === 'grammar' ? 'valid' : 'invalid');
  expect(code === undefined).toBe(difference.accepts === 'scanners');
  expect(difference.applies(value, code, name)).toBe(true);
});

describe('the grammar itself', () => {
  test.each([
    ['Contact', '*', 'valid'],
    ['Contact', '*, <sip:a@example.com>', 'invalid'],
    ['Via', 'SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKa, SIP/2.0/TCP', 'invalid'],
    ['From', '<sip:a%FF@example.com>;tag=1', 'unsupported'],
    ['From', '<tel:+331234>;tag=1', 'unsupported'],
    ['Request-URI', 'tel:+331234', 'unsupported'],
    ['Request-URI', 'sip:1.2', 'invalid'],
    ['Date', 'Mon, 05 Jan 2026 10:15:30 GMT', 'unsupported'],
    ['constructor', '', 'unsupported'],
  ])('%s: %s → %s', (name, value, verdict) => {
    expect(grammar.judge(name, value)).toBe(verdict);
  });

  test('is loaded once', async () => {
    expect(await loadGrammar()).toBe(grammar);
  });
});
