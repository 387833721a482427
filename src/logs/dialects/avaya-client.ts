/**
 * Avaya's clients: the Client SDK and Workplace, one-X, Agent for Desktop. The message stands in braces. The SDK takes
 * credentials out after it counted the bytes.
 */

import { dated } from '../dates.ts';
import { type Dialect, type Direction, parseAddress } from '../dialect.ts';
import { findStamp, type Stamp } from '../stamps.ts';
import type { Line } from '../unwrap.ts';

const SDK = /(?:^|[\s\]])(SENDING|RECEIVED) (\d{1,7}) bytes (?:to|from) (\S{3,70}) \{\s*$/;
const SIGNAL = /SIGNAL\b[:| ]{1,4}(?:\[(\d{1,10})\] )?(SENT to|RECEIVED from) (\S{3,70}?)\. Length= ?(\d{1,7})\.\s*$/;
const MONTH_FIRST = /^\[(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d:\d{3})\]/;
/** one-X's number of the thread. */
const THREAD = /^\[\d{1,10}\] /;
const BRACE = /^\}\s*$/;

export const avayaClient: Dialect = {
  id: 'avaya-client',
  title: 'Avaya clients (Workplace and Client SDK, one-X, Agent for Desktop)',
  hints: [' bytes ', '. Length='],
  open(line, next) {
    const { text } = line;
    if (text.length > 300 || !(text.includes(' bytes ') || text.includes('. Length='))) return undefined;
    const time = stampOf(line);
    const common = { dialect: 'avaya-client', ...(time && { time }), closer: BRACE };
    if (text.includes(' bytes ')) {
      const match = SDK.exec(text);
      const peer = match && parseAddress(match[3]);
      if (!match || !peer) return undefined;
      return { ...common, ...way(match[1] === 'SENDING'), peer, length: Number(match[2]), masked: true };
    }
    const match = SIGNAL.exec(text);
    const peer = match && parseAddress(match[3]);
    if (!match || !peer || next(1)?.text.trimEnd().endsWith('{') !== true) return undefined;
    const opening = { ...common, ...way(match[2] === 'SENT to'), peer, length: Number(match[4]), masked: true };
    if (!match[1]) return opening;
    // one-X puts the number of its thread before each line.
    const mark = `[${match[1]}] `;
    return {
      ...opening,
      skip: 1,
      within: 2,
      lead: THREAD,
      strip: (own: string) => (own.startsWith(mark) ? own.slice(mark.length) : own.trim() === '' ? '' : undefined),
    };
  },
};

function way(sent: boolean): { direction: Direction } {
  return { direction: sent ? 'out' : 'in' };
}

function stampOf(line: Line): Stamp | undefined {
  if (line.stamp) return findStamp(line.stamp);
  const match = MONTH_FIRST.exec(line.text);
  if (!match) return findStamp(line.text);
  return dated(Number(match[3]), Number(match[1]), Number(match[2]), match[4]);
}
