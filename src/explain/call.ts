/** A call explained: its sequence, steps, parties, outcome and verdict, all as data. */
import type { Call, Outcome, Step } from '../model.ts';
import { outcomeOf, type Silence } from './outcome.ts';
import { type Party, partiesOf } from './parties.ts';
import { callerSequence, decisiveRound, initialInvites, type SequenceStep } from './sequence.ts';
import type { Sound } from './sound.ts';
import { releaseOf, stepsOf } from './steps.ts';
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

/** `brief` decides by the outcome whether steps and parties may be left out. */
export function explainCall(
  call: Call,
  silence: Silence,
  sound: Sound,
  brief: (outcome: Outcome) => boolean,
): Explanation {
  const sequence = callerSequence(call);
  const outcome = outcomeOf(call, silence);
  const short = brief(outcome);
  const invites = initialInvites(call);
  const parties = short ? [] : partiesOf(call, invites);
  const release = releaseOf(call, parties);
  const steps = short ? [] : stepsOf(call, sequence, invites, parties, release, sound);
  const verdict = verdictOf(call, outcome, sequence, release, invites, parties, silence, sound);
  return { outcome, finalStatus: decisiveRound(call)?.final?.status ?? 0, sequence, parties, steps, verdict };
}
