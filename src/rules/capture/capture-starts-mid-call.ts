import { defineRule } from '../define.ts';

type Shown = { count: number };

/** Capture rule C1: some calls began before the capture did. */
export const captureStartsMidCall = defineRule<'capture', Shown>({
  id: 'capture-starts-mid-call',
  severity: 'info',
  scope: 'capture',
  title: 'Calls that began before the capture',
  spec: [],
  example: { count: 2 },
  why: () => 'What these calls agreed on at their beginning is not in the trace, so rules that need it stay silent.',
  fix: () => [
    'Start the capture before the calls of interest, or capture into a ring of files that reaches further back.',
  ],
  message: (args) =>
    args.count === 1
      ? 'One call was already going on when the capture began: its first INVITE is not here.'
      : `${args.count} calls were already going on when the capture began: their first INVITEs are not here.`,
  *check({ begunBefore }) {
    if (begunBefore.count === 0 || begunBefore.first === undefined) return;
    yield { at: [begunBefore.first], args: { count: begunBefore.count }, confidence: 'certain' };
  },
});
