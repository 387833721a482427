import type { Call, SipMessage } from '../../model.ts';
import { isEvents, isSameCodec, isSpeech } from '../../sdp/codecs.ts';
import type { OfferAnswer } from '../../sdp/exchange.ts';
import type { Media } from '../../sdp/media.ts';
import type { Negotiation } from '../../sdp/offer-answer.ts';
import { type Context, defineRule } from '../define.ts';
import { digitTypeOf, type EventKind, eventFaults } from '../digits.ts';
import { passedOn } from '../hops.ts';
import { carrierName, codecOf, type Fault, firstArising, negotiates, pairsOf } from '../negotiation.ts';
import { codecName, count } from '../phrases.ts';

type Kind = 'dropped' | 'neither' | 'clock' | 'info-refused' | EventKind;

type Shown = {
  /**
   * `dropped`: offered and not answered. `neither`: nobody has telephone-event, and the codec would garble tones. `clock`:
   * another clock rate than the codec. `info-refused`: INFO with digits got an error. Of events in RTP: `event-type`: not
   * with the receiver's payload type. `twice`: by INFO, too. `no-end`: without end bit. `split`: one key with several
   * timestamps. `stalled`: the duration does not grow. `few-ends`: the end is not sent three times.
   */
  kind: Kind;
  /** Of events in RTP the sockets of the stream. */
  sender: string;
  other: string;
  carrier: string;
  codec: string;
  /** Clock rates of telephone-event, the type of the INFO, or the payload types that the receiver lists for events. */
  events: readonly string[];
  status: number;
  /** The call does send digits by INFO. */
  digits: boolean;
  /** Of events in RTP their payload type, -1 otherwise; the first keys and how many there are in all. */
  type: number;
  keys: readonly string[];
  count: number;
};

/** `5 6 #`, `1 2 3 4 5 6 7 8 …`. */
export function keysTold({ keys, count }: Pick<Shown, 'keys' | 'count'>): string {
  return keys.join(' ') + (count > keys.length ? ' …' : '');
}

interface Mismatch extends Fault {
  readonly kind: Kind;
  readonly exchange: OfferAnswer;
  readonly decisive: SipMessage;
  readonly codec: string;
  readonly events: Shown['events'];
}

const UNWILLING = [405, 415, 469, 481, 501];
/** Codecs that a tone passes unharmed. */
const WIDE = new Set(['pcmu', 'pcma', 'g722', 'l16', 'clearmode']);

function clocks(media: Media): readonly string[] {
  const rates = media.payloads.filter(isEvents).map(({ clockRate }) => String(clockRate));
  return [...new Set(rates)].slice(0, 4);
}

function kindOf(offered: Media, answered: Media): { kind: Kind; codec: string; events: Shown['events'] } | undefined {
  if (offered.kind !== 'audio' || answered.kind !== 'audio' || offered.rejected || answered.rejected) return undefined;
  const speech = answered.payloads.find(isSpeech);
  // Nothing in common (rule 13) or a payload type without a name (rule 42) is another trouble.
  if (speech === undefined || !offered.payloads.some((one) => isSameCodec(one, speech))) return undefined;
  if (answered.payloads.some(({ encoding }) => encoding === '')) return undefined;
  const codec = codecOf(speech);
  const offers = offered.payloads.some(isEvents);
  const events = answered.payloads.filter(isEvents);
  if (events.length === 0) {
    if (offers) return { kind: 'dropped', codec, events: clocks(offered) };
    return WIDE.has(speech.encoding.toLowerCase()) ? undefined : { kind: 'neither', codec, events: [] };
  }
  if (!offers || speech.clockRate === 0) return undefined;
  const fits = events.some(({ clockRate }) => clockRate === speech.clockRate || clockRate === 0);
  return fits ? undefined : { kind: 'clock', codec, events: clocks(answered) };
}

function* judge({ exchanges, confirmed }: Negotiation): Generator<Mismatch> {
  if (!confirmed) return;
  // What was agreed last is what digits have to get through.
  for (let i = exchanges.length - 1; i >= 0; i--) {
    const exchange = exchanges[i];
    if (exchange.answer === undefined) continue;
    const decisive = exchange.answer.message;
    for (const [one, other] of pairsOf(exchange)) {
      const fault = kindOf(one, other);
      if (fault !== undefined) yield { ...fault, byCaller: !exchange.byCaller, exchange, decisive };
    }
    return;
  }
}

