import type { Fault } from './faults.ts';

/** Expectations that cannot be understood; `faults` says where and why. */
export class ExpectationsError extends Error {
  readonly faults: readonly Fault[];

  constructor(message: string, faults: readonly Fault[]) {
    super(message);
    this.name = 'ExpectationsError';
    this.faults = faults;
  }
}
