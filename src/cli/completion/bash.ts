/** Completion for bash 4 and later; without the bash-completion package, too. */
import type { CompletedCommand, Values } from './words.ts';

/** Statements that set COMPREPLY for the word `$cur`. */
function replies(values: Values, cur = '"$cur"'): string {
  switch (values.kind) {
    case 'file':
      return `compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- ${cur})`;
    case 'directory':
      return `compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- ${cur})`;
    case 'words': {
      // What needs a value behind it gets no space.
      const [suffix, space] = values.after === undefined ? ['', ''] : ['=', 'compopt -o nospace; '];
      const all = values.words.map((word) => word + suffix).join(' ');
      return `${space}mapfile -t COMPREPLY < <(compgen -W '${all}' -- ${cur})`;
    }
    default:
      return ':';
  }
}

function optionCase({ options }: CompletedCommand): string {
  return options
    .filter(({ value }) => value.kind !== 'none')
    .map(({ flags, value }) => `        ${flags.join('|')}) ${replies(value)}; return ;;\n`)
    .join('');
}

/** bash takes `=` for a word of its own: `--report json=x` is `--report`, `json`, `=`, `x`. */
function afterCase({ options }: CompletedCommand): string {
  return options
    .flatMap(({ flags, value }) =>
      value.kind === 'words' && value.after !== undefined ? [{ flags, after: value.after }] : [],
    )
    .map(({ flags, after }) => {
      const values: Values = after === 'file' ? { kind: 'file' } : { kind: 'words', words: after };
      return `        ${flags.join('|')}) ${replies(values, '"$value"')}; return ;;\n`;
    })
    .join('');
}

function functionOf(command: CompletedCommand): string {
  const flags = command.options.flatMap((option) => option.flags).join(' ');
  return `_sipsleuth_${command.name}() {
  if [[ $of != '' ]]; then
    case $of in
${afterCase(command)}    esac
  fi
  case $prev in
${optionCase(command)}  esac
  if [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '${flags}' -- "$cur")
  else
    ${replies(command.argument)}
  fi
}
`;
}

export function bash(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name);
  return `# bash completion of sipsleuth: eval "$(sipsleuth completion bash)" in ~/.bashrc
${commands.map(functionOf).join('\n')}
_sipsleuth() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} of='' value='' command=${names[0]}
  COMPREPLY=()
  if [[ $cur == '=' && $prev == --* ]]; then
    cur=''
  elif [[ $prev == '=' && \${COMP_WORDS[COMP_CWORD-2]} == --* ]]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
  elif [[ $cur == '=' ]]; then
    of=\${COMP_WORDS[COMP_CWORD-2]}
  elif [[ $prev == '=' ]]; then
    of=\${COMP_WORDS[COMP_CWORD-3]} value=$cur
  fi
  case \${COMP_WORDS[1]} in
    ${names.join('|')}) if ((COMP_CWORD > 1)); then command=\${COMP_WORDS[1]}; fi ;;
  esac
  "_sipsleuth_$command"
  if ((COMP_CWORD == 1)) && [[ $cur != -* ]]; then
    local names
    mapfile -t names < <(compgen -W '${names.join(' ')}' -- "$cur")
    COMPREPLY=("\${names[@]}" "\${COMPREPLY[@]}")
  fi
}

complete -F _sipsleuth sipsleuth
`;
}
