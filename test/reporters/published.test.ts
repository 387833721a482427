/** SARIF and JUnit by the schemas that others publish, for every fixture. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import { accept } from '../../src/gate/accepted.ts';
import { baselineOf, inBaseline } from '../../src/gate/baseline.ts';
import { analyze } from '../../src/index.ts';
import { en } from '../../src/locales/en/index.ts';
import { junit } from '../../src/reporters/junit.ts';
import type { ReporterOptions } from '../../src/reporters/reporter.ts';
import { sarif } from '../../src/reporters/sarif.ts';
import { lacks, published } from '../tools.ts';

const root = join(import.meta.dirname, '../../fixtures');
const work = mkdtempSync(join(tmpdir(), 'sipsleuth-published-'));
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(pcap|pcapng|log|sip)$/.test(name))
  .sort();
const options: ReporterOptions = {
  locale: en,
  color: false,
  width: 80,
  limitCalls: 0,
  limitLines: 0,
  failOn: 'info',
};
const read = (name: string) => analyze(readFileSync(join(root, name)), { path: name });
const sarifSchema = published('sarif-2.1.0-rtm.5.json');
const junitSchema = lacks('xmllint') ? undefined : published('jenkins-junit.xsd');

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe.skipIf(sarifSchema === undefined)('SARIF', () => {
  it('of every fixture is valid by the schema of OASIS', async () => {
    // The schema knows formats and patterns that Ajv would only take in an older dialect of regular expressions.
    const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
    // It is written in draft 4, of which it uses nothing that draft 7 takes otherwise, but for its own name.
    const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(sarifSchema ?? '', 'utf8'));
    const validate = ajv.compile(schema);
    const faults: string[] = [];
    for (const file of files) {
      const report = await read(file);
      for (const one of [report, accept(report, inBaseline(baselineOf(report)))]) {
        const text = [...sarif.write(one, options)].join('');
        if (!validate(JSON.parse(text))) faults.push(`${file}: ${ajv.errorsText(validate.errors)}`);
      }
    }
    expect(faults).toEqual([]);
    expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
  });
});

describe.skipIf(junitSchema === undefined)('JUnit', () => {
  it('of every fixture is valid by the schema of Jenkins', async () => {
    const paths: string[] = [];
    for (const [index, file] of files.entries()) {
      const path = join(work, `${index}.xml`);
      writeFileSync(path, [...junit.write(await read(file), options)].join(''));
      paths.push(path);
    }
    const lint = (...xml: string[]) =>
      spawnSync('xmllint', ['--noout', '--nonet', '--schema', junitSchema ?? '', ...xml], { encoding: 'utf8' });
    const { status, stderr } = lint(...paths);
    expect([status, stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'))]).toEqual([0, []]);
    const wrong = join(work, 'wrong.xml');
    writeFileSync(wrong, '<testsuites><testcase/></testsuites>');
    expect(lint(wrong).status).not.toBe(0);
  });
});
