/** A call explained: its sequence, steps, parties, outcome and verdict, all as data. */
import type { Call, Outcome, Step } from '../model.ts';
import { outcomeOf, type Silence } from './outcome.ts';
import { type Party, partiesOf } from './parties.ts';
import { callerSequence, decisiveRound, initialInvites, type SequenceStep } from './sequence.ts';
import { stepsOf } from './steps.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export interface Explanation {
  readonly outcome: Outcome;
  /** 0 without a final response. */
  readonly finalStatus: number;
  readonly sequence: readonly SequenceStep[];
  readonly parties: readonly Party[];
  readonly steps: readonly Step[];
  readonly verdict: Verdict;
}

export function explainCall(call: Call, silence: Silence): Explanation {
  const invites = initialInvites(call);
  const sequence = callerSequence(call);
  const parties = partiesOf(call, invites);
  const outcome = outcomeOf(call, silence);
  const steps = stepsOf(call, sequence, invites, parties);
  const verdict = verdictOf(call, outcome, steps, invites, parties);
  return { outcome, finalStatus: decisiveRound(call)?.final?.status ?? 0, sequence, parties, steps, verdict };
}
