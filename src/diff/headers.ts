/** Header fields of two messages that are the same step of a call. */
import { isListHeader } from '../headers/names.ts';
import type { TextField } from '../messages/text.ts';
import { splitList } from '../syntax/list.ts';

/** New in every call and on every hop: only how many there are can be compared, or whether there is one. */
const fresh = new Set([
  'Authorization',
  'Call-ID',
  'Contact',
  'Content-Length',
  'CSeq',
  'Date',
  'From',
  'Identity',
  'Proxy-Authenticate',
  'Proxy-Authorization',
  'RAck',
  'Record-Route',
  'Route',
  'RSeq',
  'Session-ID',
  'SIP-ETag',
  'SIP-If-Match',
  'Timestamp',
  'To',
  'Via',
  'WWW-Authenticate',
  // Name the users of this very call.
  'Diversion',
  'History-Info',
  'P-Asserted-Identity',
  'P-Called-Party-ID',
  'P-Preferred-Identity',
  'Refer-To',
  'Referred-By',
  'Remote-Party-ID',
  'Replaces',
]);

/** Addresses, ports, identifiers and times within other values. */
const variable =
  /\[[\da-f:.]{2,}\](?::\d+)?|\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b|\b[\da-f]{8,}(?:-[\da-f]{4,})*\b|\b\d{6,}\b/gi;

/** In the order of their names; fields that are there several times are one. */
export function fieldsOf(fields: readonly TextField[]): ReadonlyMap<string, string> {
  const values = new Map<string, string[]>();
  for (const { name, value } of fields) {
    const known = values.get(name);
    if (known === undefined) values.set(name, [value]);
    else known.push(value);
  }
  const names = [...values.keys()].sort();
  return new Map(names.map((name) => [name, shownOf(name, values.get(name) ?? [])]));
}

function shownOf(name: string, values: readonly string[]): string {
  if (fresh.has(name)) return values.length === 1 ? '' : `× ${values.length}`;
  return values.join(', ');
}

/** Equal in what is not of this call alone; items of a list in any order. */
export function isSame(name: string, a: string, b: string): boolean {
  const plain = (text: string) => text.replace(variable, '·').toLowerCase().replace(/\s+/g, ' ');
  if (!isListHeader(name)) return plain(a) === plain(b);
  const items = (text: string) => splitList(plain(text)).sort().join('\n');
  return items(a) === items(b);
}
