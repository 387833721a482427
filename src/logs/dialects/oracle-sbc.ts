/**
 * Oracle (Acme Packet) SBC: `sipmsg.log`. Both addresses, no year, no transport. What the SBC rewrites for itself it prints
 * again, before and after its NAT. Long messages are cut in the middle of a line, without a mark.
 */

import { datedWithoutYear, monthNumber } from '../dates.ts';
import { type Address, type Dialect, parseAddress } from '../dialect.ts';
import type { Stamp } from '../stamps.ts';

const OPENING =
  /^(?:([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d\.\d{3})|\d\d:\d\d\.\d{3}) On (?:\[\d{1,4}:\d{1,4}\])?((?:\[[0-9A-Fa-f:.%]{2,60}\]|[\d.]{7,15}):\d{1,5}) (sent to|received from) ((?:\[[0-9A-Fa-f:.%]{2,60}\]|[\d.]{7,15}):\d{1,5})\s*$/;
const INTERNAL = /(?:Pre-NAT to|Post-NAT from) private<[^>]{0,128}> (?:de|en)code[d:]?:?\s*$/;
const RULE = /^-{40}\s*$/;

export const oracleSbc: Dialect = {
  id: 'oracle-sbc',
  title: 'Oracle (Acme Packet) SBC sipmsg.log',
  hints: [' On ', '-NAT '],
  open({ text }) {
    if (text.length > 300) return undefined;
    if (text.includes('-NAT ') && INTERNAL.test(text)) return { dialect: 'oracle-sbc', repeated: true, closer: RULE };
    if (!text.includes(' On ')) return undefined;
    const match = OPENING.exec(text);
    const here = match ? parseAddress(match[4]) : undefined;
    const there = match ? parseAddress(match[6]) : undefined;
    if (!match || !here || !there) return undefined;
    const sent = match[5] === 'sent to';
    // `tail` in the SBC's own shell leaves out everything above the minutes.
    const time: Stamp | undefined = match[1]
      ? datedWithoutYear(monthNumber(match[1]), Number(match[2]), match[3])
      : undefined;
    return {
      dialect: 'oracle-sbc',
      direction: sent ? 'out' : 'in',
      ...ends(here, there, sent),
      ...(time && { time }),
      closer: RULE,
      cutsSilently: true,
    };
  },
};

function ends(here: Address, there: Address, sent: boolean): { source: Address; destination: Address } {
  return sent ? { source: here, destination: there } : { source: there, destination: here };
}
