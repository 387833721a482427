/** Completion for fish. */
import type { CompletedCommand, CompletedOption, Values } from './words.ts';

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}

function valueSpec(values: Values): string {
  switch (values.kind) {
    case 'none':
      return '';
    case 'any':
      return ' -x';
    case 'file':
      return ' -rF';
    case 'directory':
      return ` -xa ${quoted('(__fish_complete_directories)')}`;
    case 'words': {
      const { words, after } = values;
      const all =
        after === undefined
          ? words
          : words.flatMap((word) => (after === 'file' ? [`${word}=`] : after.map((one) => `${word}=${one}`)));
      return ` -xa ${quoted(all.join(' '))}`;
    }
  }
}

function optionLine(condition: string, { flags, description, value }: CompletedOption): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)).join(' ');
  return `complete -c sipsleuth -n ${condition} ${names}${valueSpec(value)} -d ${quoted(description)}\n`;
}

export function fish(commands: readonly CompletedCommand[]): string {
  const [first, ...others] = commands.map(({ name }) => name);
  const lines = commands.map(({ name, description, options, argument }) => {
    const condition =
      name === first
        ? quoted(`not __fish_seen_subcommand_from ${others.join(' ')}`)
        : quoted(`__fish_seen_subcommand_from ${name}`);
    const command = `complete -c sipsleuth -n __fish_use_subcommand -a ${name} -d ${quoted(description)}\n`;
    const values =
      argument.kind === 'file' || argument.kind === 'any'
        ? ''
        : `complete -c sipsleuth -n ${condition} -f${argument.kind === 'words' ? ` -a ${quoted(argument.words.join(' '))}` : ''}\n`;
    return command + options.map((option) => optionLine(condition, option)).join('') + values;
  });
  return `# fish completion of sipsleuth: sipsleuth completion fish > ~/.config/fish/completions/sipsleuth.fish\n${lines.join('')}`;
}
