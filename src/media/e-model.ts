/**
 * How a conversation sounds by the E-model (ITU-T G.107), simplified: R = 93.2 − Id − Ie,eff. Constants of the codecs
 * come from ITU-T G.113 Appendix I; what is not listed there for the narrow-band scale gets no figure.
 */

export interface Impairment {
  /** Equipment impairment factor. */
  readonly ie: number;
  /** Robustness against packet loss. */
  readonly bpl: number;
}

export interface Conditions extends Impairment {
  /** Lost and late packets, percent. */
  readonly loss: number;
  /** How much longer runs of loss are than chance would make them; 1 is chance. */
  readonly burstRatio: number;
  /** One way, mouth to ear, ms. */
  readonly delay: number;
}

/** G.711 receivers of today conceal losses (G.711 Appendix I). */
const IMPAIRMENTS: Readonly<Record<string, Impairment>> = {
  pcmu: { ie: 0, bpl: 25.1 },
  pcma: { ie: 0, bpl: 25.1 },
  g729: { ie: 11, bpl: 19 },
  g723: { ie: 15, bpl: 16.1 },
  'gsm-efr': { ie: 5, bpl: 10 },
  amr: { ie: 5, bpl: 10 },
};

/** Undefined for codecs that the narrow-band scale does not know. */
export function impairmentOf(codec: string): Impairment | undefined {
  const name = codec.toLowerCase();
  return Object.hasOwn(IMPAIRMENTS, name) ? IMPAIRMENTS[name] : undefined;
}

/** From this delay on people begin to interrupt each other, ms. */
const TALK_OVER = 177.3;
const BEST = 93.2;

/** Id: what the delay takes off the rating. */
export function delayImpairmentOf({ delay }: Pick<Conditions, 'delay'>): number {
  return 0.024 * delay + 0.11 * Math.max(0, delay - TALK_OVER);
}

/** What lost and late packets take off beside the codec itself: Ie,eff − Ie. */
export function lossImpairmentOf({ ie, bpl, loss, burstRatio }: Omit<Conditions, 'delay'>): number {
  return ((95 - ie) * loss) / (loss / burstRatio + bpl);
}

/** 0 to 93.2; below 0 everything is as bad as it can be. */
export function ratingOf(conditions: Conditions): number {
  return Math.max(0, BEST - delayImpairmentOf(conditions) - (conditions.ie + lossImpairmentOf(conditions)));
}

/** G.107 Annex B: 1 to 4.5. */
export function mosOf(rating: number): number {
  if (rating <= 0) return 1;
  if (rating >= 100) return 4.5;
  return 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6;
}
