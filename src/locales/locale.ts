/** What a language must bring. English is complete by type; the others by test. */

import type { Aspect, Diff } from '../diff/difference.ts';
import type { Fault } from '../expect/faults.ts';
import type { Check } from '../expect/probe.ts';
import type { RootCause } from '../explain/cause.ts';
import type { VerdictKey } from '../explain/verdict.ts';
import type { Args, Confidence, Outcome, Severity, Value } from '../model.ts';
import type { Accepted, InputClock, PointPair, RegistrationOutcome, ReportLeg, Role } from '../report.ts';
import type { Guard, Rule } from '../rules/define.ts';
import type { Page } from './page.ts';
import type { StreamLine } from './stream-line.ts';

/** The words of one response code. */
export interface StatusText {
  /** What the code says. */
  readonly description: string;
  /** Where an engineer meets it, the likeliest cause first. */
  readonly whenSeen: string;
  /** What to check and change. */
  readonly howToFix: string;
  /** A clause that completes “183 means that …”. */
  readonly means: string;
  /** A clause that completes “Use 183 when …”. */
  readonly useWhen: string;
}

/** The words of one Q.850 cause, or of one Warning code. */
export interface CauseText {
  /** A clause that completes “cause 17 means that …”. */
  readonly means: string;
  /** One sentence: what to do next. */
  readonly advice: string;
}

/** The words of one method. */
export interface MethodText {
  /** What the request asks for. */
  readonly description: string;
  /** Where an engineer meets it, and what to watch. */
  readonly whenSeen: string;
}

/** The words of one header field, or of one protocol of Reason. */
export interface EntryText {
  /** What it tells whoever reads a trace. */
  readonly tells: string;
  /** What to compare it with, and what commonly goes wrong. */
  readonly check: string;
}

/** The words of one timer. */
export interface TimerText {
  readonly title: string;
  readonly does: string;
  /** What a trace shows when it runs out. */
  readonly expired: string;
}

/** The words of a code that nobody registered, and where it comes from. */
export interface UnregisteredText extends StatusText {
  readonly from: string;
}

/** The pages of `sipsleuth explain`. */
export interface Pages {
  status(code: number): Page;
  comparison(a: number, b: number): Page;
  sequence(codes: readonly number[]): Page;
  cause(code: number): Page;
  warning(code: number): Page;
  method(name: string): Page;
  header(name: string): Page;
  reason(name: string): Page;
  timer(id: string): Page;
  rule(rule: Rule): Page;
}

export interface RuleText {
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly fix: readonly string[];
  readonly limits: string;
}

/** Another leg as the words need it; `call` counts from 0. */
export type Leg = Omit<ReportLeg, 'text'>;

/** How another leg was refused, and by whom. */
export type LegEnd = {
  readonly host: string;
  readonly status: number;
  readonly phrase: string;
};

/** Labels of the reports. */
export interface TerminalWords {
  /** In front of the other legs of a call, and of the host that a finding says to look at. */
  readonly legs: string;
  readonly device: string;
  readonly outcomes: Readonly<Record<Outcome | RegistrationOutcome, string>>;
  /** So many calls came out so, after "12 calls:": "3 busy". */
  outcomeCount(n: number, outcome: Outcome): string;
  /** How the only call came out, after "1 call:": "busy". */
  outcomeOfOne(outcome: Outcome): string;
  /** Over a lane of the ladder. */
  readonly roles: Readonly<Record<Role, string>>;
  /** In front of the ladder of a rule's example. */
  readonly badExample: string;
  readonly goodExample: string;
  /** Heads of a table of calls. */
  readonly columns: Readonly<Record<'start' | 'parties' | 'responses' | 'result', string>>;
  readonly call: string;
  readonly registration: string;
  readonly subscription: string;
  readonly transaction: string;
  readonly capture: string;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly confidences: Readonly<Record<Confidence, string>>;
  readonly evidence: string;
  readonly why: string;
  readonly fix: string;
  readonly limits: string;
  readonly source: string;
  readonly advice: string;
  /** In front of the streams of a call. */
  readonly media: string;
  /** "audio PCMA 192.0.2.9:40002 → 192.0.2.1:30000, 2,310 packets, 0.4 % lost, jitter 6 ms, MOS 4.2; nothing came back". */
  stream(stream: StreamLine): string;
  after(ms: number): string;
  talked(ms: number): string;
  duration(ms: Value): string;
  messages(n: number): string;
  calls(n: number): string;
  registrations(n: number): string;
  subscriptions(n: number): string;
  transactions(n: number): string;
  errors(n: number): string;
  warnings(n: number): string;
  notes(n: number): string;
  findings(n: number): string;
  undetermined(n: number): string;
  /** Findings of the baseline, and suppressed ones. */
  accepted(n: number): string;
  /** Why a finding is no news: "suppressed: the lab's phones are old". */
  acceptance(accepted: Accepted): string;
  duplicates(n: number): string;
  /** Of a log that begins with its newest record. */
  readonly newestFirst: string;
  readonly incomplete: string;
  times(n: number): string;
  frame(n: number, log: boolean): string;
  firstAt(where: string): string;
  /** Before the title of a finding that another one explains; `cause` is that one's number or title. */
  followsFrom(cause: string): string;
  /** Of messages, steps or inputs of which some are left out: "… 5 more". */
  notShown(n: number): string;
  /** Inputs that hold no SIP, beside others that do. */
  withoutSip(n: number): string;
  /** "NER 66.7 %": a ratio by the name that everybody knows it by. */
  ratio(name: string, percent: number): string;
  /** "post-dial delay 152 ms (95 %: 1.2 s)"; median and 95th percentile in ms. */
  delay(name: 'postDial' | 'duration', median: number, p95: number): string;
  /** Over a table of pairs of hosts, and its columns. */
  readonly peersTitle: string;
  readonly peerColumns: Readonly<Record<'peers' | 'attempts' | 'postDial', string>>;
  readonly cleanCalls: string;
  /** Calls of which nothing is told but what is accepted, among those without findings. */
  readonly quietCalls: string;
  readonly acceptedTitle: string;
  readonly otherCalls: string;
  readonly registrationsTitle: string;
  readonly subscriptionsTitle: string;
  readonly transactionsTitle: string;
  readonly captureTitle: string;
  readonly undeterminedTitle: string;
  readonly notDecodedTitle: string;
  more(n: number): string;
  /** What a flood left out of the report: "20000 calls, 3 findings". */
  omitted(list: string): string;
  readonly silence: string;
  readonly unanswered: string;
}

