/** In which order the findings of one subject stand, and by which numbers they are called. */
import type { Severity } from '../model.ts';
import { isNews, type ReportFinding } from '../report.ts';

/** What a finding is sorted by. */
export type Ranked = Pick<ReportFinding, 'severity' | 'absorbedBy' | 'accepted'>;

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The worst first; what another finding explains stands behind that one, and what is accepted comes last. */
export function sorted(indices: readonly number[], findings: readonly Ranked[]): readonly number[] {
  const roots = indices.filter((index) => isNews(findings[index]));
  roots.sort((a, b) => ranks[findings[a].severity] - ranks[findings[b].severity] || a - b);
  const ordered = roots.flatMap((root) => [root, ...indices.filter((index) => findings[index].absorbedBy === root)]);
  return [...ordered, ...indices.filter((index) => !ordered.includes(index))];
}

/** The finding to judge by; what is accepted is none. */
export function worstOf<T extends Ranked>(indices: readonly number[], findings: readonly T[]): T | undefined {
  return sorted(indices, findings)
    .map((index) => findings[index])
    .find(({ accepted }) => accepted === undefined);
}

/** Numbers of the findings of one call, from 1, in the order in which they are shown; explained ones have none. */
export function numbered(indices: readonly number[], findings: readonly Ranked[]): ReadonlyMap<number, number> {
  const roots = sorted(indices, findings).filter((index) => isNews(findings[index]));
  return new Map(roots.map((index, i) => [index, i + 1]));
}
