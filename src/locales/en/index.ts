/** English: the language that the rules and the catalogue are written in. */
import { localeFrom } from '../language.ts';
import { speakOfRules } from '../rule-words.ts';
import { diff } from './diff.ts';
import { expectations } from './expectations.ts';
import { explain } from './explain.ts';
import { guards } from './guards.ts';
import { device, leg } from './legs.ts';
import { points } from './points.ts';
import { reasons } from './reasons.ts';
import { steps } from './steps.ts';
import { terminal } from './terminal.ts';
import { verdicts } from './verdicts.ts';
import { wordsOf } from './words.ts';

export const en = localeFrom({
  tag: 'en',
  status: wordsOf,
  ...speakOfRules({}),
  device,
  leg,
  terminal,
  expectations,
  diff,
  points,
  examples: {},
  explain,
  steps,
  verdicts,
  guards,
  reasons,
});