/** Words about how two traces differ. */
export interface DiffWords {
  readonly aspects: Readonly<Record<Aspect, string>>;
  /** By the name of the timing. */
  readonly timings: Readonly<Record<string, string>>;
  /** Behind a call that only one of them has. */
  readonly onlyA: string;
  readonly onlyB: string;
  /** In place of an empty value. */
  readonly none: string;
  /** How often a message was sent. */
  sent(n: number): string;
  /** "3 calls compared", "1 differs". */
  summary(summary: Diff['summary']): readonly string[];
  readonly otherFindings: string;
}

/** Words about expectations: what an expectations file gets wrong, and what a trace does not meet. */
export interface ExpectationWords {
  /** What is wrong with an expectations file: a sentence without its end, for a hint may follow. */
  fault(fault: Fault): string;
  /** What was expected and seen; the name of the check stands before it. */
  check(check: Check): string;
  /** "2 of 3 expectations failed". */
  summary(passed: number, failed: number): string;
  /** Of those that were selected and do not hold, how many are not shown. */
  more(n: number): string;
  /** "all 3 calls", "1 call". */
  selected(n: number, group: string): string;
  /** What a matcher claims of each call: the end of "expected every call to …". */
  readonly claims: {
    sequence(pattern: string): string;
    answer(limit: string): string;
    outcome(outcomes: string): string;
    codec(codecs: string): string;
    findings(above: string, except: string): string;
    readonly meet: string;
  };
  every(claim: string): string;
  no(claim: string): string;
  to(claim: string): string;
  notTo(claim: string): string;
  /** What a matcher was given is neither a report nor a call. */
  readonly noTrace: string;
  readonly noCall: string;
  readonly noMessage: string;
  readonly findingsOfCall: string;
  noDuration(written: string): string;
}

/** Words about capture points; inputs by their paths, times in ms. */
export interface PointWords {
  pair(pair: Omit<PointPair, 'a' | 'b' | 'text'> & { readonly a: string; readonly b: string }): string;
  lost(lost: {
    readonly startLine: string;
    /** Since the call began. */
    readonly delta: number;
    readonly seenAt: string;
    readonly missingAt: string;
  }): string;
  /** Of an input whose clock is ahead of another's, or behind it. */
  clock(clock: Pick<InputClock, 'ahead' | 'messages'> & { readonly against: string }): string;
}

/** What happens in the two examples of a rule, a sentence each. */
export interface ExampleTitles {
  readonly bad: string;
  readonly good: string;
}

export interface Locale {
  readonly tag: string;
  /** Words of a status code, or of its class. With `story`, the args of a step: what happened, and no "if". */
  status(code: number, story?: Args): StatusText;
  /** The phrase as registered; empty without one. */
  phrase(code: number): string;
  step(key: string, args: Args): string;
  /** `cause` is the finding that tells most about the call. */
  verdict(key: VerdictKey, args: Args, cause?: RootCause): { readonly text: string; readonly advice: string };
  rule(rule: Rule, args: Args): RuleText;
  ruleTitle(rule: Rule): string;
  guard(guard: Guard): string;
  /** "the proxy 192.0.2.5 (Kamailio 5.6)". */
  device(address: string, role: Role | undefined, product: string): string;
  /** What another leg is to a call, and why. */
  leg(link: Leg, end?: LegEnd): string;
  readonly terminal: TerminalWords;
  readonly expectations: ExpectationWords;
  readonly diff: DiffWords;
  readonly points: PointWords;
  /** By rule id. English has none of its own: the examples bring theirs. */
  readonly examples: Readonly<Record<string, ExampleTitles>>;
  readonly pages: Pages;
  /** A reason of `notDecoded`. */
  reason(key: string): string;
}
