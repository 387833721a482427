/** What each step of a call's story says beyond the code's general words. */
import type { Args } from '../../model.ts';
import type { ToneName } from '../locale.ts';
import { after, capitalize, duration, host, later, role, sentences, times } from './phrases.ts';
import { reasonName, reasonSentence, retrySentence, warningSentence } from './reason.ts';
import { toneNames } from './tones.ts';

function mediaPhrase(args: Args): string {
  if (!args.sdp) return Number(args.status) > 100 && Number(args.status) < 300 ? ', без SDP' : '';
  if (args.media === undefined) return ', с SDP';
  const place = args.mediaAddress === '' ? `порт ${args.mediaPort}` : `${args.mediaAddress}:${args.mediaPort}`;
  return `, с SDP (${args.media}, ${place})`;
}

/** Why a response is sent again. */
const repetitions: Readonly<Record<string, string>> = {
  ack: 'Он повторяется, пока не придёт ACK.',
  prack: 'Он повторяется, пока не придёт PRACK.',
  'keep-alive': 'Повторы с такими промежутками лишь не дают истечь таймеру C в прокси.',
};

function response(args: Args): string {
  const reliable = args.reliable ? ', отправлен надёжно (100rel)' : '';
  const relayed = args.relayedBy === undefined ? '' : `, передал ${args.relayedBy}`;
  return sentences(
    `От ${host(args, 'gen')}${relayed}${mediaPhrase(args)}${reliable}.`,
    args.rtpAfter !== undefined && `RTP к вызывающему пошёл${after(args.rtpAfter)}.`,
    args.rtpTone !== undefined && `Вызывающий слышал ${toneNames[args.rtpTone as ToneName]}.`,
    args.repeats !== undefined && `Отправлен ${times(Number(args.repeats) + 1)}.`,
    repetitions[String(args.repeated)],
    args.ownPhrase !== undefined && `Фраза ответа: «${args.ownPhrase}».`,
    args.insteadOf !== undefined && `Заменяет ${args.insteadOf}, который этот узел получил с дальней стороны.`,
    reasonSentence(args),
    warningSentence(args),
    retrySentence(args),
    args.contact !== undefined && args.contact !== '' && `Указывает на ${args.contact}.`,
  );
}

/** What the round that followed shows about the refusal that led to it. */
function prefix(args: Args): string {
  const status = Number(args.status);
  const what =
    status === 401 || status === 407
      ? 'Обычный запрос аутентификации: вызывающий отправил учётные данные в следующем INVITE.'
      : status >= 300 && status < 400
        ? `Вызывающий последовал ему: новая цель — ${args.contact || 'другой адрес'}.`
        : 'Вызывающий повторил попытку другим INVITE.';
  return sentences(`От ${host(args, 'gen')}.`, what);
}

/**
 * Who hung up: the side that answered is only seen as far as the nearest host. Masculine in every case, so that "завершил"
 * goes with it.
 */
export function hangsUp(who: unknown, form: 'nom' | 'gen' = 'nom'): string {
  switch (who) {
    case 'caller':
    case 'gateway':
    case 'server':
    case 'callee':
      return capitalize(role(who, form));
    case 'proxy':
      return form === 'nom' ? 'Дальний конец' : 'Дальнего конца';
    default:
      return form === 'nom' ? 'Один из участников' : 'Одного из участников';
  }
}

/** " после разговора 3,0 с"; without an ACK, or within a second, nobody is sure to have talked. */
export function conversation({ talked, unacknowledged }: Args): string {
  if (talked === undefined) return '';
  const ms = Number(talked);
  return ms < 1000 || unacknowledged === true
    ? ` ${later(ms)} после ответа`
    : ` после разговора длительностью ${duration(ms)}`;
}

export const steps = {
  response,
  prefix,
  'no-response': (args: Args) =>
    `INVITE отправлен ${times(args.sends)} на ${args.host}` +
    `${args.over === undefined ? '' : ` за ${duration(args.over)}`}, и никакого ответа не пришло.`,
  cancel: (args: Args) =>
    sentences(
      args.elsewhere === true
        ? `${capitalize(role(args.role))} (${args.host}) отправил CANCEL: на вызов ответили на другом устройстве.`
        : `${capitalize(role(args.role))} (${args.host}) не стал ждать и отправил CANCEL.`,
      args.reason !== undefined && args.elsewhere !== true && `Указано: ${reasonName(args)}.`,
    ),
  bye: (args: Args) =>
    sentences(
      `${hangsUp(args.role)} (${args.host}) завершил вызов${conversation(args)}.`,
      reasonSentence(args),
      args.answer === undefined && 'Ответа на BYE в этой трассировке нет.',
      args.answer !== undefined && Number(args.answer) >= 300 && `На BYE ответили кодом ${args.answer}.`,
    ),
} as const satisfies Record<string, (args: Args) => string>;
