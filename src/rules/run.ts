/** Shows a finished conversation to every rule of its scopes and gathers what they yield. */
import type { Args, Call, Confidence, Evidence, Exchange, Severity } from '../model.ts';
import type { CaptureView } from './capture-view.ts';
import type { Context, Conversation, Doubt, Guard, Hit, Rule, Scope, Subjects } from './define.ts';
import { Kinds } from './kinds.ts';
import { withLearnedTimers } from './timers.ts';

export interface Found {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly at: readonly Evidence[];
  readonly args: Args;
  readonly device: string | undefined;
  readonly needsAnswersOf: Hit<Args>['needsAnswersOf'];
  readonly registration: string | undefined;
  /** How often the same was found of the same conversation. */
  count: number;
}

export interface Undecided {
  readonly rule: Rule;
  readonly guard: Guard;
}

export interface Verdicts {
  readonly found: readonly Found[];
  readonly undecided: readonly Undecided[];
}

export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

export interface RuleRunner {
  call(call: Call, context: Context): Verdicts;
  exchange(exchange: Exchange, context: Context): Verdicts;
  capture(view: CaptureView, context: Context): Verdicts;
}

const nothing: Verdicts = { found: [], undecided: [] };

/** Different findings of one rule kept of one conversation; more are counted on the first. */
const KIND_LIMIT = 20;

class Gatherer {
  readonly found: Found[] = [];
  readonly undecided: Undecided[] = [];

  add(rule: Rule, hit: Hit<Args> | Doubt, override: Severity | undefined): void {
    if ('undetermined' in hit) {
      if (!this.undecided.some((one) => one.rule === rule)) this.undecided.push({ rule, guard: hit.undetermined });
      return;
    }
    const text = JSON.stringify(hit.args);
    const same = this.found.filter((one) => one.rule === rule);
    const known =
      same.find((one) => JSON.stringify(one.args) === text) ?? (same.length >= KIND_LIMIT ? same[0] : undefined);
    if (known !== undefined) {
      known.count++;
      return;
    }
    this.found.push({
      rule,
      severity: override ?? hit.severity ?? rule.severity,
      confidence: hit.confidence ?? 'likely',
      at: hit.at,
      args: hit.args,
      device: hit.device,
      needsAnswersOf: hit.needsAnswersOf,
      registration: hit.registration,
      count: 1,
    });
  }

  /** A rule that found something has decided: its doubts about the rest are not worth a line. */
  verdicts(): Verdicts {
    if (this.found.length === 0 && this.undecided.length === 0) return nothing;
    const undecided = this.undecided.filter(({ rule }) => !this.found.some((one) => one.rule === rule));
    return { found: this.found, undecided };
  }
}

export function createRuleRunner(rules: readonly Rule[], settings: RuleSettings): RuleRunner {
  const active = rules.filter((rule) => settings[rule.id] !== 'off');
  const ofScope = <S extends Scope>(scope: S) => active.filter((rule) => rule.scope === scope) as unknown as Rule<S>[];
  const byScope = {
    message: ofScope('message'),
    transaction: ofScope('transaction'),
    dialog: ofScope('dialog'),
    call: ofScope('call'),
    registration: ofScope('registration'),
    subscription: ofScope('subscription'),
    capture: ofScope('capture'),
  };

  const watches = active.flatMap((rule) => {
    const watch = rule.watch?.();
    return watch === undefined ? [] : [{ rule, watch }];
  });

  function check<S extends Scope>(
    rules: readonly Rule<S>[],
    subject: Subjects[S],
    context: Context,
    into: Gatherer,
  ): void {
    for (const rule of rules) {
      if (rule.check === undefined || (rule.when !== undefined && !rule.when(subject, context))) continue;
      for (const hit of rule.check(subject, context)) into.add(rule as unknown as Rule, hit, override(rule.id));
    }
  }

  function override(id: string): Severity | undefined {
    const severity = settings[id];
    return severity === 'off' ? undefined : severity;
  }

  const kinds = new Kinds(byScope.transaction, byScope.call);

  /** @returns the set of the kinds of its transactions */
  function conversation(subject: Conversation, context: Context, into: Gatherer): number {
    for (const { watch } of watches) watch.see(subject, context);
    // One object for all: hundreds of thousands of them would be made for a look each.
    const of = { message: subject.messages[0] };
    for (const message of subject.messages) {
      of.message = message;
      check(byScope.message, of, context, into);
    }
    let bits = 0;
    const at = { transaction: subject.transactions[0], conversation: subject };
    for (const transaction of subject.transactions) {
      const kind = kinds.of(transaction);
      bits |= kind.bit;
      at.transaction = transaction;
      check(kind.transactionRules, at, context, into);
    }
    return bits;
  }

  return {
    call(call, configured) {
      const into = new Gatherer();
      const context = withLearnedTimers(configured, call);
      const bits = conversation(call, context, into);
      for (const dialog of call.dialogs) check(byScope.dialog, { dialog, call }, context, into);
      check(kinds.rulesForCall(bits), { call }, context, into);
      return into.verdicts();
    },
    exchange(exchange, configured) {
      const into = new Gatherer();
      const context = withLearnedTimers(configured, exchange);
      conversation(exchange, context, into);
      if (exchange.kind === 'registration') check(byScope.registration, { registration: exchange }, context, into);
      if (exchange.kind === 'subscription') check(byScope.subscription, { subscription: exchange }, context, into);
      return into.verdicts();
    },
    capture(view, context) {
      const into = new Gatherer();
      check(byScope.capture, view, context, into);
      for (const { rule, watch } of watches) {
        for (const hit of watch.hits(context)) into.add(rule, hit, override(rule.id));
      }
      return into.verdicts();
    },
  };
}
