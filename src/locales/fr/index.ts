/** French. */
import { findStatus } from '../../catalogue/statuses.ts';
import type { Locale } from '../locale.ts';
import { diff } from './diff.ts';
import { examples } from './examples.ts';
import { expectations } from './expectations.ts';
import { pages } from './explain.ts';
import { guards } from './guards.ts';
import { device, leg } from './legs.ts';
import { points } from './points.ts';
import { reasons } from './reasons.ts';
import { rule, ruleTitle } from './rules/index.ts';
import { steps } from './steps.ts';
import { terminal } from './terminal.ts';
import { verdicts } from './verdicts.ts';
import { wordsOf } from './words.ts';

export const fr: Locale = {
  tag: 'fr',
  status: wordsOf,
  phrase: (code) => findStatus(code)?.phrase ?? '',
  step: (key, args) => steps[key as keyof typeof steps](args),
  verdict: (key, args, cause) => verdicts[key](args, cause),
  rule,
  ruleTitle,
  guard: (guard) => guards[guard],
  device,
  leg,
  terminal,
  expectations,
  diff,
  points,
  examples,
  pages,
  reason: (key) => reasons[key] ?? key.replaceAll('-', ' '),
};
