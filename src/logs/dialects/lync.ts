/**
 * Skype for Business and Lync traces (OCSLogger, CLS): records between `$$begin_record` and `$$end_record`, the message's
 * parts behind names, its header fields in another order than on the wire, the peer often by name only.
 */

import { dated } from '../dates.ts';
import { type Dialect, type Joiner, parseAddress } from '../dialect.ts';
import type { PhysicalLine } from '../lines.ts';

const BEGIN = '$$begin_record';
const END = /^\$\$end_record\b/;
const TIME = /::(\d\d)\/(\d\d)\/(\d{4})-(\d\d:\d\d:\d\d\.\d{3})\b/;
const START = 'Start-Line: ';
const LEAD = /^Start-Line: /;
const BODY = 'Message-Body: ';
/** Lines between the begin of a record and the start line. */
const HEAD = 12;

export const lync: Dialect = {
  id: 'lync',
  title: 'Skype for Business and Lync (OCSLogger, CLS)',
  hints: ['$$begin_record'],
  open({ text }, next) {
    if (!text.includes(BEGIN)) return undefined;
    let direction: 'in' | 'out' | undefined;
    let peer: ReturnType<typeof parseAddress>;
    for (let distance = 1; distance <= HEAD; distance++) {
      const own = next(distance)?.text ?? '';
      if (own.startsWith('Direction: ')) direction = /^Direction: incoming\b/.test(own) ? 'in' : 'out';
      else if (own.startsWith('Peer: ')) peer = parseAddress(own.slice(6).trim());
      if (!own.startsWith(START)) continue;
      const match = TIME.exec(text);
      const time = match ? dated(Number(match[3]), Number(match[1]), Number(match[2]), match[4]) : undefined;
      return {
        dialect: 'lync',
        ...(direction && { direction }),
        ...(direction && peer && { peer }),
        ...(time && { time }),
        skip: distance - 1,
        within: distance,
        lead: LEAD,
        closer: END,
        reprinted: true,
      };
    }
    return undefined;
  },
  join: { mark: /\$\$begin_record/, create: createBodySplitter },
};

/** The body begins behind a name, not behind a blank line. */
function createBodySplitter(emit: (line: PhysicalLine) => void): Joiner {
  let inside = false;

  return {
    get busy() {
      return inside;
    },
    line(line) {
      const { raw } = line;
      if (!inside) {
        inside = raw.includes(BEGIN);
        return emit(line);
      }
      if (raw.startsWith('$$end_record')) inside = false;
      if (!raw.startsWith(BODY)) return emit(line);
      const body = raw.slice(BODY.length);
      emit({ ...line, raw: '' });
      // A dash (in UTF-8) stands for none.
      if (!/^(?:-|\xe2\x80\x93)?\s*$/.test(body)) emit({ ...line, raw: body });
    },
    end() {
      inside = false;
    },
  };
}
