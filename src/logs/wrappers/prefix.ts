/** Prefixes that loggers put before each line, or before the first line of a record. */

export interface Prefix {
  readonly length: number;
  /** As printed. */
  readonly stamp: string;
}

// Asterisk, default and plain formatter (main/logger.c): `[%date] VERBOSE[tid][C-callid] file.c: `, `… file.c:LINE func: `.
const ASTERISK =
  /^\[([^\]]{8,40})\] [A-Z_]{3,12}\[\d{1,10}\](?:\[C-[0-9a-f]{8}\])?:? ?[\w.\-/]{1,64}:(?:\d{1,6} (?:in )?\w{1,64}:)?(?: |$)/;
// The same as syslog gets it: no date, no brackets around it.
const ASTERISK_SYSLOG =
  /^[A-Z_]{3,12}\[\d{1,10}\](?:\[C-[0-9a-f]{8}\])?: [\w.\-/]{1,64}:(?:\d{1,6} in \w{1,64}:)?(?: |$)/;
// Asterisk console with -T, and everybody who writes `[date] text`.
const BRACKETED = /^\[((?:[A-Z][a-z]{2} [ \d]\d|\d{4}[-/]\d\d[-/]\d\d)[ T]\d\d:\d\d:\d\d[^\]]{0,16})\](?: |$)/;
// RFC 5424 §6, with or without its PRI.
const SYSLOG_5424 =
  /^<\d{1,3}>1 (\d{4}-\S{6,32}|-) \S{1,255} \S{1,64} \S{1,128} \S{1,64} (?:-|\[[^\]]{0,512}\])(?: |$)/;
// RFC 3164 §4.1; the host is missing in what devices send themselves.
const SYSLOG_3164 =
  /^(?:<\d{1,3}>)?([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d) (?:[^\s:[\]]{1,255} )?[\w./-]{1,64}(?:\[[\d.:]{1,32}\])?:(?: |$)/;
// rsyslog's file format with a full date, and the Kubernetes CRI format (`stdout F `).
const ISO_DATED =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)) (?:(?:stdout|stderr) [FP](?: |$)|\S{1,255} [\w./-]{1,64}(?:\[\d{1,10}\])?:(?: |$))/;

/** The prefix a line begins with. The first character decides which patterns are tried. */
export function prefixOf(text: string): Prefix | undefined {
  const first = text.charCodeAt(0);
  let match: RegExpExecArray | null = null;
  if (first === 91) match = ASTERISK.exec(text) ?? BRACKETED.exec(text);
  else if (first === 60) match = SYSLOG_5424.exec(text) ?? SYSLOG_3164.exec(text);
  else if (first >= 48 && first <= 57) match = text.charCodeAt(10) === 84 ? ISO_DATED.exec(text) : null;
  else if (first >= 65 && first <= 90)
    match = text.charCodeAt(3) === 32 ? SYSLOG_3164.exec(text) : ASTERISK_SYSLOG.exec(text);
  if (!match) return undefined;
  return { length: match[0].length, stamp: match[1] ?? '' };
}
