/** What each step of a call's story says beyond the code's general words. */
import type { Args } from '../../model.ts';
import { capitalize } from '../phrases.ts';
import { hasTalked, sideOf, stepsFrom } from '../steps.ts';
import { after, duration, host, later, role, times } from './phrases.ts';
import { fields, reasonName } from './reason.ts';
import { toneNames } from './tones.ts';

/** Who hung up, at the beginning of a sentence. Masculine in every case, so that "завершил" goes with it. */
export function hangsUp(who: unknown, form: 'nom' | 'gen' = 'nom'): string {
  const side = sideOf(who);
  if (side === 'far') return form === 'nom' ? 'Дальний конец' : 'Дальнего конца';
  if (side === 'one') return form === 'nom' ? 'Один из участников' : 'Одного из участников';
  return capitalize(role(side, form));
}

/** " после разговора длительностью 3,0 с". */
export function conversation(args: Args): string {
  if (args.talked === undefined) return '';
  return hasTalked(args)
    ? ` после разговора длительностью ${duration(args.talked)}`
    : ` ${later(args.talked)} после ответа`;
}

const canceller = (args: Args) => `${capitalize(role(args.role))} (${args.host})`;

export const steps = stepsFrom({
  fields,
  from(args, sdp) {
    const place = args.mediaAddress === '' ? `порт ${args.mediaPort}` : `${args.mediaAddress}:${args.mediaPort}`;
    const relayed = args.relayedBy === undefined ? '' : `, передал ${args.relayedBy}`;
    const body = {
      unexpected: '',
      missing: ', без SDP',
      unread: ', с SDP',
      media: `, с SDP (${args.media}, ${place})`,
    }[sdp];
    return `От ${host(args, 'gen')}${relayed}${body}${args.reliable ? ', отправлен надёжно (100rel)' : ''}.`;
  },
  fromHost: (args) => `От ${host(args, 'gen')}.`,
  rtpBegan: (time) => `RTP к вызывающему пошёл${after(time)}.`,
  heardTone: (tone) => `Вызывающий слышал ${toneNames[tone]}.`,
  sent: (n) => `Отправлен ${times(n)}.`,
  repeated: {
    ack: 'Он повторяется, пока не придёт ACK.',
    prack: 'Он повторяется, пока не придёт PRACK.',
    'keep-alive': 'Повторы с такими промежутками лишь не дают истечь таймеру C в прокси.',
  },
  ownPhrase: (phrase) => `Фраза ответа: «${phrase}».`,
  insteadOf: (status) => `Заменяет ${status}, который этот узел получил с дальней стороны.`,
  contact: (uri) => `Указывает на ${uri}.`,
  followed: {
    challenge: 'Обычный запрос аутентификации: вызывающий отправил учётные данные в следующем INVITE.',
    redirection: (contact) => `Вызывающий последовал ему: новая цель — ${contact || 'другой адрес'}.`,
    other: 'Вызывающий повторил попытку другим INVITE.',
  },
  noResponse: ({ sends, host: name, over }) =>
    `INVITE отправлен ${times(sends)} на ${name}${over === undefined ? '' : ` за ${duration(over)}`}, и никакого ответа не пришло.`,
  cancel: {
    elsewhere: (args) => `${canceller(args)} отправил CANCEL: на вызов ответили на другом устройстве.`,
    gaveUp: (args) => `${canceller(args)} не стал ждать и отправил CANCEL.`,
    reason: (args) => `Указано: ${reasonName(args)}.`,
  },
  bye: {
    hungUp: (args) => `${hangsUp(args.role)} (${args.host}) завершил вызов${conversation(args)}.`,
    unanswered: 'Ответа на BYE в этой трассировке нет.',
    refused: (status) => `На BYE ответили кодом ${status}.`,
  },
});
