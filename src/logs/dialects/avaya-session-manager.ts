/**
 * Avaya Session Manager: `SIPMSGT` records, in its own file or sent by syslog, where a record in one line may go on in
 * another, `SIPMSGT+`. The day comes first in its dates. A proxy prints a message when it comes in and when it goes out.
 */

import { dated, zoneMinutes } from '../dates.ts';
import { type Address, type Dialect, type Joiner, parseAddress, transportOf } from '../dialect.ts';
import { createHeldLine } from '../held-line.ts';
import type { PhysicalLine } from '../lines.ts';
import type { Line } from '../unwrap.ts';

const TITLE = /(?:^|\s)SIPMSGT\+?\s*$/;
const ZONE = /(?:^|\s)([+-]\d\d:\d\d) \d{4} \d{1,3} /;
const DATE = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d[.,]\d{3}) (-->|<--|--v)\s*$/;
const OCTETS = /^octets: (\d{1,7})\b/;
const SOCKETS = /\{ ?L(\S{3,70}?)\/R(\S{3,70}?)\/([A-Za-z]{2,4})\b/;
const RULE = /^-{20}\s*$/;
/** Lines between the date and the message. */
const HEAD = 8;
const MORE = 'SIPMSGT+ ';
const MAX_JOINED = 131_072;

export const avayaSessionManager: Dialect = {
  id: 'avaya-session-manager',
  title: 'Avaya Session Manager (traceSM, SIPMSGT)',
  hints: ['SIPMSGT', '-->', '<--', '--v'],
  open(line, next) {
    const { text } = line;
    if (text.length > 300) return undefined;
    if (text.includes('SIPMSGT') && TITLE.test(text)) return opening(ZONE.exec(text)?.[1], 2, next);
    return text.charCodeAt(2) === 47 && DATE.test(text) ? opening(undefined, 0, next) : undefined;
  },
  join: { mark: /SIPMSGT/, create: joinRecords },
};

function opening(zone: string | undefined, at: number, next: (distance: number) => Line | undefined) {
  const date = DATE.exec(next(at)?.text ?? '');
  const octets = date && OCTETS.exec(next(at + 1)?.text ?? '');
  if (!date || !octets) return undefined;
  const received = date[5] !== '<--';
  let sockets: RegExpExecArray | null = null;
  let rule = 0;
  for (let distance = at + 2; distance < at + HEAD && rule === 0; distance++) {
    const text = next(distance)?.text ?? '';
    if (text.startsWith(received ? 'ingress:' : 'egress:')) sockets = SOCKETS.exec(text.slice(0, 300));
    if (RULE.test(text)) rule = distance;
  }
  if (rule === 0) return undefined;
  const here = sockets ? parseAddress(sockets[1]) : undefined;
  const there = sockets ? parseAddress(sockets[2]) : undefined;
  const transport = transportOf(sockets?.[3] ?? '');
  const [day, month, year] = [date[1], date[2], date[3]].map(Number);
  const time = dated(year, month, day, date[4], zone === undefined ? undefined : zoneMinutes(zone));
  return {
    dialect: 'avaya-session-manager',
    direction: received ? ('in' as const) : ('out' as const),
    ...(here && there && ends(here, there, received)),
    ...(transport && { transport }),
    ...(time && { time }),
    length: Number(octets[1]),
    skip: rule,
    within: rule + 1,
    closer: RULE,
  };
}

function ends(here: Address, there: Address, received: boolean): { source: Address; destination: Address } {
  return received ? { source: there, destination: here } : { source: here, destination: there };
}

function joinRecords(emit: (line: PhysicalLine) => void): Joiner {
  const held = createHeldLine(emit);

  return {
    get busy() {
      return held.busy;
    },
    line(line) {
      const { raw } = line;
      const at = raw.indexOf(MORE);
      if (at >= 0 && held.goOn(line, raw.slice(at + MORE.length), MAX_JOINED)) return;
      held.release();
      // A record in several lines is whole.
      if (/SIPMSGT\s{0,4}(?:#01[25]|<01[03]>)/.test(raw)) held.hold(line);
      else emit(line);
    },
    end: held.release,
  };
}
