import type { Check } from '../../expect/probe.ts';
import { toJson } from '../safe.ts';
import type { ExpectationReporter } from './reporter.ts';

/** The result as data, each check with its sentence. */
export const json: ExpectationReporter = {
  id: 'json',
  title: 'JSON: every expectation, what it was asked of, and every check with what was seen',
  *write({ pass, passed, failed, expectations }, _report, { locale, file, lineOf }) {
    const spoken = (check: Check) => ({ ...check, text: locale.expectations.check(check) });
    yield `{"schema":"sipsleuth/expectations-result@1","file":${toJson(file)},`;
    yield `"pass":${pass},"passed":${passed},"failed":${failed},"expectations":[`;
    for (const [i, one] of expectations.entries()) {
      const { name, path } = one;
      const head = { name, path, line: lineOf(path), pass: one.pass, checks: one.checks.map(spoken) };
      yield `${i === 0 ? '' : ','}\n${toJson(head).slice(0, -1)},"subjects":[`;
      for (const [j, { subject, pass, checks }] of one.subjects.entries())
        yield `${j === 0 ? '' : ','}\n  ${toJson({ subject, pass, checks: checks.map(spoken) })}`;
      yield ']}';
    }
    yield '\n]}\n';
  },
};
