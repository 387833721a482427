/** Help, lists and complaints of the command line in every language: whole, and nothing left in English. */
import { describe, expect, it } from 'vitest';
import { spokenLanguage } from '../../src/cli/language.ts';
import { misusage } from '../../src/cli/misusage.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { speakIn } from '../../src/cli/speech.ts';
import type { CliWords } from '../../src/locales/cli.ts';
import { cliWordsOf, languages } from '../../src/locales/languages.ts';
import { formats } from '../../src/reporters/index.ts';
import { thresholdNames } from '../../src/rules/thresholds.ts';
import { run as runIn } from './run.ts';

const run = (...args: string[]) => runIn(args, import.meta.dirname);
const english = await cliWordsOf('en');

/** Words that only English sentences hold (`option` is French, `than` is Vietnamese); names of options, files and header fields are cut out before. */
const functionWords =
  /(?<![\p{L}-])(?:the|of|and|is|are|was|with|without|which|that|this|these|from which|into|what|whose|there|they|its|by|be|been|not|only|where|when|must|cannot|could|file)(?![\p{L}-])/iu;

/** What stays as it is in every language. */
function withoutNames(text: string): string {
  return text
    .replaceAll(/«[^»]*»|"[^"]*"|--[\w-]+(?:=\S+)?|\b(?:From|To|Call-ID)\b|https?:\S+/gu, '')
    .replaceAll(/\b(?:error|warning|info|never|all|off|none|flagged|auto|always|trace|list \w+|diff \S+ \S+)\b/gu, '');
}

/** Every text of a tree of words; functions are called with the arguments that English takes as well. */
function textsOf(words: unknown, like: unknown, path = ''): { readonly path: string; readonly text: string }[] {
  if (typeof words === 'string') return [{ path, text: words }];
  if (typeof words === 'function') {
    return argumentsFor(path, (like as (...args: unknown[]) => unknown).length).map((args) => ({
      path: `${path}(${args.map(String).join(', ')})`,
      text: (words as (...args: unknown[]) => string)(...args),
    }));
  }
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([name, value]) =>
    textsOf(value, (like as Record<string, unknown>)[name] ?? value, path === '' ? name : `${path}.${name}`),
  );
}

/** A file kind, a unit, a list of words or a number: what the function at this path takes. Numbers try plural forms. */
function argumentsFor(path: string, length: number): readonly (readonly unknown[])[] {
  const key = path.split('.').at(-1) ?? '';
  const kinds: Readonly<Record<string, (n: number) => readonly unknown[]>> = {
    place: (n) => ['config', 'a.yml', n, n],
    cannotBeRead: () => ['baseline', 'a.json', 'x'],
    didYouMean: (n) => [['a', 'b', 'c'], n],
    accepted: () => [['a', 'b']],
    noCallMatches: (n) => [['a', 'b'], n],
    sliceLinks: () => [['A', 'B']],
    redactFailed: () => ['a.pcap', ['x', 'y']],
    audioOneCall: (n) => [n, [1, 2]],
    audioCodec: (n) => [n, ['Opus', 'G729']],
    audioNone: (n) => [n],
    audioEncrypted: (n) => [n],
    payloadType: (n) => [n],
    redactLeft: (n) => [n, 'base64', n, n],
    stopped: (n) => ['frame', n],
    noSip: (n) => ['line', n],
    partlyEnding: (n) => ['x', 'line', n],
    partlyDamaged: (n) => ['x', 'frame', n, n, n],
    mustBeText: (n) => ['a', n],
    tooManyNames: (n) => ['a', n],
    tooMany: (n) => ['list', n, n],
    noPasswordInLine: (n) => ['a', n, 'x'],
    baselineWritten: (n) => ['a', n, n, n],
    noFingerprint: (n) => ['a', n],
    inBaseline: (n) => ['a', n],
    redactTooMuch: (n) => ['a', n],
    redactShortKeyFile: (n) => ['a', n],
  };
  const numeric = ['redactShortKey', 'redactOneInput', 'redactReused', 'noSipIn', 'notRead'];
  const counts = [0, 1, 2, 5, 11, 21, 101];
  if (numeric.includes(key)) return counts.map((n) => [n]);
  const made = kinds[key];
  if (made !== undefined) return made(1).some((one) => typeof one === 'number') ? counts.map(made) : [made(1)];
  return [Array.from({ length }, (_, at) => `x${at}`)];
}

