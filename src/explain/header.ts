/** What is known of a header field: its own facts, how it is written, and which responses it belongs to. */
import { findHeaderField, type HeaderField } from '../catalogue/header-fields.ts';
import { type StatusHeader, statuses } from '../catalogue/statuses.ts';
import { compactForm, isListHeader } from '../headers/names.ts';

export interface HeaderUse {
  readonly field: HeaderField;
  /** One letter. */
  readonly compact: string | undefined;
  /** `list`: several values, on a line or on several; `lines`: several, each on its own. */
  readonly repeats: 'once' | 'list' | 'lines';
  /** The responses that bring it, ascending. */
  readonly responses: readonly { readonly code: number; readonly strength: StatusHeader['strength'] }[];
}

/** Undefined for a field that the catalogue does not have. */
export function headerUse(name: string): HeaderUse | undefined {
  const field = findHeaderField(name);
  if (field === undefined) return undefined;
  const responses = statuses.flatMap(({ code, headers }) =>
    headers.filter((one) => one.name === field.name).map(({ strength }) => ({ code, strength })),
  );
  const repeats = isListHeader(field.name) ? 'list' : field.severalLines ? 'lines' : 'once';
  return { field, compact: compactForm(field.name), repeats, responses };
}
