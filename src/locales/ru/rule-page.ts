/** The page of `sipsleuth explain <rule>`: what the rule looks for, with an example of what it says. */
import type { Rule } from '../../rules/define.ts';
import type { Page } from '../page.ts';
import { ruleWords } from './rules/index.ts';

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

/** "RFC 3261 §16.7, пункты 5 и 6". */
function place(spec: string): string {
  return spec.replace(/ items (\d+) and (\d+)/, ' (пункты $1 и $2)').replace(/ step (\d+)/, ' (шаг $1)');
}

export function rulePage(rule: Rule): Page {
  const { title, message, why, fix, limits } = ruleWords(rule, rule.example);
  return {
    title: `${rule.id}: ${title}`,
    facts: [
      ['Важность', severities[rule.severity]],
      ['Что проверяется', scopes[rule.scope]],
      ['Настройка', `--rule ${rule.id}=off либо error, warning, info`],
      ...(rule.spec.length > 0 ? ([['Источник', rule.spec.map(place).join(', ')]] as const) : []),
    ],
    sections: [
      { heading: 'Что сообщает, например', texts: [message] },
      { heading: 'Чем это плохо', texts: [why] },
      { heading: 'Как исправить', texts: fix, list: true },
      ...(limits === '' ? [] : [{ heading: 'Чего трассировка доказать не может', texts: [limits] }]),
    ],
  };
}
