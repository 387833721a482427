/** English words about differences. */
import type { DiffWords } from '../locale.ts';
import { count } from './phrases.ts';

export const diff: DiffWords = {
  aspects: {
    outcome: 'outcome',
    responses: 'responses',
    timing: 'timing',
    message: 'messages',
    repeats: 'repeats',
    header: 'header',
    sdp: 'SDP',
    finding: 'findings',
  },
  timings: {
    trying: 'to 100 Trying',
    postDial: 'post-dial delay',
    ring: 'ringing',
    setup: 'setup',
    final: 'to the end',
    duration: 'talked',
  },
  onlyA: 'only in the first',
  onlyB: 'only in the second',
  none: 'nothing',
  sent: (n) => (n === 1 ? 'sent once' : `sent ${n} times`),
  summary: ({ compared, different, onlyA, onlyB }) => [
    `${count(compared, 'call', 'calls')} compared`,
    different === 0 ? 'no difference' : count(different, 'differs', 'differ'),
    ...(onlyA > 0 ? [`${onlyA} only in the first`] : []),
    ...(onlyB > 0 ? [`${onlyB} only in the second`] : []),
  ],
  otherFindings: 'Findings outside calls',
};
