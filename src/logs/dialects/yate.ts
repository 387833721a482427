/** Yate with `sniffer` or debug on (ysipchan.cpp): the message stands between rules of five dashes. */
import { type Dialect, parseAddress, transportOf } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const OPENING =
  /'(udp|tcp|tls|sctp):\S{2,70}' (received|sending) (\d{1,7}) bytes (?:SIP message|[A-Z0-9]{2,20} 0x[0-9a-f]{1,16})(?: (?:from|to) (\S{3,70}))? \[0x[0-9a-f]{1,16}\]\s*$/;
const RULE = /^-----\s*$/;

export const yate: Dialect = {
  id: 'yate',
  title: 'Yate (ysipchan debug)',
  open(line, next) {
    const { text } = line;
    if (!text.includes(' bytes ') || text.length > 400) return undefined;
    const match = OPENING.exec(text);
    if (!match || !RULE.test(next(1)?.text ?? '')) return undefined;
    const transport = transportOf(match[1]);
    // Streams do not print their peer.
    const peer = match[4] ? parseAddress(match[4]) : undefined;
    const time = findStamp(line.stamp || text);
    return {
      dialect: 'yate',
      direction: match[2] === 'received' ? 'in' : 'out',
      ...(peer && { peer }),
      ...(transport && { transport }),
      ...(time && { time }),
      length: Number(match[3]),
      start: { distance: 2, column: 0 },
      closer: RULE,
    };
  },
};
