/** Avaya IP Office Monitor. Messages are indented by twenty blanks, times are milliseconds since the system started. */
import { type Dialect, parseAddress, transportOf } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const OPENING = /^\d{1,12}mS SIP (Rx|Tx): (UDP|TCP|TLS) (\S{3,70}) -> (\S{3,70})\s*$/;
const RECORD = /^\d{1,12}mS /;

export const avayaIpOffice: Dialect = {
  id: 'avaya-ip-office',
  title: 'Avaya IP Office Monitor',
  open({ text }, next) {
    if (!text.includes('mS SIP ')) return undefined;
    const match = OPENING.exec(text);
    if (!match) return undefined;
    const source = parseAddress(match[3]);
    const destination = parseAddress(match[4]);
    const transport = transportOf(match[2]);
    const time = findStamp(text);
    const start = next(1)?.text ?? '';
    const indent = start.slice(0, start.length - start.trimStart().length);
    return {
      dialect: 'avaya-ip-office',
      direction: match[1] === 'Rx' ? 'in' : 'out',
      ...(source && destination && { source, destination }),
      ...(transport && { transport }),
      ...(time && { time }),
      strip: (line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trim() === '' ? '' : undefined),
      ends: RECORD,
    };
  },
};
