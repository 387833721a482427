/** Rules on security. */
import type { RuleWords } from '../../../rules/define.ts';
import { NAME_LIMIT, type registrationBruteForce } from '../../../rules/security/registration-brute-force.ts';
import type { scannerDetected } from '../../../rules/security/scanner-detected.ts';
import type { tollFraudPattern } from '../../../rules/security/toll-fraud-pattern.ts';
import { USER_LIMIT, type userEnumeration } from '../../../rules/security/user-enumeration.ts';
import { count, duration, plural } from '../phrases.ts';

const LONGEST = 60;

const addressOf = (source: string) => source.slice(0, source.lastIndexOf(':'));

/** After "к", in the dative. */
function toMany(n: number, one: string, several: string, capped: number): string {
  return n >= capped ? `${capped} или более ${several}` : `${n} ${plural(n, one, several, several)}`;
}

export const security = {
  'registration-brute-force': {
    title: 'Подбирают пароли',
    why: ({ kind, user }) =>
      kind === 'broken-in'
        ? `Кто бы это ни был, теперь он может звонить как ${user} за ваш счёт.`
        : 'Одного попадания достаточно, чтобы звонить за ваш счёт, обычно ночью и на дорогие номера.',
    fix: ({ kind, source, server, user }) => [
      ...(kind === 'broken-in'
        ? [`Немедленно заблокируйте ${user} на ${server}, смените его пароль и посмотрите его вызовы с тех пор.`]
        : []),
      `Заблокируйте ${addressOf(source)} в межсетевом экране; пусть после нескольких неудач это делает fail2ban или SBC.`,
      'Используйте длинные случайные пароли, не совпадающие с номером, и разрешайте каждую учётную запись только из сетей, где она используется.',
      'Если это ваш шлюз, АТС или тест, исправьте его учётные данные.',
    ],
    message: ({ kind, source, server, attempts, burst, over, users, user, agent }) =>
      `${source}${agent === '' ? '' : ` («${agent}»)`} получил ${count(attempts, 'отказ', 'отказа', 'отказов')} во входе на ${server}, ` +
      `из них ${burst} за ${duration(over)}, ` +
      {
        guessing: `все для пользователя «${user}».`,
        spraying: `для ${users >= NAME_LIMIT ? `${NAME_LIMIT} или более пользователей` : count(users, 'пользователя', 'пользователей', 'пользователей')}.`,
        'broken-in': `а затем вошёл как «${user}».`,
      }[kind],
    limits: ({ kind }) =>
      kind === 'broken-in'
        ? 'Пользователь, исправивший пароль после многих попыток, выглядит так же.'
        : 'Шлюз или АТС с неверными учётными данными всех своих линий выглядит так же, если пробует достаточно быстро.',
  } satisfies RuleWords<typeof registrationBruteForce>,
  'scanner-detected': {
    title: 'Работает сканер SIP',
    why: ({ succeeded }) =>
      succeeded > 0
        ? 'Он нашёл отвечающий сервер, и всё, что он узнал, используют для подбора паролей и мошеннических вызовов.'
        : 'Он ищет серверы и учётные записи, чтобы подбирать пароли; кроме того, он портит любой счёт неудавшихся вызовов.',
    fix: ({ source }) => [
      `Отбрасывайте ${source} без ответа в межсетевом экране или через fail2ban; лучше, чтобы порт SIP был доступен только известным сетям.`,
      'Пусть серверы игнорируют неизвестные запросы, а не отвечают на них; в сторону интернета используйте TLS или другой порт.',
      'Если это ваш собственный аудит или мониторинг, делать ничего не нужно.',
    ],
    message: ({ kind, source, agent, requests, hosts, users, capped, methods, succeeded, over }) => {
      const tried = `${count(requests, 'запрос', 'запроса', 'запросов')} (${methods.join(', ')}) к ${toMany(hosts, 'узлу', 'узлам', capped)} и ${toMany(users, 'пользователю', 'пользователям', capped)}`;
      const got =
        succeeded === 0 ? '' : `; успешный ответ ${plural(succeeded, 'получил', 'получили', 'получили')} ${succeeded}`;
      return kind === 'name'
        ? `${source} сканирует программой «${agent}»: ${tried}${got}.`
        : `${source} пробовал много узлов один за другим: ${tried}, почти все с отказом или без ответа (первые за ${duration(over)}).`;
    },
    limits: ({ kind }) => (kind === 'sweep' ? 'Автообзвон или тест, вызывающий много серверов, выглядит так же.' : ''),
  } satisfies RuleWords<typeof scannerDetected>,
  'toll-fraud-pattern': {
    title: 'Вызовы, похожие на мошенничество (toll fraud)',
    why: ({ through }) =>
      through > 0
        ? 'Один вызов прошёл: последуют другие, обычно ночью и на дорогие номера.'
        : 'Кто-то ищет префикс, ведущий наружу; первый подошедший используют, пока его не закроют.',
    fix: ({ source, server, through }) => [
      ...(through > 0
        ? [`Немедленно посмотрите вызовы от ${source} на ${server} и запретите то, что они набирали.`]
        : []),
      `Заблокируйте ${source} в межсетевом экране или пусть ${server} принимает вызовы только от известных узлов и зарегистрированных пользователей.`,
      'Убедитесь, что вызовы из неизвестных источников не попадают на исходящие маршруты (контекст по умолчанию или гостевой), и задайте пределы вызовов и расходов на каждую учётную запись.',
      'Если это тест или ваш план набора, перебирающий префиксы, делать ничего не нужно.',
    ],
    message: ({ kind, source, server, number, tries, through, agent, ...args }) => {
      const prefixes = args.prefixes
        .map((prefix) => prefix || 'без префикса')
        .join(', ')
        .slice(0, LONGEST);
      const by = agent === '' ? source : `${source} («${agent}»)`;
      const rang = through === 0 ? 'не прошёл ни один' : `${plural(through, 'прошёл', 'прошли', 'прошло')} ${through}`;
      return kind === 'open'
        ? `${by} вызвал ${number} через ${server} без учётных данных, и ${through === 1 ? 'вызов прошёл' : `таких вызовов ${plural(through, 'прошёл', 'прошло', 'прошло')} ${through}`}.`
        : `${by} набирал …${number} на ${server} ${count(tries, 'раз', 'раза', 'раз')} с новыми и новыми префиксами (${prefixes}); ${rang}.`;
    },
    limits: () => 'Должен ли был кто-то туда звонить, в трассировке не видно.',
  } satisfies RuleWords<typeof tollFraudPattern>,
  'user-enumeration': {
    title: 'Перебирают имена пользователей',
    why: ({ kind }) =>
      kind === 'revealing'
        ? 'Ответы выдают, какие учётные записи существуют; дальше к ним начнут подбирать пароли.'
        : 'Кто знает учётные записи, дальше подбирает их пароли.',
    fix: ({ kind, server, source, existingStatus, unknownStatus }) => [
      ...(kind === 'revealing'
        ? [
            `Пусть ${server} отвечает одинаково для существующих и несуществующих пользователей: сейчас это ${existingStatus} и ${unknownStatus} (alwaysauthreject=yes в chan_sip Asterisk, PJSIP делает так всегда; в Kamailio и OpenSIPS запрашивайте аутентификацию до поиска пользователя).`,
          ]
        : []),
      `Заблокируйте ${addressOf(source)} в межсетевом экране или через fail2ban.`,
      'Если это программа настройки (provisioning) или ваш тест, делать ничего не нужно.',
    ],
    message: (args) =>
      `${args.source} спрашивал у ${args.server} о ${args.users >= USER_LIMIT ? `${USER_LIMIT} или более пользователях` : count(args.users, 'пользователе', 'пользователях', 'пользователях')} через ${args.method}, от «${args.first}» до «${args.last}», без учётных данных, из них ${args.burst} за ${duration(args.over)}` +
      (args.kind === 'revealing'
        ? `; ответы выдают, что ${args.existing} ${plural(args.existing, 'существует', 'существуют', 'существуют')} (${args.existingStatus}), а ${args.unknown} нет (${args.unknownStatus}).`
        : '.'),
    limits: ({ kind }) =>
      kind === 'scanner'
        ? ''
        : 'Программа настройки (provisioning) или тест, проходящий по списку пользователей, выглядит так же.',
  } satisfies RuleWords<typeof userEnumeration>,
};
