/** English: the language that the rules and the catalogue are written in. */
import { findStatus, type StatusCode, statusClass } from '../../catalogue/statuses.ts';
import type { Locale } from '../locale.ts';
import { guards } from './guards.ts';
import { reasons } from './reasons.ts';
import { statusClasses, statuses } from './statuses.ts';
import { steps } from './steps.ts';
import { terminal } from './terminal.ts';
import { verdicts } from './verdicts.ts';

export const en: Locale = {
  tag: 'en',
  status(code) {
    const known = findStatus(code);
    if (known !== undefined) return statuses[known.code as StatusCode];
    const words = statusClasses[(statusClass(code) ?? 0) as keyof typeof statusClasses];
    const fill = (text: string) => text.replaceAll('{code}', String(code));
    return {
      description: fill(words.description),
      whenSeen: fill(words.whenSeen),
      howToFix: fill(words.howToFix),
      means: fill(words.means),
      useWhen: fill(words.useWhen),
    };
  },
  step: (key, args) => steps[key as keyof typeof steps](args),
  verdict: (key, args) => verdicts[key](args),
  rule: (rule, args) => ({
    title: rule.title,
    message: rule.message(args),
    why: rule.why(args),
    fix: rule.fix(args),
    limits: rule.limits?.(args) ?? '',
  }),
  ruleTitle: (rule) => rule.title,
  guard: (guard) => guards[guard],
  terminal,
  reason: (key) => reasons[key] ?? key.replaceAll('-', ' '),
};
