import type { CallMedia, StreamFacts } from '../../media/facts.ts';
import type { Call, SipMessage } from '../../model.ts';
import { isSpeech } from '../../sdp/codecs.ts';
import type { OfferAnswer } from '../../sdp/exchange.ts';
import type { Media } from '../../sdp/media.ts';
import type { Negotiation } from '../../sdp/offer-answer.ts';
import { type Agreement, agreementsOf, announcementOf, socketName } from '../agreements.ts';
import { type Context, defineRule, type Hit } from '../define.ts';
import { endedBefore, milliseconds } from '../guards.ts';
import { codecOf, type Fault, firstArising, negotiates } from '../negotiation.ts';
import { codecName, duration } from '../phrases.ts';

type Shown = {
  /**
   * `refused`: by a final response. `rejected`: by port 0 in the answer. `silent`: agreed, and no packet of it came.
   * `mixed`: speech went on beside it.
   */
  kind: 'refused' | 'rejected' | 'silent' | 'mixed';
  /** `compressed`: the fax has to go through a codec that garbles it. `ended`: the call ended right after; empty when it was agreed. */
  outcome: 'compressed' | 'ended' | '';
  /** Who refused, or still sends speech, and the other side. When nothing comes, the two sockets for T.38. */
  sender: string;
  other: string;
  status: number;
  /** Codec in use when T.38 was offered; empty when the trace does not tell. */
  codec: string;
  /** From the refusal to the BYE, ms; how long T.38 was agreed and did not come; how long speech came beside it. */
  after: number;
};

interface Failure extends Fault {
  readonly kind: 'refused' | 'rejected';
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

function isUdptl({ kind, callee }: Agreement): boolean {
  return kind === 'image' && callee.profile.toLowerCase().includes('udptl');
}

/** ms */
function sharedTime(agreement: Agreement, one: { start: number; end: number }, other: { start: number; end: number }) {
  return milliseconds(Math.max(agreement.start, one.start, other.start), Math.min(agreement.end, one.end, other.end));
}

/** Of the speech that went on beside T.38, what did so the longest. */
function besideFax(agreement: Agreement, { streams, fax }: CallMedia) {
  let most: { readonly stream: StreamFacts; readonly time: number } | undefined;
  for (const stream of streams) {
    if (stream.kind !== 'audio') continue;
    for (const one of fax) {
      const time = sharedTime(agreement, stream, one);
      if (time > (most?.time ?? 0)) most = { stream, time };
    }
  }
  return most;
}

/** T.38 was agreed: what came of it, as far as the capture shows media of these two hosts at all. */
function* judgeMedia(call: Call, context: Context): Generator<Hit<Shown>> {
  const { media, thresholds } = context;
  const facts = media.of(call);
  const agreements = agreementsOf(call, context);
  for (const agreement of agreements.filter(isUdptl)) {
    const { caller, callee, start, end } = agreement;
    if (!media.reaches(call, caller.address, callee.address)) continue;
    const lasted = milliseconds(start, end);
    const at = [announcementOf(callee, call), announcementOf(caller, call)];
    const sockets = { sender: socketName(callee), other: socketName(caller) };
    const agreed = { outcome: '', status: 0, codec: '' } as const;
    if (!facts.fax.some((one) => one.start < end && one.end > start)) {
      if (lasted < thresholds.faxSilence) continue;
      const args = { ...agreed, ...sockets, kind: 'silent', after: Math.round(lasted) } as const;
      yield { at, args, confidence: 'likely', device: callee.address };
      return;
    }
    // Some gateways agree on both, and take what comes.
    if (agreements.some((one) => one.kind === 'audio' && one.start < end && one.end > start)) continue;
    const speech = besideFax(agreement, facts);
    if (speech === undefined || speech.time < thresholds.faxMixed) continue;
    const { source, destination, codec } = speech.stream;
    const names = { sender: source.name, other: destination.name, codec };
    const args = { ...agreed, ...names, kind: 'mixed', after: Math.round(speech.time) } as const;
    yield { at, args, confidence: 'likely', device: source.address };
    return;
  }
}

/** Rule 102: fax by T.38 was asked for and not had. */
export const t38Failure = defineRule<'call', Shown>({
  id: 't38-failure',
  severity: 'warning',
  scope: 'call',
  title: 'Fax that did not switch to T.38',
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
    ({
      compressed: 'The fax will most likely fail: its tones do not survive a compressing codec.',
      ended: 'The fax was not transmitted: the call ended as soon as T.38 was refused.',
      '': 'The fax will most likely fail: after the switch the machines do not hear each other.',
    })[outcome],
  fix: ({ kind, sender, other, codec, outcome }) => {
    if (kind === 'silent') {
      return [
        `Capture at ${sender} and at ${other}: if UDPTL leaves one of them, a firewall or NAT on the way drops it; open these ports for UDP.`,
        'If none leaves, look for a T.38 that is agreed by one box and made by another: a border controller that passes m=image on without a relay for it.',
        'Send to where the other side is heard from (t38_udptl_nat=yes on the Asterisk endpoint, udptl symmetric) when one side is behind NAT.',
      ];
    }
    if (kind === 'mixed') {
      return [
        `Find out why ${sender} still sends speech after it agreed on T.38: its media part did not follow its signalling; update it, or turn T.38 off there and send fax in PCMA or PCMU.`,
        `If ${sender} is a relay, check that it switches both of its legs.`,
      ];
    }
    return [
      `Enable T.38 on ${sender} (t38_udptl=yes on the Asterisk endpoint, fax_enable_t38 in FreeSWITCH, the T.38 profile of the trunk).`,
      outcome === 'compressed'
        ? `Or let ${other} fall back to PCMA or PCMU by another re-INVITE, with echo cancellation and silence suppression off; ${codecName(codec)} is in use.`
        : `Or let ${other} go on in PCMA or PCMU when T.38 is refused, with echo cancellation and silence suppression off.`,
      'If a border controller stands between, check that it passes m=image; switch V.34 (super G3) off on the fax machine if only fast machines fail.',
    ];
  },
  message: ({ kind, outcome, sender, other, status, codec, after }) => {
    if (kind === 'silent')
      return `T.38 between ${other} and ${sender} was agreed, and in ${duration(after)} no packet of it came by.`;
    if (kind === 'mixed') {
      const speech = codec === '' ? 'speech' : `speech (${codecName(codec)})`;
      return `${sender} went on sending ${speech} to ${other} for ${duration(after)} beside the T.38 that was agreed instead.`;
    }
    return (
      `${other} asked for T.38 and ${sender} ${kind === 'refused' ? `refused it with ${status}` : 'rejected it with port 0'}; ` +
      (outcome === 'ended'
        ? `the call ended ${duration(after)} later.`
        : `the call stays in ${codecName(codec)}, and no other offer followed.`)
    );
  },
  limits: ({ kind, outcome }) =>
    outcome === 'ended'
      ? 'That the call was hung up because of the refusal is a guess from the time between.'
      : kind === 'silent'
        ? 'T.38 may have taken another way than the speech before it, past the capture point.'
        : '',
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
    if (context.media.hasAny(call)) yield* judgeMedia(call, context);
  },
});
