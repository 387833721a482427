import { commentEnd, SPACE, skipSpace, spanEnd } from '../syntax/scanner.ts';

/** `product [ "/" version ]` (RFC 3261 §25.1). */
export interface Product {
  readonly name: string;
  /** '' when there is none. */
  readonly version: string;
}

/** RFC 3261 §20.35, §20.41. */
export interface Products {
  readonly products: readonly Product[];
  readonly comments: readonly string[];
}

/**
 * User-Agent, Server: `Acme/1.2 (linux; x86) core` → [Acme 1.2, core], [linux; x86]. Vendors write freely, so any
 * run without white space is a product.
 */
export function parseProduct(value: string): Products {
  const products: Product[] = [];
  const comments: string[] = [];
  let commentsClose = true;
  for (let at = skipSpace(value, 0); at < value.length; at = skipSpace(value, at)) {
    if (value.charCodeAt(at) === 0x28 && commentsClose) {
      const close = commentEnd(value, at);
      if (close >= 0) {
        comments.push(value.slice(at + 1, close - 1));
        at = close;
        continue;
      }
      commentsClose = false;
    }
    const end = productEnd(value, at, commentsClose);
    const word = value.slice(at, end);
    const slash = word.indexOf('/');
    products.push(
      slash < 0 ? { name: word, version: '' } : { name: word.slice(0, slash), version: word.slice(slash + 1) },
    );
    at = end;
  }
  return { products, comments };
}

/** A product ends at white space, and at a comment that begins right behind it. */
function productEnd(value: string, at: number, atComment: boolean): number {
  let end = at + 1;
  while (end < value.length && spanEnd(value, end, SPACE) === end && !(atComment && value.charCodeAt(end) === 0x28))
    end++;
  return end;
}
