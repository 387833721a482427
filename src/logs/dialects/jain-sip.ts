/** JAIN-SIP, Java's stack (Mobicents, Restcomm, simulators): the server log in XML, and the text that viewers make of it. */
import { type Dialect, type Opening, parseAddress } from '../dialect.ts';
import { findStamp } from '../stamps.ts';
import type { Line } from '../unwrap.ts';

const TEXT = /^(IN|OUT) (\S{3,70}) --> (\S{3,70})\s*$/;
const TEXT_RULE = /^-{23}\s*$/;
const CDATA = '<![CDATA[';
const CDATA_END = /\]\]>\s*$/;
/** Attributes stand on one line or on one each. */
const MAX_ATTRIBUTES = 16;
const MAX_ATTRIBUTE = 1000;

export const jainSip: Dialect = {
  id: 'jain-sip',
  title: 'JAIN-SIP server log (XML, text)',
  open(line, next) {
    const { text } = line;
    if (line.stamp !== '' && text.includes(' --> ')) return textual(line);
    const first = text.charCodeAt(0);
    if (first !== 60 && first !== 32 && first !== 9) return undefined;
    return /^\s{0,16}<message\b/.test(text) ? element(next) : undefined;
  },
};

function textual(line: Line): Opening | undefined {
  const match = TEXT.exec(line.text);
  const source = match ? parseAddress(match[2]) : undefined;
  const destination = match ? parseAddress(match[3]) : undefined;
  const time = findStamp(line.stamp);
  if (!match || !source || !destination || !time) return undefined;
  return {
    dialect: 'jain-sip',
    direction: match[1] === 'IN' ? 'in' : 'out',
    source,
    destination,
    time,
    ends: TEXT_RULE,
  };
}

function element(next: (distance: number) => Line | undefined): Opening | undefined {
  let attributes = '';
  for (let distance = 0; distance <= MAX_ATTRIBUTES; distance++) {
    const text = next(distance)?.text;
    if (text === undefined) return undefined;
    const at = text.indexOf(CDATA);
    attributes += `${text.slice(0, at < 0 ? MAX_ATTRIBUTE : Math.min(at, MAX_ATTRIBUTE))}\n`;
    if (at < 0) continue;
    const column = at + CDATA.length;
    const start = column < text.length ? { distance, column } : { distance: distance + 1, column: 0 };
    return described(attributes, start);
  }
  return undefined;
}

function described(attributes: string, start: NonNullable<Opening['start']>): Opening | undefined {
  const source = parseAddress(attribute(attributes, 'from'));
  const destination = parseAddress(attribute(attributes, 'to'));
  const millis = /^\d{12,14}$/.exec(attribute(attributes, 'time'));
  if (!source || !destination || !millis) return undefined;
  return {
    dialect: 'jain-sip',
    direction: attribute(attributes, 'isSender') === 'true' ? 'out' : 'in',
    source,
    destination,
    time: { kind: 'absolute', time: Number(millis[0]) * 1000, zone: true, resolution: 1000 },
    start,
    closer: CDATA_END,
  };
}

function attribute(text: string, name: string): string {
  return new RegExp(`\\s${name} ?= ?"([^"]{0,80})"`).exec(text)?.[1] ?? '';
}
