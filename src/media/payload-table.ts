/** What the payload types of a stream stand for: as the receiver's SDP says, else as RFC 3551 §6 does. */
import type { Payload } from '../sdp/payloads.ts';
import { staticClockRate, staticEncoding } from '../sdp/payloads.ts';

/** What a payload type carries, as far as figures treat it differently. */
export type PayloadKind = 'media' | 'events' | 'noise';

/** Comfort noise before RFC 3389, as Cisco sent it. */
const OLD_NOISE = 19;
const NOISE = 13;

export interface PayloadFormat {
  readonly type: number;
  /** Spelling of the SDP; empty when nobody says. */
  readonly codec: string;
  /** Hz of the timestamps, 0 when nobody says. */
  readonly clockRate: number;
  readonly kind: PayloadKind;
  /** The receiver's SDP lists it. */
  readonly agreed: boolean;
}

function kindOf(type: number, codec: string): PayloadKind {
  const name = codec.toLowerCase();
  if (name === 'telephone-event') return 'events';
  return name === 'cn' || type === NOISE || type === OLD_NOISE ? 'noise' : 'media';
}

/** Timestamps of G.722 count at half its rate (RFC 3551 §4.5.2), whatever an SDP says of static types. */
export function formatOf(type: number, payloads: readonly Payload[] | undefined): PayloadFormat {
  const told = payloads?.find(({ id }) => id === type);
  const codec = told?.encoding || staticEncoding(type);
  const clockRate = staticClockRate(type) || (codec.toUpperCase() === 'G722' ? 8000 : (told?.clockRate ?? 0));
  return { type, codec, clockRate, kind: kindOf(type, codec), agreed: told !== undefined };
}
