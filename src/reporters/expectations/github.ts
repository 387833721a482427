/** Workflow commands of GitHub Actions: one annotation a failed expectation, at its line of the expectations file. */
import { dataOf, propertyOf } from '../workflow-command.ts';
import { failuresOf } from './failure.ts';
import type { ExpectationReporter } from './reporter.ts';

export const github: ExpectationReporter = {
  id: 'github',
  title: 'Annotations for GitHub Actions, at the line of the expectations file',
  *write(result, report, options) {
    for (const one of result.expectations) {
      if (one.pass) continue;
      const text = failuresOf(one, report, options, false)
        .flatMap(({ head, lines }) => (head === '' ? lines : [head, ...lines]))
        .join('\n');
      const place = `file=${propertyOf(options.file)},line=${options.lineOf(one.path)}`;
      yield `::error ${place},title=${propertyOf(one.name)}::${dataOf(text)}\n`;
    }
  },
};
