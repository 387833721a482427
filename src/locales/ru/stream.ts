/** A stream of media in one line. */
import type { StreamLine } from '../stream-line.ts';
import { decimal, plural } from './phrases.ts';
import { toneNames } from './tones.ts';

/** "2 310". */
function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}

const tenths = (value: number) => String(Math.round(value * 10) / 10).replace('.', ',');

export function stream(one: StreamLine): string {
  const name = [one.media, one.codec, one.encrypted ? '(SRTP)' : ''].filter((word) => word !== '').join(' ');
  const parts = [
    `${name || 'RTP'} ${one.source} → ${one.destination}`,
    `${grouped(one.packets)} ${plural(one.packets, 'пакет', 'пакета', 'пакетов')}`,
    one.loss > 0 ? `потеряно ${tenths(one.loss)} %` : 'без потерь',
    one.jitter === null ? '' : `джиттер ${tenths(one.jitter)} мс`,
    one.mos === null ? '' : `MOS ${decimal(one.mos, 1)}`,
    one.digits === '' ? '' : `набрано ${one.digits}`,
    one.soundDigits === '' ? '' : `цифры ${one.soundDigits} в звуке`,
    ...new Set(one.tones.map(({ kind }) => toneNames[kind])),
  ];
  return `${parts.filter((part) => part !== '').join(', ')}${one.alone ? '; обратно ничего не пришло' : ''}`;
}
