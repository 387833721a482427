/**
 * Offers and answers of one dialog on one hop (RFC 3264, RFC 6337), as an observer sees them. Fed with its messages in
 * causal order; what was not captured leaves things unknown, never wrong.
 */
import type { SipMessage, Transaction } from '../model.ts';
import type { Description, Reader } from './description.ts';
import {
  type Ending,
  type Irregularity,
  isBodiless,
  isReliableProvisional,
  type OfferAnswer,
  sameMedia,
} from './exchange.ts';

interface Invite {
  readonly transaction: Transaction;
  /** `unknown`: there is a body that could not be read. */
  readonly request: Description | 'none' | 'unknown';
  exchange: OfferAnswer | undefined;
  answer: SipMessage | undefined;
  acknowledged: boolean;
}

/** Re-INVITEs whose ACK may still come. */
const OPEN_INVITES = 32;
/** Offers that are open at the same time; more is a flood. */
const OPEN_OFFERS = 8;
/** Later than this (µs) is later, whatever order the capture has mixed up. */
const SURE = 10_000;

/** The offers and answers of one (early) dialog on one hop. */
export class Negotiation {
  readonly callerTag: string;
  readonly calleeTag: string;
  readonly exchanges: OfferAnswer[] = [];
  readonly irregularities: Irregularity[] = [];
  /** Every description in order, previews too; retransmissions are left out. */
  readonly descriptions: { readonly description: Description; readonly byCaller: boolean }[] = [];
  /** The INVITE that began the dialog was seen. */
  begun = false;
  /** A 2xx to an INVITE was seen. */
  confirmed = false;
  /** Responses were seen whose request was not captured: there may have been offers. */
  gaps = false;
  /** A reliable provisional response was acknowledged that the capture does not show. */
  blind = false;
  readonly #read: Reader;
  #invites: Invite[] = [];
  #open: OfferAnswer[] = [];
  #reliable: { readonly message: SipMessage; readonly rseq: string }[] = [];

  constructor(callerTag: string, calleeTag: string, read: Reader) {
    this.callerTag = callerTag;
    this.calleeTag = calleeTag;
    this.#read = read;
  }

