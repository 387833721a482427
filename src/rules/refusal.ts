/**
 * How a refusal is read: on which hop it was made, what it says of itself, and whether the caller went another way. Codes
 * change on their way (RFC 3261 §16.7), so only the host that made one can explain it.
 */
import { parseReason, type Reason } from '../headers/reason.ts';
import { parseRetryAfter } from '../headers/retry-after.ts';
import { parseWarning } from '../headers/warning.ts';
import type { SipMessage, Transaction } from '../model.ts';
import type { Conversation } from './define.ts';
import { isSameClient } from './digest.ts';
import { cameFrom, nearby, passedOn } from './hops.ts';

/** Text from a trace is cut to this length wherever a sentence repeats it. */
const TEXT_LENGTH = 80;

export function clip(text: string): string {
  return text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH - 1)}…` : text;
}

/** An INVITE outside a dialog that was captured and refused. */
export type Refused = Transaction & { readonly request: SipMessage; readonly final: SipMessage };

export function isRefusedInvite(transaction: Transaction): transaction is Refused {
  const { method, request, final } = transaction;
  return method === 'INVITE' && final !== undefined && final.status >= 300 && request?.toTag === '';
}

/** A challenge asks for the same again; 487 only confirms that the server itself had ended the branch. */
const noFailure: readonly number[] = [401, 407, 487];

/** False when the server had the refusal from further down: a copy of it, or another one that it made this of. */
export function isMadeHere(transaction: Transaction, conversation: Conversation): boolean {
  const status = transaction.final?.status;
  return !passedOn(transaction, conversation).some(
    ({ final }) =>
      final !== undefined && (final.status === status || (final.status >= 300 && !noFailure.includes(final.status))),
  );
}

/** What the same client sent later to get the same done: another route, other credentials, what a redirection named. */
export function laterTries(transaction: Transaction, conversation: Conversation): Transaction[] {
  return nearby(transaction, conversation).filter(
    (other) =>
      other.id > transaction.id &&
      other.method === transaction.method &&
      other.start >= (transaction.final?.time ?? transaction.end) &&
      isSameClient(other, transaction),
  );
}

/** The host that got the refusal has not told it to its own client yet: it may still find another way. */
export function isOpenAbove(transaction: Transaction, conversation: Conversation): boolean {
  return cameFrom(transaction, conversation).some(({ final }) => final === undefined);
}

/** The call was connected after all, on whatever way. */
export function wasConnected(conversation: Conversation): boolean {
  return 'dialogs' in conversation && conversation.dialogs.some(({ answer }) => answer !== undefined);
}

/** First sign of progress beyond 100. */
export function progressOf({ responses }: Transaction): SipMessage | undefined {
  return responses.find(({ message }) => message.status > 100 && message.status < 200)?.message;
}

export function lastProgressOf({ responses }: Transaction): SipMessage | undefined {
  let last: SipMessage | undefined;
  for (const { message, repeats } of responses) {
    if (message.status > 100 && message.status < 200) last = repeats[repeats.length - 1] ?? message;
  }
  return last;
}

export function reasonsOf(message: SipMessage): readonly Reason[] {
  return message.has('Reason') ? message.headers('Reason').flatMap(parseReason) : [];
}

/** Q.850 cause that a message gives as its reason; undefined without one. */
export function causeOf(message: SipMessage): number | undefined {
  return reasonsOf(message).find(isQ850)?.cause;
}

export function isQ850({ protocol }: Pick<Reason, 'protocol'>): boolean {
  return protocol.toUpperCase() === 'Q.850';
}

export function isSip({ protocol }: Reason): boolean {
  return protocol.toUpperCase() === 'SIP';
}

/** Where the network stands that released (RFC 8606 §4). */
const LOCATIONS = ['U', 'LPN', 'LN', 'TN', 'RLN', 'RPN', 'INTL', 'BI'] as const;

/** A Reason as args hold it; cause -1, text and location '' for what it does not say. */
export type ShownReason = {
  protocol: string;
  cause: number;
  text: string;
  location: (typeof LOCATIONS)[number] | '';
};

export function shownReason({ protocol, cause, text, location }: Reason): ShownReason {
  const place = location?.toUpperCase();
  return {
    protocol: clip(protocol),
    cause: cause ?? -1,
    text: clip(text),
    location: LOCATIONS.find((one) => one === place) ?? '',
  };
}

/** What a refusal adds to its status; '' and 0 for what it does not say. */
export type Said = {
  /** One, if any. */
  reasons: readonly ShownReason[];
  warning: string;
  /** Seconds. */
  retryAfter: number;
};

export const saidNothing: Said = { reasons: [], warning: '', retryAfter: 0 };

export function saidBy(final: SipMessage): Said {
  const reasons = reasonsOf(final);
  const reason = reasons.find(isQ850) ?? reasons[0];
  const [warning] = final.has('Warning') ? final.headers('Warning').flatMap(parseWarning) : [];
  const retry = final.has('Retry-After') ? parseRetryAfter(final.header('Retry-After') ?? '') : undefined;
  return {
    reasons: reason === undefined ? [] : [shownReason(reason)],
    warning: warning === undefined ? '' : clip(`${warning.code} ${warning.text}`.trim()),
    retryAfter: retry?.delay ?? 0,
  };
}

/** `404 Not Found`; the number alone where the phrase is empty. */
export function statusLine({ status, phrase }: SipMessage): string {
  return clip(`${status} ${phrase.trim()}`.trim());
}
