/** The page of `sipsleuth explain <rule>`: what the rule looks for, with an example of what it says. */
import type { Rule } from '../rules/define.ts';
import type { ExplainWords } from './explain-words.ts';
import type { Page } from './page.ts';

export function rulePage(rule: Rule, words: ExplainWords): Page {
  const { labels, headings, severities, scopes, setting } = words.rule;
  const { title, message, why, fix, limits } = words.ruleWords(rule, rule.example);
  return {
    title: words.rule.title(rule.id, title),
    facts: [
      [labels.severity, severities[rule.severity]],
      [labels.looksAt, scopes[rule.scope]],
      [labels.setting, setting(rule.id)],
      ...(rule.spec.length > 0 ? [[labels.source, rule.spec.join(', ')] as const] : []),
    ],
    sections: [
      { heading: headings.says, texts: [message] },
      { heading: headings.why, texts: [why] },
      { heading: words.headings.howToFix, texts: fix, list: true },
      ...(limits === '' ? [] : [{ heading: headings.limits, texts: [limits] }]),
    ],
  };
}
