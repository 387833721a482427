/** SIPSorcery: a line with both addresses and the start line, then a record with the whole message behind the same words. */
import { type Dialect, parseAddress, transportOf } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const SUMMARY =
  /\b((?:Request|Response) (?:received|sent): )(udp|tcp|tls|ws|wss):(\S{3,70}?)(<-|->)(?:udp|tcp|tls|ws|wss):(\S{3,70}) (\S.{2,300}?)\s*$/;
const LEAD = /^.{0,400}?\b(?:Request|Response) (?:received|sent): /;

export const sipsorcery: Dialect = {
  id: 'sipsorcery',
  title: 'SIPSorcery',
  hints: ['Request received: ', 'Request sent: ', 'Response received: ', 'Response sent: '],
  open(line, next) {
    const { text } = line;
    if (!(text.includes('<-') || text.includes('->')) || !/\bRe(?:quest|sponse) /.test(text)) return undefined;
    const match = text.length > 800 ? null : SUMMARY.exec(text);
    const here = match ? parseAddress(match[3]) : undefined;
    const there = match ? parseAddress(match[5]) : undefined;
    if (!match || !here || !there || !next(1)?.text.includes(match[1])) return undefined;
    const received = match[4] === '<-';
    const transport = transportOf(match[2]);
    const time = findStamp(line.stamp || text);
    return {
      dialect: 'sipsorcery',
      direction: received ? 'in' : 'out',
      source: received ? there : here,
      destination: received ? here : there,
      ...(transport && { transport }),
      ...(time && { time }),
      within: 1,
      lead: LEAD,
    };
  },
};
