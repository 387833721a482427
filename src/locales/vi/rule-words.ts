/** The words of every rule, by its id; the rule itself holds the English ones. */
import type { Args } from '../../model.ts';
import type { Rule } from '../../rules/define.ts';
import type { RuleText } from '../locale.ts';
import { authentication } from './rules/authentication.ts';
import { capture } from './rules/capture.ts';
import { delay } from './rules/delay.ts';
import { dialog } from './rules/dialog.ts';
import { earlyMedia } from './rules/early-media.ts';
import { identity } from './rules/identity.ts';
import { invite } from './rules/invite.ts';
import { message } from './rules/message.ts';
import { monitoring } from './rules/monitoring.ts';
import { nat } from './rules/nat.ts';
import { outcome } from './rules/outcome.ts';
import { overload } from './rules/overload.ts';
import { prack } from './rules/prack.ts';
import { registration } from './rules/registration.ts';
import { routing } from './rules/routing.ts';
import { sdp } from './rules/sdp.ts';
import { security } from './rules/security.ts';
import { session } from './rules/session.ts';
import { stir } from './rules/stir.ts';
import { subscription } from './rules/subscription.ts';
import { transfer } from './rules/transfer.ts';
import { transport } from './rules/transport.ts';

const themes = {
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

/** What every entry has in common once it is only known by the id of its rule. */
type Words = Pick<Rule, 'title' | 'message' | 'why' | 'fix' | 'limits'>;

function wordsFor(rule: Rule): Words {
  // The words under a rule's id are typed by that rule's args, and are only ever given those.
  return (themes as unknown as Readonly<Record<string, Words>>)[rule.id] ?? rule;
}

export function ruleTitle(rule: Rule): string {
  return wordsFor(rule).title;
}

export function ruleText(rule: Rule, args: Args): RuleText {
  const words = wordsFor(rule);
  return {
    title: words.title,
    message: words.message(args),
    why: words.why(args),
    fix: words.fix(args),
    limits: words.limits?.(args) ?? '',
  };
}
