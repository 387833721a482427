import type { SipMessage } from '../../model.ts';
import type { Irregularity } from '../../sdp/exchange.ts';
import type { Negotiation } from '../../sdp/offer-answer.ts';
import { defineRule } from '../define.ts';
import { carrierName, type Fault, firstArising, negotiates } from '../negotiation.ts';

type Kind = Irregularity['kind'] | 'answer-late';

type Shown = {
  /**
   * `offer-missing`: nobody made an offer. `answer-missing`: an offer stays without answer. `answer-late`: the same, but an
   * unreliable provisional response had shown it. `answer-changed`: it differs from what that response had shown.
   * `offer-while-pending`: a new offer before the answer to the first. `answer-unasked`: SDP in an ACK that owed none.
   */
  kind: Kind;
  sender: string;
  other: string;
  /** What should have brought it, or brought it. */
  carrier: string;
  /** What it belongs to: the offer, the preview, the offer still open. */
  about: string;
  /** Final status of the offer that came too early; 0 without one. */
  status: number;
};

interface Violation extends Fault {
  readonly kind: Kind;
  readonly irregularity: Irregularity;
  /** `note`: it may be meant so. `mild`: most devices cope. */
  readonly weight: 'note' | 'mild' | 'full';
}

function isByCaller({ callerTag }: Negotiation, message: SipMessage): boolean {
  return (message.fromTag === callerTag) === message.isRequest;
}

function* judge(negotiation: Negotiation): Generator<Violation> {
  for (const irregularity of negotiation.irregularities) {
    const { kind, exchange, at } = irregularity;
    const byCaller = isByCaller(negotiation, at[0]);
    // Callers take the first description they see for the answer (RFC 3261 §13.2.1): the call works.
    const shown = kind === 'answer-missing' && (exchange?.previews.length ?? 0) > 0;
    const refused = kind === 'offer-while-pending' && exchange?.refusal !== undefined;
    const mild = shown || refused || kind === 'answer-changed' || kind === 'answer-unasked';
    // Some dial a feature or test the signalling, and want no media at all.
    const meant = kind === 'offer-missing' && negotiation.exchanges.length === 0;
    const weight = meant ? 'note' : mild ? 'mild' : 'full';
    yield { kind: shown ? 'answer-late' : kind, byCaller, irregularity, weight };
  }
}

/** Rule 44: offers and answers that do not alternate as they must. */
export const offerAnswerViolation = defineRule<'call', Shown>({
  id: 'offer-answer-violation',
  severity: 'error',
  scope: 'call',
  title: 'Offer without answer, or answer without offer',
  spec: ['RFC 3261 §13.2.1', 'RFC 3264 §4', 'RFC 3262 §5', 'RFC 3311 §5.1', 'RFC 6337 §2.2'],
  example: {
    kind: 'answer-missing',
    sender: '192.0.2.9:5060',
    other: '192.0.2.1:5060',
    carrier: '200',
    about: 'INVITE',
    status: 0,
  },
  why: ({ kind }) =>
    ({
      'offer-missing':
        'The call is answered and nobody knows where to send media: silence, and most callers hang up at once.',
      'answer-missing': 'The offerer never learns where to send its media: the call is silent or dropped.',
      'answer-late':
        'Callers that wait for the answer in the final response stay silent or hang up; others take the early one.',
      'answer-changed':
        'Callers that keep to the first description send their media to the wrong place: one-way audio or a cut-off beginning.',
      'offer-while-pending':
        'The two sides can end up with different ideas of the session; most refuse the second offer.',
      'answer-unasked':
        'Strict receivers take it for an error; others may change the session without anybody having asked.',
    })[kind],
  fix: ({ kind, sender, other, carrier }) => [
    {
      'offer-missing': `Let ${sender} put an offer into its ${carrier}: an INVITE without SDP asks for one.`,
      'answer-missing': `Let ${sender} put the answer into its ${carrier}.`,
      'answer-late': `Let ${sender} repeat the SDP of its provisional response in its ${carrier}.`,
      'answer-changed': `Let ${sender} use another To tag for each source of media, or change the session by UPDATE or re-INVITE after the answer.`,
      'offer-while-pending': `Let ${sender} wait for the answer to the open offer before it makes another.`,
      'answer-unasked': `Let ${sender} leave the SDP out of the ACK: the offer was answered before.`,
    }[kind],
    kind === 'answer-changed'
      ? `If ${sender} plays announcements before it connects, let it relay their media at one address.`
      : `If ${sender} is a border controller or PBX that joins two calls, look how it turns calls without an early offer (delayed offer) into others.`,
    kind === 'answer-changed'
      ? `Let ${other} follow the last description that it gets.`
      : 'If only some calls fail, compare their SDP path with one that works: a rule that strips bodies from one message is enough.',
  ],
  message: ({ kind, sender, other, carrier, about, status }) =>
    ({
      'offer-missing': `The ${about} of ${other} had no SDP, and the ${carrier} of ${sender} brought no offer either.`,
      'answer-missing': `The ${carrier} of ${sender} brings no SDP, although it owes ${other} the answer to the offer in the ${about}.`,
      'answer-late': `The ${carrier} of ${sender} brings no SDP; the answer to ${other} stood only in a provisional response that is not reliable.`,
      'answer-changed': `The answer in the ${carrier} of ${sender} differs from the SDP that its ${about} had shown.`,
      'offer-while-pending': `${sender} made a new offer in its ${carrier} before the one in the ${about} was answered${status === 0 ? '' : `, and got ${status}`}.`,
      'answer-unasked': `The ${carrier} of ${sender} brings SDP, although the ${about} had answered its offer already.`,
    })[kind],
  limits: ({ kind }) =>
    kind === 'answer-changed'
      ? 'Many callers follow the later description without harm.'
      : kind === 'offer-missing'
        ? 'Calls that only switch a feature of the PBX or test the signalling do without media on purpose.'
        : '',
  when: negotiates,
  *check({ call }) {
    for (const { kind, irregularity, weight } of firstArising(call, judge)) {
      const { at, exchange } = irregularity;
      const [message, earlier = message] = at;
      yield {
        at,
        args: {
          kind,
          sender: message.source.name,
          other: message.destination.name,
          carrier: carrierName(message),
          about: carrierName(earlier),
          status: kind === 'offer-while-pending' ? (exchange?.refusal?.status ?? 0) : 0,
        },
        severity: weight === 'note' ? 'info' : weight === 'mild' ? 'warning' : 'error',
        confidence: weight === 'note' ? 'possible' : 'certain',
        device: message.source.address,
      };
    }
  },
});
