/** Avaya Experience Portal: `…|SIP|…|RCV sock=… src=… dst=… <` with the start line behind it. */
import { type Dialect, parseAddress } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const OPENING =
  /^@\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[,.]\d{3}\|.{0,600}?\b[A-Z]{2,8} sock=\S{0,32} .{0,80}?src=(\S{3,70}) dst=(\S{3,70}) </;
const RECORD = /^@\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[,.]\d{3}\|/;

export const avayaExperiencePortal: Dialect = {
  id: 'avaya-experience-portal',
  title: 'Avaya Experience Portal',
  hints: ['|SIP|'],
  open({ text }) {
    if (text.charCodeAt(0) !== 64 || !text.includes('|SIP|')) return undefined;
    const match = OPENING.exec(text);
    const source = match ? parseAddress(match[1]) : undefined;
    const destination = match ? parseAddress(match[2]) : undefined;
    if (!match || !source || !destination) return undefined;
    const time = findStamp(text);
    return {
      dialect: 'avaya-experience-portal',
      source,
      destination,
      ...(time && { time }),
      inline: true,
      within: 0,
      lead: OPENING,
      ends: RECORD,
    };
  },
};
