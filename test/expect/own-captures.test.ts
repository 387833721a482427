/** fixtures/expectations.yml, with which .ci/run gates our own captures: it speaks of each of them, and they meet it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseExpectations } from '../../src/index.ts';
import { sipMatchers } from '../../src/matchers.ts';
import { readTrace, tlsKeys } from '../../src/node/trace.ts';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'fixtures/expectations.yml'), 'utf8');

beforeAll(() => expect.extend(sipMatchers));

it('every capture with a call is named', () => {
  const folder = join(root, 'fixtures/captures');
  const silent = readdirSync(folder)
    .filter((name) => name.endsWith('.expected.json'))
    .filter((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).calls?.length > 0)
    .map((name) => name.replace(/\.expected\.json$/, '.pcap'))
    .filter((name) => !text.includes(`'*/${name}'`) && !text.includes(`'*/${name}ng'`));
  expect(silent, 'add what they must show to fixtures/expectations.yml').toEqual([]);
});

it('they meet it', async () => {
  const folder = join(root, 'fixtures/captures');
  const logs = readdirSync(folder).filter((name) => name.endsWith('.keylog'));
  const tls = tlsKeys(logs.map((name) => readFileSync(join(folder, name), 'latin1')));
  expect(await readTrace(folder, { tls })).toMeet(await parseExpectations(parse(text)));
});
