/** What French says: whole sentences, whatever a call brings together, and nothing left in English. */
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
import { reasons as englishReasons } from '../../src/locales/en/reasons.ts';
import { guards } from '../../src/locales/fr/guards.ts';
import { fr } from '../../src/locales/fr/index.ts';
import { duration, times } from '../../src/locales/fr/phrases.ts';
import { reasons } from '../../src/locales/fr/reasons.ts';
import { steps } from '../../src/locales/fr/steps.ts';
import { verdicts } from '../../src/locales/fr/verdicts.ts';
import { localeOf } from '../../src/locales/languages.ts';
import type { Page } from '../../src/locales/page.ts';
import type { Args } from '../../src/model.ts';
import { rules } from '../../src/rules/index.ts';

/** Names that the catalogue quotes in English, whatever language speaks. */
const quotedNames = [
  ...[...statuses, ...[...unregistered.values()]].map(({ phrase }) => phrase),
  ...[...causes, ...warnings].map(({ name }) => name),
  'Network Blocked',
  'Call completed elsewhere',
  'Stale Date',
  'Unsupported Certificate',
  'Free Caller Registry',
  'Invalid Identity Header',
  'Bad From header',
].sort((a, b) => b.length - a.length);

const english =
  /(?<![\p{L}\d_.=-])(the|of|and|with|without|for|is|are|was|were|been|be|to|from|by|at|it|its|this|that|these|those|which|who|whose|what|when|where|while|because|although|but|not|none|any|each|every|other|another|same|has|have|had|can|cannot|could|should|must|may|will|would|let|sent|between|before|after|within|until|if|then|than|there|here|they|their|caller|callee|server|answer|call|The|This|It|If|When|Where|Let|Not|No)(?![\p{L}\d_=-]|\.\w)/u;

/** What the text says in its own words: without names of the catalogue, texts of the trace, and settings of products. */
function ownWords(text: string): string {
  let rest = text;
  for (const name of quotedNames) rest = rest.replaceAll(name, '');
  // A phrase of the trace stands behind its code, a text of it in quotes, brackets or behind the cause.
  return rest.replace(
    /« [^»]* »|"[^"]*"|<[^>]*>|\b[1-6]\d\d(?: [A-Z][\w'/-]*)+|(?:cause=|SIP |Q\.850 )\d+ \([^)]*\)/g,
    '',
  );
}

