/** Prefixes that loggers put before each line, or before the first line of a record. */

export interface Prefix {
  readonly length: number;
  /** As printed. */
  readonly stamp: string;
  /** Which of two streams, where the prefix of each line says so. */
  readonly writer: string;
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
  /^(?:<\d{1,3}>)?([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,6})?) (?:[^\s:[\]]{1,255} )?[\w./-]{1,64}(?:\[[\d.:]{1,32}\])?:(?: |$)/;
// journald short-iso, rsyslog's file format with a full date, and the Kubernetes CRI format (`stdout F `).
const ISO_DATED =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)) (?:(stdout|stderr) [FP](?: |$)|\S{1,255} [\w./@-]{1,64}(?:\[\d{1,10}\])?:(?: |$))/;
// `docker logs -t` always prints nanoseconds.
const DOCKER_TIMED = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z)(?: |$)/;
// `docker compose logs` and `kubectl logs --prefix`.
const COMPOSE = /^[a-z][\w.-]{0,62}[-_]\d{1,3} {1,30}\|(?: |$)/;
const KUBECTL = /^\[pod\/[\w./-]{1,250}\](?: |$)/;
// journald short-full and short-unix.
const JOURNAL_FULL =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?(?: UTC(?= ))?) (?:[A-Z]{3,5} )?\S{1,255} [\w./@-]{1,64}(?:\[\d{1,10}\])?:(?: |$)/;
const JOURNAL_UNIX = /^(1\d{9}\.\d{6}) \S{1,255} [\w./@-]{1,64}(?:\[\d{1,10}\])?:(?: |$)/;
// tftpd64: its own date and the sender, before what that one sent.
const TFTPD = /^[A-Z][a-z]{2} ([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d) \d{4};[0-9A-Fa-f.:]{3,45};(?: |$)/;
// Android logcat: threadtime (with or without year and user), time and brief, and Android Studio's.
const LOGCAT =
  /^((?:\d{4}-)?\d\d-\d\d \d\d:\d\d:\d\d\.\d{3,6})(?: {1,6}[\w]{1,16})? {1,6}\d{1,6} {1,6}\d{1,6} [VDIWEFA] [^:\s]{1,64}(?: {0,16}|(?: [^:\s]{1,32}){1,3}): ?/;
const LOGCAT_TAGGED =
  /^((?:\d{4}-)?\d\d-\d\d \d\d:\d\d:\d\d\.\d{3,6}) (?:\d{1,6}-\d{1,6}\/\S{1,120} )?[VDIWEFA]\/[^:(]{1,64}(?:\( {0,6}\d{1,6}\))?: ?/;
const LOGCAT_BRIEF = /^[VDIWEFA]\/[^:(\s]{1,64}\( {0,6}\d{1,6}\): ?/;
// Apple's unified log, whose messages Linphone begins with a tab.
const APPLE =
  /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3,6}(?:[+-]\d{4})?) [^\s[]{1,64}\[\d{1,7}:\d{1,9}\] (?:\[[^\]]{1,40}\](?: |$))?\t?/;
// bctoolbox (Linphone) and Flexisip.
const BCTOOLBOX = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d:\d{3}) [\w.-]{1,40}-(?:debug|trace|message|warning|error|fatal)-/;
// Kiwi's columns.
const KIWI = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\t[A-Z][A-Za-z0-9]{1,12}\.[A-Z][a-z]{2,12}\t\S{1,255}(?:\t|$)/;

/** The prefix a line begins with. The first character decides which patterns are tried. */
export function prefixOf(text: string): Prefix | undefined {
  const match = matchOf(text);
  if (!match) return undefined;
  return { length: match[0].length, stamp: match[1] ?? '', writer: match[2] ?? '' };
}

function matchOf(text: string): RegExpExecArray | null {
  const first = text.charCodeAt(0);
  if (first === 91) return ASTERISK.exec(text) ?? BRACKETED.exec(text) ?? KUBECTL.exec(text);
  if (first === 60) return SYSLOG_5424.exec(text) ?? SYSLOG_3164.exec(text);
  if (first >= 48 && first <= 57) return dated(text);
  if (first >= 97 && first <= 122) return text.includes(' | ') || text.endsWith(' |') ? COMPOSE.exec(text) : null;
  if (first < 65 || first > 90) return null;
  if (text.charCodeAt(1) === 47) return LOGCAT_BRIEF.exec(text);
  if (text.charCodeAt(3) !== 32) return ASTERISK_SYSLOG.exec(text);
  if (text.charCodeAt(24) === 59) return TFTPD.exec(text);
  return SYSLOG_3164.exec(text) ?? JOURNAL_FULL.exec(text);
}

/** What begins with a date, by the character behind it. */
function dated(text: string): RegExpExecArray | null {
  const behind = text.charCodeAt(10);
  if (behind === 84) return ISO_DATED.exec(text) ?? DOCKER_TIMED.exec(text);
  if (behind === 46) return JOURNAL_UNIX.exec(text);
  if (text.charCodeAt(2) === 45) return LOGCAT.exec(text) ?? LOGCAT_TAGGED.exec(text);
  if (behind !== 32 || text.charCodeAt(4) !== 45) return null;
  if (text.charCodeAt(19) === 9) return KIWI.exec(text);
  if (text.charCodeAt(19) === 58) return BCTOOLBOX.exec(text);
  return APPLE.exec(text) ?? LOGCAT.exec(text) ?? LOGCAT_TAGGED.exec(text);
}
