/** The verdict of a call in one short paragraph, and what to do about it. Composed from its facts. */
import { findStatus } from '../../catalogue/statuses.ts';
import { type RootCause, tellsTheSame } from '../../explain/cause.ts';
import { tellingCause } from '../../explain/decision.ts';
import type { VerdictKey } from '../../explain/verdict.ts';
import type { Args } from '../../model.ts';
import { address, capitalize, named, sentences } from '../phrases.ts';
import { decider } from './decider.ts';
import { after, duration, host, times } from './phrases.ts';
import { answeredHow, branches, changed, heard, release, rounds } from './pieces.ts';
import { causeAdvice, reasonSentence, retrySentence, warningSentence } from './reason.ts';
import { type Story, storyOf } from './root-causes.ts';
import { wordsOf } from './words.ts';

export interface VerdictWords {
  readonly text: string;
  readonly advice: string;
}

type Words = (args: Args, cause: RootCause | undefined) => VerdictWords;

// ── Pieces ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** "Шлюз 192.0.2.9 (…) отклонил вызов через 8,0 с: занято (486 Busy Here). Передал прокси 192.0.2.5." */
function refusedBy(args: Args, verb: string, reason = ''): string {
  const why = reason === '' ? '' : `: ${reason}`;
  const did = isPassedOn(args) ? 'передал отказ' : verb;
  return sentences(`${capitalize(host(args))} ${did}${after(args.after)}${why} (${named(args)}).`, relay(args));
}

function relay(args: Args): string {
  return args.relayed ? `Ответ передал прокси ${args.server}.` : '';
}

/** Codes that a device gives, seen no further than the proxy that handed them on. */
function isPassedOn({ role, status, rang }: Args): boolean {
  return role === 'proxy' && (rang !== undefined || [486, 488, 600, 603, 606, 607].includes(Number(status)));
}

const RING_LONGER = 'Если звонок должен длиться дольше, увеличьте Expires в INVITE у вызывающего.';

function adviceOf(args: Args): string {
  if (args.decision === 'expires') return RING_LONGER;
  if (args.insteadOf === undefined) return causeAdvice(args) || wordsOf(Number(args.status), args).howToFix;
  return `Начните с ответа ${args.insteadOf} от ${args.insteadOfHost}. ${wordsOf(Number(args.insteadOf)).howToFix}`;
}

function storyFor(key: VerdictKey, args: Args, cause: RootCause | undefined): Story | undefined {
  return cause === undefined || tellsTheSame(key, cause.rule) ? undefined : storyOf(cause, args);
}

function told(story: Story | undefined): string {
  return story === undefined ? '' : `${capitalize(story.text)}.`;
}

/** Somebody said no: who, what, after how long, why, and what the caller heard. */
function refusal(key: VerdictKey, verb: string, reason?: (args: Args) => string): Words {
  return (args, cause) => {
    const story = storyFor(key, args, cause);
    const text = sentences(
      refusedBy(args, verb, reason?.(args)),
      changed(args),
      reasonSentence(args),
      warningSentence(args),
      retrySentence(args),
      branches(args),
      !story?.silence && heard(args),
      decider(args),
      told(story),
    );
    return { text, advice: adviceOf(args) };
  };
}

function opening(text: string, story: Story | undefined): string {
  return story === undefined
    ? `${text}.`
    : `${text}${story.join}${story.join === '. ' ? capitalize(story.text) : story.text}.`;
}

/** What a code says; a cause says it better. */
function unless(reason: string): (args: Args) => string {
  return (args) => (tellingCause(args) === undefined ? reason : '');
}

function notFound(args: Args): string {
  switch (args.status) {
    case 410:
      return 'номера или пользователя больше нет';
    case 484:
      return 'номер неполный';
    case 485:
      return 'этот адрес общий у нескольких пользователей';
    case 604:
      return 'такого номера или пользователя нет нигде';
    default:
      return 'такого номера или пользователя нет';
  }
}

