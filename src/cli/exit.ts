/** Exit codes (documented in README) and the error that stands for wrong usage. */

import type { Severity } from '../model.ts';

export const exitCodes = {
  clean: 0,
  /** A finding at or above `--fail-on`. */
  findings: 1,
  usage: 2,
  /** Input unreadable, or no SIP in it. */
  unreadable: 3,
  /** Input only partly readable, and otherwise clean. */
  partial: 4,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

export type FailOn = Severity | 'never';
export const failLevels: readonly FailOn[] = ['error', 'warning', 'info', 'never'];

/** One sentence for stderr; exit code 2. */
export class UsageError extends Error {}
