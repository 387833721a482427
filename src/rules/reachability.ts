/**
 * What calls tell of the registrations of a capture: INVITEs that a server refused as unregistered, requests that a
 * device left unanswered, and who called after the registration had ended. Bounded; compared with the bindings at the end.
 */
import { identityOf } from '../headers/user-at-host.ts';
import type { Evidence, SipMessage, Transaction } from '../model.ts';
import { evidenceOf } from '../state/evidence.ts';
import type { Conversation } from './define.ts';
import { addressesInferred, isReliable } from './guards.ts';
import { passedOn } from './hops.ts';
import { isScanner } from './scanners.ts';

/** From where to where, and when. */
interface Sent {
  readonly client: string;
  readonly server: string;
  readonly time: number;
}

/** A request that tells something about one address of record. */
export interface Sign extends Sent {
  readonly method: string;
  /** `user@host` of the one who is called; of the caller, for `calls`. */
  readonly aor: string;
  /** `address:port` of the server. */
  readonly socket: string;
  readonly end: number;
  readonly input: number;
  readonly status: number;
  readonly phrase: string;
  readonly copies: number;
  readonly at: readonly Evidence[];
}

/** Signs kept of each kind. */
const LIMIT = 2_000;
/** Servers whose last sign of life is kept. */
const SERVER_LIMIT = 2_000;
/** Transactions of one conversation that are looked at: a day in one dialog tells nothing more. */
const REACH = 64;

/** `user@host` of a Request-URI as an address of record has it. */
function targetOf(request: SipMessage): string {
  return identityOf(`<${request.requestUri.slice(0, 300)}>`);
}

export class Reachability {
  /** INVITEs that got 404 or 480 from a server that sent them nowhere. */
  readonly refused: Sign[] = [];
  /** UDP requests that were repeated and never answered. */
  readonly silent: Sign[] = [];
  /** Calls by the caller's own address. */
  readonly calls: Sign[] = [];
  /** INVITEs by where they went: a server that called the phone is not the one that refused. */
  readonly sent: Sent[] = [];
  /** Last time that a server answered something, by input and address. */
  readonly #alive = new Map<string, number>();

  /** `registers`: whether the caller does; only its calls can tell that a binding is gone. */
  see(conversation: Conversation, registers: (request: SipMessage) => boolean): void {
    const { transactions } = conversation;
    for (let i = 0; i < transactions.length && i < REACH; i++) {
      const transaction = transactions[i];
      const { method, request, responses } = transaction;
      if (responses.length > 0) this.#lives(transaction);
      // By its answers too, should the INVITE itself be missing here.
      if (method === 'INVITE') push(this.sent, sentOf(transaction));
      if (request === undefined || request.toTag !== '' || addressesInferred(request)) continue;
      if (method === 'INVITE') this.#invite(transaction, request, conversation, registers);
      if (responses.length === 0 && transaction.requestRepeats.length > 0 && method !== 'REGISTER') {
        if (!isReliable(request)) push(this.silent, signOf(transaction, request, targetOf(request)));
      }
    }
  }

  lastAnswer(server: string, input: number): number {
    return this.#alive.get(`${input} ${server}`) ?? Number.NEGATIVE_INFINITY;
  }

  #lives({ server, responses }: Transaction): void {
    const { time, input } = responses[responses.length - 1].message;
    const key = `${input} ${server.address}`;
    const last = this.#alive.get(key);
    if (last === undefined && this.#alive.size >= SERVER_LIMIT) return;
    if (last === undefined || time > last) this.#alive.set(key, time);
  }

  #invite(
    transaction: Transaction,
    request: SipMessage,
    conversation: Conversation,
    registers: (request: SipMessage) => boolean,
  ): void {
    const status = transaction.final?.status;
    if (status === 404 || status === 480) {
      if (isScanner(request) || passedOn(transaction, conversation).length > 0) return;
      push(this.refused, signOf(transaction, request, targetOf(request)));
    } else if (transaction.viaCount === 1) {
      if (!registers(request) || isScanner(request)) return;
      const call = signOf(transaction, request, identityOf(request.header('From')));
      push(this.calls, { ...call, at: [evidenceOf(request)] });
    }
  }
}

/** The oldest makes room, a quarter at a time. */
function push<S extends Sent>(signs: S[], sign: S): void {
  if (signs.length >= LIMIT) signs.splice(0, LIMIT / 4);
  signs.push(sign);
}

function sentOf({ client, server, start }: Transaction): Sent {
  return { client: client.address, server: server.address, time: start };
}

function signOf(transaction: Transaction, request: SipMessage, aor: string): Sign {
  const { client, server, final, method, requestRepeats } = transaction;
  const last = requestRepeats[requestRepeats.length - 1];
  return {
    method,
    aor,
    client: client.address,
    server: server.address,
    socket: server.name,
    time: request.time,
    end: final?.time ?? transaction.end,
    input: request.input,
    status: final?.status ?? 0,
    phrase: (final?.phrase ?? '').slice(0, 60),
    copies: 1 + requestRepeats.length,
    at: [
      ...(final === undefined ? [] : [evidenceOf(final)]),
      evidenceOf(request),
      ...(last && !final ? [evidenceOf(last)] : []),
    ],
  };
}
