/** What each log can say and what it cannot: the table in fixtures/logs/README.md. */
import { type FlowMessage, flow } from './flow.ts';
import { latin1Bytes, readLog } from './read.ts';
import type { Renderer } from './render.ts';
import { partial, wholeLogs } from './whole-logs.ts';

export const BEGIN = '<!-- table: npx tsx test/logs/write-fixtures.ts -->';
export const END = '<!-- end of table -->';

/** Without Date, which would say what the log does not. */
const messages: readonly FlowMessage[] = flow().map((message) => ({
  ...message,
  text: message.text.replace(/\r\nDate: .*/, ''),
}));

function timeOf(resolution: number): string {
  if (resolution === Infinity) return 'none';
  return resolution >= 1_000_000 ? 's' : resolution >= 1000 ? 'ms' : 'µs';
}

function rowOf([name, render]: readonly [string, Renderer]): string {
  const { text, resolution } = render(messages);
  const { messages: found, summary } = readLog(latin1Bytes(text));
  const date = summary.untimed
    ? 'none'
    : summary.dateAssumed
      ? 'incomplete'
      : summary.zoneAssumed
        ? 'no zone'
        : 'whole';
  const ends = found.some(({ log }) => log?.endpointsInferred) ? 'one or none' : 'both';
  const exact = found.filter(({ log }) => log?.exactBytes).length;
  const bytes = exact === 0 ? 'rebuilt' : exact === found.length ? "the wire's" : 'of some';
  return `| \`${name}\` | ${timeOf(resolution)} | ${date} | ${ends} | ${bytes} |`;
}

export function table(): string {
  const cut = Object.entries(partial).map(([name, why]) => `| \`${name}\` | ${why} |`);
  return [
    BEGIN,
    '| log | time to the | date | addresses printed | bytes |',
    '|---|---|---|---|---|',
    ...[...wholeLogs].map(rowOf).sort(),
    '',
    'Not whole, so that their calls cannot be compared:',
    '',
    '| log | why |',
    '|---|---|',
    ...cut,
    END,
  ].join('\n');
}
