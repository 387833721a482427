import type { SipMessage } from '../../model.ts';
import type { OfferAnswer } from '../../sdp/exchange.ts';
import type { Direction, Media } from '../../sdp/media.ts';
import type { Negotiation } from '../../sdp/offer-answer.ts';
import { defineRule } from '../define.ts';
import { carrierName, type Fault, firstArising, isInitial, negotiates, pairsOf } from '../negotiation.ts';

type Kind = 'illegal-answer' | 'zero-address' | 'not-resumed' | 'stuck';

type Shown = {
  /**
   * `illegal-answer`: the direction does not fit the offer. `zero-address`: hold by c=0.0.0.0. `not-resumed`: the offer to
   * resume was answered as if on hold. `stuck`: a side that holds nobody offers the hold of the other as its own wish.
   */
  kind: Kind;
  sender: string;
  other: string;
  carrier: string;
  media: string;
  offered: Direction;
  answered: Direction;
};

interface Problem extends Fault {
  readonly kind: Kind;
  readonly exchange: OfferAnswer;
  readonly decisive: SipMessage;
  readonly media: string;
  readonly offered: Direction;
  readonly answered: Direction;
}

/** RFC 3264 §6.1. */
const legal: Readonly<Record<Direction, readonly Direction[]>> = {
  sendrecv: ['sendrecv', 'sendonly', 'recvonly', 'inactive'],
  sendonly: ['recvonly', 'inactive'],
  recvonly: ['sendonly', 'inactive'],
  inactive: ['inactive'],
};

/** Port 9 and 0.0.0.0 stand for "see the candidates" (RFC 8829 §5.2.1). */
function isZero({ connection, port, rejected, candidates, fingerprint }: Media): boolean {
  return connection?.address === '0.0.0.0' && !rejected && port !== 9 && candidates === 0 && fingerprint === undefined;
}

function restricts(direction: Direction): boolean {
  return direction === 'sendonly' || direction === 'inactive';
}

/** What each side has asked for by itself so far, of one stream. */
class Wishes {
  caller: Direction = 'sendrecv';
  callee: Direction = 'sendrecv';

  of(byCaller: boolean): Direction {
    return byCaller ? this.caller : this.callee;
  }

  set(byCaller: boolean, direction: Direction): void {
    if (byCaller) this.caller = direction;
    else this.callee = direction;
  }
}

function* judge({ exchanges, begun, gaps }: Negotiation): Generator<Problem> {
  const wishes: Wishes[] = [];
  // Who asked for what must be known from the beginning on (G-START, G-LOSS).
  const known = begun && !gaps;
  for (const exchange of exchanges) {
    const { offer, answer, byCaller } = exchange;
    const common = { exchange, byCaller, decisive: offer.message };
    if (!isInitial(exchange)) {
      for (const media of offer.session.media) {
        if (!isZero(media)) continue;
        yield {
          ...common,
          kind: 'zero-address',
          media: media.kind,
          offered: media.direction,
          answered: media.direction,
        };
      }
    }
    if (answer === undefined) {
      if (exchange.ending === 'open') note(wishes, offer.session.media, byCaller);
      continue;
    }
    for (const [index, [one, other]] of pairsOf(exchange).entries()) {
      if (one.rejected || other.rejected || one.kind !== other.kind) continue;
      wishes[index] ??= new Wishes();
      const wish = wishes[index];
      const facts = { exchange, media: one.kind, offered: one.direction, answered: other.direction };
      const answers = { ...facts, byCaller: !byCaller, decisive: answer.message };
      // An answer that holds by 0.0.0.0 says what it means without a direction.
      const zero = isZero(one) || isZero(other);
      if (!zero && !legal[one.direction].includes(other.direction)) yield { ...answers, kind: 'illegal-answer' };
      const resumes = restricts(wish.of(byCaller)) && one.direction === 'sendrecv';
      // Whoever holds on its own side too answers sendonly or inactive, and rightly.
      if (
        known &&
        resumes &&
        wish.of(!byCaller) === 'sendrecv' &&
        (other.direction === 'recvonly' || other.direction === 'inactive')
      ) {
        yield { ...answers, kind: 'not-resumed' };
      }
      const late = !offer.message.isRequest;
      if (
        known &&
        late &&
        one.direction !== 'sendrecv' &&
        wish.of(byCaller) === 'sendrecv' &&
        wasHeld(exchanges, exchange, index)
      ) {
        yield { ...facts, byCaller, decisive: offer.message, kind: 'stuck' };
      } else wish.set(byCaller, one.direction);
      if (one.direction === 'sendrecv') wish.set(!byCaller, other.direction);
    }
  }
}

