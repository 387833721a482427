import { parseEvent } from '../../headers/event.ts';
import { parseSubscriptionState, type SubscriptionState } from '../../headers/subscription-state.ts';
import type { SipMessage, Transaction } from '../../model.ts';
import { type Conversation, defineRule, type Hit } from '../define.ts';
import { cameFrom, nearby, passedOn } from '../hops.ts';
import { isScanner } from '../scanners.ts';

type Shown = {
  /** The SUBSCRIBE was refused, the NOTIFY was, or a NOTIFY told the end. */
  kind: 'refused' | 'notify-refused' | 'ended';
  event: string;
  notifier: string;
  subscriber: string;
  status: number;
  phrase: string;
  /** Of Subscription-State. */
  reason: string;
  /** Seconds; 0 when not told. */
  retryAfter: number;
  /** Event packages that the notifier offers. */
  offered: readonly string[];
};

const CLIP = 80;
/** More than a sentence shows. */
const OFFERED_LIMIT = 64;

/**
 * Responses that end a subscription (RFC 6665 §4.1.2.2, §4.2.2) or refuse it for good; 481 is a rule of its own, and after
 * any other the subscriber simply tries again.
 */
const FATAL = new Set([403, 404, 405, 410, 416, 480, 482, 483, 484, 485, 489, 501, 603, 604]);

/** Ends that say what the subscriber should know; the others are the ordinary end. */
const TELLING = new Set(['rejected', 'noresource', 'deactivated', 'probation', 'giveup']);

const eventOf = (message: SipMessage) => (parseEvent(message.header('Event') ?? '')?.package ?? '').slice(0, 40);

function refusal(transaction: Transaction, final: SipMessage): Shown {
  const { method, request } = transaction;
  const fromNotifier = method === 'NOTIFY';
  return {
    kind: fromNotifier ? 'notify-refused' : 'refused',
    event: request === undefined ? '' : eventOf(request),
    notifier: fromNotifier ? transaction.client.name : transaction.server.name,
    subscriber: fromNotifier ? transaction.server.name : transaction.client.name,
    status: final.status,
    phrase: final.phrase.slice(0, CLIP),
    reason: '',
    retryAfter: 0,
    offered: final
      .headers('Allow-Events')
      .slice(0, OFFERED_LIMIT)
      .map((name) => name.slice(0, CLIP + 1)),
  };
}

function told(offered: readonly string[]): string {
  const text = offered.join(', ');
  return text.length > CLIP ? `${text.slice(0, CLIP)}…` : text;
}

/** A NOTIFY of a REFER, or one that ends what had worked, is the ordinary end (RFC 3515 §2.4.7). */
function isOrdinary(
  state: SubscriptionState,
  notify: SipMessage,
  conversation: Conversation,
  own: Transaction,
): boolean {
  if (eventOf(notify) === 'refer' || state.state !== 'terminated' || !TELLING.has(state.reason ?? '')) return true;
  if (state.reason !== 'noresource') return false;
  const around = nearby(own, conversation);
  const subscribed = around.some(({ method, request }) => method === 'SUBSCRIBE' && request?.toTag === '');
  const earlier = around.some(
    ({ method, request }) => method === 'NOTIFY' && request !== undefined && request.cseq < notify.cseq,
  );
  return !subscribed || earlier;
}

/** What follows from each reason, by RFC 6665 §4.1.3. */
const advice: Readonly<Record<string, string>> = {
  rejected: 'The subscriber should not try again: the owner or a rule forbids it.',
  noresource: 'The subscriber should not try again: there is nothing to watch under this address.',
  deactivated: 'The subscriber should subscribe anew at once.',
  probation: 'The subscriber should try again later.',
  giveup: 'Nobody authorised the subscription in time; the subscriber may try again later.',
};

