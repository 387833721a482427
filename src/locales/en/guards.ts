/** Why a rule could not decide, by guard. */
import type { Guard } from '../../rules/define.ts';

export const guards: Readonly<Record<Guard, string>> = {
  'G-START': 'The beginning was not captured.',
  'G-END': 'The capture ends before the timer in question could run out.',
  'G-ONESIDED': 'The capture shows only one direction between these hosts.',
  'G-LOG': 'The log does not print what this would need (exact times or addresses).',
  'G-SNAP': 'The capture kept only a part of the message.',
  'G-DUP': 'The capture holds the same packets several times.',
  'G-HOP': 'Another hop of the call shows something else.',
  'G-LOSS': 'The capture itself lost packets here.',
  'G-NAT': 'Addresses are translated between the points that the capture shows.',
  'G-FORK': 'The call was forked, and the branches cannot be told apart here.',
  'G-RETR': 'The repeats may only keep a NAT binding open.',
  'G-TCP': 'The connection was not captured from its beginning or with gaps.',
  'G-CLOCK': 'The clocks of the capture points differ too much.',
  'G-LEG': 'The other leg of the call is not in this trace.',
  'G-MEDIA': 'The capture holds signalling only.',
  'G-CRYPT': 'What it would need is encrypted.',
};
