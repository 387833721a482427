import { isHost, isIpv6 } from './host.ts';
import { isQuoted, isToken, quotedEnd, skipSpace, spanEnd, TOKEN, trimSpace, unquote } from './scanner.ts';

export interface Param {
  /** Lower case. */
  readonly name: string;
  /** Quotes and escapes resolved; undefined for a flag (`;lr`). */
  readonly value: string | undefined;
}

/** Parameters in the order of the wire. */
export class Params {
  readonly list: readonly Param[];
  /** `params-malformed`, `param-repeated`, `quoted-string-unbalanced`. */
  readonly defects: readonly string[];

  constructor(list: readonly Param[], defects: readonly string[] = []) {
    this.list = list;
    this.defects = defects;
  }

  /** Value of the first parameter of that (lower-case) name: '' for a flag, undefined when there is none. */
  get(name: string): string | undefined {
    const found = this.list.find((param) => param.name === name);
    return found && (found.value ?? '');
  }

  has(name: string): boolean {
    return this.list.some((param) => param.name === name);
  }
}

/**
 * Reads `*( ";" name [ "=" value ] )` from a position to the end of the text (`generic-param`, RFC 3261 §25.1):
 * `;tag=1;Text="a \"b\"";lr` → tag=1, text=`a "b"`, lr. What does not fit is skipped up to the next semicolon and
 * becomes a defect. `addresses` names the parameters whose value may be an IPv6 address without brackets.
 */
export function parseParams(text: string, at = 0, addresses: readonly string[] = []): Params {
  const list: Param[] = [];
  const defects = new Set<string>();
  const names = new Set<string>();
  // Once a quote does not close, none after it will: asked again for each, a hostile value would cost its square.
  let quotesClose = true;
  at = skipSpace(text, at);
  while (at < text.length) {
    if (text.charCodeAt(at) !== 0x3b) {
      defects.add('params-malformed');
      at = semicolon(text, at);
      continue;
    }
    const from = skipSpace(text, at + 1);
    const nameEnd = spanEnd(text, from, TOKEN);
    const equals = skipSpace(text, nameEnd);
    if (nameEnd === from) {
      defects.add('params-malformed');
      at = semicolon(text, equals);
      continue;
    }
    const name = text.slice(from, nameEnd).toLowerCase();
    let value: string | undefined;
    at = equals;
    if (text.charCodeAt(equals) === 0x3d) {
      const start = skipSpace(text, equals + 1);
      const quoted = text.charCodeAt(start) === 0x22;
      let end = quoted && quotesClose ? quotedEnd(text, start) : -1;
      if (end < 0) {
        if (quoted) {
          quotesClose = false;
          defects.add('quoted-string-unbalanced');
        }
        end = semicolon(text, start);
      }
      const written = trimSpace(text.slice(start, end));
      value = unquote(written);
      if (!isGenValue(written) && !(addresses.includes(name) && isIpv6(written))) defects.add('params-malformed');
      at = skipSpace(text, end);
    }
    if (names.has(name)) defects.add('param-repeated');
    names.add(name);
    list.push({ name, value });
  }
  return new Params(list, [...defects]);
}

function semicolon(text: string, at: number): number {
  const found = text.indexOf(';', at);
  return found < 0 ? text.length : found;
}

/** `gen-value = token / host / quoted-string`. */
function isGenValue(text: string): boolean {
  return isToken(text) || isQuoted(text) || isHost(text);
}
