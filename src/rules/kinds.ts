/** Which rules a transaction or a call can concern at all, asked once for each kind and combination of kinds that comes. */
import type { Transaction } from '../model.ts';
import type { Rule, TransactionEnd } from './define.ts';

/** Transactions of one method that ended alike. */
export interface Kind {
  readonly method: string;
  readonly end: TransactionEnd;
  /** One bit in the set of the kinds of a call; all that are too many to count share one. */
  readonly bit: number;
  readonly transactionRules: readonly Rule<'transaction'>[];
}

/** Methods are what a trace makes of them, and a set of bits holds so many. */
const KIND_LIMIT = 30;
const ANY_OTHER = 1 << KIND_LIMIT;
/** Combinations of kinds whose rules are remembered. */
const COMBINATION_LIMIT = 4096;

export class Kinds {
  private readonly known: Kind[] = [];
  private readonly byEnd: Readonly<Record<TransactionEnd, Map<string, Kind>>> = {
    open: new Map(),
    success: new Map(),
    refused: new Map(),
  };
  private readonly callRules = new Map<number, readonly Rule<'call'>[]>();
  private readonly ofTransactions: readonly Rule<'transaction'>[];
  private readonly ofCalls: readonly Rule<'call'>[];

  constructor(ofTransactions: readonly Rule<'transaction'>[], ofCalls: readonly Rule<'call'>[]) {
    this.ofTransactions = ofTransactions;
    this.ofCalls = ofCalls;
  }

  of({ method, final }: Transaction): Kind {
    const end = final === undefined ? 'open' : final.status < 300 ? 'success' : 'refused';
    const known = this.byEnd[end].get(method);
    if (known !== undefined) return known;
    const isCounted = this.known.length < KIND_LIMIT;
    const kind: Kind = {
      method,
      end,
      bit: isCounted ? 1 << this.known.length : ANY_OTHER,
      transactionRules: this.ofTransactions.filter((rule) => rule.concerns?.(method, end) !== false),
    };
    if (isCounted) {
      this.known.push(kind);
      this.byEnd[end].set(method, kind);
    }
    return kind;
  }

  /** @param bits of the kinds of all transactions of the call */
  rulesForCall(bits: number): readonly Rule<'call'>[] {
    if ((bits & ANY_OTHER) !== 0) return this.ofCalls;
    let rules = this.callRules.get(bits);
    if (rules === undefined) {
      const kinds = this.known.filter(({ bit }) => (bits & bit) !== 0);
      rules = this.ofCalls.filter(
        ({ concerns }) => concerns === undefined || kinds.some(({ method, end }) => concerns(method, end)),
      );
      if (this.callRules.size < COMBINATION_LIMIT) this.callRules.set(bits, rules);
    }
    return rules;
  }
}
