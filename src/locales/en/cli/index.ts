/** English on the command line: help, and complaints on standard error. */
import { complaints } from './complaints.ts';
import { draft } from './draft.ts';
import { help } from './help.ts';
import { lists } from './lists.ts';

export const cli = { help, complaints, lists, draft };
