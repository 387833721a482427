import { quotedEnd, trimSpace } from './scanner.ts';

/**
 * Cuts a header value at its top-level commas, outside quotes and angle brackets (RFC 3261 §7.3.1), and drops what is
 * empty: `"a,b" <sip:x,y@h>;q=1 , <sip:z@h>` → two values. Only for header fields that `isListHeader` names.
 */
export function splitList(value: string): string[] {
  return cutList(value).filter((element) => element !== '');
}

/** The same with empty elements kept, for those who must see that the list is malformed. */
export function cutList(value: string): string[] {
  const elements: string[] = [];
  // A quote or bracket that never closes is an ordinary character, so that one bad value does not swallow the rest.
  // Once none closed, none after it will: that keeps the walk linear.
  let quotesClose = true;
  let bracketsClose = true;
  let from = 0;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code === 0x2c) {
      elements.push(trimSpace(value.slice(from, at)));
      from = at + 1;
    } else if (code === 0x22 && quotesClose) {
      const end = quotedEnd(value, at);
      if (end < 0) quotesClose = false;
      else at = end - 1;
    } else if (code === 0x3c && bracketsClose) {
      const end = value.indexOf('>', at);
      if (end < 0) bracketsClose = false;
      else at = end;
    }
  }
  elements.push(trimSpace(value.slice(from)));
  return elements;
}
