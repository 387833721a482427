/** What may stand around a dialect; here always around Asterisk's PJSIP logger. */
import type { Case } from './render.ts';
import * as collected from './render-collected.ts';

const wrapper = (title: string, name: string, render: Case['render'], losses: Case['losses'] = {}): Case => ({
  title,
  name: `wrapped/${name}`,
  dialect: 'asterisk-pjsip',
  render,
  losses,
});

export const wrapperCases: readonly Case[] = [
  wrapper('syslog, RFC 5424', 'syslog-5424', collected.syslog5424),
  wrapper('Kiwi', 'kiwi', collected.kiwi),
  wrapper('journald, short-iso', 'journal-iso', collected.journalIso),
  wrapper('journald, short', 'journal-short', collected.journalShort),
  wrapper('journald, JSON', 'journal-json', collected.journalJson, { opaque: true }),
  wrapper('docker compose logs -t', 'docker-timed', collected.dockerTimed),
  wrapper('Kubernetes', 'kubernetes', collected.kubernetes),
  wrapper('Android logcat', 'logcat', collected.logcat),
  wrapper('Android Studio', 'android-studio', collected.androidStudio),
  wrapper('Apple', 'apple', collected.apple),
  wrapper('a quoted string', 'quoted-string', collected.quotedString, { opaque: true }),
];
