/** Small pieces of French that the words of rules share: what `src/rules/phrases.ts` is for English. */
import { findCause } from '../../../catalogue/causes.ts';
import type { IdField } from '../../../rules/phrases.ts';
import { isQ850, type Said, type ShownReason } from '../../../rules/refusal.ts';
import { duration, listed, of, the } from '../phrases.ts';

/** "l’INVITE"; "la réponse 183 à INVITE"; "la réponse 183" where the method is not known. `status` is 0 for requests. */
export function theMessage({ method, status }: { readonly method: string; readonly status: number }): string {
  if (status === 0) return the(method);
  return method === '' ? `la réponse ${status}` : `la réponse ${status} à ${method}`;
}

/** "INVITE", "200 à INVITE". */
export function carriedName({ method, status }: { readonly method: string; readonly status: number }): string {
  return status === 0 ? method : `${status} à ${method}`;
}

/** What may differ between a request and the one that it belongs to. */
const fields: Readonly<Record<IdField, readonly [definite: string, none: string]>> = {
  branch: ['la branche', 'pas de branche'],
  'via-sent-by': ['le sent-by du Via', 'pas de sent-by dans le Via'],
  'request-uri': ['la Request-URI', 'pas de Request-URI'],
  'cseq-number': ['le numéro de CSeq', 'pas de numéro de CSeq'],
  'from-tag': ['le tag de From', 'pas de tag de From'],
  'to-tag': ['le tag de To', 'pas de tag de To'],
  'both-tags': ['les deux tags', 'aucun des deux tags'],
  direction: ['l’ordre des tags', 'pas d’ordre des tags'],
};

/** "le tag de From". */
export function theField(field: IdField | ''): string {
  return field === '' ? '' : fields[field][0];
}

/** "pas de tag de From". */
export function noField(field: IdField | ''): string {
  return field === '' ? '' : fields[field][1];
}

/** `From a1, To b1`. */
export function tagPair([from = '', to = '']: readonly string[]): string {
  return `From ${from}, To ${to}`;
}

/** A payload type without a name stands as its number. */
export function codecName(codec: string): string {
  return /^\d+$/.test(codec) ? `payload type ${codec}` : codec;
}

/** "PCMU/8000, PCMA/8000"; "aucun" where there is nothing. `more` are those that the list leaves out. */
export function codecNames(codecs: readonly string[], more: number): string {
  if (codecs.length === 0) return 'aucun';
  return codecs.map(codecName).join(', ') + (more > 0 ? ` et ${more} de plus` : '');
}

/** Which network released (RFC 8606 §4). */
const locations: Readonly<Record<Exclude<ShownReason['location'], ''>, string>> = {
  U: 'l’usager',
  LPN: 'le réseau privé de l’usager local',
  LN: 'le réseau de l’usager local',
  TN: 'un réseau de transit',
  RLN: 'le réseau de l’usager distant',
  RPN: 'le réseau privé de l’usager distant',
  INTL: 'le réseau international',
  BI: 'un réseau au-delà du point d’interfonctionnement',
};

/** "la cause Q.850 34 (No circuit/channel available) venant d’un réseau de transit". */
export function reasonName({ protocol, cause, text, location }: ShownReason): string {
  const said = (isQ850({ protocol }) ? findCause(cause)?.name : undefined) ?? text;
  return (
    (cause < 0 ? `le motif ${protocol}` : `la cause ${protocol} ${cause}`) +
    (said === '' ? '' : ` (${said})`) +
    (location === '' ? '' : ` venant ${of(locations[location])}`)
  );
}

/** " ; il indique …, avertit par « … » et demande d’attendre 30 s", behind a main clause about the refusing host. */
export function saying({ reasons, warning, retryAfter }: Said): string {
  const parts = [
    ...reasons.map((reason) => `indique ${reasonName(reason)}`),
    ...(warning === '' ? [] : [`avertit par « ${warning} »`]),
    ...(retryAfter === 0 ? [] : [`demande d’attendre ${duration(retryAfter * 1000)}`]),
  ];
  return parts.length === 0 ? '' : ` ; il ${listed(parts, 'et')}`;
}

/** "« alice »". */
export function quoted(text: string): string {
  return `« ${text} »`;
}