function credentials(args: Args, cause: RootCause | undefined): string {
  const { kind, offered, given } = cause?.args ?? {};
  if (cause?.rule === 'auth-challenge-unanswered') {
    if (kind === 'unusable') return 'В ответе нет запроса аутентификации, на который клиент мог бы ответить.';
    return kind === 'ignored'
      ? 'Вызывающий их не отправил.'
      : `Предложен только ${offered}, и вызывающий на это не ответил.`;
  }
  if (Number(args.rounds) === 0) return 'Попытки вызывающего отправить их в трассировке нет.';
  const why =
    cause?.rule !== 'auth-credentials-rejected'
      ? undefined
      : {
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
}

/** "На вызов ответил вызываемый 192.0.2.7 через 5,5 с"; who stands behind a proxy is not seen. */
function answeredBy(args: Args): string {
  if (args.host === undefined) return `На вызов ответили${after(args.after)}`;
  if (args.role === 'proxy') return `На вызов за ${host(args)} ответили${after(args.after)}`;
  return `На вызов ответил ${host(args)}${after(args.after)}`;
}

/** What is left to look at when the signalling went well. */
function afterAnswer({ ringing }: Args): string {
  return ringing === false
    ? 'Если после ответа слышны гудки, этот маршрут отвечает слишком рано: сравните его с другим.'
    : 'Если вызов всё же был плохим, смотрите на звук: адреса в SDP и RTP в обе стороны.';
}

const BEGIN_EARLIER = 'Начните снимать трафик до вызова, чтобы увидеть, как он был установлен.';

/** Behind a proxy the capture shows nobody else. */
function gaveUp(args: Args): string {
  return args.role === 'proxy' ? `${capitalize(host(args))} отменил вызов` : 'Вызывающий перестал ждать';
}

/** How far the call had got when it was cancelled. */
function waited({ reach, audible, rang }: Args): string {
  if (reach === 'ringing')
    return rang === undefined ? '; телефон в это время звонил' : `; звонок длился ${duration(rang)}`;
  if (reach === 'trying' || reach === 'nothing') return ', до всякого звонка';
  return audible === 'early-media' ? ', во время early media' : '';
}

/** What to do about a call that was given up. */
function abandoned({ reach, audible, decision }: Args): string {
  if (decision !== undefined) return 'Проверьте таймер неответа системы, отправившей CANCEL.';
  if (reach === 'progress' && audible === 'early-media')
    return 'Выясните, что звучало в early media: гудки или сообщение, после которого вызывающий отменил вызов.';
  if (reach === 'trying' || reach === 'progress')
    return 'Выясните, почему не было звонка: следующий узел получил запрос, посмотрите, что он с ним сделал.';
  return reach === 'nothing'
    ? 'Выясните, почему не было звонка: проверьте адрес, порт, транспорт и межсетевой экран следующего узла.'
    : 'Исправлять нечего, если вызывающий отменил вызов во время звонка. Если раньше должна была ответить голосовая почта, сократите таймер неответа.';
}

/** How far a call had got that has no result. */
const open: Readonly<Record<string, string>> = {
  nothing: 'Ответов на этот вызов в трассировке нет.',
  trying: 'Кроме 100 Trying, в трассировке этого вызова ничего нет.',
  progress: 'Трассировка кончается раньше, чем вызов получил исход. Вызов продвигался.',
  ringing: 'Трассировка кончается раньше, чем вызов получил исход. Телефон звонил.',
};

// ── Verdicts ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const verdicts: Readonly<Record<VerdictKey, Words>> = {
  answered: (args, cause) => {
    const story = storyFor('answered', args, cause);
    const text = sentences(
      opening(answeredBy(args), story),
      !story?.silence && answeredHow(args, story === undefined),
      branches(args),
      rounds(args),
      !story?.ending && release(args),
    );
    return { text, advice: cause === undefined ? afterAnswer(args) : '' };
  },
  'answered-before-capture': (args, cause) => {
    const story = storyFor('answered-before-capture', args, cause);
    const text = opening('К началу захвата на вызов уже ответили', story);
    return { text: sentences(text, !story?.ending && release(args)), advice: cause === undefined ? BEGIN_EARLIER : '' };
  },
  'busy-here': refusal('busy-here', 'отклонил вызов', () => 'занято'),
  'busy-everywhere': (args, cause) => ({
    text: sentences(
      refusedBy(args, 'отклонил вызов', 'вызываемый абонент занят на всех устройствах'),
      changed(args),
      reasonSentence(args),
      retrySentence(args),
      'Ответ 6xx завершает форкинг: пробовать другой телефон, маршрут или голосовую почту нельзя (RFC 3261 §16.7).',
      branches(args),
      heard(args),
      decider(args),
      told(storyFor('busy-everywhere', args, cause)),
    ),
    advice: wordsOf(600, args).howToFix,
  }),
  declined: refusal('declined', 'отказался принять вызов'),
  unwanted: refusal('unwanted', 'отверг вызов как нежелательный'),
  blocked: refusal('blocked', 'заблокировал вызов'),
  cancelled: (args, cause) => {
    const story = storyFor('cancelled', args, cause);
    const silent = 'Ход вызова был без SDP и без 180, так что вызывающий, скорее всего, ничего не слышал.';
    return {
      text: sentences(
        `${gaveUp(args)}${after(args.cancelledAfter ?? args.after)}${waited(args)}.`,
        !story?.silence && args.audible === 'silence' && silent,
        branches(args),
        decider(args),
        told(story),
      ),
      advice: cause === undefined ? abandoned(args) : '',
    };
  },
  'cancelled-elsewhere': (args) => ({
    text: `Эта ветвь отменена${after(args.cancelledAfter ?? args.after)}: на вызов ответили на другом устройстве.`,
    advice: 'Исправлять нечего: телефон не должен показывать его как пропущенный.',
  }),
  terminated: (args, cause) => ({
    text: sentences(
      refusedBy(args, 'завершил попытку'),
      args.decision === 'expires'
        ? 'CANCEL в трассировке нет.'
        : 'CANCEL в трассировке нет: её завершил таймер Expires, B2BUA или CANCEL на другом пути.',
      decider(args),
      reasonSentence(args),
      told(storyFor('terminated', args, cause)),
    ),
    advice:
      args.decision === 'expires'
        ? RING_LONGER
        : 'Ищите CANCEL на следующем узле, Expires в INVITE и запись в журнале узла, отправившего 487.',
  }),
  'no-answer': (args, cause) => {
    const story = storyFor('no-answer', args, cause);
    const waited = args.rang === undefined ? after(args.after) : `; звонок длился ${duration(args.rang)}`;
    const text = sentences(
      `Никто не ответил: ${host(args)} завершил попытку${waited} (${named(args)}).`,
      relay(args),
      changed(args),
      reasonSentence(args),
      branches(args),
      decider(args),
      args.audible === 'ringback' ? 'Вызывающий должен был слышать гудки.' : !story?.silence && heard(args),
      told(story),
    );
    return { text, advice: adviceOf(args) };
  },
  redirected: (args, cause) => {
    const there =
      cause?.args.kind === 'same-target'
        ? 'но это тот самый адрес, на который вызывали'
        : 'но вызывающий в этой трассировке туда не обратился';
    return {
      text: sentences(
        refusedBy(args, 'перенаправил вызов'),
        args.contact
          ? `Указан адрес ${args.contact}, ${there}.`
          : args.status === 380
            ? 'Вместо адреса в теле ответа указана другая услуга.'
            : 'Новый адрес не указан.',
        told(storyFor('redirected', args, cause)),
      ),
      advice:
        args.status === 380
          ? adviceOf(args)
          : 'Разрешите вызывающему следовать перенаправлениям или пусть перенаправляющая система сама переадресует вызов.',
    };
  },
  'not-found': refusal('not-found', 'отклонил вызов', notFound),
  forbidden: (args, cause) =>
    cause?.rule === 'auth-credentials-rejected'
      ? { text: refusedBy(args, 'отклонил вызов', 'он не принимает учётные данные вызывающего'), advice: '' }
      : refusal('forbidden', 'отклонил вызов', unless('это запрещают его правила'))(args, cause),
  unavailable: refusal('unavailable', 'отклонил вызов', unless('вызываемый абонент сейчас недоступен')),
  'media-refused': refusal('media-refused', 'отклонил вызов', ({ status }) =>
    status === 415 ? 'такое тело он прочесть не может' : 'предложенные медиа не подходят',
  ),
  rejected: refusal('rejected', 'отклонил вызов', (args) =>
    findStatus(Number(args.status)) === undefined ? '' : wordsOf(Number(args.status), args).means,
  ),
  unauthorized: (args, cause) => ({
    text: sentences(
      refusedBy(args, 'потребовал учётные данные'),
      credentials(args, cause),
      told(storyFor('unauthorized', args, cause)),
    ),
    advice:
      Number(args.rounds) > 0
        ? 'Заново задайте имя пользователя и пароль на обеих сторонах и сравните realm с запросом аутентификации.'
        : adviceOf(args),
  }),
  'no-response': (args, cause) => ({
    text: sentences(
      `${args.server} совсем не ответил: INVITE отправлен ${times(args.sends ?? 1)}, и никакого ответа не пришло.`,
      told(storyFor('no-response', args, cause)),
    ),
    advice: 'Проверьте адрес, порт, транспорт и межсетевой экран, а также принимает ли сервер этот источник.',
  }),
  stalled: (args, cause) => ({
    text: sentences(
      `${args.server} принял INVITE и замолчал: ничего, кроме 100 Trying` +
        `${args.after === undefined ? '' : `, за ${duration(args.after)}`}.`,
      told(storyFor('stalled', args, cause)),
    ),
    advice:
      'Ответ 100 говорит лишь о следующем узле. Смотрите на узел дальше: неработающий шлюз, зависший поиск или пустая ' +
      'таблица местоположений.',
  }),
  timeout: (args, cause) => {
    const { text, advice } = refusal('timeout', 'перестал ждать')(args, cause);
    // The hop that fell silent is known.
    const known = cause?.rule === 'invite-no-response' || cause?.rule === 'invite-stalled-after-trying';
    return { text, advice: known ? '' : advice };
  },
  'server-failure': refusal('server-failure', 'не смог обслужить вызов', (args) =>
    args.status === 500 ||
    args.status === 503 ||
    tellingCause(args) !== undefined ||
    findStatus(Number(args.status)) === undefined
      ? ''
      : wordsOf(Number(args.status), args).means,
  ),
  unfinished: (args, cause) => {
    if (cause?.rule === 'invite-no-final-response' && cause.args.kind === 'ringing') {
      const { server, status, waited } = cause.args;
      return {
        text: `Вызов так и не получил окончательного ответа: последним от ${address(server)} пришёл ${status}, и после него ${duration(waited)} не было ничего.`,
        advice: 'Выясните, чего ждёт дальняя сторона: такой вызов должен завершать таймер неответа.',
      };
    }
    return {
      text: sentences(open[String(args.reach)] ?? open.progress, told(storyFor('unfinished', args, cause))),
      advice:
        args.reach === 'nothing'
          ? 'Снимайте трафик дольше и в обоих направлениях.'
          : 'Снимайте трафик дольше, чтобы увидеть, чем кончится вызов.',
    };
  },
  unknown: (_args, cause) => ({
    text: sentences('В трассировке лишь обрывки этого вызова.', cause && told(storyOf(cause, {}))),
    advice: '',
  }),
};
