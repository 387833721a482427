import type { SipMessage } from '../../model.ts';
import type { OfferAnswer } from '../../sdp/exchange.ts';
import type { Media } from '../../sdp/media.ts';
import type { Negotiation } from '../../sdp/offer-answer.ts';
import { defineRule } from '../define.ts';
import { carrierName, type Fault, firstArising, negotiates } from '../negotiation.ts';

type Kind = 'count' | 'kind' | 'protocol' | 'revived' | 'unnamed' | 'rtcp-mux' | 'no-address' | 'fewer';

type Shown = {
  /**
   * `count`, `kind`, `protocol`: the m= lines are not those of the offer. `revived`: accepted what was offered with port 0.
   * `unnamed`: a dynamic payload type without rtpmap. `rtcp-mux`: not offered. `no-address`: no c= line. `fewer`: a later
   * offer that has lost m= lines.
   */
  kind: Kind;
  sender: string;
  other: string;
  carrier: string;
  /** Which m= line, from 1; 0 for all. */
  line: number;
  expected: string;
  found: string;
};

interface Flaw extends Fault {
  readonly kind: Kind;
  readonly exchange: OfferAnswer;
  readonly decisive: SipMessage;
  readonly at: readonly SipMessage[];
  readonly line: number;
  readonly expected: string;
  readonly found: string;
  readonly mild: boolean;
}

type Difference = Pick<Flaw, 'kind' | 'expected' | 'found' | 'mild'>;

function isSecure(protocol: string): boolean {
  return protocol.includes('SAVP');
}

/** Where only the encryption differs, rule 14 has more to say. */
function differsInProfile(offered: string, answered: string): boolean {
  const [one, other] = [offered.toUpperCase(), answered.toUpperCase()];
  return one !== other && isSecure(one) === isSecure(other);
}

function lineFault(offered: Media, answered: Media): Difference | undefined {
  if (offered.kind !== answered.kind) {
    return { kind: 'kind', expected: offered.kind.slice(0, 16), found: answered.kind.slice(0, 16), mild: false };
  }
  if (answered.rejected) return undefined;
  if (offered.rejected) return { kind: 'revived', expected: '0', found: String(answered.port), mild: false };
  if (differsInProfile(offered.protocol, answered.protocol)) {
    return {
      kind: 'protocol',
      expected: offered.protocol.slice(0, 24),
      found: answered.protocol.slice(0, 24),
      mild: false,
    };
  }
  const unnamed = answered.payloads.filter(({ id, encoding }) => id >= 96 && encoding === '');
  if (unnamed.length > 0) {
    const others = answered.payloads.length > unnamed.length;
    return { kind: 'unnamed', expected: '', found: String(unnamed[0].id), mild: others };
  }
  if (answered.connection === undefined) return { kind: 'no-address', expected: '', found: '', mild: false };
  if (answered.rtcpMux && !offered.rtcpMux) return { kind: 'rtcp-mux', expected: '', found: '', mild: true };
  return undefined;
}

/** A line that is no m= line for the parser makes counting worthless. */
function isReadable({ session }: OfferAnswer['offer']): boolean {
  return (
    session.media.length > 0 &&
    !session.defects.some(({ code }) => code === 'sdp-too-long' || code === 'sdp-line-malformed')
  );
}

function* judge({ exchanges }: Negotiation): Generator<Flaw> {
  let agreed: OfferAnswer | undefined;
  for (const exchange of exchanges) {
    const { offer, answer, byCaller } = exchange;
    const offered = offer.session.media;
    const before = agreed?.offer.session.media.length ?? 0;
    if (agreed !== undefined && offered.length < before && isReadable(offer)) {
      yield {
        kind: 'fewer',
        byCaller,
        exchange,
        decisive: offer.message,
        at: [offer.message, agreed.offer.message],
        line: 0,
        expected: String(before),
        found: String(offered.length),
        mild: false,
      };
    }
    if (answer === undefined) continue;
    agreed = exchange;
    if (!isReadable(offer) || !isReadable(answer)) continue;
    const common = { byCaller: !byCaller, exchange, decisive: answer.message, at: [answer.message, offer.message] };
    const answered = answer.session.media;
    if (answered.length !== offered.length) {
      const [expected, found] = [String(offered.length), String(answered.length)];
      yield { ...common, kind: 'count', line: 0, expected, found, mild: false };
      continue;
    }
    for (const [index, media] of offered.entries()) {
      const fault = lineFault(media, answered[index]);
      if (fault === undefined) continue;
      yield { ...common, ...fault, line: index + 1 };
      // The first line that is out of order puts all after it out of order.
      if (fault.kind === 'kind') break;
    }
  }
}

