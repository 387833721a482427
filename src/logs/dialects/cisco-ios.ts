/** Cisco IOS, IOS XE and CUBE: `debug ccsip messages`, and the VoIP Trace of IOS XE, which also prints both addresses. */
import { type Dialect, type Opening, parseAddress, transportOf } from '../dialect.ts';
import { findStamp, type Stamp } from '../stamps.ts';
import type { Line } from '../unwrap.ts';

// `*` and `.` say that the clock is not set or not synchronised; before them may stand a sequence number.
const OPENING =
  /(?:^|[\s:>*.])(?:([A-Z][a-z]{2} {1,2}\d{1,2} (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d{1,6})?)(?: ([A-Z]{2,5}))?|(\d{1,4}:\d\d:\d\d)): ?\/\/-?\d{1,10}\/[0-9A-Za-z]{1,32}\/(?:CUBE_VT\/)?SIP\/Msg\/ccsipDisplayMsg:?\s*$/;
const VERB = /^(Sent|Received): ?(?:SIP ([A-Za-z]{2,4}) message from (\S{1,80}) to (\S{1,80}))?\s*$/;
/** The next record, with or without its sequence number. */
const RECORD =
  /^(?:<\d{1,3}>)?(?:\d{1,10}: )?(?:[*.]?[A-Z][a-z]{2} {1,2}\d{1,2} (?:\d{4} )?\d\d:\d\d:\d\d[^/%]{0,20}|\d{1,4}:\d\d:\d\d): ?(?:\/\/|%)/;
/** How far an opening may stand behind a prefix. */
const REACH = 400;

export const ciscoIos: Dialect = {
  id: 'cisco-ios',
  title: 'Cisco IOS and CUBE (debug ccsip messages, show voip trace)',
  hints: ['ccsipDisplayMsg'],
  open(line, next) {
    const { text } = line;
    if (!text.includes('ccsipDisplayMsg') || text.length > REACH) return undefined;
    const match = OPENING.exec(text);
    if (!match) return undefined;
    const verb = verbOf(next);
    if (!verb) return undefined;
    const time = match[3] ? uptime(match[3]) : findStamp(zoned(match[1], match[2]));
    const transport = transportOf(verb[2] ?? '');
    const source = parseAddress(verb[3] ?? '');
    const destination = parseAddress(verb[4] ?? '');
    return {
      dialect: 'cisco-ios',
      direction: verb[1] === 'Sent' ? 'out' : 'in',
      ...(source && destination && { source, destination }),
      ...(transport && { transport }),
      ...(time && { time }),
      ends: RECORD,
    } satisfies Opening;
  },
};

/** Some terminals double the line ends. */
function verbOf(next: (distance: number) => Line | undefined): RegExpExecArray | null {
  const following = next(1)?.text ?? '';
  return VERB.exec(following.trim() === '' ? (next(2)?.text ?? '') : following);
}

/** Of the zones that IOS names by letters only this one is the same everywhere. */
function zoned(stamp: string, zone: string | undefined): string {
  return zone === 'UTC' || zone === 'GMT' ? `${stamp}Z` : stamp;
}

/** `00:11:29` since the router started, where it has no clock: relative, yet right among themselves. */
function uptime(text: string): Stamp {
  const [hours, minutes, seconds] = text.split(':').map(Number);
  const time = (hours * 3600 + minutes * 60 + seconds) * 1_000_000;
  return { kind: 'absolute', time, zone: false, resolution: 1_000_000 };
}
