/** Digits (DTMF) that a call carries by INFO and by events in RTP (RFC 4733), and what can be wrong with those. Times are µs. */
import { parseContentType } from '../headers/content-type.ts';
import type { CallMedia, StreamFacts } from '../media/facts.ts';
import type { TelephoneEvent } from '../media/telephone-events.ts';
import type { Call, SipMessage, Transaction } from '../model.ts';
import { isEvents } from '../sdp/codecs.ts';
import {
  agreementsOf,
  announcementOf,
  describedBy,
  isOnHop,
  listedBy,
  receiverOf,
  streamsOf,
  ways,
} from './agreements.ts';
import type { Context } from './define.ts';
import { bodyUnreliable } from './guards.ts';
import { firstAt } from './session-changes.ts';

/** Digits in an INFO (RFC 6086; the types are older than any standard). */
const TYPES = new Set(['application/dtmf-relay', 'application/dtmf', 'application/vnd.nortelnetworks.digits']);

/** The content type of an INFO with digits; undefined for all other transactions. */
export function digitTypeOf({ method, request }: Transaction): string | undefined {
  if (method !== 'INFO' || request === undefined) return undefined;
  const type = parseContentType(request.header('Content-Type') ?? '')?.essence;
  return type !== undefined && TYPES.has(type) ? type : undefined;
}

const NUMBERED: Readonly<Record<string, string>> = { '10': '*', '11': '#' };

