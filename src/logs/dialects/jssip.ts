/** JsSIP's debug output in a browser's console or Node's. Neither peer nor time; `+12ms` stands behind the last line. */
import type { Dialect } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const OPENING = /JsSIP:Transport (sending message|received (?:text|binary) message):/;
const CLOSER = / ?\+\d{1,9}(?:ms|s|m|h|d)\s*$/;
const REACH = 400;

export const jssip: Dialect = {
  id: 'jssip',
  title: 'JsSIP (browser console)',
  hints: ['JsSIP:Transport '],
  open({ text, stamp }) {
    const at = text.indexOf('JsSIP:Transport ');
    if (at < 0 || at > REACH) return undefined;
    const match = OPENING.exec(text.slice(at, at + 64));
    if (!match) return undefined;
    const time = findStamp(stamp || text.slice(0, at));
    return {
      dialect: 'jssip',
      direction: match[1].startsWith('s') ? 'out' : 'in',
      ...(time && { time }),
      closer: CLOSER,
      closerOptional: true,
      inline: true,
    };
  },
};
