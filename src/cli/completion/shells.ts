/** The shells that are served, and what writes their script. */
import { bash } from './bash.ts';
import { fish } from './fish.ts';
import type { CompletedCommand } from './words.ts';
import { zsh } from './zsh.ts';

export const shells: Readonly<Record<string, (commands: readonly CompletedCommand[]) => string>> = { bash, zsh, fish };
