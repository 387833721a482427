/** Avaya iVIEW and SES `sipserver.log`: every line has the log's prefix and one blank behind it. */
import { type Dialect, parseAddress } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const PREFIX = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \[[.A-Z]{1,12}\] \[[.A-Z]{0,24}MESSAGE\] ?/;
const LEAD = new RegExp(`${PREFIX.source}(?:<---|--->) `);
const OPENING = /^(<---|--->) (\S{3,70}) \d{1,6} \d{1,7}\s*$/;

export const avayaIview: Dialect = {
  id: 'avaya-iview',
  title: 'Avaya iVIEW and SES (sipserver.log)',
  hints: ['MESSAGE] '],
  open({ text }) {
    if (text.charCodeAt(4) !== 45 || !text.includes('MESSAGE] ')) return undefined;
    const prefix = PREFIX.exec(text);
    const match = prefix && OPENING.exec(text.slice(prefix[0].length, prefix[0].length + 100));
    const peer = match && parseAddress(match[2]);
    if (!prefix || !match || !peer) return undefined;
    const time = findStamp(text);
    return {
      dialect: 'avaya-iview',
      direction: match[1] === '<---' ? 'in' : 'out',
      peer,
      ...(time && { time }),
      within: 1,
      lead: LEAD,
      strip: stripped,
    };
  },
};

function stripped(text: string): string | undefined {
  const prefix = PREFIX.exec(text);
  if (!prefix) return undefined;
  const own = text.slice(prefix[0].length);
  return own.endsWith(' ') ? own.slice(0, -1) : own;
}
