/** Commands and options (README documents them). */
import { readFileSync } from 'node:fs';
import { Command, Help } from 'commander';
import type { AnalyzeFlags } from './analyze-command.ts';
import type { AudioFlags } from './audio-command.ts';
import type { DiffFlags } from './diff-command.ts';
import type { ExpectFlags } from './expect-command.ts';
import type { ExplainFlags } from './explain-command.ts';
import {
  analyzeOptions,
  audioOptions,
  diffOptions,
  expectOptions,
  explainOptions,
  redactOptions,
  sliceOptions,
} from './options.ts';
import type { RedactFlags } from './redact-command.ts';
import type { SliceFlags } from './slice-command.ts';
import { widthOf } from './terminal.ts';

function version(): string {
  const url = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(url, 'utf8')) as { version: string }).version;
}

// Of at most 80 columns, for no terminal is asked to be wider.
const examples = `
Examples:
  sipsleuth call.pcap                        what happened, call by call
  sipsleuth --format json trace.pcapng.gz    the report for programs
  sipsleuth --report junit=calls.xml *.pcap  a report more, for CI
  sipsleuth --call 3 big.pcap               one call, told in full
  sipsleuth --fail-on warning *.pcap         a gate for CI
  tcpdump -U -w - port 5060 | sipsleuth -    from standard input, until Ctrl-C
  sipsleuth expect call.yml call.pcap        does the trace show what it must?
  sipsleuth explain 183                      what a code means
  sipsleuth explain 486 600                  two codes compared
  sipsleuth explain 100,183,600              a sequence of responses

Exit codes:
  0  clean
  1  a finding at or above --fail-on, an expectation that failed, a difference
  2  wrong usage
  3  input unreadable, or no SIP in it
  4  input only partly readable, and otherwise clean
  130  stopped by Ctrl-C; what was known by then is reported`;

/** For the help of a command: a line of the command line, and what it does. */
function examplesOf(...lines: readonly (readonly [line: string, does: string])[]): string {
  const widest = Math.max(...lines.map(([line]) => line.length));
  return `\nExamples:\n${lines.map(([line, does]) => `  ${line.padEnd(widest)}  ${does}`).join('\n')}`;
}

