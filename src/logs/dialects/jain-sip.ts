/** JAIN-SIP's message log: XML with the message in CDATA, or the text form of sip-viewer. Both ends are printed. */
import { type Dialect, type Opening, parseAddress } from '../dialect.ts';
import { findStamp, type Stamp } from '../stamps.ts';
import type { Line } from '../unwrap.ts';

const TEXT = /^(IN|OUT) (\S{3,80}) --> (\S{3,80})\s*$/;
const RULE = /^-{10,40}\s*$/;
const CDATA = /^\s{0,8}<!\[CDATA\[/;
const XML_CLOSER = /\]\]>\s*$/;
const ATTRIBUTE = /\b(from|to|time|isSender)="([^"]{1,80})"/g;
/** Attributes may have a line each. */
const ATTRIBUTES_WITHIN = 20;

export const jainSip: Dialect = {
  id: 'jain-sip',
  title: 'JAIN-SIP message log, sip-viewer',
  hints: [' --> ', '<message'],
  open(line, next) {
    const first = line.text.charCodeAt(0);
    if (first === 73 || first === 79) return textForm(line);
    return first === 60 && line.text.startsWith('<message') ? xmlForm(line, next) : undefined;
  },
};

function textForm({ text, stamp }: Line): Opening | undefined {
  const match = TEXT.exec(text);
  const source = match && parseAddress(match[2]);
  const destination = match && parseAddress(match[3]);
  if (!match || !source || !destination) return undefined;
  const time = stamp ? findStamp(stamp) : undefined;
  return {
    dialect: 'jain-sip',
    direction: match[1] === 'IN' ? 'in' : 'out',
    source,
    destination,
    ...(time && { time }),
    closer: RULE,
    closerOptional: true,
  };
}

function xmlForm(line: Line, next: (distance: number) => Line | undefined): Opening | undefined {
  const attributes: Record<string, string> = {};
  for (let distance = 0; distance <= ATTRIBUTES_WITHIN; distance++) {
    const text = distance === 0 ? line.text : (next(distance)?.text ?? '');
    if (CDATA.test(text)) break;
    for (const [, name, value] of text.slice(0, 1000).matchAll(ATTRIBUTE)) attributes[name] ??= value;
  }
  const source = parseAddress(attributes.from ?? '');
  const destination = parseAddress(attributes.to ?? '');
  if (!source || !destination) return undefined;
  const time = stampOf(attributes.time ?? '');
  return {
    dialect: 'jain-sip',
    direction: attributes.isSender === 'true' ? 'out' : 'in',
    source,
    destination,
    ...(time && { time }),
    lead: CDATA,
    within: ATTRIBUTES_WITHIN,
    closer: XML_CLOSER,
  };
}

/** Milliseconds since 1970. */
function stampOf(text: string): Stamp | undefined {
  if (!/^\d{12,14}$/.test(text)) return undefined;
  return { kind: 'absolute', time: Number(text) * 1000, zone: true, resolution: 1000 };
}
