/** schema/report.schema.json: every report validates against it, and it says the same as src/report.ts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/index.ts';
import type { Args, Confidence, Outcome, Severity, Transport } from '../../src/model.ts';
import {
  type Direction,
  type MediaDirection,
  REPORT_SCHEMA,
  type RegistrationOutcome,
  type Relation,
  type Role,
  type SubjectKind,
} from '../../src/report.ts';
import type { Guard, Scope } from '../../src/rules/define.ts';

const root = join(import.meta.dirname, '../..');

interface Node {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Node;
  readonly $defs?: Readonly<Record<string, Node>>;
}

const schema: Node = JSON.parse(readFileSync(join(root, 'schema/report.schema.json'), 'utf8'));
const definitions = schema.$defs ?? {};

// ── Reports validate ─────────────────────────────────────────────────────────────────────────────────────────────

const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

function filesUnder(folder: string, ending: RegExp): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}

const inputs = [
  ...filesUnder('fixtures/captures', /\.pcap$/),
  ...filesUnder('fixtures/logs', /\.log$/),
  ...filesUnder('fixtures/rules', /\.sip$/),
];

async function faultsOf(path: string, bytes: Uint8Array, messages: 'all' | 'none' | 'flagged'): Promise<string[]> {
  const report = await analyze(bytes, { path, messages });
  // What is undefined, NaN or infinite would be another thing, or nothing, in JSON.
  const plain: unknown = JSON.parse(JSON.stringify(report));
  expect(plain).toStrictEqual(report);
  if (validate(plain)) return [];
  return (validate.errors ?? []).map(
    (error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
  );
}

function refusal(status: string): string {
  const headers = [
    'Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1',
    'From: <sip:a@example.com>;tag=1',
    'Call-ID: 1',
    'CSeq: 1 INVITE',
    'To: <sip:b@example.com>',
  ].join('\r\n');
  return [
    '@ 2026-01-05T10:15:30.000000Z udp 192.0.2.1:5060 > 192.0.2.2:5060',
    `INVITE sip:b@example.com SIP/2.0\r\n${headers}\r\n\r\n`,
    '@ +1.200 udp 192.0.2.2:5060 > 192.0.2.1:5060',
    `SIP/2.0 ${status} ?\r\n${headers};tag=2\r\n\r\n`,
  ].join('\n');
}

describe('reports are as the schema says', () => {
  it.each(inputs)('%s', async (path) => {
    const bytes = readFileSync(join(root, path));
    for (const messages of ['flagged', 'all', 'none'] as const) {
      expect(await faultsOf(path, bytes, messages), messages).toEqual([]);
    }
  });

  it.each([
    ['nothing', ''],
    ['text without SIP', 'Nobody ever calls.\n'],
    ['bytes that are no text', '\x00\x01\x02\x03\x04\x05\x06\x07'],
    [
      'a capture that is cut in its first frame',
      readFileSync(join(root, inputs[0])).subarray(0, 30).toString('latin1'),
    ],
    ['a message without time and addresses', 'OPTIONS sip:a@example.com SIP/2.0\r\nCall-ID: 1\r\n\r\n'],
    ['a message with almost nothing', '\nSIP/2.0 999 ?\r\nCSeq: 1\r\n\r\nINVITE x SIP/2.0\r\nVia: x\r\n\r\n'],
    ...['700', '99', '2000', '4294967296', 'OK'].map((status) => [`a call refused with ${status}`, refusal(status)]),
  ])('%s', async (path, text) => {
    const bytes = new Uint8Array(Buffer.from(text, 'latin1'));
    expect(await faultsOf(path, bytes, 'all')).toEqual([]);
  });

  it('are refused when something is wrong with them', async () => {
    const path = 'fixtures/captures/busy-486.pcap';
    const report = await analyze(readFileSync(join(root, path)), { path });
    const [call] = report.calls;
    expect(validate(report)).toBe(true);
    expect(validate({ ...report, schema: 'sipsleuth/report@2' })).toBe(false);
    expect(validate({ ...report, more: 1 })).toBe(false);
    expect(validate({ ...report, calls: [{ ...call, outcome: 'engaged' }] })).toBe(false);
    expect(validate({ ...report, calls: [{ ...call, start: '2026-01-05' }] })).toBe(false);
    expect(validate({ ...report, calls: [{ ...call, id: undefined }] })).toBe(false);
    expect(validate({ ...report, summary: { ...report.summary, calls: -1 } })).toBe(false);
  });
});

// ── The schema and src/report.ts say the same ────────────────────────────────────────────────────────────────────

interface Field {
  readonly doc: string;
  readonly optional: boolean;
  readonly type: string;
}

interface Shape {
  readonly doc: string;
  readonly fields: Readonly<Record<string, Field>>;
}

const docPattern = String.raw`(?:/\*\*((?:(?!\*/)[\s\S])*)\*/\s*)?`;

function wordsOf(doc: string | undefined): string {
  return (doc ?? '')
    .replace(/^\s*\*/gm, '')
    .trim()
    .split(/\s+/)
    .join(' ');
}

function fieldsOf(body: string): Record<string, Field> {
  const fields: Record<string, Field> = {};
  for (const [, doc, name, optional, type] of body.matchAll(
    new RegExp(`${docPattern}readonly (\\w+)(\\??): (.+);`, 'g'),
  )) {
    fields[name] = { doc: wordsOf(doc), optional: optional === '?', type };
  }
  return fields;
}

/** The interfaces of src/report.ts, by their text: one property a line, as the formatter leaves them. */
function shapesOf(source: string): Record<string, Shape> {
  const shapes: Record<string, Shape> = {};
  const pattern = new RegExp(`${docPattern}export interface (\\w+)(?: extends (\\w+))? \\{\\n([\\s\\S]*?)\\n\\}`, 'g');
  for (const [, doc, name, base, body] of source.matchAll(pattern)) {
    const fields = fieldsOf(body);
    // Every line that declares something was understood.
    expect(Object.keys(fields), name).toHaveLength(
      body.split('\n').filter((line) => line.trim().startsWith('readonly ')).length,
    );
    shapes[name] = { doc: wordsOf(doc), fields: { ...(base === undefined ? {} : shapes[base].fields), ...fields } };
  }
  return shapes;
}

const shapes = shapesOf(readFileSync(join(root, 'src/report.ts'), 'utf8'));

function nodeOf(name: string): Node {
  return name === 'Report' ? schema : definitions[name];
}

/** A property's schema as TypeScript writes its type, as far as both can say the same. */
function typeOf(node: Node): string {
  if (node.$ref !== undefined) {
    const name = node.$ref.slice('#/$defs/'.length);
    // src/report.ts may not see the rules, hence leaves their words open.
    if (name === 'Scope' || name === 'Guard') return 'string';
    if (name in shapes || definitions[name].enum !== undefined || name === 'Args') return name;
    return typeOf(definitions[name]);
  }
  if (node.const !== undefined) return 'typeof REPORT_SCHEMA';
  if (node.enum !== undefined) return node.enum.map((word) => `'${word}'`).join(' | ');
  if (node.items !== undefined) return `readonly ${typeOf(node.items)}[]`;
  if (node.anyOf !== undefined && node.type === undefined) return node.anyOf.map(typeOf).join(' | ');
  if (node.properties !== undefined) return `{ ${Object.keys(node.properties).join(' ')} }`;
  if (typeof node.additionalProperties === 'object') return `Record<string, ${typeOf(node.additionalProperties)}>`;
  const types = Array.isArray(node.type) ? node.type : [node.type];
  return types.map((type) => (type === 'integer' ? 'number' : type)).join(' | ');
}

const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

/** The same of the type's text: names that stand for words are spelled out, inner objects reduced to their names. */
function sameType(type: string): string {
  const inner = [...type.matchAll(/readonly (\w+): /g)].map(([, name]) => name);
  if (type.startsWith('{')) return `{ ${inner.join(' ')} }`;
  const record = /^Readonly<(Partial<)?Record<(\w+), (\w+)>>?>$/.exec(type);
  if (record === null) return type.replace(/^Severity \| /, `${severities.map((word) => `'${word}'`).join(' | ')} | `);
  const [, , key, value] = record;
  if (key === 'string') return `Record<string, ${value}>`;
  return `{ ${(definitions[key].enum ?? []).join(' ')} }`;
}

describe('the schema says what src/report.ts says', () => {
  it('of the same interfaces', () => {
    expect(Object.keys(shapes).length).toBeGreaterThan(15);
    const described = Object.entries(definitions).filter(([, node]) => node.properties !== undefined);
    expect([...described.map(([name]) => name), 'Report'].sort()).toEqual(Object.keys(shapes).sort());
    expect(schema.properties?.schema.const).toBe(REPORT_SCHEMA);
  });

  it.each(Object.keys(shapes))('%s', (name) => {
    const { doc, fields } = shapes[name];
    const node = nodeOf(name);
    const properties = node.properties ?? {};
    expect(Object.keys(properties).sort()).toEqual(Object.keys(fields).sort());
    const required = Object.keys(fields).filter((field) => !fields[field].optional);
    expect([...(node.required ?? [])].sort()).toEqual(required.sort());
    if (doc !== '') expect(node.description).toBe(doc);
    for (const [field, { doc, type }] of Object.entries(fields)) {
      expect(typeOf(properties[field]), field).toBe(sameType(type));
      if (doc !== '') expect(properties[field].description, field).toBe(doc);
    }
  });

  it('with the same words', () => {
    const words = {
      Transport: ['udp', 'tcp', 'tls', 'sctp', 'ws', 'wss'] as const satisfies readonly Transport[],
      Severity: severities,
      Confidence: ['certain', 'likely', 'possible'] as const satisfies readonly Confidence[],
      Outcome: [
        'answered',
        'busy',
        'declined',
        'cancelled',
        'no-answer',
        'redirected',
        'rejected',
        'unauthorized',
        'failed',
        'unknown',
      ] as const satisfies readonly Outcome[],
      RegistrationOutcome: [
        'registered',
        'unregistered',
        'unauthorized',
        'rejected',
        'failed',
        'unknown',
      ] as const satisfies readonly RegistrationOutcome[],
      Role: [
        'caller',
        'proxy',
        'b2bua',
        'sbc',
        'registrar',
        'server',
        'gateway',
        'callee',
      ] as const satisfies readonly Role[],
      Relation: [
        'b2bua',
        'redirection',
        'transfer',
        'replacement',
        'authentication',
      ] as const satisfies readonly Relation[],
      Direction: ['onward', 'back'] as const satisfies readonly Direction[],
      MediaDirection: ['to-callee', 'to-caller', 'unknown'] as const satisfies readonly MediaDirection[],
      SubjectKind: [
        'call',
        'registration',
        'subscription',
        'transaction',
        'capture',
      ] as const satisfies readonly SubjectKind[],
      Scope: [
        'message',
        'transaction',
        'dialog',
        'call',
        'registration',
        'subscription',
        'capture',
      ] as const satisfies readonly Scope[],
      Guard: [
        'G-START',
        'G-END',
        'G-ONESIDED',
        'G-DUP',
        'G-HOP',
        'G-LOSS',
        'G-NAT',
        'G-FORK',
        'G-RETR',
        'G-TCP',
        'G-CLOCK',
        'G-LEG',
        'G-LOG',
        'G-MEDIA',
        'G-SNAP',
        'G-CRYPT',
      ] as const satisfies readonly Guard[],
    };
    // None is missing: the compiler refuses anything else than `true`.
    type Complete<All, Listed> = [Exclude<All, Listed>] extends [never] ? true : false;
    type Of<Name extends keyof typeof words> = (typeof words)[Name][number];
    const complete: [
      Complete<Transport, Of<'Transport'>>,
      Complete<Severity, Of<'Severity'>>,
      Complete<Confidence, Of<'Confidence'>>,
      Complete<Outcome, Of<'Outcome'>>,
      Complete<RegistrationOutcome, Of<'RegistrationOutcome'>>,
      Complete<Role, Of<'Role'>>,
      Complete<Relation, Of<'Relation'>>,
      Complete<Direction, Of<'Direction'>>,
      Complete<MediaDirection, Of<'MediaDirection'>>,
      Complete<SubjectKind, Of<'SubjectKind'>>,
      Complete<Scope, Of<'Scope'>>,
      Complete<Guard, Of<'Guard'>>,
      Complete<Args[string], string | number | boolean | readonly string[] | readonly Args[]>,
    ] = [true, true, true, true, true, true, true, true, true, true, true, true, true];
    expect(complete).toHaveLength(Object.keys(words).length + 1);
    const listed = Object.entries(definitions).filter(([, node]) => node.enum !== undefined);
    expect(Object.fromEntries(listed.map(([name, node]) => [name, node.enum]))).toEqual(words);
    expect(definitions.Args.additionalProperties).toEqual({
      anyOf: [
        { type: ['string', 'number', 'boolean'] },
        { type: 'array', items: { type: 'string' } },
        { type: 'array', items: { $ref: '#/$defs/Args' } },
      ],
    });
  });

  it('and is closed and described everywhere', () => {
    const faults: string[] = [];
    const visit = (node: Node, path: string, property: boolean) => {
      if (property && (!node.title || !node.description)) faults.push(`${path}: no title or description`);
      const open = node.additionalProperties;
      if (node.properties !== undefined && open !== false) faults.push(`${path}: open`);
      if (typeof open === 'object') visit(open, `${path}/*`, false);
      for (const [name, one] of Object.entries(node.properties ?? {})) visit(one, `${path}/${name}`, true);
      for (const one of node.anyOf ?? []) visit(one, path, false);
      if (node.items !== undefined) visit(node.items, `${path}[]`, false);
    };
    for (const [name, node] of Object.entries(definitions)) visit(node, name, true);
    visit(schema, 'Report', true);
    expect(faults).toEqual([]);
  });
});
