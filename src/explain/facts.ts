/** Facts that header fields add to a response or request: Reason, Warning, Retry-After. Tolerant of odd spellings. */
import { findCause } from '../catalogue/causes.ts';
import { parseExpires } from '../headers/expires.ts';
import { parseReason } from '../headers/reason.ts';
import { parseRetryAfter } from '../headers/retry-after.ts';
import { parseWarning } from '../headers/warning.ts';
import type { SipMessage, Value } from '../model.ts';

/** Text from a trace is cut to this length wherever it is repeated in a sentence. */
const TEXT_LENGTH = 80;

export interface ReasonFact {
  /** `Q.850;cause=17`. */
  readonly value: string;
  /** The sender's text; empty without one. */
  readonly text: string;
  /** Q.850 cause; undefined for other protocols. */
  readonly cause: number | undefined;
  /** SIP status given as reason (`SIP;cause=200`); undefined for other protocols. */
  readonly sipCause: number | undefined;
}

export function shorten(text: string): string {
  return text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH - 1)}…` : text;
}

/** The first Reason value (RFC 3326), a Q.850 one before others. */
export function reasonOf(message: SipMessage): ReasonFact | undefined {
  const values = message.headers('Reason').flatMap((value) => parseReason(value) ?? []);
  const reason = values.find((one) => one.protocol.toUpperCase() === 'Q.850') ?? values[0];
  if (reason === undefined) return undefined;
  const protocol = reason.protocol.toUpperCase();
  const cause = reason.cause === undefined ? '' : `;cause=${reason.cause}`;
  return {
    value: shorten(`${reason.protocol}${cause}`),
    text: shorten(reason.text),
    cause: protocol === 'Q.850' ? reason.cause : undefined,
    sipCause: protocol === 'SIP' ? reason.cause : undefined,
  };
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** The sender's text says no more than the name of the cause does: `USER_BUSY` of 17. */
function isNamed(cause: number, text: string): boolean {
  const name = wordsOf(findCause(cause)?.name ?? '');
  const words = wordsOf(text);
  return words.length > 0 && words.every((word) => name.includes(word));
}

/** What sentences say of a Reason: `reason`, `reasonText`, `cause`, and `causeNamed` when the text says the cause. */
export function addReason(args: Record<string, Value>, message: SipMessage): void {
  const reason = reasonOf(message);
  if (reason === undefined) return;
  args.reason = reason.value;
  if (reason.text !== '') args.reasonText = reason.text;
  if (reason.cause === undefined) return;
  args.cause = reason.cause;
  if (isNamed(reason.cause, reason.text)) args.causeNamed = true;
}

/** The first Warning value (RFC 3261 §20.43). */
export function warningOf(message: SipMessage): { readonly code: number; readonly text: string } | undefined {
  const value = message.headers('Warning')[0];
  const warning = value === undefined ? undefined : parseWarning(value)?.[0];
  return warning === undefined ? undefined : { code: warning.code, text: shorten(warning.text) };
}

/** Seconds (RFC 3261 §20.33). */
export function retryAfterOf(message: SipMessage): number | undefined {
  const value = message.header('Retry-After');
  return value === undefined ? undefined : parseRetryAfter(value)?.delay;
}

/** Seconds that an INVITE is worth waiting for (RFC 3261 §13.3.1). */
export function expiresOf(invite: SipMessage | undefined): number | undefined {
  const value = invite?.header('Expires');
  return value === undefined ? undefined : parseExpires(value);
}
