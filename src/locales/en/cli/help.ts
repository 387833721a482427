/** What `--help` says: of commands, arguments, options, examples and exit codes. */

/** Each line of an example stands in `src/cli/program.ts`; here is what it does, in the same order. */
export const help = {
  titles: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    commands: 'Commands:',
    examples: 'Examples:',
    exitCodes: 'Exit codes:',
  },
  program: 'Reads a SIP capture or log and tells, call by call, what happened, why, who caused it and what to do.',
  version: 'print the version',
  help: 'print this help',
  /** By exit code. */
  exitCodes: {
    0: 'clean',
    1: 'a finding at or above --fail-on, an expectation that failed, a difference',
    2: 'wrong usage',
    3: 'input unreadable, or no SIP in it',
    4: 'input only partly readable, and otherwise clean',
    130: 'stopped by Ctrl-C; what was known by then is reported',
  },
  /** What stands before the first of `:`, `;` and `(` is what completion in a shell shows. */
  commands: {
    analyze: 'analyse captures (pcap, pcapng; gzip, zstd, xz) and text logs; the default command',
    expect: 'check that captures and logs show what a file of expectations says',
    diff: 'compare two captures or logs, or two calls: responses, times, messages, header fields, SDP, findings',
    slice: 'write the packets of some calls to a file of their own: signalling, and media by its addresses',
    audio: 'write what was said in a call to a WAV file: G.711, caller left, callee right, silence kept',
    redact: 'write a copy with other names, numbers and addresses, which proves that it tells the same',
    explain:
      'explain a status code, two codes compared, a sequence, a header field, a method, a rule, q850:16, warning:304, ' +
      'reason:STIR or timer:B',
    list: 'list what this version knows: statuses, rules, thresholds, dialects, formats, links, headers, reasons or timers',
    completion: 'print what lets bash, zsh or fish complete commands, options, formats and rules',
  },
  arguments: {
    analyze: 'files, directories, patterns, or - for standard input',
    expect: 'the file of expectations (YAML or JSON), then captures, logs or directories',
    diff: 'two captures, logs or directories; or one, with --call twice',
    slice: 'captures or logs: files, directories or patterns',
    audio: 'captures: files, directories or patterns',
    redact: 'a capture or log, or - for standard input',
  },
  examples: {
    analyze: [
      'what happened, call by call',
      'the report for programs',
      'a report more, for CI',
      'one call, told in full',
      'a gate for CI',
      'from standard input, until Ctrl-C',
      'does the trace show what it must?',
      'what a code means',
      'two codes compared',
      'a sequence of responses',
    ],
    expect: ['exit code 1 on a failure', 'a draft to begin with', 'for CI'],
    diff: ['exit code 1 when they differ', 'two calls of one capture', 'for a pull request'],
    slice: ['one call, packet by packet', 'the calls of a user', 'with its legs, as text'],
    audio: ['one call', 'that of a user, where there is one', 'to be heard at once'],
    redact: ['with names of a key that nobody knows', 'the same names in every file', 'a name that only you know'],
    explain: [
      'a status code: meaning, causes, remedies',
      'two codes compared',
      'a sequence of responses',
      'a header field, and a timer',
      'a rule, with a good and a bad case',
      'a page to send to somebody',
    ],
    list: ['what is looked for, with severity, scope and RFC', 'the numbers that --rule can set'],
    completion: ['in ~/.bashrc', 'in a directory of $fpath', 'in ~/.config/fish/config.fish'],
  },
  options: {
    outputReport: 'write the report to a file',
    outputResult: 'write the result to a file',
    outputResultOrDraft: 'write the result, or the draft, to a file',
    outputSlice: 'write the slice to a file',
    outputPage: 'write the page to a file',
    outputSound: 'write the sound to a file',
    outputCopy: 'write the copy to a file (gzip when it is called .gz)',
    formatReport: 'format of the report: terminal (default), json, junit …; see "list formats"',
    formatExpect: 'format of the result: terminal (default), json, markdown, junit or github',
    formatDiff: 'format of the result: terminal (default), json or markdown',
    formatPage: 'format of the page: terminal (default), markdown, json or html',
    formatSlice: 'pcap, pcapng or trace; by default as the name of the output says, or as the input is',
    report: 'one more report, to a file (repeatable)',
    call: 'only these calls: number, range 2-5, or a part of From, To or Call-ID (repeatable)',
    callDiff: 'this call of both, or, given twice, this of the first and that of the second',
    failOn: 'exit 1 on findings of this level or above: error (default), warning, info or never',
    rule:
      'error, warning, info or off for a rule or for all, or a number for a threshold (repeatable); see "list rules" ' +
      'and "list thresholds"',
    profile: 'timers of the network: rfc3261 (default) or ims',
    messages:
      'whose messages and story the report holds: flagged (calls that failed or have findings; default), all ' +
      '(default with --call; with html, svg and mermaid as far as memory allows) or none',
    rtp: 'which RTP is followed: sdp (what signalling announces; default) or heuristic (whatever looks like RTP, too)',
    noMediaReport: 'do not look at RTP: faster, for signalling alone',
    limitCallsReport: 'calls told in full on the terminal, 0 for all (default: 20)',
    limitCallsDiff: 'calls told in full, 0 for all (default: 20)',
    limitLines: 'lines of each list on the terminal, 0 for all (default: 50)',
    baseline: 'findings that are known already: only others fail',
    writeBaseline: 'make what is found now the baseline, in the file that --baseline names',
    lang: (tags: string) => `language: ${tags} (default: LC_ALL or LANG, else English)`,
    color: 'colours: auto (default), always or never',
    quiet: 'no notes on standard error',
    config: 'rules, thresholds and fail-on from a YAML or JSON file',
    keyLog:
      'read SIP over TLS with the secrets in it (SSLKEYLOGFILE; repeatable); those in a pcapng file are used anyway',
    password:
      'recompute digests and say which field of refused credentials is wrong: user=secret, user@realm=secret, or a ' +
      'secret for all users (repeatable); never shown',
    passwordFile: 'the same from a file, one a line, # for comments',
    certs:
      'check the signatures of STIR/SHAKEN PASSporTs with the certificates (PEM or DER: *.pem, *.crt, *.cer) in it',
    from: 'draft a file of expectations from a good trace (repeatable)',
    legs: 'the other legs of these calls, too',
    noMedia: 'leave out RTP and RTCP',
    key: 'the same secret gives the same names, in every file; made up by default',
    keyFile: 'the same, from a file',
    also: 'a word that is to go wherever it stands (repeatable)',
    keep: 'a word that names nobody, and stays (repeatable)',
    keepMedia: 'keep what RTP carries: voices',
    keepText: 'keep the text of a log around its messages, but for names that are known',
  },
};
