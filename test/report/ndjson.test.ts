/** NDJSON: every line of every fixture validates, the lines together say what the report says, and calls come as they end. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../src/analyze.ts';
import type { Report } from '../../src/report.ts';
import { ndjson } from '../../src/reporters/ndjson.ts';
import type { StreamRecord } from '../../src/stream.ts';

const root = join(import.meta.dirname, '../..');
const path = join(root, 'schema/ndjson.schema.json');
const files = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(pcap|pcapng|log|sip)$/.test(name))
  .sort();

// ── The schema ───────────────────────────────────────────────────────────────────────────────────────────────────

interface Form {
  readonly title: string;
  readonly description: string;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, object>>;
}

/** What the report says of a kind of thing, in a line of its own: without what only a report can say. */
function lineOf(form: Form, type: string, without: readonly string[], instead: Readonly<Record<string, object>>) {
  const kept = Object.entries(form.properties).filter(([name]) => !without.includes(name) && !(name in instead));
  const required = [
    ...form.required.filter((name) => !without.includes(name) && !(name in instead)),
    ...Object.keys(instead),
  ];
  const properties: Record<string, object> = {
    type: { description: 'Kind of the line.', const: type },
    ...Object.fromEntries(kept),
    ...instead,
  };
  const { title, description } = form;
  return {
    title,
    description,
    type: 'object',
    additionalProperties: false,
    required: ['type', ...required],
    properties,
  };
}

/** Made of schema/report.schema.json, so that the two cannot drift apart. */
function schemaOf(report: { readonly $defs: Readonly<Record<string, Form>> }) {
  const defs = report.$defs;
  const callIds = { description: 'Call-IDs of the call or request.', type: 'array', items: { type: 'string' } };
  const fingerprint = { type: 'string', pattern: '^[0-9a-f]{16}$' };
  const finding = lineOf(defs.ReportFinding, 'finding', ['subject', 'absorbedBy'], { callIds });
  const absorbedBy = { description: 'Fingerprint of the finding that explains this one.', ...fingerprint };
  finding.properties = { ...finding.properties, absorbedBy };
  const { type: _, callIds: ___, ...inner } = finding.properties as Record<string, object>;
  const findings = { description: 'What the rules found.', type: 'array', items: { $ref: '#/$defs/StreamFinding' } };
  const ended = (form: Form, type: string) => lineOf(form, type, ['id', 'legs', 'points'], { findings });
  const { type: ____, ...ofStream } = lineOf(defs.ReportStream, '', ['id', 'call'], {}).properties as Record<
    string,
    object
  >;
  const stream = {
    ...defs.ReportStream,
    required: defs.ReportStream.required.filter((name) => name !== 'id' && name !== 'call'),
    properties: ofStream,
  };
  const streams = { description: 'RTP of the call.', type: 'array', items: { $ref: '#/$defs/CallStream' } };
  const { call: __, ...leg } = defs.ReportLeg.properties;
  const legs = {
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['callIds', ...defs.ReportLeg.required.filter((name) => name !== 'call')],
      properties: { callIds, ...leg },
    },
  };
  const alone = (title: string, description: string): Form => ({ title, description, required: [], properties: {} });
  const lines = {
    CallLine: lineOf(defs.ReportCall, 'call', ['id', 'legs', 'points'], { streams, findings }),
    SubscriptionLine: ended(defs.ReportSubscription, 'subscription'),
    TransactionLine: ended(defs.ReportTransaction, 'transaction'),
    RegistrationLine: ended(defs.ReportRegistration, 'registration'),
    FindingLine: finding,
    LegsLine: lineOf(alone('Legs', 'The other legs of a call.'), 'legs', [], { callIds, legs }),
    CorrectionLine: lineOf(
      alone('Correction', 'What the end of the input says of a finding that was told before.'),
      'correction',
      [],
      {
        rule: { description: 'Id of the rule.', type: 'string' },
        fingerprint: { description: 'The finding.', ...fingerprint },
        what: {
          description: 'explained: another finding does. severity: it is worse than told, for what it explains.',
          enum: ['explained', 'severity'],
        },
        severity: { description: 'How bad it is.', $ref: '#/$defs/Severity' },
      },
    ),
    UndeterminedLine: lineOf(defs.Undetermined, 'undetermined', ['subject'], { callIds }),
    InputLine: lineOf(defs.ReportInput, 'input', [], {}),
    SummaryLine: lineOf(defs.Summary, 'summary', [], {
      schema: { description: 'Version of this form.', const: 'sipsleuth/ndjson@1' },
      language: { description: 'Language of the texts (BCP 47).', type: 'string' },
    }),
  };
  lines.CorrectionLine.properties = { ...lines.CorrectionLine.properties, absorbedBy };
  const required = finding.required.filter((name) => name !== 'type' && name !== 'callIds');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://sipsleuth.example/ndjson@1',
    title: 'A line of the NDJSON report of sipsleuth',
    description:
      'Calls, subscriptions and other requests as soon as they are over, then what is known at the end only, the summary last.',
    oneOf: Object.keys(lines).map((name) => ({ $ref: `#/$defs/${name}` })),
    $defs: { ...defs, CallStream: stream, StreamFinding: { ...finding, required, properties: inner }, ...lines },
  };
}

