/**
 * Matchers for vitest and jest, over a Report or one of its calls:
 *
 * ```ts
 * import { sipMatchers } from 'sipsleuth/matchers';
 * import { readTrace } from 'sipsleuth/node';
 * expect.extend(sipMatchers);
 * expect(await readTrace('call.pcap')).toMatchSequence('100? 18x* 200');
 * ```
 *
 * Where `expect` is global, the import alone extends it. Of a report every call must hold, and with `.not` none may; a
 * report without a call is an error either way.
 */
import { checkExpectations, type ExpectationsResult } from './expect/check.ts';
import type { Expectations } from './expect/expectations.ts';
import type { CallExpectation, ExpectationsFile } from './expect/language.ts';
import { durationOf } from './expect/range.ts';
import { parseExpectations } from './expectations.ts';
import { en } from './locales/en/index.ts';
import { RegistrationTally } from './metrics/registrations.ts';
import { SessionTally } from './metrics/sessions.ts';
import type { Outcome, Severity } from './model.ts';
import { REPORT_SCHEMA, type Report, type ReportCall } from './report.ts';
import { failuresOf, plainExcerpt } from './reporters/expectations/failure.ts';
import type { ExpectationOptions } from './reporters/expectations/reporter.ts';

export interface FindingOptions {
  /** Findings that are no worse than this do not count; without it all do. */
  readonly above?: Severity;
  /** Rules that may find something, or several with `*`. */
  readonly except?: readonly string[];
}

/** What vitest and jest want to be told. */
export interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

/** What they tell: whether `.not` stands before the matcher. */
interface MatcherState {
  readonly isNot?: boolean;
}

const words = en.expectations;

const options: ExpectationOptions = {
  locale: en,
  color: false,
  width: 100,
  limitCalls: 0,
  limitLines: 0,
  failOn: 'never',
  file: '',
  lineOf: () => 0,
};

function isReport(received: unknown): received is Report {
  return (received as { schema?: unknown } | null | undefined)?.schema === REPORT_SCHEMA;
}

function isCall(received: unknown): received is ReportCall {
  const call = received as Partial<ReportCall> | null | undefined;
  return Array.isArray(call?.callIds) && Array.isArray(call?.sequence);
}

/** Figures of many calls say nothing of one. */
const noFigures = {
  sessions: new SessionTally().figures(),
  registrations: new RegistrationTally().figures(),
  peers: [],
  media: { streams: 0, packets: 0, loss: null, jitter: null, mos: null, unclaimed: 0, omitted: 0 },
};

const nothing = { calls: 0, registrations: 0, subscriptions: 0, transactions: 0, findings: 0, undetermined: 0 };

/** A report of one call, with nothing else in it. */
function reportOf(call: ReportCall): Report {
  return {
    schema: REPORT_SCHEMA,
    language: en.tag,
    inputs: [],
    summary: {
      messages: call.messageCount,
      ...nothing,
      calls: 1,
      accepted: 0,
      findings: { error: 0, warning: 0, info: 0 },
      metrics: { outcomes: { [call.outcome]: 1 }, answerSeizureRatio: null, postDialDelay: null, ...noFigures },
      omitted: nothing,
    },
    calls: [{ ...call, streams: [], findings: [] }],
    registrations: [],
    subscriptions: [],
    transactions: [],
    streams: [],
    findings: [],
    undetermined: [],
    rules: {},
  };
}

function traceOf(received: unknown): Report {
  if (isReport(received)) return received;
  if (isCall(received)) return reportOf(received);
  throw new TypeError(words.noTrace);
}

/** What failed, with the ladder of each. */
function failureText(result: ExpectationsResult, report: Report): string {
  const lines = result.expectations
    .filter(({ pass }) => !pass)
    .flatMap((one) =>
      failuresOf(one, report, options).flatMap(({ head, lines, subject }) => [
        '',
        ...(head === '' ? lines : [head, ...lines.map((line) => `  ${line}`)]),
        ...(subject === undefined ? [] : ['', ...plainExcerpt(subject, report, options)]),
      ]),
    );
  return lines.join('\n');
}

/** Of every call, or with `.not` of none; `claim` ends the sentence "expected every call to …". */
function ofCalls(state: MatcherState, received: unknown, claim: string, asked: CallExpectation): MatcherResult {
  const report = traceOf(received);
  if (report.calls.length === 0) throw new TypeError(words.noCall);
  const match = state.isNot === true ? 'none' : 'all';
  const result = checkExpectations(parseExpectations({ expectations: 1, calls: [{ ...asked, match }] }), report);
  const sentence = match === 'all' ? words.every : words.no;
  return {
    // What passes with `.not` before it is a failure.
    pass: result.pass === (match === 'all'),
    message: () => `${sentence(claim)}\n${failureText(result, report)}`,
  };
}

