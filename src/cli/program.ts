/** Commands and options (README documents them). */
import { readFileSync } from 'node:fs';
import { Command, Help } from 'commander';
import type { HelpWords } from '../locales/cli.ts';
import type { AnalyzeFlags } from './analyze-command.ts';
import type { AudioFlags } from './audio-command.ts';
import type { DiffFlags } from './diff-command.ts';
import type { ExpectFlags } from './expect-command.ts';
import type { ExplainFlags } from './explain-command.ts';
import type { ListFlags } from './list-command.ts';
import {
  analyzeOptions,
  audioOptions,
  diffOptions,
  expectOptions,
  explainOptions,
  listOptions,
  redactOptions,
  sliceOptions,
} from './options.ts';
import type { RedactFlags } from './redact-command.ts';
import type { SliceFlags } from './slice-command.ts';
import { helpWords } from './speech.ts';
import { widthOf } from './terminal.ts';

function version(): string {
  const url = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(url, 'utf8')) as { version: string }).version;
}

/** Lines of the command line; what each does stands in the locale, in the same order. */
const examples = {
  analyze: [
    'sipsleuth call.pcap',
    'sipsleuth --format json trace.pcapng.gz',
    'sipsleuth --report junit=calls.xml *.pcap',
    'sipsleuth --call 3 big.pcap',
    'sipsleuth --fail-on warning *.pcap',
    'tcpdump -U -w - port 5060 | sipsleuth -',
    'sipsleuth expect call.yml call.pcap',
    'sipsleuth explain 183',
    'sipsleuth explain 486 600',
    'sipsleuth explain 100,183,600',
  ],
  expect: [
    'sipsleuth expect call.yml call.pcap',
    'sipsleuth expect --from good.pcap -o call.yml',
    'sipsleuth expect -f junit call.yml traces/',
  ],
  diff: [
    'sipsleuth diff good.pcap bad.pcap',
    'sipsleuth diff day.pcap --call 3 --call 7',
    'sipsleuth diff -f markdown old/ new/',
  ],
  slice: [
    'sipsleuth slice --call 3 -o call.pcap big.pcap',
    'sipsleuth slice -c alice -o alice.pcapng *.pcap',
    'sipsleuth slice -c 3 --legs --no-media -o call.sip big.pcap',
  ],
  audio: [
    'sipsleuth audio --call 3 -o call.wav big.pcap',
    'sipsleuth audio -c alice -o alice.wav call.pcap',
    'sipsleuth audio -c 1 -o - call.pcap | aplay',
  ],
  redact: [
    'sipsleuth redact -o public.pcap call.pcap',
    'sipsleuth redact --key-file k -o b.pcap.gz b.pcap',
    'sipsleuth redact --also "Example Corp" -o b.log a.log',
  ],
  explain: [
    'sipsleuth explain 183',
    'sipsleuth explain 486 600',
    'sipsleuth explain 100,183,600',
    'sipsleuth explain Retry-After timer:C',
    'sipsleuth explain codec-no-overlap',
    'sipsleuth explain -f html -o 183.html 183',
  ],
  list: ['sipsleuth list rules', 'sipsleuth list thresholds'],
  completion: [
    'eval "$(sipsleuth completion bash)"',
    'sipsleuth completion zsh > _sipsleuth',
    'sipsleuth completion fish | source',
  ],
} as const satisfies Readonly<Record<keyof HelpWords['examples'], readonly string[]>>;

type CommandName = keyof typeof examples;

/** For the help of a command: each line of the command line, and what it does. */
function examplesOf(command: CommandName): string {
  const { titles, examples: words } = helpWords();
  const lines = examples[command];
  const widest = Math.max(...lines.map((line) => line.length));
  return `\n${titles.examples}\n${lines.map((line, at) => `  ${line.padEnd(widest)}  ${words[command][at]}`).join('\n')}`;
}

function exitCodesOf({ titles, exitCodes }: HelpWords): string {
  const lines = Object.entries(exitCodes).map(([code, meaning]) => `  ${code.padEnd(3)}  ${meaning}`);
  return `\n${titles.exitCodes}\n${lines.join('\n')}`;
}

function commandNames(program: Command): readonly string[] {
  return program.commands.map((command) => command.name());
}

/** A command with its words; what it does is added by who calls. */
function describe(command: Command, name: CommandName): Command {
  return command.description(helpWords().commands[name]).addHelpText('after', examplesOf(name));
}

