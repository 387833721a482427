/**
 * What goes to standard error: a sentence each, without the full stop at its end. Words of the user, of file names and of
 * the operating system are quoted as they come.
 */
import { count } from '../phrases.ts';

/** Kinds of files that a user writes, in front of their paths. */
const files = {
  config: 'config',
  expectations: 'expectations',
  baseline: 'baseline',
  passwords: 'password file',
  certificates: 'certificates',
  other: '',
};
type FileKind = keyof typeof files;

const named = (kind: FileKind, path: string) => `${files[kind]} ${path}`.trim();

/** What an input is counted in, by its kind: a capture in frames, a log in lines. */
type Unit = 'frame' | 'line';

export const complaints = {
  /** By the code of the error (`errno`); what is not here is said in the words of the system. */
  system: { EISDIR: 'it is a directory', ENOTDIR: 'it is no directory' } as Readonly<Record<string, string>>,
  tooLarge: 'it is too large',
  tooDeep: 'it is nested too deeply',
  noJson: (why: string) => `it is no JSON (${why})`,
  standardInput: 'standard input',
  standardOutput: 'standard output',

  // Words that are not among the accepted ones. `of` is what the word belongs to.
  unknown: {
    option: (word: string, of: string) => `${of} "${word}" is not known`,
    format: (word: string) => `format "${word}" is not known`,
    rule: (word: string) => `rule "${word}" is not known`,
    severity: (word: string, of: string) => `severity of rule ${of}: "${word}" is not known`,
    threshold: (word: string) => `threshold "${word}" is not known`,
    setting: (word: string, of: string) => `${of === '' ? '' : `${of} `}"${word}" is not known`,
    settingName: (word: string) => `setting "${word}" is not known`,
    suppressionSetting: (word: string) => `setting of a suppression "${word}" is not known`,
    list: (word: string) => `list "${word}" is not known`,
    shell: (word: string) => `shell "${word}" is not known`,
  },
  /** Behind a sentence about an unknown word; `more` were too many to name. */
  didYouMean: (words: readonly string[], more: number) => {
    const named =
      words.length === 1 || more > 0 ? words.join(', ') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
    return `; did you mean ${named}${more > 0 ? `, or one of ${more} more` : ''}?`;
  },
  quoted: (word: string) => `"${word}"`,
  accepted: (words: readonly string[]) => `; accepted: ${words.join(', ')}`,

  // The command line.
  missing: {
    input: 'no input: name captures, logs or directories, or - for standard input',
    thing:
      'explain needs a thing to explain: a status code (183), two (183 600), q850:16, a rule, a method or a header field',
    what: 'list needs the name of a list: statuses, rules, thresholds, dialects, formats, links, headers, reasons or timers',
    shell: 'completion needs the name of a shell: bash, zsh or fish',
    compared: 'diff needs two captures or logs: diff a.pcap b.pcap',
  } as Readonly<Record<string, string>>,
  helpTells: '; --help tells more',
  missingArgument: (name: string) => `missing required argument '${name}'`,
  unknownOption: (option: string) => `unknown option '${option}'`,
  optionNeedsValue: (option: string) => `option '${option}' argument missing`,
  optionTakesNot: (option: string, value: string) => `option '${option}' does not take '${value}'`,
  acceptedAre: (words: string) => `: accepted are ${words}`,
  wholeNumber: ': it must be a whole number, 0 for all',
  tooMany: (command: string, most: number, given: number) =>
    `too many arguments for '${command}'. Expected ${most} ${most === 1 ? 'argument' : 'arguments'} but got ${given}`,

  // Files that the user named.
  place: (kind: FileKind, path: string, line: number, column: number) => `${named(kind, path)}:${line}:${column}: `,
  cannotBeRead: (kind: FileKind, path: string, why: string) => `${named(kind, path)} cannot be read: ${why}`,
  cannotBeWritten: (path: string, why: string) => `${path} cannot be written: ${why}`,
  twoReports: (path: string) => `${path} cannot take two reports`,
  isInput: (path: string) => `${path} is an input: the report would overwrite it`,
  isExpectations: (path: string) => `${path} is the file of expectations: the report would overwrite it`,
  reportTakes: (given: string) => `--report takes FORMAT=FILE, not "${given}"`,
  noPage: 'the page of the HTML report is missing: "npm run build" makes it',

  // Configuration.
  it: 'it',
  mustBeList: (what: string) => `${what} must be a list of "name: value"`,
  thresholdNumber: (name: string) => `threshold ${name} must be a number that is not negative`,
  noHeaderName: (setting: string, word: string) => `${setting}: "${word}" is no name of a header field`,
  tooManyNames: (setting: string, most: number) => `${setting} must be at most ${most} names`,
  ruleTakes: (given: string) => `--rule takes ID=off|info|warning|error or THRESHOLD=number, not "${given}"`,
  mustBeText: (name: string, longest: number) => `${name} must be a text of at most ${longest} characters`,
  mustBeDay: (name: string, given: string) => `${name} must be a day, such as 2026-12-31, not "${given}"`,
  suppression: 'a suppression must be a list of "name: value", with rule and reason',
  suppressions: 'suppressions must be a list, each with rule and reason',
  suppressionExpired: (rule: string, day: string) =>
    `the suppression of ${rule} has expired on ${day}: its findings count again`,

  // The baseline.
  writeBaselineWhere: '--write-baseline needs --baseline FILE: the file to write',
  writeBaselineAll: '--write-baseline is of all calls: leave out --call',
  writeBaselineMakesIt: '; --write-baseline makes it',
  noBaseline: (path: string, schema: string) =>
    `baseline ${path} is none that --write-baseline made: "schema" must be "${schema}"`,
  noFingerprint: (path: string, index: number) =>
    `baseline ${path}: findings[${index}]: "fingerprint" must be 16 hexadecimal digits`,
  inBaseline: (path: string, index: number) => `baseline ${path}: findings[${index}]: `,
  baselineWritten: (path: string, findings: number, added: number, gone: number) =>
    `baseline ${path}: ${count(findings, 'finding', 'findings')} (${added} new, ${gone} gone)`,

  // Passwords and certificates.
  passwordForm: 'user=secret, user@realm=secret or a secret alone',
  noPasswordInLine: (path: string, line: number, form: string) =>
    `password file ${path}: line ${line} holds no password; a line is ${form}`,
  noPassword: (path: string) => `password file ${path} holds no password`,
  noSecret: (form: string) => `--password takes ${form}, and one of those given holds no secret`,
  noMd5: 'digests cannot be recomputed: this Node.js may not use MD5 (FIPS mode)',
  noCertificate: (path: string) => `certificates ${path}: no certificate in it; *.pem, *.crt and *.cer files are read`,
  leftOut: (path: string, file: string) => `certificates ${path}: ${file} is no certificate and is left out`,

  // Commands.
  status: (word: string) => `${word} is no SIP status code: they run from 100 to 699`,
  cause: (word: string) => `q850:${word} is no known Q.850 cause: they run from 1 to 127`,
  warning: (word: string) => `warning:${word} is no known Warning code: they run from 300 to 399`,
  sequence: (word: string) => `"${word}" is no sequence of status codes: write it as 100,183,600`,
  /** A command behind options is taken for an input. */
  commandFirst: (name: string) => `; the command ${name} stands before its options: sipsleuth ${name} …`,
  header: (word: string) => `header:${word} is no header field that is known: "sipsleuth list headers" shows them`,
  reason: (word: string) =>
    `reason:${word} is no protocol of Reason that is known: "sipsleuth list reasons" shows them`,
  timer: (word: string) => `timer:${word} is no timer that is known`,
  word: (word: string) =>
    `"${word}" is not known: explain takes 183, two codes to compare (183 600), a sequence (100,183,600), q850:16, ` +
    'warning:304, reason:STIR, timer:B, a rule, a method or a header field',
  noCallMatches: (selectors: readonly string[], calls: number) =>
    `no call matches "${selectors.join('", "')}": ${calls === 0 ? 'there is no call in it' : `calls are numbered 1 to ${calls}`}; ` +
    'a part of From, To or Call-ID also selects',
  callsHaveNoNumbers: (selector: string, format: string) =>
    `--call ${selector}: ${format} is written before calls have numbers; select by a part of From, To or Call-ID`,
  diffCalls: 'diff takes --call once for both sides, or twice: one for each',
  diffTakes:
    'diff takes two captures or logs, or one and two calls of it: diff a.pcap b.pcap, diff a.pcap --call 1 --call 2',
  expectTakes: 'expect needs a file of expectations and what to read: expect call.yml call.pcap',
  expectFrom: '--from writes a file of expectations: --format and --report have no place beside it',
  whereTo: 'where to? --output takes a file, or - for standard output',
  whichCall: 'which call? --call takes its number, or a part of From, To or Call-ID',
  sliceTooMuch: 'more than a gigabyte of several inputs: slice them one by one, or without media',
  sliceTwice: 'a slice is read twice, which standard input cannot be: save it to a file first',
  slicePacked: (path: string) => `${path}: a slice is not packed; call it .pcap, .pcapng or .sip`,
  sliceOfLog: (path: string) => `${path} is a log and holds no frames: a slice of it is trace text (--format trace)`,
  sliceLinks: (links: readonly string[]) =>
    `a pcap has one link type, and these inputs have ${links.length} (${links.join(', ')}): use --format pcapng`,
  audioNone: (call: number) => `call ${call} has no audio in this trace`,
  audioEncrypted: (call: number) => `the audio of call ${call} is encrypted (SRTP): it cannot be heard`,
  payloadType: (type: number) => `payload type ${type}`,
  audioCodec: (call: number, codecs: readonly string[]) =>
    `the audio of call ${call} is ${codecs.join(', ')}: only G.711 (PCMU, PCMA) can be written`,
  audioTwice: 'for audio the input is read twice, which standard input cannot be: save it to a file first',
  audioOneCall: (calls: number, numbers: readonly number[]) =>
    `--call selects ${calls} calls (${numbers.join(', ')} …): audio takes one`,
  audioLong: 'the call is longer than an hour: its first hour is written',
  redactTooMuch: (path: string, mebibytes: number) =>
    `${path}: more than ${mebibytes} MiB are too much to redact at once: slice it first`,
  redactOneKey: '--key and --key-file: one key is enough',
  redactShortKey: (least: number) => `--key: fewer than ${least} characters are guessed too easily`,
  redactShortKeyFile: (path: string, least: number) => `${path}: fewer than ${least} bytes are guessed too easily`,
  redactOneInput: (files: number) =>
    `one input at a time: ${files} files are named; the same --key gives the same names`,
  redactKeyMadeUp: 'the key was made up: with --key, another run or another file gives the same names',
  redactReused: (names: number) =>
    `${names} ${names === 1 ? 'name is' : 'names are'} also the pseudonym of another: there are too few of that length`,
  redactFailed: (path: string, failures: readonly string[]) => `${path} was not written: ${failures.join('; ')}`,
  redactReportDiffers: (what: string) => `its report says something else: ${what}`,
  /** A name is still in the copy. `as` says how it is written there; `at` is undefined when no byte can be named. */
  redactLeft: (length: number, as: string, at: number | undefined, more: number) => {
    const forms: Readonly<Record<string, string>> = {
      text: 'as text',
      hexadecimal: 'in hexadecimal digits',
      base64: 'in base64',
      address: 'as an address',
      name: 'where a name stands',
    };
    const where = at === undefined ? '' : ` at byte ${at}`;
    return `a name of ${length} characters is still in it ${forms[as]}${where}${more > 0 ? `, and ${more} more` : ''}`;
  },

  rtpOrNoMedia: '--rtp heuristic and --no-media exclude each other',

  // Inputs.
  problems: {
    missing: 'no such file or directory',
    denied: 'permission denied',
    'no-match': 'no file matches this pattern',
    'no-capture': 'no capture or log in this directory',
    unreadable: 'it cannot be read',
  },
  noSipIn: (files: number) => `no SIP message in the ${files === 1 ? 'one file' : `${files} files`} read from there`,
  notRead: (left: number) => `stopped by Ctrl-C: ${left} more ${left === 1 ? 'input was' : 'inputs were'} not read`,
  stoppedBefore: 'stopped by Ctrl-C before anything was read',
  stopped: (unit: Unit, frames: number) =>
    `stopped by Ctrl-C ${frames === 0 ? `before the first ${unit}` : `after ${unit} ${frames}`}`,
  noSip: (unit: Unit, n: number) => `no SIP message in ${count(n, unit, `${unit}s`)}`,
  partly: 'only partly readable',
  partlyEnding: (why: string, unit: Unit, frames: number) =>
    `only partly readable: ${why}, ${frames === 0 ? `before the first ${unit}` : `after ${unit} ${frames}`}`,
  partlyDamaged: (why: string, unit: Unit, frame: number, position: number, further: number) =>
    `only partly readable: ${why}, at ${unit} ${frame}, byte ${position}` +
    (further > 0 ? ` and ${count(further, 'further place', 'further places')}` : ''),
  reportedBefore: 'everything before it is reported',
  reportedAround: 'everything before and after it is reported',
  /** Behind the time that reading will take. */
  left: (time: string) => `${time} left`,
};
