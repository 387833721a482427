/** What is known of the media of one call, put together when it is over. */
import type { Call } from '../model.ts';
import { canonicalAddress } from '../net/address-bytes.ts';
import type { CallMedia, MediaDirection, Side } from './facts.ts';
import { type Belonging, factsOf } from './quality.ts';
import { epochsOf, isEncrypted, type MediaSession, type StreamOfCall } from './session.ts';
import type { Stream } from './stream.ts';

/** Where a side is heard from, and what it sends to. */
export const toward: Readonly<Record<Side, MediaDirection>> = { caller: 'to-caller', callee: 'to-callee' };
export const others: Readonly<Record<Side, Side>> = { caller: 'callee', callee: 'caller' };

/** A call without SDP. */
export const noMedia: CallMedia = {
  epochs: [],
  streams: [],
  stun: [],
  dtls: [],
  fax: [],
  rtcp: { packets: 0, encrypted: 0, flows: [] },
  answered: Number.NaN,
  ended: Number.NaN,
  omittedPackets: 0,
};

const noBelonging: Belonging = {
  direction: 'unknown',
  index: -1,
  kind: '',
  sourceAnnounced: undefined,
  destinationAnnounced: false,
  encrypted: false,
  before: undefined,
  elsewhere: Number.NaN,
  roundTrip: Number.NaN,
};

/** A stream that belongs to no call. */
export function looseFacts(stream: Stream) {
  return factsOf(finished(stream), noBelonging);
}

/** Everything of it is judged; it may go on. */
function finished(stream: Stream): Stream {
  stream.sequence.end();
  stream.close();
  return stream;
}

export function mediaOf(session: MediaSession, call: Call): CallMedia {
  let epochs: CallMedia['epochs'] | undefined;
  return {
    get epochs() {
      epochs ??= epochsOf(session, call);
      return epochs;
    },
    streams: session.streams.map((one) => factsOf(finished(one.stream), belongingOf(one, session))),
    stun: session.stun,
    dtls: session.dtls,
    fax: session.fax.map(({ source, destination, direction, count }) => ({
      source,
      destination,
      direction,
      packets: count.packets,
      lost: count.lost,
      duplicates: count.duplicates,
      start: count.first,
      end: count.last,
    })),
    rtcp: { packets: session.rtcp, encrypted: session.encryptedRtcp, flows: session.rtcpFlows },
    answered: session.answered,
    ended: session.ended,
    omittedPackets: session.omitted,
  };
}

function belongingOf(one: StreamOfCall, session: MediaSession): Belonging {
  const { stream, direction, index, kind, destinationAnnounced, before } = one;
  const sender: Side = direction === 'to-caller' ? 'callee' : 'caller';
  const receiver = session.latest(others[sender]);
  const back = session.streams.find(
    (other) => other.stream.source === stream.destination && other.stream.destination === stream.source,
  );
  return {
    direction,
    index,
    kind,
    destinationAnnounced,
    before,
    elsewhere: stream.sharing.elsewhere(session),
    sourceAnnounced: isAnnounced(session, sender, stream),
    encrypted: isEncrypted(receiver ?? session.latest(sender), index),
    // From here to either side and back is from one side to the other and back.
    roundTrip: (stream.rtcp?.roundTrip ?? Number.NaN) + (back?.stream.rtcp?.roundTrip ?? Number.NaN),
  };
}

function isAnnounced({ announcements }: MediaSession, side: Side, { source }: Stream): boolean | undefined {
  const lines = announcements.filter((one) => one.side === side).flatMap((one) => one.lines);
  if (lines.length === 0) return undefined;
  return lines.some(
    ({ address, port, candidates }) =>
      (port === source.port && canonicalAddress(address) === source.address) ||
      candidates.some((one) => one.port === source.port && canonicalAddress(one.address) === source.address),
  );
}