/** Rule 42: an answer that does not fit its offer line by line. */
export const sdpAnswerInvalid = defineRule<'call', Shown>({
  id: 'sdp-answer-invalid',
  severity: 'error',
  scope: 'call',
  title: 'SDP answer that does not fit its offer',
  spec: ['RFC 3264 §6', 'RFC 3264 §8', 'RFC 5761 §5.1.1', 'RFC 8866 §5.7', 'RFC 3551 §6'],
  example: {
    kind: 'count',
    sender: '192.0.2.9:5060',
    other: '192.0.2.1:5060',
    carrier: '200',
    line: 0,
    expected: '2',
    found: '1',
  },
  why: ({ kind }) =>
    ({
      count:
        'Answers are matched to offers line by line: many devices end the call at once, others connect the wrong stream.',
      kind: 'Answers are matched to offers line by line: the streams get mixed up or the call ends at once.',
      protocol: 'The offerer need not accept media under another profile: many devices end the call or send nothing.',
      revived: 'The offerer has withdrawn this stream and does not listen: what is sent to it is lost.',
      unnamed: 'The receiver cannot know which codec this number means, so it drops or garbles what it gets.',
      'rtcp-mux':
        'RTCP is sent where nobody expects it: quality reports are missing, and some devices end the call for want of RTCP.',
      'no-address': 'The offerer does not learn where to send its media: one-way audio, or the call ends.',
      fewer:
        'Streams can be closed by port 0 but never removed: the other side refuses the offer or mixes up the streams.',
    })[kind],
  fix: ({ kind, sender }) => [
    {
      count: `Let ${sender} answer every m= line in the order of the offer, with port 0 for streams that it does not want.`,
      kind: `Let ${sender} answer the m= lines in the order of the offer, with port 0 for streams that it does not want.`,
      protocol: `Let ${sender} answer under the profile that was offered, or reject the stream with port 0.`,
      revived: `Let ${sender} answer port 0 to a stream that was offered with port 0.`,
      unnamed: `Let ${sender} write an a=rtpmap line for every payload type from 96 up.`,
      'rtcp-mux': `Let ${sender} answer a=rtcp-mux only where it was offered.`,
      'no-address': `Let ${sender} write a c= line for the session or for each stream.`,
      fewer: `Let ${sender} keep all m= lines of the session in later offers, with port 0 for streams that ended.`,
    }[kind],
    `If ${sender} is a border controller or media relay, look for a rule in it that strips or edits SDP lines.`,
    `If it is a device, look for newer firmware: only its maker can change how it builds SDP.`,
  ],
  message: ({ kind, sender, other, carrier, line, expected, found }) =>
    ({
      count: `The ${carrier} of ${sender} has ${found} m= lines where the offer of ${other} has ${expected}.`,
      kind: `The ${carrier} of ${sender} has ${found} as m= line ${line}, where ${other} offered ${expected}.`,
      protocol: `The ${carrier} of ${sender} answers m= line ${line} as ${found}, where ${other} offered ${expected}.`,
      revived: `The ${carrier} of ${sender} opens port ${found} for m= line ${line}, which ${other} had offered with port 0.`,
      unnamed: `The ${carrier} of ${sender} takes payload type ${found} in m= line ${line} without an rtpmap that says what it is.`,
      'rtcp-mux': `The ${carrier} of ${sender} has a=rtcp-mux for m= line ${line}, which ${other} did not offer.`,
      'no-address': `The ${carrier} of ${sender} has no c= line for m= line ${line}.`,
      fewer: `The new offer in the ${carrier} of ${sender} has ${found} m= lines, and the session already has ${expected}.`,
    })[kind],
  when: negotiates,
  *check({ call }) {
    for (const { kind, decisive, exchange, at, line, expected, found, mild } of firstArising(call, judge)) {
      const { message } = exchange.offer;
      yield {
        at,
        args: {
          kind,
          sender: decisive.source.name,
          other: decisive === message ? message.destination.name : message.source.name,
          carrier: carrierName(decisive),
          line,
          expected,
          found,
        },
        severity: mild ? 'warning' : 'error',
        confidence: 'certain',
        device: decisive.source.address,
      };
    }
  },
});
