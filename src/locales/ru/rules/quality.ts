/** Rules on how media sounds. */
import type { RuleWords } from '../../../rules/define.ts';
import type { rtpLossHigh } from '../../../rules/quality/rtp-loss-high.ts';
import { decimal } from '../phrases.ts';

export const quality = {
  'rtp-loss-high': {
    title: 'Потерянные пакеты медиа',
    message: ({ kind, source, destination, lost, expected, share, worst, beyond }) =>
      `${decimal(share, 1)} % потока ${kind} от ${source} к ${destination} потеряно, прежде чем он прошёл здесь: ${lost} из ${expected} пакетов` +
      (worst > share ? `, ${decimal(worst, 1)} % в худшие десять секунд` : '') +
      (beyond > 0 ? `; получателю недостаёт ещё ${beyond}.` : '.'),
    why: ({ share, longest, kind }) =>
      kind === 'video'
        ? 'Изображение замирает или рассыпается до следующего ключевого кадра.'
        : share >= 5 || longest >= 5
          ? 'Слова пропадают или рвутся: декодер скрывает один потерянный пакет, но не несколько подряд.'
          : 'Маскирование потерь скрывает большую часть, но голос временами щёлкает или звучит металлически.',
    fix: ({ source, destination, longest, beyond }) => [
      `Ищите потери между ${source} и точкой захвата: ошибки и отбросы на интерфейсах, несогласованный дуплекс, Wi-Fi, ограничитель полосы, переполненный канал.`,
      longest >= 5
        ? 'Потери длинными сериями бывают от переполненной очереди или радиоканала: помечайте медиа DSCP EF (46) и дайте им приоритетную очередь на всём пути.'
        : 'Постоянные одиночные потери бывают от ограничителя полосы или плохого кабеля: сравните счётчики на каждом участке.',
      ...(beyond > 0 ? [`Ищите и за точкой захвата: на пути к ${destination} потеряно ещё.`] : []),
    ],
    limits: ({ beyond }) =>
      beyond < 0
        ? 'Отчётов получателя, которые показали бы, недостаёт ли тех же пакетов ему или только захвату, не захвачено.'
        : '',
  } satisfies RuleWords<typeof rtpLossHigh>,
};
