/** Two reports (all messages kept): which calls are the same attempt, and how each of them differs. */
import type { Report, ReportCall } from '../report.ts';
import { compareCalls, compareFindings } from './calls.ts';
import { type CallPair, DIFF_SCHEMA, type Diff, type Side } from './difference.ts';

/** Differences told of one call. */
const LIMIT = 200;

/** A number or name without its domain and port: a lab and the network call the same user by other hosts. */
function userOf(name: string): string {
  return name.split('@', 1)[0];
}

type Pair = readonly [a: ReportCall | undefined, b: ReportCall | undefined];

/** Pairs those with the same key, in the order in which they come; what is left over stays in `restA` and `restB`. */
function pairBy(restA: ReportCall[], restB: ReportCall[], keyOf: (call: ReportCall) => string): Pair[] {
  const waiting = new Map<string, ReportCall[]>();
  for (const call of restB) {
    const key = keyOf(call);
    const known = waiting.get(key);
    if (known === undefined) waiting.set(key, [call]);
    else known.push(call);
  }
  for (const queue of waiting.values()) queue.reverse();
  const taken = new Set<ReportCall>();
  const pairs: Pair[] = [];
  for (const call of restA) {
    const other = waiting.get(keyOf(call))?.pop();
    if (other === undefined) continue;
    pairs.push([call, other]);
    taken.add(call).add(other);
  }
  for (const rest of [restA, restB]) {
    const left = rest.filter((call) => !taken.has(call));
    rest.length = 0;
    for (const call of left) rest.push(call);
  }
  return pairs;
}

function pairsOf(a: Report, b: Report): Pair[] {
  // Who asks about one call on each side means these two.
  if (a.calls.length === 1 && b.calls.length === 1) return [[a.calls[0], b.calls[0]]];
  const [restA, restB] = [[...a.calls], [...b.calls]];
  const pairs = [
    ...pairBy(restA, restB, ({ callIds }) => callIds[0]),
    ...pairBy(restA, restB, ({ from, to }) => `${from}\n${to}`),
    ...pairBy(restA, restB, ({ from, to }) => `${userOf(from)}\n${userOf(to)}`),
    ...restA.map((call): Pair => [call, undefined]),
  ];
  pairs.sort(([one], [other]) => (one?.id ?? 0) - (other?.id ?? 0));
  return [...pairs, ...restB.map((call): Pair => [undefined, call])];
}

function compare([one, other]: Pair, a: Report, b: Report): CallPair {
  const { from, to } = one ?? other ?? { from: '', to: '' };
  const ids = { a: one?.id ?? null, b: other?.id ?? null, from, to };
  if (one === undefined || other === undefined) return { ...ids, differences: [], omitted: 0 };
  const found = [
    ...compareCalls(one, other),
    ...compareFindings(
      one.findings.map((index) => a.findings[index]),
      other.findings.map((index) => b.findings[index]),
    ),
  ];
  return { ...ids, differences: found.slice(0, LIMIT), omitted: Math.max(0, found.length - LIMIT) };
}

function sideOf({ inputs, summary }: Report): Side {
  return { paths: inputs.map(({ path }) => path), calls: summary.calls, messages: summary.messages };
}

/** Both with the messages of all calls, which tell most. */
export function diffReports(a: Report, b: Report): Diff {
  const pairs = pairsOf(a, b).map((pair) => compare(pair, a, b));
  const calls = pairs.filter((pair) => pair.a === null || pair.b === null || pair.differences.length > 0);
  const outside = ({ findings }: Report) => findings.filter(({ subject }) => subject.kind !== 'call');
  const findings = compareFindings(outside(a), outside(b));
  const compared = pairs.filter((pair) => pair.a !== null && pair.b !== null).length;
  const onlyA = calls.filter((pair) => pair.b === null).length;
  const onlyB = calls.filter((pair) => pair.a === null).length;
  return {
    schema: DIFF_SCHEMA,
    language: a.language,
    a: sideOf(a),
    b: sideOf(b),
    equal: calls.length === 0 && findings.length === 0,
    summary: { compared, different: calls.length - onlyA - onlyB, onlyA, onlyB },
    calls,
    findings,
  };
}
