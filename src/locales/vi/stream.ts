/** A stream of media in one line. */
import type { StreamLine } from '../stream-line.ts';
import { toneNames } from './tones.ts';

/** "2.310", "0,4". */
function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, '.');
}

const tenths = (value: number) => String(Math.round(value * 10) / 10).replace('.', ',');

export function stream(one: StreamLine): string {
  const name = [one.media, one.codec, one.encrypted ? '(SRTP)' : ''].filter((word) => word !== '').join(' ');
  const parts = [
    `${name || 'RTP'} ${one.source} → ${one.destination}`,
    `${grouped(one.packets)} gói`,
    one.loss > 0 ? `mất ${tenths(one.loss)} %` : 'không mất gói nào',
    one.jitter === null ? '' : `jitter ${tenths(one.jitter)} ms`,
    one.mos === null ? '' : `MOS ${one.mos.toFixed(1).replace('.', ',')}`,
    one.digits === '' ? '' : `phím ${one.digits}`,
    one.soundDigits === '' ? '' : `phím ${one.soundDigits} trong âm thanh`,
    ...new Set(one.tones.map(({ kind }) => toneNames[kind])),
  ];
  return `${parts.filter((part) => part !== '').join(', ')}${one.alone ? '; không có gì theo chiều ngược lại' : ''}`;
}
