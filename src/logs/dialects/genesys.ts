/** Genesys SIP Server: the time of day, direction, transport, size and peer in one line. The date stands at the file's head. */

import { timeOnly } from '../dates.ts';
import { addressOf, type Dialect, transportOf } from '../dialect.ts';

const OPENING =
  /^(?:\S{1,40} )?(\d\d:\d\d:\d\d\.\d{3}):? (?:SIPTR: )?(Received|Sending) {1,2}\[\d{1,10},(UDP|TCP|TLS)\] (\d{1,7}) bytes (?:from|to) (\S{2,64}):(\d{1,5}) (?:<{5}|>{5})\s*$/;
const RECORD = /^(?:\S{1,40} )?\d\d:\d\d:\d\d\.\d{3}[: ]/;

export const genesys: Dialect = {
  id: 'genesys',
  title: 'Genesys SIP Server',
  hints: ['<<<<<', '>>>>>'],
  open({ text }) {
    if (!text.includes(' bytes ') || !(text.includes('<<<<<') || text.includes('>>>>>'))) return undefined;
    const match = OPENING.exec(text);
    const peer = match ? addressOf(match[5], match[6]) : undefined;
    if (!match || !peer) return undefined;
    const transport = transportOf(match[3]);
    const time = timeOnly(match[1]);
    return {
      dialect: 'genesys',
      direction: match[2] === 'Received' ? 'in' : 'out',
      peer,
      ...(transport && { transport }),
      ...(time && { time }),
      length: Number(match[4]),
      ends: RECORD,
    };
  },
};
