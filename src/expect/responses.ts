/** `outcome`, `status` and `sequence`. */
import type { ReportCall } from '../report.ts';
import type { Faults, Path } from './faults.ts';
import { alternatives, checkOf, type Item, listed, type Probe, seen } from './probe.ts';
import { parseSequence, walkSequence } from './sequence.ts';
import { isStatusPattern, matchesStatus } from './status-pattern.ts';

export function outcomeProbe(written: string | readonly string[]): Probe<Item & { readonly outcome: string }> {
  const words = listed(written);
  return ({ outcome }) => [seen('outcome', alternatives(words), outcome, words.includes(outcome))];
}

export type StatusTest = (status: number) => boolean;

export function statusTest(
  written: string | number | readonly (string | number)[],
  path: Path,
  faults: Faults,
): StatusTest {
  const words = listed<string | number>(written).map(String);
  words.forEach((word, i) => {
    const place = Array.isArray(written) ? [...path, i] : path;
    if (word !== 'none' && !isStatusPattern(word)) faults.add(place, 'status-form', { value: word });
  });
  return (status) => words.some((word) => (word === 'none' ? status === 0 : matchesStatus(word, status)));
}

export function statusProbe(
  written: string | number | readonly (string | number)[],
  path: Path,
  faults: Faults,
): Probe {
  const test = statusTest(written, path, faults);
  const expected = alternatives(listed<string | number>(written));
  return ({ finalStatus }) => [seen('status', expected, finalStatus || 'none', test(finalStatus))];
}

/** Responses that are shown before the one that does not fit. */
const SHOWN = 12;

function shown(statuses: readonly number[]): string {
  if (statuses.length === 0) return 'none';
  return (statuses.length <= SHOWN ? statuses : ['…', ...statuses.slice(-SHOWN)]).join(' ');
}

/** Number of the message with the response at this place, or the last before it, where the story of the call tells it. */
function messageAt(call: ReportCall, at: number): readonly number[] {
  const steps = call.steps.filter(({ status }) => status > 0);
  const step = steps[Math.min(at, steps.length - 1)];
  return step !== undefined && steps.length === call.sequence.length ? [step.at.message] : [];
}

export function sequenceProbe(
  written: string | number | readonly (string | number)[],
  path: Path,
  faults: Faults,
): Probe<ReportCall> {
  const sequence = parseSequence(listed<string | number>(written).join(' '), path, faults);
  return (call) => {
    if (sequence === undefined) return [];
    const { pass, at, wanted } = walkSequence(sequence, call.sequence);
    if (pass) return [seen('sequence', sequence.text, shown(call.sequence), true)];
    const args = {
      expected: sequence.text,
      seen: shown(call.sequence.slice(0, at + SHOWN)),
      before: at === 0 ? '' : shown(call.sequence.slice(0, at)),
      came: String(call.sequence[at] ?? ''),
      wanted: alternatives(wanted.filter((word) => word !== 'end')),
      mayEnd: wanted.includes('end'),
    };
    return [checkOf('sequence', 'sequence', args, false, messageAt(call, at))];
  };
}
