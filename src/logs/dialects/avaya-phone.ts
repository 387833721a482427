/**
 * Avaya's 96x1 and J100 telephones, by syslog. Zone, year and milliseconds stand in the text of the record, `TX ` or `RX `
 * before the start line. A long message comes in parts, `[Part 01 of 02]`, broken anywhere.
 */

import { dated, zoneMinutes } from '../dates.ts';
import { addressOf, type Dialect, type Joiner, parseAddress } from '../dialect.ts';
import type { PhysicalLine } from '../lines.ts';
import { findStamp, type Stamp } from '../stamps.ts';
import type { Line } from '../unwrap.ts';

const SENT = /Outbound SIP message to (\S{3,70}?)\s*$/;
const RECEIVED = /Inbound SIP message from ip = (\S{2,64}) port: ?(\d{1,5})\s*$/;
const BODY = /^([+-]\d\d:\d\d) (\d{4}) (\d{1,3}) \d{1,3} \S{1,40} \| \d{1,3} /;
const FIRST_PART = /\[Part 0?1 of \d{1,3}\]\s*$/;
const PART =
  /(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S{1,64} SIPMESSAGE: [+-]\d\d:\d\d \d{4} \d{1,3} [^[\]]{1,60}\[Part (\d{1,3}) of \d{1,3}\]\s*$/;
const MAX_JOINED = 131_072;

export const avayaPhone: Dialect = {
  id: 'avaya-phone',
  title: 'Avaya 96x1 and J100 telephones (syslog)',
  hints: ['bound SIP message ', '[Part '],
  open(line, next) {
    const { text } = line;
    if (text.length > 400) return undefined;
    const inParts = text.includes('[Part ') && FIRST_PART.test(text);
    const words = inParts ? (next(1)?.text ?? '') : text;
    if (!words.includes('bound SIP message ')) return undefined;
    const sent = SENT.exec(words);
    const received = sent ? null : RECEIVED.exec(words);
    const peer = sent ? parseAddress(sent[1]) : received ? addressOf(received[1], received[2]) : undefined;
    if (!peer) return undefined;
    const time = stampOf(line);
    return {
      dialect: 'avaya-phone',
      direction: sent ? 'out' : 'in',
      peer,
      ...(time && { time }),
      lead: /^[TR]X /,
      ends: BODY,
      masked: true,
    };
  },
  join: { mark: /\[Part /, create: joinParts },
};

/** Day and time of the record's head, the rest from its body. */
function stampOf({ stamp, text }: Line): Stamp | undefined {
  const head = stamp ? findStamp(stamp) : undefined;
  const body = BODY.exec(text);
  if (head?.kind !== 'no-year' || !body) return head;
  const seconds = new Date(head.timeOfDay / 1000).toISOString().slice(11, 19);
  return dated(
    Number(body[2]),
    head.month + 1,
    head.day,
    `${seconds}.${body[3].padStart(3, '0')}`,
    zoneMinutes(body[1]),
  );
}

/** The head of the next part stands where the text was broken, be it in the middle of a line. */
function joinParts(emit: (line: PhysicalLine) => void): Joiner {
  /** What stood before the head; the next line goes on with it. */
  let before: PhysicalLine | undefined;

  return {
    get busy() {
      return before !== undefined;
    },
    line(line) {
      const part = line.raw.includes('[Part ') ? PART.exec(line.raw) : null;
      let own = line;
      if (before && before.raw.length + line.raw.length < MAX_JOINED) {
        own = { ...line, raw: before.raw + line.raw, number: before.number, position: before.position };
      }
      before = undefined;
      if (!part || Number(part[1]) < 2) return emit(own);
      if (own.raw.length > part[0].length) before = { ...own, raw: own.raw.slice(0, own.raw.length - part[0].length) };
    },
    end() {
      if (before) emit(before);
      before = undefined;
    },
  };
}
