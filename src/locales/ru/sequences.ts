/** What response codes tell together, in the order in which they came: composed, so that no sequence is without words. */
import {
  fittingCause,
  hasCall,
  isChallenge,
  isInDialog,
  isOfNetwork,
  isOfWait,
  isSpecial,
} from '../../explain/codes.ts';
import { sentences } from './phrases.ts';
import { wordsOf } from './words.ts';

/** "486 Busy Here". */
export type NameOf = (code: number) => string;

const isFinal = (code: number) => code >= 200;

/** Where the last round begins: what ended before it was a challenge, a redirection or another target. */
function lastRound(codes: readonly number[]): number {
  for (let i = codes.length - 2; i >= 0; i--) if (isFinal(codes[i])) return i + 1;
  return 0;
}

function ofRoundsBefore(codes: readonly number[]): string[] {
  return [...new Set(codes.filter(isFinal))].map((code) => {
    if (isChallenge(code)) return `Ответ ${code} — обычный запрос аутентификации, а не итог.`;
    if (code >= 300 && code < 400) return `Ответ ${code} направил вызов в другое место, и вызывающий последовал ему.`;
    if ([413, 415, 416, 420, 421, 422].includes(code))
      return `После ${code} вызывающий повторил попытку с изменённым INVITE.`;
    if (code === 491) return 'Обе стороны одновременно меняли вызов (491); после паузы одна из них повторила попытку.';
    return code < 300
      ? `Ответ ${code} уже принял вызов; последующее относится к другому запросу, или ответило второе устройство.`
      : `Ответ ${code} завершил одну попытку, за ней последовала другая.`;
  });
}

/** How far the request got, by the strongest sign of progress (response-codes.md §6.1 item 1). */
function reach(progress: readonly number[], final: number | undefined): string[] {
  const has = (code: number) => progress.includes(code);
  const told: string[] = [];
  if (has(181)) told.push('Сервер переадресовал вызов на другое направление (181).');
  if (has(182)) told.push('Вызов ждал в очереди (182).');
  if (has(180) && has(183)) {
    told.push(
      progress.indexOf(183) < progress.indexOf(180)
        ? 'Сначала был подготовлен аудиотракт (183), затем зазвонило устройство вызываемого абонента (180): обычно для ' +
            'мобильных сетей.'
        : 'Устройство вызываемого абонента звонило (180); затем вступили сообщение, голосовая почта или другая ветвь (183).',
    );
  } else if (has(180)) told.push('Устройство вызываемого абонента звонило (180).');
  else if (has(183)) told.push('Сервер или шлюз дальше по пути обрабатывал вызов и мог передавать звук (183).');
  if (has(199)) told.push('Одна ветвь форкинга завершилась раньше других (199).');
  if (told.length > 0) return told;
  if (progress.some((code) => code > 100)) return ['Сервер дальше по пути обрабатывал вызов.'];
  if (final !== undefined && final < 300) return [];
  return [has(100) ? 'Доказано лишь, что запрос получил следующий узел (100).' : 'Предварительных ответов не было.'];
}

/** What the caller heard before the end, as far as codes tell (item 2). */
function heard(progress: readonly number[], final: number | undefined): string {
  if (final !== undefined && final >= 300 && final < 400) return '';
  if (progress.includes(183)) {
    const tone = final !== undefined && final >= 400 ? 'тон или сообщение с причиной' : 'тон удалённой сети';
    const without = progress.includes(180)
      ? 'гудки должно было проиграть его собственное устройство'
      : 'он, скорее всего, ничего не слышал';
    return `Если в 183 было SDP и за ним шёл звук, вызывающий слышал ${tone}; если SDP не было, ${without}.`;
  }
  if (progress.includes(180)) return 'Вызывающий должен был слышать гудки.';
  if (progress.includes(182))
    return 'Если в 182 было SDP, вызывающий слышал музыку или сообщение; если SDP не было — скорее всего, ничего.';
  // Without any 1xx it need not even be a call.
  const silent = progress.length > 0 && final !== undefined && final >= 300;
  return silent ? 'До конца вызывающий, скорее всего, ничего не слышал.' : '';
}

function end(final: number | undefined, progress: readonly number[], nameOf: NameOf): string {
  if (final !== undefined && final >= 300) return `Итог — ${nameOf(final)}: ${wordsOf(final).means}.`;
  if (final !== undefined)
    return `${progress.length > 0 ? 'На вызов ответили' : 'Запрос выполнен'} (${nameOf(final)}).`;
  const last = progress[progress.length - 1];
  return `После ${last} ничего нет: вызов ещё не завершён или его конца нет в трассировке.`;
}