function meeting(received: unknown, claim: string, asked: Expectations): MatcherResult {
  const report = traceOf(received);
  const result = checkExpectations(asked, report);
  return {
    pass: result.pass,
    message: () => (result.pass ? words.notTo(claim) : `${words.to(claim)}\n${failureText(result, report)}`),
  };
}

function milliseconds(limit: string | number): number {
  const ms = typeof limit === 'number' ? limit : durationOf(limit);
  if (ms === undefined || !(ms >= 0 && ms < 1e9)) throw new TypeError(words.noDuration(String(limit)));
  return ms;
}

function list(values: string | readonly (string | number)[]): string {
  return typeof values === 'string' ? values : values.join(' ');
}

export const sipMatchers = {
  /** Nothing was found in the trace, or nothing worse than `above`, but for `except`. */
  toHaveNoFindings(this: MatcherState, received: unknown, { above, except = [] }: FindingOptions = {}): MatcherResult {
    if (isReport(received) && received.summary.messages === 0) throw new TypeError(words.noMessage);
    // A call knows its findings by their number in the report only.
    if (isCall(received) && received.findings.length > 0) throw new TypeError(words.findingsOfCall);
    const findings = { allowed: except, ...(above === undefined ? {} : { 'none-above': above }) };
    const asked = parseExpectations({ expectations: 1, capture: { findings } });
    return meeting(received, words.claims.findings(above ?? '', except.join(', ')), asked);
  },

  /** The responses of the INVITE, on the side of the caller: `100? 18x* 200`, or a list. */
  toMatchSequence(this: MatcherState, received: unknown, sequence: string | readonly (string | number)[]) {
    return ofCalls(this, received, words.claims.sequence(list(sequence)), { sequence: list(sequence) });
  },

  /** INVITE to 2xx: `3s`, `500ms`, or milliseconds. */
  toAnswerWithin(this: MatcherState, received: unknown, limit: string | number) {
    const ms = milliseconds(limit);
    const text = typeof limit === 'number' ? `${limit}ms` : limit;
    return ofCalls(this, received, words.claims.answer(text), { timings: { setup: `<= ${Number(ms.toFixed(3))}ms` } });
  },

  toHaveOutcome(this: MatcherState, received: unknown, outcome: Outcome | readonly Outcome[]) {
    return ofCalls(this, received, words.claims.outcome([outcome].flat().join(', ')), { outcome });
  },

  /** The codec that both sides agreed on at the beginning; any of several. */
  toUseCodec(this: MatcherState, received: unknown, codec: string | readonly string[]) {
    return ofCalls(this, received, words.claims.codec([codec].flat().join(', ')), { sdp: { codec } });
  },

  /** Expectations as a file has them (schema/expectations.schema.json), as data or already parsed. */
  toMeet(this: MatcherState, received: unknown, expectations: Expectations | ExpectationsFile): MatcherResult {
    const asked = Array.isArray(expectations.expectations)
      ? (expectations as Expectations)
      : parseExpectations(expectations);
    return meeting(received, words.claims.meet, asked);
  },
};

/** What `expect(…)` gains. */
export interface SipMatchers<R> {
  /** Nothing was found in the trace, or nothing worse than `above`, but for `except`. */
  toHaveNoFindings(options?: FindingOptions): R;
  /** The responses of the INVITE, on the side of the caller: `100? 18x* 200`, or a list. */
  toMatchSequence(sequence: string | readonly (string | number)[]): R;
  /** INVITE to 2xx: `3s`, `500ms`, or milliseconds. */
  toAnswerWithin(limit: string | number): R;
  toHaveOutcome(outcome: Outcome | readonly Outcome[]): R;
  /** The codec that both sides agreed on at the beginning; any of several. */
  toUseCodec(codec: string | readonly string[]): R;
  /** Expectations as a file has them, as data or already parsed. */
  toMeet(expectations: Expectations | ExpectationsFile): R;
}

declare global {
  namespace jest {
    // Both vitest and jest take their matchers from here; the parameters must be theirs.
    // biome-ignore lint/complexity/noBannedTypes: theirs
    interface Matchers<R, T = {}> extends SipMatchers<R> {}
  }
}

declare const expect: { extend?: (matchers: object) => void } | undefined;

if (typeof expect !== 'undefined') expect.extend?.(sipMatchers);
