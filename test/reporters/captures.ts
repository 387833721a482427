/** Reports of the fixtures' captures, for what is made of reports. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnalysis } from '../../src/analyze.ts';
import type { Report } from '../../src/report.ts';

const root = join(import.meta.dirname, '../../fixtures/captures');

/** Several captures as one report, all messages kept. */
export function reportOf(...names: readonly string[]): Report {
  const analysis = createAnalysis({ messages: 'all' });
  for (const name of names) {
    const sink = analysis.input(`${name}.pcap`);
    sink.write(readFileSync(join(root, `${name}.pcap`)));
    sink.end();
  }
  return analysis.report();
}
