import { defineRule } from '../define.ts';

type Shown = {
  input: string;
  /** TCP segments with TLS application data on port 5061. */
  segments: number;
  source: string;
  destination: string;
  frame: number;
  /** No SIP at all could be read. */
  alone: boolean;
};

/** Capture rule C9: SIP over TLS, of which nothing can be read. */
export const captureEncrypted = defineRule<'capture', Shown>({
  id: 'capture-encrypted',
  severity: 'info',
  scope: 'capture',
  title: 'Encrypted SIP that cannot be read',
  spec: [],
  example: {
    input: 'sbc.pcap',
    segments: 812,
    source: '192.0.2.1:40112',
    destination: '192.0.2.7:5061',
    frame: 5,
    alone: false,
  },
  why: ({ alone }) =>
    alone
      ? 'The signalling is there, but encrypted: nothing can be said about its calls.'
      : 'Calls and legs between these hosts are missing from this report, and so may be the cause of what it shows.',
  fix: () => [
    'Capture behind the TLS: a SIP trace or log of the server shows the messages in clear (sngrep with EEP/HEP, pjsip logger, sofia siptrace, an SBC trace).',
    'For a test, let the hosts use TCP or UDP.',
    'Or decrypt with session keys (SSLKEYLOGFILE) in Wireshark and export the SIP.',
  ],
  message: ({ input, segments, source, destination, frame, alone }) =>
    `The capture ${input} holds ${segments === 1 ? 'one TCP segment' : `${segments} TCP segments`} of TLS data on port 5061, first from ${source} to ${destination} (frame ${frame})` +
    `${alone ? ', and no SIP in clear.' : '; the SIP in them is not in this report.'}`,
  when: ({ network }) => network.traffic.some(({ encrypted }) => encrypted.count > 0),
  *check({ network, inputs, messages }) {
    for (const { encrypted } of network.traffic) {
      const { count, first } = encrypted;
      if (count === 0 || first === undefined) continue;
      yield {
        at: [],
        args: {
          input: inputs[first.origin.input]?.path ?? '',
          segments: count,
          source: first.source.name,
          destination: first.destination.name,
          frame: first.origin.index,
          alone: messages === 0,
        },
        severity: messages === 0 ? 'warning' : 'info',
        confidence: 'likely',
      };
    }
  },
});
