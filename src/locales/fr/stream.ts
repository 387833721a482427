/** A stream of media in one line. */
import type { StreamLine } from '../stream-line.ts';
import { toneNames } from './tones.ts';

/** "2 310", "0,4". */
function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

const tenths = (value: number) => String(Math.round(value * 10) / 10).replace('.', ',');

export function stream(one: StreamLine): string {
  const name = [one.media, one.codec, one.encrypted ? '(SRTP)' : ''].filter((word) => word !== '').join(' ');
  const parts = [
    `${name || 'RTP'} ${one.source} → ${one.destination}`,
    `${grouped(one.packets)} ${one.packets < 2 ? 'paquet' : 'paquets'}`,
    one.loss > 0 ? `${tenths(one.loss)} % perdus` : 'aucun perdu',
    one.jitter === null ? '' : `gigue ${tenths(one.jitter)} ms`,
    one.mos === null ? '' : `MOS ${one.mos.toFixed(1).replace('.', ',')}`,
    one.digits === '' ? '' : `chiffres ${one.digits}`,
    one.soundDigits === '' ? '' : `chiffres ${one.soundDigits} dans le son`,
    ...new Set(one.tones.map(({ kind }) => toneNames[kind])),
  ];
  return `${parts.filter((part) => part !== '').join(', ')}${one.alone ? '; rien en retour' : ''}`;
}
