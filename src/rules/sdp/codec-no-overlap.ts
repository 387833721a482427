import { parseWarning } from '../../headers/warning.ts';
import type { Call, SipMessage } from '../../model.ts';
import { findSdp } from '../../sdp/body.ts';
import { common, isEvents, isPackedAlike, isSpeech } from '../../sdp/codecs.ts';
import { type OfferAnswer, sameMedia } from '../../sdp/exchange.ts';
import type { Media } from '../../sdp/media.ts';
import type { Negotiation } from '../../sdp/offer-answer.ts';
import { parseSdp } from '../../sdp/session.ts';
import { defineRule } from '../define.ts';
import {
  type Codecs,
  carrierName,
  codecsOf,
  type Fault,
  firstArising,
  isInitial,
  kindsOf,
  negotiates,
  pairsOf,
} from '../negotiation.ts';
import { codecNames } from '../phrases.ts';

type Shown = {
  /**
   * `refused`: 488, 606 or 415. `all-rejected`: port 0 for every stream. `no-common`: accepted with codecs that were not
   * offered. `events-only`: only telephone-event is common. `packing`: AMR whose bits are packed differently.
   */
  kind: 'refused' | 'all-rejected' | 'no-common' | 'events-only' | 'packing';
  offerer: string;
  answerer: string;
  /** `INVITE`, `200` … */
  carrier: string;
  media: readonly string[];
  /** The first ones, and how many more there are. */
  offered: readonly string[];
  offeredMore: number;
  /** Whether the trace tells what the other side has. */
  told: boolean;
  supported: readonly string[];
  supportedMore: number;
  status: number;
  /** Code and text of a Warning header field; empty when there is none. */
  warning: string;
  /** The session or the call went on without it. */
  harmless: boolean;
};

interface Mismatch extends Fault {
  readonly kind: Shown['kind'];
  readonly exchange: OfferAnswer;
  readonly decisive: SipMessage;
  readonly offered: readonly Media[];
  /** Undefined when the trace does not tell. */
  readonly supported: Codecs | undefined;
}

const REFUSALS = [415, 488, 606];

/** Encrypted media alone: what is refused then is the profile (rule 14). */
function isSecureOnly({ offer }: OfferAnswer): boolean {
  const media = offer.session.media.filter(({ rejected }) => !rejected);
  return media.length > 0 && media.every(({ protocol }) => protocol.toUpperCase().includes('SAVP'));
}

/** RFC 3261 §21.4.26: the refusal may say in SDP what would be accepted. */
function supportedBy(refusal: SipMessage): Codecs | undefined {
  if (!refusal.hasSdp) return undefined;
  const text = findSdp(refusal.header('Content-Type'), refusal.body());
  const session = text === undefined ? undefined : parseSdp(text);
  return session === undefined ? undefined : codecsOf(session.media);
}

function overlapOf(offered: Media, answered: Media): Shown['kind'] | undefined {
  if (offered.rejected || answered.rejected || offered.kind !== answered.kind) return undefined;
  if (offered.payloads.length === 0 || answered.payloads.length === 0) return undefined;
  const shared = common(offered, answered);
  const speech = shared.filter(isSpeech);
  if (speech.length === 0) {
    if (!offered.payloads.some(isSpeech)) return undefined;
    return shared.some(isEvents) ? 'events-only' : 'no-common';
  }
  const packed = speech.some((one) =>
    offered.payloads.some(
      (other) => other.encoding.toLowerCase() === one.encoding.toLowerCase() && isPackedAlike(one, other),
    ),
  );
  return packed ? undefined : 'packing';
}

function isRepeated(before: OfferAnswer, now: OfferAnswer): boolean {
  return (
    before !== now &&
    before.refusal === undefined &&
    before.byCaller === now.byCaller &&
    sameMedia(before.offer, now.offer)
  );
}

function* judge({ exchanges, begun, gaps }: Negotiation): Generator<Mismatch> {
  for (const exchange of exchanges) {
    const byCaller = !exchange.byCaller;
    const offered = exchange.offer.session.media;
    // Fax alone is the business of rule 102.
    if (!isInitial(exchange) && offered.every(({ kind, rejected }) => rejected || kind === 'image')) continue;
    if (exchange.refusal !== undefined) {
      if (!REFUSALS.includes(exchange.refusal.status) || isSecureOnly(exchange)) continue;
      // What was good before is not refused for its codecs (rule 39).
      if (exchanges.some((before) => isRepeated(before, exchange))) continue;
      // Without the beginning it may be what was good before (G-START).
      if (!isInitial(exchange) && (!begun || gaps)) continue;
      const supported = supportedBy(exchange.refusal);
      yield { kind: 'refused', byCaller, exchange, decisive: exchange.refusal, offered, supported };
    } else if (exchange.answer !== undefined) {
      const decisive = exchange.answer.message;
      const answered = exchange.answer.session.media;
      if (
        answered.length > 0 &&
        answered.every(({ rejected }) => rejected) &&
        offered.some(({ rejected }) => !rejected)
      ) {
        yield { kind: 'all-rejected', byCaller, exchange, decisive, offered, supported: undefined };
        continue;
      }
      for (const [one, other] of pairsOf(exchange)) {
        const kind = overlapOf(one, other);
        if (kind !== undefined) {
          yield { kind, byCaller, exchange, decisive, offered: [one], supported: codecsOf([other]) };
        }
      }
    }
  }
}

/** A stream beside the speech: fax and video are tried and given up every day. */
function isExtra({ offer }: OfferAnswer): boolean {
  return offer.session.media.some(({ kind, rejected }) => !rejected && kind !== 'audio');
}

