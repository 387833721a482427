import { describe, expect, test } from 'vitest';

/** A row: the value and the members of the result that matter; undefined and [] are compared as they are. */
export type Rows = readonly (readonly [value: string, expected: unknown])[];

export function table(name: string, parse: (value: string) => unknown, rows: Rows): void {
  describe(name, () => {
    test.each(rows)('%j', (value, expected) => {
      const found = parse(value);
      if (expected === undefined || typeof expected !== 'object') expect(found).toEqual(expected);
      else expect(found).toMatchObject(expected as object);
    });
  });
}
