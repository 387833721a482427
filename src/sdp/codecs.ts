/** Which payloads of two media sections are the same codec. */
import type { Media } from './media.ts';
import type { Payload } from './payloads.ts';

/** What goes along with speech or pictures and is none: events, comfort noise, redundancy, repair. */
const COMPANIONS = new Set(['telephone-event', 'cn', 'red', 'ulpfec', 'flexfec', 'flexfec-03', 'rtx', 'tone']);

export function isSpeech({ encoding }: Payload): boolean {
  return !COMPANIONS.has(encoding.toLowerCase());
}

export function isEvents({ encoding }: Payload): boolean {
  return encoding.toLowerCase() === 'telephone-event';
}

/** RFC 4867 §8.3.1: both sides must pack the bits alike; it is the one parameter whose mismatch makes noise for certain. */
function isOctetAligned(fmtp: string): boolean {
  return fmtp
    .toLowerCase()
    .split(';')
    .some((parameter) => parameter.trim().replaceAll(' ', '') === 'octet-align=1');
}

export function isPackedAlike(a: Payload, b: Payload): boolean {
  const name = a.encoding.toLowerCase();
  if (name !== 'amr' && name !== 'amr-wb') return true;
  return isOctetAligned(a.fmtp) === isOctetAligned(b.fmtp);
}

export function isSameCodec(a: Payload, b: Payload): boolean {
  // A dynamic type without rtpmap is known by its number alone.
  if (a.encoding === '' || b.encoding === '') return a.id === b.id;
  if (a.encoding.toLowerCase() !== b.encoding.toLowerCase()) return false;
  return (a.clockRate === b.clockRate || a.clockRate === 0 || b.clockRate === 0) && a.channels === b.channels;
}

/** The payloads of `answer` that `offer` has too. */
export function common(offer: Media, answer: Media): readonly Payload[] {
  return answer.payloads.filter((one) => offer.payloads.some((other) => isSameCodec(one, other)));
}
