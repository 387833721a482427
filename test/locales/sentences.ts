/** What every language must do with whatever a call brings together: speak in whole sentences. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causes } from '../../src/catalogue/causes.ts';
import { headerFields } from '../../src/catalogue/header-fields.ts';
import { methods } from '../../src/catalogue/methods.ts';
import { reasonProtocols } from '../../src/catalogue/reason-protocols.ts';
import { statuses, unregistered } from '../../src/catalogue/statuses.ts';
import { timers } from '../../src/catalogue/timers.ts';
import { warnings } from '../../src/catalogue/warnings.ts';
import type { RootCause } from '../../src/explain/cause.ts';
import type { Decision } from '../../src/explain/decision.ts';
import type { VerdictKey } from '../../src/explain/verdict.ts';
import { analyze } from '../../src/index.ts';
import { guards } from '../../src/locales/en/guards.ts';
import { reasons } from '../../src/locales/en/reasons.ts';
import { steps } from '../../src/locales/en/steps.ts';
import { verdicts } from '../../src/locales/en/verdicts.ts';
import type { Locale } from '../../src/locales/locale.ts';
import type { Page } from '../../src/locales/page.ts';
import type { Args } from '../../src/model.ts';
import type { Guard } from '../../src/rules/define.ts';
import { rules } from '../../src/rules/index.ts';

// ── Facts of calls ───────────────────────────────────────────────────────────────────────────────────────────────

const ms = fc.oneof(
  fc.constantFrom(0, 0.2, 1, 124, 999.6, 2_155, 9_960, 30_000, 32_000, 120_000, 181_000),
  fc.nat(1e8),
);
const role = fc.constantFrom('caller', 'proxy', 'server', 'gateway', 'callee');
const addressed = fc.constantFrom('192.0.2.7', '2001:db8::7');
const finals = statuses.map(({ code }) => code).filter((code) => code >= 300);

/** Facts that come and go together. */
const origin = fc.record(
  {
    product: fc.constantFrom('', 'kamailio 5.6.3', 'Lab Phone 1.0'),
    relayed: fc.constant(true),
    insteadOf: fc.constantFrom(486, 503),
  },
  { requiredKeys: ['product'] },
);
const reason = fc.oneof(
  fc.constant({}),
  fc.record({ reason: fc.constant('Q.850;cause=1'), cause: fc.constantFrom(...causes.map(({ code }) => code), 999) }),
  fc.constant({ reason: 'Q.850;cause=17', cause: 17, reasonText: 'User busy', causeNamed: true }),
  fc.constant({ reason: 'SIP;cause=200', reasonText: 'Call completed elsewhere' }),
);
const warning = fc.oneof(
  fc.constant({}),
  fc.record({
    warning: fc.constantFrom(...warnings.map(({ code }) => code), 12),
    warningText: fc.constantFrom('', 'Incompatible media'),
  }),
);
const decisions: readonly Exclude<Decision, 'expires'>[] = [
  'network',
  'network-fast',
  'hop-timer',
  'no-answer-timer',
  'no-answer-120',
  'timer-c',
  'person',
  'app',
  'rule',
  'device-setting',
  'no-device',
  'own-rule',
  'own-fault',
];
/** Who decided is told by one fact, and this one by the time that the INVITE allows. */
const decision = fc.oneof(
  fc.constant({}),
  fc.record({ decision: fc.constantFrom(...decisions) }),
  fc.record({ decision: fc.constant('expires'), expires: fc.constantFrom(30, 180) }),
);
const release = fc.oneof(
  fc.constant({}),
  fc.record(
    {
      talked: ms,
      unacknowledged: fc.constant(true),
      byCaller: fc.boolean(),
      releasedBy: addressed,
      releaseRole: role,
      releaseReason: fc.constant('Q.850;cause=16'),
      releaseReasonText: fc.constant('Normal call clearing'),
      byeAnswer: fc.constantFrom(200, 481),
    },
    { requiredKeys: ['byCaller', 'releasedBy', 'releaseRole'] },
  ),
);
const rest = fc.record(
  {
    after: ms,
    sinceProgress: ms,
    rang: ms,
    cancelledAfter: ms,
    retryAfter: fc.nat(100_000),
    contact: fc.constantFrom('', '<sip:bob@192.0.2.8:5060>'),
    phrase: fc.constantFrom('', 'Busy Here', 'Network Blocked'),
    status: fc.constantFrom(...finals, 470, 599),
    reach: fc.constantFrom('nothing', 'trying', 'progress', 'ringing', 'answered'),
    audible: fc.constantFrom('nothing', 'ringback', 'early-media', 'silence'),
    server: addressed,
    host: addressed,
    role,
    insteadOfHost: addressed,
    opened: ms,
    before: fc.constantFrom('407', '407, 302'),
    diverted: fc.constant(true),
    queued: fc.constant(true),
    waitedInQueue: ms,
    branchEnded: fc.constant(true),
    otherDevice: fc.constant(true),
    devices: fc.integer({ min: 2, max: 21 }),
    ownPhrase: fc.constant(true),
    sends: fc.integer({ min: 1, max: 11 }),
    rounds: fc.nat(3),
    ringing: fc.boolean(),
  },
  {
    requiredKeys: [
      'status',
      'phrase',
      'reach',
      'audible',
      'server',
      'host',
      'role',
      'insteadOfHost',
      'sends',
      'rounds',
      'ringing',
    ],
  },
);
const verdictArgs = fc
  .tuple(origin, reason, warning, release, decision, rest)
  .map((parts): Args => Object.assign({}, ...parts));

