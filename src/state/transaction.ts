/** One hop's transaction (RFC 3261 §17) as an observer sees it: what was sent, how often, and what came back. */
import type { Endpoint, Response, SipMessage, Transaction } from '../model.ts';
import { append } from './append.ts';
import { isDuplicate } from './duplicates.ts';

/** Shared by all that have no repeats: most never have one, and an empty list each would be memory for nothing. */
const none: readonly SipMessage[] = [];

export class TrackedResponse implements Response {
  readonly message: SipMessage;
  repeats: readonly SipMessage[] = none;

  constructor(message: SipMessage) {
    this.message = message;
  }
}

const noResponses: readonly TrackedResponse[] = [];

/** What became of a message that was offered to a transaction; a message is the one of which it is a second look. */
export type Taken = 'new' | 'repeat' | SipMessage;

/** Copies of one message that are kept; a storm is counted, not stored. */
const REPEAT_LIMIT = 64;

export class TrackedTransaction implements Transaction {
  readonly id: number;
  readonly method: string;
  readonly callId: string;
  readonly cseq: number;
  readonly branch: string;
  readonly client: Endpoint;
  readonly server: Endpoint;
  viaCount: number;
  request: SipMessage | undefined;
  requestRepeats: readonly SipMessage[] = none;
  responses: readonly TrackedResponse[] = noResponses;
  final: SipMessage | undefined;
  acks: readonly SipMessage[] = none;
  peer: TrackedTransaction | undefined;
  start: number;
  end: number;
  /** Copies beyond `REPEAT_LIMIT`. */
  unkept = 0;

  constructor(id: number, first: SipMessage, client: Endpoint, server: Endpoint) {
    this.id = id;
    this.method = first.method;
    this.callId = first.callId;
    this.cseq = first.cseq;
    this.branch = first.branch;
    this.client = client;
    this.server = server;
    this.viaCount = first.viaCount;
    this.start = first.time;
    this.end = first.time;
  }

  #touch(message: SipMessage): void {
    if (message.time > this.end) this.end = message.time;
    if (message.time < this.start) this.start = message.time;
  }

  /** Duplicates show against the newest copies: an older twin cannot lie within the window. */
  #twin(first: SipMessage, repeats: readonly SipMessage[], message: SipMessage): SipMessage | undefined {
    const last = repeats.length > 0 ? repeats[repeats.length - 1] : first;
    if (isDuplicate(last, message)) return last;
    return last !== first && isDuplicate(first, message) ? first : undefined;
  }

  #keep(repeats: readonly SipMessage[], message: SipMessage): readonly SipMessage[] {
    this.#touch(message);
    if (repeats.length < REPEAT_LIMIT) return append(repeats, message);
    this.unkept++;
    return repeats;
  }

  addRequest(message: SipMessage): Taken {
    if (this.request !== undefined) {
      const twin = this.#twin(this.request, this.requestRepeats, message);
      if (twin !== undefined) return twin;
      this.requestRepeats = this.#keep(this.requestRepeats, message);
      return 'repeat';
    }
    this.request = message;
    this.viaCount = message.viaCount;
    this.#touch(message);
    return 'new';
  }

  addAck(message: SipMessage): Taken {
    const first = this.acks[0];
    if (first !== undefined) {
      const last = this.acks[this.acks.length - 1];
      if (isDuplicate(last, message)) return last;
      if (this.acks.length >= REPEAT_LIMIT) return 'repeat';
    }
    this.acks = append(this.acks, message);
    this.#touch(message);
    return first === undefined ? 'new' : 'repeat';
  }

  addResponse(message: SipMessage): Taken {
    // From the newest back: a repeat follows its original closely.
    for (let i = this.responses.length - 1; i >= 0; i--) {
      const known = this.responses[i];
      if (!isSameResponse(known.message, message)) continue;
      const twin = this.#twin(known.message, known.repeats, message);
      if (twin !== undefined) return twin;
      known.repeats = this.#keep(known.repeats, message);
      return 'repeat';
    }
    this.#touch(message);
    if (this.responses.length >= REPEAT_LIMIT) {
      this.unkept++;
      return 'repeat';
    }
    this.responses = append(this.responses, new TrackedResponse(message));
    if (message.status >= 200 && (this.final === undefined || (this.final.status >= 300 && message.status < 300))) {
      this.final = message;
    }
    return 'new';
  }
}

/** RFC 3261 §17.1.3 with an eye on the body: a second 183 that brings other SDP is news, not a retransmission. */
function isSameResponse(a: SipMessage, b: SipMessage): boolean {
  if (a.status !== b.status || a.toTag !== b.toTag) return false;
  if (a.status >= 200) return true;
  return a.bodyLength === b.bodyLength && (a.size === b.size || a.header('RSeq') === b.header('RSeq'));
}