describe.each(languages)('%s on the command line', (tag) => {
  it('says everything that English says, in sentences without doubled words or holes', async () => {
    const words = await cliWordsOf(tag);
    const keys = (one: CliWords) =>
      [...textsOf(one.help, english.help), ...textsOf(one.complaints, english.complaints)].map(({ path }) => path);
    const others = (path: string) => !path.startsWith('system.');
    expect(keys(words).filter(others)).toEqual(keys(english).filter(others));
    const texts = [...textsOf(words.help, english.help), ...textsOf(words.complaints, english.complaints)];
    const bad = texts.filter(
      ({ text }) =>
        text.trim() === '' ||
        text !== text.normalize('NFC') ||
        /\u00a0|undefined|NaN|\[object|\$\{| {2}/.test(text) ||
        /(?<![\p{L}\d])(\p{L}{2,}) \1(?![\p{L}\d])/iu.test(text),
    );
    expect(bad.filter(({ path }) => path !== 'files.other')).toEqual([]);
  });

  it('lists thresholds and formats by titles of its own', async () => {
    if (tag === 'en') return;
    const { lists } = await cliWordsOf(tag);
    expect(Object.keys(lists.thresholds).sort()).toEqual([...thresholdNames].sort());
    expect(Object.keys(lists.formats).sort()).toEqual(formats.map(({ id }) => id).sort());
  });

  it('leaves no English behind', async () => {
    if (tag === 'en') return;
    const words = await cliWordsOf(tag);
    const texts = [
      ...textsOf(words.help, english.help),
      ...textsOf(words.complaints, english.complaints),
      ...textsOf(words.lists, words.lists),
      ...textsOf(words.draft, english.draft),
    ];
    expect(texts.filter(({ text }) => functionWords.test(withoutNames(text)))).toEqual([]);
  });

  it('shows help of every command in it', async () => {
    const words = await cliWordsOf(tag);
    speakIn(words);
    try {
      for (const command of buildProgram(() => {}).commands) {
        const help = command.helpInformation();
        expect(help, command.name()).toContain(words.help.titles.usage);
        if (tag !== 'en')
          expect(help.replaceAll(/<[^>]*>|\[[^\]]*\]|Usage :/g, '')).not.toMatch(
            /^(Usage|Options|Commands|Arguments):/m,
          );
        for (const option of command.options)
          if (tag !== 'en') expect(withoutNames(option.description), option.flags).not.toMatch(functionWords);
      }
    } finally {
      speakIn(english);
    }
  });
});

describe('the language', () => {
  it.each([
    [['node', 'x', '--lang', 'fr', 'a.pcap'], 'fr'],
    [['node', 'x', 'explain', '--lang=ru', '183'], 'ru'],
    [['node', 'x', '--lang', 'vi-VN', '--lang', 'fr_CA.UTF-8'], 'fr'],
  ])('is the last that the command line names: %j', (words, tag) => {
    expect(spokenLanguage(words)).toBe(tag);
  });

  it.each([
    ['fr', /^sipsleuth: option inconnue : « --forma » ; vouliez-vous dire --format \?\n$/],
    ['vi', /^sipsleuth: không có tùy chọn "--forma"; có phải ý bạn là --format\?\n$/],
    ['ru', /^sipsleuth: неизвестный параметр «--forma»; возможно, имелось в виду --format\?\n$/],
  ])('is that of complaints too: %s', (tag, sentence) => {
    expect(run('--lang', tag, '--forma', 'json', 'x.pcap').stderr).toMatch(sentence);
  });

  it('is English for one that is not known, which is said', () => {
    const { code, stderr } = run('--lang', 'de', 'x.pcap');
    expect(code).toBe(2);
    expect(stderr).toBe('sipsleuth: --lang "de" is not known; accepted: en, fr, vi, ru\n');
  });

  it('does not hide a command behind its options', () => {
    expect(run('--lang', 'en', 'explain', '183').stderr).toContain(
      'sipsleuth: explain: no such file or directory; the command explain stands before its options: sipsleuth explain …\n',
    );
  });

  it('keeps the value of a misspelt option to itself', () => {
    const error = { code: 'commander.unknownOption', message: "error: unknown option '--pasword=secret'" };
    expect(misusage(error as Parameters<typeof misusage>[0])).toBe("unknown option '--pasword'");
  });
});
