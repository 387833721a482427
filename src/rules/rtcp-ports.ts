/** Where each side of a call takes RTCP (RFC 3550 §11, RFC 3605, RFC 5761), against where it is sent to. */
import type { CallMedia, MediaEpoch, RtcpFlow, StreamFacts } from '../media/facts.ts';

export interface Misdirected {
  /** `port`: to a port that the receiver did not name. `joined`: to its port for RTP, although that was not agreed. `apart`: to a port of its own, although one port was agreed. */
  readonly kind: 'port' | 'joined' | 'apart';
  readonly flow: RtcpFlow;
  readonly receiver: MediaEpoch;
  /** The port where it takes RTCP. */
  readonly port: number;
}

function isMuxAgreed(epoch: MediaEpoch, epochs: readonly MediaEpoch[]): boolean {
  return (
    epoch.rtcpMux && epochs.some(({ side, index, rtcpMux }) => side !== epoch.side && index === epoch.index && rtcpMux)
  );
}

/** Ports where it takes RTCP; who offered one port for both takes it on either until the answer is known. */
function portsOf(epoch: MediaEpoch, epochs: readonly MediaEpoch[]): readonly number[] {
  if (!epoch.rtcpMux) return [epoch.rtcpPort];
  return isMuxAgreed(epoch, epochs) ? [epoch.port] : [epoch.port, epoch.port + 1];
}

/** A host that sends from there gets there what is sent back (RFC 4961 §4), whatever its SDP says. */
function isSymmetric({ destination }: RtcpFlow, { streams, rtcp }: CallMedia): boolean {
  const { address, port, name } = destination;
  const isOther = (one: StreamFacts) =>
    one.sourceAnnounced === false && one.source.address === address && port === one.source.port + 1;
  return rtcp.flows.some(({ source }) => source.name === name) || streams.some(isOther);
}

/** Undefined where it is in order, or where nobody can tell. */
export function misdirection(flow: RtcpFlow, media: CallMedia): Misdirected | undefined {
  const { epochs } = media;
  const { address, port } = flow.destination;
  // The addresses of NAT, of ICE and of TURN are in no m= line.
  const named = epochs.filter((one) => one.address === address && one.port > 0);
  if (named.length === 0 || epochs.some(({ candidates }) => candidates > 0)) return undefined;
  if (named.some(({ side }) => side !== named[0].side) || isSymmetric(flow, media)) return undefined;
  if (named.some((one) => portsOf(one, epochs).includes(port))) return undefined;
  const distance = (one: MediaEpoch) => Math.abs(one.port - port);
  const receiver = named.reduce((nearest, one) => (distance(one) < distance(nearest) ? one : nearest));
  const [own] = portsOf(receiver, epochs);
  if (port === receiver.port) return { kind: 'joined', flow, receiver, port: own };
  const apart = isMuxAgreed(receiver, epochs) && port === receiver.port + 1;
  return { kind: apart ? 'apart' : 'port', flow, receiver, port: own };
}
