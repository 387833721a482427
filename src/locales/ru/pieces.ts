/** Sentences that verdicts share: what the caller heard, what came before, who hung up. */
import { piecesFrom } from '../verdict-pieces.ts';
import { decisions } from './decider.ts';
import { count, duration, plural } from './phrases.ts';
import { fields, reasonName } from './reason.ts';
import { conversation, hangsUp } from './steps.ts';

export const pieces = piecesFrom({
  fields,
  decisions,
  heard: {
    sounded: (opened) =>
      `До этого ${opened === undefined ? 'были' : `${duration(opened)} были`} открыты early media, и к вызывающему шёл RTP: он должен был слышать то, что в нём было.`,
    offered: (opened) =>
      `До этого ${opened === undefined ? 'были предложены' : `${duration(opened)} были открыты`} early media: вызывающий мог слышать гудки или сообщение.`,
    ringback: 'До этого шёл звонок: вызывающий должен был слышать гудки.',
    rangBriefly: (rang) => `Звонок длился всего ${duration(rang)}.`,
    rang: (rang) => `Звонок длился ${duration(rang)}: вызывающий должен был слышать гудки.`,
    nothing: 'До этого был ход вызова без SDP и без 180: скорее всего, вызывающий ничего не слышал.',
  },
  beforeAnswer: {
    unrung: 'Звонка перед этим не было: ответил автомат или конференция, либо сервер скрывает звонок.',
    nothing: 'Ход вызова был без SDP и без 180, так что до ответа вызывающий, скорее всего, ничего не слышал.',
    rang: (rang) => `Звонок длился ${duration(rang)}.`,
    sounded: 'До ответа были early media с RTP: вызывающий должен был слышать то, что в них было.',
    offered: 'До ответа были early media: вызывающий мог слышать гудки или сообщение.',
  },
  changed: (status, host) => `Дальше по пути это был ${status} от ${host}: начните оттуда.`,
  rounds: (n, codes) =>
    `До этого ${plural(n, 'был', 'было', 'было')} ${count(n, 'круг', 'круга', 'кругов')} аутентификации, перенаправления или повтора${codes === undefined ? '' : ` (${codes})`}.`,
  release(args, reason) {
    const who = args.releaseRole === undefined ? `${args.releasedBy}` : hangsUp(args.releaseRole);
    const giving = reason === undefined ? '' : `, указав: ${reasonName(reason)}`;
    return `${who} завершил вызов${conversation(args)}${giving}.`;
  },
  branches: {
    diverted: 'До этого сервер переадресовал вызов на другую цель (181).',
    queued: (waited) => `До этого вызов ждал в очереди${waited === undefined ? '' : ` ${duration(waited)}`} (182).`,
    ended: 'Одна ветвь форкинга завершилась раньше (199).',
    other: 'Ответила не та ветвь, которая звонила: второе устройство, голосовая почта или переадресация.',
    several: (n) =>
      `До этого ${plural(n, 'отозвалась', 'отозвались', 'отозвались')} ${count(n, 'ветвь', 'ветви', 'ветвей')} вызова: форкинг, группа поиска или сообщение.`,
  },
});
