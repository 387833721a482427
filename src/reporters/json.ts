import type { Report } from '../report.ts';
import type { Reporter } from './reporter.ts';

/** DEL and the C1 controls, which JSON leaves as they are and some terminals obey. */
const controls = /[\u007f-\u009f]/;
const everyControl = new RegExp(controls, 'g');

function stringify(value: unknown): string {
  const text = JSON.stringify(value);
  if (!controls.test(text)) return text;
  return text.replace(everyControl, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
}

/** The report as JSON (schema/report.schema.json), item by item so that a big report is never one string. */
function* write(report: Report): Iterable<string> {
  let lead = '{\n';
  for (const [name, value] of Object.entries(report)) {
    if (value === undefined) continue;
    yield `${lead}${stringify(name)}: `;
    if (Array.isArray(value) && value.length > 0) {
      yield '[\n';
      for (let at = 0; at < value.length; at++) {
        yield stringify(value[at]);
        yield at === value.length - 1 ? '\n]' : ',\n';
      }
    } else yield stringify(value);
    lead = ',\n';
  }
  yield '\n}\n';
}

export const json: Reporter = { id: 'json', title: 'JSON, by the schema in schema/report.schema.json', write };
