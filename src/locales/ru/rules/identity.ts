/** Rules on identity and privacy. */
import { clip } from '../../../rules/clip.ts';
import type { RuleWords } from '../../../rules/define.ts';
import type { identityHeaderConflict } from '../../../rules/identity/identity-header-conflict.ts';
import type { privacyLeak } from '../../../rules/identity/privacy-leak.ts';
import { count } from '../phrases.ts';

const LONGEST = 120;

export const identity = {
  'identity-header-conflict': {
    title: 'Вызывающий назван по-разному в нескольких полях заголовка',
    why: ({ kind, status }) =>
      kind === 'values'
        ? 'Получатели берут какое угодно значение или отбрасывают все: вызываемый видит неверный номер или никакого.'
        : `Операторы сверяют одно из этих полей с номерами транка: если они сверяют не тот номер, это объясняет ${status}.`,
    fix: ({ kind, sender }) =>
      kind === 'values'
        ? [
            `Пусть ${sender} отправляет одно P-Asserted-Identity или по одному URI sip и tel: часто АТС и SBC добавляют каждый своё.`,
          ]
        : [
            `Настройте ${sender} так, чтобы в поле, которое сверяет оператор, чаще всего P-Asserted-Identity, был номер транка.`,
            'Проверьте, не задают ли номер вызывающего и АТС, и SBC.',
          ],
    message: ({ kind, sender, server, status, callers, count: n }) =>
      kind === 'values'
        ? `В INVITE от ${sender} ${count(n, 'значение', 'значения', 'значений')} P-Asserted-Identity (${clip(callers.map(({ value }) => value).join(', '), LONGEST)}); допускается одно либо по одному URI sip и tel.`
        : `INVITE от ${sender}, который ${server} отклонил кодом ${status}, называет разных вызывающих: ${callers.map(({ field, value }) => `${field} — ${value}`).join(', ')}.`,
    limits: ({ kind }) => (kind === 'numbers' ? 'У отказа может быть и другая причина; сервер её не называет.' : ''),
  } satisfies RuleWords<typeof identityHeaderConflict>,
  'privacy-leak': {
    title: 'Скрытые сведения, покидающие сеть',
    why: ({ kind }) =>
      kind === 'topology'
        ? 'Посторонние узнают адреса внутренних серверов.'
        : 'Дальняя сторона может увидеть, кто звонит, хотя вызывающий скрыл номер.',
    fix: ({ kind, sender, receiver, field }) =>
      ({
        left: [
          `Удаляйте или заменяйте и ${field} в профиле приватности ${sender} в сторону ${receiver}.`,
          'Проверьте и остальное: Contact, Call-ID, History-Info и строку origin в SDP.',
        ],
        asserted: [
          `Если ${receiver} нельзя доверить сокрытие номера, пометьте его в ${sender} как недоверенный: тогда ${field} не отправляется (trust_id_outbound=no в Asterisk PJSIP, профиль приватности в SBC).`,
          'Ничего менять не нужно там, где личность требует договор с оператором.',
        ],
        contact: [
          `Пусть ${sender} не пишет номер в Contact, когда вызывающий его скрывает: имя транка или anonymous.`,
          'Ничего менять не нужно там, где следующий узел доверенный и заменяет Contact.',
        ],
        topology: [
          `Включите в ${sender} сокрытие топологии в сторону ${receiver}, если эти адреса должны оставаться неизвестными.`,
        ],
      })[kind],
    message: ({ kind, sender, receiver, field, value }) =>
      ({
        left: `${sender} удалил P-Asserted-Identity из INVITE к ${receiver}, потому что вызывающий просит приватности, но оставил номер в ${field} (${value}).`,
        asserted: `INVITE от ${sender} к ${receiver} просит приватности и несёт личность вызывающего в ${field} (${value}).`,
        contact: `INVITE от ${sender} к ${receiver} скрывает вызывающего в From, но показывает номер в Contact (${value}).`,
        topology: `INVITE от ${sender} к ${receiver} показывает внутренний адрес в ${field} (${value}).`,
      })[kind],
    limits: ({ kind, receiver }) =>
      kind === 'left' ? '' : `Принадлежит ли ${receiver} доверенной сети, в трассировке не видно.`,
  } satisfies RuleWords<typeof privacyLeak>,
};
