/** What may stand around a dialect; here always around Asterisk's PJSIP logger. */
import { type Case, stripped, withoutReturns } from './render.ts';
import * as collected from './render-collected.ts';
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
