/** What a trace says never reaches its reader as a command. */

// C0 and C1 controls, DEL, and the marks that reorder or hide text.
const unsafe = /[\u0000-\u001f\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Control characters shown, not sent. */
export function safe(text: string): string {
  return text.replace(unsafe, (char) => {
    const code = char.charCodeAt(0);
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** DEL and the C1 controls, which JSON leaves as they are and some terminals obey. */
const controls = /[\u007f-\u009f]/;
const everyControl = new RegExp(controls, 'g');

/** JSON in which those stand escaped. */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (!controls.test(text)) return text;
  return text.replace(everyControl, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
}
