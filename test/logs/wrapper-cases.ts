/** What may stand around a dialect; here always around Asterisk's PJSIP logger. */
import { type Case, stripped, withoutReturns } from './render.ts';
import * as collected from './render-collected.ts';
import * as spellings from './render-spellings.ts';
import * as wrapped from './render-wrapped.ts';

const wrapper = (
  title: string,
  name: string,
  render: Case['render'],
  losses: Case['losses'] = {},
  ugly?: Case['ugly'],
): Case => ({
  title,
  name: `wrapped/${name}`,
  dialect: 'asterisk-pjsip',
  render,
  losses,
  ...(ugly && { ugly }),
});

export const wrapperCases: readonly Case[] = [
  wrapper('syslog, each line', 'syslog-every-line', wrapped.syslog),
  wrapper('rsyslog, a record a line', 'rsyslog-escapes', wrapped.rsyslogEscapes, { opaque: true }),
  wrapper('JSON lines', 'json-lines', wrapped.jsonLines, { opaque: true }),
  wrapper('JSON lines, escaped twice', 'json-twice', spellings.jsonTwice, { opaque: true }),
  wrapper("docker's own file", 'docker', wrapped.docker, { opaque: true }),
  wrapper('syslog with priority', 'syslog-priority', spellings.syslogPriority),
  wrapper('syslog without host', 'syslog-bare', spellings.syslogBare),
  wrapper('syslog, RFC 5424 with nothing but a time', 'syslog-nil', spellings.syslogNil),
  wrapper("rsyslog's file format", 'rsyslog-file', spellings.rsyslogFile),
  wrapper('tftpd64', 'tftpd', spellings.tftpd),
  wrapper('Kiwi, a record a line', 'kiwi-escapes', spellings.kiwiEscapes, { opaque: true }),
  wrapper('octal escapes', 'octal-escapes', spellings.octalEscapes, { opaque: true }),
  wrapper('hexadecimal escapes', 'hex-escapes', spellings.hexEscapes, { opaque: true }),
  wrapper('journald, short-precise', 'journal-precise', spellings.journalPrecise),
  wrapper('journald, short-iso-precise', 'journal-iso-precise', spellings.journalIsoPrecise),
  wrapper('journald, short-full', 'journal-full', spellings.journalFull),
  wrapper('journald, short-unix', 'journal-unix', spellings.journalUnix),
  wrapper('journald, with-unit', 'journal-with-unit', spellings.journalWithUnit),
  wrapper('docker compose logs', 'compose', spellings.compose),
  wrapper('docker logs -t', 'docker-logs', spellings.dockerLogs),
  wrapper('kubectl logs --prefix', 'kubectl', spellings.kubectl),
  wrapper('kubectl logs --prefix --timestamps', 'kubectl-timed', spellings.kubectlTimed),
  wrapper('logcat -v time', 'logcat-time', spellings.logcatTime),
  wrapper('logcat -v brief', 'logcat-brief', spellings.logcatBrief),
  wrapper('logcat -v threadtime,year,usec,uid', 'logcat-year', spellings.logcatYear),
  wrapper('syslog, RFC 5424', 'syslog-5424', collected.syslog5424),
  wrapper('Kiwi', 'kiwi', collected.kiwi),
  wrapper('journald, short-iso', 'journal-iso', collected.journalIso),
  wrapper('journald, short', 'journal-short', collected.journalShort),
  wrapper('journald, JSON', 'journal-json', collected.journalJson, { opaque: true }),
  wrapper('journald, export', 'journal-export', collected.journalExport, {}, withoutReturns),
  wrapper(
    'journald, export, a line an entry',
    'journal-export-lines',
    collected.journalExportLines,
    { opaque: true },
    stripped,
  ),
  wrapper('docker compose logs -t', 'docker-timed', collected.dockerTimed),
  wrapper('Kubernetes', 'kubernetes', collected.kubernetes),
  wrapper(
    'Kubernetes, lines in parts',
    'kubernetes-parts',
    collected.kubernetesParts,
    { opaque: true },
    // As an editor of another system saves it.
    (text) => text.replaceAll('\n', '\r\n'),
  ),
  wrapper(
    "docker's own file, lines in parts",
    'docker-parts',
    wrapped.dockerParts,
    { opaque: true },
    // The program had left out the carriage returns.
    (text) => text.replaceAll('\\\\r', ''),
  ),
  wrapper('Android logcat', 'logcat', collected.logcat),
  wrapper('Android Studio', 'android-studio', collected.androidStudio),
  wrapper('Apple', 'apple', collected.apple),
  wrapper('a quoted string', 'quoted-string', collected.quotedString, { opaque: true }),
];
