/** Text of a trace as text of an XML document. */
import { safe } from './safe.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Controls shown, markup escaped. XML 1.0 has no place for lone surrogates and two more, not even escaped. */
export function xml(text: string): string {
  return text
    .split('\n')
    .map((line) => safe(line).replace(/[\ud800-\udfff\ufffe\uffff]/gu, '\ufffd'))
    .join('\n')
    .replace(/[&<>"']/g, (char) => entities[char]);
}

/** ` name="value"` of each. */
export const attributes = (values: Readonly<Record<string, string | number>>) =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join('');
