/** Everything that shares a Call-ID, sorted into transactions and dialogs as it arrives. */
import type { Endpoint, SipMessage } from '../model.ts';
import { append } from './append.ts';
import { TrackedDialog } from './dialog.ts';
import { isDuplicate } from './duplicates.ts';
import { type Taken, TrackedTransaction } from './transaction.ts';
import type { Waiting } from './waiting.ts';

/** Up to this many transactions a look from the newest back beats a map. */
const LINEAR = 12;
const MESSAGE_LIMIT = 200_000;
const DIALOG_LIMIT = 512;
/** Methods that exist only in the dialog of an INVITE: seen alone, they show a call that began before. */
const callMethods = new Set(['INVITE', 'BYE', 'PRACK', 'UPDATE', 'INFO']);
/** How far back a CANCEL or ACK looks for its INVITE when the branch does not lead there. */
const LOOK_BACK = 64;

const noTransactions: readonly TrackedTransaction[] = [];
const noDialogs: readonly TrackedDialog[] = [];

export class Group {
  readonly id: number;
  readonly callId: string;
  readonly messages: SipMessage[] = [];
  transactions: readonly TrackedTransaction[] = noTransactions;
  dialogs: readonly TrackedDialog[] = noDialogs;
  /** Initial INVITEs of the first hop seen, in order: authentication and redirection rounds. */
  attempts: readonly TrackedTransaction[] = noTransactions;
  /** Methods of the transactions outside any INVITE dialog. */
  hasInvite = false;
  hasRegister = false;
  hasSubscription = false;
  start: number;
  end: number;
  duplicates = 0;
  /** Messages beyond the limit, counted only. */
  unkept = 0;
  /** Confirmed dialogs without BYE. */
  live = 0;
  /** Which waiting line of the tracker the group stands in. */
  line = -1;
  place: Waiting | undefined = undefined;
  #index: Map<string, TrackedTransaction[]> | undefined;

  constructor(id: number, first: SipMessage) {
    this.id = id;
    this.callId = first.callId;
    this.start = first.time;
    this.end = first.time;
  }

  /** The message that is here already, when this is a second look at it. */
  add(message: SipMessage, nextId: () => number): SipMessage | undefined {
    const taken = this.#sort(message, nextId);
    if (typeof taken === 'object') {
      this.duplicates++;
      return taken;
    }
    if (this.messages.length < MESSAGE_LIMIT) this.#put(message);
    else this.unkept++;
    if (message.time > this.end) this.end = message.time;
    if (message.time < this.start) this.start = message.time;
    return undefined;
  }

