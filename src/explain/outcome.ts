/** What became of a call, in one word. */
import type { Call, Outcome, SipMessage, Transaction } from '../model.ts';
import { tellingCause, unanswered } from './decision.ts';
import { reasonOf } from './facts.ts';
import { callerRounds, decisiveRound } from './sequence.ts';

function isProgress({ status }: SipMessage): boolean {
  return status > 100 && status < 200;
}

/** A device was reached far enough to alert somebody, or a network far enough to play something. */
export function wasAlerting(transaction: Transaction): boolean {
  return transaction.responses.some(({ message }) => isProgress(message));
}

export function wasCancelled(call: Call): boolean {
  return callerRounds(call).some((one) => one.peer !== undefined);
}

/** How the silence of an INVITE is to be read: over, or cut off by the end of the capture. */
export interface Silence {
  /** The timer of an unanswered request has run out within the capture. */
  readonly over: boolean;
  /** Since the request that decided, ms; undefined where the clock of the trace does not tell. */
  readonly waited: number | undefined;
}

/** A 480 of a user who did not answer, not of one who is away: after a mere announcement a Q.850 cause tells which. */
function isNoAnswer({ responses, final }: Transaction): boolean {
  if (responses.some(({ message }) => message.status === 180)) return true;
  const cause = final === undefined ? undefined : tellingCause({ cause: reasonOf(final)?.cause })?.code;
  return cause === undefined ? responses.some(({ message }) => isProgress(message)) : unanswered.has(cause);
}

function outcomeOfStatus(status: number, round: Transaction): Outcome {
  if (status < 300) return 'answered';
  if (status < 400) return 'redirected';
  switch (status) {
    case 401:
    case 407:
      return 'unauthorized';
    case 486:
    case 600:
      return 'busy';
    case 603:
    case 607:
      return 'declined';
    case 487:
      return 'cancelled';
    case 408:
      return wasAlerting(round) ? 'no-answer' : 'failed';
    case 480:
      return isNoAnswer(round) ? 'no-answer' : 'rejected';
    default:
      return status >= 500 && status < 600 ? 'failed' : 'rejected';
  }
}

export function outcomeOf(call: Call, silence: Silence): Outcome {
  const round = decisiveRound(call);
  if (round === undefined) return call.dialogs.some((dialog) => dialog.state !== 'early') ? 'answered' : 'unknown';
  if (round.final !== undefined) return outcomeOfStatus(round.final.status, round);
  if (call.dialogs.some((dialog) => dialog.acks.length > 0)) return 'answered';
  if (round.peer !== undefined) return 'cancelled';
  if (wasAlerting(round)) return 'unknown';
  return silence.over ? 'failed' : 'unknown';
}
