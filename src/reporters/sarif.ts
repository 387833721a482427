/** SARIF 2.1.0 (OASIS), as code scanning reads it: one result a finding; what the trace cannot decide is an open result. */
import type { Locale } from '../locales/locale.ts';
import type { Severity } from '../model.ts';
import {
  type Accepted,
  isNews,
  type MessageRef,
  type Report,
  type ReportFinding,
  type Subject,
  type Undetermined,
} from '../report.ts';
import type { Reporter } from './reporter.ts';
import { safe, toJson } from './safe.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** A path as a URI reference (RFC 3986); absolute paths as `file:`. */
function uriOf(path: string): string {
  const parts = path
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replaceAll('\\', '/')
    .split('/');
  const uri = parts.map(encodeURIComponent).join('/');
  return uri.startsWith('/') ? `file://${uri}` : uri;
}

function nameOf({ kind, id }: Subject): string {
  return kind === 'capture' ? kind : `${kind} ${id + 1}`;
}

function locationOf(at: MessageRef, id: number, subject: Subject, { inputs }: Report) {
  const input = inputs[at.input];
  const isLog = input?.kind === 'log';
  const where = isLog ? '' : `Frame ${at.frame}, `;
  return {
    id,
    physicalLocation: {
      artifactLocation: { uri: uriOf(input?.path ?? ''), index: at.input },
      // Frames are no lines, and a capture has no others.
      ...(isLog ? { region: { startLine: at.frame } } : {}),
    },
    logicalLocations: [{ name: nameOf(subject), fullyQualifiedName: `${nameOf(subject)}/message ${at.message + 1}` }],
    message: { text: safe(`${where}${at.time}, ${at.source} > ${at.destination}: ${at.startLine}`) },
  };
}

function suppressionOf(accepted: Accepted, { terminal }: Locale) {
  return { kind: 'external', status: 'accepted', justification: safe(terminal.acceptance(accepted)) };
}

function resultOf(finding: ReportFinding, index: number, ruleIndex: number, report: Report, locale: Locale) {
  const [first, ...rest] = finding.at.map((at, id) => locationOf(at, id, finding.subject, report));
  return {
    ruleId: finding.rule,
    ruleIndex,
    kind: 'fail',
    // What another finding explains must not fail a gate a second time; and not all readers know suppressions.
    level: isNews(finding) ? levels[finding.severity] : 'note',
    message: { text: safe([finding.message, ...finding.fix].join(' ')) },
    locations: first === undefined ? [] : [first],
    ...(rest.length === 0 ? {} : { relatedLocations: rest }),
    ...(finding.accepted === undefined ? {} : { suppressions: [suppressionOf(finding.accepted, locale)] }),
    occurrenceCount: finding.count,
    partialFingerprints: { 'sipsleuth/v1': finding.fingerprint },
    properties: {
      finding: index,
      confidence: finding.confidence,
      subject: nameOf(finding.subject),
      ...(finding.limits === '' ? {} : { limits: finding.limits }),
      ...(finding.device === undefined ? {} : { device: finding.device.address }),
      ...(finding.absorbedBy === undefined ? {} : { absorbedBy: finding.absorbedBy }),
    },
  };
}

function openOf({ rule, guard, subject, text }: Undetermined, ruleIndex: number) {
  return {
    ruleId: rule,
    ruleIndex,
    kind: 'open',
    level: 'none',
    message: { text: safe(text) },
    locations: [{ logicalLocations: [{ name: nameOf(subject) }] }],
    properties: { guard, subject: nameOf(subject) },
  };
}

/** A rule's help is that of its first finding: with the numbers of a case that is there to be looked at. */
function ruleOf(id: string, { findings, rules }: Report) {
  const first = findings.find(({ rule }) => rule === id);
  const title = first?.title ?? rules[id]?.title ?? id;
  const severity = rules[id]?.severity ?? 'off';
  return {
    id,
    shortDescription: { text: title },
    ...(first === undefined
      ? {}
      : {
          fullDescription: { text: safe(first.why) },
          help: {
            text: safe([first.why, ...first.fix, first.refs.join(', ')].filter((text) => text !== '').join(' ')),
          },
          properties: { tags: ['sip', ...first.refs] },
        }),
    defaultConfiguration: { enabled: severity !== 'off', level: severity === 'off' ? 'none' : levels[severity] },
  };
}

export const sarif: Reporter = {
  id: 'sarif',
  title: 'SARIF 2.1.0, for code scanning',
  *write(report, { locale }) {
    const ids = [...new Set([...report.findings, ...report.undetermined].map(({ rule }) => rule))].sort();
    const indices = new Map(ids.map((id, index) => [id, index]));
    const results = [
      ...report.findings.map((finding, index) =>
        resultOf(finding, index, indices.get(finding.rule) ?? -1, report, locale),
      ),
      ...report.undetermined.map((one) => openOf(one, indices.get(one.rule) ?? -1)),
    ];
    const head = {
      tool: { driver: { name: 'sipsleuth', rules: ids.map((id) => ruleOf(id, report)) } },
      language: report.language,
      columnKind: 'utf16CodeUnits',
      artifacts: report.inputs.map(({ path, bytes }) => ({ location: { uri: uriOf(path) }, length: bytes })),
    };
    yield '{\n"$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n"version": "2.1.0",\n"runs": [\n';
    yield `${toJson(head).slice(0, -1)},\n"results": [`;
    for (let at = 0; at < results.length; at++) yield `${at === 0 ? '\n' : ',\n'}${toJson(results[at])}`;
    yield '\n]}\n]\n}\n';
  },
};