const media = fc.oneof(
  fc.constant({}),
  fc.record({
    media: fc.constantFrom('PCMA', 'audio'),
    mediaAddress: fc.constantFrom('', '192.0.2.7'),
    mediaPort: fc.constant(40_000),
  }),
);

const stepArgs = fc
  .tuple(
    origin,
    reason,
    warning,
    media,
    fc.record(
      {
        status: fc.constantFrom(...statuses.map(({ code }) => code), 170, 470, 599),
        phrase: fc.constantFrom('', 'OK'),
        ownPhrase: fc.constant('Network Blocked'),
        host: addressed,
        role,
        named: fc.boolean(),
        relayedBy: addressed,
        repeats: fc.integer({ min: 1, max: 10 }),
        repeated: fc.constantFrom('ack', 'prack', 'keep-alive', 'other'),
        sdp: fc.boolean(),
        sdpBefore: fc.constantFrom(180, 183),
        reliable: fc.constant(true),
        retryAfter: fc.nat(5000),
        contact: fc.constantFrom('', '<sip:bob@192.0.2.8>'),
        prefix: fc.boolean(),
        rang: ms,
        cancelled: fc.constant(true),
        elsewhere: fc.constant(true),
        sends: fc.integer({ min: 1, max: 11 }),
        over: ms,
        talked: ms,
        unacknowledged: fc.constant(true),
        answer: fc.constantFrom(200, 481),
      },
      { requiredKeys: ['status', 'phrase', 'host', 'role', 'sdp', 'sends'] },
    ),
  )
  .map((parts): Args => Object.assign({}, ...parts));

const verdictKeys = Object.keys(verdicts) as VerdictKey[];
const codes = [...statuses.map(({ code }) => code), ...unregistered.keys(), 499];

const root = join(import.meta.dirname, '../../fixtures');
const files = ['captures', 'rules', 'sequences', 'logs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(pcap|sip|log)$/.test(name))
    .map((name) => join(root, folder, name))
    .sort(),
);

// ── Sentences ────────────────────────────────────────────────────────────────────────────────────────────────────

/** What is wrong with a text of one or more sentences; `trace` holds what it may quote. */
export type FaultsOf = (text: string, trace?: string) => readonly string[];

