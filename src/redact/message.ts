/** SIP messages: the same length, the same structure, other names. One character a byte. */
import { bodyOf } from './body.ts';
import { headerName, headerValue, prose } from './headers.ts';
import type { Names } from './names.ts';
import { uri } from './uris.ts';
import { open } from './words.ts';

const REQUEST = /^([A-Za-z0-9\-.!%*_+`'~]+[ \t]+)([\s\S]*?)([ \t]+SIP\/\d+\.\d+[ \t]*)$/i;
const STATUS = /^(SIP\/\d+\.\d+[ \t]+\d+)([\s\S]*)$/i;
const FIELD = /^([A-Za-z0-9\-.!%*_+`'~]+)([ \t]*:)([\s\S]*)$/;

export function startLine(line: string, names: Names): string {
  const status = STATUS.exec(line);
  if (status !== null) return status[1] + prose(status[2], names);
  const request = REQUEST.exec(line);
  if (request === null) return open(line, names);
  return request[1] + uri(request[2], names) + request[3];
}

/** A field with its continuation lines. */
export function field(text: string, names: Names): string {
  const found = FIELD.exec(text);
  if (found === null) return open(text, names);
  const [, name, colon, value] = found;
  return headerName(name, names) + colon + headerValue(name, value, names);
}

/** Where the blank line ends that stands between head and body; the end when there is none. */
function headEnd(text: string): number {
  const found = /\r?\n\r?\n/.exec(text);
  return found === null ? text.length : found.index + found[0].length;
}

/** Start line, header fields and body; `starts` with header fields where it is a part of something else. */
export function message(text: string, names: Names, starts: 'start-line' | 'fields' = 'start-line', depth = 0): string {
  const blank = /^[\r\n\0]*/.exec(text)?.[0].length ?? 0;
  const end =
    starts === 'fields' && /^\r?\n/.test(text)
      ? (/^\r?\n/.exec(text)?.[0].length ?? 0)
      : blank + headEnd(text.slice(blank));
  const head = text.slice(blank > end ? 0 : blank, end);
  // Line ends that a space or tab follows belong to their field (RFC 3261 §7.3.1).
  const lines = head.split(/(\r?\n(?![ \t]))/);
  let contentType = '';
  const made = lines.map((line, index) => {
    if (index % 2 === 1 || line === '') return line;
    if (index === 0 && starts === 'start-line') return startLine(line, names);
    const type = /^(?:content-type|c)[ \t]*:\s*([^\r\n]*)/i.exec(line)?.[1];
    if (type !== undefined) contentType = type;
    return field(line, names);
  });
  const body = text.slice(end);
  return (
    text.slice(0, blank > end ? 0 : blank) +
    made.join('') +
    (body === '' ? '' : bodyOf(body, contentType, names, message, depth))
  );
}
