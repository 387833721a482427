import { parseDate } from '../../headers/date.ts';
import type { Confidence, SipMessage, Transaction } from '../../model.ts';
import { type Conversation, defineRule, type Guard } from '../define.ts';
import { addressesInferred, milliseconds } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';
import { carriedBy, isInitial, refusesSignature, type Signed, signedOf, signerOf } from '../signed.ts';

type Shown = {
  /**
   * `reused`: signed long before the request was made. `future`: signed after it. `held`: it grew old on the way. `clock`:
   * signer and request agree, and all others have another time. `refused`: the verifier says so.
   */
  kind: 'reused' | 'future' | 'held' | 'clock' | 'refused';
  method: string;
  client: string;
  server: string;
  signer: string;
  /** Between signing and the time it is compared with, ms. */
  age: number;
  /** What a verifier accepts, ms. */
  limit: number;
  status: number;
};

type Found = Pick<Shown, 'kind' | 'age'> & { readonly at: readonly SipMessage[]; readonly confidence: Confidence };

const STALE_DATE = /stale date/i;
/** Clocks that differ by less agree (ms): those of a capture and of a SIP host. */
const AGREE = 10_000;
/** Messages that are asked for their Date. */
const WITNESSES = 32;
const SECOND = 1_000_000;
/** Beyond, it counts something other than seconds: another rule's matter. */
const LATEST = 5_000_000_000;

function dateOf(message: SipMessage): number | undefined {
  const date = parseDate(message.header('Date') ?? '');
  return date?.zone === 'GMT' ? date.time : undefined;
}

/** Another host wrote a Date that agrees with the clock of the capture. */
function clockIsRight(request: SipMessage, conversation: Conversation): boolean {
  return conversation.messages.slice(0, WITNESSES).some((message) => {
    if (message.source.address === request.source.address || message.isRequest) return false;
    const date = dateOf(message);
    return date !== undefined && Math.abs(milliseconds(message.time, date)) < AGREE;
  });
}

function ageOf(
  { identity, passport }: Signed,
  transaction: Transaction,
  request: SipMessage,
  conversation: Conversation,
  limit: number,
): Found | Guard | undefined {
  const iat = passport?.iat;
  if (iat === undefined || !(iat > 0 && iat < LATEST)) return undefined;
  const signed = iat * SECOND;
  const isStale = (message: SipMessage) => Math.abs(milliseconds(signed, message.time)) > limit;
  const above = carriedBy(identity.token, transaction, conversation).flatMap(({ request }) => request ?? []);
  if (above.length > 0) {
    if (!isStale(request) || above.some(isStale)) return undefined;
    return { kind: 'held', age: milliseconds(signed, request.time), at: [request, ...above], confidence: 'certain' };
  }
  const date = dateOf(request);
  if (date !== undefined && Math.abs(milliseconds(signed, date)) > limit) {
    const age = Math.abs(milliseconds(signed, date));
    return { kind: signed > date ? 'future' : 'reused', age, at: [request], confidence: 'certain' };
  }
  if (!isStale(request)) return undefined;
  // Logs print the time of day of their host, in whatever zone.
  if (request.log !== undefined && request.log.dialect !== 'trace') return 'G-LOG';
  if (!clockIsRight(request, conversation)) return 'G-CLOCK';
  const age = milliseconds(signed, request.time);
  const kind = date !== undefined ? 'clock' : age < 0 ? 'future' : 'reused';
  return { kind, age: Math.abs(age), at: [request], confidence: 'likely' };
}

