/** Tools that print what they capture. */
import type { Case } from './render.ts';
import * as tools from './render-tools.ts';

const dots = { as: tools.undotted, exact: false, after: '.' };

export const toolCases: readonly Case[] = [
  { title: 'sngrep', name: 'sngrep/export', dialect: 'sngrep', render: tools.sngrep },
  { title: 'ngrep -W byline', name: 'ngrep/byline', dialect: 'ngrep', render: tools.ngrep, losses: dots },
  { title: 'sipgrep', name: 'ngrep/sipgrep', dialect: 'ngrep', render: tools.sipgrep, losses: dots },
];
