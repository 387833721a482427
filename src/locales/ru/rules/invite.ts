/** Rules on INVITE and CANCEL. */
import type { RuleWords } from '../../../rules/define.ts';
import type { cancelAnswerRace } from '../../../rules/invite/cancel-answer-race.ts';
import type { cancelMisuse } from '../../../rules/invite/cancel-misuse.ts';
import type { inviteNoFinalResponse } from '../../../rules/invite/invite-no-final-response.ts';
import type { inviteNoResponse } from '../../../rules/invite/invite-no-response.ts';
import type { inviteStalledAfterTrying } from '../../../rules/invite/invite-stalled-after-trying.ts';
import type { non2xxFinalNotAcked } from '../../../rules/invite/non2xx-final-not-acked.ts';
import { count, duration, later, plural, times } from '../phrases.ts';
import { fieldName } from './phrases.ts';

export const invite = {
  'cancel-answer-race': {
    title: 'CANCEL разминулся с ответом',
    why: ({ release }) =>
      release === 'late' || release === 'missing'
        ? 'Для сети вызов установлен, хотя вызывающий положил трубку: он тарифицируется, а вызываемый слушает тишину.'
        : 'Вызов считается отвеченным и может тарифицироваться, хотя вызывающий положил трубку.',
    fix: ({ release, caller }) =>
      release === 'late' || release === 'missing'
        ? [
            `Пусть ${caller} подтверждает 2xx и сразу отправляет BYE: после 2xx CANCEL ни на что не влияет.`,
            'На сервере не тарифицируйте вызовы, которые вызывающий отменил до того, как ответ до него дошёл.',
          ]
        : [
            'Если это редко, исправлять нечего: положить трубку и ответить в одно мгновение — дело обычное.',
            'Если это часто, ищите CANCEL, задержанный по пути, или машину, которая отвечает очень быстро.',
          ],
    message: ({ first, server, caller, apart, release, released }) =>
      (first === 'cancel'
        ? `${server} ответил на INVITE ${later(apart)} после того, как ${caller} отправил CANCEL`
        : `${caller} отправил CANCEL ${later(apart)} после того, как ${server} ответил на INVITE`) +
      {
        done: `; вызов освобождён запросом BYE ${later(released)}.`,
        late: `, а нужный тогда BYE пришёл лишь ${later(released)}.`,
        missing: ', и никакой BYE вызов не освободил.',
        unseen: '.',
      }[release],
    limits: ({ release }) => (release === 'unseen' ? 'Освобождён ли вызов потом, в этой трассировке не видно.' : ''),
  } satisfies RuleWords<typeof cancelAnswerRace>,
  'cancel-misuse': {
    title: 'CANCEL с нарушением правил',
    why: ({ kind }) =>
      ({
        early:
          'CANCEL может обогнать свой INVITE: его отвергают кодом 481, и вызываемый звонит, хотя вызывающий положил трубку.',
        differs:
          'Сервер может не найти INVITE и ответить 481: вызываемый продолжает звонить, хотя вызывающий положил трубку.',
        elsewhere: 'Тот узел не знает INVITE: вызываемый продолжает звонить, хотя вызывающий положил трубку.',
        method: 'Серверы его игнорируют: только INVITE длится достаточно долго, чтобы его отменять.',
        require:
          'Серверы обязаны игнорировать это поле в CANCEL; неисправный отвергает с 420, и вызываемый продолжает звонить.',
        challenged:
          'CANCEL нельзя отправить снова с учётными данными: вызываемый продолжает звонить, хотя вызывающий положил трубку.',
      })[kind],
    fix: ({ kind, client, server, field }) =>
      ({
        early: [
          `Пусть ${client} придерживает CANCEL до прихода предварительного ответа: ищите обновление программы.`,
          `Пусть ${server} сразу отправляет 100.`,
        ],
        differs: [
          `Пусть ${client} копирует ${fieldName(field)} из INVITE в CANCEL: это ошибка его программы.`,
          'Если между ними стоит маршрутизатор или SBC, отключите на нём SIP ALG.',
        ],
        elsewhere: [
          `Пусть ${client} отправляет CANCEL на тот адрес и порт, куда ушёл INVITE, без нового выбора DNS или балансировщика.`,
        ],
        method: [`Пусть ${client} использует CANCEL только для INVITE.`],
        require: [`Пусть ${client} не отправляет Require и Proxy-Require в CANCEL.`],
        challenged: [
          `Освободите CANCEL (и ACK) от аутентификации в ${server}; в Kamailio и OpenSIPS не вызывайте для них функции proxy_authorize.`,
        ],
      })[kind],
    message: ({ kind, client, server, field, sent, expected, apart, status }) =>
      ({
        early:
          `${client} отправил CANCEL до какого-либо ответа: ` +
          (status === 100 ? `100 пришёл ${later(apart)}.` : `INVITE он повторил ${later(apart)}.`),
        differs: `В CANCEL от ${client} ${sent === '' ? `нет ${fieldName(field, 'gen')}` : `${fieldName(field)} ${sent}`}, а в его INVITE ${expected === '' ? 'значения нет' : `это ${expected}`}.`,
        elsewhere: `${client} отправил CANCEL на ${sent}, а INVITE на ${expected}.`,
        method: `${client} отправил ${server} CANCEL для своего ${sent}.`,
        require: `CANCEL от ${client} содержит поле заголовка ${sent}.`,
        challenged: `${server} ответил на CANCEL от ${client} запросом аутентификации ${status}.`,
      })[kind],
  } satisfies RuleWords<typeof cancelMisuse>,
  'invite-no-final-response': {
    title: 'INVITE без окончательного ответа',
    why: ({ kind }) =>
      kind === 'ringing'
        ? 'Линия, канал и, возможно, канал за ним остаются занятыми, а вызывающий слышит гудки без конца.'
        : 'Вызываемый может звонить и дальше, хотя вызывающий ушёл, и каждый сервер на пути хранит вызов в памяти.',
    fix: ({ kind, server }) =>
      kind === 'ringing'
        ? [
            `Задайте время неответа там, где отвечают на вызов (за ${server}), или поле Expires в INVITE.`,
            'Убедитесь, что на каждом прокси по пути работает таймер C (более 3 минут), который завершает вызов CANCEL и 408.',
            'Если ожидание намеренное (очередь), пусть дальний конец повторяет предварительный ответ каждую минуту.',
          ]
        : [
            `Проверьте, работает ли ещё ${server} и доходит ли до него CANCEL: тот же адрес, порт и branch, что у INVITE.`,
            'Ищите межсетевой экран или привязку NAT, закрывшиеся во время звонка; держите их открытыми через rport и keep-alive.',
          ],
    message: ({ kind, server, status, waited, cancels }) =>
      kind === 'ringing'
        ? `Последним от ${server} пришёл ${status}; после него ничего не было ${duration(waited)}.`
        : `${server} после своего ${status} не ответил ни на CANCEL (${count(cancels, 'копия', 'копии', 'копий')}), ни на INVITE в течение ${duration(waited)}.`,
    limits: ({ kind }) => (kind === 'ringing' ? 'Очередь или сообщение могут держать вызов так намеренно.' : ''),
  } satisfies RuleWords<typeof inviteNoFinalResponse>,
  'invite-no-response': {
    title: 'INVITE без единого ответа',
    why: () =>
      'Вызывающий ждёт до таймера B (32 с), прежде чем вызов не удастся или уйдёт на другой маршрут; пользователь слышит тишину.',
    fix: ({ server, client, size, transport }) => [
      `Проверьте, что ${server} работает и слушает этот порт и транспорт и что между ними нет межсетевого экрана.`,
      `Проверьте, принимает ли ${server} запросы от ${client}: многие серверы молча отбрасывают неизвестные источники.`,
      ...(size > 1300 && transport === 'udp'
        ? [
            `INVITE занимает ${count(size, 'байт', 'байта', 'байт')}: по UDP он фрагментируется, а фрагменты часто отбрасываются. Попробуйте TCP.`,
          ]
        : []),
      'Пусть вызывающий переключается раньше: следующая цель DNS SRV, проверки запросами OPTIONS, более короткий таймер B.',
    ],
    message: ({ server, client, sends, waited }) =>
      `${server} так и не ответил на INVITE от ${client}: ` +
      (sends === 1
        ? `одна копия и никакого ответа в течение ${duration(waited)}.`
        : `за ${duration(waited)} ${plural(sends, 'отправлена', 'отправлены', 'отправлено')} ${count(sends, 'копия', 'копии', 'копий')}, и никакого ответа.`),
    limits: () =>
      'Трассировка показывает, что через эту точку захвата ответ не проходил; получил ли сервер INVITE, здесь не видно.',
  } satisfies RuleWords<typeof inviteNoResponse>,
  'invite-stalled-after-trying': {
    title: 'INVITE, не ушедший дальше 100 Trying',
    why: () =>
      'Вызывающий совсем ничего не слышит и сдаётся. 100 говорит лишь, что запрос у следующего узла: то, что за ним, молчит.',
    fix: ({ server }) => [
      `Смотрите на узел дальше: выясните, куда ${server} отправляет этот вызов, и захватывайте между ними. Не отвечает именно тот узел.`,
      `Пусть ${server} переключается раньше: 2–5 с без ответа должны переводить вызов на следующий маршрут (fr_timer в Kamailio по умолчанию 30 с).`,
      `Если ${server} никуда не отправляет INVITE, посмотрите, чего он ждёт сначала: DNS, ENUM, базы данных или запроса HTTP при маршрутизации.`,
    ],
    message: ({ server, client, silence, ended }) =>
      `${server} принял INVITE от ${client} ответом 100 и больше ничего не отправлял ${duration(silence)}` +
      {
        cancel: `, пока ${client} не прекратил попытку запросом CANCEL.`,
        timeout: ', а затем завершил попытку кодом 408.',
        nothing: '; в трассировке эту попытку ничто не завершает.',
      }[ended],
    limits: () => 'Где за этим сервером застрял вызов, в этой точке захвата не видно.',
  } satisfies RuleWords<typeof inviteStalledAfterTrying>,
  'non2xx-final-not-acked': {
    title: 'Отказ на INVITE без правильного ACK',
    why: ({ copies, kind }) =>
      copies > 1 || kind === 'elsewhere'
        ? 'Сервер повторяет отказ до таймера H (32 с) и всё это время хранит вызов в памяти; лимиты вызовов исчерпываются.'
        : 'Этот сервер с этим смирился. Другой не поймёт, какой INVITE подтверждён, будет повторять отказ 32 с и хранить вызов в памяти.',
    fix: ({ kind, client, server, field }) => [
      ...{
        absent: [
          `Пусть ${client} сам подтверждает каждый окончательный ответ на INVITE, от узла к узлу: ищите обновление программы или сценарий прокси, отбрасывающий отказы.`,
          `Проверьте, что ответы ${server} доходят до ${client}: истекла привязка NAT либо неверен адрес или порт в Via.`,
        ],
        differs: [
          `Сообщите производителю ${client}: в ACK на отказ ${fieldName(field)} должен быть как в ${field === 'to-tag' ? 'ответе' : 'INVITE'}.`,
          'Если между ними стоит маршрутизатор или SBC, отключите на нём SIP ALG: он может править Via лишь некоторых запросов.',
        ],
        elsewhere: [
          `Сообщите производителю ${client}: ACK на отказ идёт туда же, куда INVITE, и с branch этого INVITE; только ACK на 2xx следует Contact и набору маршрутов.`,
        ],
        ignored: [
          `Проверьте, доходит ли ACK до ${server}: сравните захват на той машине и посмотрите межсетевые экраны и балансировщики перед ней.`,
          `Если доходит, ${server} не сопоставляет его: сравните там его branch, sent-by и тег To.`,
        ],
      }[kind],
    ],
    message: ({ kind, client, server, status, copies, lasted, field, sent, expected }) =>
      ({
        absent: `${client} так и не подтвердил ${status} от ${server}, который отправил его ${times(copies)} за ${duration(lasted)}.`,
        differs: `В ACK, которым ${client} подтверждает ${status} от ${server}, ${sent === '' ? `нет ${fieldName(field, 'gen')}` : `${fieldName(field)} ${sent}`}${expected === '' ? ', хотя значения быть не должно' : `, а должен быть ${expected}`}.`,
        elsewhere: `${client} отправил ACK на ${status} от ${server} на ${sent}, поэтому ${server} его не получил.`,
        ignored: `${server} отправил свой ${status} (${times(copies)} за ${duration(lasted)}), хотя ${client} его подтвердил.`,
      })[kind],
    limits: ({ kind }) =>
      ({
        absent: 'ACK, прошедший другим путём, здесь не был бы виден.',
        differs: '',
        elsewhere: '',
        ignored: 'Потерялся ли ACK за этой точкой захвата или не сопоставлен сервером, здесь не видно.',
      })[kind],
  } satisfies RuleWords<typeof non2xxFinalNotAcked>,
};
