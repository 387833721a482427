/** What a language says of the rules: the words of its themes, by the id of the rule. Rules speak English themselves. */
import type { Rule } from '../rules/define.ts';
import type { Locale } from './locale.ts';

type Words = Pick<Rule, 'title' | 'message' | 'why' | 'fix' | 'limits'>;

/** A rule that is not among the themes speaks English; `test/locales/languages.test.ts` finds it elsewhere. */
export function speakOfRules(themes: Readonly<Record<string, unknown>>): Pick<Locale, 'rule' | 'ruleTitle'> {
  // Each theme types its words by the args of the rule, and they are only ever given those.
  const words = themes as Readonly<Record<string, Words>>;
  const wordsOf = (rule: Rule): Words => words[rule.id] ?? rule;
  return {
    ruleTitle: (rule) => wordsOf(rule).title,
    rule(rule, args) {
      const said = wordsOf(rule);
      return {
        title: said.title,
        message: said.message(args),
        why: said.why(args),
        fix: said.fix(args),
        limits: said.limits?.(args) ?? '',
      };
    },
  };
}
