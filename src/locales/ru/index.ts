/** Russian. */
import { localeFrom } from '../language.ts';
import { diff } from './diff.ts';
import { examples } from './examples.ts';
import { expectations } from './expectations.ts';
import { explain } from './explain.ts';
import { guards } from './guards.ts';
import { device, leg } from './legs.ts';
import { points } from './points.ts';
import { reasons } from './reasons.ts';
import { rule, ruleTitle } from './rules/index.ts';
import { steps } from './steps.ts';
import { terminal } from './terminal.ts';
import { verdicts } from './verdicts.ts';
import { wordsOf } from './words.ts';

export const ru = localeFrom({
  tag: 'ru',
  status: wordsOf,
  rule,
  ruleTitle,
  device,
  leg,
  terminal,
  expectations,
  diff,
  points,
  examples,
  explain,
  steps,
  verdicts,
  guards,
  reasons,
});
