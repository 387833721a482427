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
import { textsOf } from '../locales/cli-texts.ts';
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
