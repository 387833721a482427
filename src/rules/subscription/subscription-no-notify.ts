import { parseContact } from '../../headers/contact.ts';
import { parseEvent } from '../../headers/event.ts';
import { parseExpires } from '../../headers/expires.ts';
import type { SipMessage, Transaction } from '../../model.ts';
import { type Conversation, defineRule, type Guard } from '../define.ts';
import { addressesInferred, clockTooCoarse, endedBefore, isReliable, milliseconds } from '../guards.ts';
import { cameFrom, nearby, passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';
import { isScanner } from '../scanners.ts';

type Shown = {
  /** No NOTIFY came, for a new subscription or a refresh; or one came and was not answered. */
  kind: 'none' | 'refresh' | 'unanswered';
  event: string;
  /** Where the NOTIFY should come from or went to. */
  notifier: string;
  subscriber: string;
  status: number;
  /** Copies of the unanswered NOTIFY. */
  copies: number;
  /** ms */
  waited: number;
  /** Where the NOTIFY is to be sent: Contact of the SUBSCRIBE, or the Request-URI of the NOTIFY. */
  target: string;
};

const CLIP = 80;

function eventOf(message: SipMessage): string {
  return (parseEvent(message.header('Event') ?? '')?.package ?? '').slice(0, 40);
}

/** A NOTIFY of the same subscription, or what is left of one, seen on any hop around the SUBSCRIBE. */
function hasNotify(around: readonly Transaction[], subscribe: SipMessage): boolean {
  return around.some(({ method, start, request, responses }) => {
    if (method !== 'NOTIFY' || start < subscribe.time) return false;
    const message = request ?? responses[0]?.message;
    // From the notifier's side, so tags are crossed.
    return message === undefined || message.toTag === subscribe.fromTag || message.fromTag === subscribe.fromTag;
  });
}

/** NOTIFY may take another way than the SUBSCRIBE: only where both ends are on this hop, or it must come back here. */
function mustPassHere({ server, viaCount }: Transaction, accepted: SipMessage): boolean {
  if (accepted.has('Record-Route')) return true;
  const [contact] = accepted.headers('Contact').flatMap(parseContact);
  return viaCount === 1 && contact?.uri?.host === server.address;
}

function noNotify(
  transaction: Transaction,
  conversation: Conversation,
  accepted: SipMessage,
): Shown | Guard | undefined {
  const { request } = transaction;
  if (request === undefined || accepted.header('Expires') === '0') return undefined;
  if (parseExpires(request.header('Expires') ?? '') === 0 || cameFrom(transaction, conversation).length > 0)
    return undefined;
  const around = nearby(transaction, conversation);
  if (hasNotify(around, request)) return undefined;
  // More than can be looked through: the NOTIFY may stand further on.
  const { transactions } = conversation;
  if (around.length < transactions.length && around[around.length - 1] !== transactions[transactions.length - 1])
    return undefined;
  if (!mustPassHere(transaction, accepted)) return 'G-HOP';
  const [contact] = request.headers('Contact').flatMap(parseContact);
  return {
    kind: request.toTag === '' ? 'none' : 'refresh',
    event: eventOf(request),
    notifier: transaction.server.name,
    subscriber: transaction.client.name,
    status: accepted.status,
    copies: 0,
    waited: 0,
    target: (contact?.uriText ?? '').slice(0, CLIP),
  };
}

/** Rule 79: a subscription of which the subscriber hears nothing. */
export const subscriptionNoNotify = defineRule<'transaction', Shown>({
  id: 'subscription-no-notify',
  severity: 'warning',
  scope: 'transaction',
  title: 'Subscription without notification',
  spec: ['RFC 6665 §4.1.2.4', 'RFC 6665 §4.2.1.2', 'RFC 6665 §4.2.2'],
  example: {
    kind: 'none',
    event: 'dialog',
    notifier: '192.0.2.5:5060',
    subscriber: '192.0.2.1:5060',
    status: 200,
    copies: 0,
    waited: 40_000,
    target: 'sip:alice@10.0.0.20:5060',
  },
  why: ({ kind, event }) =>
    kind === 'refresh'
      ? 'The subscriber cannot tell whether its subscription still holds.'
      : `The subscriber does not learn the state${event === '' ? '' : ` (${event})`}: lamps, presence or message waiting stay wrong.`,
  fix: ({ kind, notifier, subscriber, target, event }) =>
    kind === 'unanswered'
      ? [
          `Check whether ${target} can be reached from ${notifier}: behind a NAT the Contact of the SUBSCRIBE must be the public address, or the notifier must answer to where the SUBSCRIBE came from.`,
          `Check that ${subscriber} still runs, and that no firewall ended the flow (keep-alives below the NAT lifetime).`,
        ]
      : [
          `Look in the log of ${notifier} for the NOTIFY: it must send one at once, even while the subscription is pending or there is nothing to tell.`,
          `Check whether ${target === '' ? 'the Contact of the SUBSCRIBE' : target} can be reached from there: a private address behind a NAT cannot.`,
          `Check that ${event === '' ? 'the event package' : `the module for "${event}"`} is loaded on ${notifier} and has its data.`,
        ],
  message: ({ kind, event, notifier, subscriber, status, copies, waited }) =>
    ({
      none: `${notifier} accepted the subscription of ${subscriber}${event === '' ? '' : ` to ${event}`} with ${status}, but no NOTIFY followed within ${duration(waited)}.`,
      refresh: `${notifier} accepted the refresh of the subscription of ${subscriber}${event === '' ? '' : ` to ${event}`} with ${status}, but no NOTIFY followed within ${duration(waited)}.`,
      unanswered: `${subscriber} never answered the NOTIFY${event === '' ? '' : ` (${event})`} of ${notifier}: ${copies} ${copies === 1 ? 'copy' : 'copies'}, no response for ${duration(waited)}.`,
    })[kind],
  limits: ({ kind }) =>
    kind === 'unanswered'
      ? 'Whether the NOTIFY arrived is not visible here.'
      : 'A NOTIFY that was sent but did not pass this capture point would not be seen.',
  concerns: (method) => method === 'SUBSCRIBE' || method === 'NOTIFY',
  when: ({ transaction: { method, final, responses } }) =>
    method === 'SUBSCRIBE' ? final !== undefined && final.status < 300 : method === 'NOTIFY' && responses.length === 0,
  *check({ transaction, conversation }, context) {
    const { method, request, final, requestRepeats } = transaction;
    const { transactionTimeout, unansweredSends } = context.thresholds;
    if (request === undefined || addressesInferred(request) || clockTooCoarse(request, transactionTimeout)) return;
    if (isScanner(request)) return;
    const { client, server } = transaction;
    if (method === 'SUBSCRIBE' && final !== undefined) {
      const shown = noNotify(transaction, conversation, final);
      if (shown === undefined) return;
      if (endedBefore(context, final.time, transactionTimeout)) yield { undetermined: 'G-END' };
      else if (typeof shown === 'string') yield { undetermined: shown };
      else {
        yield {
          at: [final, request],
          args: { ...shown, waited: milliseconds(final.time, context.now) },
          severity: shown.kind === 'refresh' ? 'info' : 'warning',
          confidence: 'likely',
          device: server.address,
        };
      }
      return;
    }
    // Some phones send NOTIFY (keep-alive) to hold a NAT binding, and nobody answers that.
    if (method !== 'NOTIFY' || eventOf(request) === 'keep-alive') return;
    if (passedOn(transaction, conversation).some((lower) => lower.responses.length === 0)) return;
    const copies = 1 + requestRepeats.length;
    // A UDP client that waits repeats its request: one copy alone means that it did get an answer.
    if (!isReliable(request) && copies < unansweredSends) return;
    if (endedBefore(context, request.time, transactionTimeout)) {
      yield { undetermined: 'G-END' };
      return;
    }
    yield {
      at: [request, ...requestRepeats.slice(-1)],
      args: {
        kind: 'unanswered',
        event: eventOf(request),
        notifier: client.name,
        subscriber: server.name,
        status: 0,
        copies,
        waited: milliseconds(request.time, context.now),
        target: request.requestUri.slice(0, CLIP),
      },
      confidence: 'certain',
      device: server.address,
      needsAnswersOf: { client: client.address, server: server.address },
    };
  },
});
