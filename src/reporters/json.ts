import type { Report } from '../report.ts';
import type { Reporter } from './reporter.ts';
import { toJson } from './safe.ts';

/** The report as JSON (schema/report.schema.json), item by item so that a big report is never one string. */
function* write(report: Report): Iterable<string> {
  let lead = '{\n';
  for (const [name, value] of Object.entries(report)) {
    if (value === undefined) continue;
    yield `${lead}${toJson(name)}: `;
    if (Array.isArray(value) && value.length > 0) {
      yield '[\n';
      for (let at = 0; at < value.length; at++) {
        yield toJson(value[at]);
        yield at === value.length - 1 ? '\n]' : ',\n';
      }
    } else yield toJson(value);
    lead = ',\n';
  }
  yield '\n}\n';
}

export const json: Reporter = { id: 'json', title: 'JSON, by the schema in schema/report.schema.json', write };
