import { DELTA_LIMIT } from '../../headers/expires.ts';
import { parseRAck } from '../../headers/rack.ts';
import type { SipMessage, Transaction } from '../../model.ts';
import { findEarlier, isSecondSight } from '../around.ts';
import { clip } from '../clip.ts';
import { type Context, type Conversation, defineRule } from '../define.ts';
import { addressesInferred, clockTooCoarse, milliseconds } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { messageName } from '../phrases.ts';
import { acknowledges, hasUnseenPrack, pracksOf, type Reliable, reliableResponses } from '../reliable.ts';

type Shown = {
  /**
   * `gap`, `repeated`, `falling`: RSeq is not one more than before. `second`: a second reliable response before the PRACK
   * of the first. `start`, `number`: RSeq out of range, or no number. `trying`: a reliable 100. `rack`: a PRACK whose RAck
   * is malformed; `cseq`: one whose CSeq number is of no INVITE under way. `answer`: a 2xx before the PRACK.
   */
  kind: 'gap' | 'repeated' | 'falling' | 'second' | 'start' | 'number' | 'trying' | 'rack' | 'cseq' | 'answer';
  method: string;
  /** Of a response; 0 of a PRACK. */
  status: number;
  sender: string;
  receiver: string;
  value: string;
  before: string;
};

/** RFC 3262 §3: the first lies between 1 and 2^31 - 1. */
const FIRST_LIMIT = 2 ** 31 - 1;

type Found = Pick<Shown, 'kind' | 'value' | 'before'> & { readonly at: readonly [SipMessage, ...SipMessage[]] };

/** Reliable responses by To tag: each fork counts for itself. */
function forksOf(transaction: Transaction): Map<string, Reliable[]> {
  const forks = new Map<string, Reliable[]>();
  for (const one of reliableResponses(transaction)) {
    const known = forks.get(one.message.toTag);
    if (known === undefined) forks.set(one.message.toTag, [one]);
    else known.push(one);
  }
  return forks;
}

/** One more than the last; a number that only a PRACK names belongs to a response that the capture lacks. */
function stepBetween(
  a: Reliable,
  b: Reliable,
  known: (rseq: number) => boolean,
  context: Context,
): Shown['kind'] | undefined {
  if (a.rseq === undefined || b.rseq === undefined || b.rseq === a.rseq + 1) return undefined;
  if (milliseconds(a.message.time, b.message.time) < context.thresholds.reordering) return undefined;
  if (b.rseq === a.rseq) return 'repeated';
  if (b.rseq < a.rseq) return 'falling';
  return known(a.rseq + 1) ? undefined : 'gap';
}

/** Later than any two packets change places. */
function after(later: SipMessage, earlier: SipMessage, { thresholds }: Context): boolean {
  return milliseconds(earlier.time, later.time) > thresholds.reordering;
}

function* inFork(
  transaction: Transaction,
  fork: readonly Reliable[],
  conversation: Conversation,
  context: Context,
): Generator<Found> {
  const [first, second] = fork;
  const pracks = pracksOf(transaction, first.message.toTag, conversation);
  const unseen = pracks.length === 0 || hasUnseenPrack(transaction, conversation);
  const shown = ({ message, rseq }: Reliable) =>
    clip(rseq === undefined ? (message.header('RSeq') ?? '') : String(rseq), 20);
  const broken = fork.find(({ rseq }) => rseq === undefined);
  if (broken !== undefined) yield { kind: 'number', value: shown(broken), before: '', at: [broken.message] };
  else if (first.rseq !== undefined && (first.rseq < 1 || first.rseq > FIRST_LIMIT)) {
    yield { kind: 'start', value: shown(first), before: '', at: [first.message] };
  }
  for (let i = 1; i < fork.length; i++) {
    // Where no PRACK passes, one for the missing number may have passed elsewhere.
    const known = (rseq: number) => unseen || pracks.some(({ rack }) => rack?.rseq === rseq);
    const kind = stepBetween(fork[i - 1], fork[i], known, context);
    if (kind === undefined) continue;
    yield { kind, value: shown(fork[i]), before: shown(fork[i - 1]), at: [fork[i].message, fork[i - 1].message] };
    break;
  }
  // A PRACK that passes after what had to wait for it proves the haste; one that is not there may be elsewhere.
  const acked = pracks.find((prack) => acknowledges(prack, first));
  if (acked !== undefined && second !== undefined && after(acked.request, second.message, context)) {
    yield {
      kind: 'second',
      value: shown(second),
      before: shown(first),
      at: [second.message, first.message, acked.request],
    };
  }
  const { final } = transaction;
  if (final === undefined || final.status >= 300 || final.toTag !== first.message.toTag) return;
  for (const one of fork) {
    if (!one.message.hasSdp) continue;
    const late = pracks.find((prack) => acknowledges(prack, one));
    if (late === undefined || !after(late.request, final, context)) continue;
    yield { kind: 'answer', value: shown(one), before: '', at: [final, one.message, late.request] };
    return;
  }
}

