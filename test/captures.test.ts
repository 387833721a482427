/**
 * Every fixtures/captures/<name>.pcap or .pcapng against the facts of <name>.expected.json, which a person wrote, and
 * against the golden terminal report <name>.report.txt. The secrets of TLS in it are in <name>.keylog, or in itself.
 * `UPDATE_GOLDENS=1` rewrites the goldens: read what it wrote.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../src/index.ts';
import { en } from '../src/locales/en/index.ts';
import { ciphers } from '../src/node/ciphers.ts';
import type { Report, ReportLeg } from '../src/report.ts';
import { terminal } from '../src/reporters/terminal/index.ts';

const folder = join(import.meta.dirname, '../fixtures/captures');
const captures = readdirSync(folder)
  .filter((name) => /\.pcap(ng)?$/.test(name))
  .sort();

interface Item {
  readonly [fact: string]: unknown;
  /** Ids of rules, those that another finding explains included. */
  readonly findings: readonly string[];
}

/** `<name>.expected.json`. An absent list means that there is none. */
interface Expected {
  /** What happens, in one sentence. */
  readonly title: string;
  readonly messages: number;
  /** How many of them tshark does not show: it knows no HEP, and puts no compressed fragments together. */
  readonly beyondTshark?: number;
  readonly calls?: readonly Item[];
  readonly registrations?: readonly Item[];
  readonly subscriptions?: readonly Item[];
  readonly transactions?: readonly Item[];
  readonly captureFindings?: readonly string[];
  /** Reasons why something could not be decoded, where the scenario brings that about. */
  readonly notDecoded?: readonly string[];
  readonly undetermined?: readonly string[];
}

/** What is compared of each kind. */
const facts = {
  calls: ['from', 'to', 'outcome', 'finalStatus', 'sequence', 'legs', 'findings'],
  registrations: ['aor', 'outcome', 'findings'],
  subscriptions: ['from', 'event', 'findings'],
  transactions: ['method', 'finalStatus', 'findings'],
} as const;

type Kind = keyof typeof facts;
const kinds = Object.keys(facts) as Kind[];

/** Order means nothing. */
function bag<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => [JSON.stringify(item), item] as const)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([, item]) => item);
}

function expectedOf(kind: Kind, items: readonly Item[]): readonly Item[] {
  return bag(
    items.map((item) => {
      const plain = {
        ...item,
        ...('finalStatus' in item && { finalStatus: item.finalStatus ?? 0 }),
        // Relations of the calls that this one went on with.
        ...(kind === 'calls' && { legs: item.legs ?? [] }),
      };
      const ordered = Object.fromEntries(Object.entries(plain).sort(([a], [b]) => order(kind, a) - order(kind, b)));
      return { ...ordered, findings: bag(item.findings) };
    }),
  );
}

function order(kind: Kind, fact: string): number {
  return (facts[kind] as readonly string[]).indexOf(fact);
}

function factOf(item: Readonly<Record<string, unknown>>, fact: string): unknown {
  if (fact !== 'legs') return item[fact];
  const onward = (item.legs as readonly ReportLeg[]).filter(({ direction }) => direction === 'onward');
  return onward.map(({ relation }) => relation);
}

function actualOf(kind: Kind, report: Report): readonly Item[] {
  const items: readonly { readonly findings: readonly number[] }[] = report[kind];
  return bag(
    items.map((item) => ({
      ...Object.fromEntries(facts[kind].map((fact) => [fact, factOf(item as Readonly<Record<string, unknown>>, fact)])),
      findings: bag(item.findings.map((index) => report.findings[index].rule)),
    })),
  );
}

describe.each(captures)('fixtures/captures/%s', (file) => {
  const name = file.replace(/\.pcap(ng)?$/, '');
  const expected: Expected = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8'));
  let report: Report;

  beforeAll(async () => {
    const keylog = join(folder, `${name}.keylog`);
    const keylogs = existsSync(keylog) ? [readFileSync(keylog, 'latin1')] : [];
    report = await analyze(readFileSync(join(folder, file)), { path: file, tls: { ciphers, keylogs } });
  });

  it('is read whole', () => {
    expect(report.inputs).toHaveLength(1);
    expect(report.inputs[0]).toMatchObject({ path: file, kind: 'capture', complete: true });
    expect(report.summary.messages).toBe(expected.messages);
    // What an observer of a clean network leaves over is no SIP.
    expect(report.inputs[0].notDecoded.map(({ reason }) => reason)).toEqual(expected.notDecoded ?? []);
  });

  const expectItems = (kind: Kind) => {
    expect(actualOf(kind, report)).toEqual(expectedOf(kind, expected[kind] ?? []));
  };
  const expectRest = () => {
    const own = report.findings.filter(({ subject }) => subject.kind === 'capture').map(({ rule }) => rule);
    expect(bag(own)).toEqual(bag(expected.captureFindings ?? []));
    expect(bag(report.undetermined.map(({ rule }) => rule))).toEqual(bag(expected.undetermined ?? []));
  };

  it.each(kinds)('gives the expected %s', expectItems);

  it('gives the expected findings of the capture, and no doubts but those expected', expectRest);

  it('is told as its golden report tells it', () => {
    const options = { locale: en, color: false, width: 80, limitCalls: 20, limitLines: 50, failOn: 'error' as const };
    const text = [...terminal.write(report, options)].join('');
    const path = join(folder, `${name}.report.txt`);
    if (env.UPDATE_GOLDENS === '1') {
      // What is false must not become golden.
      for (const kind of kinds) expectItems(kind);
      expectRest();
      writeFileSync(path, text);
    }
    expect(existsSync(path), `${name}.report.txt is missing: UPDATE_GOLDENS=1 writes it`).toBe(true);
    expect(text).toBe(readFileSync(path, 'utf8'));
    expect(text.split('\n').filter((line) => [...line].length > options.width)).toEqual([]);
  });
});

describe('fixtures/captures', () => {
  it('holds nothing else', () => {
    const known = captures.flatMap((file) => {
      const name = file.replace(/\.pcap(ng)?$/, '');
      return [file, `${name}.expected.json`, `${name}.report.txt`, `${name}.keylog`];
    });
    expect(readdirSync(folder).filter((name) => !known.includes(name))).toEqual([]);
  });
});