const noEvents = { type: -1, keys: [], count: 0 } as const;

function* refusals(call: Call) {
  for (const transaction of call.transactions) {
    const { final, request, client, server } = transaction;
    if (transaction.method !== 'INFO' || final === undefined || !UNWILLING.includes(final.status)) continue;
    const type = digitTypeOf(transaction);
    if (type === undefined || request === undefined) continue;
    if (passedOn(transaction, call).some((lower) => lower.final?.status === final.status)) continue;
    // After the end of the call it is only late.
    if (final.status === 481 && call.transactions.some(({ method, start }) => method === 'BYE' && start <= final.time))
      continue;
    yield {
      at: [final, request],
      args: {
        kind: 'info-refused',
        sender: client.name,
        other: server.name,
        carrier: 'INFO',
        codec: '',
        events: [type],
        status: final.status,
        digits: true,
        ...noEvents,
      },
      severity: 'warning',
      confidence: 'certain',
      device: client.address,
    } as const;
  }
}

const KEYS = 8;

function* eventHits(call: Call, context: Context) {
  for (const { kind, stream, events, listed, at } of eventFaults(call, context)) {
    const names = events.map(({ name }) => name);
    yield {
      at,
      args: {
        kind,
        sender: stream.source.name,
        other: stream.destination.name,
        carrier: 'RTP',
        codec: '',
        events: listed,
        status: 0,
        digits: true,
        type: events[0].payloadType,
        keys: (kind === 'split' ? [...new Set(names)] : names).slice(0, KEYS),
        count: events.length,
      },
      // Most receivers are content with one packet of the end, as long as none gets lost.
      severity: kind === 'few-ends' ? 'info' : 'warning',
      confidence: kind === 'event-type' ? 'certain' : 'likely',
      device: stream.source.address,
    } as const;
  }
}

