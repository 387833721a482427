/**
 * Ribbon (Sonus) SBC Core. TRC files print both addresses and the message as `RAW PDU:`; DBG files what a socket received,
 * between `msg = ` and `, msgLen`. Records hold 1800 bytes: the rest follows in another with the same time and number.
 */

import { dated } from '../dates.ts';
import { addressOf, type Dialect, type Joiner } from '../dialect.ts';
import type { PhysicalLine } from '../lines.ts';
import { findStamp, type Stamp } from '../stamps.ts';
import { findStartLine } from '../start-line.ts';
import type { Line } from '../unwrap.ts';

const TRC =
  /(received|sent) msg for CallId:\S{1,256} (?:gcid:\S{1,64} )?(?:from|to) IP\/port:([0-9A-Fa-f.:[\]]{3,60})\/(\d{1,5}), Local IP\/port:([0-9A-Fa-f.:[\]]{3,60})\/(\d{1,5})/;
const HEADER = /^\d{1,6} (\d\d)(\d\d)(\d{4}) (\d{6}\.\d{6}):/;
/** Time and number of a record, and where its text begins. */
const RECORD = /^\d{1,6} (\d{8} \d{6}\.\d{6}:[^\s:]{1,40}?)\.[A-Za-z]{1,12} {0,8}\.[A-Z][A-Za-z0-9]{1,15}: ?/;
const ANY_RECORD = /^\d{1,6} \d{8} \d{6}\.\d{6}:/;
const RAW_PDU = 'RAW PDU:';
/** The start line stands behind the mark or on the next line. */
const RAW_PDU_LEAD = /^(?:.{0,2000}?RAW PDU:\s{0,8})?/;
const SOCKET = 'SipFeSocketRecvMsg - msg = ';
const SOCKET_LEAD = /^.{0,400}?SipFeSocketRecvMsg - msg = /;
const SOCKET_END = /, msgLen ?= ?\d{1,7}\.?\w{0,2}\s*$/;
const CLOSING = /^, msgLen ?= ?\d{1,7}\b/;

export const ribbonSbc: Dialect = {
  id: 'ribbon-sbc',
  title: 'Ribbon (Sonus) SBC Core trace and debug files (TRC, DBG)',
  hints: [' msg for CallId:', 'SipFeSocketRecvMsg'],
  open(line, next) {
    const { text } = line;
    if (text.includes(' msg for CallId:')) return traced(line, next);
    if (!text.includes(SOCKET)) return undefined;
    const time = stampOf(line);
    return {
      dialect: 'ribbon-sbc',
      direction: 'in',
      ...(time && { time }),
      inline: true,
      within: 0,
      lead: SOCKET_LEAD,
      closer: CLOSING,
      cutsSilently: true,
    };
  },
  join: { mark: /^\d{1,6} \d{8} \d{6}\./, create: joinRecords },
};

function traced(line: Line, next: (distance: number) => Line | undefined): ReturnType<NonNullable<Dialect['open']>> {
  const match = TRC.exec(line.text.slice(0, 2000));
  if (!match) return undefined;
  const there = addressOf(match[2], match[3]);
  const here = addressOf(match[4], match[5]);
  if (!there || !here || !(line.text.includes(RAW_PDU) || next(1)?.text.includes(RAW_PDU))) return undefined;
  const sent = match[1] === 'sent';
  const time = stampOf(line);
  return {
    dialect: 'ribbon-sbc',
    direction: sent ? 'out' : 'in',
    source: sent ? here : there,
    destination: sent ? there : here,
    ...(time && { time }),
    inline: true,
    within: 2,
    lead: RAW_PDU_LEAD,
    ends: ANY_RECORD,
  };
}

/** The device's own, month first; else the collector's. */
function stampOf(line: Line): Stamp | undefined {
  const match = HEADER.exec(line.text);
  if (match) return dated(Number(match[3]), Number(match[1]), Number(match[2]), match[4]);
  return line.stamp ? findStamp(line.stamp) : findStamp(line.text);
}

interface OpenRecord {
  /** Time and number. */
  readonly key: string;
  readonly socket: boolean;
}

/** Holds the end of a record back until the next line shows whether it goes on. */
function joinRecords(emit: (line: PhysicalLine) => void): Joiner {
  let open: OpenRecord | undefined;
  /** The last line of the text, and after it the closing line of a DBG record. */
  let last: PhysicalLine | undefined;
  let closing: PhysicalLine | undefined;
  /** The closing line stood behind the text and not below it. */
  let broken = false;

  function release(): void {
    if (last) emit(last);
    if (closing) emit(closing);
    last = undefined;
    closing = undefined;
    broken = false;
  }

  function hold(line: PhysicalLine): void {
    const at = open?.socket ? line.raw.search(SOCKET_END) : -1;
    release();
    if (at < 0) {
      last = line;
      return;
    }
    broken = at > 0;
    if (broken) last = { ...line, raw: line.raw.slice(0, at) };
    closing = { ...line, raw: line.raw.slice(at) };
  }

  function goOn(line: PhysicalLine, rest: string): void {
    const before = last && (closing === undefined || broken) ? last : undefined;
    if (!before && last) emit(last);
    closing = undefined;
    last = undefined;
    const { number, position } = before ?? line;
    hold({ ...line, raw: `${before?.raw ?? ''}${rest}`, number, position });
  }

  return {
    get busy() {
      return open !== undefined;
    },
    line(line) {
      const first = line.raw.charCodeAt(0);
      const match = first >= 48 && first <= 57 ? RECORD.exec(line.raw) : null;
      if (!match) {
        if (open) hold(line);
        else emit(line);
        return;
      }
      const rest = line.raw.slice(match[0].length);
      const socket = rest.startsWith(SOCKET);
      const text = socket ? rest.slice(SOCKET.length) : rest;
      const traced = rest.includes(' msg for CallId:');
      if (open && !traced && findStartLine(text) !== 0 && (socket ? open.socket : open.key === match[1])) {
        return goOn(line, text);
      }
      release();
      open = traced || socket ? { key: match[1], socket } : undefined;
      if (open) hold(line);
      else emit(line);
    },
    end: release,
  };
}
