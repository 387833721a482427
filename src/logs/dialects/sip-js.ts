/** SIP.js' console: the date as JavaScript prints it, then the logger's name. No peer. */
import type { Dialect } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const OPENING =
  /\bsip\.[Tt]ransport \| (?:[^|]{1,80} \| )?(Sending WebSocket message|Received WebSocket (?:text|binary) message):/;
const REACH = 400;

export const sipJs: Dialect = {
  id: 'sip-js',
  title: 'SIP.js (browser console)',
  hints: [' WebSocket '],
  open({ text, stamp }) {
    if (!text.includes('WebSocket ')) return undefined;
    const match = OPENING.exec(text.slice(0, REACH));
    if (!match) return undefined;
    const own = findStamp(text.slice(0, match.index));
    const time = own ?? (stamp ? findStamp(stamp) : undefined);
    return {
      dialect: 'sip-js',
      direction: match[1].startsWith('S') ? 'out' : 'in',
      ...(time && { time }),
      inline: true,
    };
  },
};
