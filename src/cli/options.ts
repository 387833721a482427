/** Options of the commands. */
import { InvalidArgumentError, Option } from 'commander';
import { languages } from '../locales/languages.ts';
import { failLevels } from './exit.ts';
import { sliceFormats } from './slice-format.ts';

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It must be a whole number, 0 for all.');
  return Number(value);
}

function colorOption(): Option {
  return new Option('--color <when>', 'colours: auto (default), always or never')
    .choices(['auto', 'always', 'never'])
    .default('auto');
}

// Options of every command that reads inputs.

function outputOption(what: string): Option {
  return new Option('-o, --output <file>', `write ${what} to a file`);
}

/** `value` tells completion which formats there are. */
function reportOption(value: 'format=file' | 'report=file' | 'diff-format=file'): Option {
  return new Option(`--report <${value}>`, 'one more report, to a file (repeatable)').argParser(collect).default([]);
}

function ruleOption(): Option {
  return new Option(
    '--rule <id=severity>',
    'error, warning, info or off for a rule or for all, or a number for a threshold (repeatable); see "list ' +
      'rules" and "list thresholds"',
  )
    .argParser(collect)
    .default([]);
}

function langOption(): Option {
  return new Option('--lang <tag>', `language: ${languages.join(', ')} (default: LC_ALL or LANG, else English)`);
}

function profileOption(): Option {
  return new Option('--profile <name>', 'timers of the network: rfc3261 (default) or ims');
}

function quietOption(): Option {
  return new Option('-q, --quiet', 'no notes on standard error').default(false);
}

function callOption(): Option {
  return new Option(
    '-c, --call <selector>',
    'only these calls: number, range 2-5, or a part of From, To or Call-ID (repeatable)',
  )
    .argParser(collect)
    .default([]);
}

function configOption(): Option {
  return new Option('--config <file>', 'rules, thresholds and fail-on from a YAML or JSON file');
}

export function analyzeOptions(): Option[] {
  return [
    new Option('-f, --format <format>', 'format of the report: terminal (default), json, junit …; see "list formats"'),
    outputOption('the report'),
    reportOption('format=file'),
    callOption(),
    new Option(
      '--fail-on <level>',
      'exit 1 on findings of this level or above: error (default), warning, info or never',
    ).choices(failLevels),
    ruleOption(),
    profileOption(),
    new Option(
      '--messages <which>',
      'whose messages and story the report holds: flagged (calls that failed or have findings; default), all ' +
        '(default with --call; with html, svg and mermaid as far as memory allows) or none',
    ).choices(['flagged', 'all', 'none']),
    new Option(
      '--rtp <which>',
      'which RTP is followed: sdp (what signalling announces; default) or heuristic (whatever looks like RTP, too)',
    ).choices(['sdp', 'heuristic']),
    new Option('--no-media', 'do not look at RTP: faster, for signalling alone'),
    new Option('--limit-calls <n>', 'calls told in full on the terminal, 0 for all (default: 20)')
      .argParser(wholeNumber)
      .default(20),
    new Option('--limit-lines <n>', 'lines of each list on the terminal, 0 for all (default: 50)')
      .argParser(wholeNumber)
      .default(50),
    new Option('--baseline <file>', 'findings that are known already: only others fail'),
    new Option('--write-baseline', 'make what is found now the baseline, in the file that --baseline names').default(
      false,
    ),
    langOption(),
    colorOption(),
    quietOption(),
    configOption(),
    new Option(
      '--password <secret>',
      'recompute digests and say which field of refused credentials is wrong: user=secret, user@realm=secret, or a ' +
        'secret for all users (repeatable); never shown',
    )
      .argParser(collect)
      .default([]),
    new Option('--password-file <file>', 'the same from a file, one a line, # for comments'),
    new Option(
      '--certs <dir>',
      'check the signatures of STIR/SHAKEN PASSporTs with the certificates (PEM or DER: *.pem, *.crt, *.cer) in it',
    ),
  ];
}

export function expectOptions(): Option[] {
  return [
    new Option('--from <capture>', 'draft a file of expectations from a good trace (repeatable)')
      .argParser(collect)
      .default([]),
    new Option('-f, --format <report>', 'format of the result: terminal (default), json, markdown, junit or github'),
    outputOption('the result, or the draft,'),
    reportOption('report=file'),
    ruleOption(),
    profileOption(),
    langOption(),
    colorOption(),
    quietOption(),
    configOption(),
  ];
}

export function audioOptions(): Option[] {
  return [callOption(), outputOption('the sound'), quietOption()];
}

export function sliceOptions(): Option[] {
  return [
    callOption(),
    outputOption('the slice'),
    new Option(
      '-f, --format <format>',
      'pcap, pcapng or trace; by default as the name of the output says, or as the input is',
    ).choices(sliceFormats),
    new Option('--legs', 'the other legs of these calls, too').default(false),
    new Option('--no-media', 'leave out RTP and RTCP'),
    quietOption(),
    configOption(),
  ];
}

export function explainOptions(): Option[] {
  return [
    new Option('-f, --format <page-format>', 'format of the page: terminal (default), markdown, json or html'),
    outputOption('the page'),
    langOption(),
    colorOption(),
  ];
}

export function diffOptions(): Option[] {
  return [
    new Option('-f, --format <diff-format>', 'format of the result: terminal (default), json or markdown'),
    outputOption('the result'),
    reportOption('diff-format=file'),
    new Option('-c, --call <selector>', 'this call of both, or, given twice, this of the first and that of the second')
      .argParser(collect)
      .default([]),
    new Option('--limit-calls <n>', 'calls told in full, 0 for all (default: 20)').argParser(wholeNumber).default(20),
    ruleOption(),
    profileOption(),
    configOption(),
    langOption(),
    colorOption(),
    quietOption(),
  ];
}

export function redactOptions(): Option[] {
  return [
    outputOption('the copy (gzip when it is called .gz)'),
    new Option('--key <secret>', 'the same secret gives the same names, in every file; made up by default'),
    new Option('--key-file <file>', 'the same, from a file'),
    new Option('--also <word>', 'a word that is to go wherever it stands (repeatable)').argParser(collect).default([]),
    new Option('--keep <word>', 'a word that names nobody, and stays (repeatable)').argParser(collect).default([]),
    new Option('--keep-media', 'keep what RTP carries: voices').default(false),
    new Option('--keep-text', 'keep the text of a log around its messages, but for names that are known').default(
      false,
    ),
    quietOption(),
  ];
}
