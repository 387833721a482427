/**
 * PJSIP (pjsua_core.c and its samples), and what is built on it: pjsua, MicroSIP, SDKs, phones, Clearwater. The log's buffer
 * holds 4000 bytes by default: what is longer loses its end, and the closing line with it.
 */
import { type Dialect, type Opening, parseAddress, transportOf } from '../dialect.ts';
import { findStamp, type Stamp } from '../stamps.ts';

const OPENING =
  /(?:^|[\s.!])([RT]X) (\d{1,7}) bytes (?:Request|Response) msg \S{1,400} \(\w{1,40}\) (?:to|from) (?:([A-Za-z0-9]{2,8}) )?(\S{3,80}?):?\s*$/;
/** Konftel and Avaya phones end a record with a rule instead. */
const CLOSER = /^(?:--end msg--|-{70,90})\s*$/;
/** Clearwater writes the day first. */
const DAY_FIRST = /^(\d\d)-(\d\d)-(\d{4}) (\d\d:\d\d:\d\d\.\d{3})/;
const REACH = 900;

export const pjsip: Dialect = {
  id: 'pjsip',
  title: 'PJSIP (pjsua, MicroSIP, SDKs)',
  hints: [' bytes Re'],
  open({ text, stamp }) {
    if (!text.includes(' bytes Re') || text.length > REACH) return undefined;
    const match = OPENING.exec(text);
    if (!match) return undefined;
    const peer = parseAddress(match[4]);
    const transport = transportOf(match[3] ?? '');
    const time = stampOf(stamp, text.slice(0, match.index));
    const opening: Opening = {
      dialect: 'pjsip',
      direction: match[1] === 'RX' ? 'in' : 'out',
      ...(peer && { peer }),
      ...(transport && { transport }),
      ...(time && { time }),
      length: Number(match[2]),
      closer: CLOSER,
    };
    return opening;
  },
};

/** Most print the time of day alone; what a collector added has the date. */
function stampOf(collected: string, own: string): Stamp | undefined {
  const dayFirst = DAY_FIRST.exec(own);
  if (dayFirst) return findStamp(`${dayFirst[3]}-${dayFirst[2]}-${dayFirst[1]} ${dayFirst[4]}`);
  const printed = findStamp(own);
  if (!collected || printed?.kind === 'absolute') return printed;
  return findStamp(collected) ?? printed;
}
