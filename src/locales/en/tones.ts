/** Tones that exchanges play. */
import type { ToneName } from '../stream-line.ts';

export const toneNames: Readonly<Record<ToneName, string>> = {
  ringing: 'ringing tone',
  busy: 'busy tone',
  congestion: 'congestion tone',
  'special-information': 'special information tone',
  dial: 'dial tone',
  'fax-calling': 'calling tone of a fax',
  'fax-answering': 'answering tone of a fax',
};
