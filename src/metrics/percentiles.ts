/** Medians and percentiles, never means (timing-and-metrics.md §1). */

import type { Percentiles } from '../report.ts';

/** Nearest rank. Null without values. Sorts its argument. */
export function percentiles(values: number[]): Percentiles | null {
  if (values.length === 0) return null;
  values.sort((a, b) => a - b);
  const rank = (share: number) => values[Math.max(0, Math.ceil(share * values.length) - 1)];
  return { n: values.length, median: rank(0.5), p95: rank(0.95), max: values[values.length - 1] };
}
