/** `sipsleuth completion <shell>`: the script that completes commands, options, formats and rules. */
import type { Command } from 'commander';
import { shells } from './completion/shells.ts';
import { completedCommands } from './completion/words.ts';
import { exitCodes } from './exit.ts';
import { oneOf } from './one-of.ts';
import { writeOut } from './output.ts';

export async function completionCommand(shell: string, program: Command): Promise<number> {
  const name = oneOf(shell, Object.keys(shells), 'shell');
  await writeOut([shells[name](completedCommands(program))]);
  return exitCodes.clean;
}
