/**
 * Small pieces of English that the words of rules share. Whatever makes English out of data stands here or in the words
 * of a rule, and no check calls it: args are data that another language can use.
 */
import { findCause } from '../catalogue/causes.ts';
import { clip, isQ850, type Said, type ShownReason } from './refusal.ts';

/** A duration as words print it: "0.5 s", "32 s", "180 ms". */
export function duration(ms: number): string {
  if (ms < 1) return 'under 1 ms';
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  return `${seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds)} s`;
}

/** "3.4", "12": a number with one decimal where it has one. */
export function tenths(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** "1 packet", "2 packets". */
export function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** `INVITE`; `183 response to INVITE`; `183 response` where the method is not known. `status` is 0 for requests. */
export function messageName({ method, status }: { readonly method: string; readonly status: number }): string {
  if (status === 0) return method;
  return method === '' ? `${status} response` : `${status} response to ${method}`;
}

/** `INVITE`, `200 for INVITE`. */
export function carriedName({ method, status }: { readonly method: string; readonly status: number }): string {
  return status === 0 ? method : `${status} for ${method}`;
}

/** What may differ between a request and the one that it belongs to. */
const fields = {
  branch: 'branch',
  'via-sent-by': 'sent-by of the Via',
  'request-uri': 'Request-URI',
  'cseq-number': 'CSeq number',
  'from-tag': 'From tag',
  'to-tag': 'To tag',
  'both-tags': 'both tags',
  direction: 'direction',
} as const;

export type IdField = keyof typeof fields;

export function fieldName(field: IdField | ''): string {
  return field === '' ? '' : fields[field];
}

/** `From a1, To b1`. */
export function tagPair([from = '', to = '']: readonly string[]): string {
  return `From ${from}, To ${to}`;
}

/** A payload type without a name stands as its number. */
export function codecName(codec: string): string {
  return /^\d+$/.test(codec) ? `payload type ${codec}` : codec;
}

/** `PCMU/8000, PCMA/8000`; `none` where there is nothing. `more` are those that the list leaves out. */
export function codecNames(codecs: readonly string[], more: number): string {
  if (codecs.length === 0) return 'none';
  return codecs.map(codecName).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Which network released (RFC 8606 §4). */
const locations: Readonly<Record<Exclude<ShownReason['location'], ''>, string>> = {
  U: 'the user',
  LPN: 'the private network of the local user',
  LN: 'the network of the local user',
  TN: 'a transit network',
  RLN: 'the network of the remote user',
  RPN: 'the private network of the remote user',
  INTL: 'the international network',
  BI: 'a network beyond the interworking point',
};

/** `Q.850 cause 34 (No circuit/channel available) from a transit network`. */
export function reasonName({ protocol, cause, text, location }: ShownReason): string {
  const said = (isQ850({ protocol }) ? findCause(cause)?.name : undefined) ?? text;
  return (
    clip(`${protocol}${cause < 0 ? '' : ` cause ${cause}`}`) +
    (said === '' ? '' : ` (${said})`) +
    (location === '' ? '' : ` from ${locations[location]}`)
  );
}

/** `; it gives …, warns … and asks to wait 30 s`, to stand behind a main clause about the refusing host. */
export function saying({ reasons, warning, retryAfter }: Said): string {
  const parts = [
    ...reasons.map((reason) => `gives ${reasonName(reason)}`),
    ...(warning === '' ? [] : [`warns "${warning}"`]),
    ...(retryAfter === 0 ? [] : [`asks to wait ${duration(retryAfter * 1000)}`]),
  ];
  if (parts.length === 0) return '';
  const last = parts.pop();
  return `; it ${parts.length === 0 ? last : `${parts.join(', ')} and ${last}`}`;
}
