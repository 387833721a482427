/** baresip's SIP trace (`-s`): a line that ends in `#`, then transport and both ends. Older versions print no time. */
import { type Dialect, parseAddress, transportOf } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const OPENING = /^(\d\d:\d\d:\d\d\.\d{3})?#\s*$/;
const ENDS = /^(UDP|TCP|TLS|WS|WSS) (\S{3,80}) -> (\S{3,80})\s*$/;

export const baresip: Dialect = {
  id: 'baresip',
  title: 'baresip SIP trace',
  hints: ['#'],
  open({ text, stamp }, next) {
    if (text.length > 16 || !text.includes('#')) return undefined;
    const opening = OPENING.exec(text);
    const ends = opening && ENDS.exec(next(1)?.text ?? '');
    const source = ends && parseAddress(ends[2]);
    const destination = ends && parseAddress(ends[3]);
    if (!opening || !ends || !source || !destination) return undefined;
    const transport = transportOf(ends[1]);
    const time = opening[1] || stamp ? findStamp(opening[1] ?? stamp) : undefined;
    return { dialect: 'baresip', source, destination, ...(transport && { transport }), ...(time && { time }) };
  },
};
