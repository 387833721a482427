/** A stream of media in one line. */
import type { StreamLine } from '../stream-line.ts';
import { toneNames } from './tones.ts';

/** "2,310". */
function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

const tenths = (value: number) => String(Math.round(value * 10) / 10);

export function stream(one: StreamLine): string {
  const name = [one.media, one.codec, one.encrypted ? '(SRTP)' : ''].filter((word) => word !== '').join(' ');
  const parts = [
    `${name || 'RTP'} ${one.source} → ${one.destination}`,
    `${grouped(one.packets)} ${one.packets === 1 ? 'packet' : 'packets'}`,
    one.loss > 0 ? `${tenths(one.loss)} % lost` : 'none lost',
    one.jitter === null ? '' : `jitter ${tenths(one.jitter)} ms`,
    one.mos === null ? '' : `MOS ${one.mos.toFixed(1)}`,
    one.digits === '' ? '' : `digits ${one.digits}`,
    one.soundDigits === '' ? '' : `digits ${one.soundDigits} as sound`,
    ...new Set(one.tones.map(({ kind }) => toneNames[kind])),
  ];
  return `${parts.filter((part) => part !== '').join(', ')}${one.alone ? '; nothing came back' : ''}`;
}
