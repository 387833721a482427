/** What Vietnamese says of every rule, a theme a file. */
import { speakOfRules } from '../../rule-words.ts';
import { authentication } from './authentication.ts';
import { capture } from './capture.ts';
import { delay } from './delay.ts';
import { dialog } from './dialog.ts';
import { earlyMedia } from './early-media.ts';
import { identity } from './identity.ts';
import { invite } from './invite.ts';
import { media } from './media.ts';
import { message } from './message.ts';
import { monitoring } from './monitoring.ts';
import { nat } from './nat.ts';
import { outcome } from './outcome.ts';
import { overload } from './overload.ts';
import { prack } from './prack.ts';
import { quality } from './quality.ts';
import { registration } from './registration.ts';
import { routing } from './routing.ts';
import { rtp } from './rtp.ts';
import { sdp } from './sdp.ts';
import { security } from './security.ts';
import { session } from './session.ts';
import { stir } from './stir.ts';
import { subscription } from './subscription.ts';
import { transfer } from './transfer.ts';
import { transport } from './transport.ts';

export const { rule, ruleTitle } = speakOfRules({
  ...authentication,
  ...capture,
  ...delay,
  ...dialog,
  ...earlyMedia,
  ...identity,
  ...invite,
  ...media,
  ...message,
  ...monitoring,
  ...nat,
  ...outcome,
  ...overload,
  ...prack,
  ...quality,
  ...registration,
  ...routing,
  ...rtp,
  ...sdp,
  ...security,
  ...session,
  ...stir,
  ...subscription,
  ...transfer,
  ...transport,
});
