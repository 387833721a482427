import { parseContact } from '../../headers/contact.ts';
import { parseExpires } from '../../headers/expires.ts';
import { parseSessionExpires } from '../../headers/session-expires.ts';
import type { SipMessage, Transaction } from '../../model.ts';
import { type Conversation, defineRule } from '../define.ts';
import { endedBefore } from '../guards.ts';
import { nearby, passedOn } from '../hops.ts';

type Shown = {
  /**
   * The client: `same-again` asked for too little again, `given-up` did not try again. The server:
   * `minimum-too-low` names one below 90 s, `needless` refused what is long enough. `mid-call`: as foreseen, and corrected.
   */
  kind: 'same-again' | 'given-up' | 'minimum-too-low' | 'needless' | 'mid-call';
  method: string;
  client: string;
  server: string;
  status: number;
  /** Seconds; -1 where the request names none. */
  requested: number;
  minimum: number;
  /** What the next request asked for, seconds; -1 without. */
  next: number;
};

/** A 423 to an interval of at least an hour is against RFC 3261 §10.3 (and RFC 6665 §4.2.1.1). */
const HOUR = 3_600;
/** Smallest Min-SE (RFC 4028 §5). */
const LEAST_MINIMUM = 90;

const fieldOf = (status: number) => (status === 422 ? 'Min-SE' : 'Min-Expires');

/** The interval that a request asks for, seconds; -1 where it names none. */
function requestedBy(request: SipMessage, status: number): number {
  if (status === 422) return parseSessionExpires(request.header('Session-Expires') ?? '')?.interval ?? -1;
  const contacts = request.method === 'REGISTER' ? request.headers('Contact').flatMap(parseContact) : [];
  const own = contacts.flatMap(({ expires }) => expires ?? []);
  const general = parseExpires(request.header('Expires') ?? '');
  // The shortest is the one that was refused; what removes a binding is not.
  const asked = (own.length > 0 ? own : general === undefined ? [] : [general]).filter((seconds) => seconds > 0);
  return asked.reduce((least, seconds) => (least < 0 ? seconds : Math.min(least, seconds)), -1);
}

function minimumOf(refusal: SipMessage): number {
  const value = refusal.header(fieldOf(refusal.status));
  if (value === undefined) return -1;
  return (refusal.status === 422 ? parseSessionExpires(value)?.interval : parseExpires(value)) ?? -1;
}

/** Both methods carry a session timer, and either may follow a refusal of the other within a call. */
function isSuccessor(other: Transaction, { method, cseq, request }: Transaction): boolean {
  if (other.cseq <= cseq) return false;
  if (other.method === method) return true;
  const timed = (name: string) => name === 'INVITE' || name === 'UPDATE';
  return request?.toTag !== '' && timed(other.method) && timed(method);
}

function nextOf(transaction: Transaction, conversation: Conversation): Transaction | undefined {
  return nearby(transaction, conversation).find(
    (other) => other.id > transaction.id && isSuccessor(other, transaction),
  );
}

/** An earlier refusal of the same kind: this one is another turn of that loop. */
function isTurn(transaction: Transaction, conversation: Conversation): boolean {
  return nearby(transaction, conversation).some(
    (other) =>
      other.cseq < transaction.cseq &&
      other.final?.status === transaction.final?.status &&
      isSuccessor(transaction, other),
  );
}

function faultOfServer(
  request: SipMessage,
  refusal: SipMessage,
  requested: number,
  minimum: number,
): Shown['kind'] | undefined {
  if (refusal.status === 422 && minimum < LEAST_MINIMUM) return 'minimum-too-low';
  if (requested < 0) return refusal.status === 422 ? 'needless' : undefined;
  if (requested >= minimum) return 'needless';
  return refusal.status === 423 && requested >= HOUR && request.method !== 'PUBLISH' ? 'needless' : undefined;
}

