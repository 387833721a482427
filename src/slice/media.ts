/** Where the media of a session goes: the sockets that its SDP names, RTP and RTCP. */
import type { SipMessage } from '../model.ts';
import { canonicalAddress } from '../net/address-bytes.ts';
import { findSdp } from '../sdp/body.ts';
import { parseSdp } from '../sdp/session.ts';

function nameOf(address: string, port: number): string {
  const canonical = canonicalAddress(address);
  return canonical.includes(':') ? `[${canonical}]:${port}` : `${canonical}:${port}`;
}

/** As the names of endpoints are written. Empty without SDP. */
export function mediaSockets(message: SipMessage): readonly string[] {
  if (!message.hasSdp) return [];
  const text = findSdp(message.header('Content-Type'), message.body());
  const media = (text === undefined ? undefined : parseSdp(text))?.media ?? [];
  return media.flatMap(({ port, connection, rtcp }) => {
    if (port === 0 || connection === undefined) return [];
    const { address } = connection;
    // RFC 3550 §11, unless RFC 3605 says where.
    return [nameOf(address, port), nameOf(rtcp?.address ?? address, rtcp?.port ?? port + 1)];
  });
}