/** Rule 85: a PASSporT that is not of this call's time. */
export const stirPassportStale = defineRule<'transaction', Shown>({
  id: 'stir-passport-stale',
  severity: 'warning',
  scope: 'transaction',
  title: 'PASSporT that is too old or from the future',
  spec: ['RFC 8224 §6.2', 'RFC 8224 §6.2.2', 'RFC 8225 §5.1.1'],
  example: {
    kind: 'held',
    method: 'INVITE',
    client: '192.0.2.5:5060',
    server: '192.0.2.9:5060',
    signer: 'cert.example.org',
    age: 75_000,
    limit: 60_000,
    status: 403,
  },
  why: (args) =>
    refusesSignature(args.status)
      ? 'The call failed: a verifier takes an old signature for a stolen one.'
      : 'A verifier takes an old signature for a stolen one: it refuses the call (403 Stale Date) or marks it as unverified.',
  fix: (args) => [
    ...{
      reused: [
        `Let the signer${behind(args)} sign every attempt anew: the token was made for an earlier one, or its clock is behind (check NTP there).`,
      ],
      future: [`Check the clock (NTP) of the signer${behind(args)} and of ${args.client}: one of them is wrong.`],
      held: [
        `Let ${args.client} ask for a new signature before it tries the next destination, or hunt and queue for less than ${duration(args.limit)}.`,
      ],
      clock: [
        `Check the clock (NTP) of ${args.client} and of the signer${behind(args)}: both differ from the other hosts.`,
      ],
      refused: [
        `Check the clocks (NTP) of ${args.server}, ${args.client} and the signer${behind(args)}.`,
        'Let the signer sign every attempt anew, and look for hops that queue or hunt before they pass the request on.',
      ],
    }[args.kind],
    `If clocks and delays are right, raise the time that the verifier accepts (RFC 8224 recommends ${duration(args.limit)}).`,
  ],
  message: (args) => {
    const way = `the ${args.method} from ${args.client} to ${args.server}`;
    return {
      reused: `The PASSporT in ${way} was signed ${duration(args.age)} before the request was made.`,
      future: `The PASSporT in ${way} bears a time of signing that is ${duration(args.age)} later than the request.`,
      held: `The PASSporT in ${way} was fresh when it came, and ${duration(args.age)} old when it was passed on.`,
      clock: `PASSporT and Date in ${way} are ${duration(args.age)} away from the time of the other hosts.`,
      refused: `${args.server} refused the ${args.method} of ${args.client} with 403 Stale Date: its PASSporT or Date is not of the verifier's time.`,
    }[args.kind];
  },
  concerns: (method) => method === 'INVITE',
  when: ({ transaction }) => isInitial(transaction) && transaction.request?.has('Identity') === true,
  *check({ transaction, conversation }, context) {
    const { request, final } = transaction;
    if (request === undefined || addressesInferred(request)) return;
    const { passportFreshness: limit } = context.thresholds;
    const refused = final !== undefined && final.status === 403 && STALE_DATE.test(final.phrase);
    let told = false;
    for (const signed of signedOf(request)) {
      const found = ageOf(signed, transaction, request, conversation, limit);
      if (found === undefined) continue;
      if (typeof found === 'string') {
        if (!refused) yield { undetermined: found };
        continue;
      }
      told = true;
      yield hitOf(found, signed, transaction, limit);
      break;
    }
    if (told || !refused || passedOn(transaction, conversation).some((lower) => lower.final?.status === 403)) return;
    yield hitOf({ kind: 'refused', age: 0, at: [], confidence: 'certain' }, signedOf(request)[0], transaction, limit);
  },
});

function behind({ signer }: Shown): string {
  return signer === '' ? '' : ` behind ${signer}`;
}

function hitOf(
  { kind, age, at, confidence }: Found,
  signed: Signed | undefined,
  transaction: Transaction,
  limit: number,
) {
  const { final, method, client, server, request } = transaction;
  const decisive = [final, request].filter((one) => one !== undefined);
  return {
    at: kind === 'refused' ? decisive : [...at, ...(final === undefined ? [] : [final])],
    args: {
      kind,
      method,
      client: client.name,
      server: server.name,
      signer: signed === undefined ? '' : signerOf(signed),
      age,
      limit,
      status: final?.status ?? 0,
    },
    confidence,
    device: client.address,
  };
}
