/** Small pieces of Vietnamese that the words of rules share. */
import { findCause } from '../../../catalogue/causes.ts';
import { clip } from '../../../rules/clip.ts';
import type { IdField } from '../../../rules/phrases.ts';
import { isQ850, type Said, type ShownReason } from '../../../rules/refusal.ts';
import { duration } from '../phrases.ts';

/** `INVITE`; `đáp ứng 183 cho INVITE`; `đáp ứng 183` where the method is not known. `status` is 0 for requests. */
export function messageName({ method, status }: { readonly method: string; readonly status: number }): string {
  if (status === 0) return method;
  return method === '' ? `đáp ứng ${status}` : `đáp ứng ${status} cho ${method}`;
}

/** `INVITE`, `200 cho INVITE`. */
export function carriedName({ method, status }: { readonly method: string; readonly status: number }): string {
  return status === 0 ? method : `${status} cho ${method}`;
}

const fields: Readonly<Record<IdField, string>> = {
  branch: 'branch',
  'via-sent-by': 'sent-by của Via',
  'request-uri': 'Request-URI',
  'cseq-number': 'số CSeq',
  'from-tag': 'From tag',
  'to-tag': 'To tag',
  'both-tags': 'cả hai tag',
  direction: 'chiều',
};

/** What may differ between a request and the one that it belongs to. */
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

/** `PCMU/8000, PCMA/8000`; `không có codec nào` where there is nothing. `more` are those that the list leaves out. */
export function codecNames(codecs: readonly string[], more: number): string {
  if (codecs.length === 0) return 'không có codec nào';
  return codecs.map(codecName).join(', ') + (more > 0 ? ` và ${more} codec khác` : '');
}

/** Which network released (RFC 8606 §4). */
const locations: Readonly<Record<Exclude<ShownReason['location'], ''>, string>> = {
  U: 'người dùng',
  LPN: 'mạng riêng của người dùng phía này',
  LN: 'mạng của người dùng phía này',
  TN: 'một mạng chuyển tiếp',
  RLN: 'mạng của người dùng phía kia',
  RPN: 'mạng riêng của người dùng phía kia',
  INTL: 'mạng quốc tế',
  BI: 'một mạng phía sau điểm liên mạng',
};

/** `mã Q.850 số 34 (No circuit/channel available) từ một mạng chuyển tiếp`. */
export function reasonName({ protocol, cause, text, location }: ShownReason): string {
  const q850 = isQ850({ protocol });
  const said = (q850 ? findCause(cause)?.name : undefined) ?? text;
  const name = q850 ? `mã Q.850${cause < 0 ? '' : ` số ${cause}`}` : `${protocol}${cause < 0 ? '' : ` mã ${cause}`}`;
  return clip(name) + (said === '' ? '' : ` (${said})`) + (location === '' ? '' : ` từ ${locations[location]}`);
}

/** `; nó nêu lý do …, cảnh báo … và yêu cầu chờ 30 giây`, to stand behind a main clause about the refusing host. */
export function saying({ reasons, warning, retryAfter }: Said): string {
  const parts = [
    ...reasons.map((reason) => `nêu lý do ${reasonName(reason)}`),
    ...(warning === '' ? [] : [`cảnh báo "${warning}"`]),
    ...(retryAfter === 0 ? [] : [`yêu cầu chờ ${duration(retryAfter * 1000)}`]),
  ];
  if (parts.length === 0) return '';
  const last = parts.pop();
  return `; nó ${parts.length === 0 ? last : `${parts.join(', ')} và ${last}`}`;
}
