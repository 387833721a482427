/** What REFER and its NOTIFYs say of a transfer (RFC 3515). */
import { parseEvent } from '../headers/event.ts';
import { parseReferTo } from '../headers/refer-to.ts';
import type { Call, SipMessage, Transaction } from '../model.ts';
import { bodyUnreliable } from './guards.ts';

const TEXT_LENGTH = 80;

export interface Report {
  readonly notify: SipMessage;
  /** As the transferred side sent it. */
  readonly source: Transaction;
  readonly status: number;
  readonly phrase: string;
}

export interface Transfers {
  readonly refers: readonly Transaction[];
  /** NOTIFYs of any kind whose request or answer is here. */
  readonly notifies: readonly Transaction[];
}

export function transfersOf({ transactions }: Call): Transfers {
  return {
    refers: transactions.filter(({ method }) => method === 'REFER'),
    notifies: transactions.filter(({ method }) => method === 'NOTIFY'),
  };
}

/** The status line in the body of a NOTIFY about a REFER (RFC 3515 §2.4.4). */
function statusIn(notify: SipMessage): Pick<Report, 'status' | 'phrase'> | undefined {
  if (notify.bodyLength === 0 || bodyUnreliable(notify)) return undefined;
  const event = notify.header('Event');
  if (event === undefined || parseEvent(event)?.package !== 'refer') return undefined;
  const found = /^\s{0,4}SIP\/2\.0 ([1-6]\d\d)(?: ([^\r\n]{0,80}))?/.exec(notify.bodyText().slice(0, 200));
  return found === null ? undefined : { status: Number(found[1]), phrase: (found[2] ?? '').trim() };
}

/** `id` in Event is the CSeq number of the REFER (RFC 3515 §2.4.6). */
const idOf = (notify: SipMessage) => parseEvent(notify.header('Event') ?? '')?.id ?? '';

/** The last word on each REFER, where it is a final one. */
export function reportsOf({ notifies }: Transfers): Report[] {
  const last = new Map<string, Report>();
  for (const source of notifies) {
    const { request: notify } = source;
    const word = notify && statusIn(notify);
    if (notify === undefined || word === undefined || word.status < 200) continue;
    const key = `${notify.fromTag} ${idOf(notify)}`;
    // On the next hop the same word is no news.
    if (last.get(key)?.status !== word.status) last.set(key, { notify, source, ...word });
  }
  return [...last.values()];
}

/** The REFER that a NOTIFY speaks of: by its number, else the newest of that side. */
export function referOf(notify: SipMessage, { refers }: Transfers): Transaction | undefined {
  const own = refers.filter(({ request }) => request?.fromTag === notify.toTag && request.time <= notify.time);
  const id = idOf(notify);
  return own.find(({ cseq }) => String(cseq) === id) ?? own[own.length - 1];
}

/** Where a REFER sends the other side, and whether to take the place of another call there. */
export function targetOf(refer: SipMessage | undefined): { readonly target: string; readonly attended: boolean } {
  const to = refer && parseReferTo(refer.header('Refer-To') ?? '');
  if (to === undefined) return { target: '', attended: false };
  const [target] = to.uriText.split('?', 1);
  return { target: target.slice(0, TEXT_LENGTH), attended: to.replaces !== undefined };
}

/** The sender of the REFER wants no NOTIFY, or its receiver sends none (RFC 4488 §4, RFC 7614 §4). */
export function isUnreported(refer: SipMessage, answer: SipMessage): boolean {
  const refuses = (message: SipMessage) => /^\s{0,4}false/i.test(message.header('Refer-Sub') ?? '');
  return (
    refuses(refer) || refuses(answer) || refer.headers('Require').some((tag) => /^(explicitsub|nosub)$/i.test(tag))
  );
}
