/** schema/expectations.schema.json: made of src/expect/schema.ts, and a schema itself. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { expectationsSchema } from '../../src/expect/schema.ts';
import type { Outcome } from '../../src/model.ts';
import type { RegistrationOutcome } from '../../src/report.ts';
import { rules } from '../../src/rules/index.ts';

const path = join(import.meta.dirname, '../../schema/expectations.schema.json');
const schema = expectationsSchema(rules.map(({ id }) => id));

describe('schema/expectations.schema.json', () => {
  it('is current', () => {
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (env.UPDATE_GOLDENS === '1') writeFileSync(path, text);
    expect(readFileSync(path, 'utf8'), 'UPDATE_GOLDENS=1 renews it').toBe(text);
  });

  it('is a JSON Schema', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false });
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(ajv.compile(schema)({ expectations: 1 })).toBe(true);
  });

  it('describes everything that it names', () => {
    const bare: string[] = [];
    const look = (node: unknown, place: string) => {
      if (typeof node !== 'object' || node === null) return;
      const properties = (node as { properties?: Record<string, { description?: string; $ref?: string }> }).properties;
      for (const [name, one] of Object.entries(properties ?? {}))
        if (one.description === undefined && one.$ref === undefined) bare.push(`${place}.${name}`);
      for (const [name, one] of Object.entries(node)) look(one, `${place}.${name}`);
    };
    look(schema, '');
    expect(bare).toEqual([]);
  });

  it('knows all outcomes', () => {
    const calls = {
      answered: 1,
      busy: 1,
      declined: 1,
      cancelled: 1,
      'no-answer': 1,
      redirected: 1,
      rejected: 1,
      unauthorized: 1,
      failed: 1,
      unknown: 1,
    } satisfies Record<Outcome, 1>;
    const registrations = {
      registered: 1,
      unregistered: 1,
      unauthorized: 1,
      rejected: 1,
      failed: 1,
      unknown: 1,
    } satisfies Record<RegistrationOutcome, 1>;
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false }).compile(schema);
    const file = { expectations: 1, calls: [{ outcome: Object.keys(calls) }] };
    expect(validate({ ...file, registrations: [{ outcome: Object.keys(registrations) }] })).toBe(true);
    expect(validate({ ...file, calls: [{ outcome: 'registered' }] })).toBe(false);
  });
});
