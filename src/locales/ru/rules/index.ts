/** What the rules say, by id. */
import type { Args } from '../../../model.ts';
import type { Rule } from '../../../rules/define.ts';
import type { RuleText } from '../../locale.ts';

/** As each theme types it by the args of its rule; here it is only ever given those. */
interface Words {
  readonly title: string;
  message(args: Args): string;
  why(args: Args): string;
  fix(args: Args): readonly string[];
  limits?(args: Args): string;
}

const themes: Readonly<Record<string, unknown>> = {};

const all = themes as Readonly<Record<string, Words>>;

export function ruleTitle(rule: Rule): string {
  return all[rule.id]?.title ?? rule.title;
}

export function ruleWords(rule: Rule, args: Args): RuleText {
  const words = all[rule.id] ?? rule;
  return {
    title: words.title,
    message: words.message(args),
    why: words.why(args),
    fix: words.fix(args),
    limits: words.limits?.(args) ?? '',
  };
}
