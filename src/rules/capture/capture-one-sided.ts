import type { Pair } from '../../state/pairs.ts';
import { defineRule } from '../define.ts';

type Shown = {
  /** Pairs of hosts that are seen from one side only. */
  pairs: number;
  client: string;
  server: string;
  missing: 'answers' | 'requests';
  count: number;
  transactions: number;
};

/** Requests from before the capture leave answers alone at its beginning: few of them mean nothing. */
const STRAYS = 3;

const blindness = ({ answersMissing, requestsMissing }: Pair) => answersMissing + requestsMissing;

/** Capture rule C3: only one direction between two hosts is here. */
export const captureOneSided = defineRule<'capture', Shown>({
  id: 'capture-one-sided',
  severity: 'warning',
  scope: 'capture',
  title: 'Only one direction was captured',
  spec: [],
  example: { pairs: 1, client: '192.0.2.1', server: '192.0.2.5', missing: 'answers', count: 40, transactions: 41 },
  why: () =>
    'What is missing here may well have been sent: every rule about missing answers stays silent for these hosts.',
  fix: () => [
    'Capture both directions: both ports of a mirrored link, all interfaces of the host ("any"), or both legs of an asymmetric route.',
    'Check the capture filter: "src host" keeps one direction, "host" both.',
  ],
  message: (args) =>
    `Of ${args.transactions} ${args.transactions === 1 ? 'request' : 'requests'} from ${args.client} to ${args.server}, ` +
    (args.missing === 'answers'
      ? `${args.count} went unanswered in this capture although ${args.client} went on as if answered.`
      : `${args.count} show in this capture only by their answers.`) +
    (args.pairs > 1 ? ` ${args.pairs} pairs of hosts are like that.` : ''),
  *check({ oneSided }) {
    const pairs = oneSided.filter((pair) => pair.answersMissing > 0 || pair.requestsMissing >= STRAYS);
    if (pairs.length === 0) return;
    const worst = pairs.reduce((a, b) => (blindness(b) > blindness(a) ? b : a));
    const missing = worst.answersMissing >= worst.requestsMissing ? 'answers' : 'requests';
    yield {
      at: worst.first === undefined ? [] : [worst.first],
      args: {
        pairs: pairs.length,
        client: worst.client,
        server: worst.server,
        missing,
        count: missing === 'answers' ? worst.answersMissing : worst.requestsMissing,
        transactions: worst.transactions,
      },
      confidence: 'likely',
    };
  },
});
