/** SIPp `-trace_msg` (socket.cpp, 3.4 to HEAD). No addresses at all; what it did not expect it prints a second time. */
import { type Dialect, transportOf } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const RULE = /^-{47}(?: (\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d\.\d{3,6}(?:[+-]\d\d:?\d\d)?))?\s*$/;
const MESSAGE =
  /^(UDP|TCP|TLS|SCTP) (?:control )?message (sent|received) (?:\((\d{1,7}) bytes\)|\[(\d{1,7})\] bytes) ?:\s*$/;
const REPEATED =
  /^(?:Unexpected|Error sending|Truncation sending|Ignoring|Dead call|Aborting|Discarding|Out-of-call)\b.{0,200}:\s*$/;

export const sipp: Dialect = {
  id: 'sipp',
  title: 'SIPp -trace_msg',
  hints: ['---------------------'],
  open(line, next) {
    if (!line.text.startsWith('-----------------------------------------------')) return undefined;
    const rule = RULE.exec(line.text);
    const title = next(1)?.text;
    if (!rule || title === undefined) return undefined;
    const match = MESSAGE.exec(title);
    if (!match) return REPEATED.test(title) ? { dialect: 'sipp', repeated: true } : undefined;
    const transport = transportOf(match[1]);
    const time = rule[1] ? findStamp(rule[1]) : undefined;
    return {
      dialect: 'sipp',
      direction: match[2] === 'sent' ? 'out' : 'in',
      ...(transport && { transport }),
      ...(time && { time }),
      length: Number(match[3] ?? match[4]),
    };
  },
};
