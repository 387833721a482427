import type { ClosedConnections } from '../../events.ts';
import { defineRule } from '../define.ts';

/** TLS connections that stay closed for one reason, and the first of them. */
type Closed = {
  because: ClosedConnections['because'];
  connections: number;
  source: string;
  destination: string;
  frame: number;
};

type Shown = {
  input: string;
  /** TCP segments with TLS application data on port 5061 that were not decrypted. */
  segments: number;
  /** The first of these; without any, of the connections that stay closed. */
  source: string;
  destination: string;
  frame: number;
  /** No SIP at all could be read. */
  alone: boolean;
  /** Empty where there were no keys. */
  closed: readonly Closed[];
};

const reasons: Readonly<Record<Closed['because'], string>> = {
  'no-key': 'no secret of that connection is in the keys',
  'no-hello': 'the handshake was not captured',
  cipher: 'version or cipher suite are not supported',
  'wrong-key': 'the secret does not fit its records',
};

function closedOnes(closed: readonly Closed[]): string {
  return closed
    .map(
      ({ because, connections, source, destination, frame }) =>
        `${connections} because ${reasons[because]} (${connections > 1 ? 'first ' : ''}${source} to ${destination}, frame ${frame})`,
    )
    .join('; ');
}

/** Capture rule C9: SIP over TLS that could not be read, without keys or with keys of other connections. */
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
    closed: [],
  },
  why: ({ alone }) =>
    alone
      ? 'The signalling is there, but encrypted: nothing can be said about its calls.'
      : 'Calls and legs between these hosts are missing from this report, and so may be the cause of what it shows.',
  fix: ({ closed }) => {
    const is = (because: Closed['because']) => closed.some((one) => one.because === because);
    const inClear = [
      'Capture behind the TLS: a SIP trace or log of the server shows the messages in clear (sngrep with EEP/HEP, pjsip logger, sofia siptrace, an SBC trace).',
      'For a test, let the hosts use TCP or UDP.',
    ];
    if (closed.length === 0)
      return [
        ...inClear,
        'Or let one of the hosts log its session keys (SSLKEYLOGFILE) and read the capture with --keylog; a pcapng file may hold the keys itself.',
      ];
    return [
      ...(is('no-key')
        ? [
            'Let a host of these connections log its keys (SSLKEYLOGFILE) while you capture: each connection has its own.',
          ]
        : []),
      ...(is('no-hello')
        ? [
            'Begin the capture before the connections are opened, or make the hosts connect again: the handshake says which keys are whose.',
          ]
        : []),
      ...(is('cipher') ? ['For a test, allow only cipher suites with AES-GCM, AES-CBC or ChaCha20.'] : []),
      ...(is('wrong-key')
        ? [
            'Take the key log that was written during this capture, whole: a secret of it is damaged, or of another connection.',
          ]
        : []),
      ...inClear,
    ];
  },
  message: ({ input, segments, source, destination, frame, alone, closed }) =>
    closed.length > 0
      ? `There are keys for TLS, yet connections in the capture ${input} stay closed: ${closedOnes(closed)}.` +
        `${alone ? ' No SIP at all could be read.' : ' Their SIP is not in this report.'}`
      : `The capture ${input} holds ${segments === 1 ? 'one TCP segment' : `${segments} TCP segments`} of TLS data on port 5061, first from ${source} to ${destination} (frame ${frame})` +
        `${alone ? ', and no SIP in clear.' : '; the SIP in them is not in this report.'}`,
  when: ({ network }) => network.traffic.some(({ encrypted, closed = [] }) => encrypted.count > 0 || closed.length > 0),
  *check({ network, inputs, messages }) {
    for (const { encrypted, closed = [] } of network.traffic) {
      const first = encrypted.first ?? closed[0]?.first;
      if (first === undefined) continue;
      yield {
        at: [],
        args: {
          input: inputs[first.origin.input]?.path ?? '',
          segments: encrypted.count,
          source: first.source.name,
          destination: first.destination.name,
          frame: first.origin.index,
          alone: messages === 0,
          closed: closed.flatMap(({ because, count, first: one }) =>
            one === undefined
              ? []
              : {
                  because,
                  connections: count,
                  source: one.source.name,
                  destination: one.destination.name,
                  frame: one.origin.index,
                },
          ),
        },
        severity: messages === 0 ? 'warning' : 'info',
        confidence: 'likely',
      };
    }
  },
});