export function describeSentences(locale: Locale, faultsOf: FaultsOf): void {
  const expectSentences = (text: string, where: string, trace = '') => {
    expect(faultsOf(text, trace), `${where}: ${text}`).toEqual([]);
  };
  const expectOrNothing = (text: string, where: string, trace = '') => {
    if (text !== '') expectSentences(text, where, trace);
  };
  /** What is no sentence: a heading, a label. */
  const expectPhrase = (text: string, where: string) => expectSentences(`X ${text}.`, where);

  /** Every kind of finding, as its rule shows one. */
  const findings: readonly RootCause[] = rules.map((rule) => ({
    rule: rule.id,
    args: rule.example,
    title: locale.ruleTitle(rule),
    message: locale.rule(rule, rule.example).message,
    delta: 0,
  }));
  const cause = fc.option(
    fc.tuple(fc.constantFrom(...findings), ms).map(([one, delta]): RootCause => ({ ...one, delta })),
    { nil: undefined },
  );

  describe('every verdict is made of sentences', () => {
    it.each(verdictKeys)('%s', (key) => {
      fc.assert(
        fc.property(verdictArgs, cause, (args, found) => {
          const { text, advice } = locale.verdict(key, args, found);
          expectSentences(text, key);
          expectOrNothing(advice, `advice of ${key}`);
        }),
        { numRuns: 500 },
      );
    });

    it('with every finding that can be its cause', () => {
      const args: Args = { ...fc.sample(verdictArgs, { numRuns: 1, seed: 1 })[0], role: 'callee', after: 2_000 };
      for (const key of verdictKeys) {
        for (const found of findings)
          expectSentences(locale.verdict(key, args, found).text, `${key} with ${found.rule}`);
      }
    });
  });

  describe('every step is made of sentences', () => {
    it.each(Object.keys(steps))('%s', (key) => {
      fc.assert(
        fc.property(stepArgs, (args) => expectSentences(locale.step(key, args), key)),
        { numRuns: 1_000 },
      );
    });

    it('and so are the words of its code', () => {
      fc.assert(
        fc.property(stepArgs, (args) => {
          const { description, whenSeen, howToFix } = locale.status(Number(args.status), args);
          for (const text of [description, whenSeen, howToFix]) expectSentences(text, `${args.status}`);
        }),
        { numRuns: 2_000 },
      );
    });
  });

  describe('every rule speaks in sentences', () => {
    it.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
      const { message, why, fix, limits, title } = locale.rule(rule, rule.example);
      for (const text of [message, why, ...fix]) expectSentences(text, rule.id);
      expectOrNothing(limits, rule.id);
      expectSentences(`${title}.`, rule.id);
    });
  });

  describe('every guard and every reason has words', () => {
    it.each(Object.keys(guards) as Guard[])('%s', (guard) => expectSentences(locale.guard(guard), guard));
    it.each(Object.keys(reasons))('%s', (reason) => expectPhrase(locale.reason(reason), reason));
  });

  describe('every page of explain is made of sentences', () => {
    function expectPage(page: Page): void {
      for (const { heading, texts, list } of page.sections) {
        expectSentences(`${heading}.`, heading);
        expect(texts.length, heading).toBeGreaterThan(0);
        // The items of a list may begin with the name of what they explain.
        for (const text of texts) expectSentences(list ? `X ${text}` : text, `${page.title}, ${heading}`);
      }
      for (const [name, value] of page.facts) expectSentences(`${name} ${value}.`, `${page.title}: ${name}`);
    }
    const { pages } = locale;

    it('of a code, and of two compared', () => {
      for (const a of codes) {
        expectPage(pages.status(a));
        for (const b of codes) if (a !== b) expectPage(pages.comparison(a, b));
      }
    });

    it('of any sequence', () => {
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...codes, 100, 180, 183), { minLength: 1, maxLength: 8 }), (sequence) =>
          expectPage(pages.sequence(sequence)),
        ),
        { numRuns: 2_000 },
      );
    });

    it('of causes, warnings, methods and rules', () => {
      for (const { code } of causes) expectPage(pages.cause(code));
      for (const { code } of warnings) expectPage(pages.warning(code));
      for (const { name } of methods) expectPage(pages.method(name));
      for (const rule of rules) expectPage(pages.rule(rule));
    });

    it('of header fields, Reason protocols and timers', () => {
      for (const { name } of headerFields) expectPage(pages.header(name));
      for (const { name } of reasonProtocols) expectPage(pages.reason(name));
      for (const { id } of timers) expectPage(pages.timer(id));
    });
  });

  describe('the report of every fixture is made of sentences', () => {
    it('verdicts, steps and findings', async () => {
      for (const path of files) {
        const bytes = readFileSync(path);
        const trace = bytes.toString('latin1');
        const report = await analyze(bytes, { path, messages: 'all', locale });
        for (const { verdict, steps: told } of report.calls) {
          expectSentences(verdict.text, path, trace);
          expectOrNothing(verdict.advice, path, trace);
          for (const step of told) {
            expectSentences(step.text, path, trace);
            for (const text of [step.description, step.whenSeen, step.howToFix])
              expectOrNothing(text ?? '', path, trace);
          }
        }
        for (const finding of report.findings) {
          for (const text of [finding.message, finding.why, ...finding.fix])
            expectSentences(text, `${path} ${finding.rule}`, trace);
          expectOrNothing(finding.limits, path, trace);
        }
      }
    });
  });
}
