/** snom phones' SIP trace. */
import { type Dialect, parseAddress, transportOf } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const OPENING =
  /^(Sent to|Received from) (udp|tcp|tls):(\S{3,80}) at ([A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d\.\d{3}) \((\d{1,7}) bytes\):\s*$/;

export const snom: Dialect = {
  id: 'snom',
  title: 'snom SIP trace',
  hints: [' bytes):'],
  open({ text }) {
    if (!text.includes(' bytes):')) return undefined;
    const match = OPENING.exec(text);
    if (!match) return undefined;
    const peer = parseAddress(match[3]);
    const transport = transportOf(match[2]);
    const time = findStamp(match[4]);
    return {
      dialect: 'snom',
      direction: match[1] === 'Sent to' ? 'out' : 'in',
      ...(peer && { peer }),
      ...(transport && { transport }),
      ...(time && { time }),
      length: Number(match[5]),
    };
  },
};
