/** Completion for zsh, by its own _arguments. */
import type { CompletedCommand, CompletedOption, Values } from './words.ts';

/** Within single quotes, and where colons and brackets part a spec. */
function spec(text: string): string {
  return text.replaceAll("'", "'\\''").replace(/[\\:[\]]/g, '\\$&');
}

function action(values: Values): string {
  switch (values.kind) {
    case 'file':
      return '_files';
    case 'directory':
      return '_files -/';
    case 'words':
      if (values.after === undefined) return `(${values.words.join(' ')})`;
      return `{ if compset -P "*="; then ${
        values.after === 'file' ? '_files' : `compadd -- ${values.after.join(' ')}`
      }; else compadd -S= -- ${values.words.join(' ')}; fi }`;
    default:
      return ' ';
  }
}

function optionSpecs({ flags, description, value, repeatable }: CompletedOption): string[] {
  const argument = value.kind === 'none' ? '' : `:value:${action(value)}`;
  const others = repeatable ? '*' : `(${flags.join(' ')})`;
  return flags.map((flag) => `    '${others}${flag}[${spec(description)}]${argument}'`);
}

function functionOf(command: CompletedCommand): string {
  const rest = command.argument.kind === 'none' ? [] : [`    '*:${command.name}:${action(command.argument)}'`];
  const specs = [...command.options.flatMap(optionSpecs), ...rest];
  return `_sipsleuth_${command.name}() {\n  _arguments -s \\\n${specs.join(' \\\n')}\n}\n`;
}

export function zsh(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name);
  const described = commands.map(({ name, description }) => `'${name}:${description.replaceAll("'", "'\\''")}'`);
  return `#compdef sipsleuth
# zsh completion of sipsleuth: save as _sipsleuth in a directory of $fpath
${commands.map(functionOf).join('\n')}
_sipsleuth() {
  local -a commands=(${described.join(' ')})
  if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then
    _describe command commands
    _sipsleuth_${names[0]}
    return
  fi
  case $words[2] in
    (${names.join('|')})
      local command=$words[2]
      shift words
      ((CURRENT--))
      _sipsleuth_$command ;;
    (*) _sipsleuth_${names[0]} ;;
  esac
}

if [[ $funcstack[1] == _sipsleuth ]]; then _sipsleuth "$@"; else compdef _sipsleuth sipsleuth; fi
`;
}
