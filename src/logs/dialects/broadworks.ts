/** Cisco BroadWorks XSLog: a dated title, then a line with transport, size and peer, then the message. */
import { type Dialect, parseAddress, transportOf } from '../dialect.ts';
import { findStamp } from '../stamps.ts';
import type { Line } from '../unwrap.ts';

const TITLE = /^\d{4}\.\d\d\.\d\d \d\d:\d\d:\d\d:\d{3} GMT[+-]\d\d:\d\d \| \w{2,12} {0,8}\| Sip\b/;
const ENDS = /^\s{0,8}(udp|tcp|tls|sctp) (\d{1,7}) Bytes (OUT to|IN from) (\S{3,70})\s*$/i;
const RECORD = /^\d{4}\.\d\d\.\d\d \d\d:\d\d:\d\d:\d{3} /;

export const broadworks: Dialect = {
  id: 'broadworks',
  title: 'Cisco BroadWorks (XSLog)',
  hints: ['| Sip'],
  open({ text }, next) {
    if (text.charCodeAt(4) !== 46 || !text.includes('| Sip') || !TITLE.test(text)) return undefined;
    const match = endsBelow(next);
    const peer = match && parseAddress(match[4]);
    if (!match || !peer) return undefined;
    const transport = transportOf(match[1]);
    const time = findStamp(text);
    return {
      dialect: 'broadworks',
      direction: match[3].startsWith('OUT') ? 'out' : 'in',
      peer,
      ...(transport && { transport }),
      ...(time && { time }),
      length: Number(match[2]),
      within: 8,
      ends: RECORD,
    };
  },
};

/** Blank lines may stand in between. */
function endsBelow(next: (distance: number) => Line | undefined): RegExpExecArray | null {
  for (let distance = 1; distance <= 4; distance++) {
    const text = next(distance)?.text ?? '';
    if (text.trim() !== '') return ENDS.exec(text);
  }
  return null;
}
