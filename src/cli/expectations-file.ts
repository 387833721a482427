/** The expectations file of the command line, and the one sentence about what is wrong with it. */
import type { Expectations } from '../expect/expectations.ts';
import type { Fault } from '../expect/faults.ts';
import { parse } from '../expect/parse.ts';
import type { Locale } from '../locales/locale.ts';
import { rules } from '../rules/index.ts';
import { readDocument, type UserDocument } from './document.ts';
import { UsageError } from './exit.ts';
import { hint } from './suggest.ts';

export interface ExpectationsDocument {
  readonly expectations: Expectations;
  /** From 1. */
  lineOf(path: readonly (string | number)[]): number;
}

/** The first in the order of the file: what follows may be its consequence. */
function firstOf(faults: readonly Fault[], document: UserDocument): Fault {
  const placed = faults.map((fault) => ({ fault, ...document.positionOf(fault.path, fault.onName) }));
  placed.sort((a, b) => a.line - b.line || a.column - b.column);
  return placed[0].fault;
}

export async function readExpectations(path: string, locale: Locale): Promise<ExpectationsDocument> {
  const document = await readDocument(path, 'expectations');
  const ids = rules.map(({ id }) => id);
  const { expectations, faults } = parse(document.data, ids);
  if (expectations === undefined) {
    const fault = firstOf(faults, document);
    const { accepted, args } = fault;
    const tail = accepted === undefined ? '' : hint(String(args.value), accepted);
    throw new UsageError(`${document.where(fault.path, fault.onName)}${locale.expectations.fault(fault)}${tail}`);
  }
  return { expectations, lineOf: (names) => document.positionOf(names).line };
}
