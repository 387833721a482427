/**
 * Small pieces of English that the words of rules share. Whatever makes English out of data stands here or in the words
 * of a rule, and no check calls it: args are data that another language can use.
 */
import type { SipMessage } from '../model.ts';
import { clip } from './clip.ts';

/** A duration as words print it: "0.5 s", "32 s", "180 ms". */
export function duration(ms: number): string {
  if (ms < 1) return 'under 1 ms';
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  return `${seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds)} s`;
}

/** `INVITE`, `183 response to INVITE`. */
export function nameOf(message: SipMessage): string {
  const method = clip(message.method, 20);
  if (message.isRequest) return method;
  return method === '' ? `${message.status} response` : `${message.status} response to ${method}`;
}
