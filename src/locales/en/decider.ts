/** Who or what ended a call, in words. */
import type { DecisionWords } from '../verdict-pieces.ts';
import { duration } from './phrases.ts';

export const decisions: DecisionWords = {
  network: 'The cause shows that the network decided, not the user.',
  'network-fast': 'Less than a second after the first progress, the network decided, not a person.',
  expires: (allowed) => `That is as long as the INVITE allowed (Expires: ${duration(allowed)}).`,
  'hop-timer': 'That is about how long proxies wait for a next hop that does not answer (Kamailio 30 s, timer B 32 s).',
  'no-answer-timer': 'So round a time of ringing points to a no-answer timer rather than a person.',
  'no-answer-120': "No-answer timers often have this length (Kamailio's fr_inv_timer: 120 s).",
  'timer-c': 'That is the length of timer C in proxies (180 s).',
  person: 'Somebody pressed reject, or an app did.',
  app: 'That fast after the first ringing, an app or a setting decided, not a person.',
  rule: 'So fast and without ringing, a rule or a setting decided, not a person.',
  'device-setting': 'So fast and without ringing, a setting of the device decided, not a person.',
  'no-device': 'So fast and without ringing, most likely no device was tried.',
  'own-rule': 'So fast, it was most likely a rule of this host itself.',
  'own-fault': 'So fast, the fault lies most likely in this host itself, not behind it.',
};
