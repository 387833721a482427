/** OpenSIPS' tracer module (tracer.c), to a file with a date, to syslog without. */
import { type Dialect, parseAddress, transportOf } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const OPENING =
  /(?:^|[:\s])(in|out) (udp|tcp|tls|sctp|wss?) (?:(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) )?(\S{3,80}) -> (\S{3,80})\s*$/;
const REACH = 400;

export const opensipsTracer: Dialect = {
  id: 'opensips-tracer',
  title: 'OpenSIPS tracer (file, syslog)',
  hints: [' -> '],
  open({ text, stamp }) {
    if (!text.includes(' -> ') || text.length > REACH) return undefined;
    const match = OPENING.exec(text);
    const source = match && parseAddress(match[4]);
    const destination = match && parseAddress(match[5]);
    if (!match || !source || !destination) return undefined;
    const transport = transportOf(match[2]);
    const time = match[3] || stamp ? findStamp(match[3] ?? stamp) : undefined;
    return {
      dialect: 'opensips-tracer',
      direction: match[1] === 'in' ? 'in' : 'out',
      source,
      destination,
      ...(transport && { transport }),
      ...(time && { time }),
    };
  },
};
