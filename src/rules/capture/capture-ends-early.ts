import { defineRule } from '../define.ts';

type Shown = { count: number };

/** Capture rule C2: some calls went on when the capture stopped. */
export const captureEndsEarly = defineRule<'capture', Shown>({
  id: 'capture-ends-early',
  severity: 'info',
  scope: 'capture',
  title: 'Calls that went on after the capture',
  spec: [],
  example: { count: 2 },
  why: () => 'How these calls ended is not in the trace, so rules that need their end stay silent.',
  fix: () => [
    'Let the capture run until the calls of interest are over, and 35 s longer, so that the timers of SIP can run out.',
  ],
  message: (args) =>
    args.count === 1
      ? 'One call was still going on when the capture ended.'
      : `${args.count} calls were still going on when the capture ended.`,
  *check({ openAtEnd }) {
    if (openAtEnd.count === 0 || openAtEnd.first === undefined) return;
    yield { at: [openAtEnd.first], args: { count: openAtEnd.count }, confidence: 'certain' };
  },
});