export function buildProgram(done: (code: number) => void): Command {
  const program = new Command('sipsleuth');
  const help = new Help();
  const words = helpWords();
  const { arguments: takes } = words;
  const general = examplesOf('analyze') + exitCodesOf(words);
  // Commander's own titles, which it writes in English.
  const titles: Readonly<Record<string, string>> = {
    'Usage:': words.titles.usage,
    'Arguments:': words.titles.arguments,
    'Options:': words.titles.options,
    'Commands:': words.titles.commands,
  };
  // What is set here before the commands are added holds for them too.
  program
    .description(words.program)
    .usage(
      '[options] <input>...\n       sipsleuth expect <expectations> <input>...\n       sipsleuth diff <before> <after>\n       sipsleuth slice --call <selector> -o <file> <input>...\n       sipsleuth audio --call <selector> -o <file> <input>...\n       sipsleuth redact -o <file> <input>\n       sipsleuth explain <thing>...\n       sipsleuth list <what>\n       sipsleuth completion <shell>',
    )
    .version(version(), '-V, --version', words.version)
    .helpOption('-h, --help', words.help)
    .helpCommand(false)
    .addHelpText('after', general)
    .exitOverride()
    .enablePositionalOptions()
    // `main.ts` makes one sentence of the error that is thrown.
    .configureOutput({ outputError() {}, getOutHelpWidth: widthOf, getErrHelpWidth: widthOf })
    .configureHelp({
      minWidthToWrap: 20,
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: (option) => option.description,
      // The default command needs no name, so its options are those of the program.
      visibleOptions: (command) => [...(command === program ? analyze.options : []), ...help.visibleOptions(command)],
      visibleArguments: (command) => help.visibleArguments(command === program ? analyze : command),
    });

  // Each command loads what it needs when it runs: half of the start-up time is loading.
  const analyze = program
    .command('analyze', { isDefault: true })
    .description(words.commands.analyze)
    .argument('<input...>', takes.analyze)
    .addHelpText('after', general)
    .action(async (inputs: string[], flags: AnalyzeFlags) => {
      const { analyzeCommand } = await import('./analyze-command.ts');
      done(await analyzeCommand(inputs, flags, commandNames(program)));
    });
  for (const option of analyzeOptions()) analyze.addOption(option);

  const expect = describe(program.command('expect'), 'expect')
    .argument('[files...]', takes.expect)
    .action(async (arguments_: string[], flags: ExpectFlags) => {
      const { expectCommand } = await import('./expect-command.ts');
      done(await expectCommand(arguments_, flags));
    });
  for (const option of expectOptions()) expect.addOption(option);

  const diff = describe(program.command('diff'), 'diff')
    .argument('<compared...>', takes.diff)
    .action(async (arguments_: string[], flags: DiffFlags) => {
      const { diffCommand } = await import('./diff-command.ts');
      done(await diffCommand(arguments_, flags));
    });
  for (const option of diffOptions()) diff.addOption(option);

  const slice = describe(program.command('slice'), 'slice')
    .argument('<input...>', takes.slice)
    .action(async (inputs: string[], flags: SliceFlags) => {
      const { sliceCommand } = await import('./slice-command.ts');
      done(await sliceCommand(inputs, flags));
    });
  for (const option of sliceOptions()) slice.addOption(option);

  const audio = describe(program.command('audio'), 'audio')
    .argument('<input...>', takes.audio)
    .action(async (inputs: string[], flags: AudioFlags) => {
      const { audioCommand } = await import('./audio-command.ts');
      done(await audioCommand(inputs, flags));
    });
  for (const option of audioOptions()) audio.addOption(option);

  const redact = describe(program.command('redact'), 'redact')
    .argument('<input>', takes.redact)
    .action(async (input: string, flags: RedactFlags) => {
      const { redactCommand } = await import('./redact-command.ts');
      done(await redactCommand([input], flags));
    });
  for (const option of redactOptions()) redact.addOption(option);

  const explain = describe(program.command('explain'), 'explain')
    .argument('<thing...>')
    .action(async (things: string[], flags: ExplainFlags) => {
      const { explainCommand } = await import('./explain-command.ts');
      done(await explainCommand(things, flags));
    });
  for (const option of explainOptions()) explain.addOption(option);

  const list = describe(program.command('list'), 'list')
    .argument('<what>')
    .action(async (what: string, flags: ListFlags) => {
      const { listCommand } = await import('./list-command.ts');
      done(await listCommand(what, flags));
    });
  for (const option of listOptions()) list.addOption(option);

  describe(program.command('completion'), 'completion')
    .argument('<shell>')
    .action(async (shell: string) => {
      const { completionCommand } = await import('./completion-command.ts');
      done(await completionCommand(shell, program));
    });
  return program;
}