/** Rule 52: an interval that is too short, and a client or server that cannot agree on a longer one. */
export const intervalRejectedLoop = defineRule<'transaction', Shown>({
  id: 'interval-rejected-loop',
  severity: 'warning',
  scope: 'transaction',
  title: 'Interval refused as too short',
  spec: ['RFC 3261 §10.3', 'RFC 3261 §21.4.17', 'RFC 4028 §5', 'RFC 4028 §6', 'RFC 4028 §7.3', 'RFC 6665 §4.2.1.1'],
  example: {
    kind: 'same-again',
    method: 'REGISTER',
    client: '192.0.2.1:5060',
    server: '192.0.2.5:5060',
    status: 423,
    requested: 60,
    minimum: 300,
    next: 60,
  },
  why: ({ kind, method }) =>
    kind === 'mid-call'
      ? 'Nothing is lost: the client asked again for as long as the server wants.'
      : kind === 'minimum-too-low'
        ? 'A session that has to be refreshed this often loads every server on its way, and clients may refuse the value.'
        : ({
            REGISTER: 'The phone stays without registration: calls do not reach it.',
            SUBSCRIBE: 'The subscription does not come about: lamps, presence or message waiting stay dark.',
            PUBLISH: 'The state that was to be published is not known to anybody.',
            INVITE: 'The call does not come about, or ends when its session timer runs out.',
            UPDATE: 'The session is not refreshed, and the call ends when its timer runs out.',
          }[method] ?? 'What was asked for does not come about.'),
  fix: ({ kind, client, server, status, minimum, method }) => {
    const field = fieldOf(status);
    const setting = status === 422 ? 'session timer (Session-Expires)' : `expiry time for ${method}`;
    return {
      'same-again': [
        `Set the ${setting} of ${client} to ${minimum} s or more: it does not follow ${field} by itself.`,
        `Or lower the minimum on ${server}.`,
      ],
      'given-up': [
        `Set the ${setting} of ${client} to ${minimum} s or more, or update it: after ${status} it should try again by itself.`,
        `Or lower the minimum on ${server}.`,
      ],
      'minimum-too-low': [
        `Raise the minimum (Min-SE) on ${server} to 90 s. The interval itself (Session-Expires) may well be longer: RFC 4028 recommends 1800 s.`,
      ],
      needless: [
        `Look at the minimum and maximum interval in the settings of ${server}, and update it: it refuses what it must accept.`,
        `Until then let ${client} ask for another interval.`,
      ],
      'mid-call': ['Nothing to do.'],
    }[kind];
  },
  message: ({ kind, method, client, server, status, requested, minimum, next }) => {
    const asked = requested < 0 ? 'named no interval' : `asked for ${requested} s`;
    const refused = `${server} refused the ${method} of ${client}, which ${asked}, with ${status}`;
    return {
      'same-again': `${refused} and wants ${minimum} s at least; the next one ${next < 0 ? 'named none' : `asked for ${next} s`} again.`,
      'given-up': `${refused} and wants ${minimum} s at least; ${client} did not try again at once.`,
      'minimum-too-low': `${refused} and names a Min-SE of ${minimum} s; 90 s is the least that is allowed.`,
      needless:
        requested >= 0 && requested < minimum
          ? `${refused} and wants ${minimum} s; a request for an hour or more must not be refused as too short.`
          : `${refused} although its own minimum is ${minimum} s.`,
      'mid-call': `${refused} in the middle of a call and wants ${minimum} s at least; ${client} asked again for long enough.`,
    }[kind];
  },
  limits: ({ kind }) =>
    kind === 'given-up' ? 'A second try with another Call-ID shows as another one in this report.' : '',
  concerns: (_, end) => end === 'refused',
  when: ({ transaction: { final } }) => final?.status === 422 || final?.status === 423,
  *check({ transaction, conversation }, context) {
    const { request, final, method, client, server } = transaction;
    if (request === undefined || (final?.status !== 422 && final?.status !== 423)) return;
    const { status } = final;
    if (passedOn(transaction, conversation).some((lower) => lower.final?.status === status)) return;
    const requested = requestedBy(request, status);
    const minimum = minimumOf(final);
    // Without one the client can only guess: `mandatory-header-missing` tells.
    if (minimum < 0) return;
    const next = nextOf(transaction, conversation);
    const asked = next?.request === undefined ? -1 : requestedBy(next.request, status);
    let kind = faultOfServer(request, final, requested, minimum);
    if (kind === undefined) {
      if (next !== undefined) {
        // A next request that was not captured, or is not about an interval, settles nothing; -1 leaves it to the server.
        const short = asked >= 0 && asked < minimum;
        if (short) kind = 'same-again';
        else if (status === 422 && request.toTag !== '' && asked >= minimum) kind = 'mid-call';
      } else if (!isTurn(transaction, conversation)) {
        if (endedBefore(context, final.time, context.thresholds.challengeAnswer)) {
          yield { undetermined: 'G-END' };
          return;
        }
        kind = 'given-up';
      }
    }
    if (kind === undefined) return;
    const onServer = kind === 'minimum-too-low' || kind === 'needless';
    yield {
      at: [final, request, ...(kind === 'same-again' && next?.request !== undefined ? [next.request] : [])],
      args: {
        kind,
        method,
        client: client.name,
        server: server.name,
        status,
        requested,
        minimum,
        next: kind === 'same-again' ? asked : -1,
      },
      severity: kind === 'mid-call' ? 'info' : 'warning',
      confidence: kind === 'given-up' ? 'likely' : 'certain',
      device: (onServer ? server : client).address,
    };
  },
});
