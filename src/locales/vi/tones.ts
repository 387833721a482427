/** Names of the tones that exchanges play. */
import type { ToneName } from '../stream-line.ts';

export const toneNames: Readonly<Record<ToneName, string>> = {
  ringing: 'hồi âm chuông',
  busy: 'âm báo bận',
  congestion: 'âm báo nghẽn',
  'special-information': 'âm thông tin đặc biệt',
  dial: 'âm mời quay số',
  'fax-calling': 'âm gọi của máy fax',
  'fax-answering': 'âm trả lời của máy fax',
};
