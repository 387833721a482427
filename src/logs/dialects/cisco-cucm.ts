/** Cisco Unified Communications Manager: SDL traces, which print the time of day only, and the older SDI traces. */

import { dated, timeOnly } from '../dates.ts';
import { addressOf, type Dialect, transportOf } from '../dialect.ts';
import type { Stamp } from '../stamps.ts';

const OPENING =
  /(Incoming|Outgoing) SIP (TCP|UDP|TLS) message(?: size (\d{1,7}))? (?:from|to) (\S{1,64}?)(?: on port (\d{1,5})(?: index \d{1,10})?(?: with \d{1,7} bytes)?|:\[(\d{1,5})\]):?\s*$/;
const SDL = /^\d{8}\.\d{3} {0,2}\|(\d\d:\d\d:\d\d\.\d{3}) {0,2}\|/;
const SDI = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d\.\d{3}) CCM\|/;
const RECORD = /^(?:\d{8}\.\d{3} {0,2}\||\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d\.\d{3} [A-Z]{2,8}\|)/;
const REACH = 500;

export const ciscoCucm: Dialect = {
  id: 'cisco-cucm',
  title: 'Cisco Unified CM traces (SDL, SDI)',
  hints: ['ing SIP '],
  open(line) {
    const { text } = line;
    if (!text.includes('ing SIP ') || text.length > REACH) return undefined;
    const match = OPENING.exec(text);
    if (!match || !RECORD.test(text)) return undefined;
    const peer = addressOf(match[4], match[5] ?? match[6]);
    const transport = transportOf(match[2]);
    const time = stampOf(text);
    return {
      dialect: 'cisco-cucm',
      direction: match[1] === 'Incoming' ? 'in' : 'out',
      ...(peer && { peer }),
      ...(transport && { transport }),
      ...(time && { time }),
      // What TCP records count is a read of the stream, not a message.
      ...(match[3] && { length: Number(match[3]) }),
      ends: RECORD,
    };
  },
};

function stampOf(text: string): Stamp | undefined {
  const sdl = SDL.exec(text);
  if (sdl) return timeOnly(sdl[1]);
  const sdi = SDI.exec(text);
  return sdi ? dated(Number(sdi[3]), Number(sdi[1]), Number(sdi[2]), sdi[4]) : undefined;
}
