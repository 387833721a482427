/** What the rules say, by id. */
import type { Args } from '../../../model.ts';
import type { Rule } from '../../../rules/define.ts';
import type { RuleText } from '../../locale.ts';
import { authentication } from './authentication.ts';
import { capture } from './capture.ts';
import { delay } from './delay.ts';
import { dialog } from './dialog.ts';
import { earlyMedia } from './early-media.ts';
import { identity } from './identity.ts';
import { invite } from './invite.ts';
import { message } from './message.ts';
import { monitoring } from './monitoring.ts';
import { nat } from './nat.ts';
import { outcome } from './outcome.ts';
import { overload } from './overload.ts';
import { prack } from './prack.ts';
import { registration } from './registration.ts';
import { routing } from './routing.ts';
import { sdp } from './sdp.ts';
import { security } from './security.ts';
import { session } from './session.ts';
import { stir } from './stir.ts';
import { subscription } from './subscription.ts';
import { transfer } from './transfer.ts';
import { transport } from './transport.ts';

/** As each theme types it by the args of its rule; here it is only ever given those. */
interface Words {
  readonly title: string;
  message(args: Args): string;
  why(args: Args): string;
  fix(args: Args): readonly string[];
  limits?(args: Args): string;
}

const themes: Readonly<Record<string, unknown>> = {
  ...authentication,
  ...capture,
  ...delay,
  ...dialog,
  ...earlyMedia,
  ...identity,
  ...invite,
  ...message,
  ...monitoring,
  ...nat,
  ...outcome,
  ...overload,
  ...prack,
  ...registration,
  ...routing,
  ...sdp,
  ...security,
  ...session,
  ...stir,
  ...subscription,
  ...transfer,
  ...transport,
};

const all = themes as Readonly<Record<string, Words>>;

export function ruleTitle(rule: Rule): string {
  return all[rule.id]?.title ?? rule.title;
}

export function ruleWords(rule: Rule, args: Args): RuleText {
  const words = all[rule.id] ?? rule;
  return {
    title: words.title,
    message: words.message(args),
    why: words.why(args),
    fix: words.fix(args),
    limits: words.limits?.(args) ?? '',
  };
}
