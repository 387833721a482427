/** What the rules on SDP share: where a fault first arises, and how args name media and codecs. */
import type { Call, SipMessage } from '../model.ts';
import { isSpeech } from '../sdp/codecs.ts';
import type { OfferAnswer } from '../sdp/exchange.ts';
import type { Media } from '../sdp/media.ts';
import { type Hop, negotiationsOf } from '../sdp/negotiations.ts';
import type { Negotiation } from '../sdp/offer-answer.ts';
import type { Payload } from '../sdp/payloads.ts';

/** Something about a negotiation that a rule may report. */
export interface Fault {
  readonly kind: string;
  /** The side of the caller sent the decisive message. */
  readonly byCaller: boolean;
}

/** A glance has shown something that is not everyday. */
export function negotiates({ call }: { readonly call: Call }): boolean {
  return negotiationsOf(call).length > 0;
}

/** Each hop is judged for itself; a fault that several hops show is told of the one where it arises (G-HOP). */
export function firstArising<F extends Fault>(call: Call, judge: (negotiation: Negotiation) => Iterable<F>): F[] {
  const places = new Map<string, { hop: Hop; faults: F[] }>();
  for (const hop of negotiationsOf(call)) {
    for (const negotiation of hop.negotiations) {
      for (const fault of judge(negotiation)) {
        const key = `${fault.kind} ${fault.byCaller}`;
        const place = places.get(key);
        if (place?.hop === hop) place.faults.push(fault);
        else if (place === undefined || isNearer(hop, place.hop, fault.byCaller)) {
          places.set(key, { hop, faults: [fault] });
        }
      }
    }
  }
  return [...places.values()].flatMap(({ faults }) => faults);
}

/** Nearer to the side that sends. */
function isNearer(hop: Hop, than: Hop, caller: boolean): boolean {
  const apart = hop.depth - than.depth || hop.order - than.order;
  return caller ? apart < 0 : apart > 0;
}

/** The dialog as the caller asked for it: its first offer, in the INVITE that began it. */
export function isInitial({ carrier }: OfferAnswer): boolean {
  return carrier.method === 'INVITE' && carrier.request?.toTag === '';
}

/** Sections of the answer beside those of the offer, as far as both go. */
export function pairsOf({ offer, answer }: OfferAnswer): readonly (readonly [Media, Media])[] {
  if (answer === undefined) return [];
  const sections = answer.session.media;
  return offer.session.media.slice(0, sections.length).map((one, index) => [one, sections[index]]);
}

const NAMES = 8;

/** `PCMU/8000`; the number of a payload type that has no name. */
export function codecOf({ id, encoding, clockRate }: Payload): string {
  return encoding === '' ? String(id) : `${encoding.slice(0, 24)}/${clockRate}`;
}

/** What is no RTP has formats and no codecs: `t38`. */
function formatsOf({ payloads, formats }: Media): readonly string[] {
  if (payloads.length === 0) return formats.map((format) => format.slice(0, 24));
  return payloads.filter(isSpeech).map(codecOf);
}

/** The first ones, and how many more there are. */
export interface Codecs {
  readonly names: readonly string[];
  readonly more: number;
}

export function codecsOf(media: readonly Media[]): Codecs {
  const names = [...new Set(media.flatMap(formatsOf))];
  return { names: names.slice(0, NAMES), more: Math.max(0, names.length - NAMES) };
}

/** `audio`, `video` … */
export function kindsOf(media: readonly Media[]): readonly string[] {
  return [...new Set(media.map(({ kind }) => kind.slice(0, 16)))].slice(0, 4);
}

/** Where an SDP text came from: `INVITE`, `200`. */
export function carrierName(message: SipMessage): string {
  return message.isRequest ? message.method.slice(0, 16) : String(message.status);
}
