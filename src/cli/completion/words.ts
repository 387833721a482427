/** What can follow what on the command line, read from the commands themselves so that no list can lag behind. */
import type { Argument, Command, Option } from 'commander';
import { headerFields } from '../../catalogue/header-fields.ts';
import { methods } from '../../catalogue/methods.ts';
import { statuses } from '../../catalogue/statuses.ts';
import { languages } from '../../locales/languages.ts';
import { diffReporters } from '../../reporters/diff/index.ts';
import { expectationReporters } from '../../reporters/expectations/index.ts';
import { formats } from '../../reporters/index.ts';
import { pageReporters } from '../../reporters/pages/index.ts';
import { rules } from '../../rules/index.ts';
import { profileNames } from '../../rules/thresholds.ts';
import { listNames } from '../list-command.ts';
import { shells } from './shells.ts';

/** `after`: what stands behind the `=` of a value like `json=calls.json`. */
export type Values =
  | { readonly kind: 'none' | 'any' | 'file' | 'directory' }
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly after?: 'file' | readonly string[] };

export interface CompletedOption {
  /** `--format`, and `-f` where there is one. */
  readonly flags: readonly string[];
  readonly description: string;
  readonly value: Values;
  readonly repeatable: boolean;
}

export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  readonly argument: Values;
}

const words = (all: readonly string[], after?: 'file' | readonly string[]): Values => ({
  kind: 'words',
  words: all,
  ...(after === undefined ? {} : { after }),
});

const ruleIds = () => rules.map(({ id }) => id);
const formatIds = () => formats.map(({ id }) => id);
const expectationFormats = () => expectationReporters.map(({ id }) => id);
const diffFormats = () => diffReporters.map(({ id }) => id);

/** By what stands for the value in the help text. */
const placeholders: Readonly<Record<string, () => Values>> = {
  '<file>': () => ({ kind: 'file' }),
  '<input...>': () => ({ kind: 'file' }),
  '<files...>': () => ({ kind: 'file' }),
  '<capture>': () => ({ kind: 'file' }),
  '<compared...>': () => ({ kind: 'file' }),
  '<diff-format>': () => words(diffFormats()),
  '<diff-format=file>': () => words(diffFormats(), 'file'),
  '<page-format>': () => words(pageReporters.map(({ id }) => id)),
  '<report>': () => words(expectationFormats()),
  '<report=file>': () => words(expectationFormats(), 'file'),
  '<dir>': () => ({ kind: 'directory' }),
  '<format>': () => words(formatIds()),
  '<format=file>': () => words(formatIds(), 'file'),
  '<id=severity>': () => words(['all', ...ruleIds()], ['off', 'info', 'warning', 'error']),
  '<tag>': () => words(languages),
  '<name>': () => words(profileNames),
  '<thing...>': () =>
    words([
      ...statuses.map(({ code }) => String(code)),
      ...ruleIds(),
      ...methods.map(({ name }) => name),
      ...headerFields.map(({ name }) => name),
    ]),
  '<what>': () => words(listNames),
  '<shell>': () => words(Object.keys(shells)),
};

function optionOf(option: Option): CompletedOption {
  const placeholder = /<[^>]+>/.exec(option.flags)?.[0];
  const known = placeholder === undefined ? undefined : placeholders[placeholder];
  const value: Values =
    placeholder === undefined
      ? { kind: 'none' }
      : option.argChoices !== undefined
        ? words(option.argChoices)
        : (known?.() ?? { kind: 'any' });
  return {
    flags: [option.long, option.short].filter((flag) => flag !== undefined && flag !== null),
    description: option.description.split(/[:;(]/)[0].trim(),
    value,
    repeatable: Array.isArray(option.defaultValue),
  };
}

function argumentOf(argument: Argument | undefined): Values {
  if (argument === undefined) return { kind: 'none' };
  const name = `<${argument.name()}${argument.variadic ? '...' : ''}>`;
  return placeholders[name]?.() ?? { kind: 'any' };
}

/** The first is the default command, whose name can be left out. */
export function completedCommands(program: Command): readonly CompletedCommand[] {
  const help = program.createHelp();
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description().split(/[;(]/)[0].trim(),
    // Help and version stand on the program.
    options: [...help.visibleOptions(command), ...program.options]
      .filter((option, at, all) => all.findIndex(({ long }) => long === option.long) === at)
      .map(optionOf),
    argument: argumentOf(command.registeredArguments[0]),
  }));
}
