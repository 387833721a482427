/** The page of `sipsleuth explain <rule>`: what the rule looks for, with an example of what it says. */
import type { Rule } from '../../rules/define.ts';
import type { Page } from '../page.ts';
import { rule as wordsOf } from './rules/index.ts';

const scopes: Readonly<Record<Rule['scope'], string>> = {
  message: 'từng bản tin',
  transaction: 'từng giao dịch',
  dialog: 'từng hội thoại',
  call: 'từng cuộc gọi',
  registration: 'từng lượt đăng ký',
  subscription: 'từng lượt theo dõi sự kiện',
  capture: 'toàn bộ bản ghi',
};

const severities: Readonly<Record<Rule['severity'], string>> = {
  error: 'lỗi',
  warning: 'cảnh báo',
  info: 'ghi chú',
};

export function rulePage(rule: Rule): Page {
  const { title, message, why, fix, limits } = wordsOf(rule, rule.example);
  return {
    title: `${rule.id}: ${title}`,
    facts: [
      ['Mức độ', severities[rule.severity]],
      ['Xem xét', scopes[rule.scope]],
      ['Thiết lập', `--rule ${rule.id}=off, hoặc error, warning, info`],
      ...(rule.spec.length > 0 ? ([['Căn cứ', rule.spec.join(', ')]] as const) : []),
    ],
    sections: [
      { heading: 'Ví dụ về điều quy tắc báo', texts: [message] },
      { heading: 'Vì sao đáng ngại', texts: [why] },
      { heading: 'Cách khắc phục', texts: fix, list: true },
      ...(limits === '' ? [] : [{ heading: 'Điều bản ghi không chứng minh được', texts: [limits] }]),
    ],
  };
}
