/** The page of `sipsleuth explain <rule>`: what the rule looks for, with an example of what it says. */
import type { Rule } from '../../rules/define.ts';
import type { Page } from '../page.ts';

const scopes: Readonly<Record<Rule['scope'], string>> = {
  message: 'each message',
  transaction: 'each transaction',
  dialog: 'each dialog',
  call: 'each call',
  registration: 'each registration',
  subscription: 'each subscription',
  capture: 'the capture as a whole',
};

export function rulePage(rule: Rule): Page {
  const { example } = rule;
  const limits = rule.limits?.(example) ?? '';
  return {
    title: `${rule.id}: ${rule.title}`,
    facts: [
      ['Severity', rule.severity],
      ['Looks at', scopes[rule.scope]],
      ['Setting', `--rule ${rule.id}=off, or error, warning, info`],
      ...(rule.spec.length > 0 ? ([['Source', rule.spec.join(', ')]] as const) : []),
    ],
    sections: [
      { heading: 'What it says, for example', texts: [rule.message(example)] },
      { heading: 'Why it matters', texts: [rule.why(example)] },
      { heading: 'How to fix', texts: rule.fix(example), list: true },
      ...(limits === '' ? [] : [{ heading: 'What a trace cannot prove', texts: [limits] }]),
    ],
  };
}
