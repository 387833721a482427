/** What the most severe finding of a call adds to its verdict. */
import type { Value } from '../../model.ts';
import { type RefusedBye, type Repeated, speakOfRootCauses } from '../root-cause.ts';
import { duration, later, role, times } from './phrases.ts';
import { hangsUp } from './steps.ts';

/** What a request has wrong that should tie it to its dialog; with it the words that agree with it. */
const fields: Readonly<Record<string, { readonly another: string; readonly wrong: string }>> = {
  'cseq-number': { another: 'с другим номером CSeq', wrong: 'номер CSeq в нём неверен' },
  'from-tag': { another: 'с другим тегом From', wrong: 'тег From в нём неверен' },
  'to-tag': { another: 'с другим тегом To', wrong: 'тег To в нём неверен' },
  'both-tags': { another: 'с другими тегами', wrong: 'оба тега в нём неверны' },
  direction: { another: 'с переставленными тегами', wrong: 'теги в нём переставлены' },
};

/** "32 с, а затем завершил вызов". */
function soLong({ waited, hungUp }: Repeated): string {
  return `${duration(waited)}${hungUp ? ', а затем завершил вызов' : ''}`;
}

function bye({ by, talked }: RefusedBye): string {
  const sender = 'address' in by ? by.address : hangsUp(by.role, 'gen').toLowerCase();
  return `BYE от ${sender}${talked === undefined ? '' : `, отправленный ${later(talked)} разговора,`} был отвергнут кодом 481`;
}

const sent = (copies: Value) => `поэтому INVITE отправлен ${times(copies)}`;

function heardNothing(waited: Value | undefined): string {
  return `так что вызывающий, скорее всего, ничего не слышал${waited === undefined ? '' : ` в течение ${duration(waited)}`}`;
}

export const storyOf = speakOfRootCauses({
  ack: {
    later: (waited) => `Более поздний 200 не получил ACK и повторялся ${duration(waited)}`,
    absent: (it) => `ACK на 200 не замечен: ${role(it.who)} повторял ответ ${soLong(it)}`,
    unheard: (it) => `200 не дошёл до вызывающего: ${role(it.who)} повторял ответ ${soLong(it)}`,
    lost: (it, sentTo) => `ACK, отправленный на ${sentTo}, не дошёл: ${role(it.who)} повторял свой 200 ${soLong(it)}`,
    unmatched(it, differs) {
      const another = fields[String(differs)]?.another;
      return `${role(it.who)} не принял ACK${another === undefined ? '' : ` ${another}`}: он повторял свой 200 ${soLong(it)}`;
    },
  },
  dropped: (who, after) => `${role(who)} завершил вызов ${later(after)}: именно столько он ждёт ACK`,
  bye: {
    tags(refused, differs) {
      const reason = fields[String(differs)]?.wrong;
      return `${bye(refused)}: ${reason === undefined ? '' : `${reason}, и `}другая сторона не узнаёт, что вызов окончен`;
    },
    lost: (refused) => `${bye(refused)}: другая сторона к тому времени потеряла вызов`,
  },
  crossed(first, release, after) {
    const gaveUp = first ? 'вызывающий только что перестал ждать' : 'вызывающий перестал ждать в тот же миг';
    const end = {
      atOnce: ', и вызов был освобождён сразу',
      soon: `, и вызов был освобождён ${later(after)}`,
      late: `, и лишь ${later(after)} вызов освободил BYE`,
      missing: ', и никакой BYE вызов не освободил',
      unseen: '',
    }[release];
    return `${gaveUp}: CANCEL и ответ разминулись${end}`;
  },
  slow: (after, copies) => `Первый ответ занял ${duration(after)}, ${sent(copies)}`,
  tryingLate: (after, roundTrip, copies) =>
    `Первый ответ занял ${duration(after)}, хотя путь туда и обратно занимает ${duration(roundTrip)}, ${sent(copies)}`,
  machine: 'Его завершила машина, а не человек',
  contradiction: 'Код и причина не сочетаются: что-то одно изменили по пути',
  huntedOn: ({ refuser, status, client, other }) =>
    `До этого ${refuser} отклонил вызов для всех устройств кодом ${status}, но ${client} продолжил и вызвал ${other}`,
  noSdp: {
    announced: (status, waited) => `${status} обещал early media без SDP, ${heardNothing(waited)}`,
    silent: (status, waited) => `До этого пришёл ${status} без SDP и не было 180, ${heardNothing(waited)}`,
    stripped: (status, waited, server) => `SDP из ${status} потерялось на ${server}, ${heardNothing(waited)}`,
  },
  stalled: (server, ended) =>
    `${server} принял INVITE ответом 100 Trying и ` +
    (ended === 'timeout' ? 'до этого больше ничего не отправил' : 'больше ничего не отправил'),
  noResponse: (server, sends) => `${server} не дал никакого ответа, хотя INVITE был отправлен ему ${times(sends)}`,
});
