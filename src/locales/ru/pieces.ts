/** Sentences that verdicts share: what the caller heard, what came before, who hung up. */
import { tellingCause } from '../../explain/decision.ts';
import type { Args } from '../../model.ts';
import { sentences } from '../phrases.ts';
import { count, duration, plural } from './phrases.ts';
import { reasonName } from './reason.ts';
import { conversation, hangsUp } from './steps.ts';

export function heard(args: Args): string {
  switch (args.audible) {
    case 'early-media':
      if (args.sounded)
        return `До этого ${args.opened === undefined ? 'были' : `${duration(args.opened)} были`} открыты early media, и к вызывающему шёл RTP: он должен был слышать то, что в нём было.`;
      return `До этого ${args.opened === undefined ? 'были предложены' : `${duration(args.opened)} были открыты`} early media: вызывающий мог слышать гудки или сообщение.`;
    case 'ringback':
      if (args.rang === undefined) return 'До этого шёл звонок: вызывающий должен был слышать гудки.';
      return Number(args.rang) < 1_000
        ? `Звонок длился всего ${duration(args.rang)}.`
        : `Звонок длился ${duration(args.rang)}: вызывающий должен был слышать гудки.`;
    case 'silence':
      return 'До этого был ход вызова без SDP и без 180: скорее всего, вызывающий ничего не слышал.';
    default:
      return '';
  }
}

/** The code was another one on its way. */
export function changed(args: Args): string {
  if (args.insteadOf === undefined) return '';
  return `Дальше по пути это был ${args.insteadOf} от ${args.insteadOfHost}: начните оттуда.`;
}

/** Codes that ended those rounds: " (407, 302)". */
function before({ before: codes }: Args): string {
  return codes === undefined ? '' : ` (${codes})`;
}

export function rounds(args: Args): string {
  const n = Number(args.rounds);
  return n > 0
    ? `До этого ${plural(n, 'был', 'было', 'было')} ${count(n, 'круг', 'круга', 'кругов')} аутентификации, перенаправления или повтора${before(args)}.`
    : '';
}

export function release(args: Args): string {
  if (args.releasedBy === undefined) return '';
  const who = args.releaseRole === undefined ? `${args.releasedBy}` : hangsUp(args.releaseRole);
  const { releaseReason: reason, releaseReasonText: reasonText, releaseCause: cause } = args;
  // Normal clearing says nothing that "hung up" does not say.
  const telling = reason !== undefined && (cause === undefined || tellingCause({ cause }) !== undefined);
  const given = telling ? { reason, ...(reasonText && { reasonText }), ...(cause && { cause }) } : undefined;
  const giving = given === undefined ? '' : `, указав: ${reasonName(given)}`;
  return `${who} завершил вызов${conversation(args)}${giving}.`;
}

/** What the provisional responses tell of branches, diversions and queues. */
export function branches(args: Args): string {
  const waited = args.waitedInQueue === undefined ? '' : ` ${duration(args.waitedInQueue)}`;
  const n = Number(args.devices);
  return sentences(
    args.diverted === true && 'До этого сервер переадресовал вызов на другую цель (181).',
    args.queued === true && `До этого вызов ждал в очереди${waited} (182).`,
    args.branchEnded === true && 'Одна ветвь форкинга завершилась раньше (199).',
    args.otherDevice === true
      ? 'Ответила не та ветвь, которая звонила: второе устройство, голосовая почта или переадресация.'
      : args.devices !== undefined &&
          `До этого ${plural(n, 'отозвалась', 'отозвались', 'отозвались')} ${count(n, 'ветвь', 'ветви', 'ветвей')} вызова: форкинг, группа поиска или сообщение.`,
  );
}

/** What the caller heard before the answer: where it is odd, and, `alone` without a finding's story, where it is not. */
export function answeredHow(args: Args, alone: boolean): string {
  if (args.reach === 'answered' && args.ringing === false)
    return 'Звонка перед этим не было: ответил автомат или конференция, либо сервер скрывает звонок.';
  if (args.audible === 'silence')
    return 'Ход вызова был без SDP и без 180, так что до ответа вызывающий, скорее всего, ничего не слышал.';
  if (!alone) return '';
  return sentences(
    args.rang !== undefined && args.otherDevice !== true && `Звонок длился ${duration(args.rang)}.`,
    args.audible === 'early-media' &&
      (args.sounded
        ? 'До ответа были early media с RTP: вызывающий должен был слышать то, что в них было.'
        : 'До ответа были early media: вызывающий мог слышать гудки или сообщение.'),
  );
}
