/** Sentences that verdicts share: what the caller heard, what came before, who hung up. */
import type { Args } from '../../model.ts';
import { count, duration, plural } from './phrases.ts';
import { reasonName, tellingCause } from './reason.ts';
import { conversation, hangsUp } from './steps.ts';

export function heard(args: Args): string {
  switch (args.audible) {
    case 'early-media':
      return 'До этого были предложены early media: вызывающий мог слышать гудки или сообщение.';
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

export function rounds(args: Args): string {
  const n = Number(args.rounds);
  return n > 0
    ? `До этого ${plural(n, 'был', 'было', 'было')} ${count(n, 'круг', 'круга', 'кругов')} аутентификации, перенаправления или повтора.`
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

/** What the caller heard before the answer, where it is odd. */
export function answeredHow(args: Args): string {
  if (args.reach === 'answered' && args.ringing === false)
    return 'Звонка перед этим не было: ответил автомат или конференция, либо сервер скрывает звонок.';
  return args.audible === 'silence'
    ? 'Ход вызова был без SDP и без 180, так что до ответа вызывающий, скорее всего, ничего не слышал.'
    : '';
}
