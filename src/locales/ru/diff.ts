/** Russian words about differences. */
import type { DiffWords } from '../locale.ts';
import { count, plural, times } from './phrases.ts';

export const diff: DiffWords = {
  aspects: {
    outcome: 'исход',
    responses: 'ответы',
    timing: 'времена',
    message: 'сообщения',
    repeats: 'повторы',
    header: 'поле заголовка',
    sdp: 'SDP',
    finding: 'находки',
  },
  timings: {
    trying: 'до 100 Trying',
    postDial: 'задержка после набора (PDD)',
    ring: 'звонок',
    setup: 'установление',
    final: 'до конца',
    duration: 'разговор',
  },
  onlyA: 'только в первой',
  onlyB: 'только во второй',
  none: 'ничего',
  sent: (n) => `отправлено ${times(n)}`,
  summary: ({ compared, different, onlyA, onlyB }) => [
    `${plural(compared, 'сравнён', 'сравнено', 'сравнено')} ${count(compared, 'вызов', 'вызова', 'вызовов')}`,
    different === 0 ? 'различий нет' : `${plural(different, 'отличается', 'отличаются', 'отличаются')} ${different}`,
    ...(onlyA > 0 ? [`только в первой: ${onlyA}`] : []),
    ...(onlyB > 0 ? [`только во второй: ${onlyB}`] : []),
  ],
  otherFindings: 'Находки вне вызовов',
};
