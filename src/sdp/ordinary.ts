/**
 * One glance at the bytes of an offer and its answer: are they the everyday pair that holds nothing to judge? Most calls
 * are, and a full parse of their descriptions would cost more than everything else that is done for them.
 */

interface Outline {
  /** Bit n: static payload type n, 0 to 31. */
  readonly statics: number;
  /** The payload type that stands first. */
  readonly first: number;
  /** Payload type of `telephone-event/8000`, -1 when there is none. */
  readonly events: number;
}

const NEWLINE = 0x0a;
const SPACE = 0x20;
const AUDIO = ascii('audio ');
const PROFILE = ascii(' RTP/AVP');
const RTPMAP = ascii('rtpmap:');
const EVENTS = ascii('telephone-event/8000');
const IP4 = ascii('IN IP4 ');
/** Attributes that change nothing between an ordinary offer and its answer. */
const HARMLESS = ['fmtp:', 'ptime:', 'maxptime:', 'sendrecv', 'silenceSupp:'].map(ascii);
/** Comfort noise is no speech. */
const NOISE = 1 << 13;
/** PCMU, PCMA, G722: tones survive them. */
const WIDE = (1 << 0) | (1 << 8) | (1 << 9);

function ascii(text: string): readonly number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

function begins(bytes: Uint8Array, at: number, word: readonly number[]): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return false;
  return true;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Position behind the number at `at`; `at` itself when there is none. */
function digitsEnd(bytes: Uint8Array, at: number, end: number): number {
  let next = at;
  while (next < end && isDigit(bytes[next])) next++;
  return next;
}

function numberAt(bytes: Uint8Array, at: number, end: number): number {
  let value = 0;
  for (let i = at; i < end; i++) value = value * 10 + bytes[i] - 0x30;
  return value;
}

/** Undefined: not ordinary. */
function outline(bytes: Uint8Array): Outline | undefined {
  if (bytes[0] !== 0x76 || bytes[1] !== 0x3d) return undefined;
  let statics = 0;
  let dynamic = -1;
  let first = -1;
  let events = -1;
  let hasConnection = false;
  let hasOrigin = false;
  for (let at = 0; at < bytes.length; ) {
    let end = bytes.indexOf(NEWLINE, at);
    if (end < 0) end = bytes.length;
    const type = bytes[at];
    const value = at + 2;
    if (type === 0x6f) hasOrigin = true;
    else if (type === 0x63) {
      // 0.0.0.0 is the hold of old.
      if (hasConnection || !begins(bytes, value, IP4) || bytes[value + 7] === 0x30) return undefined;
      hasConnection = true;
    } else if (type === 0x6d) {
      if (first >= 0 || !begins(bytes, value, AUDIO)) return undefined;
      let next = digitsEnd(bytes, value + AUDIO.length, end);
      const port = numberAt(bytes, value + AUDIO.length, next);
      if (port === 0 || port > 65_535 || !begins(bytes, next, PROFILE)) return undefined;
      next += PROFILE.length;
      while (next < end && bytes[next] === SPACE) {
        const from = next + 1;
        next = digitsEnd(bytes, from, end);
        const payload = next > from ? numberAt(bytes, from, next) : 128;
        if (payload > 127 || (payload > 31 && dynamic >= 0)) return undefined;
        if (payload > 31) dynamic = payload;
        else statics |= 1 << payload;
        if (first < 0) first = payload;
      }
      if (next < end - 1 || (next === end - 1 && bytes[next] !== 0x0d)) return undefined;
    } else if (type === 0x61) {
      if (begins(bytes, value, RTPMAP)) {
        const from = value + RTPMAP.length;
        const next = digitsEnd(bytes, from, end);
        const payload = numberAt(bytes, from, next);
        if (payload === dynamic && begins(bytes, next + 1, EVENTS) && !isDigit(bytes[next + 1 + EVENTS.length])) {
          events = payload;
        }
      } else if (!HARMLESS.some((word) => begins(bytes, value, word))) return undefined;
    }
    at = end + 1;
  }
  // The one dynamic type is that of the events, or there is none.
  return hasOrigin && hasConnection && first >= 0 && first <= 31 && dynamic === events
    ? { statics, first, events }
    : undefined;
}

/** One audio stream in plain RTP, and nothing unusual about it. */
export function isOrdinaryOffer(offer: Uint8Array): boolean {
  return outline(offer) !== undefined;
}

/**
 * One audio stream in plain RTP, both ways; the answer takes static payload types that were offered and the
 * telephone-event of the offer. False also when the glance is not enough to tell.
 */
export function isOrdinaryPair(offer: Uint8Array, answer: Uint8Array): boolean {
  const offered = outline(offer);
  if (offered === undefined) return false;
  const answered = outline(answer);
  if (answered === undefined || answered.events !== offered.events) return false;
  if ((answered.statics & ~offered.statics) !== 0 || (answered.statics & ~NOISE) === 0) return false;
  return answered.events >= 0 || ((1 << answered.first) & WIDE) !== 0;
}