/** Rule 15: the two sides send digits in ways that the other does not take. */
export const dtmfMismatch = defineRule<'call', Shown>({
  id: 'dtmf-mismatch',
  severity: 'warning',
  scope: 'call',
  title: 'Digits (DTMF) that will not get through',
  spec: [
    'RFC 4733 §2.1',
    'RFC 4733 §2.5.1.1',
    'RFC 4733 §2.5.1.2',
    'RFC 4733 §2.5.1.4',
    'RFC 3264 §6.1',
    'RFC 6086 §4.2.2',
  ],
  example: {
    kind: 'dropped',
    sender: '192.0.2.9:5060',
    other: '192.0.2.1:5060',
    carrier: '200',
    codec: 'PCMA/8000',
    events: ['8000'],
    status: 200,
    digits: false,
    type: -1,
    keys: [],
    count: 0,
  },
  why: ({ kind }) => {
    const garbled =
      'Digits travel as tones in the speech at best, which codecs and loss garble: menus and PIN entry may fail.';
    const doubled = 'One key counts as several: menus jump, PINs and numbers get digits too many.';
    return {
      dropped: garbled,
      neither: garbled,
      clock:
        'Many devices send no events at a clock rate other than that of the codec, so menus may not hear the digits.',
      'info-refused': 'The digit is lost: menus, PIN entry and conference codes do not react.',
      'event-type': 'The receiver drops a payload type that it does not know: menus, PIN entry and codes do not react.',
      twice: doubled,
      split: doubled,
      'no-end': 'The key seems to be held down: the receiver guesses its end, and may miss the key or repeat it.',
      stalled: 'A receiver that waits for a certain length may miss the key, or play it too short.',
      'few-ends': 'If the packet of the end gets lost, the key seems to be held down.',
    }[kind];
  },
  fix: ({ kind, sender, other, codec, events, status, type }) =>
    ({
      dropped: [
        `Enable RFC 4733 events on ${sender} (dtmf_mode=rfc4733 in Asterisk PJSIP, liberal-dtmf or rfc2833-pt in FreeSWITCH).`,
        'If a border controller stands between, check that its codec policy does not strip telephone-event.',
        `If ${sender} only takes INFO, set ${other} to SIP INFO on this leg alone.`,
      ],
      neither: [
        `Enable telephone-event on ${other} and ${sender}; ${codecName(codec)} does not carry tones unharmed.`,
        'If events are impossible, use PCMA or PCMU for calls to menus and conferences.',
      ],
      clock: [
        `Let both sides list telephone-event for the clock rate of ${codecName(codec)} too.`,
        'Or prefer a codec of 8000 Hz for calls that need digits.',
      ],
      'info-refused': [
        `Switch ${sender} from SIP INFO to RFC 4733 events (telephone-event), if both sides negotiated them.`,
        status === 481
          ? `Compare the tags of the INFO with those of the dialog: ${other} does not know it.`
          : `Or enable DTMF by INFO on ${other}, with the same content type.`,
      ],
      'event-type': [
        events.length === 0
          ? `Let ${sender} send events only where the SDP of the other side lists telephone-event; otherwise INFO or tones.`
          : `Let ${sender} send events as payload type ${events.join(' or ')}, the number of its receiver, not as ${type} (RFC 3264 §5.1).`,
        'If a relay or border controller joins two legs there, let it map the payload type of telephone-event, too.',
      ],
      twice: [
        `Enable one way of sending DTMF only on ${sender}: RFC 4733 events, or SIP INFO (not "auto", "both" or "inband and INFO").`,
        'If a server in between makes INFO of events, let it take the events out of the media.',
      ],
      'no-end': [
        `Update ${sender}: the last packets of an event carry the end bit, and are sent three times (RFC 4733 §2.5.1.4).`,
        'If a transcoder or relay makes the events, look at what it got from its other side.',
      ],
      split: [
        `Update ${sender}, or the relay that numbers its packets: all packets of one event have the timestamp of its beginning (RFC 4733 §2.5.1.2).`,
      ],
      stalled: [
        `Update ${sender}: each packet of an event tells how long the key has been down so far (RFC 4733 §2.5.1.2).`,
      ],
      'few-ends': [`Nothing to do while no packet gets lost; otherwise update ${sender} (RFC 4733 §2.5.1.4).`],
    })[kind],
  message: ({ kind, sender, other, carrier, codec, events, status, type, keys, count: n }) => {
    const keysSent = `${count(n, 'key', 'keys')} (${keysTold({ keys, count: n })})`;
    const by = `from ${sender} to ${other}`;
    return {
      dropped: `${other} offered telephone-event, and the ${carrier} of ${sender} accepts ${codecName(codec)} without it.`,
      neither: `${other} and ${sender} agreed on ${codecName(codec)} and on no telephone-event: nothing carries digits reliably.`,
      clock: `The ${carrier} of ${sender} selects ${codecName(codec)}, with telephone-event at ${events.join(' and ')} only.`,
      'info-refused': `The digit that ${sender} sent by INFO (${events}) was refused by ${other} with ${status}.`,
      'event-type': `${keysSent} ${by} came as events of payload type ${type}, and the receiver lists ${events.length === 0 ? 'no telephone-event' : `telephone-event as ${events.join(' and ')}`}.`,
      twice: `${keysSent} ${by} came as RTP events and by INFO at the same time.`,
      'no-end': `${keysSent} ${by} came as RTP events that never end: no packet has the end bit.`,
      split: `Each key ${by} came as several: ${count(n, 'RTP event', 'RTP events')} (${keys.join(' ')}), each with a timestamp of its own.`,
      stalled: `${keysSent} ${by} came as RTP events whose duration does not grow from packet to packet.`,
      'few-ends': `${keysSent} ${by} came as RTP events whose end was not sent three times.`,
    }[kind];
  },
  limits: ({ kind, digits }) =>
    kind === 'info-refused' || digits ? '' : 'Whether anybody needs digits in this call is not in the trace.',
  when: ({ call }, { media }) =>
    call.transactions.some(({ method }) => method === 'INFO') ||
    negotiates({ call }) ||
    media.of(call).streams.some(({ events }) => events.length > 0),
  *check({ call }, context) {
    yield* refusals(call);
    yield* eventHits(call, context);
    for (const { kind, exchange, decisive, codec, events } of firstArising(call, judge)) {
      const digits = call.transactions.some((one) => digitTypeOf(one) !== undefined);
      const { message } = exchange.offer;
      yield {
        at: [decisive, message],
        args: {
          kind,
          sender: decisive.source.name,
          other: message.source.name,
          carrier: carrierName(decisive),
          codec,
          events,
          status: decisive.status,
          digits,
          ...noEvents,
        },
        // Digits that travel by INFO show that they are wanted, and that there is a way for them.
        severity: 'info',
        confidence: kind === 'neither' ? 'possible' : 'likely',
        device: decisive.source.address,
      };
    }
  },
});
