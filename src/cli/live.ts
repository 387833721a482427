/** Formats that are written while the input is read. */
import type { Acceptance } from '../gate/accepted.ts';
import type { Report } from '../report.ts';
import type { StreamReporter } from '../reporters/reporter.ts';
import type { EndedRecord } from '../stream.ts';
import { UsageError } from './exit.ts';
import type { Output } from './output.ts';
import { isNumber, names } from './select.ts';
import { say } from './speech.ts';

export interface Live {
  onRecord(record: EndedRecord): void;
  /** Writes what only the end tells. */
  end(report: Report): Promise<void>;
}

/** The record with what is accepted marked so. */
function gated(record: EndedRecord, accepts: Acceptance): EndedRecord {
  if (record.findings.length === 0) return record;
  const users = record.type === 'transaction' ? [] : [record.from, record.to];
  const callIds = record.type === 'call' ? record.callIds : record.type === 'transaction' ? [record.callId] : [];
  const known = new Map(record.findings.map((one) => [one.fingerprint, accepts(one, { users, callIds })]));
  const findings = record.findings.map((finding) => {
    // With what explains it.
    const accepted = known.get(finding.fingerprint) ?? known.get(finding.absorbedBy ?? '');
    return accepted === undefined ? finding : { ...finding, accepted };
  });
  return { ...record, findings };
}

/** Call by call there are no numbers yet. */
export function refuseNumbers(selectors: readonly string[], format: string): void {
  const number = selectors.find(isNumber);
  if (number === undefined) return;
  throw new UsageError(say().callsHaveNoNumbers(number, format));
}

export function startLive(
  targets: readonly { readonly reporter: StreamReporter; readonly output: Output }[],
  selectors: readonly string[],
  accepts: Acceptance,
): Live | undefined {
  if (targets.length === 0) return undefined;
  const open = targets.map(({ reporter, output }) => ({ writer: reporter.open(), stream: output.stream() }));
  const isSelected = (record: EndedRecord) =>
    selectors.length === 0 || (record.type === 'call' && selectors.some((selector) => names(record, selector)));
  return {
    onRecord(record) {
      if (!isSelected(record)) return;
      const known = gated(record, accepts);
      for (const { writer, stream } of open) stream.write(writer.write(known));
    },
    async end(report) {
      for (const { writer, stream } of open) {
        for (const text of writer.end(report)) stream.write(text);
        await stream.end();
      }
    },
  };
}
