/**
 * Cisco 7800 and 8800 telephones, and Jabber: `sipio-sent---> ` and `sipio-recv<--- ` with the start line behind it. The
 * telephones put a tab before each other line and spell the carriage return as `^M`.
 */
import type { Dialect } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const OPENING = /^.{0,600}?\bsipio-(sent--->|recv<---) /;
const PHONE = /^\d{4,10} [A-Z]{3} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d\.\d{3,6} /;
const RECORD = /^(?:\d{4,10} [A-Z]{3} [A-Z][a-z]{2} [ \d]\d \d\d:|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} )/;

export const ciscoPhone: Dialect = {
  id: 'cisco-phone',
  title: 'Cisco telephones (7800, 8800) and Jabber',
  hints: ['sipio-'],
  open(line) {
    const { text } = line;
    if (!text.includes('sipio-')) return undefined;
    const match = OPENING.exec(text);
    if (!match) return undefined;
    const time = findStamp(text) ?? (line.stamp ? findStamp(line.stamp) : undefined);
    return {
      dialect: 'cisco-phone',
      direction: match[1] === 'sent--->' ? 'out' : 'in',
      ...(time && { time }),
      inline: true,
      within: 0,
      lead: OPENING,
      ...(PHONE.test(text) && { strip: withoutTab }),
      ends: RECORD,
    };
  },
};

function withoutTab(text: string): string | undefined {
  if (text.charCodeAt(0) === 9) return text.slice(1);
  return text.trim() === '' ? '' : undefined;
}
