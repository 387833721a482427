/** The page of `sipsleuth explain <rule>`: what the rule looks for, with an example of what it says. */
import type { Rule } from '../../rules/define.ts';
import type { Page } from '../page.ts';
import { ruleText } from './rule-words.ts';

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

/** "RFC 3261 §16.7 mục 5 và 6", "RFC 8224 §6.2 bước 2". */
function place(spec: string): string {
  return spec.replace(/items (\d+) and (\d+)/, 'mục $1 và $2').replace(/step (\d+)/, 'bước $1');
}

export function rulePage(rule: Rule): Page {
  const { title, message, why, fix, limits } = ruleText(rule, rule.example);
  return {
    title: `${rule.id}: ${title}`,
    facts: [
      ['Mức độ', severities[rule.severity]],
      ['Xem xét', scopes[rule.scope]],
      ['Thiết lập', `--rule ${rule.id}=off, hoặc error, warning, info`],
      ...(rule.spec.length > 0 ? ([['Căn cứ', rule.spec.map(place).join(', ')]] as const) : []),
    ],
    sections: [
      { heading: 'Ví dụ về điều quy tắc báo', texts: [message] },
      { heading: 'Vì sao đáng ngại', texts: [why] },
      { heading: 'Cách khắc phục', texts: fix, list: true },
      ...(limits === '' ? [] : [{ heading: 'Điều bản ghi không chứng minh được', texts: [limits] }]),
    ],
  };
}
