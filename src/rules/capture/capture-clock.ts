import type { Evidence, Transaction } from '../../model.ts';
import { evidenceOf } from '../../state/evidence.ts';
import { defineRule, type Watch } from '../define.ts';
import { addressesInferred, clockTooCoarse, milliseconds } from '../guards.ts';
import { duration } from '../phrases.ts';

type Shown = {
  /** Times fall back within an input; or responses stand before their requests. */
  kind: 'set-back' | 'response-first';
  count: number;
  /** The most, ms. */
  by: number;
  path: string;
};

/** A response to a copy that was not captured stands before the next copy: one or two mean nothing. */
const LEAST = 3;
const EVIDENCE = 3;
const PATH_LENGTH = 120;

function earlyBy({ request, responses, requestRepeats }: Transaction, least: number): number {
  const first = responses[0]?.message;
  // With copies about, the response may belong to one that is missing here.
  if (request === undefined || first === undefined || requestRepeats.length > 0) return 0;
  if (first.input !== request.input || addressesInferred(request) || clockTooCoarse(request, least / 2)) return 0;
  return milliseconds(first.time, request.time);
}

function watchOrder(): Watch<Shown> {
  const at: Evidence[] = [];
  let count = 0;
  let by = 0;
  return {
    see({ transactions }, { thresholds }) {
      for (const transaction of transactions) {
        const { request, responses } = transaction;
        if (request === undefined || responses.length === 0 || responses[0].message.time >= request.time) continue;
        const early = earlyBy(transaction, thresholds.clockContradiction);
        if (early <= thresholds.clockContradiction) continue;
        count++;
        by = Math.max(by, early);
        if (at.length < EVIDENCE) at.push(evidenceOf(responses[0].message));
      }
    },
    *hits() {
      if (count < LEAST) return;
      yield { at, args: { kind: 'response-first', count, by, path: '' }, severity: 'info', confidence: 'likely' };
    },
  };
}

/** Capture rule C8: the times of the capture contradict each other. */
export const captureClock = defineRule<'capture', Shown>({
  id: 'capture-clock',
  severity: 'warning',
  scope: 'capture',
  title: 'Times that contradict each other',
  spec: [],
  example: { kind: 'set-back', count: 1, by: 3_600_000, path: 'trunk.pcap' },
  why: () => 'Delays and timeouts across that point are not what they seem, and neither is the order of messages.',
  fix: ({ kind }) =>
    kind === 'set-back'
      ? [
          'If several captures were joined, join them by time (mergecap without -a).',
          'Let the capturing host keep its clock by NTP with slewing, so that it is never set back.',
        ]
      : [
          'Capture on one host, or keep the clocks of the capturing hosts together (NTP, PTP) before their files are merged.',
          'Or shift one of the files by the difference (editcap -t) and merge them again.',
        ],
  message: ({ kind, count, by, path }) =>
    kind === 'set-back'
      ? `In ${path} the time falls back ${count === 1 ? 'once' : `${count} times`}, by up to ${duration(by)}.`
      : `${count} requests have times up to ${duration(by)} after those of their own responses: the parts of this capture come from clocks that differ.`,
  *check({ setBacks }, { thresholds }) {
    for (const { path, count, by, at } of setBacks) {
      if (by / 1000 < thresholds.clockSetBack) continue;
      const shown = path.length > PATH_LENGTH ? `…${path.slice(-PATH_LENGTH)}` : path;
      yield {
        at: [at],
        args: { kind: 'set-back', count, by: by / 1000, path: shown },
        confidence: 'certain',
      };
    }
  },
  watch: watchOrder,
});
