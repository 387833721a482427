/** Figures between pairs of hosts, for who has to find the bad trunk. */
import type { Report } from '../../report.ts';
import type { ReporterOptions } from '../reporter.ts';
import { type Cell, tabulate } from './table.ts';
import { clip, type Paint } from './text.ts';

/** Of fewer calls each is told itself. */
const FROM = 20;
const ROWS = 10;

export function showPeers({ summary }: Report, options: ReporterOptions, paint: Paint): string[] {
  const { sessions, peers } = summary.metrics;
  if (sessions.attempts < FROM || peers.length < 2) return [];
  const { terminal: words } = options.locale;
  const { peers: heading, attempts, postDial } = words.peerColumns;
  const percent = (value: number | null) => (value === null ? '–' : `${value} %`);
  const shown = options.limitLines === 0 ? peers : peers.slice(0, Math.min(ROWS, options.limitLines));
  const rows = shown.map((one): Cell[] => [
    [`${one.client} → ${one.server}`],
    [String(one.attempts)],
    [percent(one.establishmentRatio)],
    [percent(one.networkEffectivenessRatio)],
    [percent(one.ineffectiveAttempts), ''],
    [one.requestDelay.success === null ? '–' : words.duration(one.requestDelay.success.median), ''],
  ]);
  const heads: Cell[] = [[heading], [attempts], ['SER'], ['NER'], ['ISA', ''], [postDial, '']];
  const [head = '', ...lines] = tabulate([heads, ...rows], { width: options.width - 2, yields: [0, 5, 4] });
  const more = shown.length < peers.length ? [`  ${words.more(peers.length - shown.length)}`] : [];
  return [
    '',
    paint('bold', clip(words.peersTitle, options.width)),
    paint('dim', `  ${head}`),
    ...lines.map((line) => `  ${line}`),
    ...more,
  ];
}
