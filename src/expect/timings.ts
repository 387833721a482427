/** `timings`: delays of a call, and what a registrar granted. */
import type { ReportCall, ReportRegistration, Timings } from '../report.ts';
import type { Faults, Path } from './faults.ts';
import type { TimingName } from './language.ts';
import { checkOf, type Probe, seen } from './probe.ts';
import { durationRange, type Range, secondsRange, within } from './range.ts';

const fields: Readonly<Record<TimingName, keyof Timings>> = {
  trying: 'trying',
  'post-dial': 'postDial',
  ring: 'ring',
  setup: 'setup',
  final: 'final',
  duration: 'duration',
};

/** `152ms`, `3.204s`: in the units of the file. */
export function durationText(ms: number): string {
  return Math.abs(ms) < 1000 ? `${Number(ms.toFixed(3))}ms` : `${Number((ms / 1000).toFixed(3))}s`;
}

export function timingProbe(name: TimingName, written: string | number, path: Path, faults: Faults): Probe<ReportCall> {
  const range = durationRange(written, path, faults);
  const what = `timings.${name}`;
  return ({ timings }) => {
    if (range === undefined) return [];
    const ms = timings[fields[name]];
    // What was not seen was not in time either.
    if (ms === undefined) return [checkOf(what, 'timing-missing', { expected: range.text, name }, false)];
    return [seen(what, range.text, durationText(ms), within(range, ms))];
  };
}

export function expiresProbe(written: string | number, path: Path, faults: Faults): Probe<ReportRegistration> {
  const range = secondsRange(written, path, faults);
  return ({ expires }) => {
    if (range === undefined) return [];
    if (expires === null) return [checkOf('expires', 'expires-missing', { expected: range.text }, false)];
    return [seen('expires', range.text, expires, within(range, expires))];
  };
}

/** A number that the report has of each item. */
export function numberProbe<T extends Parameters<Probe>[0]>(
  what: string,
  range: Range | undefined,
  numberOf: (item: T) => number,
): Probe<T> {
  return (item) => (range === undefined ? [] : [seen(what, range.text, numberOf(item), within(range, numberOf(item)))]);
}
