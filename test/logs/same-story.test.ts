/**
 * The same calls as a capture and as the log of one of its hosts, in each dialect: the same calls, sequences, outcomes and
 * verdicts, up to what a dialect cannot express.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../src/analyze.ts';
import { dialects } from '../../src/logs/dialects.ts';
import type { Report } from '../../src/report.ts';
import { readMessages } from '../parity/messages.ts';
import { trace } from './fixtures.ts';
import type { FlowMessage } from './flow.ts';
import { latin1Bytes } from './read.ts';
import * as renderers from './render.ts';
import * as wrapped from './render-wrapped.ts';
import { samples } from './samples.ts';
import { wholeLogs as cases, partial } from './whole-logs.ts';

const captures = [
  'answered-call',
  'busy-everywhere',
  'cancelled-while-ringing',
  'answered-through-proxy',
  'ack-missing',
  'proxy-authentication',
  'forked-three-phones',
  'redirected-and-followed',
  'busy-486',
  'hold-and-resume',
];

/** What the busiest host of a capture would have logged: everything that it sent or got. */
function flowOf(name: string): readonly FlowMessage[] {
  const { messages } = readMessages(join(import.meta.dirname, '../../fixtures/captures', `${name}.pcap`));
  const count = new Map<string, number>();
  for (const { source, destination } of messages)
    for (const { address } of [source, destination]) count.set(address, (count.get(address) ?? 0) + 1);
  const [[host]] = [...count].sort((a, b) => b[1] - a[1]);
  return messages
    .filter(({ source, destination }) => source.address === host || destination.address === host)
    .map((message) => ({
      time: message.time,
      transport: message.transport === 'tcp' ? 'tcp' : 'udp',
      source: message.source.name,
      destination: message.destination.name,
      direction: message.destination.address === host ? 'in' : 'out',
      text: Buffer.from(message.bytes()).toString('latin1'),
    }));
}

function reportOf(bytes: Uint8Array): Report {
  const analysis = createAnalysis({ messages: 'none' });
  const input = analysis.input('x.log', { modified: Date.UTC(2026, 11, 1) * 1000 });
  input.write(bytes);
  input.end();
  return analysis.report();
}

const storyOf = ({ calls }: Report) =>
  calls.map(({ from, to, outcome, finalStatus, sequence, verdict }) => ({
    from,
    to,
    outcome,
    finalStatus,
    sequence: sequence.join(' '),
    verdict: verdict.key,
  }));

/** Each message rendered alone, from the last to the first. */
const newestFirst =
  (render: renderers.Renderer): renderers.Renderer =>
  (flow) => {
    const text = flow.toReversed().map((message) => render([message]).text);
    return { text: text.join(''), lines: [], resolution: 1 };
  };

it('every dialect takes part', () => {
  const folders = new Set(cases.map(([name]) => name.split('/', 1)[0]));
  expect(dialects.map(({ id }) => id).filter((id) => !folders.has(id))).toEqual([]);
  expect(Object.keys(partial).filter((name) => !samples.some((sample) => sample.name === name))).toEqual([]);
});

describe.each(captures)('%s', (name) => {
  const flow = flowOf(name);
  const whole = storyOf(reportOf(latin1Bytes(trace(flow).text)));

  it('has a story', () => expect(whole.length).toBeGreaterThan(0));

  it.each(cases)('is the same as %s', (title, render) => {
    const story = storyOf(reportOf(latin1Bytes(render(flow).text)));
    expect(story, title).toEqual(whole);
  });

  it.each([
    ['rsyslog', wrapped.rsyslogEscapes],
    ['FreeSWITCH', renderers.freeswitchB],
  ])('is the same as %s, newest first, and says so', (_title, render) => {
    const report = reportOf(latin1Bytes(newestFirst(render)(flow).text));
    expect(storyOf(report)).toEqual(whole);
    expect(report.inputs[0].newestFirst).toBe(true);
  });
});