/** An offer whose answer was not captured tells the wishes of its sender all the same. */
function note(wishes: Wishes[], offered: readonly Media[], byCaller: boolean): void {
  for (const [index, media] of offered.entries()) {
    wishes[index] ??= new Wishes();
    wishes[index].set(byCaller, media.direction);
  }
}

/** The exchange before put the offerer of this one on hold. */
function wasHeld(exchanges: readonly OfferAnswer[], now: OfferAnswer, index: number): boolean {
  for (let i = exchanges.indexOf(now) - 1; i >= 0; i--) {
    const before = exchanges[i];
    if (before.answer === undefined) continue;
    if (before.byCaller === now.byCaller) return false;
    const media = before.offer.session.media[index];
    return media !== undefined && (restricts(media.direction) || isZero(media));
  }
  return false;
}

/** Rule 41: hold and resume that leave somebody in silence. */
export const holdDirectionProblem = defineRule<'call', Shown>({
  id: 'hold-direction-problem',
  severity: 'warning',
  scope: 'call',
  title: 'Hold or resume with the wrong media direction',
  spec: ['RFC 3264 §6.1', 'RFC 3264 §8.4', 'RFC 6337 §5.1', 'RFC 6337 §5.3'],
  example: {
    kind: 'illegal-answer',
    sender: '192.0.2.9:5060',
    other: '192.0.2.1:5060',
    carrier: '200',
    media: 'audio',
    offered: 'sendonly',
    answered: 'sendrecv',
  },
  why: ({ kind }) =>
    ({
      'illegal-answer':
        'The sides disagree on who sends: music on hold may be missing, or speech goes on where none should be heard.',
      'zero-address': 'Newer devices take 0.0.0.0 for an error or send no RTCP: music on hold and resuming may fail.',
      'not-resumed': 'The call stays on hold in one direction: after the resume one side hears nothing.',
      stuck: 'The hold of the other side comes back as a wish of this one, so that the call can stay silent for ever.',
    })[kind],
  fix: ({ kind, sender, other }) =>
    ({
      'illegal-answer': [
        `Let ${sender} mirror the direction of an offer: recvonly or inactive to sendonly, sendonly or inactive to recvonly, inactive to inactive.`,
        `If ${sender} is a border controller, check that it passes a=sendonly and a=inactive on in both directions.`,
      ],
      'zero-address': [`Set ${sender} to hold by a=sendonly or a=inactive with its real address (RFC 3264 §8.4).`],
      'not-resumed': [
        `Let ${sender} answer an offer of sendrecv from its own wish, not from the last state of the session (RFC 6337 §5.1).`,
        `If a border controller or conference server sits between, look whether ${sender} ever saw the resume of ${other}.`,
      ],
      stuck: [
        `Let ${sender} build its offers from what it wants itself, sendrecv here, not from what was agreed last (RFC 6337 §5.3).`,
        `Let ${other} resume with an offer of its own instead of an INVITE without SDP.`,
      ],
    })[kind],
  message: ({ kind, sender, other, carrier, media, offered, answered }) =>
    ({
      'illegal-answer': `${other} offered its ${media} ${offered}, and the ${carrier} of ${sender} answers ${answered}.`,
      'zero-address': `The ${carrier} of ${sender} puts the ${media} on hold by the address 0.0.0.0.`,
      'not-resumed': `${other} resumed its ${media} with sendrecv, and the ${carrier} of ${sender} answers ${answered}.`,
      stuck: `Asked for an offer, ${sender} sent its ${media} as ${offered} in the ${carrier}, the state that the hold of ${other} had left.`,
    })[kind],
  limits: ({ kind }) =>
    kind === 'illegal-answer'
      ? 'Which side really sends shows only in the RTP.'
      : kind === 'not-resumed' || kind === 'stuck'
        ? 'A user who pressed hold or mute on that device at the same time looks the same.'
        : '',
  when: negotiates,
  *check({ call }) {
    for (const { kind, exchange, decisive, media, offered, answered } of firstArising(call, judge)) {
      const { message } = exchange.offer;
      const own = decisive === message;
      yield {
        at: own ? [message] : [decisive, message],
        args: {
          kind,
          sender: decisive.source.name,
          other: own ? message.destination.name : message.source.name,
          carrier: carrierName(decisive),
          media: media.slice(0, 16),
          offered,
          answered,
        },
        severity: kind === 'zero-address' ? 'info' : 'warning',
        confidence: kind === 'illegal-answer' || kind === 'zero-address' ? 'certain' : 'likely',
        device: decisive.source.address,
      };
    }
  },
});
