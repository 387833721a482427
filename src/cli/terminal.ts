/** What the terminal can do: colour and width, by the conventions NO_COLOR, FORCE_COLOR and COLUMNS. */
import { env, stdout } from 'node:process';

export type ColorChoice = 'auto' | 'always' | 'never';

export function wantsColor(choice: ColorChoice, isTerminal = stdout.isTTY === true): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}

const DEFAULT_WIDTH = 80;
const WIDEST = 120;

/** Columns for reports: those of the terminal, at most what reads well. */
export function widthOf(): number {
  const columns = Number(env.COLUMNS) || stdout.columns || DEFAULT_WIDTH;
  return Math.max(40, Math.min(WIDEST, Math.floor(columns)));
}