/** What is wrong with a text of one or more sentences; empty when nothing is. */
function faultsOf(text: string): string[] {
  const faults: string[] = [];
  if (/undefined|NaN|\[object|Infinity|\bnull\b/.test(text)) faults.push('a value that is none');
  if (/[{}]/.test(text)) faults.push('a placeholder');
  if (/\s\s|^\s|\s$/.test(text)) faults.push('a space too many');
  if (/[\u00a0\u202f]/.test(text)) faults.push('a no-break space, which reports escape');
  if (text.normalize('NFC') !== text) faults.push('letters that are not composed');
  // A space stands before a colon and a semicolon in French, not before a point, a comma or a bracket.
  if (/\s[.,)](?!\w)|\(\s|\.\.(?!\.)|\(\)/.test(text)) faults.push('stray punctuation');
  if (/(?<!\p{L})(\p{L}{2,}) \1(?![\p{L}:])/iu.test(text)) faults.push('a doubled word');
  if (/(^|[.!?] )\p{Ll}/u.test(text)) faults.push('a sentence without capital');
  if (!text.endsWith('.')) faults.push('no period');
  if (/-\d+(,\d+)? (ms|s|min|h)\b/.test(text)) faults.push('a negative time');
  if (/\p{L}'\p{L}/u.test(text)) faults.push('a straight apostrophe');
  if (
    /(?<![\p{L}-])(de|que|le|ne|se|je) [aeiouéèêàh]\p{Ll}{2,}(?![\p{L}\d@:/._-])/u.test(
      ownWords(text).replaceAll('outbound', ''),
    )
  )
    faults.push('a vowel that is not elided');
  const left = english.exec(ownWords(text));
  if (left !== null) faults.push(`English: ${left[1]}`);
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
const findings: readonly RootCause[] = rules.map((rule) => ({
  rule: rule.id,
  args: rule.example,
  title: fr.ruleTitle(rule),
  message: fr.rule(rule, rule.example).message,
  delta: 0,
}));
const cause = fc.option(
  fc.tuple(fc.constantFrom(...findings), ms).map(([one, delta]): RootCause => ({ ...one, delta })),
  { nil: undefined },
);

describe('every verdict is made of sentences', () => {
  it.each(Object.keys(verdicts) as VerdictKey[])('%s', (key) => {
    fc.assert(
      fc.property(verdictArgs, cause, (args, found) => {
        const { text, advice } = fr.verdict(key, args, found);
        expectSentences(text, key);
        expectOrNothing(advice, `advice of ${key}`);
      }),
      { numRuns: 500 },
    );
  });

  it('with every finding that can be its cause', () => {
    const args: Args = { ...fc.sample(verdictArgs, { numRuns: 1, seed: 1 })[0], role: 'callee', after: 2_000 };
    for (const key of Object.keys(verdicts) as VerdictKey[]) {
      for (const found of findings) expectSentences(fr.verdict(key, args, found).text, `${key} with ${found.rule}`);
    }
  });

  it('that say nothing of timers and persons where the code says it all', () => {
    const busy = { status: 486, phrase: 'Busy Here', role: 'callee', host: '192.0.2.7', after: 124, ringing: false };
    const { text } = fr.verdict('busy-here', { ...busy, rounds: 0, audible: 'nothing', reach: 'trying' });
    expect(text).toBe('L’appelé 192.0.2.7 a refusé l’appel après 124 ms : occupé (486 Busy Here).');
  });
});

// ── Steps ────────────────────────────────────────────────────────────────────────────────────────────────────────

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

describe('every step is made of sentences', () => {
  it.each(Object.keys(steps))('%s', (key) => {
    fc.assert(
      fc.property(stepArgs, (args) => expectSentences(fr.step(key, args), key)),
      { numRuns: 1_000 },
    );
  });

  it('and so are the words of its code', () => {
    fc.assert(
      fc.property(stepArgs, (args) => {
        const { description, whenSeen, howToFix } = fr.status(Number(args.status), args);
        for (const text of [description, whenSeen, howToFix]) expectSentences(text, `${args.status}`);
      }),
      { numRuns: 2_000 },
    );
  });

  it('where the facts are known, without an if', () => {
    for (const sdp of [true, false]) {
      for (const code of [180, 183, 200]) {
        expect(fr.status(code, { status: code, sdp, role: 'callee' }).description).not.toMatch(
          /(?<!\p{L})(si|sauf|REGISTER|CANCEL)(?!\p{L})/iu,
        );
      }
    }
    expect(fr.status(200).description).toContain('REGISTER');
  });
});

// ── Rules ────────────────────────────────────────────────────────────────────────────────────────────────────────

describe('every rule speaks in sentences', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    const { message, why, fix, limits, title } = fr.rule(rule, rule.example);
    for (const text of [message, why, ...fix]) expectSentences(text, rule.id);
    expectOrNothing(limits, rule.id);
    expect(faultsOf(`${title}.`)).toEqual([]);
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
  for (const [name, value] of page.facts) {
    // A source is cited as the rules have it.
    const text = name === 'Source' ? name : `${name} ${value}`;
    expect(faultsOf(`${text}.`), `${page.title}: ${name}`).toEqual([]);
  }
}

describe('every page of explain is made of sentences', () => {
  it('of a code, and of two compared', () => {
    for (const a of codes) {
      expectPage(fr.pages.status(a));
      for (const b of codes) if (a !== b) expectPage(fr.pages.comparison(a, b));
    }
  });

  it('of any sequence', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...codes, 100, 180, 183), { minLength: 1, maxLength: 8 }), (sequence) =>
        expectPage(fr.pages.sequence(sequence)),
      ),
      { numRuns: 2_000 },
    );
  });

  it('of causes, warnings, methods and rules', () => {
    for (const { code } of causes) expectPage(fr.pages.cause(code));
    for (const { code } of warnings) expectPage(fr.pages.warning(code));
    for (const { name } of methods) expectPage(fr.pages.method(name));
    for (const rule of rules) expectPage(fr.pages.rule(rule));
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

describe('the report of every fixture is made of sentences', () => {
  it('verdicts, steps and findings', async () => {
    for (const path of files) {
      const report = await analyze(readFileSync(path), { path, messages: 'all', locale: fr });
      for (const { verdict, steps: told } of report.calls) {
        expectSentences(verdict.text, path);
        expectOrNothing(verdict.advice, path);
        for (const step of told) {
          expectSentences(step.text, path);
          for (const text of [step.description, step.whenSeen, step.howToFix]) expectOrNothing(text ?? '', path);
        }
      }
      for (const finding of report.findings) {
        for (const text of [finding.message, finding.why, ...finding.fix])
          expectSentences(text, `${path} ${finding.rule}`);
        expectOrNothing(finding.limits, path);
      }
    }
  });
});

describe('durations', () => {
  it.each([
    [0, '0 s'],
    [0.2, 'moins de 1 ms'],
    [124.4, '124 ms'],
    [999.7, '1,0 s'],
    [2_155, '2,2 s'],
    [9_960, '10 s'],
    [119_600, '2 min'],
    [3_599_700, '1 h'],
    [3_900_000, '1 h 5 min'],
    [200_000_000, '2 jours'],
    [-5, '0 s'],
  ])('of %d ms are %s', (value, text) => {
    expect(duration(value)).toBe(text);
  });
});

// ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────

describe('0 and 1 are singular, all others plural', () => {
  const { terminal, expectations, diff } = fr;
  it.each([
    [0, '0 appel', '0 connu ou ignoré', '0 abouti'],
    [1, '1 appel', '1 connu ou ignoré', '1 abouti'],
    [2, '2 appels', '2 connus ou ignorés', '2 aboutis'],
    [5, '5 appels', '5 connus ou ignorés', '5 aboutis'],
    [11, '11 appels', '11 connus ou ignorés', '11 aboutis'],
    [21, '21 appels', '21 connus ou ignorés', '21 aboutis'],
    [101, '101 appels', '101 connus ou ignorés', '101 aboutis'],
  ])('%d', (n, calls, accepted, answered) => {
    expect(terminal.calls(n)).toBe(calls);
    expect(terminal.accepted(n)).toBe(accepted);
    expect(terminal.outcomeCount(n, 'answered')).toBe(answered);
    expect(expectations.selected(n, 'calls')).toBe(calls);
    const several = n > 1 ? 's' : '';
    expect(terminal.transactions(n)).toBe(`${n} autre${several} requête${several}`);
    expect(terminal.undetermined(n)).toBe(`${n} point${several} indéterminé${several}`);
    expect(terminal.duplicates(n)).toBe(`${n} doublon${several} écarté${several}`);
    expect(diff.summary({ compared: n, different: 1, onlyA: 0, onlyB: 0 })[0]).toBe(
      `${n} appel${several} comparé${several}`,
    );
  });

  it('how often', () => {
    expect([1, 2, 5, 11, 21, 101].map(times)).toEqual([
      'une fois',
      'deux fois',
      '5 fois',
      '11 fois',
      '21 fois',
      '101 fois',
    ]);
  });
});

// ── All of it ────────────────────────────────────────────────────────────────────────────────────────────────────

describe('nothing is left to English', () => {
  it('a rule', () => {
    for (const rule of rules) {
      expect(fr.ruleTitle(rule), rule.id).not.toBe(rule.title);
      expect(fr.rule(rule, rule.example).message, rule.id).not.toBe(rule.message(rule.example));
    }
  });

  it('a label, a guard or a reason', () => {
    const texts = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : typeof value === 'object' ? Object.values(value ?? {}).flatMap(texts) : [];
    for (const text of texts([fr.terminal, fr.diff, fr.expectations, guards, reasons]))
      expect(english.exec(ownWords(text))?.[1], text).toBeUndefined();
    for (const text of Object.values(guards)) expectSentences(text, 'guard');
    expect(Object.keys(reasons).sort()).toEqual(Object.keys(englishReasons).sort());
  });

  it('the codes that are not registered say where they are met', () => {
    for (const code of unregistered.keys()) {
      const met = fr.pages.status(code).facts.find(([label]) => label === 'Vu dans');
      expect(met?.[1], String(code)).toBeTruthy();
    }
  });

  it('the language itself', async () => {
    expect(await localeOf('fr')).toBe(fr);
  });
});
