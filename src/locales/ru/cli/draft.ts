/** What a drafted file of expectations says of itself, in its comments: above everything, and above the names of its settings. */
import type { DraftWords } from '../../cli.ts';

export const draft: DraftWords = {
  head: [
    'Что должна показывать трассировка: это проверяет «sipsleuth expect ЭТОТ-ФАЙЛ capture.pcap».',
    'Черновик по трассировке: вычеркните необязательное и расширьте то, что может меняться.',
  ],
  comments: {
    select: 'О каких вызовах речь: «=» впереди значит ровно это, без него хватит части текста.',
    count: 'Сколько их должно быть; «>= 1» или «2..5» оставляют запас.',
    outcome: 'Список значит любой из них.',
    sequence:
      'Ответы на стороне вызывающего: ? не больше одного, + один или больше, 18x — от 180 до 189, * — что угодно.',
    timings: 'Вдвое больше увиденного, с округлением вверх.',
    sdp: 'Кодек, о котором договорились обе стороны.',
    findings: 'Только этим правилам можно что-то найти; «sipsleuth explain ПРАВИЛО» скажет, что они ищут.',
    capture: 'Всё прочитанное вместе.',
  },
};
