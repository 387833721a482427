/** The command line (README documents it). */
import { readFileSync } from 'node:fs';
import process, { argv, stderr } from 'node:process';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { AnalyzeFlags } from './analyze-command.ts';
import { exitCodes, failLevels, UsageError } from './exit.ts';
import { endQuietlyOnClosedPipe } from './output.ts';
import type { ColorChoice } from './terminal.ts';

function version(): string {
  const url = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(url, 'utf8')) as { version: string }).version;
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('it must be a whole number; 0 means all.');
  return Number(value);
}

function colorOption(): Option {
  return new Option('--color <when>', 'colours').choices(['auto', 'always', 'never']).default('auto');
}

const examples = `
Examples:
  sipsleuth call.pcap                       what happened, call by call
  sipsleuth --format json trace.pcapng.gz   the report for programs
  sipsleuth --call 3 --messages all big.pcap
  sipsleuth --fail-on warning *.pcap        a gate for CI
  tcpdump -w - port 5060 | sipsleuth -      from standard input
  sipsleuth explain 183                     what a code means
  sipsleuth explain 486 600                 two codes compared
  sipsleuth explain 100,183,600             a sequence of responses

Exit codes: 0 clean, 1 findings at or above --fail-on, 2 wrong usage, 3 unreadable input or no SIP in it,
4 input only partly readable and otherwise clean.`;

export function buildProgram(done: (code: number) => void): Command {
  const program = new Command('sipsleuth')
    .description(
      'Reads a SIP capture or log and tells, call by call, what happened, why, who caused it and what to do.',
    )
    .version(version(), '-V, --version')
    .addHelpText('after', examples)
    .showHelpAfterError('(sipsleuth --help shows how it is used)')
    .configureHelp({ showGlobalOptions: true })
    .enablePositionalOptions();

  // Each command loads what it needs when it runs: half of the start-up time is loading.
  program
    .command('analyze', { isDefault: true })
    .description('analyse captures (pcap, pcapng, gzip) and text logs; the default command')
    .argument('<input...>', 'files, directories, patterns, or - for standard input')
    .addOption(new Option('-f, --format <format>', 'report format (sipsleuth list formats)'))
    .option('-o, --output <file>', 'write the report to a file')
    .option('--report <format=file>', 'one more report, to a file (repeatable)', collect, [])
    .option(
      '-c, --call <selector>',
      'only these calls: number, range 2-5, or a part of From, To or Call-ID (repeatable)',
      collect,
      [],
    )
    .addOption(
      new Option('--fail-on <level>', 'exit 1 on findings of this level or above (default: error)').choices(failLevels),
    )
    .option('--rule <id=severity>', 'severity of a rule, or off (repeatable)', collect, [])
    .addOption(
      new Option('--messages <which>', 'whose messages the report holds')
        .choices(['flagged', 'all', 'none'])
        .default('flagged'),
    )
    .option('--limit-calls <n>', 'calls told in full on the terminal, 0 for all', wholeNumber, 20)
    .option('--limit-lines <n>', 'lines of each list on the terminal, 0 for all', wholeNumber, 50)
    .addOption(colorOption())
    .option('-q, --quiet', 'no notes on standard error', false)
    .option('--config <file>', 'rules, thresholds and fail-on from a YAML or JSON file')
    .action(async (inputs: string[], flags: AnalyzeFlags) => {
      const { analyzeCommand } = await import('./analyze-command.ts');
      done(await analyzeCommand(inputs, flags));
    });

  program
    .command('explain')
    .description('explain a status code, two codes compared, a sequence, q850:16, warning:304, a rule or a method')
    .argument('<thing...>')
    .addOption(colorOption())
    .action(async (things: string[], flags: { color: ColorChoice }) => {
      const { explainCommand } = await import('./explain-command.ts');
      done(await explainCommand(things, flags));
    });

  program
    .command('list')
    .description('list what this version knows: statuses, rules, dialects, formats or links')
    .argument('<what>')
    .action(async (what: string) => {
      const { listCommand } = await import('./list-command.ts');
      done(await listCommand(what));
    });

  // Wrong usage must leave by our exit code, whichever command it concerns.
  for (const command of [program, ...program.commands]) command.exitOverride();
  return program;
}

async function main(): Promise<void> {
  endQuietlyOnClosedPipe();
  try {
    await buildProgram((code) => {
      process.exitCode = code;
    }).parseAsync(argv);
  } catch (error) {
    if (error instanceof UsageError) stderr.write(`sipsleuth: ${error.message}\n`);
    else if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
  }
}

await main();
