/**
 * One JSON record a line, written while the input is read: what is over at once, and at the end what only the end tells
 * (schema/ndjson.schema.json).
 */
import type { Report, ReportFinding, Subject } from '../report.ts';
import { type EndedRecord, type FinalRecord, STREAM_SCHEMA, type StreamFinding } from '../stream.ts';
import type { StreamReporter, StreamWriter } from './reporter.ts';
import { toJson } from './safe.ts';

const line = (record: EndedRecord | FinalRecord) => `${toJson(record)}\n`;

/** Call-IDs by the number of a call: of selected calls, those that are there. */
type CallIds = ReadonlyMap<number, readonly string[]>;

function callIdsOf({ kind, id }: Subject, report: Report, calls: CallIds): readonly string[] {
  if (kind === 'call') return calls.get(id) ?? [];
  return kind === 'transaction' ? [report.transactions[id].callId] : [];
}

function streamed({ findings }: Report, indices: readonly number[]): StreamFinding[] {
  return indices.map((index) => {
    const { subject: _, absorbedBy, ...finding } = findings[index];
    return absorbedBy === undefined ? finding : { ...finding, absorbedBy: findings[absorbedBy].fingerprint };
  });
}

/** What was told of a finding. */
interface Told {
  readonly rule: string;
  readonly severity: ReportFinding['severity'];
  readonly absorbedBy: string | undefined;
}

function* corrections(told: ReadonlyMap<string, Told>, report: Report): Iterable<FinalRecord> {
  const known = new Map(report.findings.map((finding) => [finding.fingerprint, finding]));
  for (const [fingerprint, { rule, severity, absorbedBy }] of told) {
    const now = known.get(fingerprint);
    if (now === undefined) continue;
    const cause = now.absorbedBy === undefined ? undefined : report.findings[now.absorbedBy].fingerprint;
    if (cause !== undefined && cause !== absorbedBy) {
      yield { type: 'correction', rule, fingerprint, what: 'explained', severity: now.severity, absorbedBy: cause };
    } else if (now.severity !== severity) {
      yield { type: 'correction', rule, fingerprint, what: 'severity', severity: now.severity };
    }
  }
}

function* finals(told: ReadonlyMap<string, Told>, report: Report): Iterable<FinalRecord> {
  for (const { id: _, findings, ...registration } of report.registrations) {
    yield { type: 'registration', ...registration, findings: streamed(report, findings) };
  }
  const calls: CallIds = new Map(report.calls.map(({ id, callIds }) => [id, callIds]));
  for (const [index, { subject, fingerprint }] of report.findings.entries()) {
    if (subject.kind === 'registration' || told.has(fingerprint)) continue;
    yield { type: 'finding', callIds: callIdsOf(subject, report, calls), ...streamed(report, [index])[0] };
  }
  for (const { callIds, legs } of report.calls) {
    const others = legs.flatMap(({ call, ...leg }) => {
      const other = calls.get(call);
      return other === undefined ? [] : [{ callIds: other, ...leg }];
    });
    if (others.length > 0) yield { type: 'legs', callIds, legs: others };
  }
  yield* corrections(told, report);
  for (const { subject, ...doubt } of report.undetermined) {
    yield { type: 'undetermined', callIds: callIdsOf(subject, report, calls), ...doubt };
  }
  for (const input of report.inputs) yield { type: 'input', ...input };
  yield { type: 'summary', schema: STREAM_SCHEMA, language: report.language, ...report.summary };
}

function open(): StreamWriter {
  const told = new Map<string, Told>();
  return {
    write(record) {
      for (const { rule, fingerprint, severity, absorbedBy } of record.findings) {
        told.set(fingerprint, { rule, severity, absorbedBy });
      }
      return line(record);
    },
    *end(report) {
      for (const record of finals(told, report)) yield line(record);
    },
  };
}

export const ndjson: StreamReporter = {
  id: 'ndjson',
  title: 'One JSON record a line, written as calls end, by schema/ndjson.schema.json',
  open,
};
