/** Recognises SIP start lines in text, strictly for the universal scanner, leniently where a log's framing vouches for them. */

const VERSION = 'SIP/2.0';

/** RFC 3261, 3262, 6665, 3903, 6086, 3515, 3428, 3311: found even when glued to what stands before. */
const METHODS = [
  'INVITE',
  'ACK',
  'BYE',
  'CANCEL',
  'OPTIONS',
  'REGISTER',
  'PRACK',
  'SUBSCRIBE',
  'NOTIFY',
  'PUBLISH',
  'INFO',
  'REFER',
  'MESSAGE',
  'UPDATE',
];
const KNOWN = new Set(METHODS);
const SCHEME = /^(?:sips?|tel|urn|im|pres):/i;
const UNKNOWN_METHOD = /^[A-Z][A-Z0-9.!%*_+'~-]{1,31}$/;
// Placeholders of SIPp scenarios, format strings and templates; none of them is legal in a URI.
const PLACEHOLDER = /[{}]|\[[A-Za-z_]{1,40}\]|%s|%d(?![0-9A-Fa-f])|\$\(/;
const TOKEN = /[A-Za-z0-9\-.!%*_+`'~]/;
const LONGEST_METHOD = 40;

/** Column of the start line in a line of text, -1 when there is none. */
export function findStartLine(text: string): number {
  let end = -1;
  for (let at = text.indexOf(VERSION); at >= 0; at = text.indexOf(VERSION, at + VERSION.length)) {
    const after = at + VERSION.length;
    if (text.charCodeAt(after) === 32) {
      if (isStatus(text, after + 1) && !isQuoted(text, at)) return at;
    }
    if (at === 0 || text.charCodeAt(at - 1) !== 32) continue;
    // Once for a line, however often the version stands in it.
    if (end < 0) end = text.trimEnd().length;
    if (after === end) return requestColumn(text, at);
  }
  return -1;
}

function isStatus(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  const end = text.charCodeAt(at + 3);
  // Class 7 does not exist; what prints it is worth showing.
  return first >= 49 && first <= 55 && isDigit(text, at + 1) && isDigit(text, at + 2) && !(end >= 33);
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** A string literal in source code, not a message. */
function isQuoted(text: string, column: number): boolean {
  if (column === 0) return false;
  const before = text.charCodeAt(column - 1);
  return before === 34 || before === 39 || before === 96;
}

function requestColumn(text: string, version: number): number {
  const uriEnd = version - 1;
  const uriStart = text.lastIndexOf(' ', uriEnd - 1) + 1;
  if (uriStart < 2 || uriStart >= uriEnd) return -1;
  const uri = text.slice(uriStart, uriEnd);
  if (uri !== '*' && (!SCHEME.test(uri) || PLACEHOLDER.test(uri))) return -1;
  const methodEnd = uriStart - 1;
  let start = methodEnd;
  while (start > 0 && methodEnd - start < LONGEST_METHOD && TOKEN.test(text[start - 1])) start--;
  const token = text.slice(start, methodEnd);
  if (!KNOWN.has(token)) {
    // tcpdump -A prints packet headers as text, glued to the method: `..AZINVITE sip:…`.
    const glued = METHODS.find((method) => token.endsWith(method));
    if (glued) start = methodEnd - glued.length;
    else if (!UNKNOWN_METHOD.test(token)) return -1;
  }
  return isQuoted(text, start) ? -1 : start;
}

/** Something that wants to be a start line: any version, any scheme, spaces in the URI (RFC 4475 has them all). */
export function looksLikeStartLine(text: string): boolean {
  if (/^SIP\/\d{1,9}\.\d{1,9}[ \t]/.test(text)) return true;
  const space = text.search(/[ \t]/);
  if (space < 1) return false;
  const version = text.lastIndexOf(' SIP/');
  if (version > space && /^ SIP\/\d{1,9}\.\d{1,9}\s*$/.test(text.slice(version, version + 64))) {
    return version + 64 >= text.trimEnd().length;
  }
  return (
    /^[A-Z]{3,20}$/.test(text.slice(0, space)) &&
    SCHEME.test(text.slice(space + 1)) &&
    !/\s\S/.test(text.slice(space + 1))
  );
}

/** Whether a Via or start line is a template's and not a message's. */
export function isTemplate(text: string): boolean {
  return /\[[a-z]+_[a-z_]+\]|\[transport\]|\{\w{0,32}\}|%[sd]/.test(text);
}
