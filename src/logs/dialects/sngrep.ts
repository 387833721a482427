/** sngrep's text export (ui_save.c): date, both ends, then the message as it was. No transport: Via tells it. */
import { type Dialect, parseAddress } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const OPENING = /^(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d{6}) (\S{3,80}) -> (\S{3,80})\s*$/;

export const sngrep: Dialect = {
  id: 'sngrep',
  title: 'sngrep text export',
  hints: [' -> '],
  open({ text }) {
    if (text.charCodeAt(4) !== 47 || !text.includes(' -> ')) return undefined;
    const match = OPENING.exec(text);
    const source = match && parseAddress(match[2]);
    const destination = match && parseAddress(match[3]);
    if (!match || !source || !destination) return undefined;
    const time = findStamp(match[1]);
    return { dialect: 'sngrep', source, destination, ...(time && { time }) };
  },
};
