import type { SipMessage } from '../../model.ts';
import type { OfferAnswer } from '../../sdp/exchange.ts';
import type { Media } from '../../sdp/media.ts';
import type { Negotiation } from '../../sdp/offer-answer.ts';
import { defineRule } from '../define.ts';
import { carrierName, type Fault, firstArising, negotiates, pairsOf } from '../negotiation.ts';

type Kind = 'profile' | 'no-keys' | 'wrong-keys' | 'key-not-offered' | 'setup' | 'refused';

type Shown = {
  /**
   * `profile`: encrypted answered plain, or the reverse. `no-keys`: a secure profile without keys. `wrong-keys`: SDES keys
   * where DTLS is announced. `key-not-offered`: an SDES answer takes a key that was not offered. `setup`: DTLS roles that
   * do not fit. `refused`: 488 or 606 for an offer of encrypted media alone.
   */
  kind: Kind;
  sender: string;
  other: string;
  carrier: string;
  media: string;
  /** What was offered and what was answered: profile, key or role. */
  offered: string;
  answered: string;
  status: number;
};

interface Mismatch extends Fault {
  readonly kind: Kind;
  readonly exchange: OfferAnswer;
  readonly decisive: SipMessage;
  readonly media: string;
  readonly offered: string;
  readonly answered: string;
}

function isSecure({ protocol }: Media): boolean {
  return protocol.toUpperCase().includes('RTP/SAVP');
}

function isPlain({ protocol }: Media): boolean {
  return protocol.toUpperCase().startsWith('RTP/AVP');
}

function isDtls({ protocol }: Media): boolean {
  return protocol.toUpperCase().startsWith('UDP/TLS/');
}

/** Of one section by itself. */
function keysOf(media: Media): { kind: Kind; said: string } | undefined {
  if (media.rejected || !isSecure(media) || media.fingerprint !== undefined) return undefined;
  if (media.crypto.length === 0) return { kind: 'no-keys', said: media.protocol };
  return isDtls(media) ? { kind: 'wrong-keys', said: media.protocol } : undefined;
}

const FITTING: Readonly<Record<string, readonly string[]>> = {
  actpass: ['active', 'passive', 'holdconn'],
  active: ['passive', 'holdconn'],
  passive: ['active', 'holdconn'],
  holdconn: ['holdconn', 'active', 'passive'],
};

/** No other way of keying stands in the text: MIKEY (RFC 4567), or a key line that could not be read. */
function isKeyless(message: SipMessage): boolean {
  return !/^a=(?:crypto|fingerprint|key-mgmt):/m.test(message.bodyText());
}

type Pair = { kind: Kind; offered: string; answered: string } | undefined;

function pairFault(offered: Media, answered: Media): Pair {
  if (offered.rejected || answered.rejected) return undefined;
  if (isSecure(offered) !== isSecure(answered)) {
    // Opportunistic encryption (RFC 8643) announces its keys under the plain profile.
    const known = (isSecure(offered) || isPlain(offered)) && (isSecure(answered) || isPlain(answered));
    const opportunistic = isPlain(offered) && (offered.crypto.length > 0 || offered.fingerprint !== undefined);
    return known && !opportunistic
      ? { kind: 'profile', offered: offered.protocol, answered: answered.protocol }
      : undefined;
  }
  if (!isSecure(offered)) return undefined;
  if (offered.setup !== undefined && answered.setup !== undefined && isDtls(answered)) {
    const allowed = FITTING[offered.setup];
    return allowed !== undefined && !allowed.includes(answered.setup)
      ? { kind: 'setup', offered: `a=setup:${offered.setup}`, answered: `a=setup:${answered.setup.slice(0, 16)}` }
      : undefined;
  }
  const [key] = answered.crypto;
  if (offered.crypto.length === 0 || key === undefined || answered.fingerprint !== undefined) return undefined;
  const fits = answered.crypto.some(({ tag, suite }) =>
    offered.crypto.some((one) => one.tag === tag && one.suite.toLowerCase() === suite.toLowerCase()),
  );
  return fits
    ? undefined
    : {
        kind: 'key-not-offered',
        offered: offered.crypto
          .slice(0, 4)
          .map(({ tag, suite }) => `${tag} ${suite.slice(0, 40)}`)
          .join(', '),
        answered: `${key.tag} ${key.suite.slice(0, 40)}`,
      };
}

function* ownFaults(exchange: OfferAnswer, streams: readonly Media[]): Generator<Mismatch> {
  const { offer, byCaller } = exchange;
  for (const media of streams) {
    const keys = keysOf(media);
    if (keys === undefined) continue;
    const { kind, said } = keys;
    yield { kind, byCaller, exchange, decisive: offer.message, media: media.kind, offered: said, answered: '' };
  }
}

