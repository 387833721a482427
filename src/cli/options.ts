/** Options of the commands. */
import { InvalidArgumentError, Option } from 'commander';
import type { HelpWords } from '../locales/cli.ts';
import { languages } from '../locales/languages.ts';
import { failLevels } from './exit.ts';
import { sliceFormats } from './slice-format.ts';
import { helpWords, say } from './speech.ts';

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError(say().wholeNumber);
  return Number(value);
}

function colorOption({ color }: OptionWords): Option {
  return new Option('--color <when>', color).choices(['auto', 'always', 'never']).default('auto');
}

// Options of every command that reads inputs.

type OptionWords = HelpWords['options'];

function outputOption(description: string): Option {
  return new Option('-o, --output <file>', description);
}

/** `value` tells completion which formats there are. */
function reportOption({ report }: OptionWords, value: 'format=file' | 'report=file' | 'diff-format=file'): Option {
  return new Option(`--report <${value}>`, report).argParser(collect).default([]);
}

function ruleOption({ rule }: OptionWords): Option {
  return new Option('--rule <id=severity>', rule).argParser(collect).default([]);
}

function langOption({ lang }: OptionWords): Option {
  return new Option('--lang <tag>', lang(languages.join(', ')));
}

function profileOption({ profile }: OptionWords): Option {
  return new Option('--profile <name>', profile);
}

function quietOption({ quiet }: OptionWords): Option {
  return new Option('-q, --quiet', quiet).default(false);
}

function callOption({ call }: OptionWords): Option {
  return new Option('-c, --call <selector>', call).argParser(collect).default([]);
}

function configOption({ config }: OptionWords): Option {
  return new Option('--config <file>', config);
}

function keyLogOption({ keyLog }: OptionWords): Option {
  return new Option('--keylog <file>', keyLog).argParser(collect).default([]);
}

export function analyzeOptions(): Option[] {
  const words = helpWords().options;
  return [
    new Option('-f, --format <format>', words.formatReport),
    outputOption(words.outputReport),
    reportOption(words, 'format=file'),
    callOption(words),
    new Option('--fail-on <level>', words.failOn).choices(failLevels),
    ruleOption(words),
    profileOption(words),
    new Option('--messages <which>', words.messages).choices(['flagged', 'all', 'none']),
    new Option('--rtp <which>', words.rtp).choices(['sdp', 'heuristic']),
    new Option('--no-media', words.noMediaReport),
    new Option('--limit-calls <n>', words.limitCallsReport).argParser(wholeNumber).default(20),
    new Option('--limit-lines <n>', words.limitLines).argParser(wholeNumber).default(50),
    new Option('--baseline <file>', words.baseline),
    new Option('--write-baseline', words.writeBaseline).default(false),
    langOption(words),
    colorOption(words),
    quietOption(words),
    configOption(words),
    keyLogOption(words),
    new Option('--password <secret>', words.password).argParser(collect).default([]),
    new Option('--password-file <file>', words.passwordFile),
    new Option('--certs <dir>', words.certs),
  ];
}

export function expectOptions(): Option[] {
  const words = helpWords().options;
  return [
    new Option('--from <capture>', words.from).argParser(collect).default([]),
    new Option('-f, --format <report>', words.formatExpect),
    outputOption(words.outputResultOrDraft),
    reportOption(words, 'report=file'),
    ruleOption(words),
    profileOption(words),
    langOption(words),
    colorOption(words),
    quietOption(words),
    configOption(words),
    keyLogOption(words),
  ];
}

export function audioOptions(): Option[] {
  const words = helpWords().options;
  return [callOption(words), outputOption(words.outputSound), langOption(words), quietOption(words)];
}

export function sliceOptions(): Option[] {
  const words = helpWords().options;
  return [
    callOption(words),
    outputOption(words.outputSlice),
    new Option('-f, --format <format>', words.formatSlice).choices(sliceFormats),
    new Option('--legs', words.legs).default(false),
    new Option('--no-media', words.noMedia),
    langOption(words),
    quietOption(words),
    configOption(words),
    keyLogOption(words),
  ];
}

export function explainOptions(): Option[] {
  const words = helpWords().options;
  return [
    new Option('-f, --format <page-format>', words.formatPage),
    outputOption(words.outputPage),
    langOption(words),
    colorOption(words),
  ];
}

export function listOptions(): Option[] {
  return [langOption(helpWords().options)];
}

export function diffOptions(): Option[] {
  const words = helpWords().options;
  return [
    new Option('-f, --format <diff-format>', words.formatDiff),
    outputOption(words.outputResult),
    reportOption(words, 'diff-format=file'),
    new Option('-c, --call <selector>', words.callDiff).argParser(collect).default([]),
    new Option('--limit-calls <n>', words.limitCallsDiff).argParser(wholeNumber).default(20),
    ruleOption(words),
    profileOption(words),
    configOption(words),
    langOption(words),
    colorOption(words),
    quietOption(words),
    keyLogOption(words),
  ];
}

export function redactOptions(): Option[] {
  const words = helpWords().options;
  return [
    outputOption(words.outputCopy),
    new Option('--key <secret>', words.key),
    new Option('--key-file <file>', words.keyFile),
    new Option('--also <word>', words.also).argParser(collect).default([]),
    new Option('--keep <word>', words.keep).argParser(collect).default([]),
    new Option('--keep-media', words.keepMedia).default(false),
    new Option('--keep-text', words.keepText).default(false),
    langOption(words),
    quietOption(words),
  ];
}
