/** Yate's SIP channel (ysipchan.cpp): the message between rules of five dashes; over TCP no peer is printed. */
import { type Dialect, parseAddress, transportOf } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const OPENING =
  /(?:'(udp|tcp|tls|sctp|wss?):\S{1,80}' |\s|^)(received|sending) (\d{1,7}) bytes (?:SIP message|\S{1,40} (?:\S{1,40} )?0x[0-9a-f]{1,20})(?: (?:from|to) (\S{3,80}))? \[0x[0-9a-f]{1,20}\]\s*$/;
// Behind a body without a line end of its own there is none before the rule either.
const CLOSER = /(?<!-)-----\s*$/;
const RULE = /^-----\s*$/;
const REACH = 500;

export const yate: Dialect = {
  id: 'yate',
  title: 'Yate',
  hints: [' bytes '],
  open({ text, stamp }, next) {
    if (!text.includes(' bytes ') || !text.includes('[0x') || text.length > REACH) return undefined;
    const match = OPENING.exec(text);
    if (!match || !RULE.test(next(1)?.text ?? '')) return undefined;
    const peer = match[4] === undefined ? undefined : parseAddress(match[4]);
    const transport = transportOf(match[1] ?? '');
    const own = stamp || text.slice(0, match.index);
    const time = own ? findStamp(own) : undefined;
    return {
      dialect: 'yate',
      direction: match[2] === 'received' ? 'in' : 'out',
      ...(peer && { peer }),
      ...(transport && { transport }),
      ...(time && { time }),
      length: Number(match[3]),
      skip: 1,
      closer: CLOSER,
    };
  },
};
