/** Where the viewer has its report from: all at once, or its details when they are asked for. */
import { type Details, type Kind, type Overview, overviewOf } from '../packed/form.ts';
import type { Report } from '../report.ts';

export interface Source {
  readonly overview: Overview;
  /** A detail by its index in the report's list of that kind; rejects where the page is damaged. */
  get<K extends Kind>(kind: K, index: number): Promise<Details[K]>;
}

/** A report that is in memory. */
export function sourceOf(report: Report): Source {
  return {
    overview: overviewOf(report),
    get: async <K extends Kind>(kind: K, index: number) => (report[kind] as readonly Details[K][])[index],
  };
}