function* judge({ exchanges }: Negotiation): Generator<Mismatch> {
  for (const exchange of exchanges) {
    const { offer, answer, refusal, byCaller } = exchange;
    const streams = offer.session.media.filter(({ rejected }) => !rejected);
    if (refusal !== undefined && (refusal.status === 488 || refusal.status === 606)) {
      if (streams.length === 0 || !streams.every(isSecure)) continue;
      const [{ kind: media, protocol: offered }] = streams;
      if (streams.some((one) => keysOf(one) !== undefined)) yield* ownFaults(exchange, streams);
      else yield { kind: 'refused', byCaller: !byCaller, exchange, decisive: refusal, media, offered, answered: '' };
      continue;
    }
    yield* ownFaults(exchange, streams);
    if (answer === undefined) continue;
    for (const [one, other] of pairsOf(exchange)) {
      const fault = pairFault(one, other);
      const keys = fault === undefined && isSecure(one) ? keysOf(other) : undefined;
      const decisive = answer.message;
      if (fault !== undefined) yield { ...fault, byCaller: !byCaller, exchange, decisive, media: other.kind };
      else if (keys !== undefined && keysOf(one) === undefined) {
        const { kind, said } = keys;
        yield {
          kind,
          byCaller: !byCaller,
          exchange,
          decisive,
          media: other.kind,
          offered: one.protocol,
          answered: said,
        };
      }
    }
  }
}

/** Rule 14: one side encrypts and the other does not, or they do not agree on the keys. */
export const srtpProfileMismatch = defineRule<'call', Shown>({
  id: 'srtp-profile-mismatch',
  severity: 'error',
  scope: 'call',
  title: 'Encryption of media that does not fit',
  spec: ['RFC 3264 §6.1', 'RFC 4568 §5.1.2', 'RFC 4568 §7.1.2', 'RFC 5763 §5', 'RFC 5764 §8'],
  example: {
    kind: 'profile',
    sender: '192.0.2.9:5060',
    other: '192.0.2.1:5060',
    carrier: '200',
    media: 'audio',
    offered: 'RTP/SAVP',
    answered: 'RTP/AVP',
    status: 200,
  },
  why: ({ kind }) =>
    ({
      profile:
        'One side encrypts and the other does not: most devices hang up at once, the rest play noise or silence.',
      'no-keys':
        'Without keys nothing can be encrypted or decrypted: the other side refuses the stream or stays silent.',
      'wrong-keys': 'The profile asks for a DTLS handshake that this side has no certificate for, so no media flows.',
      'key-not-offered': 'The offerer cannot decrypt with a key that it never proposed: one-way or no audio.',
      setup: 'The DTLS handshake never starts, or both sides start it: no keys, no media.',
      refused:
        'The call, or the change to it, fails: the other side wants media without encryption, or keyed otherwise.',
    })[kind],
  fix: ({ kind, sender, other }) =>
    kind === 'setup'
      ? [
          `Let ${sender} answer a=setup:active (or passive) to an offer of actpass, and the opposite role to any other.`,
          'If a border controller relays the SDP, let it terminate DTLS itself or pass the roles on untouched.',
        ]
      : kind === 'key-not-offered'
        ? [
            `Let ${sender} answer with tag and suite of one of the offered a=crypto lines.`,
            'Enable AES_CM_128_HMAC_SHA1_80 on both sides: every SDES device has it.',
          ]
        : [
            `Set the media encryption of ${sender} and ${other} alike: off, SDES or DTLS (media_encryption in Asterisk PJSIP, rtp_secure_media in FreeSWITCH).`,
            'If they must differ, let the border controller or media relay convert (rtpengine: transport-protocol=RTP/AVP or RTP/SAVP, with SDES or DTLS off).',
            ...(kind === 'no-keys' || kind === 'wrong-keys'
              ? [
                  `Check that nothing between strips a=crypto or a=fingerprint from the SDP of ${sender}; SDES also needs TLS signalling on many devices.`,
                ]
              : []),
          ],
  message: ({ kind, sender, other, carrier, media, offered, answered, status }) =>
    ({
      profile: `${other} offered ${media} as ${offered}, and the ${carrier} of ${sender} answers ${answered}.`,
      'no-keys': `The ${carrier} of ${sender} announces encrypted ${media} (${answered || offered}) without a=crypto and without a=fingerprint.`,
      'wrong-keys': `The ${carrier} of ${sender} announces ${media} over ${answered || offered} with a=crypto and has no a=fingerprint.`,
      'key-not-offered': `The ${carrier} of ${sender} takes the ${media} key "${answered}", and ${other} had offered "${offered}".`,
      setup: `The ${carrier} of ${sender} has ${answered} for its ${media} where ${other} offered ${offered}.`,
      refused: `${sender} refused the offer of ${other}, which had encrypted ${media} only (${offered}), with ${status}.`,
    })[kind],
  limits: ({ kind }) =>
    kind === 'refused' ? 'The refusal does not say whether the encryption or something else was not acceptable.' : '',
  when: negotiates,
  *check({ call }) {
    for (const { kind, decisive, exchange, media, offered, answered } of firstArising(call, judge)) {
      const { message } = exchange.offer;
      if (kind === 'no-keys' && !isKeyless(decisive)) continue;
      const own = decisive === message;
      yield {
        at: own ? [message] : [decisive, message],
        args: {
          kind,
          sender: decisive.source.name,
          other: own ? message.destination.name : message.source.name,
          carrier: carrierName(decisive),
          media: media.slice(0, 16),
          offered: offered.slice(0, 200),
          answered: answered.slice(0, 80),
          status: decisive.status,
        },
        confidence: kind === 'refused' ? 'possible' : 'certain',
        device: decisive.source.address,
      };
    }
  },
});
