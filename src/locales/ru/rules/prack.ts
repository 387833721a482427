/** Rules on reliable provisional responses. */
import type { RuleWords } from '../../../rules/define.ts';
import type { prackMissing } from '../../../rules/prack/prack-missing.ts';
import type { prackRejected } from '../../../rules/prack/prack-rejected.ts';
import type { prackRseqDisorder } from '../../../rules/prack/prack-rseq-disorder.ts';
import type { rel100NegotiationFailed } from '../../../rules/prack/rel100-negotiation-failed.ts';
import { capitalize } from '../../phrases.ts';
import { duration, times } from '../phrases.ts';
import { messageName } from './phrases.ts';

export const prack = {
  'prack-missing': {
    title: 'Надёжный предварительный ответ без PRACK',
    why: ({ kind, final }) =>
      final >= 300
        ? `Сервер ждал PRACK, а затем отклонил вызов кодом ${final}.`
        : kind === 'ignored'
          ? 'Вызывающему приходится снова и снова подтверждать один и тот же ответ; некоторые завершают такой вызов.'
          : 'Без PRACK сервер отклоняет вызов через 64·T1 (32 с); если ответ нёс SDP, до PRACK он не вправе ответить на вызов.',
    fix: ({ kind, client, server, contact, sent }) => [
      {
        absent: `Проверьте, что ${client} может отправлять на Contact из ответа (${contact || 'отсутствует'}): PRACK идёт туда через набор маршрутов, а не туда, куда ушёл INVITE.`,
        unmatched: `Сравните RAck в PRACK (${sent || 'ничего'}) с RSeq и номером CSeq ответа: B2BUA, который перенумеровывает одно, должен перенумеровывать и другое, и каждый тег To считается отдельно.`,
        lost: `PRACK ушёл на ${sent}: задайте внешний адрес сигнализации ${server} или добавьте Record-Route на прокси между ними.`,
        ignored: `${server} ответил на PRACK и продолжает повторять: обновите его программу.`,
      }[kind],
      `Отключите 100rel на одной стороне: в ${client} уберите его из Supported или в ${server} не требуйте его.`,
      'Если между ними стоит SBC, проверьте, что он передаёт PRACK, Require и RSeq дальше или удаляет 100rel из INVITE.',
    ],
    message: ({ kind, client, server, status, rseq, cseq, copies, lasted, sent }) => {
      const often = `${server} отправил свой надёжный ${status} (RSeq ${rseq}) ${times(copies)} за ${duration(lasted)}`;
      return {
        absent: `${often}, а ${client} не отправил PRACK.`,
        unmatched: `${often}, а PRACK от ${client} подтверждает ${sent || 'ничего'} вместо ${rseq} ${cseq} INVITE.`,
        lost: `${often}, потому что PRACK от ${client} ушёл на ${sent}, где на него никто не ответил.`,
        ignored: `${often}, хотя ответил на PRACK от ${client}.`,
      }[kind];
    },
    limits: ({ kind }) => (kind === 'absent' ? 'PRACK, прошедший другим путём, здесь не был бы виден.' : ''),
  } satisfies RuleWords<typeof prackMissing>,
  'prack-rejected': {
    title: 'PRACK отвергнут',
    why: ({ answered }) =>
      answered
        ? 'На вызов всё же ответили, но сервер продолжает повторять свой ответ, а SDP в PRACK потеряно.'
        : 'Предварительный ответ остаётся неподтверждённым: сервер повторяет его и отклоняет вызов через 32 с.',
    fix: ({ client, server, status, rack }) => [
      status === 401 || status === 407
        ? `Пусть ${server} принимает PRACK без нового запроса аутентификации или пусть ${client} отправляет в нём учётные данные INVITE.`
        : status === 481
          ? `Сравните RAck (${rack}) и теги PRACK с RSeq, номером CSeq и тегом To ответа: при форкинге у каждого тега To своя нумерация.`
          : status === 488 || status === 606
            ? `Отвергнуто предложение SDP в PRACK от ${client}: предлагайте кодеки, которые использует ранний диалог, или отправляйте предложение в UPDATE.`
            : `Прочитайте фразу и журнал ${server}: этот PRACK он не принимает.`,
      'Отключите 100rel на одной стороне, если согласовать устройства не удаётся.',
    ],
    message: ({ client, server, status, phrase, rack }) =>
      `${server} отверг PRACK от ${client} (RAck ${rack === '' ? 'отсутствует' : rack}) кодом ${status}${phrase === '' ? '' : ` ${phrase}`}.`,
  } satisfies RuleWords<typeof prackRejected>,
  'prack-rseq-disorder': {
    title: 'Нарушенный порядок RSeq или RAck',
    why: ({ kind }) =>
      ({
        gap: 'Вызывающий ждёт недостающего номера и ничего после него не подтверждает; тогда сервер отклоняет вызов.',
        repeated: 'Вызывающий принимает ответ за повтор предыдущего и не замечает в нём нового.',
        falling: 'Вызывающий игнорирует ответ, поэтому сервер повторяет его и отклоняет вызов через 32 с.',
        second:
          'Вызывающий не может знать, какой из двух был первым; один он может игнорировать, и тот повторяется 32 с.',
        start: 'Вызывающие, читающие число как знаковое, его отвергают, и ответ так и не подтверждается.',
        number: 'Вызывающий не может подтвердить ответ; сервер повторяет его и отклоняет вызов через 32 с.',
        trying: '100 идёт только от узла к узлу: подтвердить его не может никто.',
        rack: 'Сервер не может понять, что подтверждено: он отвергает PRACK и продолжает повторять.',
        cseq: 'Сервер не находит подходящего ответа: он отвергает PRACK кодом 481 и продолжает повторять.',
        answer:
          'Предложение и ответ SDP надёжного ответа ещё не завершены, когда на вызов отвечают: медиа могут не установиться.',
      })[kind],
    fix: ({ kind, sender, before }) => [
      {
        gap: '',
        repeated: '',
        falling: '',
        start: '',
        number: '',
        rack: `Пусть ${sender} составляет RAck из RSeq, номера CSeq и метода ответа: обновите его программу.`,
        cseq: `Пусть ${sender} указывает в RAck ${before}: B2BUA, который снова отправляет INVITE после 401 или 407, должен перенумеровывать и RAck.`,
        second: `Пусть ${sender} придерживает второй надёжный ответ, пока не придёт PRACK на первый.`,
        answer: `Пусть ${sender} придерживает свой 2xx, пока не придёт PRACK.`,
        trying: `Пусть ${sender} отправляет 100 без RSeq и без Require: 100rel.`,
      }[kind] ||
        `Пусть ${sender} увеличивает RSeq на единицу с каждым новым надёжным ответом, начиная со случайного числа меньше 2147483648: обновите его программу.`,
      'Если между ними стоит B2BUA, захватывайте с обеих его сторон: для каждой стороны он должен считать отдельно.',
    ],
    message: ({ kind, sender, value, before, ...of }) =>
      ({
        gap: `${capitalize(messageName(of))} от ${sender} несёт RSeq ${value} после ${before}; должно быть на единицу больше.`,
        repeated: `${capitalize(messageName(of))} от ${sender} снова несёт RSeq ${value}, который уже был у более раннего ответа на тот же INVITE.`,
        falling: `${capitalize(messageName(of))} от ${sender} несёт RSeq ${value} после ${before}; должно быть на единицу больше.`,
        second: `${sender} отправил второй надёжный ответ (RSeq ${value}) до PRACK на первый (RSeq ${before}).`,
        start: `Первый надёжный ответ от ${sender} несёт RSeq ${value} вне диапазона от 1 до 2147483647.`,
        number: `${capitalize(messageName(of))} от ${sender} несёт RSeq, который не является числом: «${value}».`,
        trying: `${sender} отправил 100 с RSeq ${value}; 100 надёжным не бывает.`,
        rack: `PRACK от ${sender} несёт RAck, который нельзя прочесть: «${value}».`,
        cseq: `PRACK от ${sender} подтверждает ${value}, а ответ — ${before}.`,
        answer: `${sender} ответил на INVITE до PRACK на свой надёжный ответ с SDP (RSeq ${value}).`,
      })[kind],
  } satisfies RuleWords<typeof prackRseqDisorder>,
  'rel100-negotiation-failed': {
    title: 'Не удалось договориться о 100rel',
    why: ({ kind, retried, answered }) =>
      retried
        ? 'Вторая попытка договорилась: это стоит одного круга сообщений на каждый вызов.'
        : {
            refused: 'Вызов не удаётся, хотя обе стороны на месте.',
            demanded: 'Вызов не удаётся, хотя обе стороны на месте.',
            unreliable: answered
              ? 'Вызов прошёл; но вызывающий, который ждёт надёжного ответа, может его завершить, а потерянный звонок остаётся незамеченным.'
              : 'Вызывающий, настаивающий на 100rel, может игнорировать этот ответ и ждать надёжного.',
            unasked: 'Вызывающий не знает PRACK, поэтому сервер повторяет свой ответ 32 с, а затем отклоняет вызов.',
          }[kind],
    fix: ({ kind, client, server }) => [
      {
        refused: `Пусть ${client} указывает 100rel в Supported, а не в Require: тогда он используется там, где есть у обеих сторон.`,
        demanded: `Включите 100rel в ${client} или пусть ${server} на этом транке обходится без него.`,
        unreliable: `Пусть ${server} отправляет RSeq и Require: 100rel в предварительных ответах или отвергает INVITE кодом 420.`,
        unasked: `Пусть ${server} отправляет обычные предварительные ответы вызывающим, у которых нет 100rel в Supported.`,
      }[kind],
      'Если между ними стоит SBC, согласуйте его настройку 100rel с обеих сторон: он может удалять поле заголовка только в одном направлении.',
    ],
    message: ({ kind, client, server, status, retried }) =>
      ({
        refused: `${server} отверг INVITE от ${client} кодом 420, потому что не поддерживает 100rel, которого INVITE требует`,
        demanded: `${server} отверг INVITE от ${client} кодом 421, потому что настаивает на 100rel, которого INVITE не предлагает`,
        unreliable: `${capitalize(messageName({ method: 'INVITE', status }))} от ${server} ненадёжный, хотя INVITE от ${client} требует 100rel`,
        unasked: `${capitalize(messageName({ method: 'INVITE', status }))} от ${server} надёжный, хотя в INVITE от ${client} нет 100rel`,
      })[kind] + (retried ? '; следующая попытка это учла.' : '.'),
  } satisfies RuleWords<typeof rel100NegotiationFailed>,
};
