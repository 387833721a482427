import { cutList } from './list.ts';
import { type Param, Params } from './params.ts';
import { ALPHA, DIGIT, isIn, isQuoted, isToken, skipSpace, spanEnd, TOKEN, trimSpace, unquote } from './scanner.ts';

/** A scheme with its `auth-param`s: one challenge, or one set of credentials (RFC 3261 §25.1, RFC 7235 §2.1). */
export interface AuthScheme {
  /** As written: `Digest`, `Basic`, `Bearer` … */
  readonly scheme: string;
  readonly params: Params;
  /** What stands after the scheme instead of parameters (`Basic YWxpY2U6cGFzcw==`); '' when nothing does. */
  readonly token68: string;
  readonly defects: readonly string[];
}

interface Draft {
  scheme: string;
  list: Param[];
  names: Set<string>;
  token68: string;
  defects: Set<string>;
}

/**
 * `Digest realm="a", nonce="b", Basic realm="c"` → Digest{realm, nonce}, Basic{realm}. A comma separates both parameters
 * and challenges; what tells them apart is that a parameter has its equals sign right behind the first word.
 */
export function parseAuth(text: string): AuthScheme[] {
  const drafts: Draft[] = [];
  let draft: Draft | undefined;
  let leading = false;
  for (const piece of cutList(text)) {
    const wordEnd = spanEnd(piece, 0, TOKEN);
    if (draft && isParam(piece, wordEnd)) {
      addParam(draft, piece, wordEnd);
      continue;
    }
    if (wordEnd === 0) {
      if (draft) draft.defects.add('params-malformed');
      else leading = true;
      continue;
    }
    draft = { scheme: piece.slice(0, wordEnd), list: [], names: new Set(), token68: '', defects: new Set() };
    drafts.push(draft);
    const rest = trimSpace(piece.slice(wordEnd));
    const nameEnd = spanEnd(rest, 0, TOKEN);
    if (isParam(rest, nameEnd)) addParam(draft, rest, nameEnd);
    else draft.token68 = rest;
    if (draft.token68 !== '' && !isToken68(rest)) draft.defects.add('params-malformed');
    // The scheme ends at white space (LWS), and something must follow it.
    if (leading || rest === '' || piece.length - rest.length === wordEnd) draft.defects.add('params-malformed');
  }
  return drafts.map(({ scheme, list, token68, defects }) => ({
    scheme,
    params: new Params(list),
    token68,
    defects: [...defects],
  }));
}

/** `name = value`, and not the padding of a token68. */
function isParam(text: string, nameEnd: number): boolean {
  const equals = skipSpace(text, nameEnd);
  if (nameEnd === 0 || text.charCodeAt(equals) !== 0x3d) return false;
  const from = skipSpace(text, equals + 1);
  return from < text.length && text.charCodeAt(from) !== 0x3d;
}

/** Letters, digits and `-._~+/`, then padding (RFC 7235 §2.1). */
function isToken68(text: string): boolean {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 0x3d) end--;
  for (let at = 0; at < end; at++) {
    if (!isIn(text.charCodeAt(at), ALPHA | DIGIT) && !'-._~+/'.includes(text[at])) return false;
  }
  return end > 0;
}

function addParam(draft: Draft, piece: string, nameEnd: number): void {
  const name = piece.slice(0, nameEnd).toLowerCase();
  if (draft.token68 !== '') draft.defects.add('params-malformed');
  const written = trimSpace(piece.slice(skipSpace(piece, nameEnd) + 1));
  if (!isToken(written) && !isQuoted(written)) {
    draft.defects.add(written.startsWith('"') ? 'quoted-string-unbalanced' : 'params-malformed');
  }
  if (draft.names.has(name)) draft.defects.add('param-repeated');
  draft.names.add(name);
  draft.list.push({ name, value: unquote(written) });
}
