import { toJson } from '../safe.ts';
import type { DiffReporter } from './reporter.ts';

export const json: DiffReporter = {
  id: 'json',
  title: 'JSON, by the schema in schema/diff.schema.json',
  *write({ calls, ...rest }) {
    yield `${toJson(rest).slice(0, -1)},\n"calls": [`;
    for (let at = 0; at < calls.length; at++) yield `${at === 0 ? '\n' : ',\n'}${toJson(calls[at])}`;
    yield calls.length === 0 ? ']}\n' : '\n]}\n';
  },
};