export function buildProgram(done: (code: number) => void): Command {
  const program = new Command('sipsleuth');
  const help = new Help();
  // What is set here before the commands are added holds for them too.
  program
    .description(
      'Reads a SIP capture or log and tells, call by call, what happened, why, who caused it and what to do.',
    )
    .usage(
      '[options] <input>...\n       sipsleuth expect <expectations> <input>...\n       sipsleuth diff <before> <after>\n       sipsleuth slice --call <selector> -o <file> <input>...\n       sipsleuth audio --call <selector> -o <file> <input>...\n       sipsleuth redact -o <file> <input>\n       sipsleuth explain <thing>...\n       sipsleuth list <what>\n       sipsleuth completion <shell>',
    )
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', examples)
    .exitOverride()
    .enablePositionalOptions()
    // `main.ts` makes one sentence of the error that is thrown.
    .configureOutput({ outputError() {}, getOutHelpWidth: widthOf, getErrHelpWidth: widthOf })
    .configureHelp({
      minWidthToWrap: 20,
      optionDescription: (option) => option.description,
      // The default command needs no name, so its options are those of the program.
      visibleOptions: (command) => [...(command === program ? analyze.options : []), ...help.visibleOptions(command)],
      visibleArguments: (command) => help.visibleArguments(command === program ? analyze : command),
    });

  // Each command loads what it needs when it runs: half of the start-up time is loading.
  const analyze = program
    .command('analyze', { isDefault: true })
    .description('analyse captures (pcap, pcapng, gzip) and text logs; the default command')
    .argument('<input...>', 'files, directories, patterns, or - for standard input')
    .addHelpText('after', examples)
    .action(async (inputs: string[], flags: AnalyzeFlags) => {
      const { analyzeCommand } = await import('./analyze-command.ts');
      done(await analyzeCommand(inputs, flags));
    });
  for (const option of analyzeOptions()) analyze.addOption(option);

  const expect = program
    .command('expect')
    .description('check that captures and logs show what a file of expectations says')
    .argument('[files...]', 'the file of expectations (YAML or JSON), then captures, logs or directories')
    .addHelpText(
      'after',
      examplesOf(
        ['sipsleuth expect call.yml call.pcap', 'exit code 1 on a failure'],
        ['sipsleuth expect --from good.pcap -o call.yml', 'a draft to begin with'],
        ['sipsleuth expect -f junit call.yml traces/', 'for CI'],
      ),
    )
    .action(async (arguments_: string[], flags: ExpectFlags) => {
      const { expectCommand } = await import('./expect-command.ts');
      done(await expectCommand(arguments_, flags));
    });
  for (const option of expectOptions()) expect.addOption(option);

  const diff = program
    .command('diff')
    .description('compare two captures or logs, or two calls: responses, times, messages, header fields, SDP, findings')
    .argument('<compared...>', 'two captures, logs or directories; or one, with --call twice')
    .addHelpText(
      'after',
      examplesOf(
        ['sipsleuth diff good.pcap bad.pcap', 'exit code 1 when they differ'],
        ['sipsleuth diff day.pcap --call 3 --call 7', 'two calls of one capture'],
        ['sipsleuth diff -f markdown old/ new/', 'for a pull request'],
      ),
    )
    .action(async (arguments_: string[], flags: DiffFlags) => {
      const { diffCommand } = await import('./diff-command.ts');
      done(await diffCommand(arguments_, flags));
    });
  for (const option of diffOptions()) diff.addOption(option);

  const slice = program
    .command('slice')
    .description('write the packets of some calls to a file of their own: signalling, and media by its addresses')
    .argument('<input...>', 'captures or logs: files, directories or patterns')
    .addHelpText(
      'after',
      examplesOf(
        ['sipsleuth slice --call 3 -o call.pcap big.pcap', 'one call, packet by packet'],
        ['sipsleuth slice -c alice -o alice.pcapng *.pcap', 'the calls of a user'],
        ['sipsleuth slice -c 3 --legs --no-media -o call.sip big.pcap', 'with its legs, as text'],
      ),
    )
    .action(async (inputs: string[], flags: SliceFlags) => {
      const { sliceCommand } = await import('./slice-command.ts');
      done(await sliceCommand(inputs, flags));
    });
  for (const option of sliceOptions()) slice.addOption(option);

  const audio = program
    .command('audio')
    .description('write what was said in a call to a WAV file: G.711, caller left, callee right, silence kept')
    .argument('<input...>', 'captures: files, directories or patterns')
    .addHelpText(
      'after',
      examplesOf(
        ['sipsleuth audio --call 3 -o call.wav big.pcap', 'one call'],
        ['sipsleuth audio -c alice -o alice.wav call.pcap', 'that of a user, where there is one'],
        ['sipsleuth audio -c 1 -o - call.pcap | aplay', 'to be heard at once'],
      ),
    )
    .action(async (inputs: string[], flags: AudioFlags) => {
      const { audioCommand } = await import('./audio-command.ts');
      done(await audioCommand(inputs, flags));
    });
  for (const option of audioOptions()) audio.addOption(option);

  const redact = program
    .command('redact')
    .description('write a copy with other names, numbers and addresses, which proves that it tells the same')
    .argument('<input>', 'a capture or log, or - for standard input')
    .addHelpText(
      'after',
      examplesOf(
        ['sipsleuth redact -o public.pcap call.pcap', 'with names of a key that nobody knows'],
        ['sipsleuth redact --key-file k -o b.pcap.gz b.pcap', 'the same names in every file'],
        ['sipsleuth redact --also "Example Corp" -o b.log a.log', 'a name that only you know'],
      ),
    )
    .action(async (input: string, flags: RedactFlags) => {
      const { redactCommand } = await import('./redact-command.ts');
      done(await redactCommand([input], flags));
    });
  for (const option of redactOptions()) redact.addOption(option);

  const explain = program
    .command('explain')
    .description('explain a status code, two codes compared, a sequence, q850:16, warning:304, a rule or a method')
    .argument('<thing...>')
    .addHelpText(
      'after',
      examplesOf(
        ['sipsleuth explain 183', 'a status code: meaning, causes, remedies'],
        ['sipsleuth explain 486 600', 'two codes compared'],
        ['sipsleuth explain 100,183,600', 'a sequence of responses'],
        ['sipsleuth explain codec-no-overlap', 'a rule, with a good and a bad case'],
        ['sipsleuth explain -f html -o 183.html 183', 'a page to send to somebody'],
      ),
    )
    .action(async (things: string[], flags: ExplainFlags) => {
      const { explainCommand } = await import('./explain-command.ts');
      done(await explainCommand(things, flags));
    });
  for (const option of explainOptions()) explain.addOption(option);

  program
    .command('list')
    .description('list what this version knows: statuses, rules, thresholds, dialects, formats or links')
    .argument('<what>')
    .addHelpText(
      'after',
      examplesOf(
        ['sipsleuth list rules', 'what is looked for, with severity, scope and RFC'],
        ['sipsleuth list thresholds', 'the numbers that --rule can set'],
      ),
    )
    .action(async (what: string) => {
      const { listCommand } = await import('./list-command.ts');
      done(await listCommand(what));
    });

  program
    .command('completion')
    .description('print what lets bash, zsh or fish complete commands, options, formats and rules')
    .argument('<shell>')
    .addHelpText(
      'after',
      examplesOf(
        ['eval "$(sipsleuth completion bash)"', 'in ~/.bashrc'],
        ['sipsleuth completion zsh > _sipsleuth', 'in a directory of $fpath'],
        ['sipsleuth completion fish | source', 'in ~/.config/fish/config.fish'],
      ),
    )
    .action(async (shell: string) => {
      const { completionCommand } = await import('./completion-command.ts');
      done(await completionCommand(shell, program));
    });
  return program;
}
