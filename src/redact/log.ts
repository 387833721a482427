/**
 * Text logs, line by line: a line of a message is rewritten as such wherever it stands and whatever was put before it; of
 * all other lines only words stay that name nobody, times, and small numbers.
 */
import { headerName, headerValue, isHeaderName } from './headers.ts';
import { startLine } from './message.ts';
import type { Names } from './names.ts';
import { sdpLine } from './sdp.ts';
import { isWellKnown } from './vocabulary.ts';
import { eachWord, isEnding, product } from './words.ts';

/** Line ends that were written out, and those of other systems. */
const ENDS =
  /(\\{1,4}r\\{1,4}n|\\{1,4}[rn]|\\u000[da](?:\\u000a)?|(?:#|\\{1,4})01[52](?:(?:#|\\{1,4})012)?|<01[03]>(?:<010>)?|\^M|\r)/;
const REQUEST = /^(\s*(?:> ?)*)([A-Za-z0-9\-.!%*_+`'~]{1,64} +\S+ +SIP\/\d+\.\d+\s*)$/;
const START =
  /(^|[^\w])((?:[A-Z][A-Z0-9_-]{1,31} +(?:sips?|tel|urn|im|pres|https?):[^\s"]+ +SIP\/\d\.\d)|(?:SIP\/\d\.\d +\d{3}(?![\d.])[^"]*))/;
const FIELD = /(^|[\s|>\]"'])([A-Za-z][A-Za-z0-9-]{1,60})([ \t]*:)(?=[\s<"])/g;
const COMPACT = /^((?:\s|> ?)*)([a-z])([ \t]*:)([\s\S]*)$/i;
/** Stands for a backslash in front of a quotation mark that JSON escaped. */
const ESCAPED = '\x01';
const SDP = /(^|[\s|>\]"'])(v=0$|o=\S+ \d+ \d+ IN |s=\S|c=IN IP|t=\d+ \d+|m=\w+ \d+|a=[a-z]|b=[A-Z]{2,4}:|[iuepzrk]=)/;
/** What parts the bodies of a message (RFC 2046 §5.1.1). */
const DELIMITER = /^(?:\s|> ?)*--[^\s-]\S{0,69}\s*$/;
const TIMES =
  /((?<=\[)\d\d-\d\d-\d{4}:\d\d\.\d\d\.\d\d\.\d{1,9}(?=\])|\d{4}-\d\d-\d\d[T _]\d\d[:.]\d\d[:.]\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?|(?<![\d:])\d{1,2}:\d\d:\d\d(?:[.,]\d+)?(?!\d|:[0-9A-Fa-f])|(?<![\d.])(?:\d{1,4}([-/])\d\d\2\d{2,4}|\d\d\.\d\d\.\d{4})(?![\d.])|(?<!\d)1\d{9}\.\d{1,9}|(?<![\w-])20\d{6}-\d{6}(?!\w)|(?<=^\d{1,6} )\d{8} \d{6}\.\d{6}(?=:)|::\d\d\/\d\d\/\d{4}-\d\d:\d\d:\d\d\.\d{3}|(?<![^\s])[+-]\d\d:\d\d 20\d\d \d{1,3} \d{1,3}(?= )|(?<=\[S=)\d{1,12}(?=\])|(?<="(?:timeSeconds|timeUseconds|create_date|micro_ts)": ?)\d{1,16}|(?<=\{ ?)L(?=[\d[])|(?<=\/)R(?=[\d[])|(?<=^@ |^@@ capture (?:starts|ends) )\+\d+(?:\.\d+)?(?=\s|$))/;

/** Of journald's export format: the name of a field, and the length in front of one that is no plain text. */
const JOURNAL_FIELD =
  /^(?:(?:__?[A-Z][A-Z0-9_]{1,40}|MESSAGE|PRIORITY|SYSLOG_[A-Z]{3,16})(?:=|\r?$)|[\s\S]{0,4}\0{4,7})/;

/** Keeps other text than that of messages, but for what is known as an identifier. */
export interface LogRedaction {
  readonly keepText: boolean;
}

export function logLine(whole: string, names: Names, { keepText }: LogRedaction): string {
  const field = JOURNAL_FIELD.exec(whole)?.[0] ?? '';
  const line = whole.slice(field.length);
  const quoted = line.includes('\\"');
  const text = quoted ? line.replaceAll(ESCAPED, ' ').replace(/\\+(?=")/g, (all) => ESCAPED.repeat(all.length)) : line;
  const made = text
    .split(ENDS)
    .map((part, index) => (index % 2 === 1 ? part : piece(part, names, keepText)))
    .join('');
  return field + (quoted ? made.replaceAll(ESCAPED, '\\') : made);
}

function piece(text: string, names: Names, keepText: boolean): string {
  if (text === '') return text;
  const free = (part: string) => (keepText ? known(part, names) : loose(part, names));
  const start = REQUEST.exec(text) ?? START.exec(text);
  if (start !== null) {
    const at = start.index + start[1].length;
    const end = at + start[2].length;
    return free(text.slice(0, at)) + startLine(start[2], names) + free(text.slice(end));
  }
  const field = fieldAt(text);
  if (field !== undefined) {
    const { at, name, colon } = field;
    const value = at + name.length + colon.length;
    return free(text.slice(0, at)) + headerName(name, names) + colon + headerValue(name, text.slice(value), names);
  }
  const compact = COMPACT.exec(text);
  if (compact !== null && isHeaderName(compact[2]))
    return compact[1] + compact[2] + compact[3] + headerValue(compact[2], compact[4], names);
  // As the parameter that names it, be it a word like any other.
  if (DELIMITER.test(text)) {
    return eachWord(text, names, (word) => (names.knows(word) ? names.identifier(word) : free(word)));
  }
  const session = SDP.exec(text);
  if (session !== null) {
    const at = session.index + session[1].length;
    return free(text.slice(0, at)) + sdpLine(text.slice(at), names);
  }
  return free(text);
}

/** The first name of a header field in a line. */
function fieldAt(text: string): { at: number; name: string; colon: string } | undefined {
  for (const match of text.matchAll(FIELD)) {
    const [, before, name, colon] = match;
    // `incoming from: …` is prose.
    if (before === ' ' && (name === 'from' || name === 'to')) continue;
    if (isHeaderName(name)) return { at: match.index + before.length, name, colon };
  }
  return undefined;
}

/** Only what is known goes. */
function known(text: string, names: Names): string {
  return outsideTimes(text, (part) => product(part, names));
}

function loose(text: string, names: Names): string {
  return outsideTimes(text, (part) =>
    eachWord(part, names, (word, whole, at) => {
      if (/^(?:\d{1,2}|\d{1,12}m[sS])$/.test(word)) return word;
      // Letters of levels and transports, and where in memory something stood.
      if (/^(?:[A-Z]|0x[0-9a-f]{1,16})$/.test(word) && !names.knows(word) && !names.forced(word)) return word;
      if (/^\d{3,5}$/.test(word)) return names.knows(word) && !isPort(whole, at) ? names.identifier(word) : word;
      if (names.forced(word)) return names.identifier(word);
      // Seconds since 1970, of this century so far, and their thousandths or millionths.
      if (/^1\d{9}(?:\d{3}){0,2}$/.test(word) && !names.knows(word)) return word;
      if (isWellKnown(word) || isEnding(word, whole, at)) return word;
      if (names.knows(word)) return names.identifier(word);
      // Names of members in JSON.
      return /^\x01?"\s*:/.test(whole.slice(at + word.length, at + word.length + 4)) ? word : names.other(word);
    }),
  );
}

function isPort(text: string, at: number): boolean {
  return text[at - 1] === ':' && /[\w\]]/.test(text[at - 2] ?? '');
}

function outsideTimes(text: string, rewrite: (part: string) => string): string {
  return (
    text
      .split(TIMES)
      // Of each time also the sign between the parts of its date.
      .filter((_part, index) => index % 3 !== 2)
      .map((part, index) => (index % 2 === 1 ? part : rewrite(part)))
      .join('')
  );
}