/** An INVITE on the same hop whose reliable response has this RSeq, under another CSeq number. */
function misnumbered(prack: Transaction, conversation: Conversation): SipMessage | undefined {
  const { request, client, server } = prack;
  const rack = parseRAck(request?.header('RAck') ?? '');
  if (request === undefined || rack === undefined) return undefined;
  let match: SipMessage | undefined;
  const isMeant = (other: Transaction) => {
    if (other.method !== 'INVITE' || other.client.address !== client.address) return false;
    if (other.request === undefined || other.request.fromTag !== request.fromTag) return false;
    const one = reliableResponses(other).find(
      ({ message, rseq }) => message.toTag === request.toTag && rseq === rack.rseq && message.time <= request.time,
    );
    match ??= one?.message;
    // The right one, or an INVITE of that number that is still open and may have responses that were not captured.
    const open = other.final === undefined || other.final.status < 300 || other.final.time >= request.time;
    return other.cseq === rack.cseq && (one !== undefined || (open && other.server.address === server.address));
  };
  const right = findEarlier(prack, conversation, isMeant);
  return right === undefined ? match : undefined;
}

function inPrack(transaction: Transaction, request: SipMessage, conversation: Conversation): Found | undefined {
  const value = request.header('RAck');
  if (value === undefined) return undefined;
  const rack = parseRAck(value);
  const range = rack !== undefined && (rack.rseq < 1 || rack.rseq > DELTA_LIMIT || rack.method === '');
  if (rack === undefined || range) return { kind: 'rack', value: clip(value, 40), before: '', at: [request] };
  const other = misnumbered(transaction, conversation);
  if (other === undefined) return undefined;
  return { kind: 'cseq', value: clip(value, 40), before: `${rack.rseq} ${other.cseq} INVITE`, at: [request, other] };
}

function* findingsOf(transaction: Transaction, conversation: Conversation, context: Context): Generator<Found> {
  const { request, responses } = transaction;
  if (transaction.method === 'PRACK') {
    const found = request && inPrack(transaction, request, conversation);
    if (found !== undefined) yield found;
    return;
  }
  const trying = responses.find(({ message }) => message.status === 100 && message.has('RSeq'))?.message;
  if (trying !== undefined) {
    yield { kind: 'trying', value: clip(trying.header('RSeq') ?? '', 20), before: '', at: [trying] };
  }
  for (const fork of forksOf(transaction).values()) yield* inFork(transaction, fork, conversation, context);
}

