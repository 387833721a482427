/** JUnit XML: one test case an expectation. */
import type { ExpectationResult } from '../../expect/check.ts';
import type { Report } from '../../report.ts';
import { attributes, xml } from '../xml.ts';
import { failuresOf, plainExcerpt } from './failure.ts';
import type { ExpectationOptions, ExpectationReporter } from './reporter.ts';

function testCase(one: ExpectationResult, report: Report, options: ExpectationOptions): string {
  const [group] = one.path;
  const head = attributes({
    name: one.name,
    classname: `sipsleuth.expectations.${group}`,
    time: '0.000',
  });
  if (one.pass) return `    <testcase${head}/>\n`;
  const failures = failuresOf(one, report, options);
  const place = `${options.file}:${options.lineOf(one.path)}`;
  const text = failures.flatMap(({ head: title, lines, subject }) => [
    ...(title === '' ? lines : [title, ...lines.map((line) => `  ${line}`)]),
    ...(subject === undefined ? [] : ['', ...plainExcerpt(subject, report, options), '']),
  ]);
  const message = failures[0]?.lines[0] ?? '';
  const failure = `<failure${attributes({ message, type: 'expectation' })}>${xml([place, ...text].join('\n'))}</failure>`;
  return `    <testcase${head}>\n      ${failure}\n    </testcase>\n`;
}

export const junit: ExpectationReporter = {
  id: 'junit',
  title: 'JUnit XML, one test case an expectation',
  *write(result, report, options) {
    const { passed, failed } = result;
    const totals = { tests: passed + failed, failures: failed, errors: 0, time: '0.000' };
    yield '<?xml version="1.0" encoding="UTF-8"?>\n';
    yield `<testsuites${attributes({ name: 'sipsleuth', ...totals })}>\n`;
    yield `  <testsuite${attributes({ name: options.file, ...totals, skipped: 0 })}>\n`;
    for (const one of result.expectations) yield testCase(one, report, options);
    yield '  </testsuite>\n</testsuites>\n';
  },
};
