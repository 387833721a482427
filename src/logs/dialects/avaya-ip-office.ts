/**
 * Avaya IP Office Monitor. Messages are indented by twenty blanks, times are milliseconds since the system started. Long
 * lines are wrapped, and what follows is not indented.
 */
import { type Dialect, type Joiner, parseAddress, transportOf } from '../dialect.ts';
import { createHeldLine } from '../held-line.ts';
import type { PhysicalLine } from '../lines.ts';
import { findStamp } from '../stamps.ts';

const OPENING = /^\d{1,12}mS SIP (Rx|Tx): (UDP|TCP|TLS) (\S{3,70}) -> (\S{3,70})\s*$/;
const RECORD = /^\d{1,12}mS /;
/** Characters of a line that goes on in the next. */
const WIDTH = 255;
const MAX_JOINED = 65_536;

export const avayaIpOffice: Dialect = {
  id: 'avaya-ip-office',
  title: 'Avaya IP Office Monitor',
  hints: ['mS SIP '],
  open({ text }, next) {
    if (!text.includes('mS SIP ')) return undefined;
    const match = OPENING.exec(text);
    if (!match) return undefined;
    const source = parseAddress(match[3]);
    const destination = parseAddress(match[4]);
    const transport = transportOf(match[2]);
    const time = findStamp(text);
    const start = next(1)?.text ?? '';
    const indent = start.slice(0, start.length - start.trimStart().length);
    return {
      dialect: 'avaya-ip-office',
      direction: match[1] === 'Rx' ? 'in' : 'out',
      ...(source && destination && { source, destination }),
      ...(transport && { transport }),
      ...(time && { time }),
      strip: (line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trim() === '' ? '' : undefined),
      ends: RECORD,
    };
  },
  join: { mark: /mS SIP /, create: joinWrapped },
};

function joinWrapped(emit: (line: PhysicalLine) => void): Joiner {
  let inMessage = false;
  const held = createHeldLine(emit);

  return {
    get busy() {
      return inMessage || held.busy;
    },
    line(line) {
      const { raw } = line;
      const first = raw.charCodeAt(0);
      if (first >= 48 && first <= 57 && raw.includes('mS ') && RECORD.test(raw)) {
        inMessage = raw.includes('mS SIP ') && OPENING.test(raw);
      } else if (first !== 32 && !Number.isNaN(first) && held.goOn(line, raw, MAX_JOINED)) {
        if (!isFull(raw)) held.release();
        return;
      }
      held.release();
      if (inMessage && isFull(raw)) held.hold(line);
      else emit(line);
    },
    end: held.release,
  };
}

function isFull(raw: string): boolean {
  return raw.length === WIDTH || (raw.length === WIDTH + 1 && raw.endsWith('\r'));
}