/** Another branch or another try connected the caller. */
function isHarmless({ exchange, kind }: Mismatch, call: Call): boolean {
  if (kind !== 'refused' && kind !== 'all-rejected') return false;
  if (!isInitial(exchange)) return isExtra(exchange);
  return (
    kind === 'refused' &&
    call.dialogs.some(({ answer, acks, bye }) => answer !== undefined || acks.length > 0 || bye !== undefined)
  );
}

/** The caller has no final response yet: another branch may still connect it. */
function isOpen({ attempts }: Call): boolean {
  return attempts.length > 0 && attempts[attempts.length - 1].final === undefined;
}

function warningOf(message: SipMessage): string {
  if (message.isRequest || !message.has('Warning')) return '';
  const [first] = message.headers('Warning').flatMap(parseWarning);
  return first === undefined ? '' : `${first.code} ${first.text.slice(0, 80)}`.trim();
}

/** Rule 13: nothing that both sides could speak. */
export const codecNoOverlap = defineRule<'call', Shown>({
  id: 'codec-no-overlap',
  severity: 'error',
  scope: 'call',
  title: 'No codec in common',
  spec: ['RFC 3264 §6', 'RFC 3264 §6.1', 'RFC 3261 §21.4.26', 'RFC 3261 §20.43', 'RFC 6337 §2.3'],
  example: {
    kind: 'refused',
    offerer: '192.0.2.1:5060',
    answerer: '192.0.2.9:5060',
    carrier: 'INVITE',
    media: ['audio'],
    offered: ['G729/8000'],
    offeredMore: 0,
    told: true,
    supported: ['PCMA/8000'],
    supportedMore: 0,
    status: 488,
    warning: '305 Incompatible media format',
    harmless: false,
  },
  why: ({ kind, harmless }) =>
    harmless
      ? 'Nothing is lost: the call went on without it.'
      : {
          refused: 'The call, or the change to it, fails although both sides can be reached.',
          'all-rejected': 'The call is up and carries no media at all.',
          'no-common': 'Neither side can decode what the other sends: silence or noise.',
          'events-only': 'Digits get through and speech does not: the call is silent.',
          packing: 'Both sides take the same codec and pack its bits differently, so each hears noise from the other.',
        }[kind],
  fix: ({ kind, offerer, answerer, offered, offeredMore, supported, supportedMore, warning, harmless }) => {
    if (harmless) return ['Nothing to do, unless this media (video, fax) is wanted: then enable it on both sides.'];
    if (kind === 'packing') {
      return [`Set octet-align of AMR alike on ${offerer} and ${answerer}, or let the border controller transcode.`];
    }
    return [
      ...(warning === '' ? [] : [`Start from the Warning of ${answerer}: ${warning}.`]),
      `Allow a codec on ${answerer} that ${offerer} offers (${codecNames(offered, offeredMore)}), or one on ${offerer} that ${answerer} has${supported.length === 0 ? '' : ` (${codecNames(supported, supportedMore)})`}; PCMA or PCMU is the safest common ground.`,
      'If the codec lists must stay apart, let the PBX or border controller between them transcode.',
      ...(kind === 'refused'
        ? [
            'Compare address family, encryption and packet time of the offer with what the other side is set to, if the codecs agree.',
          ]
        : []),
    ];
  },
  message: ({ kind, offerer, answerer, carrier, status, told, ...args }) => {
    const media = args.media.join(' and ') || 'no media';
    const offered = codecNames(args.offered, args.offeredMore);
    const supported = codecNames(args.supported, args.supportedMore);
    return {
      refused: `${answerer} refused the ${media} of ${offerer} with ${status}; offered: ${offered}${told ? `; acceptable: ${supported}` : ''}.`,
      'all-rejected': `${answerer} accepted the call in its ${carrier} and rejected every stream of ${offerer} (${media}: ${offered}) with port 0.`,
      'no-common': `The ${carrier} of ${answerer} takes ${supported}, and ${offerer} had offered ${offered}: they share no codec.`,
      'events-only': `${offerer} offered ${offered}, and the ${carrier} of ${answerer} has nothing in common with it but telephone-event.`,
      packing: `The ${carrier} of ${answerer} takes ${supported} with another octet-align than ${offerer} offered.`,
    }[kind];
  },
  limits: ({ kind, warning, told }) =>
    kind === 'refused' && warning === '' && !told
      ? 'The refusal does not say what was not acceptable: it may be something else in the offer than its codecs.'
      : '',
  when: negotiates,
  *check({ call }) {
    for (const fault of firstArising(call, judge)) {
      const { exchange, decisive, kind, supported } = fault;
      const { message } = exchange.offer;
      const harmless = isHarmless(fault, call);
      const offered = codecsOf(fault.offered.filter(({ rejected }) => !rejected));
      if (kind === 'refused' && !harmless && isInitial(exchange) && isOpen(call)) {
        yield { undetermined: 'G-END' };
        continue;
      }
      yield {
        at: [decisive, message],
        args: {
          kind,
          offerer: message.source.name,
          answerer: decisive.source.name,
          carrier: carrierName(decisive),
          media: kindsOf(fault.offered),
          offered: offered.names,
          offeredMore: offered.more,
          told: supported !== undefined,
          supported: supported?.names ?? [],
          supportedMore: supported?.more ?? 0,
          status: decisive.status,
          warning: warningOf(decisive),
          harmless,
        },
        severity: harmless ? 'info' : !isInitial(exchange) && kind === 'refused' ? 'warning' : 'error',
        confidence: kind === 'refused' ? 'likely' : 'certain',
        device: decisive.source.address,
      };
    }
  },
});