const made = schemaOf(JSON.parse(readFileSync(join(root, 'schema/report.schema.json'), 'utf8')));

describe('schema/ndjson.schema.json', () => {
  it('is what the schema of the report makes it', () => {
    const text = `${JSON.stringify(made, null, 2)}\n`;
    if (env.UPDATE_GOLDENS === '1') writeFileSync(path, text);
    expect(readFileSync(path, 'utf8'), 'UPDATE_GOLDENS=1 renews it').toBe(text);
  });
});

// ── Lines ────────────────────────────────────────────────────────────────────────────────────────────────────────

interface Stream {
  readonly lines: readonly StreamRecord[];
  readonly report: Report;
  /** Lines that were there before the last byte was read. */
  readonly early: number;
}

/** `last`: bytes that are held back at first. */
function stream(file: string, bytes: Uint8Array = readFileSync(join(root, 'fixtures', file)), last = 0): Stream {
  const writer = ndjson.open();
  let text = '';
  const analysis = createAnalysis({
    onRecord: (record) => {
      text += writer.write(record);
    },
  });
  const sink = analysis.input(file);
  sink.write(bytes.subarray(0, bytes.length - last));
  const early = text.split('\n').length - 1;
  sink.write(bytes.subarray(bytes.length - last));
  sink.end();
  const report = analysis.report();
  for (const line of writer.end(report)) text += line;
  expect(text.endsWith('\n')).toBe(true);
  return {
    lines: text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
    report,
    early,
  };
}

const validate = new Ajv2020({ discriminator: false, allowUnionTypes: true }).compile(made);

describe('the lines', () => {
  it.each(files)('of %s are valid, and say what the report says', (file) => {
    const { lines, report } = stream(file);
    for (const line of lines) {
      expect(validate(line), `${line.type}: ${JSON.stringify(validate.errors?.slice(0, 3))}`).toBe(true);
    }
    const of = <T extends StreamRecord['type']>(type: T) =>
      lines.filter((line): line is Extract<StreamRecord, { type: T }> => line.type === type);
    const ids = (calls: readonly { readonly callIds: readonly string[] }[]) =>
      calls.map((one) => one.callIds[0]).sort();
    expect(ids(of('call'))).toEqual(ids(report.calls));
    expect(of('registration')).toHaveLength(report.registrations.length);
    expect(of('subscription')).toHaveLength(report.subscriptions.length);
    expect(of('transaction')).toHaveLength(report.transactions.length);
    expect(of('legs')).toHaveLength(report.calls.filter(({ legs }) => legs.length > 0).length);
    expect(of('undetermined')).toHaveLength(report.undetermined.length);
    const { type: _, schema: __, language: ___, ...summary } = of('summary')[0];
    expect(lines[lines.length - 1].type).toBe('summary');
    expect(summary).toEqual(report.summary);

    // What was told, corrected by what came last, is what the report holds.
    const told = new Map<string, { severity: string; absorbedBy: string | undefined }>();
    const subjects = [...of('call'), ...of('registration'), ...of('subscription'), ...of('transaction')];
    for (const { fingerprint, severity, absorbedBy } of [
      ...subjects.flatMap(({ findings }) => findings),
      ...of('finding'),
    ]) {
      expect(told.has(fingerprint)).toBe(false);
      told.set(fingerprint, { severity, absorbedBy });
    }
    for (const { fingerprint, severity, absorbedBy } of of('correction')) {
      expect(told.get(fingerprint)).toBeDefined();
      told.set(fingerprint, { severity, absorbedBy: absorbedBy ?? told.get(fingerprint)?.absorbedBy });
    }
    const { findings } = report;
    const held = findings.map(({ fingerprint, severity, absorbedBy }): [string, object] => [
      fingerprint,
      { severity, absorbedBy: absorbedBy === undefined ? undefined : findings[absorbedBy].fingerprint },
    ]);
    expect([...told].sort()).toEqual(held.sort());
  });

  it('of a call come when it is over, not when the input is', () => {
    const text = readFileSync(join(root, 'fixtures/rules/dialog/ack-missing-for-2xx/good-one-ack-lost.sip'), 'utf8');
    const later = text.replace(/T10:/g, 'T11:').replace(/^(call-id|i)(\s*:\s*)/gim, '$1$2later-');
    const { lines, early } = stream('calls.sip', new TextEncoder().encode(`${text}\n${later}`), 1);
    expect(lines.length).toBeGreaterThan(early);
    expect(early).toBeGreaterThan(0);
  });
});
