/** Avaya SBC for Enterprise: `tracesbc_sip`. Both addresses; whether its dates begin with the day or the month the log itself must tell. */

import { datedEitherWay } from '../dates.ts';
import { type Dialect, parseAddress, transportOf } from '../dialect.ts';

const DATE = /^\[(\d\d)-(\d\d)-(\d{4}):(\d\d\.\d\d\.\d\d\.\d{1,9})\]\s*$/;
const ENDS = /^SIP (IN|OUT): (\S{3,70}) --> (\S{3,70}) \(([A-Za-z]{2,4})\)\s*$/;
const RULE = /^-{60,}\s*$/;

export const avayaSbce: Dialect = {
  id: 'avaya-sbce',
  title: 'Avaya SBCE (tracesbc_sip)',
  hints: ['-201', '-202', '-203'],
  open({ text }, next) {
    if (text.charCodeAt(0) !== 91 || text.charCodeAt(11) !== 58) return undefined;
    const date = DATE.exec(text);
    const match = date && ENDS.exec(next(1)?.text ?? '');
    if (!date || !match) return undefined;
    const source = parseAddress(match[2]);
    const destination = parseAddress(match[3]);
    const transport = transportOf(match[4]);
    const time = datedEitherWay(Number(date[3]), Number(date[1]), Number(date[2]), date[4]);
    return {
      dialect: 'avaya-sbce',
      direction: match[1] === 'IN' ? 'in' : 'out',
      ...(source && destination && { source, destination }),
      ...(transport && { transport }),
      ...(time && { time }),
      closer: RULE,
    };
  },
};
