/** Why a rule could not decide, by guard. */
import type { Guard } from '../../rules/define.ts';

export const guards: Readonly<Record<Guard, string>> = {
  'G-START': 'The beginning was not captured.',
  'G-END': 'The capture ends before the timer in question could run out.',
  'G-ONESIDED': 'The capture shows only one direction between these hosts.',
  'G-LOG': 'The log does not print what this would need (exact times or addresses).',
  'G-SNAP': 'The capture kept only a part of the message.',
  'G-HOP': 'Another hop of the call shows something else.',
};
