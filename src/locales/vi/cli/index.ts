/** Vietnamese on the command line. */
import type { CliWords } from '../../cli.ts';
import { complaints } from './complaints.ts';
import { draft } from './draft.ts';
import { help } from './help.ts';
import { lists } from './lists.ts';

export const cli: CliWords = { help, complaints, lists, draft };
