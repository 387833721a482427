/** What a language must bring for the command line; the English words say what that is. */
import type { cli } from './en/cli/index.ts';

export type CliWords = typeof cli;
export type HelpWords = CliWords['help'];
export type Complaints = CliWords['complaints'];
export type ListWords = CliWords['lists'];
export type DraftWords = CliWords['draft'];