  /** In order of time, also where the fragments of a message were waited for. */
  #put(message: SipMessage): void {
    const { messages } = this;
    let at = messages.length;
    if (message.truncated && message.log === undefined) {
      const least = Math.max(0, at - LOOK_BACK);
      while (at > least && messages[at - 1].time > message.time) at--;
    }
    if (at === messages.length) messages.push(message);
    else messages.splice(at, 0, message);
  }

  #sort(message: SipMessage, nextId: () => number): Taken {
    if (message.isRequest) return this.#request(message, nextId);
    // A status that is none (RFC 3261 §7.2) moves no transaction; the message is kept, with its defect.
    return message.status >= 100 && message.status <= 699 ? this.#response(message, nextId) : 'new';
  }

  /** The last attempt has its final response and no dialog is left open. */
  get ended(): boolean {
    if (this.live > 0) return false;
    const last = this.attempts[this.attempts.length - 1];
    return last === undefined || last.final !== undefined;
  }

  /** Ended with a challenge or a redirection: another round may follow when the user has typed a password. */
  get mayGoOn(): boolean {
    const status = this.attempts[this.attempts.length - 1]?.final?.status ?? 0;
    return status === 401 || status === 407 || (status >= 300 && status < 400);
  }

  #candidates(method: string, branch: string): readonly TrackedTransaction[] {
    if (this.transactions.length <= LINEAR) return this.transactions;
    this.#index ??= this.#buildIndex();
    return this.#index.get(`${method} ${branch}`) ?? [];
  }

  #buildIndex(): Map<string, TrackedTransaction[]> {
    const index = new Map<string, TrackedTransaction[]>();
    for (const transaction of this.transactions) addToIndex(index, transaction);
    return index;
  }

  #open(message: SipMessage, client: Endpoint, server: Endpoint, nextId: () => number): TrackedTransaction {
    const transaction = new TrackedTransaction(nextId(), message, client, server);
    this.transactions = append(this.transactions, transaction);
    if (this.#index !== undefined) addToIndex(this.#index, transaction);
    if (message.method === 'INVITE') this.hasInvite = true;
    else if (message.method === 'REGISTER') this.hasRegister = true;
    else if (message.method === 'SUBSCRIBE' || message.method === 'NOTIFY') this.hasSubscription = true;
    return transaction;
  }

  /** Same hop, same branch, same method, same number (RFC 3261 §17.2.3; without a branch the number decides). */
  #findRequest(message: SipMessage, method: string): TrackedTransaction | undefined {
    const candidates = this.#candidates(method, message.branch);
    for (let i = candidates.length - 1; i >= 0; i--) {
      const known = candidates[i];
      if (known.method === method && known.branch === message.branch && known.cseq === message.cseq) {
        if (known.client === message.source && known.server === message.destination) return known;
        // Only responses were seen so far: the request may have come from another port than they went to.
        if (known.request === undefined && message.source.address === known.client.address) return known;
      }
    }
    return undefined;
  }

  #request(message: SipMessage, nextId: () => number): Taken {
    if (message.method === 'ACK') return this.#ack(message);
    const known = this.#findRequest(message, message.method);
    // One whose fragments were waited for comes after its responses.
    if (known?.request !== undefined) return known.addRequest(message);
    const transaction = known ?? this.#open(message, message.source, message.destination, nextId);
    transaction.addRequest(message);
    if (message.method === 'CANCEL') this.#pairCancel(transaction, message);
    else if (message.toTag !== '') this.#inDialog(transaction, message);
    else if (message.method === 'INVITE') this.#attempt(transaction, message);
    return 'new';
  }

  /** A further round of the caller: new credentials, a redirection, or another target after a failure. */
  #attempt(transaction: TrackedTransaction, message: SipMessage): void {
    const first = this.attempts[0];
    if (first === undefined) {
      this.attempts = append(this.attempts, transaction);
      return;
    }
    if (first.client.address !== message.source.address || first.viaCount !== message.viaCount) return;
    if (first.request?.fromTag !== message.fromTag) return;
    const last = this.attempts[this.attempts.length - 1];
    // The same number on another branch is a fork while the branch before it lives (RFC 3261 §16.6), a failover after.
    const over = last.final !== undefined ? last.final.status >= 300 : last.responses.length === 0;
    if (last.cseq !== message.cseq || over) this.attempts = append(this.attempts, transaction);
  }

  #pairCancel(cancel: TrackedTransaction, message: SipMessage): void {
    const invite = this.#recentInvite(
      (known) =>
        known.client.address === message.source.address &&
        known.server.address === message.destination.address &&
        (known.branch === message.branch || (message.branch === '' && known.cseq === message.cseq)),
    );
    if (invite === undefined) return;
    cancel.peer = invite;
    invite.peer = cancel;
  }

  #recentInvite(matches: (known: TrackedTransaction) => boolean): TrackedTransaction | undefined {
    const oldest = Math.max(0, this.transactions.length - LOOK_BACK);
    for (let i = this.transactions.length - 1; i >= oldest; i--) {
      const known = this.transactions[i];
      if (known.method === 'INVITE' && matches(known)) return known;
    }
    return undefined;
  }

  #inDialog(transaction: TrackedTransaction, message: SipMessage): void {
    let dialog = this.#findDialog(message.fromTag, message.toTag);
    if (dialog === undefined) {
      // With the beginning at hand an unknown pair of tags is a stray request; without it, it is how a dialog shows.
      if (this.attempts.length > 0 || this.dialogs.length >= DIALOG_LIMIT) return;
      dialog = new TrackedDialog(this.callId, message.fromTag, message.toTag);
      dialog.state = 'confirmed';
      if (callMethods.has(message.method)) this.hasInvite = true;
      if (message.method !== 'SUBSCRIBE' && message.method !== 'NOTIFY') this.live++;
      this.dialogs = append(this.dialogs, dialog);
    }
    dialog.addTransaction(transaction);
    if (message.method === 'BYE' && dialog.state !== 'terminated') {
      if (dialog.state === 'confirmed') this.live--;
      dialog.state = 'terminated';
    }
  }

  #findDialog(tagA: string, tagB: string): TrackedDialog | undefined {
    for (let i = this.dialogs.length - 1; i >= 0; i--) if (this.dialogs[i].has(tagA, tagB)) return this.dialogs[i];
    return undefined;
  }

  /** Hop by hop for 3xx-6xx, in the INVITE's transaction (RFC 3261 §17.1.1.3); with clocks apart it may come before them. */
  #ack(message: SipMessage): Taken {
    const isHop = ({ cseq, client, server }: TrackedTransaction) =>
      cseq === message.cseq &&
      client.address === message.source.address &&
      server.address === message.destination.address;
    const byBranch = (known: TrackedTransaction) =>
      known.branch === message.branch && message.branch !== '' && (known.final?.status ?? 300) >= 300 && isHop(known);
    const byTag = (known: TrackedTransaction) =>
      (known.final?.status ?? 0) >= 300 && known.final?.toTag === message.toTag && isHop(known);
    const refused = this.#recentInvite(byBranch) ?? this.#recentInvite(byTag);
    return refused === undefined ? this.#dialogAck(message) : refused.addAck(message);
  }

  /** ACK for a 2xx: a transaction of its own, end to end (RFC 3261 §13.2.2.4). */
  #dialogAck(message: SipMessage): Taken {
    let dialog = this.#findDialog(message.fromTag, message.toTag);
    if (dialog === undefined) {
      if (this.attempts.length > 0 || this.dialogs.length >= DIALOG_LIMIT) return 'new';
      dialog = new TrackedDialog(this.callId, message.fromTag, message.toTag);
      dialog.state = 'confirmed';
      this.hasInvite = true;
      this.live++;
      this.dialogs = append(this.dialogs, dialog);
    }
    const acks = dialog.acks;
    for (let i = acks.length - 1; i >= 0 && i >= acks.length - 8; i--) {
      if (isDuplicate(acks[i], message)) return acks[i];
    }
    dialog.addAck(message);
    return 'new';
  }

  /** RFC 3261 §17.1.3: the top Via branch and the CSeq method; ports may differ where rport is not used. */
  #findResponse(message: SipMessage): TrackedTransaction | undefined {
    const candidates = this.#candidates(message.method, message.branch);
    let near: TrackedTransaction | undefined;
    for (let i = candidates.length - 1; i >= 0; i--) {
      const known = candidates[i];
      if (known.method !== message.method || known.branch !== message.branch || known.cseq !== message.cseq) continue;
      if (known.client === message.destination && known.server === message.source) return known;
      if (near === undefined && known.client.address === message.destination.address) near = known;
    }
    return near;
  }

  #response(message: SipMessage, nextId: () => number): Taken {
    const transaction = this.#findResponse(message) ?? this.#open(message, message.destination, message.source, nextId);
    const taken = transaction.addResponse(message);
    if (message.method === 'BYE') this.#byeResponse(transaction, message);
    if (taken === 'new' && message.method === 'INVITE' && message.status > 100)
      this.#inviteResponse(transaction, message);
    return taken;
  }

  /** The BYE itself may have taken another path: its 2xx tells that the dialog is over. */
  #byeResponse(transaction: TrackedTransaction, message: SipMessage): void {
    this.hasInvite = true;
    if (transaction.request !== undefined || message.status < 200 || message.status >= 300) return;
    const dialog = this.#findDialog(message.fromTag, message.toTag);
    if (dialog === undefined || dialog.state === 'terminated') return;
    if (dialog.state === 'confirmed') this.live--;
    dialog.state = 'terminated';
  }

  #inviteResponse(transaction: TrackedTransaction, message: SipMessage): void {
    if (message.status >= 300) {
      for (const dialog of this.dialogs) {
        if (dialog.state === 'early' && (message.toTag === '' || dialog.has(message.fromTag, message.toTag))) {
          dialog.state = 'terminated';
        }
      }
      return;
    }
    if (message.toTag === '') return;
    let dialog = this.#findDialog(message.fromTag, message.toTag);
    if (dialog === undefined) {
      if (this.dialogs.length >= DIALOG_LIMIT) return;
      dialog = new TrackedDialog(this.callId, message.fromTag, message.toTag);
      dialog.addTransaction(transaction);
      this.dialogs = append(this.dialogs, dialog);
    }
    if (message.status >= 200 && dialog.state === 'early') {
      dialog.state = 'confirmed';
      dialog.answer = message;
      this.live++;
    }
  }
}

function addToIndex(index: Map<string, TrackedTransaction[]>, transaction: TrackedTransaction): void {
  const key = `${transaction.method} ${transaction.branch}`;
  const hops = index.get(key);
  if (hops === undefined) index.set(key, [transaction]);
  else hops.push(transaction);
}
