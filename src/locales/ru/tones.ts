/** Names of the tones that exchanges play. */
import type { ToneName } from '../stream-line.ts';

export const toneNames: Readonly<Record<ToneName, string>> = {
  ringing: 'сигнал контроля посылки вызова',
  busy: 'сигнал «занято»',
  congestion: 'сигнал перегрузки',
  'special-information': 'специальный информационный сигнал',
  dial: 'сигнал ответа станции',
  'fax-calling': 'вызывной тон факса',
  'fax-answering': 'ответный тон факса',
};
