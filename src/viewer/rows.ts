/** Which calls are listed, and in which order. */

import type { Severity } from '../model.ts';
import type { CallRow, Overview } from '../packed/form.ts';
import { isNews } from '../report.ts';

export interface Filter {
  readonly text: string;
  readonly outcomes: ReadonlySet<string>;
  readonly severities: ReadonlySet<string>;
  readonly rule: string;
}

/** A call made ready for being looked for. */
interface Indexed {
  readonly text: string;
  readonly outcome: string;
  readonly severities: ReadonlySet<Severity>;
  readonly rules: ReadonlySet<string>;
}

export interface Found {
  /** Indices into the overview's calls. */
  readonly calls: readonly number[];
  /** How many there would be with this choice and what else is chosen. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly severities: ReadonlyMap<string, number>;
  readonly rules: ReadonlyMap<string, number>;
}

const none: ReadonlySet<never> = new Set<never>();

function indexed(call: CallRow, { findings }: Overview): Indexed {
  const own = call.findings.map((index) => findings[index]);
  const rules = own.map(({ rule }) => rule);
  const words = [call.from, call.to, ...call.callIds, call.outcome, String(call.finalStatus), ...rules];
  return {
    text: words.join('\n').toLowerCase(),
    outcome: call.outcome,
    severities: own.length === 0 ? none : new Set(own.filter(isNews).map(({ severity }) => severity)),
    rules: own.length === 0 ? none : new Set(rules),
  };
}

export type SortKey = (call: CallRow) => string | number;

/** Calls that can be sorted and filtered at once, however many they are. */
export class CallIndex {
  readonly #overview: Overview;
  readonly #calls: readonly Indexed[];
  readonly #orders = new Map<string, Uint32Array>();

  constructor(overview: Overview) {
    this.#overview = overview;
    this.#calls = overview.calls.map((call) => indexed(call, overview));
  }

  /** Ascending; equal ones in the order of the report. */
  order(name: string, key: SortKey): Uint32Array {
    let order = this.#orders.get(name);
    if (order === undefined) {
      const values = this.#overview.calls.map(key);
      order = Uint32Array.from(values.keys()).sort((a, b) =>
        values[a] < values[b] ? -1 : values[a] > values[b] ? 1 : a - b,
      );
      this.#orders.set(name, order);
    }
    return order;
  }

  find({ text, outcomes, severities, rule }: Filter, order: Uint32Array, descending: boolean): Found {
    const words = text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const calls: number[] = [];
    const counts = {
      outcomes: new Map<string, number>(),
      severities: new Map<string, number>(),
      rules: new Map<string, number>(),
    };
    const count = (map: Map<string, number>, name: string) => map.set(name, (map.get(name) ?? 0) + 1);
    for (let i = 0; i < order.length; i++) {
      const index = descending ? order[order.length - 1 - i] : order[i];
      const call = this.#calls[index];
      if (!words.every((word) => call.text.includes(word))) continue;
      const byOutcome = outcomes.size === 0 || outcomes.has(call.outcome);
      const bySeverity = severities.size === 0 || [...call.severities].some((one) => severities.has(one));
      const byRule = rule === '' || call.rules.has(rule);
      if (bySeverity && byRule) count(counts.outcomes, call.outcome);
      if (byOutcome && byRule) for (const one of call.severities) count(counts.severities, one);
      if (byOutcome && bySeverity) for (const one of call.rules) count(counts.rules, one);
      if (byOutcome && bySeverity && byRule) calls.push(index);
    }
    return { calls, ...counts };
  }
}
