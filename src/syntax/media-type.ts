import { type Params, parseParams } from './params.ts';
import { skipSpace, spanEnd, TOKEN } from './scanner.ts';

/** `m-type "/" m-subtype *( ";" attribute "=" value )` (RFC 3261 §20.15). */
export interface MediaType {
  /** Lower case. */
  readonly type: string;
  readonly subtype: string;
  /** `type/subtype`, what one compares. */
  readonly essence: string;
  readonly params: Params;
  readonly defects: readonly string[];
}

/** `multipart/Mixed;boundary="b 1"` → multipart/mixed, boundary=`b 1`; undefined when there is no slash between two words. */
export function parseMediaType(text: string): MediaType | undefined {
  const start = skipSpace(text, 0);
  const typeEnd = spanEnd(text, start, TOKEN);
  const slash = skipSpace(text, typeEnd);
  if (typeEnd === start || text.charCodeAt(slash) !== 0x2f) return undefined;
  const from = skipSpace(text, slash + 1);
  const end = spanEnd(text, from, TOKEN);
  if (end === from) return undefined;
  const type = text.slice(start, typeEnd).toLowerCase();
  const subtype = text.slice(from, end).toLowerCase();
  const params = parseParams(text, end);
  const valueless = params.list.some(({ value }) => value === undefined);
  const defects = valueless ? [...params.defects, 'params-malformed'] : params.defects;
  return { type, subtype, essence: `${type}/${subtype}`, params, defects };
}
