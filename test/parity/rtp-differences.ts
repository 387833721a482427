/** Streams of which tshark and sipsleuth say different things, with the reason and who is right. */

export interface RtpDifference {
  /** What the comparison says, by stream. */
  readonly streams: Readonly<Record<string, string>>;
  readonly right: 'sipsleuth' | 'tshark' | 'both';
  readonly why: string;
}

const AFTER_EVENTS =
  'Timestamps of RFC 4733 events stand still. Both leave the events out, but tshark measures the first packet of sound ' +
  'after them from the arrival of the last event and from the timestamp of the last sound, which do not belong together.';

export const rtpDifferences: Readonly<Record<string, RtpDifference>> = {
  'dtmf-events.pcap': {
    streams: { '192.0.2.1:40010 > 192.0.2.7:40010 00000009': 'jitter 0.026/0.114, not 2.209/7.774' },
    right: 'sipsleuth',
    why: AFTER_EVENTS,
  },
  'dtmf-doubled.pcap': {
    streams: { '192.0.2.1:40010 > 192.0.2.7:40010 00000060': 'jitter 0.009/0.019, not 2.307/7.757' },
    right: 'sipsleuth',
    why: AFTER_EVENTS,
  },
  'goffinet__sip_captures/voip-extension.pcap': {
    streams: { '192.168.5.10:8000 > 192.168.5.11:25426 3edd3882': 'jitter 0.337/1.753, not 2.504/18.014' },
    right: 'sipsleuth',
    why: AFTER_EVENTS,
  },
  'realjimmy__sample-captures/SIP_DTMF2.cap': {
    streams: { '192.168.105.172:4376 > 192.168.105.110:4376 5711bf84': 'jitter 0.009/0.015, not 1.522/15.767' },
    right: 'sipsleuth',
    why: AFTER_EVENTS,
  },
};
