/** Pieces of the trace as sentences show them. */
import type { SipMessage } from '../model.ts';

const LONGEST = 70;

/** Control characters have no place in a sentence, and a value may be as long as its message. */
export function clip(text: string, longest = LONGEST): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  let clean = '';
  for (const character of short) clean += character < ' ' || character === '\u007f' ? '·' : character;
  return clean;
}

/** `INVITE`, `183 response to INVITE`. */
export function nameOf(message: SipMessage): string {
  const method = clip(message.method, 20);
  if (message.isRequest) return method;
  return method === '' ? `${message.status} response` : `${message.status} response to ${method}`;
}
