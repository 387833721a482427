/** Base64url, held against Node's, and as strict as signatures need it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64url, decodeBase64urlText, encodeBase64urlText } from '../../src/syntax/base64url.ts';

describe('base64url', () => {
  it('decodes what Node encodes', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeBase64url(Buffer.from(bytes).toString('base64url'))).toEqual(bytes);
      }),
    ));

  it('encodes what Node decodes', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(encodeBase64urlText(text)).toBe(Buffer.from(text).toString('base64url'));
        expect(decodeBase64urlText(encodeBase64urlText(text))).toBe(text);
      }),
    ));

  it.each(['A', 'AB=', 'AA==', 'A+A', 'A/A', 'A A', 'AAA\n', 'AAé', 'AB', 'AAB'])('refuses %j', (text) => {
    // `AB` and `AAB` have bits behind the last byte that no encoder sets.
    expect(decodeBase64url(text)).toBeUndefined();
  });

  it('takes one text for each sequence of bytes', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const bytes = decodeBase64url(text);
        if (bytes !== undefined) expect(Buffer.from(bytes).toString('base64url')).toBe(text);
      }),
    ));
});
