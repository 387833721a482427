/** What Vietnamese says: whole sentences, whatever a call brings together, and no English between them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causes } from '../../src/catalogue/causes.ts';
import { methods } from '../../src/catalogue/methods.ts';
import { statuses, unregistered } from '../../src/catalogue/statuses.ts';
import { warnings } from '../../src/catalogue/warnings.ts';
import type { RootCause } from '../../src/explain/cause.ts';
import type { VerdictKey } from '../../src/explain/verdict.ts';
import { analyze } from '../../src/index.ts';
import { guards as englishGuards } from '../../src/locales/en/guards.ts';
import { reasons as englishReasons } from '../../src/locales/en/reasons.ts';
import type { Page } from '../../src/locales/page.ts';
import { guards } from '../../src/locales/vi/guards.ts';
import { vi } from '../../src/locales/vi/index.ts';
import { count, duration, after as since, times } from '../../src/locales/vi/phrases.ts';
import { reasons } from '../../src/locales/vi/reasons.ts';
import { steps } from '../../src/locales/vi/steps.ts';
import { verdicts } from '../../src/locales/vi/verdicts.ts';
import type { Args } from '../../src/model.ts';
import { rules } from '../../src/rules/index.ts';

/** Frequent English words that are neither Vietnamese syllables nor names of SIP. */
const english =
  'the of and is are was were be been has have had with without from that this which who when where what why how not but ' +
  'because then than its their there they will would should could must may might does did only also after before ' +
  'between within until while if or by at it as on sent answered refused caller callee response request The This If ' +
  'When Where Look Check Let Set Use And But';
const englishWord = new RegExp(`(?<![\\w.:@/=$"<-])(?:${english.split(' ').join('|')})(?![\\w.:@/=$"-])`);

/** Phrases of codes and causes are English by RFC, and so may be what stands in quotation marks. */
const registered = [...statuses, ...unregistered.values()]
  .map(({ phrase }) => phrase)
  .concat(causes.map(({ name }) => name))
  .filter((phrase) => phrase.includes(' '))
  .sort((a, b) => b.length - a.length);
const withoutQuotes = (text: string) =>
  registered.reduce((rest, phrase) => rest.replaceAll(phrase, 'X'), text.replace(/"[^"]*"/g, '""'));

/** What is wrong with a text of one or more sentences; “song song” is one word of two like syllables. */
function faultsOf(text: string): string[] {
  const faults: string[] = [];
  if (/undefined|NaN|\[object|Infinity|null/.test(text)) faults.push('a value that is none');
  if (/[{}]/.test(text)) faults.push('a placeholder');
  if (/\s\s|^\s|\s$/.test(text)) faults.push('a space too many');
  if (/\s[.,;:)]|\(\s|\.\.(?!\.)|\(\)/.test(text)) faults.push('stray punctuation');
  if (/(?<![\p{L}\p{N}])(?!song song)(\p{L}{2,}) \1(?![\p{L}\p{N}])/iu.test(text)) faults.push('a doubled word');
  if (/(^|[.!?] )(?=\p{Ll})(?!re-INVITE|[a-z0-9.-]+[.:@])/u.test(text)) faults.push('a sentence without capital');
  if (!text.endsWith('.')) faults.push('no period');
  if (/-\d+(,\d+)? (ms|giây|phút|giờ)/.test(text)) faults.push('a negative time');
  if (text !== text.normalize('NFC')) faults.push('letters taken apart');
  if (text.includes('\u00a0')) faults.push('a space that is shown escaped');
  const found = englishWord.exec(withoutQuotes(text));
  if (found !== null) faults.push(`English: ${found[0]}`);
  return faults;
}

function expectSentences(text: string, where: string): void {
  expect(faultsOf(text), `${where}: ${text}`).toEqual([]);
}

const expectOrNothing = (text: string, where: string) => {
  if (text !== '') expectSentences(text, where);
};

// ── Verdicts ─────────────────────────────────────────────────────────────────────────────────────────────────────

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
    sends: fc.integer({ min: 1, max: 11 }),
    rounds: fc.nat(3),
    branches: fc.nat(3),
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
      'branches',
      'ringing',
    ],
  },
);
const verdictArgs = fc.tuple(origin, reason, warning, release, rest).map((parts): Args => Object.assign({}, ...parts));

