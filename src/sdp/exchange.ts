/** What an offer/answer negotiation consists of, and when two descriptions say the same. */
import type { SipMessage, Transaction } from '../model.ts';
import type { Description } from './description.ts';

export type Ending = 'answered' | 'rejected' | 'cancelled' | 'open';

export interface OfferAnswer {
  readonly offer: Description;
  /** The caller of the dialog made the offer. */
  readonly byCaller: boolean;
  /** The transaction that carried the offer, in its request or in a response. */
  readonly carrier: Transaction;
  answer: Description | undefined;
  /** SDP of provisional responses that are not reliable: a foretaste of the answer (RFC 3261 §13.2.1). */
  previews: readonly Description[];
  ending: Ending;
  /** The final response that refused the offer. */
  refusal: SipMessage | undefined;
  /** Offers that were open when this one was made. */
  readonly overlaps: readonly OfferAnswer[];
}

/** What is against the rules of offer and answer, whatever the descriptions say. */
export interface Irregularity {
  readonly kind: 'offer-missing' | 'answer-missing' | 'answer-changed' | 'offer-while-pending' | 'answer-unasked';
  /** The decisive message first. */
  readonly at: readonly SipMessage[];
  /** The exchange it concerns, where there is one. */
  readonly exchange: OfferAnswer | undefined;
}

export function isReliableProvisional(message: SipMessage): boolean {
  return message.status > 100 && message.status < 200 && message.has('RSeq');
}

/** Same media, addresses, codecs and directions; a mere new version or a reordered attribute is no difference. */
export function sameMedia(a: Description, b: Description): boolean {
  if (a.session === b.session) return true;
  const left = a.session.media;
  const right = b.session.media;
  return (
    left.length === right.length &&
    left.every((one, index) => {
      const other = right[index];
      return (
        one.kind === other.kind &&
        one.port === other.port &&
        one.protocol === other.protocol &&
        one.direction === other.direction &&
        one.connection?.address === other.connection?.address &&
        one.formats.join(' ') === other.formats.join(' ')
      );
    })
  );
}

/** There is certainly no body: nothing cut off, nothing that a log left out. */
export function isBodiless(message: SipMessage): boolean {
  if (message.truncated || message.bodyLength > 0) return false;
  return message.contentLength === 0 || (message.contentLength < 0 && message.log === undefined);
}
