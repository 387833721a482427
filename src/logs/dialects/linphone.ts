/**
 * Linphone and belle-sip (channel.c). What is received is logged as it is read: of a stream one read may hold several
 * messages or part of one. On phones every line has the logger's prefix, and blank lines are gone.
 */
import { type Dialect, type Gatherer, type Opening, parseAddress, transportOf } from '../dialect.ts';
import { createSegments } from '../segments.ts';
import { findStamp } from '../stamps.ts';
import type { Line } from '../unwrap.ts';

const SENT =
  /channel \[0x[0-9a-f]{1,16}\]: message (sent|silently discarded|partly sent) to \[([A-Za-z]{2,6}):\/\/(\S{3,90})\], (?:size|sent): \[(\d{1,7})(?:\/\d{1,7})?\] bytes:?\s*$/;
const RECEIVED =
  /channel \[0x[0-9a-f]{1,16}\]: received \[(\d{1,7})\] new bytes from \[([A-Za-z]{2,6}):\/\/(\S{3,90})\]:?\s*$/;
const MAX_LINES = 2000;
/** belle-sip stops printing at the first byte that does not print, or here. */
const CUT = /^\.\.\. \((?:first \d{1,7} bytes shown|binary data)\)\s*$/;

export const linphone: Dialect = {
  id: 'linphone',
  title: 'Linphone, belle-sip',
  hints: ['channel [0x'],
  open({ text, stamp }) {
    if (!text.includes('channel [0x')) return undefined;
    const sent = SENT.exec(text);
    const received = sent ? null : RECEIVED.exec(text);
    if (!sent && !received) return undefined;
    const peer = parseAddress((sent ?? received)?.[3] ?? '');
    const transport = transportOf((sent ?? received)?.[2] ?? '');
    const time = stamp ? findStamp(stamp) : undefined;
    return {
      dialect: 'linphone',
      direction: sent ? 'out' : 'in',
      ...(peer && { peer }),
      ...(transport && { transport }),
      ...(time && { time }),
      // What was discarded or went out in part is not what the wire had.
      ...(sent?.[1] === 'silently discarded' && { repeated: true }),
      ...(received && transport !== 'udp' ? { stream: true } : { length: Number(sent?.[4] ?? received?.[1]) }),
    };
  },
  gather: createGatherer,
};

/** Reads of a stream, where the logger's prefix stands on the first line of a record only. */
function createGatherer(emit: (line: Line) => void): Gatherer {
  const segments = createSegments(emit);
  let opening: Opening | undefined;
  let about: Line | undefined;
  let lines: Line[] = [];

  function finish(): void {
    const own = lines;
    while (own.length > 0 && own[own.length - 1].text === '' && !own[own.length - 1].crlf) own.pop();
    const last = own.length - 1;
    if (opening && about && own.length === 0) {
      // Each line has the prefix: they are for `open`.
      segments.end();
      emit(about);
    } else if (opening) {
      // The line feed behind a read is the log's.
      segments.add({
        opening,
        lines: own.map((line, index) => (index === last ? { ...line, terminated: line.crlf } : line)),
      });
    }
    opening = undefined;
    lines = [];
  }

  return {
    line(line) {
      if (opening && line.prefix === '' && lines.length < MAX_LINES) {
        if (!CUT.test(line.text)) lines.push(line);
        return true;
      }
      if (opening) finish();
      const begun =
        line.prefix !== '' && line.text.includes('new bytes') ? linphone.open?.(line, () => undefined) : undefined;
      if (begun?.stream) {
        opening = begun;
        about = line;
        return true;
      }
      // Other records may stand between two reads, messages not.
      if (segments.holds() && /SIP\/2\.0|: message | new bytes /.test(line.text)) segments.end();
      return false;
    },
    end() {
      finish();
      segments.end();
    },
  };
}