  #fault(kind: Irregularity['kind'], at: readonly SipMessage[], exchange?: OfferAnswer): void {
    this.irregularities.push({ kind, at, exchange });
  }

  #note(description: Description, byCaller: boolean): void {
    this.descriptions.push({ description, byCaller });
  }

  #offer(offer: Description, byCaller: boolean, carrier: Transaction): OfferAnswer {
    this.#note(offer, byCaller);
    const overlaps = this.#open.length === 0 ? [] : [...this.#open];
    const exchange: OfferAnswer = {
      offer,
      byCaller,
      carrier,
      answer: undefined,
      previews: [],
      ending: 'open',
      refusal: undefined,
      overlaps,
    };
    this.exchanges.push(exchange);
    if (this.#open.length >= OPEN_OFFERS) this.#open.shift();
    this.#open.push(exchange);
    return exchange;
  }

  #close(exchange: OfferAnswer, ending: Ending): void {
    exchange.ending = ending;
    this.#open = this.#open.filter((one) => one !== exchange);
  }

  #answer(exchange: OfferAnswer, answer: Description): void {
    this.#note(answer, !exchange.byCaller);
    exchange.answer = answer;
    this.#close(exchange, 'answered');
    this.#judgeOverlaps(exchange);
    const preview = exchange.previews[exchange.previews.length - 1];
    if (preview !== undefined && !sameMedia(preview, answer)) {
      this.#fault('answer-changed', [answer.message, preview.message, exchange.offer.message], exchange);
    }
  }

  /** An offer that was made while `first`, answered only now, was open. Offers that cross on the way are nobody's fault. */
  #judgeOverlaps(first: OfferAnswer): void {
    const answered = first.answer?.message.time ?? 0;
    for (let i = this.exchanges.length - 1; i >= 0 && i >= this.exchanges.length - OPEN_OFFERS; i--) {
      const second = this.exchanges[i];
      if (!second.overlaps.includes(first)) continue;
      const { message } = second.offer;
      if (message.time - first.offer.message.time <= SURE || answered - message.time <= SURE) continue;
      const initial = first.carrier.method === 'INVITE' && first.carrier.request?.toTag === '';
      // The callee's dialog exists by the INVITE alone: it cannot have overlooked the offer in it.
      if (second.byCaller !== first.byCaller && !(initial && first.byCaller)) continue;
      if (this.blind) continue;
      this.#fault('offer-while-pending', [message, first.offer.message, first.answer?.message ?? message], second);
    }
  }

  #refuse(exchange: OfferAnswer, refusal: SipMessage): void {
    exchange.refusal = refusal;
    this.#close(exchange, refusal.status === 487 ? 'cancelled' : 'rejected');
  }

  #describe(message: SipMessage): Invite['request'] {
    return this.#read(message) ?? (isBodiless(message) ? 'none' : 'unknown');
  }

  #byCaller(request: SipMessage): boolean {
    return request.fromTag === this.callerTag;
  }

  #inviteOf(transaction: Transaction): Invite | undefined {
    for (let i = this.#invites.length - 1; i >= 0; i--) {
      if (this.#invites[i].transaction === transaction) return this.#invites[i];
    }
    return undefined;
  }

  /** INVITE (the initial one when its first response makes the dialog), PRACK or UPDATE. */
  request(transaction: Transaction, message: SipMessage): void {
    const content = this.#describe(message);
    const byCaller = this.#byCaller(message);
    if (transaction.method === 'INVITE') {
      if (message.toTag === '') this.begun = true;
      if (this.#invites.length >= OPEN_INVITES) this.#invites.shift();
      const exchange = typeof content === 'object' ? this.#offer(content, byCaller, transaction) : undefined;
      this.#invites.push({ transaction, request: content, exchange, answer: undefined, acknowledged: false });
    } else if (transaction.method === 'PRACK') this.#prack(transaction, message, content);
    else if (typeof content === 'object') this.#offer(content, byCaller, transaction);
  }

  #prack(transaction: Transaction, message: SipMessage, content: Invite['request']): void {
    const [rseq] = (message.header('RAck') ?? '').trim().split(/\s/, 1);
    const acknowledged = this.#reliable.find((one) => one.rseq === rseq)?.message;
    if (acknowledged === undefined) {
      // What it acknowledges was not captured, so that SDP in it may be an offer or an answer.
      this.blind = true;
      return;
    }
    const owed = this.#open.find((one) => one.offer.message === acknowledged);
    if (owed === undefined) {
      if (typeof content === 'object') this.#offer(content, this.#byCaller(message), transaction);
    } else if (typeof content === 'object') this.#answer(owed, content);
    else if (content === 'none') {
      this.#fault('answer-missing', [message, acknowledged], owed);
      this.#close(owed, 'open');
    }
  }

  response(transaction: Transaction, message: SipMessage): void {
    if (transaction.request === undefined) {
      this.gaps = true;
      if (transaction.method === 'PRACK') this.blind = true;
    }
    if (transaction.method === 'INVITE') this.#inviteResponse(transaction, message);
    else if (message.status >= 200) {
      const exchange = this.#open.find((one) => one.carrier === transaction);
      if (exchange === undefined) return;
      if (message.status >= 300) {
        this.#refuse(exchange, message);
        return;
      }
      const content = this.#describe(message);
      if (typeof content === 'object') this.#answer(exchange, content);
      else {
        if (content === 'none') this.#fault('answer-missing', [message, exchange.offer.message], exchange);
        this.#close(exchange, 'open');
      }
    }
  }

  #inviteResponse(transaction: Transaction, message: SipMessage): void {
    const { status } = message;
    const reliable = isReliableProvisional(message);
    const invite = this.#inviteOf(transaction);
    if (status >= 200 && status < 300) this.confirmed = true;
    if (invite === undefined) return;
    if (reliable) {
      this.#reliable = this.#reliable.slice(1 - OPEN_INVITES);
      this.#reliable.push({ message, rseq: (message.header('RSeq') ?? '').trim() });
    }
    const { exchange } = invite;
    if (status >= 300) {
      if (exchange?.ending === 'open') this.#refuse(exchange, message);
      return;
    }
    if (status >= 200) invite.answer = message;
    const binding = reliable || status >= 200;
    if (invite.request === 'unknown') return;
    const content = this.#describe(message);
    if (typeof content === 'object') this.#description(invite, message, content, binding);
    else if (content === 'none' && status >= 200 && !this.blind) {
      if (exchange === undefined) this.#fault('offer-missing', [message, ...requestOf(transaction)]);
      else if (exchange.ending === 'open' && this.#open.includes(exchange) && exchange.offer.message.isRequest) {
        this.#fault('answer-missing', [message, exchange.offer.message], exchange);
        this.#close(exchange, 'open');
      }
    }
  }

  #description(invite: Invite, message: SipMessage, content: Description, binding: boolean): void {
    const { exchange, transaction } = invite;
    const byCaller = this.#byCaller(message);
    if (exchange === undefined) {
      // The sender of the INVITE made no offer, so that this is one; the From tag of a response is that of its request.
      if (binding && !this.blind) invite.exchange = this.#offer(content, !byCaller, transaction);
    } else if (exchange.ending !== 'open' || !exchange.offer.message.isRequest) {
      // Already settled: a repeated description.
    } else if (binding) this.#answer(exchange, content);
    else {
      this.#note(content, !exchange.byCaller);
      exchange.previews = [...exchange.previews, content].slice(-OPEN_OFFERS);
    }
  }

  /** The ACK for a 2xx. */
  ack(message: SipMessage): void {
    const invite = this.#invites.find(
      ({ transaction }) => transaction.cseq === message.cseq && transaction.request?.fromTag === message.fromTag,
    );
    if (invite === undefined || invite.acknowledged || invite.answer === undefined) return;
    invite.acknowledged = true;
    const { exchange, answer } = invite;
    if (exchange === undefined) return;
    const content = this.#describe(message);
    if (exchange.offer.message === answer) {
      if (typeof content === 'object') this.#answer(exchange, content);
      else if (content === 'none') {
        this.#fault('answer-missing', [message, answer], exchange);
        this.#close(exchange, 'open');
      }
    } else if (typeof content === 'object' && exchange.offer.message.isRequest && exchange.answer?.message === answer) {
      this.#fault('answer-unasked', [message, answer, exchange.offer.message], exchange);
    }
  }
}

function requestOf({ request }: Transaction): readonly SipMessage[] {
  return request === undefined ? [] : [request];
}