/** Rule 47: the numbers of reliable responses, or of the PRACKs that acknowledge them, are out of order. */
export const prackRseqDisorder = defineRule<'transaction', Shown>({
  id: 'prack-rseq-disorder',
  severity: 'warning',
  scope: 'transaction',
  title: 'RSeq or RAck out of order',
  // §3: RSeq from 1 to 2^31-1, then one more each; no second before the PRACK of the first; no 2xx before that of one
  // with SDP; 100 is never reliable. §7.2: RAck is RSeq, CSeq number and method of the response.
  spec: ['RFC 3262 §3', 'RFC 3262 §7.1', 'RFC 3262 §7.2'],
  example: {
    kind: 'gap',
    method: 'INVITE',
    status: 180,
    sender: '192.0.2.7:5060',
    receiver: '192.0.2.1:5060',
    value: '5',
    before: '3',
  },
  why: ({ kind }) =>
    ({
      gap: 'The caller waits for the missing number and acknowledges nothing after it; the server then refuses the call.',
      repeated: 'The caller takes the response for a repetition of the earlier and ignores what is new in it.',
      falling: 'The caller ignores the response, so the server repeats it and refuses the call after 32 s.',
      second: 'The caller cannot know which of the two was first; it may ignore one, which is then repeated for 32 s.',
      start: 'Callers that read the number as signed refuse it, and the response is never acknowledged.',
      number: 'The caller cannot acknowledge the response; the server repeats it and refuses the call after 32 s.',
      trying: 'A 100 goes from hop to hop only: nobody can acknowledge it.',
      rack: 'The server cannot tell what is acknowledged: it refuses the PRACK and goes on repeating.',
      cseq: 'The server finds no response that fits: it refuses the PRACK with 481 and goes on repeating.',
      answer:
        'Offer and answer of the reliable response are still open when the call is answered: media may not come up.',
    })[kind],
  fix: ({ kind, sender, before }) => [
    (
      {
        rack: `Let ${sender} build RAck from RSeq, CSeq number and method of the response: update its software.`,
        cseq: `Let ${sender} name ${before} in RAck: a back-to-back user agent that sends the INVITE again after 401 or 407 must renumber RAck too.`,
        second: `Let ${sender} hold its second reliable response back until the PRACK of the first has come.`,
        answer: `Let ${sender} hold its 2xx back until the PRACK has come.`,
        trying: `Let ${sender} send 100 without RSeq and without Require: 100rel.`,
      } as Partial<Record<Shown['kind'], string>>
    )[kind] ??
      `Let ${sender} count RSeq up by one for each new reliable response, from a random number below 2147483648: update its software.`,
    'If a back-to-back user agent stands between, capture on both sides of it: it must count for each side by itself.',
  ],
  message: ({ kind, sender, value, before, ...message }) =>
    ({
      gap: `The ${messageName(message)} from ${sender} has RSeq ${value} after ${before}; it must be one more.`,
      repeated: `The ${messageName(message)} from ${sender} has RSeq ${value} again, which an earlier response of the same INVITE has.`,
      falling: `The ${messageName(message)} from ${sender} has RSeq ${value} after ${before}; it must be one more.`,
      second: `${sender} sent its second reliable response (RSeq ${value}) before the PRACK for the first (RSeq ${before}).`,
      start: `The first reliable response of ${sender} has RSeq ${value}, which is not between 1 and 2147483647.`,
      number: `The ${messageName(message)} from ${sender} has an RSeq that is no number: "${value}".`,
      trying: `${sender} sent a 100 with RSeq ${value}; a 100 is never reliable.`,
      rack: `The PRACK of ${sender} has a RAck that cannot be read: "${value}".`,
      cseq: `The PRACK of ${sender} acknowledges ${value}, and the response is ${before}.`,
      answer: `${sender} answered the INVITE before the PRACK for its reliable response with SDP (RSeq ${value}).`,
    })[kind],
  concerns: (method) => method === 'PRACK' || method === 'INVITE',
  when: ({ transaction: { method, responses } }) =>
    method === 'PRACK' ||
    (method === 'INVITE' && responses.some(({ message }) => message.status < 200 && message.has('RSeq'))),
  *check({ transaction, conversation }, context) {
    if (isSecondSight(transaction, conversation)) return;
    for (const { at, ...shown } of findingsOf(transaction, conversation, context)) {
      const [message] = at;
      if (addressesInferred(message) || clockTooCoarse(message, context.thresholds.reordering) || message.truncated)
        continue;
      // Responses come from below, PRACKs from above: only where it first shows it is reported.
      const lower = passedOn(transaction, conversation);
      const isBelow = lower.some((other) =>
        [...findingsOf(other, conversation, context)].some(({ kind }) => kind === shown.kind),
      );
      if (message.isRequest ? findEarlier(transaction, conversation, sameAbove) !== undefined : isBelow) continue;
      yield {
        at,
        args: {
          ...shown,
          method: clip(message.method, 20),
          status: message.status,
          sender: message.source.name,
          receiver: message.destination.name,
        },
        device: message.source.address,
        confidence: 'certain',
      };
    }
  },
});

/** The same PRACK one hop above, with the same RAck. */
function sameAbove(other: Transaction, { method, cseq, request, viaCount }: Transaction): boolean {
  return (
    other.method === method &&
    other.cseq === cseq &&
    other.viaCount < viaCount &&
    other.request !== undefined &&
    other.request.fromTag === request?.fromTag &&
    other.request.header('RAck') === request.header('RAck')
  );
}
