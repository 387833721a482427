/** Bodies by their media type: what is not known is wiped. */
import type { Names } from './names.ts';
import { sdp } from './sdp.ts';
import { uri } from './uris.ts';
import { isProtocolWord } from './vocabulary.ts';
import { blank, eachWord, open } from './words.ts';

/** How a message within the message is rewritten, or a part that begins with header fields. */
export type RewriteMessage = (text: string, names: Names, starts: 'start-line' | 'fields', depth: number) => string;

/** Parts within parts. */
const DEPTH = 4;

export function bodyOf(
  body: string,
  contentType: string,
  names: Names,
  message: RewriteMessage,
  depth: number,
): string {
  const type = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(contentType)?.[1].toLowerCase() ?? '';
  if (type === 'application/sdp' || (type === '' && /^v=0/.test(body))) return sdp(body, names);
  if (depth < DEPTH) {
    const inner = (text: string, starts: 'start-line' | 'fields') => message(text, names, starts, depth + 1);
    const boundary = /boundary\s*=\s*"?([^";\s]{1,70})/i.exec(contentType)?.[1];
    if (type.startsWith('multipart/') && boundary !== undefined) return multipart(body, boundary, names, inner);
    if (type.startsWith('message/sip')) return inner(body, /^\S+\s*:/.test(body) ? 'fields' : 'start-line');
  }
  if (/^(?:[^;]*[+/])xml$/.test(type)) return xml(body, names);
  if (type === 'application/simple-message-summary')
    return body.replace(/[^\r\n]+/g, (line) => summaryLine(line, names));
  if (type === 'application/dtmf-relay' || type === 'application/dtmf')
    return body.replace(/(=\s*|^)[\d*#A-D]/gim, (one) => blank(one));
  if (type === 'application/media_control+xml') return xml(body, names);
  return wiped(body);
}

/** Text keeps its shape; anything else is zero. */
function wiped(body: string): string {
  return /[\x00-\x08\x0e-\x1f]/.test(body) ? '\0'.repeat(body.length) : blank(body);
}

function multipart(
  body: string,
  boundary: string,
  names: Names,
  inner: (text: string, starts: 'fields') => string,
): string {
  const delimiter = `--${boundary}`;
  const parts = body.split(delimiter);
  const line = parameterLike(delimiter, names);
  return parts
    .map((part, index) => {
      if (index === 0 || part.startsWith('--')) return blank(part);
      const [, gap, rest] = /^([ \t]*\r?\n)([\s\S]*)$/.exec(part) ?? ['', '', part];
      return gap + inner(rest, 'fields');
    })
    .join(line);
}

/** As the parameter of the Content-Type is rewritten. */
function parameterLike(text: string, names: Names): string {
  return eachWord(text, names, (word) => names.identifier(word));
}

/** RFC 3842 §5.2: counts stay. */
function summaryLine(line: string, names: Names): string {
  const [, name, value] = /^(Message-Account\s*:\s*)([\s\S]*)$/i.exec(line) ?? [];
  if (name !== undefined) return name + uri(value, names);
  return open(line, names);
}

/** Elements and names of attributes stay; of what they hold, only words of the protocol do. */
function xml(text: string, names: Names): string {
  return text.replace(/<[^>]*>?|[^<]+/g, (piece) => {
    if (/^<[!?]/.test(piece)) return piece;
    if (piece.startsWith('<'))
      return piece.replace(
        /(=\s*)("[^"]*"|'[^']*')/g,
        (_all, equals: string, value: string) => equals + xmlValue(value, names),
      );
    return xmlValue(piece, names);
  });
}

function xmlValue(text: string, names: Names): string {
  const [, before, inner, after] = /^(["'\s]*)([\s\S]*?)(["'\s]*)$/.exec(text) ?? ['', '', text, ''];
  // Namespaces are not about anybody.
  if (/^urn:ietf:|^http:\/\/www\.w3\.org\//.test(inner)) return text;
  if (/^(?:sips?|tel|pres|im|mailto|https?|urn):\S+$/i.test(inner)) return before + uri(inner, names) + after;
  return (
    before +
    eachWord(inner, names, (word) => (isProtocolWord(word) || /^\d{1,2}$/.test(word) ? word : names.identifier(word))) +
    after
  );
}
