/** What `explain <rule>` draws: the first bad and the first good fixture of each rule, reduced to ladders. */
import { extname } from 'node:path';
import { analyze } from '../../src/index.ts';
import type { Report } from '../../src/report.ts';
import type { Example } from '../../src/reporters/terminal/example.ts';
import { type Fixture, fixtures, inputOf } from './fixtures.ts';

/** Messages of one ladder; a storm has more than a page can show. */
const MESSAGE_LIMIT = 40;

export interface Examples {
  readonly bad?: Example;
  readonly good?: Example;
}

function exampleOf(report: Report, rule: string, title: string): Example {
  const { calls, registrations, subscriptions, transactions } = report;
  const all = [...calls, ...registrations, ...subscriptions, ...transactions].flatMap(({ messages }) => messages);
  all.sort((a, b) => a.message - b.message);
  // Copies are counted on their original.
  const messages = all
    .filter(({ repeats }) => repeats >= 0)
    .slice(0, MESSAGE_LIMIT)
    .map(({ message, time, source, destination, startLine, cseq, sdp, repeats }) => {
      return { message, time, source, destination, startLine, cseq, sdp, repeats };
    });
  const parties = calls.flatMap((call) => call.parties);
  const known = new Set<string>();
  const marked = report.findings.flatMap((finding) => (finding.rule === rule ? finding.at.slice(0, 1) : []));
  return {
    title,
    start: messages[0]?.time ?? '',
    parties: parties.filter(({ address }) => !known.has(address) && known.add(address)),
    messages,
    marked: [...new Set(marked.map(({ message }) => message))],
  };
}

/** By rule, then by name; the plainest name is the plainest case. */
const keyOf = ({ path }: Fixture) => path.slice(path.indexOf('/'), -extname(path).length);

/** By rule id, in order of the ids. */
export async function makeExamples(): Promise<Record<string, Examples>> {
  const examples: Record<string, Examples> = {};
  for (const fixture of [...fixtures].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const { path, rule, text } = fixture;
    const kind = fixture.bad ? 'bad' : 'good';
    if (examples[rule]?.[kind] !== undefined) continue;
    const report = await analyze(inputOf(fixture), { path, messages: 'all' });
    const title = /^# (.+)$/m.exec(text)?.[1] ?? '';
    examples[rule] = { ...examples[rule], [kind]: exampleOf(report, rule, title) };
  }
  return examples;
}
