/** What French says of a rule: from `rules/<theme>.ts`, by the id of the rule. */
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

/** The words of a rule as its theme writes them, once their args are no more typed by the rule. */
interface Words {
  readonly title: string;
  message(args: Args): string;
  why(args: Args): string;
  fix(args: Args): readonly string[];
  limits?(args: Args): string;
}

// The words of a rule are only ever given the args that its own check yielded.
const words = {
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
} as unknown as Readonly<Record<string, Words>>;

export function ruleTitle({ id, title }: Rule): string {
  return words[id]?.title ?? title;
}

export function ruleText(rule: Rule, args: Args): RuleText {
  const said = words[rule.id] ?? rule;
  return {
    title: said.title,
    message: said.message(args),
    why: said.why(args),
    fix: said.fix(args),
    limits: said.limits?.(args) ?? '',
  };
}
