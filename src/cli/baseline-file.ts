/** `--baseline FILE` and `--write-baseline`. */
import { readFileSync, statSync } from 'node:fs';
import { BASELINE_SCHEMA, type Baseline, baselineOf } from '../gate/baseline.ts';
import type { Report } from '../report.ts';
import { rules } from '../rules/index.ts';
import { isSystemError, shown, systemWords } from './complain.ts';
import { UsageError } from './exit.ts';
import { oneOf } from './one-of.ts';
import type { Output } from './output.ts';
import { say } from './speech.ts';

/** Ten thousand findings a rule and severity, at some 120 bytes each. */
const SIZE_LIMIT = 256 << 20;

const empty: Baseline = { schema: BASELINE_SCHEMA, findings: [] };

/** Without the file there is nothing that is known, which only who writes it can mean. */
export function readBaseline(path: string, writes: boolean): Baseline {
  let content: unknown;
  try {
    if (statSync(path).size > SIZE_LIMIT) throw new Error(say().tooLarge);
    const text = readFileSync(path, 'utf8');
    // An output that is opened before the work begins is empty until there is something to write.
    if (writes && text === '') return empty;
    content = JSON.parse(text);
  } catch (error) {
    const missing = isSystemError(error) && error.code === 'ENOENT';
    if (missing && writes) return empty;
    const hint = missing ? say().writeBaselineMakesIt : '';
    throw new UsageError(say().cannotBeRead('baseline', path, reasonOf(error)) + hint);
  }
  return check(path, content);
}

function reasonOf(error: unknown): string {
  return error instanceof SyntaxError ? say().noJson(shown(error.message)) : systemWords(error);
}

function check(path: string, content: unknown): Baseline {
  const { schema, findings } = (content ?? {}) as Partial<Record<keyof Baseline, unknown>>;
  if (schema !== BASELINE_SCHEMA || !Array.isArray(findings)) {
    throw new UsageError(say().noBaseline(path, BASELINE_SCHEMA));
  }
  const ids = rules.map(({ id }) => id);
  for (const [index, one] of findings.entries()) {
    const { fingerprint, rule } = (one ?? {}) as Record<string, unknown>;
    if (typeof fingerprint !== 'string' || !/^[\da-f]{16}$/.test(fingerprint)) {
      throw new UsageError(say().noFingerprint(path, index));
    }
    oneOf(rule, ids, 'rule', '', say().inBaseline(path, index));
  }
  return content as Baseline;
}

/** A line a finding, so that a change of the file reads like one of the network. */
function* write({ schema, findings }: Baseline): Iterable<string> {
  yield `{\n  "schema": ${JSON.stringify(schema)},\n  "findings": [`;
  for (const [index, one] of findings.entries()) yield `${index === 0 ? '\n' : ',\n'}    ${JSON.stringify(one)}`;
  yield `${findings.length === 0 ? '' : '\n  '}]\n}\n`;
}

/** `report` as the rules made it, suppressed findings marked; `before` is what the file said. */
export async function writeBaseline(output: Output, report: Report, before: Baseline): Promise<WrittenBaseline> {
  const baseline = baselineOf(report);
  await output.write(write(baseline));
  const known = new Set(before.findings.map(({ fingerprint }) => fingerprint));
  const kept = baseline.findings.filter(({ fingerprint }) => known.has(fingerprint)).length;
  return { baseline, added: baseline.findings.length - kept, gone: known.size - kept };
}

interface WrittenBaseline {
  readonly baseline: Baseline;
  readonly added: number;
  readonly gone: number;
}
