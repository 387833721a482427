/** Messages as a report shows them. */
import type { Evidence, SipMessage, Transaction } from '../model.ts';
import type { MessageRef, ReportMessage } from '../report.ts';
import type { Observation } from '../state/observations.ts';
import { hasSecrets, maskSecrets } from './mask.ts';
import { isoTime } from './time.ts';

/** Longer texts are cut; a message of a call is a few kilobytes. */
const TEXT_LIMIT = 16_384;
/** Messages listed of one conversation. */
const LIST_LIMIT = 2_000;

export function showRef(ref: Evidence): MessageRef {
  return {
    message: ref.id,
    input: ref.origin.input,
    frame: ref.origin.index,
    time: isoTime(ref.time),
    transport: ref.transport,
    source: ref.source.name,
    destination: ref.destination.name,
    startLine: ref.startLine,
  };
}

/** How often each first copy was sent again, and which messages are such copies. */
function repeatsOf(transactions: readonly Transaction[]): Map<number, number> {
  const repeats = new Map<number, number>();
  const note = (first: SipMessage | undefined, copies: readonly SipMessage[]) => {
    if (first === undefined || copies.length === 0) return;
    repeats.set(first.id, copies.length);
    for (const copy of copies) repeats.set(copy.id, -1);
  };
  for (const transaction of transactions) {
    note(transaction.request, transaction.requestRepeats);
    for (const { message, repeats: copies } of transaction.responses) note(message, copies);
  }
  return repeats;
}

function observationsOf(also: readonly Observation[] | undefined): Pick<ReportMessage, 'observations'> {
  if (also === undefined) return {};
  return { observations: also.map(({ input, index, time }) => ({ input, frame: index, time: isoTime(time) })) };
}

/** `also` tells where else messages were seen. `repeats` is -1 for a message that is itself a retransmission. */
export function listMessages(
  messages: readonly SipMessage[],
  transactions: readonly Transaction[],
  also?: ReadonlyMap<number, readonly Observation[]>,
): readonly ReportMessage[] {
  const repeats = repeatsOf(transactions);
  return messages.slice(0, LIST_LIMIT).map((message) => {
    const text = message.size > TEXT_LIMIT ? `${message.text().slice(0, TEXT_LIMIT)}…` : message.text();
    return {
      ...showRef(message),
      cseq: `${message.cseq} ${message.method}`,
      sdp: message.hasSdp,
      repeats: repeats.get(message.id) ?? 0,
      ...observationsOf(also?.get(message.id)),
      ...(message.capturePoint === undefined ? {} : { capturePoint: message.capturePoint }),
      text: hasSecrets(message, text) ? maskSecrets(text) : text,
    };
  });
}
