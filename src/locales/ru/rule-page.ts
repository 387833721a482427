/** The page of `sipsleuth explain <rule>`: what the rule looks for, with an example of what it says. */
import type { Rule } from '../../rules/define.ts';
import type { Page } from '../page.ts';
import { rule as wordsOf } from './rules/index.ts';

const scopes: Readonly<Record<Rule['scope'], string>> = {
  message: 'каждое сообщение',
  transaction: 'каждая транзакция',
  dialog: 'каждый диалог',
  call: 'каждый вызов',
  registration: 'каждая регистрация',
  subscription: 'каждая подписка',
  capture: 'захват в целом',
};

const severities: Readonly<Record<Rule['severity'], string>> = {
  error: 'ошибка (error)',
  warning: 'предупреждение (warning)',
  info: 'замечание (info)',
};

export function rulePage(rule: Rule): Page {
  const { title, message, why, fix, limits } = wordsOf(rule, rule.example);
  return {
    title: `${rule.id}: ${title}`,
    facts: [
      ['Важность', severities[rule.severity]],
      ['Что проверяется', scopes[rule.scope]],
      ['Настройка', `--rule ${rule.id}=off либо error, warning, info`],
      ...(rule.spec.length > 0 ? ([['Источник', rule.spec.join(', ')]] as const) : []),
    ],
    sections: [
      { heading: 'Что сообщает, например', texts: [message] },
      { heading: 'Чем это плохо', texts: [why] },
      { heading: 'Как исправить', texts: fix, list: true },
      ...(limits === '' ? [] : [{ heading: 'Чего трассировка доказать не может', texts: [limits] }]),
    ],
  };
}
