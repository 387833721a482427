/** The verdict of a call, and what to do about it. */
import { address, capitalize, named } from '../phrases.ts';
import { verdictsFrom } from '../verdict.ts';
import { decider } from './decider.ts';
import { after, duration, host, times } from './phrases.ts';
import { answeredHow, branches, changed, heard, release, rounds } from './pieces.ts';
import { causeAdvice, reasonSentence, retrySentence, warningSentence } from './reason.ts';
import { storyOf } from './root-causes.ts';
import { wordsOf } from './words.ts';

export const verdicts = verdictsFrom({
  wordsOf,
  storyOf,
  pieces: {
    changed,
    reason: reasonSentence,
    warning: warningSentence,
    retry: retrySentence,
    branches,
    heard,
    answeredHow,
    rounds,
    release,
    decider,
    causeAdvice,
  },
  but: (opening, clause) => `${opening}, но ${clause}.`,
  deeds: {
    refused: 'отклонил вызов',
    declined: 'отказался принять вызов',
    unwanted: 'отверг вызов как нежелательный',
    blocked: 'заблокировал вызов',
    ended: 'завершил попытку',
    redirected: 'перенаправил вызов',
    challenged: 'потребовал учётные данные',
    waited: 'перестал ждать',
    gaveUp: 'не смог обслужить вызов',
    passedOn: 'передал отказ',
  },
  whys: {
    busy: 'занято',
    busyEverywhere: 'вызываемый абонент занят на всех устройствах',
    gone: 'номера или пользователя больше нет',
    incomplete: 'номер неполный',
    ambiguous: 'этот адрес общий у нескольких пользователей',
    nowhere: 'такого номера или пользователя нет нигде',
    notFound: 'такого номера или пользователя нет',
    forbidden: 'это запрещают его правила',
    credentials: 'он не принимает учётные данные вызывающего',
    unavailable: 'вызываемый абонент сейчас недоступен',
    body: 'такое тело он прочесть не может',
    media: 'предложенные медиа не подходят',
  },
  // "Шлюз 192.0.2.9 (…) отклонил вызов через 8,0 с: занято (486 Busy Here)."
  refused: (args, deed, why) =>
    `${capitalize(host(args))} ${deed}${after(args.after)}${why === '' ? '' : `: ${why}`} (${named(args)}).`,
  relayed: (server) => `Ответ передал прокси ${server}.`,
  // "На вызов ответил вызываемый 192.0.2.7 через 5,5 с".
  answeredBy(args) {
    if (args.host === undefined) return `На вызов ответили${after(args.after)}`;
    if (args.role === 'proxy') return `На вызов за ${host(args)} ответили${after(args.after)}`;
    return `На вызов ответил ${host(args)}${after(args.after)}`;
  },
  answeredBefore: 'К началу захвата на вызов уже ответили',
  nothingElse:
    'Ответ 6xx завершает форкинг: пробовать другой телефон, маршрут или голосовую почту нельзя (RFC 3261 §16.7).',
  cancelled(args, reached) {
    const who = args.role === 'proxy' ? `${capitalize(host(args))} отменил вызов` : 'Вызывающий перестал ждать';
    const when = {
      nothing: ', до всякого звонка',
      ringing: args.rang === undefined ? '; телефон в это время звонил' : `; звонок длился ${duration(args.rang)}`,
      'early-media': ', во время early media',
      progress: '',
    }[reached];
    return `${who}${after(args.cancelledAfter ?? args.after)}${when}.`;
  },
  silentProgress: 'Ход вызова был без SDP и без 180, так что вызывающий, скорее всего, ничего не слышал.',
  cancelledElsewhere: (time) => `Эта ветвь отменена${after(time)}: на вызов ответили на другом устройстве.`,
  noCancel: {
    expired: 'CANCEL в трассировке нет.',
    unexplained: 'CANCEL в трассировке нет: её завершил таймер Expires, B2BUA или CANCEL на другом пути.',
  },
  noAnswer(args) {
    const waited = args.rang === undefined ? after(args.after) : `; звонок длился ${duration(args.rang)}`;
    return `Никто не ответил: ${host(args)} завершил попытку${waited} (${named(args)}).`;
  },
  ringingTone: 'Вызывающий должен был слышать гудки.',
  redirection: {
    to: (contact, target) =>
      target === 'called'
        ? `Указан адрес ${contact}, но это тот самый адрес, на который вызывали.`
        : `Указан адрес ${contact}, но вызывающий в этой трассировке туда не обратился.`,
    service: 'Вместо адреса в теле ответа указана другая услуга.',
    nowhere: 'Новый адрес не указан.',
  },
  credentials: {
    unusable: 'В ответе нет запроса аутентификации, на который клиент мог бы ответить.',
    ignored: 'Вызывающий их не отправил.',
    notAnswered: (scheme) => `Предложен только ${scheme}, и вызывающий на это не ответил.`,
    none: 'Попытки вызывающего отправить их в трассировке нет.',
    rejected(kind, given) {
      const why = {
        user: ': нет имени пользователя',
        realm: `: они составлены для realm «${given}»`,
        nonce: ': они отвечают на более старый запрос аутентификации',
        server: ': запрос аутентификации пришёл от другого сервера',
        algorithm: `: в них использован ${given}, который не предлагался`,
        qop: `: в них использован qop ${given}, который не предлагался`,
        refused: ', хотя они отвечают на его запрос: неверны имя пользователя или пароль',
        expired: ': срок их nonce истёк',
      }[String(kind)];
      return `Отправленные вызывающим учётные данные не приняты${why ?? ''}.`;
    },
  },
  noResponse: (server, sends) =>
    `${server} совсем не ответил: INVITE отправлен ${times(sends)}, и никакого ответа не пришло.`,
  stalled: (server, time) =>
    `${server} принял INVITE и замолчал: ничего, кроме 100 Trying${time === undefined ? '' : `, за ${duration(time)}`}.`,
  open: {
    nothing: 'Ответов на этот вызов в трассировке нет.',
    trying: 'Кроме 100 Trying, в трассировке этого вызова ничего нет.',
    progress: 'Трассировка кончается раньше, чем вызов получил исход. Вызов продвигался.',
    ringing: 'Трассировка кончается раньше, чем вызов получил исход. Телефон звонил.',
  },
  neverEnded: (server, status, waited) =>
    `Вызов так и не получил окончательного ответа: последним от ${address(server)} пришёл ${status}, и после него ${duration(waited)} не было ничего.`,
  fragments: 'В трассировке лишь обрывки этого вызова.',
  advice: {
    tooEarly: 'Если после ответа слышны гудки, этот маршрут отвечает слишком рано: сравните его с другим.',
    audio: 'Если вызов всё же был плохим, смотрите на звук: адреса в SDP и RTP в обе стороны.',
    beginEarlier: 'Начните снимать трафик до вызова, чтобы увидеть, как он был установлен.',
    ringLonger: 'Если звонок должен длиться дольше, увеличьте Expires в INVITE у вызывающего.',
    noAnswerTimer: 'Проверьте таймер неответа системы, отправившей CANCEL.',
    earlyMedia: 'Выясните, что звучало в early media: гудки или сообщение, после которого вызывающий отменил вызов.',
    nextHopSilent: 'Выясните, почему не было звонка: следующий узел получил запрос, посмотрите, что он с ним сделал.',
    nextHopDead:
      'Выясните, почему не было звонка: проверьте адрес, порт, транспорт и межсетевой экран следующего узла.',
    callerGaveUp:
      'Исправлять нечего, если вызывающий отменил вызов во время звонка. Если раньше должна была ответить голосовая почта, сократите таймер неответа.',
    elsewhere: 'Исправлять нечего: телефон не должен показывать его как пропущенный.',
    findCancel: 'Ищите CANCEL на следующем узле, Expires в INVITE и запись в журнале узла, отправившего 487.',
    redirection:
      'Разрешите вызывающему следовать перенаправлениям или пусть перенаправляющая система сама переадресует вызов.',
    newPassword:
      'Заново задайте имя пользователя и пароль на обеих сторонах и сравните realm с запросом аутентификации.',
    noResponse: 'Проверьте адрес, порт, транспорт и межсетевой экран, а также принимает ли сервер этот источник.',
    stalled:
      'Ответ 100 говорит лишь о следующем узле. Смотрите на узел дальше: неработающий шлюз, зависший поиск или пустая ' +
      'таблица местоположений.',
    neverEnded: 'Выясните, чего ждёт дальняя сторона: такой вызов должен завершать таймер неответа.',
    bothWays: 'Снимайте трафик дольше и в обоих направлениях.',
    longer: 'Снимайте трафик дольше, чтобы увидеть, чем кончится вызов.',
  },
  beginWith: (status, name) => `Начните с ответа ${status} от ${name}.`,
});
