/** Asterisk `pjsip set logger on` (res_pjsip_logger.c, 13 to 22) and `pjsip show history entry` (res_pjsip_history.c). */
import { type Dialect, type Opening, parseAddress, transportOf } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const LOGGED =
  /^<--- (Received|Transmitting) SIP (?:request|response) \((\d{1,7}) bytes\) (?:from|to) ([A-Za-z0-9-]{2,16}):(\S{1,80}) --->\s*$/;
const HISTORY = /^<--- History Entry \d{1,10} (Sent to|Received from) (\S{1,80}) at (\d{9,11}) --->\s*$/;

export const asteriskPjsip: Dialect = {
  id: 'asterisk-pjsip',
  title: 'Asterisk PJSIP logger (pjsip set logger on)',
  hints: ['<--- '],
  open(line) {
    const at = line.text.indexOf('<--- ');
    if (at < 0) return undefined;
    const text = at === 0 ? line.text : line.text.slice(at);
    return logged(text, line.stamp) ?? historyEntry(text);
  },
};

function logged(text: string, stamp: string): Opening | undefined {
  const match = LOGGED.exec(text);
  if (!match) return undefined;
  const received = match[1] === 'Received';
  const transport = transportOf(match[3]);
  const peer = parseAddress(match[4]);
  const time = stamp ? findStamp(stamp) : undefined;
  return {
    dialect: 'asterisk-pjsip',
    direction: received ? 'in' : 'out',
    ...(peer && { peer }),
    ...(transport && { transport }),
    ...(time && { time }),
    length: Number(match[2]),
    // The logger prints the whole read buffer of a stream, once for each message in it.
    shared: received && transport !== 'udp',
  };
}

function historyEntry(text: string): Opening | undefined {
  const match = HISTORY.exec(text);
  if (!match) return undefined;
  const peer = parseAddress(match[2]);
  return {
    dialect: 'asterisk-pjsip',
    direction: match[1] === 'Sent to' ? 'out' : 'in',
    ...(peer && { peer }),
    time: { kind: 'absolute', time: Number(match[3]) * 1_000_000, zone: true, resolution: 1_000_000 },
    reprinted: true,
  };
}
