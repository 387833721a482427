/**
 * Cisco 7800 and 8800 telephones, and Jabber: `sipio-sent---> ` and `sipio-recv<--- ` with the start line behind it. The
 * telephones put a tab before each other line and spell the carriage return as `^M`.
 */
import type { Dialect } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const OPENING = /\bsipio-(sent--->|recv<---) /;
const PHONE = /^\d{4,10} [A-Z]{3} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d\.\d{3,6} /;
const RECORD = /^(?:\d{4,10} [A-Z]{3} [A-Z][a-z]{2} [ \d]\d \d\d:|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} )/;
const REACH = 600;

export const ciscoPhone: Dialect = {
  id: 'cisco-phone',
  title: 'Cisco telephones (7800, 8800) and Jabber',
  hints: ['sipio-'],
  open(line) {
    const { text } = line;
    if (!text.includes('sipio-')) return undefined;
    const match = OPENING.exec(text.slice(0, REACH));
    if (!match) return undefined;
    const time = findStamp(text) ?? (line.stamp ? findStamp(line.stamp) : undefined);
    return {
      dialect: 'cisco-phone',
      direction: match[1] === 'sent--->' ? 'out' : 'in',
      ...(time && { time }),
      start: { distance: 0, column: match.index + match[0].length },
      ...(PHONE.test(text) && { strip: withoutTab }),
      ends: RECORD,
    };
  },
};

function withoutTab(text: string): string | undefined {
  if (text.charCodeAt(0) === 9) return text.slice(1);
  return text.trim() === '' ? '' : undefined;
}
