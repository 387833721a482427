/** The page of `sipsleuth explain <rule>`: what the rule looks for, with an example of what it says. */
import type { Rule } from '../../rules/define.ts';
import type { Page } from '../page.ts';
import { rule as wordsOf } from './rules/index.ts';

const scopes: Readonly<Record<Rule['scope'], string>> = {
  message: 'chaque message',
  transaction: 'chaque transaction',
  dialog: 'chaque dialogue',
  call: 'chaque appel',
  registration: 'chaque enregistrement',
  subscription: 'chaque abonnement',
  capture: 'la capture dans son ensemble',
};

const severities: Readonly<Record<Rule['severity'], string>> = {
  error: 'erreur (error)',
  warning: 'avertissement (warning)',
  info: 'remarque (info)',
};

export function rulePage(rule: Rule): Page {
  const { title, message, why, fix, limits } = wordsOf(rule, rule.example);
  return {
    title: `${rule.id} : ${title}`,
    facts: [
      ['Gravité', severities[rule.severity]],
      ['Examine', scopes[rule.scope]],
      ['Réglage', `--rule ${rule.id}=off, ou error, warning, info`],
      ...(rule.spec.length > 0 ? ([['Source', rule.spec.join(', ')]] as const) : []),
    ],
    sections: [
      { heading: 'Ce qu’elle dit, par exemple', texts: [message] },
      { heading: 'Pourquoi c’est gênant', texts: [why] },
      { heading: 'Comment y remédier', texts: fix, list: true },
      ...(limits === '' ? [] : [{ heading: 'Ce qu’une trace ne peut pas prouver', texts: [limits] }]),
    ],
  };
}
