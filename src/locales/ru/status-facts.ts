/** What a status page says of a code's facts, word by word. */
import type { Status } from '../../catalogue/statuses.ts';

export const classNames: Readonly<Record<number, string>> = {
  0: 'вне диапазона 100–699',
  1: '1xx, предварительный',
  2: '2xx, успех',
  3: '3xx, перенаправление',
  4: '4xx, отказ на запрос (эта цель отвергает, другая может принять)',
  5: '5xx, сбой сервера (этот сервер не справился, другой может справиться)',
  6: '6xx, общий отказ (отвергнуто везде)',
};

export const makers: Readonly<Record<Status['madeBy'][number], string>> = {
  uas: 'вызываемая сторона',
  proxy: 'прокси',
  b2bua: 'B2BUA',
  registrar: 'регистратор',
  'redirect-server': 'сервер перенаправления',
  gateway: 'шлюз',
  notifier: 'сервер уведомлений',
  verifier: 'верификатор личности',
};

export const scopes: Readonly<Record<Status['scope'], string>> = {
  hop: 'один участок: прокси его не пересылают',
  'end-to-end': 'из конца в конец: прокси возвращают его вызывающему',
};

export const retries: Readonly<Record<Status['retry'], string>> = {
  none: 'повторять нечего',
  never: 'не повторять тот же запрос',
  later: 'повторить позже',
  elsewhere: 'попробовать другой сервер или другую цель',
  changed: 'повторить с изменённым запросом',
};

export const effects: Readonly<Record<Status['dialogEffect'], string>> = {
  none: 'на диалог не влияет',
  transaction: 'не удалась только транзакция; диалог живёт',
  usage: 'завершается это использование диалога (вызов или подписка)',
  dialog: 'завершается весь диалог',
};
