/** Header fields and session descriptions out of the text of a message, as a report has it. */
import { canonicalName } from '../headers/names.ts';
import type { ReportMessage } from '../report.ts';
import { findSdp } from '../sdp/body.ts';
import { parseSdp, type Session } from '../sdp/session.ts';

export interface TextField {
  /** In its one spelling. */
  readonly name: string;
  /** Unfolded. */
  readonly value: string;
}

interface Head {
  readonly fields: readonly TextField[];
  readonly body: string;
  /** False when the report cut the text within the header fields. */
  readonly whole: boolean;
}

/** The sign with which a report ends a text that it cuts. */
const CUT = '…';

export function headOf({ text }: ReportMessage): Head {
  const blank = /\r?\n\r?\n/.exec(text);
  const end = blank?.index ?? text.length;
  const fields: { name: string; value: string }[] = [];
  for (const line of text.slice(0, end).split(/\r?\n/).slice(1)) {
    const last = fields[fields.length - 1];
    if (/^[ \t]/.test(line)) {
      // RFC 3261 §7.3.1: a line that begins with a blank goes on with the last one.
      if (last !== undefined) last.value = `${last.value} ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    fields.push({ name: canonicalName(line.slice(0, colon).trim()), value: line.slice(colon + 1).trim() });
  }
  const body = blank === null ? '' : text.slice(end + blank[0].length);
  return { fields, body, whole: blank !== null || !text.endsWith(CUT) };
}

export function valuesOf(head: Head, name: string): readonly string[] {
  return head.fields.filter((field) => field.name === name).map(({ value }) => value);
}

export function sdpOf(message: ReportMessage): Session | undefined {
  if (!message.sdp) return undefined;
  const head = headOf(message);
  const text = findSdp(valuesOf(head, 'Content-Type')[0], head.body);
  return text === undefined ? undefined : parseSdp(text);
}

export function isResponse({ startLine }: ReportMessage): boolean {
  return startLine.startsWith('SIP/');
}

/** 0 for requests. */
export function statusOf(message: ReportMessage): number {
  return isResponse(message) ? Number.parseInt(message.startLine.split(' ', 2)[1] ?? '', 10) || 0 : 0;
}

/** Of a response, the method that it answers. */
export function methodOf(message: ReportMessage): string {
  return isResponse(message)
    ? message.cseq.slice(message.cseq.indexOf(' ') + 1)
    : message.startLine.slice(0, Math.max(0, message.startLine.indexOf(' ')));
}
