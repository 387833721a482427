import type { Call, SipMessage } from '../../model.ts';
import { isSpeech } from '../../sdp/codecs.ts';
import type { OfferAnswer } from '../../sdp/exchange.ts';
import type { Media } from '../../sdp/media.ts';
import type { Negotiation } from '../../sdp/offer-answer.ts';
import { type Context, defineRule } from '../define.ts';
import { endedBefore, milliseconds } from '../guards.ts';
import { codecOf, type Fault, firstArising, negotiates } from '../negotiation.ts';
import { codecName, duration } from '../phrases.ts';

type Shown = {
  /** `refused`: by a final response. `rejected`: by port 0 in the answer. */
  kind: 'refused' | 'rejected';
  /** `compressed`: the fax has to go through a codec that garbles it. `ended`: the call ended right after. */
  outcome: 'compressed' | 'ended';
  sender: string;
  other: string;
  status: number;
  /** Codec in use when T.38 was offered; empty when the trace does not tell. */
  codec: string;
  /** From the refusal to the BYE, ms. */
  after: number;
};

interface Failure extends Fault {
  readonly kind: Shown['kind'];
  readonly exchange: OfferAnswer;
  readonly decisive: SipMessage;
  readonly codec: string;
  readonly wide: boolean;
}

const REFUSALS = [415, 488, 606];
/** Codecs that carry the tones of a fax unharmed. */
const WIDE = new Set(['pcmu', 'pcma', 'clearmode', 'l16']);

function isT38({ kind, protocol, rejected }: Media): boolean {
  return kind === 'image' && !rejected && protocol.toLowerCase().includes('udptl');
}

/** The codec that the session had before. */
function audioOf({ answer }: OfferAnswer): Media | undefined {
  return answer?.session.media.find(({ kind, rejected }) => kind === 'audio' && !rejected);
}

function* judge({ exchanges, gaps }: Negotiation): Generator<Failure> {
  // A response without its request may be that of the way back to the telephone codec (G-LOSS).
  if (gaps) return;
  let audio: Media | undefined;
  for (const [index, exchange] of exchanges.entries()) {
    const { offer, answer, refusal } = exchange;
    const asked = offer.session.media.findIndex(isT38);
    if (asked >= 0) {
      const refused = refusal !== undefined && REFUSALS.includes(refusal.status);
      const rejected = answer?.session.media[asked]?.rejected === true;
      // Any later offer is a way on, back to the telephone codec as a rule.
      const goesOn =
        exchanges.length > index + 1 || (rejected && answer !== undefined && audioOf(exchange) !== undefined);
      const decisive = refused ? refusal : rejected ? answer?.message : undefined;
      if (decisive !== undefined && !goesOn) {
        const codec = audio?.payloads.find(isSpeech);
        const wide = codec === undefined || WIDE.has(codec.encoding.toLowerCase());
        const byCaller = !exchange.byCaller;
        const name = codec === undefined ? '' : codecOf(codec);
        yield { kind: refused ? 'refused' : 'rejected', byCaller, exchange, decisive, codec: name, wide };
      }
    }
    audio = audioOf(exchange) ?? audio;
  }
}

function byeAfter(call: Call, message: SipMessage, context: Context): { bye: SipMessage; after: number } | undefined {
  for (const { bye } of call.dialogs) {
    if (bye?.request === undefined || bye.request.time < message.time) continue;
    const after = milliseconds(message.time, bye.request.time);
    if (after <= context.thresholds.faxGivenUp) return { bye: bye.request, after };
  }
  return undefined;
}

/** Rule 102: fax by T.38 was asked for and not had. */
export const t38Failure = defineRule<'call', Shown>({
  id: 't38-failure',
  severity: 'warning',
  scope: 'call',
  title: 'Fax that could not switch to T.38',
  spec: ['RFC 3264 §6', 'RFC 3264 §8.3', 'RFC 3261 §14.1'],
  example: {
    kind: 'refused',
    outcome: 'ended',
    sender: '192.0.2.9:5060',
    other: '192.0.2.1:5060',
    status: 488,
    codec: 'PCMA/8000',
    after: 1_200,
  },
  why: ({ outcome }) =>
    outcome === 'ended'
      ? 'The fax was not transmitted: the call ended as soon as T.38 was refused.'
      : 'The fax will most likely fail: its tones do not survive a compressing codec.',
  fix: ({ sender, other, codec, outcome }) => [
    `Enable T.38 on ${sender} (t38_udptl=yes on the Asterisk endpoint, fax_enable_t38 in FreeSWITCH, the T.38 profile of the trunk).`,
    outcome === 'compressed'
      ? `Or let ${other} fall back to PCMA or PCMU by another re-INVITE, with echo cancellation and silence suppression off; ${codecName(codec)} is in use.`
      : `Or let ${other} go on in PCMA or PCMU when T.38 is refused, with echo cancellation and silence suppression off.`,
    'If a border controller stands between, check that it passes m=image; switch V.34 (super G3) off on the fax machine if only fast machines fail.',
  ],
  message: ({ kind, outcome, sender, other, status, codec, after }) =>
    `${other} asked for T.38 and ${sender} ${kind === 'refused' ? `refused it with ${status}` : 'rejected it with port 0'}; ` +
    (outcome === 'ended'
      ? `the call ended ${duration(after)} later.`
      : `the call stays in ${codecName(codec)}, and no other offer followed.`),
  limits: ({ outcome }) =>
    outcome === 'ended' ? 'That the call was hung up because of the refusal is a guess from the time between.' : '',
  when: negotiates,
  *check({ call }, context) {
    for (const { kind, exchange, decisive, codec, wide } of firstArising(call, judge)) {
      const ended = byeAfter(call, decisive, context);
      // In PCMA or PCMU the fax goes on as tones, as it should.
      if (wide && ended === undefined) continue;
      if (ended === undefined && endedBefore(context, decisive.time, context.thresholds.faxGivenUp)) {
        yield { undetermined: 'G-END' };
        continue;
      }
      const { message } = exchange.offer;
      yield {
        at: [decisive, message, ...(ended === undefined ? [] : [ended.bye])],
        args: {
          kind,
          outcome: ended === undefined ? 'compressed' : 'ended',
          sender: decisive.source.name,
          other: message.source.name,
          status: decisive.status,
          codec,
          after: ended?.after ?? 0,
        },
        confidence: 'likely',
        device: decisive.source.address,
      };
    }
  },
});
