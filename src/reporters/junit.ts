/**
 * JUnit XML as Jenkins, GitLab, GitHub actions and Azure read it: one test case a call, registration, subscription and
 * input, and one for each other request that has a finding.
 */
import type { Report, ReportFinding, ReportInput } from '../report.ts';
import { isFailing } from './failing.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { safe } from './safe.ts';
import { xml } from './xml.ts';

interface Case {
  readonly name: string;
  /** Seconds since 1970; undefined where no time is known. */
  readonly start: number | undefined;
  readonly seconds: number;
  readonly findings: readonly number[];
  /** Said of a case that passes, too. */
  readonly text: string;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

const attributes = (values: Readonly<Record<string, string | number>>) =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join('');

/** Seconds since 1970; messages of a log that prints no time stand at the epoch. */
function secondsOf(time: string | null): number | undefined {
  return time === null || time.startsWith('1970-01-01T00:00:00.')
    ? undefined
    : Date.parse(`${time.slice(0, 23)}Z`) / 1000;
}

function timed(start: string | null, end: string | null): Pick<Case, 'start' | 'seconds'> {
  const from = secondsOf(start);
  return { start: from, seconds: from === undefined ? 0 : Math.max(0, (secondsOf(end) ?? from) - from) };
}

const answered = (status: number) => (status === 0 ? '' : ` ${status}`);

function inputCase(input: ReportInput, index: number, report: Report): Case {
  const own = report.findings.flatMap(({ subject }, at) =>
    subject.kind === 'capture' && subject.id === index ? at : [],
  );
  const notes = [input.problem?.text ?? '', ...input.notDecoded.map(({ text, count }) => `${count} × ${text}`)];
  return {
    name: input.path,
    start: secondsOf(input.start),
    // Its calls have their own.
    seconds: 0,
    findings: own,
    text: notes.filter((note) => note !== '').join('\n'),
  };
}

function suitesOf(report: Report): Suite[] {
  const suites: Suite[] = [
    {
      name: 'calls',
      cases: report.calls.map((call) => ({
        name: `${call.id + 1}: ${call.from} > ${call.to} (${call.callIds[0]})`,
        ...timed(call.start, call.end),
        findings: call.findings,
        text: [call.sequence.join(' '), call.verdict.text, call.verdict.advice].filter((one) => one !== '').join('\n'),
      })),
    },
    {
      name: 'registrations',
      cases: report.registrations.map((one) => ({
        name: `${one.id + 1}: ${one.aor} (${one.client} > ${one.registrar})`,
        ...timed(one.start, one.end),
        findings: one.findings,
        text: `${one.outcome}${answered(one.finalStatus)}`,
      })),
    },
    {
      name: 'subscriptions',
      cases: report.subscriptions.map((one) => ({
        name: `${one.id + 1}: ${one.event} ${one.from} > ${one.to}`,
        ...timed(one.start, one.end),
        findings: one.findings,
        text: `SUBSCRIBE${answered(one.finalStatus)}, NOTIFY × ${one.notifies}`,
      })),
    },
    {
      name: 'transactions',
      // Keep-alives come by the hundred.
      cases: report.transactions
        .filter(({ findings }) => findings.length > 0)
        .map((one) => ({
          name: `${one.id + 1}: ${one.method} ${one.client} > ${one.server} (${one.callId})`,
          ...timed(one.start, one.end),
          findings: one.findings,
          text: `${one.method}${answered(one.finalStatus)}`,
        })),
    },
    { name: 'inputs', cases: report.inputs.map((input, index) => inputCase(input, index, report)) },
  ];
  return suites.filter(({ cases }) => cases.length > 0);
}

function textOf(finding: ReportFinding, report: Report, { locale }: ReporterOptions): string {
  const words = locale.terminal;
  const at = finding.at.map(({ frame, input, time, source, destination, startLine }) => {
    const where = words.frame(frame, report.inputs[input]?.kind === 'log');
    return `  ${time}  ${where}  ${source} > ${destination}  ${safe(startLine)}`;
  });
  return [
    `${words.severities[finding.severity]}: ${finding.title} (${finding.rule})`,
    finding.message,
    ...at,
    `${words.why}: ${finding.why}`,
    ...(finding.device === undefined ? [] : [`${words.device}: ${finding.device.text}`]),
    ...finding.fix.map((fix, i, all) => `${words.fix}: ${all.length > 1 ? `${i + 1}. ` : ''}${fix}`),
    ...(finding.limits === '' ? [] : [`${words.limits}: ${finding.limits}`]),
    ...(finding.refs.length === 0 ? [] : [`${words.source}: ${finding.refs.join(', ')}`]),
  ].join('\n');
}

/** Not all readers take several failures of a case: the first names it, and its text tells all. */
function* writeCase(one: Case, suite: string, report: Report, options: ReporterOptions): Iterable<string> {
  const findings = one.findings.map((index) => report.findings[index]);
  const failures = findings.filter((finding) => isFailing(finding, options));
  const others = findings.filter((finding) => !failures.includes(finding));
  yield `    <testcase${attributes({ name: one.name, classname: `sipsleuth.${suite}`, time: one.seconds.toFixed(3) })}>\n`;
  if (failures.length > 0) {
    const [{ rule, message }] = failures;
    const text = failures.map((finding) => textOf(finding, report, options)).join('\n\n');
    yield `      <failure${attributes({ message, type: rule })}>${xml(text)}</failure>\n`;
  }
  const said = [one.text, ...others.map((finding) => textOf(finding, report, options))].filter((text) => text !== '');
  if (said.length > 0) yield `      <system-out>${xml(said.join('\n\n'))}</system-out>\n`;
  yield '    </testcase>\n';
}

function totals(cases: readonly Case[], report: Report, options: ReporterOptions) {
  const failed = cases.filter(({ findings }) => findings.some((index) => isFailing(report.findings[index], options)));
  const time = cases.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3);
  return { tests: cases.length, failures: failed.length, errors: 0, time };
}

/** The first start of its cases, as the schema wants it: without zone, in UTC. */
function timestampOf(cases: readonly Case[]): Record<string, string> {
  const start = cases.reduce<number | undefined>(
    (first, one) => (one.start === undefined || (first ?? one.start) < one.start ? first : one.start),
    undefined,
  );
  return start === undefined ? {} : { timestamp: new Date(start * 1000).toISOString().slice(0, 19) };
}

export const junit: Reporter = {
  id: 'junit',
  title: 'JUnit XML, one test case a call; what --fail-on names is a failure',
  *write(report, options) {
    const suites = suitesOf(report);
    const all = suites.flatMap(({ cases }) => cases);
    yield '<?xml version="1.0" encoding="UTF-8"?>\n';
    yield `<testsuites${attributes({ name: 'sipsleuth', ...totals(all, report, options) })}>\n`;
    for (const { name, cases } of suites) {
      const facts = { name, ...totals(cases, report, options), skipped: 0, ...timestampOf(cases) };
      yield `  <testsuite${attributes(facts)}>\n`;
      for (const one of cases) yield* writeCase(one, name, report, options);
      yield '  </testsuite>\n';
    }
    yield '</testsuites>\n';
  },
};