/** Every kind of finding, as its rule shows one. */
const findings: readonly RootCause[] = rules.map((rule) => {
  const { title, message } = vi.rule(rule, rule.example);
  return { rule: rule.id, args: rule.example, title, message, delta: 0 };
});
const cause = fc.option(
  fc.tuple(fc.constantFrom(...findings), ms).map(([one, delta]): RootCause => ({ ...one, delta })),
  { nil: undefined },
);

describe('every verdict is made of sentences', () => {
  it.each(Object.keys(verdicts) as VerdictKey[])('%s', (key) => {
    fc.assert(
      fc.property(verdictArgs, cause, (args, found) => {
        const { text, advice } = vi.verdict(key, args, found);
        expectSentences(text, key);
        expectOrNothing(advice, `advice of ${key}`);
      }),
      { numRuns: 300 },
    );
  });

  it('that say nothing of timers and persons where the code says it all', () => {
    const busy = { status: 486, phrase: 'Busy Here', role: 'callee', host: '192.0.2.7', after: 124, ringing: false };
    const { text } = vi.verdict('busy-here', { ...busy, rounds: 0, audible: 'nothing', reach: 'trying' });
    expect(text).toBe('Bên được gọi 192.0.2.7 từ chối cuộc gọi sau 124 ms: máy bận (486 Busy Here).');
  });
});

// ── Steps ────────────────────────────────────────────────────────────────────────────────────────────────────────

const stepArgs = fc
  .tuple(
    origin,
    reason,
    warning,
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
        sdp: fc.boolean(),
        sdpBefore: fc.constantFrom(180, 183),
        media: fc.constant('PCMA'),
        mediaAddress: fc.constantFrom('', '192.0.2.7'),
        mediaPort: fc.constant(40_000),
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
      { requiredKeys: ['status', 'phrase', 'host', 'role', 'sdp', 'sends', 'mediaAddress', 'mediaPort'] },
    ),
  )
  .map((parts): Args => Object.assign({}, ...parts));

describe('every step is made of sentences', () => {
  it.each(Object.keys(steps))('%s', (key) => {
    fc.assert(
      fc.property(stepArgs, (args) => expectSentences(vi.step(key, args), key)),
      { numRuns: 500 },
    );
  });

  it('and so are the words of its code', () => {
    fc.assert(
      fc.property(stepArgs, (args) => {
        const { description, whenSeen, howToFix } = vi.status(Number(args.status), args);
        for (const text of [description, whenSeen, howToFix]) expectSentences(text, `${args.status}`);
      }),
      { numRuns: 1_000 },
    );
  });
});

// ── Rules ────────────────────────────────────────────────────────────────────────────────────────────────────────

describe('every rule speaks in sentences', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    const { message, why, fix, limits, title } = vi.rule(rule, rule.example);
    for (const text of [message, why, ...fix]) expectSentences(text, rule.id);
    expectOrNothing(limits, rule.id);
    expect(faultsOf(`${title}.`)).toEqual([]);
    expect(title).not.toBe(rule.title);
    expect(fix.length).toBe(rule.fix(rule.example).length);
    expect(limits === '').toBe((rule.limits?.(rule.example) ?? '') === '');
  });
});

// ── Pages of `explain` ───────────────────────────────────────────────────────────────────────────────────────────

const codes = [...statuses.map(({ code }) => code), 477];

