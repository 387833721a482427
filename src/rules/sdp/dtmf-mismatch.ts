import { parseContentType } from '../../headers/content-type.ts';
import type { Call, SipMessage, Transaction } from '../../model.ts';
import { isEvents, isSameCodec, isSpeech } from '../../sdp/codecs.ts';
import type { OfferAnswer } from '../../sdp/exchange.ts';
import type { Media } from '../../sdp/media.ts';
import type { Negotiation } from '../../sdp/offer-answer.ts';
import { defineRule } from '../define.ts';
import { passedOn } from '../hops.ts';
import { carrierName, codecOf, type Fault, firstArising, negotiates, pairsOf } from '../negotiation.ts';
import { codecName } from '../phrases.ts';

type Kind = 'dropped' | 'neither' | 'clock' | 'info-refused';

type Shown = {
  /**
   * `dropped`: offered and not answered. `neither`: nobody has telephone-event, and the codec would garble tones. `clock`:
   * another clock rate than the codec. `info-refused`: INFO with digits got an error.
   */
  kind: Kind;
  sender: string;
  other: string;
  carrier: string;
  codec: string;
  /** Clock rates of telephone-event, or the type of the INFO. */
  events: readonly string[];
  status: number;
  /** The call does send digits by INFO. */
  digits: boolean;
};

interface Mismatch extends Fault {
  readonly kind: Kind;
  readonly exchange: OfferAnswer;
  readonly decisive: SipMessage;
  readonly codec: string;
  readonly events: Shown['events'];
}

/** Digits in an INFO (RFC 6086; the types are older than any standard). */
const DIGITS = new Set(['application/dtmf-relay', 'application/dtmf', 'application/vnd.nortelnetworks.digits']);
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

function digitsOf({ method, request }: Transaction): string | undefined {
  if (method !== 'INFO' || request === undefined) return undefined;
  const type = parseContentType(request.header('Content-Type') ?? '')?.essence;
  return type !== undefined && DIGITS.has(type) ? type : undefined;
}

function* refusals(call: Call) {
  for (const transaction of call.transactions) {
    const { final, request, client, server } = transaction;
    if (transaction.method !== 'INFO' || final === undefined || !UNWILLING.includes(final.status)) continue;
    const type = digitsOf(transaction);
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
      },
      severity: 'warning',
      confidence: 'certain',
      device: client.address,
    } as const;
  }
}

/** Rule 15: the two sides send digits in ways that the other does not take. */
export const dtmfMismatch = defineRule<'call', Shown>({
  id: 'dtmf-mismatch',
  severity: 'warning',
  scope: 'call',
  title: 'Digits (DTMF) that will not get through',
  spec: ['RFC 4733 §2.1', 'RFC 4733 §2.5.1.1', 'RFC 3264 §6.1', 'RFC 6086 §4.2.2'],
  example: {
    kind: 'dropped',
    sender: '192.0.2.9:5060',
    other: '192.0.2.1:5060',
    carrier: '200',
    codec: 'PCMA/8000',
    events: ['8000'],
    status: 200,
    digits: false,
  },
  why: ({ kind }) =>
    kind === 'info-refused'
      ? 'The digit is lost: menus, PIN entry and conference codes do not react.'
      : kind === 'clock'
        ? 'Many devices send no events at a clock rate other than that of the codec, so menus may not hear the digits.'
        : 'Digits travel as tones in the speech at best, which codecs and loss garble: menus and PIN entry may fail.',
  fix: ({ kind, sender, other, codec, status }) =>
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
    })[kind],
  message: ({ kind, sender, other, carrier, codec, events, status }) =>
    ({
      dropped: `${other} offered telephone-event, and the ${carrier} of ${sender} accepts ${codecName(codec)} without it.`,
      neither: `${other} and ${sender} agreed on ${codecName(codec)} and on no telephone-event: nothing carries digits reliably.`,
      clock: `The ${carrier} of ${sender} selects ${codecName(codec)}, with telephone-event at ${events.join(' and ')} only.`,
      'info-refused': `The digit that ${sender} sent by INFO (${events}) was refused by ${other} with ${status}.`,
    })[kind],
  limits: ({ kind, digits }) =>
    kind === 'info-refused' || digits ? '' : 'Whether anybody needs digits in this call is not in the trace.',
  when: ({ call }) => call.transactions.some(({ method }) => method === 'INFO') || negotiates({ call }),
  *check({ call }) {
    yield* refusals(call);
    for (const { kind, exchange, decisive, codec, events } of firstArising(call, judge)) {
      const digits = call.transactions.some((one) => digitsOf(one) !== undefined);
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
        },
        // Digits that travel by INFO show that they are wanted, and that there is a way for them.
        severity: 'info',
        confidence: kind === 'neither' ? 'possible' : 'likely',
        device: decisive.source.address,
      };
    }
  },
});
