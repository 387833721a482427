/** What tells two status codes apart, field by field: data for any language to make sentences of. */
import { findStatus, type Maker, type Status, statusClass } from '../catalogue/statuses.ts';

export type Difference =
  | { readonly field: 'finality'; readonly a: boolean; readonly b: boolean }
  | { readonly field: 'class'; readonly a: number; readonly b: number }
  | { readonly field: 'scope'; readonly a: Status['scope']; readonly b: Status['scope'] }
  | { readonly field: 'makers'; readonly a: readonly Maker[]; readonly b: readonly Maker[] }
  | { readonly field: 'retry'; readonly a: Status['retry']; readonly b: Status['retry'] }
  | { readonly field: 'header'; readonly a: string; readonly b: string }
  | { readonly field: 'forking'; readonly a: boolean; readonly b: boolean }
  | { readonly field: 'dialog'; readonly a: Status['dialogEffect']; readonly b: Status['dialogEffect'] }
  | { readonly field: 'cause'; readonly a: number | undefined; readonly b: number | undefined };

/** In the order in which an analyst asks. Only fields in which the two differ. */
export function compareStatuses(codeA: number, codeB: number): readonly Difference[] {
  const a = findStatus(codeA);
  const b = findStatus(codeB);
  const classA = statusClass(codeA) ?? 0;
  const classB = statusClass(codeB) ?? 0;
  const differences: Difference[] = [];
  if (codeA >= 200 !== codeB >= 200) differences.push({ field: 'finality', a: codeA >= 200, b: codeB >= 200 });
  if (classA !== classB) differences.push({ field: 'class', a: classA, b: classB });
  if (a === undefined || b === undefined) return differences;
  if (a.scope !== b.scope) differences.push({ field: 'scope', a: a.scope, b: b.scope });
  if (a.madeBy.join() !== b.madeBy.join()) differences.push({ field: 'makers', a: a.madeBy, b: b.madeBy });
  const [headerA, headerB] = [a.retryHeader, b.retryHeader];
  if (headerA !== undefined && headerB !== undefined && headerA !== headerB) {
    differences.push({ field: 'header', a: headerA, b: headerB });
  }
  if (a.endsForking !== b.endsForking) differences.push({ field: 'forking', a: a.endsForking, b: b.endsForking });
  // What comes after a failure: of no interest where one of them is none.
  if (codeA < 300 || codeB < 300) return differences;
  if (a.retry !== b.retry) differences.push({ field: 'retry', a: a.retry, b: b.retry });
  if (a.dialogEffect !== b.dialogEffect) differences.push({ field: 'dialog', a: a.dialogEffect, b: b.dialogEffect });
  if (a.causeOut !== b.causeOut) differences.push({ field: 'cause', a: a.causeOut, b: b.causeOut });
  return differences;
}
