import type { Dialog } from '../../model.ts';
import { defineRule } from '../define.ts';
import { endedBefore, milliseconds } from '../guards.ts';
import { duration } from '../phrases.ts';
import { changesOf, timerAt } from '../session-changes.ts';

type Shown = {
  /** `expired`: the session timer ran out. `silent`: nothing was signalled for hours. */
  kind: 'expired' | 'silent';
  caller: string;
  callee: string;
  /** Session-Expires, seconds; 0 without. */
  interval: number;
  /** Since the last sign of the call, ms. */
  silence: number;
};

/** Messages from the newest back in which the last sign of a dialog is looked for. */
const LOOK_BACK = 256;

/** Codes by which the far side says that the dialog is gone (RFC 3261 §12.2.1.2). */
const GONE = [408, 481];

function isOver({ transactions }: Dialog): boolean {
  for (let i = transactions.length - 1; i >= Math.max(0, transactions.length - LOOK_BACK); i--) {
    const { final, request } = transactions[i];
    if (request?.toTag !== '' && final !== undefined && GONE.includes(final.status)) return true;
  }
  return false;
}

/** Rule 51: an answered call of which no end was ever seen, although it should have had one. */
export const dialogNeverTerminated = defineRule<'dialog', Shown>({
  id: 'dialog-never-terminated',
  severity: 'info',
  scope: 'dialog',
  title: 'Answered call without an end',
  spec: ['RFC 3261 §15', 'RFC 4028 §10'],
  example: {
    kind: 'expired',
    caller: '192.0.2.1:5060',
    callee: '192.0.2.7:5060',
    interval: 1800,
    silence: 2_400_000,
  },
  why: ({ kind }) =>
    kind === 'expired'
      ? 'By its own session timer this call is dead, and neither side released it: channels stay taken and billing may go on.'
      : 'A call that nobody ended holds its channels and may be billed for hours.',
  fix: ({ kind, caller, callee }) => [
    ...(kind === 'expired'
      ? [
          `Check whether ${caller} and ${callee} still hold the call, and whether the one that must refresh it (refresher) still runs.`,
          'Capture on the path that BYE and refresh take: without Record-Route they pass this point by.',
        ]
      : [
          `Ask ${caller} and ${callee} for their open calls: if it is not there any more, its BYE took another path than this capture point.`,
          'Turn on session timers (RFC 4028), so that a call whose end gets lost cannot stay up for ever.',
        ]),
    'Set an RTP timeout on servers and gateways, so that they release a call whose media have stopped.',
  ],
  message: ({ kind, caller, callee, interval, silence }) =>
    kind === 'expired'
      ? `The call from ${caller} to ${callee} was neither refreshed nor ended: its session timer of ${interval} s ran out, and the last sign of it is ${duration(silence)} old.`
      : `The call from ${caller} to ${callee} was never ended in this trace; nothing was signalled in it for ${duration(silence)}.`,
  limits: ({ kind }) =>
    kind === 'expired'
      ? 'A refresh or BYE that took another path would not be seen here.'
      : 'The call may simply have gone on, or its BYE may have taken another path.',
  when: ({ dialog, call }) =>
    dialog.state === 'confirmed' &&
    dialog.answer !== undefined &&
    !call.transactions.some(({ method }) => method === 'BYE'),
  *check({ dialog, call }, context) {
    const { answer } = dialog;
    // Without an ACK it is the answer that did not arrive.
    if (
      answer === undefined ||
      (dialog.acks.length === 0 && dialog.transactions.every(({ method }) => method === 'INVITE'))
    )
      return;
    if (isOver(dialog)) return;
    const { end } = call;
    const timer = timerAt(changesOf(dialog, call), Number.POSITIVE_INFINITY);
    // Anything later than the last refresh that was seen may have been one.
    const expired = timer !== undefined && !endedBefore(context, end, timer.interval);
    if (!expired && endedBefore(context, end, context.thresholds.dialogSilence)) return;
    yield {
      at: [timer?.answer ?? answer, call.messages[call.messages.length - 1]],
      args: {
        kind: expired ? 'expired' : 'silent',
        caller: (call.attempts[0]?.client ?? answer.destination).name,
        callee: answer.source.name,
        interval: timer === undefined ? 0 : Math.round(timer.interval / 1000),
        silence: milliseconds(end, context.now),
      },
      severity: expired ? 'warning' : 'info',
      confidence: expired ? 'likely' : 'possible',
    };
  },
});
