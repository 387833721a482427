/** The two ends of a dialog as the trace shows them: what each was told, and the requests that it sent (RFC 3261 §12). */
import { findMethod } from '../catalogue/methods.ts';
import type { Route } from '../headers/route.ts';
import type { Call, Dialog, Endpoint, Response, SipMessage, Transaction } from '../model.ts';
import { addressesInferred } from './guards.ts';
import { recordRoutesOf } from './route-set.ts';

/** In-dialog requests that are looked at, from the beginning; what is wrong with one is wrong with the rest. */
const LIMIT = 64;

/** One side of the dialog, where its messages are captured as it sends and gets them. */
export interface Side {
  readonly host: Endpoint;
  /** Host and peer are sockets of one machine: then only ports tell them apart. */
  readonly shared: boolean;
  readonly ownTag: string;
  readonly invite: SipMessage;
  /** What told it the route set: the INVITE, or its 2xx. */
  readonly source: SipMessage;
  /** The 2xx that the caller got; the callee has none. */
  readonly answer: Response | undefined;
  /** Read when asked for: most calls have none. */
  routes(): readonly Route[];
}

/** A Contact of the other side, and when this one knew it. */
export interface Target {
  readonly time: number;
  readonly from: SipMessage;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function isAt(endpoint: Endpoint, { host, shared }: Side): boolean {
  return shared ? endpoint === host : endpoint.address === host.address;
}

export interface Opening {
  readonly transaction: Transaction;
  readonly invite: SipMessage;
  readonly answer: SipMessage;
  readonly response: Response;
}

/** The initial INVITEs of this dialog, one for each hop, and their 2xx. */
export function openings(dialog: Dialog, call: Call): Opening[] {
  const { answer, callerTag } = dialog;
  if (answer === undefined) return [];
  const found = [];
  for (let i = 0; i < Math.min(call.transactions.length, LIMIT); i++) {
    const transaction = call.transactions[i];
    const { method, request, responses } = transaction;
    if (method !== 'INVITE' || request === undefined || request.toTag !== '' || request.fromTag !== callerTag) continue;
    const own = responses.find(
      ({ message }) => message.toTag === dialog.calleeTag && message.status >= 200 && message.status < 300,
    );
    if (own !== undefined) found.push({ transaction, invite: request, answer: own.message, response: own });
  }
  return found;
}

/** Caller and callee, as far as they stand at a hop that the trace shows: the first of all hops, and the last. */
export function sidesOf(dialog: Dialog, hops: readonly Opening[]): Side[] {
  if (hops.length === 0) return [];
  const sides: Side[] = [];
  for (const { transaction, invite, answer, response } of hops) {
    const { client, server } = transaction;
    if (addressesInferred(invite) || invite.truncated || answer.truncated) continue;
    const shared = client.address === server.address;
    if (invite.viaCount === 1 && !sides.some(({ host, ownTag }) => host === client && ownTag === dialog.callerTag)) {
      const routes = once(() => recordRoutesOf(answer).toReversed());
      sides.push({ host: client, shared, ownTag: dialog.callerTag, invite, source: answer, answer: response, routes });
    }
    const passedOn = hops.some(
      (other) => other.transaction !== transaction && other.transaction.client.address === server.address,
    );
    if (!passedOn) {
      const routes = once(() => recordRoutesOf(invite));
      sides.push({ host: server, shared, ownTag: dialog.calleeTag, invite, source: invite, answer: undefined, routes });
    }
  }
  return sides;
}

function isOf({ callerTag, calleeTag }: Dialog, { fromTag, toTag }: SipMessage): boolean {
  return (fromTag === callerTag && toTag === calleeTag) || (fromTag === calleeTag && toTag === callerTag);
}

/** A request that may have changed the target was not captured, only its response. */
function isBlind({ method, request, responses }: Transaction, dialog: Dialog): boolean {
  if (request !== undefined || !findMethod(method)?.refreshesTarget) return false;
  return responses.some(({ message }) => isOf(dialog, message));
}

/** Undefined: one of the messages that can change the target was not captured, so that it is not known. */
export function targetsFor(side: Side, dialog: Dialog, call: Call): readonly Target[] | undefined {
  for (let i = 0; i < Math.min(call.transactions.length, 4 * LIMIT); i++) {
    if (isBlind(call.transactions[i], dialog)) return undefined;
  }
  const targets: Target[] = [{ time: side.source.time, from: side.source }];
  for (const { method, request, responses, final, client, server } of dialog.transactions.slice(0, LIMIT)) {
    if (!findMethod(method)?.refreshesTarget) continue;
    if (!isAt(client, side) && !isAt(server, side)) continue;
    if (request === undefined || final === undefined) return undefined;
    for (const { message } of responses) {
      // Other forks of the INVITE have dialogs of their own.
      const told = isOf(dialog, message) && isAt(message.destination, side);
      if (told && message.status > 100 && message.status < 300) targets.push({ time: message.time, from: message });
    }
    // Known once it was accepted (RFC 3261 §12.2.2).
    const asked = isAt(request.destination, side) && request.fromTag !== side.ownTag && final.status < 300;
    if (asked) targets.push({ time: final.time, from: request });
  }
  return targets.filter(({ from }) => from.has('Contact')).sort((a, b) => a.time - b.time);
}

/** The requests of this side within the dialog, ACKs of a 2xx included, each as it leaves the side itself. */
export function* requestsOf(
  side: Side,
  dialog: Dialog,
): Generator<{ request: SipMessage; worked: boolean; ack?: SipMessage }> {
  const own = (message: SipMessage) =>
    message.fromTag === side.ownTag &&
    message.viaCount === 1 &&
    isAt(message.source, side) &&
    !message.truncated &&
    message.time >= side.source.time;
  const later = dialog.transactions
    .slice(0, LIMIT)
    .flatMap(({ method, responses, client }) => (method === 'INVITE' && isAt(client, side) ? responses : []));
  const answers = side.answer === undefined ? later : [side.answer, ...later];
  const seen = new Set<number>();
  for (const ack of dialog.acks) {
    if (!own(ack) || seen.has(ack.cseq)) continue;
    seen.add(ack.cseq);
    const answer = answers.find(
      ({ message }) =>
        message.cseq === ack.cseq && isOf(dialog, message) && message.status >= 200 && message.status < 300,
    );
    // Its own 2xx is the newest word on where it must go; unseen, nothing is known.
    if (answer === undefined) continue;
    const worked = answer.repeats.every(({ time }) => time < ack.time);
    yield { request: ack, worked, ack: answer.message };
  }
  for (const { request, final, method } of dialog.transactions.slice(0, LIMIT)) {
    if (request === undefined || request.toTag === '' || method === 'CANCEL' || !own(request)) continue;
    yield { request, worked: final !== undefined && final.status < 300 };
  }
}