/** `Signal=5`, `d=5`, or the digit alone. */
function digitIn(request: SipMessage): string | undefined {
  if (request.bodyLength === 0 || bodyUnreliable(request)) return undefined;
  const text = request.bodyText().slice(0, 200);
  const told = /^\s*(?:Signal|d)\s*=\s*([0-9A-D*#]{1,2})\s*$/im.exec(text) ?? /^\s*([0-9A-D*#]{1,2})\s*$/i.exec(text);
  const digit = told?.[1].toUpperCase();
  return digit === undefined ? undefined : (NUMBERED[digit] ?? digit);
}

export type EventKind = 'event-type' | 'twice' | 'no-end' | 'split' | 'stalled' | 'few-ends';

/** Events that will not be understood as they were meant. */
export interface EventFault {
  readonly kind: EventKind;
  readonly stream: StreamFacts;
  readonly events: readonly TelephoneEvent[];
  /** Payload types that the receiver listed for events (`event-type`). */
  readonly listed: readonly string[];
  /** Evidence, the decisive message first. */
  readonly at: readonly SipMessage[];
}

/** The longest duration that fits (RFC 4733 §2.5.1.3): a longer tone goes on as another event, without an end in between. */
const LONGEST = 0xff00;
/** Packets of an event that show whether its duration grows; some send the first one three times. */
const GROWING = 5;
/** Events in a row that are one key, and the longest pause between them. */
const PIECES = 3;
const PIECE_PAUSE = 100_000;

const isSegment = ({ duration }: TelephoneEvent) => duration >= LONGEST;

/** Events with a payload type that is not the receiver's (RFC 3264 §5.1). */
function* foreignTypes(call: Call, context: Context): Generator<EventFault> {
  const media = context.media.of(call);
  const settled = context.thresholds.changeAround * 1000;
  for (const agreement of agreementsOf(call, context)) {
    for (const way of ways) {
      const to = receiverOf(agreement, way);
      const all = listedBy(to, media);
      if (all.length === 0) continue;
      for (const stream of streamsOf(agreement, way, media)) {
        const events = stream.events.filter(
          ({ at, payloadType }) =>
            at >= agreement.start + settled && at <= agreement.end && !all.some(({ id }) => id === payloadType),
        );
        const listed = [...new Set(all.filter(isEvents).map(({ id }) => String(id)))].slice(0, 4);
        if (events.length > 0) yield { kind: 'event-type', stream, events, listed, at: [announcementOf(to, call)] };
      }
    }
  }
}

interface InfoDigit {
  readonly digit: string;
  readonly request: SipMessage;
  readonly transaction: Transaction;
}

const timeOf = ({ request }: InfoDigit) => request.time;

/** In order of time. */
function infoDigits({ transactions }: Call): InfoDigit[] {
  const found = transactions.flatMap((transaction): InfoDigit[] => {
    const { request } = transaction;
    const digit = digitTypeOf(transaction) === undefined || request === undefined ? undefined : digitIn(request);
    return digit === undefined || request === undefined ? [] : [{ digit, request, transaction }];
  });
  return found.sort((a, b) => a.request.time - b.request.time);
}

/** The same digit by INFO and by events, on one hop: a server between them may turn the one into the other. */
function* twice(call: Call, context: Context): Generator<EventFault> {
  const media = context.media.of(call);
  const infos = infoDigits(call);
  if (infos.length === 0) return;
  const near = context.thresholds.sameDigit * 1000;
  for (const agreement of agreementsOf(call, context)) {
    for (const way of ways) {
      const to = receiverOf(agreement, way);
      const own = infos.filter(({ transaction: { client, server } }) => isOnHop(to, server, client));
      for (const stream of streamsOf(agreement, way, media)) {
        const of = ({ name, at, last }: TelephoneEvent) => {
          for (let i = firstAt(own, at - near, timeOf); i < own.length && timeOf(own[i]) <= last + near; i++) {
            if (own[i].digit === name) return own[i];
          }
          return undefined;
        };
        const events = stream.events.filter((event) => of(event) !== undefined);
        const [first] = events;
        const info = first === undefined ? undefined : of(first);
        if (info !== undefined) yield { kind: 'twice', stream, events, listed: [], at: [info.request] };
      }
    }
  }
}

/** One key that arrives as several, because its timestamp changes on the way. */
function piecesOf(events: readonly TelephoneEvent[]): ReadonlySet<TelephoneEvent> {
  const pieces = new Set<TelephoneEvent>();
  let run: TelephoneEvent[] = [];
  const settle = () => {
    if (run.length >= PIECES) for (const one of run) pieces.add(one);
  };
  for (const event of events) {
    const before = run[run.length - 1];
    const goesOn =
      before !== undefined &&
      before.name === event.name &&
      before.ends === 0 &&
      !isSegment(before) &&
      event.at - before.last < PIECE_PAUSE;
    if (!goesOn) {
      settle();
      run = [];
    }
    run.push(event);
  }
  settle();
  return pieces;
}

function* formFaults(stream: StreamFacts, media: CallMedia, call: Call, settled: number): Generator<EventFault> {
  const { events, lost, end } = stream;
  const pieces = piecesOf(events);
  const whole = events.filter((event) => !pieces.has(event) && !isSegment(event));
  // Packets of the end may be among those that got lost, or the call was over before them.
  const sure = lost > 0 ? [] : whole.filter(({ last }) => last < end - settled);
  const kinds = {
    split: [...pieces],
    stalled: whole.filter(({ packets, ends, stalled }) => packets - ends >= GROWING && stalled === packets - ends - 1),
    'no-end': sure.filter(({ ends }) => ends === 0),
    'few-ends': sure.filter(({ ends }) => ends === 1 || ends === 2),
  } as const;
  const at = [describedBy(stream, media, call)];
  for (const kind of ['split', 'stalled', 'no-end', 'few-ends'] as const) {
    if (kinds[kind].length > 0) yield { kind, stream, events: kinds[kind], listed: [], at };
  }
}

/** What is wrong with the events of a call, each kind once for each way: hops pass on what they get. */
export function* eventFaults(call: Call, context: Context): Generator<EventFault> {
  const media = context.media.of(call);
  const told = new Set<string>();
  const all = [
    ...foreignTypes(call, context),
    ...twice(call, context),
    ...media.streams
      .filter(({ direction, events }) => direction !== 'unknown' && events.length > 0)
      .flatMap((stream) => [...formFaults(stream, media, call, context.thresholds.changeAround * 1000)]),
  ];
  for (const fault of all) {
    const key = `${fault.kind} ${fault.stream.direction}`;
    if (!told.has(key)) yield fault;
    told.add(key);
  }
}