/** What the codes say together that none of them says alone. */
function together(progress: readonly number[], final: number | undefined, before: readonly number[]): string {
  const rang = progress.includes(180);
  const media = progress.includes(183);
  if (final === undefined)
    return rang || media ? '' : 'Следующий узел принял вызов и замолчал: посмотрите, что он с ним делает.';
  if (final < 300) {
    if (rang && !media && !isSpecial(progress))
      return 'Это образцовый вызов: если с ним что-то не так, смотрите медиа.';
    if (rang || media || isSpecial(progress)) return '';
    if (hasCall(before)) return '';
    return progress.length > 0
      ? 'Звонка не было: автомат, конференция, автоответ или сервер, который скрывает звонок.'
      : 'Если это был INVITE, звонка не было.';
  }
  if (final < 400 && progress.length > 0 && final !== 380)
    return 'INVITE на новый адрес за ним нет: вызывающий не выполняет перенаправлений или выполнил его в другом месте.';
  if (isChallenge(final))
    return before.some(isChallenge)
      ? 'Второй запрос аутентификации: учётные данные неверны, nonce устарел (stale=true) или их требует другой сервер.'
      : 'Ответа на запрос аутентификации нет: у вызывающего нет учётных данных для этого realm.';
  if (final === 403 && before.some(isChallenge))
    return 'После запроса аутентификации 403 часто означает неверное имя пользователя или пароль.';
  if (media && isOfNetwork(final))
    return 'Путь в удалённую сеть был открыт, а затем в ней кончились каналы или пропал следующий узел: дело не в абоненте.';
  if (media && final >= 600)
    return 'Значит, удалённая сеть была достигнута и открыла звук, прежде чем окончательно отклонить вызов.';
  return '';
}

/** Times and header fields that tell what the codes leave open (item 4). */
function clues(progress: readonly number[], final: number | undefined): string[] {
  const rang = progress.includes(180);
  const media = progress.includes(183);
  const found: string[] = [];
  if (progress.includes(181))
    found.push('History-Info или Diversion: куда переадресован вызов; итог относится к последней цели.');
  if (progress.includes(182))
    found.push('Повторы 182: если их нет раз в минуту, таймер C прокси (более 3 мин) завершит вызов.');
  if (final === undefined) {
    if (!rang && !media) found.push('Следующий узел: переслал ли он INVITE дальше и что там получил.');
    return found;
  }
  if (final < 300) {
    if (progress.length === 0) return found;
    if (!rang && !media && !isSpecial(progress))
      found.push('Гудки в звуке после ответа выдают маршрут, который отвечает слишком рано.');
    if (media) found.push('RTP между 183 и ответом: без него вызывающий ничего не слышал.');
    if (rang || media)
      found.push('Теги To при звонке и при ответе: если они различаются, ответила другая ветвь форкинга.');
    return found;
  }
  if (final < 400 || isChallenge(final) || isInDialog(final)) return found;
  if (final === 487) {
    found.push(
      'Кто отправил CANCEL, когда и с каким Reason: вызывающий или прокси, у которого истёк таймер неответа (120 с в Kamailio, 180 с — таймер C).',
    );
    return found;
  }
  if (rang && [486, 600, 603, 607].includes(final))
    found.push(
      'Время после 180: от 1 до 20 с — человек нажал кнопку отклонения, меньше 0,5 с — приложение или настройка.',
    );
  else if (rang) {
    if (isOfWait(final))
      found.push(
        'Время после 180: круглые числа — это таймеры неответа (от 10 до 60 с в телефонах и АТС, 120 с в Kamailio, 180 с — таймер C).',
      );
  } else if (media) found.push('Время после 183: меньше 1 с — это сеть, а не человек.');
  else if (!isSpecial(progress))
    found.push(
      'Время после INVITE: меньше 0,3 с — правило самого этого сервера, от 30 до 32 с — следующий узел, который не отвечает.',
    );
  const cause = fittingCause(final);
  found.push(
    `Поле Reason: причина Q.850 говорит, что имеет в виду телефонная сеть${cause === undefined ? '' : ` (к ${final} подходит ${cause})`}.`,
  );
  found.push(`Кто сформировал ${final}: самый дальний узел, на котором он виден, по Server или User-Agent.`);
  if (media) found.push('RTP между 183 и концом: без него вызывающий слышал тишину.');
  return found;
}

/** A code within a call, where the general words speak of other methods too. */
export function inCall(code: number, codes: readonly number[]): string {
  const call = codes.some((one) => one < 200);
  if (call && code === 200) return 'На вызов ответили; должен последовать ACK вызывающего.';
  return wordsOf(code).description;
}

export interface SequenceWords {
  readonly story: string;
  readonly clues: readonly string[];
}

export function tellSequence(codes: readonly number[], nameOf: NameOf): SequenceWords {
  const from = lastRound(codes);
  const round = codes.slice(from);
  const progress = round.filter((code) => !isFinal(code));
  const final = round.find(isFinal);
  const story = sentences(
    ...ofRoundsBefore(codes.slice(0, from)),
    ...reach(progress, final),
    heard(progress, final),
    end(final, progress, nameOf),
    together(progress, final, codes.slice(0, from)),
  );
  return { story, clues: clues(progress, final) };
}
