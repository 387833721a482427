/** The second look at a capture: hands on the frames of the calls, as they are. */
import { createPcapReader } from '../files/pcap.ts';
import { createPcapngReader } from '../files/pcapng.ts';
import type { Frame } from '../model.ts';
import type { Endpoints } from '../net/endpoints.ts';
import { createIcmp } from '../net/icmp.ts';
import { type IpPacket, TCP, UDP, uint16, uint32 } from '../net/ip.ts';
import { createLayers } from '../net/layers.ts';
import { CHANNEL_BIND, isStun } from '../net/turn.ts';
import { looksLikeSip } from '../sip/recognise.ts';
import type { Watched } from './find.ts';
import type { Wanted } from './wanted.ts';

export interface CopyOptions {
  readonly input: number;
  readonly kind: 'pcap' | 'pcapng';
  readonly endpoints: Endpoints;
  readonly wanted: Wanted;
  readonly watched: Watched;
  readonly media: boolean;
  /** A cursor over bytes that are reused; without bytes, it only says when the capture began or ended. */
  onFrame(frame: Readonly<Frame>): void;
}

const ICMP = 1;
const ICMPV6 = 58;
const TCP_HEADER = 20;
/** FIN, SYN, RST. */
const EDGES = 7;

export function createCopier(options: CopyOptions) {
  const { input, endpoints, wanted, watched, media } = options;
  let keep = false;
  let time = 0;
  const icmp = createIcmp({
    input,
    endpoints,
    looksLikeSip,
    onEvent(event) {
      if (event.kind === 'icmp') keep ||= wanted.hasError(event.source, event.destination, time);
    },
  });
  const layers = createLayers({
    ip() {},
    transport(ip) {
      if (keep) return;
      if (ip.protocol === TCP) keep = isOfConnection(ip);
      else if (ip.protocol === UDP) keep = isBinding(ip) || (media && isMedia(ip));
      else if (ip.protocol === ICMP || ip.protocol === ICMPV6) icmp(ip);
    },
  });

  function ends(ip: IpPacket) {
    const { bytes, start, addressLength } = ip;
    return {
      source: endpoints.of(bytes, ip.sourceAt, addressLength, uint16(bytes, start)),
      destination: endpoints.of(bytes, ip.destinationAt, addressLength, uint16(bytes, start + 2)),
    };
  }

  function isOfConnection(ip: IpPacket): boolean {
    const { bytes, start: at, end } = ip;
    if (end - at < TCP_HEADER) return false;
    const { source, destination } = ends(ip);
    if (wanted.hasWhole(source, destination)) return true;
    if (!wanted.hasConnection(source, destination)) return false;
    const start = at + ((bytes[at + 12] >> 4) << 2);
    if ((bytes[at + 13] & EDGES) !== 0 || isKeepAlive(bytes, start, end)) return true;
    return wanted.hasBytes(source, destination, uint32(bytes, at + 4), end - start + ip.missing);
  }

  /** Without it, nobody would know whom the channel leads to. */
  function isBinding({ bytes, start, end }: IpPacket): boolean {
    return isStun(bytes, start + 8, end) && uint16(bytes, start + 8) === CHANNEL_BIND;
  }

  function isMedia(ip: IpPacket): boolean {
    const { bytes, start, end } = ip;
    if (end - start < 8 || looksLikeSip(bytes, start + 8, end)) return false;
    const { source, destination } = ends(ip);
    return wanted.hasMedia(source, destination, time);
  }

  const onFrame = (frame: Frame) => {
    const { number } = frame;
    time = frame.time;
    keep = wanted.hasFrame(input, number);
    if (!keep) layers.frame(frame);
    if (keep) options.onFrame(frame);
    else if (number === watched.firstFrame || number === watched.lastFrame)
      // How long was watched decides what may be said of a call that did not end.
      options.onFrame({ ...frame, end: frame.start });
  };
  return (options.kind === 'pcap' ? createPcapReader : createPcapngReader)({ onFrame, tally: { count() {} } });
}

/** RFC 5626 §3.5.1: how long a connection was silent is counted from these, too. */
function isKeepAlive(bytes: Uint8Array, start: number, end: number): boolean {
  if (start >= end) return false;
  for (let at = start; at < end; at++) if (bytes[at] !== 0x0d && bytes[at] !== 0x0a && bytes[at] !== 0) return false;
  return true;
}