/** Rule 80: the other side does not want the subscription, or no longer. */
export const subscriptionRejected = defineRule<'transaction', Shown>({
  id: 'subscription-rejected',
  severity: 'warning',
  scope: 'transaction',
  title: 'Subscription refused',
  spec: ['RFC 6665 §4.1.2.2', 'RFC 6665 §4.1.3', 'RFC 6665 §4.2.2', 'RFC 6665 §8.3.2'],
  example: {
    kind: 'refused',
    event: 'dialog',
    notifier: '192.0.2.5:5060',
    subscriber: '192.0.2.1:5060',
    status: 489,
    phrase: 'Bad Event',
    reason: '',
    retryAfter: 0,
    offered: ['presence', 'message-summary'],
  },
  why: ({ kind, event }) =>
    kind === 'notify-refused'
      ? 'The subscriber does not take what it is told, so the notifier must end the subscription.'
      : `The subscriber does not learn the state${event === '' ? '' : ` (${event})`}: lamps, presence or message waiting stay dark.`,
  fix: ({ kind, event, notifier, subscriber, status, reason, retryAfter, offered }) => {
    const name = event === '' ? 'the event package' : `the event package "${event}"`;
    if (kind === 'ended') {
      return [
        advice[reason] ?? 'Subscribe anew.',
        ...(retryAfter > 0 ? [`Let ${subscriber} wait the ${retryAfter} s that ${notifier} asks for.`] : []),
        ...(reason === 'deactivated' ? [] : [`Check the permissions for this watcher on ${notifier}.`]),
      ];
    }
    const [sender, refuser] = kind === 'refused' ? [subscriber, notifier] : [notifier, subscriber];
    if (status === 489) {
      return [
        offered.length === 0
          ? `Enable ${name} on ${refuser}, or turn the feature off in ${sender}.`
          : `Use one that ${refuser} offers (${told(offered)}), or enable ${name} there.`,
        'Compare the spelling: names of event packages are case-sensitive, and phones know the same feature under several names (dialog, presence, as-feature-event).',
      ];
    }
    if (status === 403 || status === 603)
      return [`Allow ${sender} to subscribe to this user on ${refuser} (watcher list, ACL, context).`];
    if (status === 404 || status === 410 || status === 604 || status === 485 || status === 484) {
      return [
        `Check the user part of the Request-URI: ${refuser} has nothing to watch under it (a BLF key for an extension without hint, a mailbox that is not set up).`,
      ];
    }
    if (status === 405 || status === 501)
      return [
        `${refuser} does not do subscriptions: turn the feature off in ${sender} or send it to the server that does.`,
      ];
    return [`Look in the log of ${refuser} for why it answered ${status}, and compare with a device that works.`];
  },
  message: ({ kind, event, notifier, subscriber, status, phrase, reason, retryAfter }) => {
    const what = event === '' ? '' : ` to ${event}`;
    const answer = `${status}${phrase === '' ? '' : ` ${phrase}`}`;
    return {
      refused: `${notifier} refused the subscription of ${subscriber}${what}: ${answer}.`,
      'notify-refused': `${subscriber} refused the NOTIFY${event === '' ? '' : ` (${event})`} of ${notifier}: ${answer}.`,
      ended: `${notifier} ended the subscription of ${subscriber}${what}: ${reason}${retryAfter > 0 ? `, to be tried again after ${retryAfter} s` : ''}.`,
    }[kind];
  },
  concerns: (method) => method === 'SUBSCRIBE' || method === 'NOTIFY',
  when: ({ transaction: { method, final } }) =>
    method === 'NOTIFY' || (method === 'SUBSCRIBE' && final !== undefined && final.status >= 400),
  *check({ transaction, conversation }) {
    const { method, request, final, client, server } = transaction;
    if (request === undefined) return;
    const hit = (args: Shown, at: Hit<Shown>['at'], severity: 'warning' | 'info', device: string): Hit<Shown> => ({
      at,
      args,
      severity,
      confidence: 'certain',
      device,
    });
    if (final !== undefined && FATAL.has(final.status)) {
      if (isScanner(request)) return;
      if (passedOn(transaction, conversation).some((lower) => lower.final?.status === final.status)) return;
      // Many servers send message waiting to phones that never asked for it.
      const asked =
        method === 'SUBSCRIBE' || nearby(transaction, conversation).some((one) => one.method === 'SUBSCRIBE');
      const args = refusal(transaction, final);
      yield hit(args, [final, request], asked ? 'warning' : 'info', asked ? server.address : client.address);
      return;
    }
    if (method !== 'NOTIFY' || cameFrom(transaction, conversation).length > 0) return;
    const state = parseSubscriptionState(request.header('Subscription-State') ?? '');
    if (state === undefined || isOrdinary(state, request, conversation, transaction)) return;
    const args: Shown = {
      kind: 'ended',
      event: eventOf(request),
      notifier: client.name,
      subscriber: server.name,
      status: 0,
      phrase: '',
      reason: state.reason ?? '',
      retryAfter: state.retryAfter ?? 0,
      offered: [],
    };
    yield hit(args, [request], state.reason === 'deactivated' ? 'info' : 'warning', client.address);
  },
});
