/** Twinkle's log: the day first, then who called, then peer and message up to a rule. */
import { type Dialect, parseAddress, transportOf } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const OPENING = /^\+\+\+ (\d{1,2})-(\d{1,2})-(\d{4}) (\d\d:\d\d:\d\d\.\d{6}) [A-Z]{3,10} SIP \S{1,120}\s*$/;
const PEER = /^(Send to|Received from): (udp|tcp|tls):(\S{3,80})\s*$/;
const CLOSER = /^---\s*$/;

export const twinkle: Dialect = {
  id: 'twinkle',
  title: 'Twinkle',
  hints: ['+++ '],
  open({ text }, next) {
    if (!text.startsWith('+++ ')) return undefined;
    const opening = OPENING.exec(text);
    const ends = opening && PEER.exec(next(1)?.text ?? '');
    if (!opening || !ends) return undefined;
    const [, day, month, year, clock] = opening;
    const time = findStamp(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')} ${clock}`);
    const peer = parseAddress(ends[3]);
    const transport = transportOf(ends[2]);
    return {
      dialect: 'twinkle',
      direction: ends[1] === 'Send to' ? 'out' : 'in',
      ...(peer && { peer }),
      ...(transport && { transport }),
      ...(time && { time }),
      closer: CLOSER,
    };
  },
};