function expectPage(page: Page): void {
  for (const { heading, texts, list } of page.sections) {
    expect(faultsOf(`${heading}.`), heading).toEqual([]);
    expect(texts.length, heading).toBeGreaterThan(0);
    // The items of a list may begin with the name of what they explain.
    for (const text of texts) expectSentences(list ? `X ${text}` : text, `${page.title}, ${heading}`);
  }
  for (const [name, value] of page.facts) expect(faultsOf(`${name} ${value}.`), `${page.title}: ${name}`).toEqual([]);
}

describe('every page of explain is made of sentences', () => {
  it('of a code, and of two compared', () => {
    for (const a of codes) {
      expectPage(vi.pages.status(a));
      for (const b of codes) if (a < b) expectPage(vi.pages.comparison(a, b));
    }
  });

  it('of any sequence', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...codes, 100, 180, 183), { minLength: 1, maxLength: 8 }), (sequence) =>
        expectPage(vi.pages.sequence(sequence)),
      ),
      { numRuns: 1_000 },
    );
  });

  it('of causes, warnings, methods and rules', () => {
    for (const { code } of causes) expectPage(vi.pages.cause(code));
    for (const { code } of warnings) expectPage(vi.pages.warning(code));
    for (const { name } of methods) expectPage(vi.pages.method(name));
    for (const rule of rules) expectPage(vi.pages.rule(rule));
  });
});

// ── Small words ──────────────────────────────────────────────────────────────────────────────────────────────────

describe('small words', () => {
  it('are there for every guard and every reason', () => {
    expect(Object.keys(guards).sort()).toEqual(Object.keys(englishGuards).sort());
    for (const text of Object.values(guards)) expectSentences(text, 'guard');
    expect(Object.keys(reasons)).toEqual(Object.keys(englishReasons));
    for (const text of Object.values(reasons)) expect(faultsOf(`X ${text}.`), text).toEqual([]);
  });

  it('keep a noun as it is, whatever the number', () => {
    for (const n of [0, 1, 2, 5, 11, 21, 101]) {
      expect(count(n, 'cuộc gọi')).toBe(`${n} cuộc gọi`);
      expect(times(n)).toBe(`${n} lần`);
      expect(vi.terminal.errors(n)).toBe(`${n} lỗi`);
    }
  });

  it('say at once where the clock tells nothing else', () => {
    expect(since(0)).toBe(' ngay lập tức');
    expect(since(1_240)).toBe(' sau 1,2 giây');
    expect(since(undefined)).toBe('');
  });

  it.each([
    [0, '0 giây'],
    [0.2, 'dưới 1 ms'],
    [124.4, '124 ms'],
    [999.7, '1,0 giây'],
    [2_155, '2,2 giây'],
    [9_960, '10 giây'],
    [119_600, '2 phút'],
    [3_599_700, '1 giờ'],
    [3_900_000, '1 giờ 5 phút'],
    [200_000_000, '2 ngày'],
    [-5, '0 giây'],
  ])('of %d ms are %s', (value, text) => {
    expect(duration(value)).toBe(text);
  });
});

// ── Whole reports ────────────────────────────────────────────────────────────────────────────────────────────────

const root = join(import.meta.dirname, '../../fixtures');
const files = ['captures', 'rules', 'logs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(pcap|sip|log)$/.test(name))
    .map((name) => join(root, folder, name))
    .sort(),
);

describe('the findings of every fixture are told in sentences', () => {
  it('with the args that the rules really yield', async () => {
    const byId = new Map(rules.map((rule) => [rule.id, rule]));
    for (const path of files) {
      const report = await analyze(readFileSync(path), { path, messages: 'none' });
      for (const finding of report.findings) {
        const rule = byId.get(finding.rule);
        if (rule === undefined) continue;
        const { message, why, fix, limits } = vi.rule(rule, finding.args);
        for (const text of [message, why, ...fix]) expectSentences(text, `${path} ${finding.rule}`);
        expectOrNothing(limits, path);
      }
    }
  });
});
