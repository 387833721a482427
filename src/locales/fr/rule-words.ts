/** What French says of a rule: from `rules/<theme>.ts`, by the id of the rule. */
import type { Args } from '../../model.ts';
import type { Rule } from '../../rules/define.ts';
import type { RuleText } from '../locale.ts';

/** The words of a rule as its theme writes them, once their args are no more typed by the rule. */
interface Words {
  readonly title: string;
  message(args: Args): string;
  why(args: Args): string;
  fix(args: Args): readonly string[];
  limits?(args: Args): string;
}

const words: Readonly<Record<string, Words>> = {};

export function ruleTitle({ id, title }: Rule): string {
  return words[id]?.title ?? title;
}

export function ruleText(rule: Rule, args: Args): RuleText {
  const said = words[rule.id] ?? rule;
  return {
    title: said.title,
    message: said.message(args),
    why: said.why(args),
    fix: said.fix(args),
    limits: said.limits?.(args) ?? '',
  };
}
