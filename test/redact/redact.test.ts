/** Every capture and log of the fixtures is redacted and passes its own proof. */
import { describe, expect, it } from 'vitest';
import { fixturesIn } from '../fixtures.ts';
import { optionsFor, prove } from './prove.ts';

describe.each([
  ['captures', '.pcap'],
  ['logs', '.log'],
  ['rules', '.sip'],
  ['torture', '.sip'],
])('fixtures/%s/*%s', (folder, ending) => {
  it.each([...fixturesIn(folder, ending)])('%s', (_name, bytes) => {
    const options = optionsFor(bytes);
    expect(options).toBeDefined();
    if (options !== undefined) expect(prove(bytes, options).failures).toEqual([]);
  });
});
