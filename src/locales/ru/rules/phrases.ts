/** Small pieces of Russian that the words of rules share. */
import { findCause } from '../../../catalogue/causes.ts';
import { clip } from '../../../rules/clip.ts';
import type { IdField } from '../../../rules/phrases.ts';
import { isQ850, type Said, type ShownReason } from '../../../rules/refusal.ts';
import { duration } from '../phrases.ts';

/** "INVITE"; "ответ 183 на INVITE"; "ответ 183" where the method is not known. `status` is 0 for requests. */
export function messageName({ method, status }: { readonly method: string; readonly status: number }): string {
  if (status === 0) return method;
  return method === '' ? `ответ ${status}` : `ответ ${status} на ${method}`;
}

/** "INVITE", "200 на INVITE". */
export function carriedName({ method, status }: { readonly method: string; readonly status: number }): string {
  return status === 0 ? method : `${status} на ${method}`;
}

/** What may differ between a request and the one that it belongs to: nominative, and genitive after "нет". */
const fields: Readonly<Record<IdField, readonly [nominative: string, genitive: string]>> = {
  branch: ['branch', 'branch'],
  'via-sent-by': ['sent-by в Via', 'sent-by в Via'],
  'request-uri': ['Request-URI', 'Request-URI'],
  'cseq-number': ['номер CSeq', 'номера CSeq'],
  'from-tag': ['тег From', 'тега From'],
  'to-tag': ['тег To', 'тега To'],
  'both-tags': ['оба тега', 'обоих тегов'],
  direction: ['порядок тегов', 'порядка тегов'],
};

export function fieldName(field: IdField | '', form: 'nom' | 'gen' = 'nom'): string {
  return field === '' ? '' : fields[field][form === 'nom' ? 0 : 1];
}

/** "From a1, To b1". */
export function tagPair([from = '', to = '']: readonly string[]): string {
  return `From ${from}, To ${to}`;
}

/** A payload type without a name stands as its number. */
export function codecName(codec: string): string {
  return /^\d+$/.test(codec) ? `тип нагрузки ${codec}` : codec;
}

/** "PCMU/8000, PCMA/8000"; "ничего" where there is nothing. `more` are those that the list leaves out. */
export function codecNames(codecs: readonly string[], more: number): string {
  if (codecs.length === 0) return 'ничего';
  return codecs.map(codecName).join(', ') + (more > 0 ? ` и ещё ${more}` : '');
}

/** Which network released (RFC 8606 §4). */
const locations: Readonly<Record<Exclude<ShownReason['location'], ''>, string>> = {
  U: 'абонента',
  LPN: 'частной сети местного абонента',
  LN: 'сети местного абонента',
  TN: 'транзитной сети',
  RLN: 'сети удалённого абонента',
  RPN: 'частной сети удалённого абонента',
  INTL: 'международной сети',
  BI: 'сети за точкой взаимодействия',
};

/** "Q.850, причина 34 (No circuit/channel available) от транзитной сети". */
export function reasonName({ protocol, cause, text, location }: ShownReason): string {
  const said = (isQ850({ protocol }) ? findCause(cause)?.name : undefined) ?? text;
  return (
    clip(`${protocol}${cause < 0 ? '' : `, причина ${cause}`}`) +
    (said === '' ? '' : ` (${said})`) +
    (location === '' ? '' : ` от ${locations[location]}`)
  );
}

/** "; он указывает …, предупреждает «…» и просит подождать 30 с", to stand behind a main clause about the refusing host. */
export function saying({ reasons, warning, retryAfter }: Said): string {
  const parts = [
    ...reasons.map((reason) => `указывает ${reasonName(reason)}`),
    ...(warning === '' ? [] : [`предупреждает «${warning}»`]),
    ...(retryAfter === 0 ? [] : [`просит подождать ${duration(retryAfter * 1000)}`]),
  ];
  if (parts.length === 0) return '';
  const last = parts.pop();
  return `; он ${parts.length === 0 ? last : `${parts.join(', ')} и ${last}`}`;
}
