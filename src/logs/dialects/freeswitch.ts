/**
 * FreeSWITCH `sofia global siptrace on`, that is sofia-sip's TPORT_LOG (tport_logging.c); drachtio prints the same opening
 * behind its own date. Layout A (until 2019) indents by three blanks and closes with dashes, B has bare lines and no closing.
 */
import { addressOf, type Dialect, transportOf } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const OPENING =
  /(recv|send|sent) (\d{1,7}) bytes (?:from|to) ([a-z0-9.+-]{2,16})\/\[([^\]]{1,64})\]:(\d{1,5})\S{0,64} at (\d\d:\d\d:\d\d\.\d{6}):\s*$/;
const INDENTED_RULE = /^ {3}-{20,}\s*$/;
const RULE = /^-{20,}\s*$/;
/** How far an opening may stand behind a prefix. */
const REACH = 400;

export const freeswitch: Dialect = {
  id: 'freeswitch',
  title: 'FreeSWITCH siptrace (sofia-sip; drachtio)',
  hints: [' bytes '],
  open(line, next) {
    const { text } = line;
    if (!text.includes(' bytes ') || !text.includes(']:') || text.length > REACH) return undefined;
    const match = OPENING.exec(text);
    if (!match) return undefined;
    const peer = addressOf(match[4], match[5]);
    const transport = transportOf(match[3]);
    // Local time of day; the date stands in other lines of the log.
    const time = findStamp(match[6]);
    let indented = false;
    for (let distance = 1; distance <= 3; distance++) indented ||= INDENTED_RULE.test(next(distance)?.text ?? '');
    return {
      dialect: 'freeswitch',
      direction: match[1] === 'recv' ? 'in' : 'out',
      ...(peer && { peer }),
      ...(transport && { transport }),
      ...(time && { time }),
      length: Number(match[2]),
      ...(indented && { closer: RULE, interleaved: true }),
    };
  },
};
