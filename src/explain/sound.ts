/** Early media that was not only offered: RTP to the caller before the end of an INVITE (response-codes.md §6.1 item 2). */
import type { CallMedia } from '../media/facts.ts';
import type { SipMessage, Transaction, Value } from '../model.ts';

/** What is known of the media of a call. */
export type Sound = Pick<CallMedia, 'streams'>;

/** RTP and SDP may change places by so many µs on their way to the capture. */
const MIXED = 50_000;

/** When audio first went to the caller, µs; only where it did before the final response. */
export function soundBefore(final: SipMessage | undefined, { streams }: Sound): number | undefined {
  let first: number | undefined;
  for (const { direction, kind, start } of streams) {
    if (direction !== 'to-caller' || kind !== 'audio') continue;
    if (final !== undefined && start >= final.time) continue;
    if (first === undefined || start < first) first = start;
  }
  return first;
}

/** The first tone that the caller heard for certain, or nearly so, before the final response. */
function toneBefore(final: SipMessage | undefined, { streams }: Sound): string | undefined {
  for (const { direction, tones } of streams) {
    if (direction !== 'to-caller') continue;
    const heard = tones.find(
      ({ kind, start, confidence }) =>
        kind !== 'key' && confidence !== 'possible' && (final === undefined || start < final.time),
    );
    if (heard !== undefined) return heard.kind;
  }
  return undefined;
}

/** `rtpTone`, what was heard, and `rtpAfter`, ms, of the provisional response behind which the sound began. */
export function addSound(
  args: Record<string, Value>,
  response: SipMessage,
  transaction: Transaction,
  sound: Sound,
): void {
  if (!response.hasSdp || response.status <= 100 || response.status >= 200) return;
  const first = soundBefore(transaction.final, sound);
  if (first === undefined || first < response.time - MIXED) return;
  const isNearer = ({ message }: { readonly message: SipMessage }) =>
    message.hasSdp && message.id > response.id && message.status < 200 && message.time - MIXED <= first;
  if (transaction.responses.some(isNearer)) return;
  args.rtpAfter = Math.max(0, first - response.time) / 1000;
  const tone = toneBefore(transaction.final, sound);
  if (tone !== undefined) args.rtpTone = tone;
}
