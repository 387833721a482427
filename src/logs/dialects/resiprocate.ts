/**
 * reSIProcate (TransportSelector.cxx and the transports) and Bria: what is sent names both sockets and ends in `sigcomp id=`,
 * what is received names its peer, and a second record holds the text.
 */
import { type Address, type Dialect, parseAddress, transportOf } from '../dialect.ts';
import { findStamp, type Stamp } from '../stamps.ts';

const SENT =
  /Transmitting to \[ V[46] (\S{3,80}) ([A-Za-z]{2,8})[^\]]{0,400}\](?: tlsDomain=\S{0,100})? via \[ V[46] (\S{3,80}) /;
const RECEIVED = /\bincoming from: \[ V[46] (\S{3,80}) ([A-Za-z]{2,8})/;
const COMPACT_DATE = /\b(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)\.(\d{3})\b/;
const SENT_CLOSER = /sigcomp id=.{0,80}$/;
const REACH = 1500;
/** The second record's own line and two blank ones. */
const WITHIN = 6;

export const resiprocate: Dialect = {
  id: 'resiprocate',
  title: 'reSIProcate, Bria',
  hints: [' [ V'],
  open({ text, stamp }) {
    if (!text.includes(' [ V') || text.length > REACH) return undefined;
    const sent = SENT.exec(text);
    const match = sent ?? RECEIVED.exec(text);
    if (!match) return undefined;
    const peer = parseAddress(match[1]);
    const transport = transportOf(match[2]);
    const local = sent ? parseAddress(sent[3]) : undefined;
    const time = stampOf(stamp || text.slice(0, match.index));
    return {
      dialect: 'resiprocate',
      direction: sent ? 'out' : 'in',
      ...(peer && { peer }),
      ...(peer && local && isPrecise(local) && { source: local, destination: peer }),
      ...(transport && { transport }),
      ...(time && { time }),
      ...(sent ? { closer: SENT_CLOSER } : {}),
      within: WITHIN,
    };
  },
};

/** A socket that listens on every address does not say which one sent. */
function isPrecise({ address, port }: Address): boolean {
  return address !== '0.0.0.0' && address !== '::' && port > 0;
}

function stampOf(text: string): Stamp | undefined {
  return findStamp(text.replace(COMPACT_DATE, '$1-$2-$3 $4:$5:$6.$7'));
}
