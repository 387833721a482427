import { type Params, parseParams } from '../syntax/params.ts';
import { skipSpace, spanEnd, TOKEN } from '../syntax/scanner.ts';

/** RFC 6665 §8.2.1. */
export interface Event {
  /** `presence`, `message-summary`, `refer` …, as written: package names have case (§4.5.1 compares them byte by byte). */
  readonly package: string;
  /** `winfo` of `presence.winfo`. */
  readonly templates: readonly string[];
  readonly id: string | undefined;
  readonly params: Params;
  readonly defects: readonly string[];
}

/** `presence.winfo;id=7` → presence, [winfo], 7. */
export function parseEvent(value: string): Event | undefined {
  const start = skipSpace(value, 0);
  const end = spanEnd(value, start, TOKEN);
  if (end === start) return undefined;
  const [name, ...templates] = value.slice(start, end).split('.');
  const params = parseParams(value, end);
  const defects = [...params.defects];
  if (name === '' || templates.includes('')) defects.push('event-malformed');
  return { package: name, templates, id: params.get('id'), params, defects };
}
