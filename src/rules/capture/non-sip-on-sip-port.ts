import { defineRule } from '../define.ts';

type Shown = {
  input: string;
  /** Datagrams on port 5060 or 5061. */
  packets: number;
  source: string;
  destination: string;
  frame: number;
};

/** Capture rule C11: UDP on the ports of SIP that is neither SIP nor a keep-alive. */
export const nonSipOnSipPort = defineRule<'capture', Shown>({
  id: 'non-sip-on-sip-port',
  severity: 'info',
  scope: 'capture',
  title: 'Packets on a SIP port that are not SIP',
  spec: [],
  example: {
    input: 'trunk.pcap',
    packets: 40,
    source: '198.51.100.9:4000',
    destination: '192.0.2.7:5060',
    frame: 18,
  },
  why: () =>
    'Something else uses the port of SIP, or SIP is wrapped or compressed in a way that is not read here: its calls would be missing.',
  fix: ({ source, destination }) => [
    `Find out what ${source} sends to ${destination}: RTP on a wrong port, a tunnel, SIP compressed with SigComp, or a probe from the Internet.`,
    'If it is unwanted, block it in front of the SIP server.',
  ],
  message: ({ input, packets, source, destination, frame }) =>
    `${packets} UDP datagrams in ${input} on port 5060 or 5061 are neither SIP nor keep-alives, first from ${source} to ${destination} (frame ${frame}).`,
  when: ({ network }) => network.traffic.some(({ strays }) => strays.count > 0),
  *check({ network, inputs }, { thresholds }) {
    for (const { strays } of network.traffic) {
      const { count, first } = strays;
      if (first === undefined || count < thresholds.strayPackets) continue;
      yield {
        at: [],
        args: {
          input: inputs[first.origin.input]?.path ?? '',
          packets: count,
          source: first.source.name,
          destination: first.destination.name,
          frame: first.origin.index,
        },
        confidence: 'certain',
      };
    }
  },
});
