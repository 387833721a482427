/** Dialogs by Call-ID and tags (RFC 3261 §12); each fork of an INVITE makes its own. */
import type { Dialog, SipMessage } from '../model.ts';
import { append } from './append.ts';
import type { TrackedTransaction } from './transaction.ts';

/** In-dialog transactions kept for one dialog; a session refreshed every second for a day stays below. */
const TRANSACTION_LIMIT = 100_000;
const ACK_LIMIT = 256;

const noMessages: readonly SipMessage[] = [];
const noTransactions: readonly TrackedTransaction[] = [];

export class TrackedDialog implements Dialog {
  readonly callId: string;
  /** Tag of the side that sent the first INVITE (or, seen from the middle, the first request of the dialog). */
  readonly callerTag: string;
  readonly calleeTag: string;
  state: Dialog['state'] = 'early';
  answer: SipMessage | undefined;
  acks: readonly SipMessage[] = noMessages;
  bye: TrackedTransaction | undefined;
  transactions: readonly TrackedTransaction[] = noTransactions;

  constructor(callId: string, callerTag: string, calleeTag: string) {
    this.callId = callId;
    this.callerTag = callerTag;
    this.calleeTag = calleeTag;
  }

  has(tagA: string, tagB: string): boolean {
    return (this.callerTag === tagA && this.calleeTag === tagB) || (this.callerTag === tagB && this.calleeTag === tagA);
  }

  addAck(message: SipMessage): void {
    if (this.acks.length < ACK_LIMIT) this.acks = append(this.acks, message);
  }

  addTransaction(transaction: TrackedTransaction): void {
    if (this.transactions.length < TRANSACTION_LIMIT) this.transactions = append(this.transactions, transaction);
    if (transaction.method === 'BYE' && this.bye === undefined) this.bye = transaction;
  }
}
